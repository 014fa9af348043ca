/* Simplified and traditional characters in one document. */
#include "word/script.h"

#include <string.h>

#include "base/text.h"
#include "check/prose.h"

/* A script with less than one character in so many is a slip; with more, the document is written
 * in both on purpose. */
enum { SLIP = 10, SHOWN_MOST = 8 };

/* One character alone, however often, may be a name's, or one that both scripts have come to
 * share. */
enum { CHARACTERS_LEAST = 2 };

/* What a program that turns simplified into traditional text leaves behind: characters that both
 * scripts have, in words where traditional text has another. */
static const char simplified_words[] =
    "[關對基由至位等屬限終處定]于|示范|[規模典]范|范[圍例]|制[造售作品]|[自志]愿|愿[意望]"
    "|(?:[之以]|結束)后|后續|旅游|游客|征[文集求收]|建筑|巡回|(?<![" PATTERN_HAN "])并[將且對]";

struct slips {
    struct subject *subject;
    const struct passage *passage; /* where the first stands; NULL: there is none */
    size_t start, end;
    long count;
    struct buffer shown; /* each once, the first few */
    int shown_count;
    bool certain; /* whole words were found */
};

struct shares {
    long simplified, traditional;
};

static struct shares count_scripts(const struct subject *subject)
{
    struct shares shares = {0};
    for (const struct passage *p = subject->passages; p; p = p->next)
        for (const char *at = p->text; *at;) {
            enum script script = script_of(text_next(&at));
            shares.simplified += script == SCRIPT_SIMPLIFIED;
            shares.traditional += script == SCRIPT_TRADITIONAL;
        }
    return shares;
}

static void add_slip(struct slips *slips, const struct passage *passage, size_t start, size_t end)
{
    const char *words = words_in(slips->subject, passage, start, end);
    if (!slips->count++) {
        slips->passage = passage;
        slips->start = start;
        slips->end = end;
    }
    if (slips->shown_count == SHOWN_MOST || strstr(buffer_text(&slips->shown), words))
        return;
    buffer_printf(&slips->shown, "%s%s", slips->shown_count++ ? "、" : "", words);
}

static void add_characters(struct slips *slips, const struct passage *passage, enum script wrong)
{
    const char *text = passage->text;
    for (const char *at = text, *start; *(start = at);)
        if (script_of(text_next(&at)) == wrong)
            add_slip(slips, passage, (size_t)(start - text), (size_t)(at - text));
}

static void add_words(struct slips *slips, const struct passage *passage)
{
    struct match match;
    size_t from = 0;
    while (pattern_find(slips->subject->patterns, simplified_words, passage->text, from, &match)) {
        from = match.end[0];
        add_slip(slips, passage, match.start[0], from);
        slips->certain = true;
    }
}

static void report(const struct slips *slips)
{
    struct subject *subject = slips->subject;
    if (slips->certain || slips->shown_count >= CHARACTERS_LEAST)
        FOUND(subject, RULE_SCRIPT_MIXED,
              spot_in(subject, slips->passage, slips->start, slips->end),
              number_text(subject, slips->count), buffer_text(&slips->shown));
}

void check_script(struct subject *subject)
{
    struct shares shares = count_scripts(subject);
    bool traditional = shares.traditional > shares.simplified;
    long fewer = traditional ? shares.simplified : shares.traditional;
    struct slips slips = {.subject = subject, .shown = buffer_on(subject->arena)};
    if (fewer * SLIP > shares.simplified + shares.traditional)
        return;
    for (const struct passage *p = subject->passages; p; p = p->next) {
        if (p->role == ROLE_CONTACT) /* names of people keep their script */
            continue;
        add_characters(&slips, p, traditional ? SCRIPT_SIMPLIFIED : SCRIPT_TRADITIONAL);
        if (traditional)
            add_words(&slips, p);
    }
    report(&slips);
}
