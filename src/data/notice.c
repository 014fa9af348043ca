/* A notice and what it names, read and joined. */
#include "data/notice.h"

#include "base/text.h"
#include "data/load.h"
#include "data/schemas.h"

struct reading {
    struct project *project;
    struct findings *findings;
    struct notice *notice;
    struct rubric *known; /* NULL: none */
};

static struct arena *arena_of(const struct reading *reading)
{
    return reading->findings->arena;
}

/* Takes the rubric of a file below the root and reads it. */
static void load_rubric(struct reading *reading, struct xml_node *root, const char *path)
{
    struct xml_document *document = data_load_for(reading->project, path, xml_place(root),
                                                  &rubric_schema, reading->notice->joined);
    if (!document)
        return;
    struct xml_node *node = xml_root(document);
    xml_move(root, node);
    xml_document_free(document);
    reading->notice->rubric = rubric_read(reading->findings, node);
    rubric_join(reading->findings, reading->notice->rubric);
}

/* The rubric becomes a child of the notice. */
static void read_rubric(struct reading *reading, struct xml_node *root)
{
    const char *name = xml_get(root, "rubric");
    const char *path = name ? project_path(reading->project, name, xml_place(root)) : NULL;
    struct rubric *known = reading->known;
    if (!path)
        return;
    if (known && text_equal(xml_file(known->node), path)) {
        xml_move(root, known->node);
        reading->notice->rubric = known;
    } else {
        load_rubric(reading, root, path);
    }
}

/* The text of the file that @prose names becomes a <prose> child. */
static void read_prose(struct reading *reading, struct xml_node *node)
{
    struct place asked = xml_place(node);
    const char *name = xml_get(node, "prose");
    const char *path = name ? project_path(reading->project, name, asked) : NULL;
    struct file file;
    if (!path || !project_read(reading->project, path, asked, &file))
        return;
    struct xml_node *prose = xml_add_with_text(node, "prose", file.bytes);
    xml_set_file(prose, file.path);
}

static void join_number(struct reading *reading, struct xml_node *root)
{
    struct xml_node *number = xml_first_named(root, "number");
    if (!number)
        return;
    const char *serial = xml_get(number, "serial");
    const char *ending = text_equal(reading->notice->lang, "zh-TW") ? "號" : "号";
    xml_add_text(number, arena_printf(arena_of(reading), "%s〔%s〕%s%s", xml_get(number, "organ"),
                                      xml_get(number, "year"), *serial ? serial : "　", ending));
}

static void join_addressee(struct reading *reading, struct xml_node *root)
{
    struct xml_node *addressee = xml_first_named(root, "addressee");
    if (!addressee || !xml_first(addressee))
        return;
    struct department_ref *refs =
        department_refs(reading->findings, reading->notice->departments, addressee);
    xml_clear(addressee);
    xml_add_text(addressee, department_names(arena_of(reading), refs));
}

static void check_id(struct reading *reading, struct xml_node *node)
{
    const char *id = xml_get(node, "id");
    for (struct xml_node *other = xml_first_named(xml_parent(node), xml_name(node)); other != node;
         other = xml_next_named(other, xml_name(node)))
        if (id && text_equal(xml_get(other, "id"), id)) {
            report_duplicate_id(reading->findings, node, other);
            return;
        }
}

static void check_ids(struct reading *reading, struct xml_node *root, const char *name)
{
    for (struct xml_node *node = xml_first_named(root, name); node;
         node = xml_next_named(node, name))
        check_id(reading, node);
}

static void join_tasks(struct reading *reading, struct xml_node *root)
{
    for (struct xml_node *task = xml_first_named(root, "task"); task;
         task = xml_next_named(task, "task"))
        department_refs_join(
            task, department_refs(reading->findings, reading->notice->departments, task));
}

/* Each of the notice's departments that maps to the rubric's. */
static void check_mapping(struct reading *reading)
{
    const struct notice *notice = reading->notice;
    for (struct department *d = notice->departments; d; d = d->next) {
        const char *ids = xml_get(d->node, "rubric");
        if (!ids)
            continue;
        if (notice->rubric)
            department_refs_in(reading->findings, notice->rubric->departments, d->node, "rubric");
        else if (!xml_get(xml_parent(d->node), "rubric"))
            REPORT(reading->findings, RULE_RUBRIC_NEEDED, xml_place(d->node), d->id);
    }
}

