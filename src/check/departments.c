/* Departments: each under its one name. */
#include "check/departments.h"

#include <string.h>

#include "base/text.h"
#include "check/families.h"
#include "check/names.h"
#include "check/office.h"

const struct department *departments_of_notice(const struct subject *subject)
{
    return subject->what->notice ? subject->what->notice->departments : NULL;
}

const struct department *departments_of_rubric(const struct subject *subject)
{
    return subject->what->rubric ? subject->what->rubric->departments : NULL;
}

bool department_named(const struct subject *subject, const struct department *department,
                      const char *name)
{
    if (office_same(department->name, name))
        return true;
    for (struct xml_node *s = xml_first_named(department->node, "short"); s;
         s = xml_next_named(s, "short"))
        if (office_same(xml_content(subject->arena, s), name))
            return true;
    return false;
}

const struct department *department_with_name(const struct subject *subject,
                                              const struct department *list, const char *name)
{
    while (list && !department_named(subject, list, name))
        list = list->next;
    return list;
}

bool department_maps_to(const struct department *own, const struct department *of_rubric)
{
    const char *ids = xml_get(own->node, "rubric");
    size_t length = strlen(of_rubric->id);
    while (ids && *(ids += strspn(ids, " \t\r\n"))) {
        if (strcspn(ids, " \t\r\n") == length && strncmp(ids, of_rubric->id, length) == 0)
            return true;
        ids += strcspn(ids, " \t\r\n");
    }
    return false;
}

/* The place of a node of the data, and the first paragraph that prints the words. */
static struct spot spot_of_words(const struct subject *subject, struct xml_node *node,
                                 const char *words)
{
    size_t start;
    const struct passage *passage = passage_with(subject, words, &start);
    struct spot spot = {.quote = words};
    if (passage)
        spot = spot_in(subject, passage, start, start + strlen(words));
    spot.place = xml_place(node);
    spot.path = xml_path(subject->arena, node);
    return spot;
}

static bool is_declared(const struct subject *subject, const char *name)
{
    return department_with_name(subject, departments_of_notice(subject), name) ||
           department_with_name(subject, departments_of_rubric(subject), name);
}

/* Joining puts a <department id=""> with the printed words into all that names departments. */
static bool is_wording(struct xml_node *node)
{
    return xml_is(node, "department") && !xml_get(node, "name");
}

/* The <dept as=""> that a wording comes from; a focus has none left. */
static struct xml_node *origin_of(struct xml_node *wording, const char *words)
{
    struct xml_node *parent = xml_parent(wording);
    for (struct xml_node *dept = xml_first_named(parent, "dept"); dept;
         dept = xml_next_named(dept, "dept"))
        if (text_equal(xml_get(dept, "as"), words))
            return dept;
    return parent;
}

/* A focus that names no departments has those of its indicator. */
static bool is_inherited(const struct subject *subject, struct xml_node *wording, const char *words)
{
    struct xml_node *above = xml_parent(xml_parent(wording));
    for (struct xml_node *other = xml_first_named(above, "department"); other;
         other = xml_next_named(other, "department"))
        if (is_wording(other) && text_equal(xml_content(subject->arena, other), words))
            return true;
    return false;
}

static const char *name_with_id(const struct subject *subject, const char *id)
{
    const struct department *lists[] = {departments_of_rubric(subject),
                                        departments_of_notice(subject)};
    for (size_t i = 0; i < 2; i++)
        for (const struct department *d = lists[i]; d; d = d->next)
            if (text_equal(d->id, id))
                return d->name;
    return "";
}

static void check_wording(struct subject *subject, struct xml_node *wording)
{
    const char *words = xml_content(subject->arena, wording);
    if (!is_declared(subject, words) && !is_inherited(subject, wording, words))
        FOUND(subject, RULE_DEPARTMENT_NAME,
              spot_of_words(subject, origin_of(wording, words), words), words,
              name_with_id(subject, xml_get(wording, "id")));
}

