/* Elements of collection.xsd, in its order. */
#include "intake/collection_xml.h"

#include "base/text.h"

struct xml_building {
    struct arena *arena;
    const struct collection *collection;
    struct xml_node *root;
};

const char *seat_state(const struct seat *seat)
{
    if (seat->form)
        return "answered";
    return seat->older ? "older" : "missing";
}

const char *kind_name(const struct indicator *indicator)
{
    static const char *const names[] = {
        [INDICATOR_PLAIN] = "plain",
        [INDICATOR_POINTS] = "points",
        [INDICATOR_DEDUCTION] = "deduction",
        [INDICATOR_VETO] = "veto",
    };
    return names[indicator->kind];
}

const char *indicator_label(const struct indicator *indicator)
{
    return indicator->kind == INDICATOR_VETO ? "否决项" : xml_get(indicator->node, "label");
}

const char *domain_title(const struct indicator *indicator)
{
    return xml_get(indicator_domain(indicator)->node, "title");
}

static const char *file_name(const struct xml_building *b, const char *path)
{
    enum { NAME_MOST = 100 };
    return one_line(b->arena, returned_name(b->arena, &b->collection->returned, path), NAME_MOST);
}

static void set_points(const struct xml_building *b, struct xml_node *node, const char *name,
                       points value)
{
    xml_set(node, name, points_print(b->arena, value));
}

static void set_sums(const struct xml_building *b, struct xml_node *node, struct sums sums)
{
    set_points(b, node, "full", sums.full);
    set_points(b, node, "score", sums.score);
    set_points(b, node, "deducted", sums.deducted);
}

/* One line of what people typed; nothing if it is empty. */
static void set_known(const struct xml_building *b, struct xml_node *node, const char *name,
                      const char *value)
{
    enum { LINE_MOST = 100 };
    if (value && !text_is_blank(value))
        xml_set(node, name, one_line(b->arena, value, LINE_MOST));
}

static void add_known(struct xml_node *node, const char *name, const char *text)
{
    if (text && *text)
        xml_add_with_text(node, name, text);
}

static void set_department(struct xml_node *node, const struct seat *seat)
{
    xml_set(node, "id", seat->department->id);
    xml_set(node, "name", seat->department->name);
    xml_set(node, "state", seat_state(seat));
}

static void add_form(const struct xml_building *b, struct xml_node *node, const struct form *form)
{
    static const char *const words[FORM_HEADS] = {
        [FORM_OVERVIEW] = "overview", [FORM_HIGHLIGHTS] = "highlights",
        [FORM_PROBLEMS] = "problems", [FORM_PLANS] = "plans",
        [FORM_OTHER] = "other",
    };
    xml_set(node, "file", file_name(b, form->path));
    set_known(b, node, "filler", form->head[FORM_FILLER]);
    set_known(b, node, "filler-phone", form->head[FORM_PHONE]);
    set_known(b, node, "date", form->head[FORM_DATE]);
    for (int head = FORM_OVERVIEW; head < FORM_HEADS; head++)
        add_known(node, words[head], form->head[head]);
}

static void add_seat(const struct xml_building *b, const struct seat *seat)
{
    struct xml_node *node = xml_add(b->root, "department");
    const struct form *form = seat->form ? seat->form : seat->older;
    set_department(node, seat);
    set_known(b, node, "contact", xml_get(seat->department->node, "contact"));
    set_known(b, node, "phone", xml_get(seat->department->node, "phone"));
    if (form)
        add_form(b, node, form);
    xml_set_number(node, "indicators", seat->sums.indicators);
    xml_set_number(node, "empty", seat->empty);
    set_sums(b, node, seat->sums);
}

static void add_domain(const struct xml_building *b, const struct domain *domain)
{
    struct xml_node *node = xml_add(b->root, "group");
    xml_set(node, "title", xml_get(domain->group->node, "title"));
    set_sums(b, node, domain->all);
    for (size_t i = 0; i < b->collection->seat_count; i++) {
        const struct seat *seat = &b->collection->seats[i];
        if (!domain->each[i].indicators)
            continue;
        struct xml_node *sum = xml_add(node, "sum");
        set_department(sum, seat);
        set_sums(b, sum, domain->each[i]);
    }
}

static void add_answer(const struct xml_building *b, struct xml_node *parent,
                       const struct indicator *indicator, const struct answer *answer)
{
    struct xml_node *node = xml_add(parent, "answer");
    set_department(node, answer->seat);
    if (answer->counts)
        set_points(b, node, "value", answer->value);
    if (!answer->item)
        return;
    if (indicator->kind != INDICATOR_PLAIN)
        add_known(node, "typed", answer->item->value[form_answer_part(indicator)]);
    add_known(node, "done", answer->item->value[FORM_DONE]);
    add_known(node, "remark", answer->item->value[FORM_REMARK]);
    add_known(node, "fault", answer->fault);
}

static void add_entry(const struct xml_building *b, const struct entry *entry)
{
    const struct indicator *indicator = entry->indicator;
    struct xml_node *node = xml_add(b->root, "indicator");
    xml_set(node, "id", indicator->id);
    xml_set(node, "domain", domain_title(indicator));
    xml_set(node, "kind", kind_name(indicator));
    set_known(b, node, "label", indicator_label(indicator));
    if (entry->counts)
        set_points(b, node, "value", entry->value);
    xml_add_with_text(node, "text", indicator_text(b->arena, indicator));
    for (const struct answer *answer = entry->answers; answer; answer = answer->next)
        add_answer(b, node, indicator, answer);
}

static void add_problem(const struct xml_building *b, const struct problem *problem)
{
    struct xml_node *node = xml_add(b->root, "problem");
    xml_set(node, "topic", topic_name(problem_topic(problem)));
    if (problem->department)
        xml_set(node, "department", problem->department->name);
    if (problem->indicator) {
        xml_set(node, "indicator", problem->indicator->id);
        xml_add_with_text(node, "text", indicator_text(b->arena, problem->indicator));
    }
    if (problem->file)
        xml_set(node, "file", file_name(b, problem->file));
    xml_add_with_text(node, "reason", problem->reason[LANGUAGE_CHINESE]);
}

static void set_head(const struct xml_building *b)
{
    const struct collection *collection = b->collection;
    const struct xml_node *rubric = collection->rubric->node;
    xml_set(b->root, "rubric", xml_get(rubric, "id"));
    xml_set(b->root, "title", xml_get(rubric, "title"));
    set_known(b, b->root, "year", xml_get(rubric, "year"));
    xml_set_number(b->root, "files", (long)collection->returned.count);
    xml_set_number(b->root, "departments", (long)collection->seat_count);
    xml_set_number(b->root, "answered", (long)collection->answered);
    xml_set_number(b->root, "indicators", (long)collection->entry_count);
    set_sums(b, b->root, collection->all);
}

struct xml_document *collection_xml(const struct collection *collection)
{
    struct xml_document *document = xml_document_new("collection");
    struct xml_building b = {collection->problems.arena, collection, xml_root(document)};
    xml_set_file(b.root, xml_file(collection->rubric->node));
    set_head(&b);
    for (size_t i = 0; i < collection->seat_count; i++)
        add_seat(&b, &collection->seats[i]);
    for (size_t i = 0; i < collection->domain_count; i++)
        add_domain(&b, &collection->domains[i]);
    for (size_t i = 0; i < collection->entry_count; i++)
        add_entry(&b, &collection->entries[i]);
    for (const struct problem *p = collection->problems.first; p; p = p->next)
        add_problem(&b, p);
    return document;
}
