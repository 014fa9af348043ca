/* Names of departments, where the document prints them as names. */
#include "check/names.h"

#include <string.h>

#include "base/text.h"
#include "check/column.h"

enum { NAMES_MOST = 300 };

static bool has_name(const struct names_printed *names, const char *text)
{
    for (const struct printed_name *name = names->first; name; name = name->next)
        if (text_equal(name->text, text))
            return true;
    return false;
}

static void add_name(struct subject *subject, struct names_printed *names,
                     struct printed_name found_here)
{
    if (names->count >= NAMES_MOST || has_name(names, found_here.text))
        return;
    struct printed_name *name = ARENA_NEW(subject->arena, struct printed_name);
    *name = found_here;
    if (names->last)
        names->last->next = name;
    else
        names->first = name;
    names->last = name;
    names->count++;
}

static bool is_label(const struct subject *subject, const char *word)
{
    return matches(subject, "^" DUTY UNIT "?$", word);
}

/* All names between two bytes of a paragraph. */
static void add_names(struct subject *subject, struct names_printed *names,
                      const struct passage *passage, size_t start, size_t end)
{
    struct match match = {.end = {start}};
    while (names->count < NAMES_MOST &&
           pattern_find(subject->patterns, "[^\\s、，。,；;：:（）()]+", passage->text,
                        match.end[0], &match) &&
           match.start[0] < end) {
        const char *word = match_text(subject->arena, passage->text, &match, 0);
        if (!is_label(subject, word))
            add_name(subject, names,
                     (struct printed_name){.text = word,
                                           .passage = passage,
                                           .start = match.start[0],
                                           .end = match.end[0]});
    }
}

static void add_addressed(struct subject *subject, struct names_printed *names)
{
    const struct passage *addressee = passage_next(subject, NULL, ROLE_ADDRESSEE);
    if (addressee)
        add_names(subject, names, addressee, 0, strlen(addressee->text));
}

static void add_columns(struct subject *subject, struct names_printed *names)
{
    for (const struct passage *header = NULL; (header = column_of_departments(subject, header));)
        for (const struct passage *p = header; (p = column_next(header, p));)
            add_names(subject, names, p, 0, strlen(p->text));
}

static void add_labelled(struct subject *subject, struct names_printed *names,
                         const struct passage *passage)
{
    struct match match = {.end = {0}};
    while (speaks_of_units(passage->text + match.end[0]) &&
           pattern_find(subject->patterns, DUTY UNIT "[：:;；]([^（）()]+)", passage->text,
                        match.end[0], &match))
        add_names(subject, names, passage, match.start[1], match.end[1]);
}

struct names_printed names_addressed(struct subject *subject)
{
    struct names_printed names = {0};
    add_addressed(subject, &names);
    return names;
}

struct names_printed names_in_columns(struct subject *subject)
{
    struct names_printed names = {0};
    add_columns(subject, &names);
    return names;
}

struct names_printed names_everywhere(struct subject *subject)
{
    struct names_printed names = {0};
    add_addressed(subject, &names);
    add_columns(subject, &names);
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (speaks_of_units(p->text))
            add_labelled(subject, &names, p);
    return names;
}
