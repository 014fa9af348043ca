/* Departments and references to them. */
#include "data/department.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"

struct department *department_find(struct department *list, const char *id)
{
    while (list && strcmp(list->id, id) != 0)
        list = list->next;
    return list;
}

void report_duplicate_id(struct findings *findings, const struct xml_node *node,
                         const struct xml_node *first)
{
    const char *line = arena_printf(findings->arena, "%ld", xml_line(first));
    REPORT(findings, RULE_ID_DUPLICATE, xml_place(node), xml_get(node, "id"), line);
}

bool data_count(struct findings *findings, const struct xml_node *node, size_t *count,
                const struct limit *limit)
{
    if (*count == limit->now)
        finding_add_limit(findings, RULE_DATA_COUNT, xml_place(node), limit, xml_name(node));
    return ++*count <= limit->now;
}

struct department *departments_read(struct findings *findings, struct xml_node *parent)
{
    struct department *list = NULL, **end = &list;
    size_t count = 0;
    for (struct xml_node *node = xml_first_named(parent, "department"); node;
         node = xml_next_named(node, "department")) {
        struct department *known = department_find(list, xml_get(node, "id"));
        if (!data_count(findings, node, &count, LIMIT_DEPARTMENTS))
            break;
        if (known) {
            report_duplicate_id(findings, node, known->node);
            continue;
        }
        *end = ARENA_NEW(findings->arena, struct department);
        **end = (struct department){
            .index = count - 1,
            .id = xml_get(node, "id"),
            .name = xml_get(node, "name"),
            .collective = text_equal(xml_get(node, "group"), "true"),
            .node = node,
        };
        end = &(*end)->next;
    }
    return list;
}

static void report_unknown(struct findings *findings, struct department *list,
                           const struct xml_node *node, const char *id)
{
    size_t count = 0;
    for (struct department *d = list; d; d = d->next)
        count++;
    const char **ids = ARENA_ARRAY(findings->arena, const char *, count);
    count = 0;
    for (struct department *d = list; d; d = d->next)
        ids[count++] = d->id;
    struct suggestion near = suggestion_near(findings->arena, id, ids, count);
    if (!*near.words[LANGUAGE_ENGLISH])
        near = (struct suggestion){
            {arena_printf(findings->arena, "declare it: <department id=\"%s\" name=\"…\"/>", id),
             arena_printf(findings->arena, "请先写明：<department id=\"%s\" name=\"…\"/>", id)}};
    REPORT(findings, RULE_DEPARTMENT_UNKNOWN, xml_place(node), id, near.words[LANGUAGE_ENGLISH],
           near.words[LANGUAGE_CHINESE]);
}

/* The reference to `id`, or NULL and reported. */
static struct department_ref *refer(struct findings *findings, struct department *list,
                                    const struct xml_node *node, const char *id, const char *as)
{
    struct department *department = department_find(list, id);
    if (!department) {
        report_unknown(findings, list, node, id);
        return NULL;
    }
    struct department_ref *ref = ARENA_NEW(findings->arena, struct department_ref);
    *ref = (struct department_ref){.department = department,
                                   .name = as ? arena_copy(findings->arena, as) : department->name};
    return ref;
}

static struct department_ref **append(struct department_ref **end, struct department_ref *ref)
{
    *end = ref;
    return ref ? &ref->next : end;
}

struct department_ref *department_refs_in(struct findings *findings, struct department *list,
                                          struct xml_node *node, const char *attribute)
{
    struct department_ref *refs = NULL, **end = &refs;
    const char *ids = xml_get(node, attribute);
    while (ids && *(ids += strspn(ids, " \t\r\n"))) {
        size_t length = strcspn(ids, " \t\r\n");
        const char *id = arena_copy_n(findings->arena, ids, length);
        end = append(end, refer(findings, list, node, id, NULL));
        ids += length;
    }
    return refs;
}

struct department_ref *department_refs(struct findings *findings, struct department *list,
                                       struct xml_node *node)
{
    struct department_ref *refs = department_refs_in(findings, list, node, "departments");
    struct department_ref **end = &refs;
    while (*end)
        end = &(*end)->next;
    for (struct xml_node *dept = xml_first_named(node, "dept"); dept;
         dept = xml_next_named(dept, "dept"))
        end = append(end, refer(findings, list, dept, xml_get(dept, "ref"), xml_get(dept, "as")));
    return refs;
}

bool department_refs_have(const struct department_ref *refs, const struct department *department)
{
    while (refs && refs->department != department)
        refs = refs->next;
    return refs;
}

const char *department_names(struct arena *arena, const struct department_ref *refs)
{
    struct buffer out = buffer_on(arena);
    for (; refs; refs = refs->next)
        buffer_join(&out, "、", refs->name);
    return buffer_text(&out);
}

void department_refs_join(struct xml_node *node, const struct department_ref *refs)
{
    for (; refs; refs = refs->next) {
        struct xml_node *child = xml_add_with_text(node, "department", refs->name);
        xml_set(child, "id", refs->department->id);
    }
}
