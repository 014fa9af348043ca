/* Departments of a notice or a rubric, in the order of protocol, and what refers to them. */
#ifndef DATA_DEPARTMENT_H
#define DATA_DEPARTMENT_H

#include "base/points.h"
#include "xml/tree.h"

struct department {
    struct department *next;
    size_t index; /* its position among all, from 0 */
    const char *id;
    const char *name;
    bool collective; /* 各相关部门、单位: no department of its own */
    points points;   /* sum of the indicators that it has */
    long indicators; /* how many */
    struct xml_node *node;
};

/* One department where it is printed, maybe under another wording. */
struct department_ref {
    struct department_ref *next;
    struct department *department;
    const char *name;
};

/* Reports that `node` has the id of `first`. */
void report_duplicate_id(struct findings *findings, const struct xml_node *node,
                         const struct xml_node *first);

/* Counts one more node of its kind. False beyond `most`; the first one there is reported. */
bool data_count(struct findings *findings, const struct xml_node *node, size_t *count,
                const struct limit *limit);

/* The <department> children of `parent`; two of one id are reported, and more than
 * LIMIT_DEPARTMENTS. */
struct department *departments_read(struct findings *findings, struct xml_node *parent);
struct department *department_find(struct department *list, const char *id);

/* What a node's attribute `departments` and its <dept> children name, in order. Unknown ids are
 * reported. */
struct department_ref *department_refs(struct findings *findings, struct department *list,
                                       struct xml_node *node);
/* The ids in one attribute alone. */
struct department_ref *department_refs_in(struct findings *findings, struct department *list,
                                          struct xml_node *node, const char *attribute);

bool department_refs_have(const struct department_ref *refs, const struct department *department);

/* The printed names, with 、 between. */
const char *department_names(struct arena *arena, const struct department_ref *refs);

/* Adds a <department id=""> with the printed name for each. */
void department_refs_join(struct xml_node *node, const struct department_ref *refs);

#endif
