/* Departments in the table against those that are addressed, or listed one by one. */
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "check/departments.h"
#include "check/names.h"
#include "check/office.h"

/* A list of departments that is printed and complete. */
struct member {
    struct member *next;
    const struct department *department;
};

struct list {
    struct member *first, *last;
    size_t count;
    struct xml_node *node; /* <addressee> or <task> */
    const struct passage *passage;
    size_t start;
};

static void add_member(struct subject *subject, struct list *list,
                       const struct department *department)
{
    struct member *member = ARENA_NEW(subject->arena, struct member);
    member->department = department;
    if (list->last)
        list->last->next = member;
    else
        list->first = member;
    list->last = member;
    list->count++;
}

/* Empty if one of the addressees is no declared department: a group may hold others. */
static struct list list_of_addressees(struct subject *subject, struct xml_node *addressee)
{
    struct names_printed names = names_addressed(subject);
    struct list list = {.node = addressee, .passage = names.first ? names.first->passage : NULL};
    for (const struct printed_name *name = names.first; name; name = name->next) {
        const struct department *department =
            department_with_name(subject, departments_of_notice(subject), name->text);
        if (!department)
            return (struct list){0};
        add_member(subject, &list, department);
    }
    return list;
}

static const struct department *department_with_id(const struct department *list, const char *id)
{
    while (list && !text_equal(list->id, id))
        list = list->next;
    return list;
}

/* Whether the words around a list make it part of a longer one. */
static bool goes_on(const char *text, const char *list, const char *behind)
{
    static const char *const words[] = {"等", "及", "和", "与", "與", "、", "以及", NULL};
    return text_starts_any(behind, words) || code_is_one_of(text_before(text, list), "、和与與及");
}

/* Where the words stand as a whole list. */
static const struct passage *find_list(const struct subject *subject, const char *words,
                                       size_t *start)
{
    size_t length = strlen(words);
    for (const struct passage *p = subject->passages; p; p = p->next) {
        const char *at = strstr(p->text, words);
        if (at && !goes_on(p->text, at, at + length)) {
            *start = (size_t)(at - p->text);
            return p;
        }
    }
    return NULL;
}

/* Empty if it is nowhere printed as a whole list. */
static struct list list_of_task(struct subject *subject, struct xml_node *task)
{
    struct list list = {.node = task};
    struct buffer printed = buffer_on(subject->arena);
    for (struct xml_node *d = xml_first_named(task, "department"); d;
         d = xml_next_named(d, "department")) {
        add_member(subject, &list,
                   department_with_id(departments_of_notice(subject), xml_get(d, "id")));
        buffer_join(&printed, "、", xml_content(subject->arena, d));
    }
    if (list.count)
        list.passage = find_list(subject, buffer_text(&printed), &list.start);
    return list.passage ? list : (struct list){0};
}

static bool is_same(const struct subject *subject, const struct department *own,
                    const struct department *of_rubric)
{
    return department_maps_to(own, of_rubric) ||
           (!xml_get(own->node, "rubric") && department_named(subject, own, of_rubric->name));
}

static bool has_member(const struct subject *subject, const struct list *list,
                       const struct department *of_rubric)
{
    for (const struct member *member = list->first; member; member = member->next)
        if (is_same(subject, member->department, of_rubric))
            return true;
    return false;
}

static bool is_in_table(const struct department *of_rubric)
{
    return of_rubric->indicators > 0 && !of_rubric->collective;
}

static bool has_indicators(const struct subject *subject, const struct department *own)
{
    for (const struct department *d = departments_of_rubric(subject); d; d = d->next)
        if (is_in_table(d) && is_same(subject, own, d))
            return true;
    return false;
}

/* Whether the list is that of the departments in the table: it names most of them. */
static bool is_of_table(const struct subject *subject, const struct list *list)
{
    size_t in_table = 0, listed = 0;
    for (const struct department *d = departments_of_rubric(subject); d; d = d->next)
        if (is_in_table(d)) {
            in_table++;
            listed += has_member(subject, list, d);
        }
    return list->count >= 2 && listed >= 2 && listed * 2 > in_table;
}

static bool has_task(const struct subject *subject, struct xml_node *root,
                     const struct department *of_rubric)
{
    for (struct xml_node *task = xml_first_named(root, "task"); task;
         task = xml_next_named(task, "task"))
        for (struct xml_node *d = xml_first_named(task, "department"); d;
             d = xml_next_named(d, "department"))
            if (is_same(subject,
                        department_with_id(departments_of_notice(subject), xml_get(d, "id")),
                        of_rubric))
                return true;
    return false;
}

