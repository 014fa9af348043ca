/* Rest days and working days. */
#include "data/rest_days.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "data/lines.h"

struct rest_day {
    struct date date;
    bool rest;
    const char *holiday;
    long line;
};

/* The days of one file, by date. */
struct rest_list {
    struct rest_day *days;
    size_t count;
};

struct rest_days {
    struct rest_list own;
    struct rest_list shared;
};

/* Reads "2022-10-01 rest 国庆节", parted by tabs or blanks. */
static bool read_day(struct findings *findings, const char *line, struct place place,
                     struct rest_day *day)
{
    const char *date = line_word(findings->arena, &line);
    const char *kind = line_word(findings->arena, &line);
    day->rest = text_equal(kind, "rest");
    day->holiday = text_trim(findings->arena, line);
    day->line = place.line;
    if (!date_read(date, &day->date) || day->date.year == 0)
        REPORT(findings, RULE_REST_DAY_DATE, place, date);
    else if (!day->rest && !text_equal(kind, "work"))
        REPORT(findings, RULE_REST_DAY_KIND, place, kind);
    else if (!*day->holiday)
        REPORT(findings, RULE_REST_DAY_HOLIDAY, place, date);
    else
        return true;
    return false;
}

/* The days as they stand in the file. */
static struct rest_list list_days(struct findings *findings, const struct file *file)
{
    struct arena *arena = findings->arena;
    struct rest_list list = {NULL, 0};
    struct lines lines = lines_of(arena, file);
    size_t read = 0, room = 0;
    for (const char *line; (line = lines_next(&lines));) {
        if (read++ == LIMIT_REST_DAYS->now) {
            finding_add_limit(findings, RULE_REST_DAYS_COUNT, lines.place, LIMIT_REST_DAYS, NULL);
            break;
        }
        list.days = arena_make_room(arena, list.days, sizeof *list.days, list.count, &room);
        list.count += read_day(findings, line, lines.place, &list.days[list.count]);
    }
    return list;
}

static int compare_dates(const void *a, const void *b)
{
    const struct rest_day *left = a, *right = b;
    return date_compare(left->date, right->date);
}

static int compare_dates_and_lines(const void *a, const void *b)
{
    const struct rest_day *left = a, *right = b;
    int order = compare_dates(a, b);
    return order ? order : (left->line > right->line) - (left->line < right->line);
}

static void report_repeated(struct findings *findings, const char *path, struct rest_list list)
{
    for (size_t i = 1; i < list.count; i++) {
        const struct rest_day *day = &list.days[i];
        struct place place = {path, day->line, 0};
        if (compare_dates(day - 1, day) == 0)
            REPORT(findings, RULE_REST_DAY_TWICE, place,
                   arena_printf(findings->arena, "%ld", (day - 1)->line));
    }
}

static struct rest_list read_list(struct project *project, const char *path)
{
    struct file file;
    if (!file_exists(path) || !project_read(project, path, (struct place){0}, &file))
        return (struct rest_list){0};
    struct rest_list list = list_days(project->findings, &file);
    if (list.count)
        qsort(list.days, list.count, sizeof *list.days, compare_dates_and_lines);
    report_repeated(project->findings, path, list);
    return list;
}

struct rest_days *rest_days_read(struct project *project)
{
    struct arena *arena = project->findings->arena;
    struct rest_days *days = ARENA_NEW(arena, struct rest_days);
    const char *own = path_join(arena, project->root, "templates/rest-days.tsv");
    const char *shared = project->share ? path_join(arena, project->share, "rest-days.tsv") : own;
    if (!text_equal(own, shared))
        days->shared = read_list(project, shared);
    days->own = read_list(project, own);
    return days;
}

static const struct rest_day *find_in(struct rest_list list, struct date date)
{
    struct rest_day key = {.date = date};
    return list.count ? bsearch(&key, list.days, list.count, sizeof key, compare_dates) : NULL;
}

static const struct rest_day *find(const struct rest_days *days, struct date date)
{
    const struct rest_day *own = find_in(days->own, date);
    return own ? own : find_in(days->shared, date);
}

static bool is_weekend(struct date date)
{
    int weekday = date_weekday(date);
    return weekday == 0 || weekday == 6;
}

bool rest_days_is_rest(const struct rest_days *days, struct date date, const char **holiday)
{
    const struct rest_day *day = find(days, date);
    *holiday = day ? day->holiday : NULL;
    return day ? day->rest : is_weekend(date);
}
