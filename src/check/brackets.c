/* Brackets and quotation marks that lack their partner. */
#include <string.h>

#include "base/text.h"
#include "check/prose.h"

/* What opens deeper than this is given up. */
enum { DEPTH_MOST = 64 };

/* Half-width brackets pair with full-width ones: their form is another rule's. */
static const struct bracket {
    const char *opening[2];
    const char *closing[2];
} brackets[] = {
    {{"（", "("}, {"）", ")"}}, {{"《"}, {"》"}}, {{"〈"}, {"〉"}}, {{"“"}, {"”"}}, {{"‘"}, {"’"}},
    {{"【"}, {"】"}},           {{"〔"}, {"〕"}}, {{"「"}, {"」"}},
};

/* What their bytes begin with, and those of 、 and 。, but of no Han character. */
static const char first_bytes[] = "()\xE2\xE3\xEF";

/* A bracket in the text. */
struct found_bracket {
    const struct bracket *kind;
    bool closes;
    const struct passage *passage;
    size_t start, end;
};

/* Those that are open in a paragraph, or in a title or cell of several paragraphs. */
struct nest {
    struct subject *subject;
    struct found_bracket open[DEPTH_MOST];
    int depth;
    bool told; /* one finding is enough: what follows may be its consequence */
};

static size_t length_of_any(const char *text, const char *const words[2])
{
    for (int i = 0; i < 2 && words[i]; i++)
        if (text_starts(text, words[i]))
            return strlen(words[i]);
    return 0;
}

static bool bracket_at(const char *text, struct found_bracket *bracket)
{
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t opening = length_of_any(text, brackets[i].opening);
        size_t closing = length_of_any(text, brackets[i].closing);
        bracket->kind = &brackets[i];
        bracket->closes = closing > 0;
        bracket->end = bracket->start + opening + closing;
        if (opening + closing)
            return true;
    }
    return false;
}

static void tell(struct nest *nest, const struct found_bracket *bracket)
{
    const struct bracket *kind = bracket->kind;
    const char *partner = bracket->closes ? kind->opening[0] : kind->closing[0];
    if (!nest->told)
        FOUND(nest->subject, RULE_BRACKETS_UNPAIRED,
              spot_in(nest->subject, bracket->passage, bracket->start, bracket->end),
              words_in(nest->subject, bracket->passage, bracket->start, bracket->end), partner);
    nest->told = true;
}

static void open_bracket(struct nest *nest, const struct found_bracket *bracket)
{
    if (nest->depth == DEPTH_MOST)
        nest->told = true;
    else
        nest->open[nest->depth++] = *bracket;
}

/* Whole characters before a byte: enough for the number of an item, and the mark before it. */
static const char *just_before(struct arena *arena, const char *text, size_t end)
{
    enum { BYTES = 16 };
    const char *from = end > BYTES ? text_back(text, text + end - BYTES) : text;
    return arena_copy_n(arena, from, (size_t)(text + end - from));
}

/* 1） or a) before an item, and the apostrophe of a foreign word. */
static bool needs_no_partner(const struct nest *nest, const struct found_bracket *bracket)
{
    static const char item[] =
        "(?:^|[，。；：！？、,;:\\s])(?:[0-9a-zA-Z]{1,2}|[一二三四五六七八九十]{1,3})$";
    const char *text = bracket->passage->text;
    if (text_equal(bracket->kind->closing[0], "’"))
        return code_is_latin(text_before(text, text + bracket->start));
    return text_equal(bracket->kind->closing[0], "）") &&
           matches(nest->subject, item, just_before(nest->subject->arena, text, bracket->start));
}

static void close_bracket(struct nest *nest, const struct found_bracket *bracket)
{
    int depth = nest->depth;
    while (depth > 0 && nest->open[depth - 1].kind != bracket->kind)
        depth--;
    if (depth == 0) {
        if (!needs_no_partner(nest, bracket))
            tell(nest, bracket);
        return;
    }
    if (depth < nest->depth)
        tell(nest, &nest->open[nest->depth - 1]);
    nest->depth = depth - 1;
}

static void add(struct nest *nest, const struct passage *passage)
{
    struct found_bracket bracket = {.passage = passage};
    const char *at = passage->text;
    while (*(at += strcspn(at, first_bytes))) {
        bracket.start = (size_t)(at - passage->text);
        if (!bracket_at(at, &bracket)) {
            text_next(&at);
            continue;
        }
        (bracket.closes ? close_bracket : open_bracket)(nest, &bracket);
        at = passage->text + bracket.end;
    }
}

/* A title or an annotation may be broken into paragraphs, a cell may hold several. */
static bool goes_on(const struct passage *passage)
{
    const struct passage *next = passage->next;
    bool breaks = passage->role == ROLE_TITLE || passage->role == ROLE_NOTE;
    return next && next->section == passage->section && next->cell == passage->cell &&
           (passage->cell || (breaks && next->role == passage->role));
}

void check_brackets(struct subject *subject)
{
    struct nest nest = {.subject = subject};
    for (const struct passage *p = subject->passages; p; p = p->next) {
        add(&nest, p);
        if (goes_on(p))
            continue;
        if (nest.depth)
            tell(&nest, &nest.open[0]);
        nest.depth = 0;
        nest.told = false;
    }
}
