/* A rubric as typed data, over the nodes that it was read from. */
#ifndef DATA_RUBRIC_H
#define DATA_RUBRIC_H

#include "data/department.h"

enum indicator_kind { INDICATOR_PLAIN, INDICATOR_POINTS, INDICATOR_DEDUCTION, INDICATOR_VETO };

struct group;

struct indicator {
    struct indicator *next; /* in the order of the rubric */
    size_t index;           /* its position there, from 0 */
    const char *id;
    enum indicator_kind kind;
    points points;     /* INDICATOR_POINTS */
    points each, most; /* INDICATOR_DEDUCTION; each is 0 if not given */
    struct department_ref *departments;
    struct group *group;
    struct xml_node *node;
};

enum numbering { NUMBER_GROUP, NUMBER_EACH, NUMBER_NONE };

struct group {
    struct group *next;   /* in the order of the rubric */
    size_t index;         /* its position there, from 0 */
    struct group *parent; /* NULL at the first level */
    int level;            /* from 1 */
    enum numbering numbering;
    points sum; /* of the points below; deductions and vetoes are outside it */
    struct xml_node *node;
};

struct rubric {
    struct department *departments;
    struct group *groups;
    struct indicator *indicators;
    size_t group_count, indicator_count;
    points sum;
    struct xml_node *node;
};

/* Reads the model from a <rubric> that its schema allows. Reports unknown departments, ids that
 * stand twice or are too long, groups nested too deep, and more of anything than base/limits.h
 * allows. */
struct rubric *rubric_read(struct findings *findings, struct xml_node *node);
struct indicator *rubric_indicator(const struct rubric *rubric, const char *id); /* NULL if none */

/* Its wording in one line. */
const char *indicator_text(struct arena *arena, const struct indicator *indicator);

/* 2分, or 每项扣1分，最高扣2分; NULL where nothing is counted. */
const char *score_label(struct arena *arena, const struct indicator *indicator);

/* Adds to the nodes what a template needs: numbers, labels, sums, the names of departments. */
void rubric_join(struct findings *findings, struct rubric *rubric);

#endif
