/* The departments that a rubric is handed out to. */
#include "data/recipient.h"

#include <strings.h>

#include "base/buffer.h"
#include "base/text.h"
#include "data/portion.h"

struct listing {
    struct findings *findings;
    const struct notice *notice;
    struct recipient *first, **end;
};

/* Some file systems do not tell A from a. */
static const struct recipient *find_folder(const struct listing *listing, const char *id)
{
    const struct recipient *recipient = listing->first;
    while (recipient && strcasecmp(recipient->id, id) != 0)
        recipient = recipient->next;
    return recipient;
}

static void check_folder(const struct listing *listing, const struct department *department)
{
    const struct recipient *other = find_folder(listing, department->id);
    if (!path_is_folder_name(department->id))
        REPORT(listing->findings, RULE_RECIPIENT_FOLDER, xml_place(department->node),
               department->id);
    else if (other)
        REPORT(listing->findings, RULE_RECIPIENT_TWICE, xml_place(department->node), department->id,
               other->name);
}

static void add_recipient(struct listing *listing, const struct department *department,
                          struct department_ref *own)
{
    check_folder(listing, department);
    struct recipient *recipient = ARENA_NEW(listing->findings->arena, struct recipient);
    *recipient = (struct recipient){
        .id = department->id,
        .name = department->name,
        .rubric = xml_get(listing->notice->rubric->node, "id"),
        .own = own,
        .department = department,
    };
    *listing->end = recipient;
    listing->end = &recipient->next;
}

static void list_mapped(struct listing *listing)
{
    struct department *known = listing->notice->rubric->departments;
    for (struct department *d = listing->notice->departments; d; d = d->next) {
        struct department_ref *own =
            department_refs_in(listing->findings, known, d->node, "rubric");
        if (own)
            add_recipient(listing, d, own);
    }
}

static bool is_mapped(const struct listing *listing, const struct department *department)
{
    for (const struct recipient *r = listing->first; r; r = r->next)
        if (department_refs_have(r->own, department))
            return true;
    return false;
}

static void list_unmapped(struct listing *listing)
{
    for (struct department *d = listing->notice->rubric->departments; d; d = d->next) {
        if (d->collective || is_mapped(listing, d))
            continue;
        struct department_ref *own = ARENA_NEW(listing->findings->arena, struct department_ref);
        *own = (struct department_ref){.department = d, .name = d->name};
        add_recipient(listing, d, own);
    }
}

const char *recipient_departments(struct arena *arena, const struct recipient *recipient)
{
    struct buffer ids = buffer_on(arena);
    for (const struct department_ref *ref = recipient->own; ref; ref = ref->next)
        buffer_join(&ids, " ", ref->department->id);
    return buffer_text(&ids);
}

/* Without those that bear nothing, which are noted. */
static struct recipient *leave_out_empty(struct listing *listing)
{
    for (struct recipient **at = &listing->first; *at;) {
        const struct recipient *recipient = *at;
        if (portion_any(listing->notice, recipient)) {
            at = &(*at)->next;
            continue;
        }
        REPORT(listing->findings, RULE_RECIPIENT_EMPTY, xml_place(recipient->department->node),
               recipient->name);
        *at = recipient->next;
    }
    return listing->first;
}

struct recipient *recipients_list(struct findings *findings, const struct notice *notice)
{
    struct listing listing = {.findings = findings, .notice = notice, .end = &listing.first};
    size_t before = findings->failures;
    if (notice->rubric) {
        list_mapped(&listing);
        list_unmapped(&listing);
    }
    if (findings->failures != before)
        return NULL;
    if (!leave_out_empty(&listing))
        finding_add(findings, RULE_RECIPIENTS_NONE, xml_place(xml_root(notice->joined)),
                    (const char *const[]){NULL});
    return listing.first;
}

struct xml_node *recipient_join(struct arena *arena, const struct notice *notice,
                                const struct recipient *recipient)
{
    struct place place = xml_place(recipient->department->node);
    struct xml_node *node = xml_add(xml_root(notice->joined), "recipient");
    xml_set_file(node, place.file);
    xml_set_line(node, place.line);
    xml_set(node, "id", recipient->id);
    xml_set(node, "name", recipient->name);
    xml_set(node, "departments", recipient_departments(arena, recipient));
    portion_add(arena, notice, recipient, node);
    return node;
}
