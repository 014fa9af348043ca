/* Counts in the prose against what can be counted. */
#include <string.h>

#include "base/ordinal.h"
#include "base/text.h"
#include "check/column.h"
#include "check/departments.h"
#include "check/families.h"
#include "check/kind.h"
#include "check/listed.h"
#include "check/names.h"
#include "check/office.h"

#define NUMBER "([0-9]{1,3}|[一二三四五六七八九十]{1,3})"
#define TOTAL "(?:一共|总共|共计|共有|共|總共|共計)"

enum counted { LISTED, ADDRESSED, IN_COLUMN, SIGNED, ROWS, ANNEXES };

static const char *const counted_words[][LANGUAGE_COUNT] = {
    [LISTED] = {"are listed before it", "前面列出的"},
    [ADDRESSED] = {"are addressed", "主送的"},
    [IN_COLUMN] = {"stand in the column of departments", "表里的部门"},
    [SIGNED] = {"sign", "署名的"},
    [ROWS] = {"stand in the column of that name", "表里这一列的"},
    [ANNEXES] = {"are listed", "附件说明里列出的"},
};

/* A number that is printed, with the word behind it. */
struct announced {
    const struct passage *passage;
    size_t start, end; /* of 17项 */
    long number;
};

static struct announced announced_in(const struct passage *passage, const struct match *match,
                                     int group)
{
    return (struct announced){
        .passage = passage,
        .start = match->start[group],
        .end = match->end[group + 1],
        .number = ordinal_value(&(const char *){passage->text + match->start[group]}),
    };
}

static void report(struct subject *subject, const struct announced *announced, enum counted counted,
                   long number)
{
    const char *const *words = counted_words[counted];
    FOUND(subject, RULE_COUNT_DIFFERS,
          spot_in(subject, announced->passage, announced->start, announced->end),
          words_in(subject, announced->passage, announced->start, announced->end),
          number_text(subject, number), words[LANGUAGE_ENGLISH], words[LANGUAGE_CHINESE]);
}

static bool ends_with_name(const char *text, size_t end, const char *name)
{
    size_t length = strlen(name);
    return length && end >= length && strncmp(text + end - length, name, length) == 0;
}

/* How many sign, if the words before `end` name one of them; 0 if they do not. */
static long count_signers(const struct subject *subject, const struct passage *passage, size_t end)
{
    long count = 0;
    bool is_signer = false;
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (p->section == passage->section && is_signature(p) && !text_is_blank(p->text)) {
            is_signer = is_signer || ends_with_name(passage->text, end, p->text);
            count++;
        }
    return is_signer && count > 1 ? count : 0;
}

/* 市场监管总局等21个部门 counts those who sign, A、B、C等3个领域 what stands before it; after units
 * 等 may be left out. */
static const char listed_expression[] =
    "(?|等" NUMBER "([个個项項类類种種家条條大](?:部门|部門|单位|單位)?)"
    "|(?<=[局委办辦室院部会會厅廳])" NUMBER "([个個](?:部门|部門|单位|單位)))"
    "(?!以上|以下|左右|多|余|餘)";

static void check_listed(struct subject *subject, const struct passage *passage,
                         const struct match *match)
{
    struct announced announced = announced_in(passage, match, 1);
    size_t end = match->start[0];
    bool may_sign = speaks_of_units(match_text(subject->arena, passage->text, match, 2)) &&
                    listed_items(passage->text, end) <= 2;
    long signers = may_sign ? count_signers(subject, passage, end) : 0;
    long listed = listed_differs(passage->text, end, announced.number);
    if (signers && signers != announced.number)
        report(subject, &announced, SIGNED, signers);
    else if (listed)
        report(subject, &announced, LISTED, listed);
}

static void check_lists(struct subject *subject, const struct passage *passage)
{
    struct match match = {.end = {0}};
    while (pattern_find(subject->patterns, listed_expression, passage->text, match.end[0], &match))
        check_listed(subject, passage, &match);
}

/* A count that may be meant, and whether another that may be meant agrees. */
struct candidates {
    long announced;
    long number; /* 0: none yet */
    enum counted counted;
    bool agrees;
};

static void add_candidate(struct candidates *candidates, enum counted counted, long number)
{
    candidates->agrees = candidates->agrees || number == candidates->announced;
    if (number > 1 && !candidates->number) {
        candidates->number = number;
        candidates->counted = counted;
    }
}

