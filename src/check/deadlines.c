/* Deadlines: after the issue, on a working day, and named. */

#include "base/text.h"
#include "check/dates.h"
#include "data/rest_days.h"

/* Verbs that hand in a paper; 报告, 通报 and the like are nouns. */
#define REPORT_VERB                                                                                \
    "(?<![通汇匯情海墙举舉预預日晚周简簡])[报報](?![告纸紙道表废廢警价價关關销銷刊考])"
#define DELIVER_VERB                                                                               \
    "提交|递交|遞交|上交|交[至到给給]|送[达達至交到]|反[馈饋]|寄[至到送]|回[复復]|函告"
#define SEND_VERB "上[传傳]|[传傳]至|[发發][至到送]"
#define HAND_IN "(?:" REPORT_VERB "|" DELIVER_VERB "|" SEND_VERB ")"
/* To the end of the sentence, or to the next day that it names. */
#define ON "^(?:(?![0-9]\\s*月)[^。；;！!])*?"
#define IN_CLAUSE "[^，,。；;！!]"

/* 于8月1日前已报送的, 每年12月1日前, 8月1日前报送的单位得2分 */
static bool tells_or_scores(const struct subject *subject, const char *before, const char *after)
{
    return matches(subject, "(?:已|曾|未|原定|每[年月季周])" IN_CLAUSE "*$", before) ||
           matches(subject, "^" IN_CLAUSE "*?(?:已|曾|以来|以來|[送交报報馈饋成]的)", after) ||
           matches(subject,
                   "^[^。；;]*?(?:[得扣]\\s*[0-9.]*\\s*分|[（(]\\s*[0-9.]+\\s*分\\s*[）)])", after);
}

/* In a table the whole cell names the time limit of its row: other cells tell what is measured. */
enum due due_at(const struct subject *subject, const struct passage *passage, size_t start,
                size_t end)
{
    if (passage->table)
        return start == 0 && passage->text[end] == '\0' ? DUE_WORK : DUE_NOTHING;
    const char *after = words_after(subject, passage->text, end);
    if (tells_or_scores(subject, words_before(subject, passage->text, start), after))
        return DUE_NOTHING;
    if (matches(subject, ON HAND_IN, after))
        return DUE_PAPER;
    return matches(subject, ON "完成", after) ? DUE_WORK : DUE_EVENT;
}

static void check_rest_day(struct subject *subject, const struct day *day)
{
    const struct rest_days *rest_days = subject->what->rest_days;
    int weekday = date_weekday(day->date);
    const char *holiday = NULL;
    if (rest_days ? !rest_days_is_rest(rest_days, day->date, &holiday) : weekday % 6 != 0)
        return;
    if (holiday)
        FOUND(subject, RULE_DEADLINE_REST_DAY, day_spot(subject, day), day_text(subject, day),
              arena_printf(subject->arena, "in the holiday %s", holiday),
              arena_printf(subject->arena, "%s假期", holiday));
    else
        FOUND(subject, RULE_DEADLINE_REST_DAY, day_spot(subject, day), day_text(subject, day),
              weekday ? "a Saturday" : "a Sunday", weekday ? "星期六" : "星期日");
}

static void check_deadline(struct subject *subject, const struct issue *issue,
                           const struct day *day)
{
    if (issue->date.year && date_compare(day->date, issue->date) < 0)
        FOUND(subject, RULE_DEADLINE_BEFORE_ISSUE, day_spot(subject, day), day_text(subject, day),
              date_print(subject->arena, issue->date));
    else if (day->due == DUE_PAPER)
        check_rest_day(subject, day);
}

#define NUMERAL "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
#define MONTH "(?<![至到止自从從年0-9])((?:(?:[0-9]{4}|[今本])年)?" NUMERAL "月"

/* Times that name no day: 9月下旬, 9月底前, 月底, 年底前, 尽快, and what must be due then. Group 1
 * is the time. What is measured 至9月底 is no deadline; 如有变动，请尽快报送 sets none. */
static const struct {
    const char *needles[4]; /* one of them must be there first */
    const char *expression;
    enum due due;
} vague[] = {
    {{"月"}, MONTH "(?:[底末初]|[上中下]旬|份?(?=[之以]?前))(?:[之以]?前)?)", DUE_PAPER},
    {{"月"}, "(?<![至到止自从從0-9年])([本当當]?月[底末](?:[之以]?前)?)", DUE_PAPER},
    {{"年"}, "(?<![至到止自从從0-9])((?:[0-9]{4}|[今本当當])?年[底末][之以]?前)", DUE_PAPER},
    {{"近", "尽", "儘"},
     "(?:^|[。；;！!])(?:(?!如|若|遇|发现|發現)[^。；;！!])*?"
     "((?<=[于於在请請])近[日期]内?|近[日期][内內]|[尽儘][快早])(?=" IN_CLAUSE "{0,30}?" HAND_IN
     ")",
     DUE_PAPER},
    {{"旬"}, MONTH "[上中下]旬)(?=" IN_CLAUSE "{0,30}?(?:在|召开|举办|举行|开展))", DUE_EVENT},
};

static void check_vague(struct subject *subject, const struct passage *passage, size_t kind)
{
    struct match match = {0};
    while (pattern_find(subject->patterns, vague[kind].expression, passage->text, match.end[0],
                        &match)) {
        size_t start = match.start[1], end = match.end[1];
        if (due_at(subject, passage, start, end) >= vague[kind].due)
            FOUND(subject, RULE_DEADLINE_VAGUE, spot_in(subject, passage, start, end),
                  match_text(subject->arena, passage->text, &match, 1));
    }
}

/* Annexes and tables are full of times that are no deadlines. */
static void check_vague_all(struct subject *subject)
{
    for (const struct passage *p = NULL; (p = issue_next(subject, p));)
        for (size_t kind = 0; kind < sizeof vague / sizeof *vague && !p->table; kind++)
            if (text_has_any(p->text, vague[kind].needles))
                check_vague(subject, p, kind);
}

void check_deadlines(struct subject *subject, const struct dates *dates)
{
    for (const struct day *day = dates->first; day; day = day->next)
        if (day->due >= DUE_WORK && day_is_known(day))
            check_deadline(subject, &dates->issue, day);
    check_vague_all(subject);
}
