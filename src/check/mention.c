/* Reads days in text. */
#include "check/mention.h"

#include <string.h>

/* Blanks may stand inside, as Word files have them; 前往 and the like are other words. */
#define MONTH "(?:(?<![0-9])([0-9]{4})\\s*年\\s*|(\\S)年\\s*)?(?<![0-9])([0-9]{1,2})\\s*月\\s*"
#define DAY "(([0-9]{1,2})\\s*[日号號])"
#define WEEKDAY_BESIDE "(?:\\s*[（(]?\\s*(?:星期|周|週)([日天一二三四五六])\\s*[）)]?)?"
#define HOUR "(?:[上下]班|[0-9]{1,2}[时時点點:：](?:[0-9]{2}分?|[半整])?)"
#define UNTIL                                                                                      \
    "(?:\\s*[（(]含(?:当[日天])?[）)])?"                                                     \
    "(?:\\s*(?:上午|下午|中午|晚上?|早上?)?\\s*" HOUR "?\\s*[之以]?(前)(?![往后後夕来來去述]))?"

static const char any_day[] = MONTH DAY WEEKDAY_BESIDE UNTIL;
static const char day_here[] = "\\G(?:" MONTH ")?" DAY WEEKDAY_BESIDE UNTIL;
static const char joint_here[] = "\\G起?\\s*(?:(到)|(至)|[-—–－~～]{1,2})\\s*";

/* Groups of the first two: YEAR_WORD is the character before 年 where no year in digits is;
 * WHOLE_DAY includes 日. */
enum { YEAR = 1, YEAR_WORD, MONTH_NUMBER, WHOLE_DAY, DAY_NUMBER, WEEKDAY, BEFORE };

/* How much earlier a last day's month must be for a year to have turned in between. */
enum { TURN_MONTHS = 6 };

/* 0 if the group took no part; it has four digits at most. */
static int number_of(const char *text, const struct match *match, int group)
{
    int number = 0;
    if (match_has(match, group))
        for (size_t i = match->start[group]; i < match->end[group]; i++)
            number = number * 10 + (text[i] - '0');
    return number;
}

static bool is_word(const char *text, const struct match *match, int group, const char *word)
{
    size_t length = match->end[group] - match->start[group];
    return length == strlen(word) && memcmp(text + match->start[group], word, length) == 0;
}

static int weekday_of(const char *text, const struct match *match)
{
    static const char *const names[] = {"日", "一", "二", "三", "四", "五", "六", "天"};
    if (match_has(match, WEEKDAY))
        for (int i = 0; i <= 7; i++)
            if (is_word(text, match, WEEKDAY, names[i]))
                return i % 7;
    return -1;
}

static bool is_adrift(const char *text, const struct match *match)
{
    return match_has(match, YEAR_WORD) && !is_word(text, match, YEAR_WORD, "今") &&
           !is_word(text, match, YEAR_WORD, "本");
}

static struct mention mention_of(const char *text, const struct match *match)
{
    return (struct mention){
        .date = {number_of(text, match, YEAR), number_of(text, match, MONTH_NUMBER),
                 number_of(text, match, DAY_NUMBER)},
        .adrift = is_adrift(text, match),
        .weekday = weekday_of(text, match),
        .before = match_has(match, BEFORE),
        .start = match->start[0],
        .end = match->end[WHOLE_DAY],
        .tail = match->end[0],
    };
}

static enum joint joint_of(const struct match *match)
{
    return match_has(match, 1) ? JOINT_TO : match_has(match, 2) ? JOINT_UNTIL : JOINT_DASH;
}

/* What a last day leaves out is that of the first. */
static void complete_last(const struct mention *first, struct mention *last)
{
    if (!last->date.month)
        last->date.month = first->date.month;
    if (last->date.year || last->adrift)
        return;
    last->adrift = first->adrift;
    if (first->date.year)
        last->date.year = first->date.year + (first->date.month - last->date.month >= TURN_MONTHS);
}

static bool read_last(struct patterns *patterns, const char *text, struct mention *mention)
{
    struct match joint, match;
    if (mention->tail == 0 || !pattern_find(patterns, joint_here, text, mention->tail, &joint) ||
        !pattern_find(patterns, day_here, text, joint.end[0], &match))
        return false;
    struct mention last = mention_of(text, &match);
    last.joint = joint_of(&joint);
    complete_last(mention, &last);
    *mention = last;
    return true;
}

bool mention_next(struct patterns *patterns, const char *text, struct mention *mention)
{
    struct match match;
    if (read_last(patterns, text, mention))
        return true;
    if (!strstr(text + mention->tail, "月") ||
        !pattern_find(patterns, any_day, text, mention->tail, &match))
        return false;
    *mention = mention_of(text, &match);
    return true;
}
