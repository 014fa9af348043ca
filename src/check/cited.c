/* What the text says of annexes. */
#include "check/cited.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "check/kind.h"

/* 附件1, 附件1、2, 附件1至附件3, or 附件 alone; 附件2份 counts, and 附件： begins a list. */
static const char citation_expression[] =
    "附件(?!\\s*[0-9：:])|附件\\s*[0-9]{1,2}(?![0-9]|\\s?[份个個式页頁种種])"
    "(?:\\s*[、，,和及與与至到～~—－-]\\s*(?:附件)?[0-9]{1,2}(?![0-9]|\\s?["
    "份个個式页頁项項种種年月]))*";

enum { NUMBERS = 100 }; /* two digits */

struct citations {
    bool number[NUMBERS];
    bool unnumbered; /* 见附件 */
};

static bool is_range(const char *text, size_t length)
{
    static const char *const marks[] = {"至", "到", "～", "~", "—", "－", "-"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *at = strstr(text, marks[i]);
        if (at && (size_t)(at - text) < length)
            return true;
    }
    return false;
}

/* Marks what a citation names; the highest number, 0 if it names none. */
static long read_numbers(const char *citation, struct citations *citations)
{
    long last = 0, highest = 0;
    for (const char *from = citation, *at = citation; *at;) {
        size_t count = strspn(at, "0123456789");
        if (!count) {
            at++;
            continue;
        }
        const char *digits = at;
        long number = strtol(at, NULL, 10);
        at += count;
        long first = last && is_range(from, (size_t)(digits - from)) ? last : number;
        for (long n = first; n <= number && n < NUMBERS; n++)
            citations->number[n] = true;
        highest = number > highest ? number : highest;
        last = number;
        from = at;
    }
    return highest;
}

/* What stands before an annex of one's own; 《…》附件3 and 省局通知附件3 belong to others. */
static bool is_own(const char *text, size_t at)
{
    uint32_t code = text_before(text, text + at);
    return !code || code_is_one_of(code, " 　，。；：、（(“见見看按照写寫填报報将將把在合附");
}

/* 见附件, where 附件 alone may mean those of anything. */
static bool is_pointed_at(const char *text, size_t at)
{
    return code_is_one_of(text_before(text, text + at), "见見");
}

struct reading {
    struct subject *subject;
    struct citations citations;
    long most; /* annexes that there are; -1: not known */
};

static bool is_absent(const struct reading *reading, long highest, const char *text, size_t at)
{
    if (reading->most < 0 || (highest == 0 && reading->most > 0))
        return false;
    return highest == 0 ? is_pointed_at(text, at) : highest > reading->most && is_own(text, at);
}

static void read_citation(struct reading *reading, const struct passage *passage,
                          const struct match *match)
{
    struct subject *subject = reading->subject;
    char *citation = match_text(subject->arena, passage->text, match, 0);
    bool in_body = !section_is_annex(passage->section);
    long highest = read_numbers(citation, &reading->citations);
    reading->citations.unnumbered |= in_body && highest == 0;
    if (in_body && is_absent(reading, highest, passage->text, match->start[0]))
        FOUND(subject, RULE_ANNEX_CITED_ABSENT,
              spot_in(subject, passage, match->start[0], match->end[0]), citation,
              number_text(subject, reading->most));
}

static bool is_text(const struct passage *passage)
{
    return passage->role != ROLE_TITLE && passage->role != ROLE_SUBTITLE &&
           passage->role != ROLE_ANNEX_LABEL && !is_annex_item(passage);
}

static void read_citations(struct reading *reading)
{
    struct match match;
    for (const struct passage *p = reading->subject->passages; p; p = p->next)
        for (size_t from = 0;
             is_text(p) && strstr(p->text + from, "附件") &&
             pattern_find(reading->subject->patterns, citation_expression, p->text, from, &match);
             from = match.end[0])
            read_citation(reading, p, &match);
}

/* What may name an annex without its number: a title in 《》, and all the text. */
struct body {
    const char *text; /* as annex_plain leaves it, a paragraph a line */
    const char **titles;
    size_t count, room;
};

static void read_titles(const struct subject *subject, struct body *body, const char *text)
{
    enum { CHARACTERS_LEAST = 4 };
    struct match match;
    for (size_t from = 0; strstr(text + from, "《") &&
                          pattern_find(subject->patterns, "《([^《》]+)》", text, from, &match);
         from = match.end[0]) {
        const char *title =
            annex_plain(subject->arena, match_text(subject->arena, text, &match, 1));
        if (text_count(title) < CHARACTERS_LEAST)
            continue;
        body->titles = arena_make_room(subject->arena, body->titles, sizeof *body->titles,
                                       body->count, &body->room);
        body->titles[body->count++] = title;
    }
}

