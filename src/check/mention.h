/* Days of the year that a text names: 2022年9月26日（星期一）下班前, 8月1日至10日. */
#ifndef CHECK_MENTION_H
#define CHECK_MENTION_H

#include "base/date.h"
#include "pattern/pattern.h"

/* The word between the first and the last day of a range. */
enum joint { JOINT_NONE, JOINT_TO /* 到 */, JOINT_UNTIL /* 至 */, JOINT_DASH };

struct mention {
    struct date date;  /* year 0 if none is printed; not always a day of the calendar */
    bool adrift;       /* its year is in words, as in 每年, 次年: which one is not known */
    int weekday;       /* printed beside it: 0 Sunday … 6 Saturday; -1 none */
    bool before;       /* 前 follows */
    enum joint joint;  /* it ends the range that the mention before it begins, and has its year and
                          month from there if it prints none */
    size_t start, end; /* bytes in the text, from the year to 日 */
    size_t tail;       /* behind weekday, time and 前 */
};

/* The next day that the text names. *mention is the one found before it, or zero: the first. */
bool mention_next(struct patterns *patterns, const char *text, struct mention *mention);

#endif
