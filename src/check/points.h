/* What the rules over points share. */
#ifndef CHECK_POINTS_H
#define CHECK_POINTS_H

#include "base/points.h"
#include "check/subject.h"

/* The points behind a statement, as （5分）: bytes of the brackets, and how many. */
struct mark {
    size_t start, end;
    points value;
};

/* The first at or after the byte `from`, which is 0 or the end of the one before. What is deducted,
 * as （最高扣1分）, is none. */
bool mark_find(const struct subject *subject, const char *text, size_t from, struct mark *mark);
/* How many there are; *mark is the last. */
int mark_count(const struct subject *subject, const char *text, struct mark *mark);

/* Whether the words tell of what stands outside the sum: 扣分, 加分, 否决. */
bool mark_is_outside(const char *text);

/* Whether the rubric of the notice wrote a paragraph; it is then checked there, and not once more
 * as it is printed. */
bool is_of_rubric(const struct subject *subject, const struct passage *passage);

/* Sums, missing points and other wordings within a rubric. */
void check_rubric_points(struct subject *subject);
/* Sums and missing points of the tables of a document. */
void check_table_points(struct subject *subject);
/* Points and those responsible as they are printed. */
void check_printed_points(struct subject *subject);
/* The same indicator, printed in two annexes. */
void check_annex_points(struct subject *subject);

#endif