/* As deep as groups may be nested. */
static void check_wordings(struct subject *subject, struct xml_node *parent)
{
    for (struct xml_node *node = xml_first(parent); node; node = xml_next(node)) {
        if (is_wording(node))
            check_wording(subject, node);
        else
            check_wordings(subject, node);
    }
}

static bool has_wording(const struct subject *subject, struct xml_node *parent, const char *words)
{
    for (struct xml_node *node = xml_first(parent); node; node = xml_next(node))
        if (is_wording(node) ? text_equal(xml_content(subject->arena, node), words)
                             : has_wording(subject, node, words))
            return true;
    return false;
}

static struct xml_node *root_of(const struct subject *subject)
{
    if (subject->what->notice)
        return xml_root(subject->what->notice->joined);
    return subject->what->rubric ? subject->what->rubric->node : NULL;
}

/* What the name stands for: a declared name that can hardly mean another office; NULL if none. */
static const char *meant_by(const struct subject *subject, const char *name)
{
    const struct department *lists[] = {departments_of_notice(subject),
                                        departments_of_rubric(subject)};
    for (size_t i = 0; i < 2; i++)
        for (const struct department *d = lists[i]; d; d = d->next)
            if (office_near(d->name, name))
                return d->name;
    return NULL;
}

/* Names that were typed into a template or prose. */
static void check_typed(struct subject *subject, const struct printed_name *name)
{
    const char *meant = is_declared(subject, name->text) ? NULL : meant_by(subject, name->text);
    if (meant && !has_wording(subject, root_of(subject), name->text))
        FOUND(subject, RULE_DEPARTMENT_NAME,
              spot_in(subject, name->passage, name->start, name->end), name->text, meant);
}

/* Without data: two printed names that can hardly mean two offices. */
static void check_pair(struct subject *subject, const struct names_printed *names,
                       const struct printed_name *name)
{
    for (const struct printed_name *other = names->first; other != name; other = other->next)
        if (office_near(other->text, name->text)) {
            FOUND(subject, RULE_DEPARTMENT_TWO_NAMES,
                  spot_in(subject, name->passage, name->start, name->end), name->text, other->text);
            return;
        }
}

static void check_printed(struct subject *subject)
{
    struct names_printed names = names_everywhere(subject);
    bool declared = departments_of_notice(subject) || departments_of_rubric(subject);
    for (const struct printed_name *name = names.first; name; name = name->next) {
        if (declared)
            check_typed(subject, name);
        else
            check_pair(subject, &names, name);
    }
}

/* Offices that were merged or split have other names by right. */
static bool is_only_one(const struct subject *subject, const struct department *own,
                        const struct department *of_rubric)
{
    for (const struct department *d = departments_of_notice(subject); d; d = d->next)
        if (d != own && department_maps_to(d, of_rubric))
            return false;
    return text_equal(xml_get(own->node, "rubric"), of_rubric->id);
}

static void check_mapped(struct subject *subject, const struct department *own,
                         const struct department *of_rubric)
{
    size_t start;
    if (is_only_one(subject, own, of_rubric) && !department_named(subject, own, of_rubric->name) &&
        !department_named(subject, of_rubric, own->name) &&
        passage_with(subject, own->name, &start) && passage_with(subject, of_rubric->name, &start))
        FOUND(subject, RULE_DEPARTMENT_TWO_NAMES, spot_of_words(subject, own->node, own->name),
              own->name, of_rubric->name);
}

static void check_mapping(struct subject *subject)
{
    for (const struct department *own = departments_of_notice(subject); own; own = own->next)
        for (const struct department *d = departments_of_rubric(subject); d; d = d->next)
            check_mapped(subject, own, d);
}

void check_departments(struct subject *subject)
{
    struct xml_node *root = root_of(subject);
    check_mapping(subject);
    if (root)
        check_wordings(subject, root);
    check_printed(subject);
    check_lists_of_departments(subject);
    check_indicators_without(subject);
}
