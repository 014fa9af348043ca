/* Counting lists, and their numbers as text. */
#include "docx/numbering.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "docx/property.h"

enum { LEVELS = 9, NUMBER_MOST = 32767, PATTERN_BYTES_MOST = 255 };

struct level {
    struct xml_node *node; /* <w:lvl> */
    long start;
    bool used;
    long number; /* the last one given */
};

/* <w:abstractNum>: lists that refer to the same one count on together. */
struct series {
    const char *id;
    struct level level[LEVELS];
};

/* <w:num> */
struct list {
    const char *id;
    struct xml_node *node;
    struct series *series;
    bool begun;
};

struct numbering {
    struct arena *arena;
    struct series *series;
    size_t series_count;
    struct list *lists;
    size_t list_count;
};

/* reading */

/* A whole number from 0; `otherwise` for what is none. */
static long whole(const char *text, long otherwise)
{
    enum { DIGITS_MOST = 5 };
    size_t length = text ? strspn(text, "0123456789") : 0;
    if (length == 0 || length > DIGITS_MOST || text[length])
        return otherwise;
    long number = strtol(text, NULL, 10);
    return number <= NUMBER_MOST ? number : otherwise;
}

static struct level *level_of(struct series *series, const char *text)
{
    long level = whole(text, 0);
    return &series->level[level < LEVELS ? level : LEVELS - 1];
}

static void read_series(struct xml_node *node, struct series *series)
{
    series->id = attribute_or_empty(node, "abstractNumId");
    for (struct xml_node *lvl = property_below(node, "lvl"); lvl;
         lvl = xml_next_named(lvl, "lvl")) {
        struct level *level = level_of(series, xml_get_local(lvl, "ilvl"));
        level->node = lvl;
        level->start = whole(property_value(lvl, "start"), 1);
    }
}

static int compare_series(const void *a, const void *b)
{
    return strcmp(((const struct series *)a)->id, ((const struct series *)b)->id);
}

static int compare_lists(const void *a, const void *b)
{
    return strcmp(((const struct list *)a)->id, ((const struct list *)b)->id);
}

static size_t count_named(struct xml_node *root, const char *name)
{
    size_t count = 0;
    for (struct xml_node *node = property_below(root, name); node;
         node = xml_next_named(node, name))
        count++;
    return count;
}

static void read_all_series(struct numbering *numbering, struct xml_node *root)
{
    size_t room = count_named(root, "abstractNum");
    numbering->series = ARENA_ARRAY(numbering->arena, struct series, room);
    for (struct xml_node *node = property_below(root, "abstractNum"); node;
         node = xml_next_named(node, "abstractNum"))
        read_series(node, &numbering->series[numbering->series_count++]);
    if (room)
        qsort(numbering->series, room, sizeof *numbering->series, compare_series);
}

static struct series *series_named(const struct numbering *numbering, const char *id)
{
    const struct series key = {.id = id};
    return id && numbering->series_count ? bsearch(&key, numbering->series, numbering->series_count,
                                                   sizeof *numbering->series, compare_series)
                                         : NULL;
}

static void read_lists(struct numbering *numbering, struct xml_node *root)
{
    size_t room = count_named(root, "num");
    numbering->lists = ARENA_ARRAY(numbering->arena, struct list, room);
    for (struct xml_node *node = property_below(root, "num"); node;
         node = xml_next_named(node, "num"))
        numbering->lists[numbering->list_count++] =
            (struct list){attribute_or_empty(node, "numId"), node,
                          series_named(numbering, property_value(node, "abstractNumId")), false};
    if (room)
        qsort(numbering->lists, room, sizeof *numbering->lists, compare_lists);
}

struct numbering *numbering_new(struct arena *arena, struct xml_node *root)
{
    struct numbering *numbering = ARENA_NEW(arena, struct numbering);
    numbering->arena = arena;
    read_all_series(numbering, root);
    read_lists(numbering, root);
    return numbering;
}

/* numbers as text */

static const char *const han_digits[] = {"〇", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};

static void add_decimal(struct buffer *out, long number)
{
    buffer_printf(out, "%ld", number);
}

