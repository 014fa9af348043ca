/* One term in two forms. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "check/prose.h"

/* A term in marks of quotation: the same key means the same words, but for blanks and marks. */
struct term {
    const struct passage *passage;
    size_t start, end;
    const char *key;  /* characters, letters and digits alone */
    const char *form; /* with its marks, half-width ones as full-width ones */
};

struct terms {
    struct subject *subject;
    struct term *items;
    size_t count, room;
};

enum { KEY_LEAST = 3 }; /* characters: what is shorter may be two things */

static bool is_letter(uint32_t code)
{
    return code_is_han(code) || code_is_latin(code);
}

static uint32_t widen(uint32_t code)
{
    switch (code) {
    case 0x3000:
        return ' ';
    case '<':
        return 0x3008;
    case '>':
        return 0x3009;
    default:
        return code > ' ' && code < 0x7F && !is_letter(code) ? code + 0xFEE0 : code;
    }
}

static void add_term(struct terms *terms, const struct passage *passage, size_t start, size_t end)
{
    struct buffer key = buffer_on(terms->subject->arena), form = key;
    for (const char *at = passage->text + start; at < passage->text + end;) {
        uint32_t code = text_next(&at);
        buffer_add_code(&form, widen(code));
        if (is_letter(code))
            buffer_add_code(&key, code);
    }
    if (text_count(buffer_text(&key)) < KEY_LEAST)
        return;
    terms->items = arena_make_room(terms->subject->arena, terms->items, sizeof *terms->items,
                                   terms->count, &terms->room);
    terms->items[terms->count++] =
        (struct term){passage, start, end, buffer_text(&key), buffer_text(&form)};
}

static void collect(struct terms *terms, const char *mark, const char *expression)
{
    struct match match;
    for (const struct passage *p = terms->subject->passages; p; p = p->next) {
        size_t from = 0;
        while (strstr(p->text, mark) &&
               pattern_find(terms->subject->patterns, expression, p->text, from, &match)) {
            from = match.end[0];
            add_term(terms, p, match.start[0], from);
        }
    }
}

static int compare(const void *left, const void *right)
{
    const struct term *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    if (!order)
        order = (a->passage->rank > b->passage->rank) - (a->passage->rank < b->passage->rank);
    return order ? order : (a->start > b->start) - (a->start < b->start);
}

static size_t count_form(const struct term *terms, size_t count, const char *form)
{
    size_t same = 0;
    for (size_t i = 0; i < count; i++)
        same += text_equal(terms[i].form, form);
    return same;
}

static char *words_of(struct subject *subject, const struct term *term)
{
    return words_in(subject, term->passage, term->start, term->end);
}

/* The rarer form is taken for the slip, of two alike the later. */
static void check_forms(struct subject *subject, const struct term *terms, size_t count)
{
    const struct term *other = NULL;
    for (size_t i = 0; i < count && !other; i++)
        if (!text_equal(terms[i].form, terms[0].form))
            other = &terms[i];
    if (!other)
        return;
    bool later = count_form(terms, count, other->form) <= count_form(terms, count, terms[0].form);
    const struct term *slip = later ? other : terms, *usual = later ? terms : other;
    FOUND(subject, RULE_TERM_VARIANT, spot_in(subject, slip->passage, slip->start, slip->end),
          words_of(subject, slip), words_of(subject, usual));
}

static void check_quoted(struct subject *subject)
{
    struct terms terms = {.subject = subject};
    collect(&terms, "“", "“[^“”]{2,60}”");
    collect(&terms, "《", "《[^《》]{2,100}》");
    if (terms.count)
        qsort(terms.items, terms.count, sizeof *terms.items, compare);
    for (size_t i = 0, many; i < terms.count; i += many) {
        for (many = 1;
             i + many < terms.count && text_equal(terms.items[i + many].key, terms.items[i].key);)
            many++;
        check_forms(subject, terms.items + i, many);
    }
}

/* Words that are printed in one of two ways, not in both. */
static const struct pair {
    const char *bare, *marked;
    const char *expression; /* the bare form where it should bear its mark */
} pairs[] = {
    {"质量月", "“质量月”", "(?:“[^”]*”|《[^》]*》|‘[^’]*’)(*SKIP)(*F)|质量月"},
    {"質量月", "“質量月”", "(?:“[^”]*”|《[^》]*》|‘[^’]*’)(*SKIP)(*F)|質量月"},
    {"党委政府", "党委、政府", "党委政府"},
    {"黨委政府", "黨委、政府", "黨委政府"},
    {"省委省政府", "省委、省政府", "省委省政府"},
    {"市委市政府", "市委、市政府", "市委市政府"},
    {"县委县政府", "县委、县政府", "县委县政府"},
    {"区委区政府", "区委、区政府", "区委区政府"},
    {"党中央国务院", "党中央、国务院", "党中央国务院"},
};

static void check_pair(struct subject *subject, const struct pair *pair)
{
    struct match match;
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (strstr(p->text, pair->bare) &&
            pattern_find(subject->patterns, pair->expression, p->text, 0, &match))
            FOUND(subject, RULE_TERM_VARIANT, spot_in(subject, p, match.start[0], match.end[0]),
                  pair->bare, pair->marked);
}

void check_terms(struct subject *subject)
{
    check_quoted(subject);
    size_t start;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (passage_with(subject, pairs[i].marked, &start))
            check_pair(subject, &pairs[i]);
}
