/* Points, deductions and vetoes in the words of a scheme, and the numbers in front of its texts. */
#ifndef INTAKE_WORTH_H
#define INTAKE_WORTH_H

#include "data/rubric.h"
#include "intake/reading.h"

/* What an indicator is worth. */
struct worth {
    enum indicator_kind kind;
    points points, each, most; /* as in struct indicator */
    const char *result;        /* INDICATOR_VETO */
    const char *words;         /* as they stood, where the rubric prints others; NULL */
};

/* The text of an indicator. */
struct wording {
    const char *text; /* in one line, without points */
    size_t mark; /* byte at which the points stood; MATCH_NONE: at the end, or there are none */
    struct worth worth;
    bool has_more; /* points beyond the first ones, which are still in the text */
};

/* Reads （2分）, (0.5 分), （每项扣1分，最高扣2分） anywhere, 每项扣1分，最高扣2分 at the end. */
struct wording wording_read(const struct reading *reading, const char *text);

/* The indicators in one cell, each with its points: those of （1）…（2分）；（2）…（3分） are two.
 * At most WORDINGS_MOST; *count is set. */
enum { WORDINGS_MOST = 64 };
const char **wordings_split(const struct reading *reading, const char *text, size_t *count);

/* A cell of a column with points: 2, 2分, -1, 扣2分, 最高扣2分, 一票否决. False if it is none. */
bool worth_read(const struct reading *reading, const char *text, struct worth *worth);

/* Whether that is a number of points which are given. */
bool points_alone(const struct reading *reading, const char *text);

/* 一律为D级, 实行一票否决: false if the text tells of none. */
bool veto_read(const struct reading *reading, const char *text, struct worth *worth);

/* 满分100分, 合计：100; false if the words tell no number. */
bool total_read(const struct reading *reading, const char *text, points *value);

/* Without the number in front, which a template prints by itself. */
const char *without_number(struct arena *arena, const char *text);

/* The title of a group without its number; 一、质量水平状况（30分） has marks. */
const char *title_read(const struct reading *reading, const char *text, points *marks, bool *has);

#endif