/* 附件 alone, 附件1, 附件2 if there are several (7.3.7); the name in the list is the title unless
 * told otherwise. */
static void join_annexes(struct reading *reading, struct xml_node *parent)
{
    struct xml_node *first = xml_first_named(parent, "annex");
    bool several = first && xml_next_named(first, "annex");
    long number = 0;
    for (struct xml_node *annex = first; annex; annex = xml_next_named(annex, "annex")) {
        number++;
        if (several)
            xml_set_number(annex, "number", number);
        xml_set(annex, "label",
                several ? arena_printf(arena_of(reading), "附件%ld", number) : "附件");
        if (!xml_get(annex, "listed-as"))
            xml_set(annex, "listed-as", xml_get(annex, "title"));
        read_prose(reading, annex);
    }
}

static struct part **add_part(struct reading *reading, struct part **end, enum part_kind kind,
                              const char *name, struct xml_node *node)
{
    *end = ARENA_NEW(arena_of(reading), struct part);
    **end = (struct part){
        .kind = kind,
        .name = name,
        .template = xml_get(node, "template"),
        .of_issued = text_equal(xml_name(xml_parent(node) ? xml_parent(node) : node), "issued"),
        .node = node,
    };
    return &(*end)->next;
}

bool part_is_form(const struct part *part)
{
    return part->kind == PART_ANNEX && text_ends(part->template, ".docx");
}

static struct part **add_annexes(struct reading *reading, struct part **end,
                                 struct xml_node *parent, long first)
{
    for (struct xml_node *annex = xml_first_named(parent, "annex"); annex;
         annex = xml_next_named(annex, "annex"))
        end = add_part(reading, end, PART_ANNEX,
                       arena_printf(arena_of(reading), "annex-%ld", first++), annex);
    return end;
}

static long count_named(struct xml_node *parent, const char *name)
{
    long count = 0;
    for (struct xml_node *node = xml_first_named(parent, name); node;
         node = xml_next_named(node, name))
        count++;
    return count;
}

static void list_parts(struct reading *reading, struct xml_node *root)
{
    struct xml_node *issued = xml_first_named(root, "issued");
    struct part **end = add_part(reading, &reading->notice->parts, PART_NOTICE, "notice", root);
    if (issued) {
        end = add_part(reading, end, PART_ISSUED, "issued", issued);
        end = add_annexes(reading, end, issued, 1 + count_named(root, "annex"));
    }
    add_annexes(reading, end, root, 1);
}

static void join(struct reading *reading, struct xml_node *root)
{
    struct notice *notice = reading->notice;
    struct xml_node *issued = xml_first_named(root, "issued");
    notice->lang = xml_get(root, "lang");
    notice->style = xml_get(root, "style");
    notice->record = xml_first_named(root, "record");
    notice->departments = departments_read(reading->findings, root);
    check_ids(reading, root, "task");
    check_ids(reading, root, "deadline");
    check_ids(reading, root, "contact");
    join_number(reading, root);
    join_addressee(reading, root);
    join_tasks(reading, root);
    read_rubric(reading, root);
    check_mapping(reading);
    read_prose(reading, root);
    join_annexes(reading, root);
    if (issued) {
        read_prose(reading, issued);
        join_annexes(reading, issued);
    }
    list_parts(reading, root);
}

struct xml_document *notice_load(struct project *project, const char *path)
{
    return data_load(project, path, (struct place){0}, &notice_schema);
}

bool notice_join(struct project *project, struct xml_document *document, struct rubric *known,
                 struct notice *notice)
{
    size_t before = project->findings->failures;
    struct reading reading = {project, project->findings, notice, known};
    *notice = (struct notice){.joined = document};
    join(&reading, xml_root(document));
    return project->findings->failures == before;
}

struct notice *notice_read(struct project *project, const char *path)
{
    struct notice *notice = ARENA_NEW(project->findings->arena, struct notice);
    struct xml_document *document = notice_load(project, path);
    if (!document)
        return NULL;
    if (notice_join(project, document, NULL, notice))
        return notice;
    notice_free(notice);
    return NULL;
}

void notice_free(struct notice *notice)
{
    xml_document_free(notice->joined);
    notice->joined = NULL;
}
