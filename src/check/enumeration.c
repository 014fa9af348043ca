/* Numbers that are typed by hand inside a paragraph: 一是…二是…, 1.…2.…, （1）…（2）…. */
#include <string.h>

#include "base/ordinal.h"
#include "base/text.h"
#include "check/prose.h"

#define AFTER_COMMA "(?:^|[，。；：！？,;:])\\s?"

/* Of the expression, group 1 is the number as printed, group 2 its value, group 3 the mark after
 * digits, which may have been forgotten. */
struct kind {
    const char *needle; /* of the second number: without it there is no series */
    const char *expression;
    const char *before, *after; /* as it is printed, without the mark of group 3 */
    bool han;
};

static const struct kind kinds[] = {
    {"二是", AFTER_COMMA "(([一二三四五六七八九十]{1,3})是)(?!否)", "", "是", true},
    {"第二", "(?:^|[。；：！？;:])\\s?(第([一二三四五六七八九十]{1,3})[，,])", "第", "，", true},
    {"2",
     AFTER_COMMA "(([0-9]{1,2})([.．、,，]?))(?![个家名项次年月日时分天人条件份种类级])"
                 "(?=[" PATTERN_HAN "A-Z“《（]|[0-9]{4}年)",
     "", "", false},
    {"2）", AFTER_COMMA "(（([0-9]{1,2})）)", "（", "）", false},
};

/* The series that is open in a paragraph. */
struct progress {
    struct subject *subject;
    const struct passage *passage;
    const struct kind *kind;
    long last;        /* 0: none is open */
    const char *mark; /* after its first number */
};

/* What should stand there. */
static char *due(const struct progress *progress)
{
    struct arena *arena = progress->subject->arena;
    const struct kind *kind = progress->kind;
    const char *next = number_print(arena, progress->last + 1, kind->han);
    return arena_printf(arena, "%s%s%s%s", kind->before, next, progress->mark, kind->after);
}

static struct spot spot_of_number(const struct progress *progress, const struct match *match)
{
    return spot_in(progress->subject, progress->passage, match->start[1], match->end[1]);
}

static char *printed(const struct progress *progress, const struct match *match)
{
    return match_text(progress->subject->arena, progress->passage->text, match, 1);
}

/* A digit without its point is a number only where one is due. */
static void add(struct progress *progress, const struct match *match)
{
    const char *text = progress->passage->text, *at = text + match->start[2];
    const char *mark = match_text(progress->subject->arena, text, match, 3);
    bool forgotten = match_has(match, 3) && (!*mark || strstr(",，", mark));
    long value = ordinal_value(&at);
    if (progress->last && value == progress->last + 1) {
        if (!text_equal(mark, progress->mark))
            FOUND(progress->subject, RULE_HEADING_FORM, spot_of_number(progress, match),
                  printed(progress, match), "1", due(progress));
    } else if (forgotten || (value != 1 && !progress->last)) {
        return;
    } else if (value == 1) {
        progress->mark = mark;
    } else {
        FOUND(progress->subject, RULE_HEADING_SERIES, spot_of_number(progress, match),
              printed(progress, match), due(progress));
    }
    progress->last = value;
}

static void check_kind(struct subject *subject, const struct passage *passage,
                       const struct kind *kind)
{
    struct progress progress = {subject, passage, kind, 0, ""};
    struct match match;
    size_t from = 0;
    while (pattern_find(subject->patterns, kind->expression, passage->text, from, &match)) {
        add(&progress, &match);
        from = match.end[0];
    }
}

void check_enumerations(struct subject *subject)
{
    for (const struct passage *p = subject->passages; p; p = p->next)
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if (strstr(p->text, kinds[i].needle))
                check_kind(subject, p, &kinds[i]);
}