static bool is_addressed(struct subject *subject, const struct department *of_rubric)
{
    struct names_printed names = names_addressed(subject);
    for (const struct printed_name *name = names.first; name; name = name->next) {
        const struct department *own =
            department_with_name(subject, departments_of_notice(subject), name->text);
        if (own ? is_same(subject, own, of_rubric)
                : department_named(subject, of_rubric, name->text))
            return true;
    }
    return false;
}

static struct spot spot_of_list(const struct subject *subject, const struct list *list,
                                const char *words)
{
    const char *at = strstr(list->passage->text + list->start, words);
    size_t start = at ? (size_t)(at - list->passage->text) : list->start;
    struct spot spot = spot_in(subject, list->passage, start, start + (at ? strlen(words) : 0));
    spot.place = xml_place(list->node);
    spot.path = xml_path(subject->arena, list->node);
    return spot;
}

static bool holds_name(const struct subject *subject, struct xml_node *parent, const char *element,
                       const char *name)
{
    for (struct xml_node *node = xml_first_named(parent, element); node;
         node = xml_next_named(node, element))
        if (strstr(xml_content(subject->arena, node), name))
            return true;
    return false;
}

/* Nobody addresses himself. */
static bool is_sender(const struct subject *subject, struct xml_node *root, const char *name)
{
    const char *bare = office_without_place(name);
    const char *issuer = xml_get(xml_first_named(root, "title"), "issuer");
    return (issuer && strstr(issuer, bare)) || holds_name(subject, root, "mark", bare) ||
           holds_name(subject, root, "signer", bare);
}

/* As the notice calls it. */
static const char *own_name(const struct subject *subject, const struct department *of_rubric)
{
    for (const struct department *d = departments_of_notice(subject); d; d = d->next)
        if (is_same(subject, d, of_rubric))
            return d->name;
    return of_rubric->name;
}

static bool is_left_out(struct subject *subject, struct xml_node *root,
                        const struct department *of_rubric)
{
    size_t start;
    return is_in_table(of_rubric) && passage_with(subject, of_rubric->name, &start) &&
           !has_task(subject, root, of_rubric) && !is_addressed(subject, of_rubric);
}

static void check_unlisted(struct subject *subject, struct xml_node *root, const struct list *list)
{
    for (const struct department *d = departments_of_rubric(subject); d; d = d->next) {
        const char *name = own_name(subject, d);
        bool excused = xml_is(list->node, "addressee") && is_sender(subject, root, name);
        if (is_left_out(subject, root, d) && !excused)
            FOUND(subject, RULE_DEPARTMENT_UNLISTED, spot_of_list(subject, list, ""), name);
    }
}

static bool has_other_task(struct xml_node *root, const struct list *list,
                           const struct department *own)
{
    for (struct xml_node *task = xml_first_named(root, "task"); task;
         task = xml_next_named(task, "task"))
        for (struct xml_node *d = xml_first_named(task, "department"); d;
             d = xml_next_named(d, "department"))
            if (task != list->node && text_equal(xml_get(d, "id"), own->id))
                return true;
    return false;
}

/* Whoever is spoken of elsewhere has something to do. */
static bool is_mentioned(const struct subject *subject, const struct list *list,
                         const struct department *own)
{
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (p != list->passage && strstr(p->text, own->name))
            return true;
    return false;
}

static void check_idle(struct subject *subject, struct xml_node *root, const struct list *list)
{
    size_t busy = 0;
    for (const struct member *m = list->first; m; m = m->next)
        busy += has_indicators(subject, m->department);
    if (busy * 2 <= list->count)
        return;
    for (const struct member *m = list->first; m; m = m->next)
        if (!has_indicators(subject, m->department) && !has_other_task(root, list, m->department) &&
            !is_mentioned(subject, list, m->department))
            FOUND(subject, RULE_DEPARTMENT_IDLE, spot_of_list(subject, list, m->department->name),
                  m->department->name);
}

/* The list of the departments in the table: that of the addressees, else the first task that names
 * most of them. */
static struct list list_of_table(struct subject *subject, struct xml_node *root)
{
    struct xml_node *addressee = xml_first_named(root, "addressee");
    struct list list = {0};
    if (addressee)
        list = list_of_addressees(subject, addressee);
    struct xml_node *task = xml_first_named(root, "task");
    for (; task && !is_of_table(subject, &list); task = xml_next_named(task, "task"))
        list = list_of_task(subject, task);
    return is_of_table(subject, &list) ? list : (struct list){0};
}

void check_lists_of_departments(struct subject *subject)
{
    if (!departments_of_notice(subject) || !departments_of_rubric(subject))
        return;
    struct xml_node *root = xml_root(subject->what->notice->joined);
    struct list list = list_of_table(subject, root);
    if (list.count) {
        check_unlisted(subject, root, &list);
        check_idle(subject, root, &list);
    }
}