/* 二〇二二 */
static void add_digits(struct buffer *out, long number)
{
    char text[32];
    snprintf(text, sizeof text, "%ld", number);
    for (const char *digit = text; *digit; digit++)
        buffer_add(out, han_digits[*digit - '0']);
}

/* 十二, 一百零三. From ten thousand on digit by digit. */
static void add_counting(struct buffer *out, long number)
{
    static const struct {
        long value;
        const char *word;
    } places[] = {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
    bool skipped = false;
    if (number >= 10 * places[0].value || number == 0) {
        add_digits(out, number);
        return;
    }
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        long digit = number / places[i].value % 10;
        if (digit && skipped)
            buffer_add(out, "零");
        if (digit && !(digit == 1 && places[i].value == 10 && number < 20))
            buffer_add(out, han_digits[digit]);
        if (digit)
            buffer_add(out, places[i].word);
        skipped = !digit && number >= places[i].value * 10;
    }
}

static void add_nothing(struct buffer *out, long number)
{
    (void)out, (void)number;
}

/* Other formats than these count in digits. */
static const struct {
    const char *name; /* w:numFmt */
    void (*add)(struct buffer *out, long number);
} formats[] = {
    {"decimal", add_decimal},
    {"chineseCounting", add_counting},
    {"chineseCountingThousand", add_counting},
    {"japaneseCounting", add_counting},
    {"ideographDigital", add_digits},
    {"none", add_nothing},
};

static void add_number(struct buffer *out, const struct level *level, bool legal)
{
    const char *name = level->node ? property_value(level->node, "numFmt") : NULL;
    long number = level->used ? level->number : level->start;
    size_t i = 0;
    while (i < sizeof formats / sizeof *formats && !text_equal(formats[i].name, name))
        i++;
    if (legal || i == sizeof formats / sizeof *formats)
        i = 0;
    formats[i].add(out, number);
}

/* counting */

/* A list that starts anew counts from its own beginning once, when it is first met. */
static void begin(struct list *list)
{
    list->begun = true;
    for (struct xml_node *node = property_below(list->node, "lvlOverride"); node;
         node = xml_next_named(node, "lvlOverride")) {
        const char *start = property_value(node, "startOverride");
        struct level *level = level_of(list->series, xml_get_local(node, "ilvl"));
        if (!start)
            continue;
        level->start = whole(start, 1);
        level->used = false;
    }
}

static void count(struct series *series, struct level *level)
{
    bool goes_on = level->used && level->number < NUMBER_MOST;
    level->number = goes_on ? level->number + 1 : level->start;
    level->used = true;
    for (struct level *below = level + 1; below < series->level + LEVELS; below++)
        if (!below->node || !text_equal(property_value(below->node, "lvlRestart"), "0"))
            below->used = false;
}

/* w:lvlText with %1 to %9 replaced; Word writes none that are long. */
static const char *number_text(struct arena *arena, const struct series *series,
                               const struct level *level)
{
    struct buffer out = buffer_on(arena);
    const char *pattern = property_value(level->node, "lvlText");
    bool legal = property_below(level->node, "isLgl") != NULL;
    if (!pattern || strlen(pattern) > PATTERN_BYTES_MOST)
        return "";
    for (const char *c = pattern; *c; c++) {
        if (*c == '%' && c[1] >= '1' && c[1] <= '9')
            add_number(&out, &series->level[*++c - '1'], legal);
        else
            buffer_add_char(&out, *c);
    }
    return buffer_text(&out);
}

const char *numbering_next(struct numbering *numbering, const char *id, const char *level_text)
{
    const struct list key = {.id = id};
    struct list *list = id && numbering->list_count
                            ? bsearch(&key, numbering->lists, numbering->list_count,
                                      sizeof *numbering->lists, compare_lists)
                            : NULL;
    if (!list || !list->series)
        return "";
    if (!list->begun)
        begin(list);
    struct level *level = level_of(list->series, level_text);
    count(list->series, level);
    if (!level->node || text_equal(property_value(level->node, "numFmt"), "bullet"))
        return "";
    return number_text(numbering->arena, list->series, level);
}