/* 0 if one of them is a group. */
static long count_offices(const struct names_printed *names)
{
    for (const struct printed_name *name = names->first; name; name = name->next)
        if (!office_is_one(name->text))
            return 0;
    return (long)names->count;
}

/* What the data knows can only agree: nothing of it need be printed. */
static void agree_with_data(const struct subject *subject, struct candidates *candidates)
{
    long declared = 0, in_table = 0;
    for (const struct department *d = departments_of_notice(subject); d; d = d->next)
        declared++;
    for (const struct department *d = departments_of_rubric(subject); d; d = d->next)
        in_table += d->indicators > 0 && !d->collective;
    candidates->agrees = candidates->agrees || declared == candidates->announced ||
                         in_table == candidates->announced;
}

/* 本次考核涉及13个市直单位: those who are addressed or stand in the table. */
static void check_units(struct subject *subject, const struct passage *passage)
{
    struct match match;
    if (!pattern_find(subject->patterns,
                      "(?:本次|此次|本年度|今年|考核)[^，。；：]{0,12}(?:涉及|共有|共计|共)到?"
                      "[我全]?[市县区省州旗]?的?" NUMBER
                      "(个[市县区省州旗]直(?:机关)?(?:单位|部门))",
                      passage->text, 0, &match))
        return;
    struct announced announced = announced_in(passage, &match, 1);
    struct candidates candidates = {.announced = announced.number};
    struct names_printed addressed = names_addressed(subject), column = names_in_columns(subject);
    add_candidate(&candidates, ADDRESSED, count_offices(&addressed));
    add_candidate(&candidates, IN_COLUMN, count_offices(&column));
    agree_with_data(subject, &candidates);
    if (candidates.number && !candidates.agrees)
        report(subject, &announced, candidates.counted, candidates.number);
}

/* Cells below a header; those of equal text in a row count once, as if they were merged. */
static long count_rows(const struct passage *header)
{
    long count = 0;
    const char *before = "";
    for (const struct passage *p = header; (p = column_next(header, p));) {
        bool counts = p->block == p->cell->first && !text_is_blank(p->text) &&
                      !text_equal(p->text, header->text) && !text_equal(p->text, before);
        count += counts;
        before = counts ? p->text : before;
    }
    return count;
}

/* 考核要点共17项: the rows of the column 考核要点, in one table or in all. */
static void check_total(struct subject *subject, const struct passage *passage,
                        const struct match *match)
{
    struct announced announced = announced_in(passage, match, 2);
    struct candidates candidates = {.announced = announced.number};
    const char *noun = match_text(subject->arena, passage->text, match, 1);
    long all = 0;
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (p->cell && text_equal(p->text, noun)) {
            long rows = count_rows(p);
            add_candidate(&candidates, ROWS, rows);
            all += rows;
        }
    if (candidates.number && !candidates.agrees && all != announced.number)
        report(subject, &announced, ROWS, candidates.number);
}

static void check_totals(struct subject *subject, const struct passage *passage)
{
    struct match match = {.end = {0}};
    while (pattern_find(
        subject->patterns,
        "(?:^|[，。；：！？])(?:本次|此次|今年|本年度|年度|全部)?(\\p{Han}{2,10}?)" TOTAL NUMBER
        "([项條条个個類类])(?!以上|以下|左右|多|余|餘)",
        passage->text, match.end[0], &match))
        check_total(subject, passage, &match);
}

/* 附件共3份 */
static void check_annexes_total(struct subject *subject, const struct passage *passage)
{
    struct match match;
    if (!pattern_find(subject->patterns, "附件" TOTAL NUMBER "([份个個件])", passage->text, 0,
                      &match))
        return;
    struct announced announced = announced_in(passage, &match, 1);
    long count = 0;
    for (const struct passage *p = subject->passages; p; p = p->next)
        count += p->section == passage->section && is_annex_item(p);
    if (count && count != announced.number)
        report(subject, &announced, ANNEXES, count);
}

void check_counts(struct subject *subject)
{
    for (const struct passage *p = subject->passages; p; p = p->next) {
        if (strstr(p->text, "等") || strstr(p->text, "部门") || strstr(p->text, "部門") ||
            strstr(p->text, "单位") || strstr(p->text, "單位"))
            check_lists(subject, p);
        if (strstr(p->text, "共") || strstr(p->text, "涉及")) {
            check_units(subject, p);
            check_totals(subject, p);
            check_annexes_total(subject, p);
        }
    }
}
