/* Ids and lists. */
#include "fill/numbers.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "docx/ids.h"
#include "xml/outline.h"

/* ids */

struct numbers {
    struct ids taken; /* sorted once all parts are noted */
    bool is_sorted;
    long next;
};

struct numbers *numbers_new(struct arena *arena)
{
    struct numbers *numbers = ARENA_NEW(arena, struct numbers);
    *numbers = (struct numbers){.taken.arena = arena, .next = 1};
    return numbers;
}

void numbers_note(struct numbers *numbers, const char *part)
{
    ids_note(&numbers->taken, part);
    numbers->is_sorted = false;
}

long numbers_take(struct numbers *numbers)
{
    if (!numbers->is_sorted)
        ids_sort(&numbers->taken);
    numbers->is_sorted = true;
    while (ids_have(&numbers->taken, numbers->next))
        numbers->next++;
    return numbers->next++;
}

/* lists */

struct list {
    struct list *next;
    long number;   /* in the template */
    long abstract; /* the list that says how it looks */
    long current;  /* 0: it begins anew with its next paragraph */
};

struct restarts {
    struct arena *arena;
    const char *part;
    struct outline *root; /* NULL: no such part */
    struct list *lists;
    struct buffer added; /* elements */
    long last;           /* number */
};

static long number_of(struct arena *arena, const struct outline *element, const char *attribute)
{
    const char *value = outline_get(arena, element, attribute);
    return value ? strtol(value, NULL, 10) : -1;
}

static void add_list(struct restarts *restarts, const struct outline *element)
{
    struct list *list = ARENA_NEW(restarts->arena, struct list);
    long number = number_of(restarts->arena, element, "w:numId");
    long abstract = number_of(restarts->arena, outline_first(element, "w:abstractNumId"), "w:val");
    *list = (struct list){restarts->lists, number, abstract, number};
    restarts->lists = list;
    restarts->last = number > restarts->last ? number : restarts->last;
}

struct restarts *restarts_new(struct arena *arena, const char *part)
{
    struct restarts *restarts = ARENA_NEW(arena, struct restarts);
    *restarts = (struct restarts){
        .arena = arena,
        .part = part,
        .root = part ? outline_read(arena, part) : NULL,
        .added = buffer_on(arena),
    };
    const struct outline *element = outline_first(restarts->root, "w:num");
    for (; element; element = outline_next(element, "w:num"))
        add_list(restarts, element);
    return restarts;
}

static struct list *find(struct restarts *restarts, long number)
{
    struct list *list = restarts->lists;
    while (list && list->number != number)
        list = list->next;
    return list;
}

/* Where the levels of a list begin, as it says itself. */
static void add_levels(struct restarts *restarts, long abstract)
{
    const struct outline *element = outline_first(restarts->root, "w:abstractNum");
    while (element && number_of(restarts->arena, element, "w:abstractNumId") != abstract)
        element = outline_next(element, "w:abstractNum");
    const struct outline *level = outline_first(element, "w:lvl");
    for (; level; level = outline_next(level, "w:lvl")) {
        long start = number_of(restarts->arena, outline_first(level, "w:start"), "w:val");
        buffer_printf(&restarts->added,
                      "<w:lvlOverride w:ilvl=\"%ld\"><w:startOverride w:val=\"%ld\"/>"
                      "</w:lvlOverride>",
                      number_of(restarts->arena, level, "w:ilvl"), start < 0 ? 0 : start);
    }
}

long restarts_number(struct restarts *restarts, long number)
{
    struct list *list = find(restarts, number);
    if (!list || list->current)
        return list ? list->current : number;
    list->current = ++restarts->last;
    buffer_printf(&restarts->added, "<w:num w:numId=\"%ld\"><w:abstractNumId w:val=\"%ld\"/>",
                  list->current, list->abstract);
    add_levels(restarts, list->abstract);
    buffer_add(&restarts->added, "</w:num>");
    return list->current;
}

long restarts_begin(struct restarts *restarts, long number)
{
    struct list *list = find(restarts, number);
    long before = list ? list->current : number;
    if (list)
        list->current = 0;
    return before;
}

void restarts_resume(struct restarts *restarts, long number, long before)
{
    struct list *list = find(restarts, number);
    if (list)
        list->current = before;
}

/* Behind the last w:num: w:numIdMacAtCleanup may follow (CT_Numbering). */
const char *restarts_part(struct restarts *restarts, size_t *length)
{
    const struct outline *last = outline_first(restarts->root, "w:num");
    if (!restarts->added.length || !last)
        return NULL;
    for (const struct outline *next = last; next; next = outline_next(next, "w:num"))
        last = next;
    struct buffer out = buffer_on(restarts->arena);
    buffer_add_n(&out, restarts->part, last->end);
    buffer_add(&out, restarts->added.text);
    buffer_add(&out, restarts->part + last->end);
    *length = out.length;
    return out.text;
}