static struct body body_of(const struct subject *subject)
{
    struct body body = {.count = 0};
    struct buffer text = buffer_on(subject->arena);
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (is_text(p) && !section_is_annex(p->section)) {
            buffer_printf(&text, "%s\n", annex_plain(subject->arena, p->text));
            read_titles(subject, &body, p->text);
        }
    body.text = buffer_text(&text);
    return body;
}

/* A title may be a short form of the name, as in 《考核要点》. */
static bool names(const struct body *body, const char *name)
{
    for (size_t i = 0; i < body->count; i++)
        if (strstr(name, body->titles[i]))
            return true;
    return strstr(body->text, name);
}

/* How many bytes of the name stand right before text[most], with or without 《》; 0 if it does not.
 */
static size_t named_before(struct arena *arena, const char *text, size_t most, const char *name)
{
    const char *plain = annex_plain(arena, name);
    size_t length = strlen(plain), mark = strlen("》");
    if (most > mark && strncmp(text + most - mark, "》", mark) == 0)
        most -= mark;
    return most >= length && strncmp(text + most - length, plain, length) == 0 ? length : 0;
}

/* The annex that the words before text[most] name; of names that end alike the longest. */
static const struct annex *annex_named(struct arena *arena, const struct annexes *annexes,
                                       const char *text, size_t most)
{
    const struct annex *named = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < annexes->item_count; i++) {
        size_t length = named_before(arena, text, most, annexes->items[i].name);
        if (length > longest) {
            named = &annexes->items[i];
            longest = length;
        }
    }
    return named;
}

/* 联系人名单（附件2）, 《联系人名单》（见附件2）. */
static void check_names_cited(struct subject *subject, const struct annexes *annexes,
                              const struct passage *passage)
{
    static const char cited[] = "[（(][详詳]?[见見]?附件\\s*([0-9]{1,2})[）)]";
    struct match match = {.end = {0}};
    while (pattern_find(subject->patterns, cited, passage->text, match.end[0], &match)) {
        const char *number = match_text(subject->arena, passage->text, &match, 1);
        const struct annex *named =
            annex_named(subject->arena, annexes, passage->text, match.start[0]);
        if (named && named->number && named->number != strtol(number, NULL, 10))
            FOUND(subject, RULE_ANNEX_CITED_OTHER,
                  spot_in(subject, passage, match.start[1], match.end[1]), named->name, number,
                  number_text(subject, named->number));
    }
}

/* Of two lists nobody knows which is meant. */
static void check_all_names_cited(struct subject *subject, const struct annexed *annexed)
{
    for (const struct passage *p = subject->passages; p && annexed->count == 1; p = p->next)
        if (is_text(p) && !section_is_annex(p->section) && strstr(p->text, "附件"))
            check_names_cited(subject, &annexed->list[0], p);
}

static bool is_cited(const struct citations *citations, size_t number)
{
    return number < NUMBERS && citations->number[number];
}

/* An annex with a wrong number may be cited by its right one. */
static void check_cited(struct subject *subject, const struct citations *citations,
                        const struct body *body, const struct annexes *annexes)
{
    for (size_t i = 0; i < annexes->item_count && !citations->unnumbered; i++) {
        const struct annex *item = &annexes->items[i];
        size_t number = item->number > 0 ? (size_t)item->number : i + 1;
        if (!is_cited(citations, number) && !is_cited(citations, i + 1) &&
            !names(body, annex_plain(subject->arena, item->name)))
            FOUND(subject, RULE_ANNEX_UNCITED,
                  spot_in(subject, item->passage, item->match.start[ITEM_NAME],
                          item->match.end[ITEM_NAME]),
                  item->name,
                  annexes->item_count > 1 ? arena_printf(subject->arena, "附件%zu", number)
                                          : "附件");
    }
}

/* A Word file may have lost its list and its pages; then nothing is known. */
static long most_annexes(const struct subject *subject, const struct annexed *annexed)
{
    size_t most = 0;
    for (size_t i = 0; i < annexed->count; i++) {
        const struct annexes *list = &annexed->list[i];
        most = list->item_count > most ? list->item_count : most;
        most = list->page_count > most ? list->page_count : most;
    }
    bool is_known = annexed->count > 0 && (most > 0 || subject->what->notice);
    return is_known ? (long)most : -1;
}

void check_citations(struct subject *subject, const struct annexed *annexed)
{
    struct reading reading = {subject, {{0}, false}, most_annexes(subject, annexed)};
    read_citations(&reading);
    check_all_names_cited(subject, annexed);
    struct body body = body_of(subject);
    for (size_t i = 0; i < annexed->count; i++)
        check_cited(subject, &reading.citations, &body, &annexed->list[i]);
}
