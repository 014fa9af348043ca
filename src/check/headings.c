/* Headings: the form of their numbers, levels, and how they end. */
#include <string.h>

#include "base/ordinal.h"
#include "base/text.h"
#include "check/families.h"
#include "check/kind.h"
#include "check/prose.h"
#include "check/tally.h"

/* Longer than this it is a sentence that has a number, no heading. */
enum { HEADING_MOST = 30 };

static bool may_begin_with_number(const struct passage *passage)
{
    return !passage->table &&
           (passage->role == ROLE_BODY || is_heading(passage) || is_list_item(passage));
}

static void check_forms_of_numbers(struct subject *subject)
{
    static const char *const right[ORDINAL_FORMS] = {
        [ORDINAL_HALF_BRACKETS] = "（一）、（1）",
        [ORDINAL_MARK_AFTER] = "（一）、（1）",
        [ORDINAL_POINT] = "一、",
        [ORDINAL_COMMA] = "1.",
    };
    struct tally tallies[ORDINAL_FORMS];
    for (int i = 0; i < ORDINAL_FORMS; i++)
        tallies[i] = (struct tally){.subject = subject, .at_end = true};
    for (const struct passage *p = subject->passages; p; p = p->next) {
        struct ordinal number =
            may_begin_with_number(p) ? ordinal_of(p->text) : (struct ordinal){0};
        if (number.level)
            tally_add(&tallies[number.form], p, number.start, number.end);
    }
    for (int i = ORDINAL_RIGHT + 1; i < ORDINAL_FORMS; i++)
        tally_report(&tallies[i], RULE_HEADING_FORM, right[i]);
}

/* A number, [1], and one written by hand behind it, [2]: 四、五、工作要求, but not
 * 四、一、二、三产业 nor （一）（二）项. */
#define HAN "[一二三四五六七八九十]{1,3}"
static const char doubled[] = "^\\s*(?|(" HAN "、)(" HAN "、)(?!" HAN ")|([（(]" HAN
                              "[）)])([（(]" HAN "[）)])(?![项項款条條])"
                              "|([0-9]{1,2}[.．])\\s*([0-9]{1,2}[.．、])(?![0-9])"
                              "|([（(][0-9]{1,2}[）)])([（(][0-9]{1,2}[）)])(?![项項款条條]))";

static void check_doubled(struct subject *subject)
{
    struct match match;
    for (const struct passage *p = subject->passages; p; p = p->next)
        if ((is_heading(p) || is_list_item(p)) && !p->table &&
            pattern_find(subject->patterns, doubled, p->text, 0, &match))
            FOUND(subject, RULE_HEADING_FORM, spot_in(subject, p, match.start[2], match.end[2]),
                  match_text(subject->arena, p->text, &match, 0), "1",
                  match_text(subject->arena, p->text, &match, 1));
}

static int heading_level(const struct passage *passage)
{
    return is_heading(passage) ? role_info(passage->role)->outline : 0;
}

static bool section_has_level(const struct subject *subject, const struct section *section,
                              int level)
{
    for (const struct passage *p = NULL; (p = passage_next(subject, p, role_heading(level)));)
        if (p->section == section && ordinal_of(p->text).level == level)
            return true;
    return false;
}

static void check_skipped(struct subject *subject)
{
    const struct passage *parent = NULL;
    for (const struct passage *p = subject->passages; p; p = p->next) {
        int level = heading_level(p), above = parent ? heading_level(parent) : level;
        if (!level)
            continue;
        struct ordinal number = ordinal_of(p->text);
        if (parent && parent->section == p->section && level > above + 1 && number.level == level &&
            section_has_level(subject, p->section, above + 1))
            FOUND(subject, RULE_HEADING_LEVEL_SKIPPED,
                  spot_in(subject, p, number.start, number.end),
                  words_in(subject, p, number.start, number.end),
                  ordinal_print(subject->arena, above + 1, 1));
        parent = p;
    }
}

/* In a Word file a short sentence that goes on with a list, （二）…；　（三）…。, looks like a
 * heading.
 */
static bool goes_on_with_list(const struct subject *subject, const struct passage *before,
                              const struct passage *passage)
{
    const char *stop = before ? strstr(before->text, "。") : NULL;
    return subject->what->word && before && ordinal_follows(before, passage) &&
           (!stop || stop[strlen("。")]);
}

/* A heading on a line of its own, with other text below it. */
static bool stands_alone(const struct passage *passage)
{
    const struct passage *next = passage->next;
    const char *stop = strstr(passage->text, "。");
    return next && next->section == passage->section && next->role != passage->role && stop &&
           text_equal(stop, "。") && text_count(passage->text) <= HEADING_MOST;
}

static void check_ends(struct subject *subject)
{
    const struct passage *before = NULL;
    for (const struct passage *p = subject->passages; p; before = p, p = p->next)
        if ((p->role == ROLE_HEADING_1 || p->role == ROLE_HEADING_2) && is_main_text(p) &&
            stands_alone(p) && !goes_on_with_list(subject, before, p)) {
            size_t length = strlen(p->text);
            FOUND(subject, RULE_HEADING_END, spot_in(subject, p, length - strlen("。"), length),
                  p->text);
        }
}

void check_headings(struct subject *subject)
{
    check_series(subject);
    check_enumerations(subject);
    check_forms_of_numbers(subject);
    check_doubled(subject);
    check_skipped(subject);
    check_ends(subject);
}
