/* The lists of words that a scheme's table is read by. */
#include "intake/terms.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "data/lines.h"

static const char *const fields[] = {
#define FIELD(name, word) word,
    FIELDS(FIELD)
#undef FIELD
};

/* FIELD_UNKNOWN if there is none of that name. */
static enum field field_named(const char *name)
{
    for (int i = FIELD_UNKNOWN + 1; i < FIELD_COUNT; i++)
        if (text_equal(fields[i], name))
            return (enum field)i;
    return FIELD_UNKNOWN;
}

static void report_field(struct findings *findings, struct place place, const char *name)
{
    struct buffer all = buffer_on(findings->arena);
    for (int i = FIELD_UNKNOWN + 1; i < FIELD_COUNT; i++)
        buffer_join(&all, " ", fields[i]);
    REPORT(findings, RULE_SCHEME_FIELD, place, name, buffer_text(&all));
}

/* "评分标准 method 5" */
static bool read_column(struct findings *findings, struct place place, const char *line,
                        struct term *term)
{
    const char *field = line_word(findings->arena, &line);
    const char *rank = line_word(findings->arena, &line);
    term->field = field_named(field);
    term->rank = *rank ? *rank - '0' : 0;
    if (!term->field)
        report_field(findings, place, field);
    else if (*rank && (strlen(rank) != 1 || *rank < '1' || *rank > '9'))
        REPORT(findings, RULE_SCHEME_RANK, place, rank);
    else
        return true;
    return false;
}

static bool is_name(const char *text)
{
    if (code_is_digit((unsigned char)*text) || *text == '-' || !*text)
        return false;
    while (code_is_latin((unsigned char)*text) || *text == '-')
        text++;
    return !*text;
}

/* "市场监管 scjgj" */
static bool read_department(struct findings *findings, struct place place, const char *line,
                            struct term *term)
{
    term->id = line_word(findings->arena, &line);
    if (is_name(term->id))
        return true;
    REPORT(findings, RULE_SCHEME_ID, place, term->id);
    return false;
}

typedef bool (*read_term)(struct findings *findings, struct place place, const char *line,
                          struct term *term);

/* Adds the terms of a file at *end; returns where the next one goes. */
static const struct term **read_file(struct project *project, const char *path, read_term read,
                                     const struct term **end)
{
    struct findings *findings = project->findings;
    struct file file;
    if (!file_exists(path) || !project_read(project, path, (struct place){0}, &file))
        return end;
    struct lines lines = lines_of(findings->arena, &file);
    size_t count = 0;
    for (const char *line; (line = lines_next(&lines));) {
        if (count++ == LIMIT_TERMS->now) {
            finding_add_limit(findings, RULE_SCHEME_TERMS, lines.place, LIMIT_TERMS, NULL);
            break;
        }
        struct term *term = ARENA_NEW(findings->arena, struct term);
        term->words = line_word(findings->arena, &line);
        if (!read(findings, lines.place, line, term))
            continue;
        *end = term;
        end = &term->next;
    }
    return end;
}

static const struct term *read_terms(struct project *project, const char *name, read_term read)
{
    struct arena *arena = project->findings->arena;
    const struct term *first = NULL;
    const char *own = path_join(arena, project->root, arena_printf(arena, "templates/%s", name));
    const struct term **end = read_file(project, own, read, &first);
    if (project->share)
        read_file(project, path_join(arena, project->share, name), read, end);
    return first;
}

const struct term *terms_of_columns(struct project *project)
{
    return read_terms(project, "scheme-columns.tsv", read_column);
}

const struct term *terms_of_departments(struct project *project)
{
    return read_terms(project, "scheme-departments.tsv", read_department);
}

const struct term *terms_map(struct findings *findings, const struct term *terms, const char *map)
{
    struct place place = {"--map", 0, 0};
    const char *sign = strrchr(map, '=');
    if (!sign || sign == map) {
        REPORT(findings, RULE_SCHEME_MAP, place, map);
        return terms;
    }
    struct term *term = ARENA_NEW(findings->arena, struct term);
    term->words = text_without_blanks(findings->arena,
                                      arena_copy_n(findings->arena, map, (size_t)(sign - map)));
    term->field = field_named(sign + 1);
    term->next = terms;
    if (term->field)
        return term;
    report_field(findings, place, sign + 1);
    return terms;
}

typedef bool (*term_test)(const char *words, const char *term);

static bool holds(const char *words, const char *term)
{
    return strstr(words, term) != NULL;
}

/* The first of the longest. */
static const struct term *longest(const struct term *terms, const char *words, term_test test)
{
    const struct term *best = NULL;
    for (const struct term *term = terms; term; term = term->next)
        if ((!best || strlen(term->words) > strlen(best->words)) && test(words, term->words))
            best = term;
    return best;
}

const struct term *term_at_end(const struct term *terms, const char *words)
{
    return longest(terms, words, text_ends);
}

const struct term *term_inside(const struct term *terms, const char *words)
{
    return longest(terms, words, holds);
}

bool says_nothing(const char *text)
{
    while (*text)
        if (!code_is_one_of(text_next(&text), "-－–—―─/／\\ \n"))
            return false;
    return true;
}
