/* metadata.xml, written and read. */
#include "archive/metadata.h"

#include <stdlib.h>

#include "base/text.h"
#include "xml/writer.h"

/* Made from the .xsd file by the build. */
extern const char metadata_xsd_text[], metadata_xsd_rules[];

static const struct value_form forms[] = {
    {"text", {"write a text in one line, not empty", "写一行文字，不能为空"}},
    {"xs:gYear", {"write a year with four digits", "写四位数字的年份"}},
    {"xs:positiveInteger", {"write a whole number from 1", "写从 1 起的整数"}},
    {0},
};

const struct schema metadata_schema = {"metadata", metadata_xsd_text, metadata_xsd_rules, forms};

static const char *const group_names[] = {
    [GROUP_DOCUMENT] = "document", [GROUP_RECORD] = "record", [GROUP_PUBLICATION] = "publication"};

void metadata_element_add(struct arena *arena, struct metadata *metadata, enum metadata_group group,
                          const char *name, const char *value)
{
    struct metadata_element **list = &metadata->elements;
    while (*list)
        list = &(*list)->next;
    *list = ARENA_NEW(arena, struct metadata_element);
    **list = (struct metadata_element){NULL, group, name, value};
}

void metadata_pair_add(struct arena *arena, struct metadata_pair **list, const char *name,
                       const char *value)
{
    while (*list)
        list = &(*list)->next;
    *list = ARENA_NEW(arena, struct metadata_pair);
    **list = (struct metadata_pair){NULL, name, value};
}

bool metadata_pairs_equal(const struct metadata_pair *a, const struct metadata_pair *b)
{
    while (a && b && text_equal(a->name, b->name) && text_equal(a->value, b->value))
        a = a->next, b = b->next;
    return !a && !b;
}

const char *metadata_value(const struct metadata *metadata, enum metadata_group group,
                           const char *name)
{
    for (const struct metadata_element *e = metadata->elements; e; e = e->next)
        if (e->group == group && text_equal(e->name, name))
            return e->value;
    return "";
}

long metadata_year(const struct metadata *metadata)
{
    return strtol(metadata_value(metadata, GROUP_RECORD, "年度"), NULL, 10);
}

struct entry metadata_entry(const struct metadata *metadata, const struct entry *filed)
{
    struct entry entry = *filed;
    entry.document_number = metadata_value(metadata, GROUP_RECORD, "文件编号");
    entry.issuer = metadata_value(metadata, GROUP_RECORD, "责任者");
    entry.title = metadata_value(metadata, GROUP_RECORD, "题名");
    entry.date = metadata_value(metadata, GROUP_RECORD, "日期");
    return entry;
}

static void new_line(struct xml_writer *out, const char *indent)
{
    xml_text(out, "\n");
    xml_text(out, indent);
}

static void write_element(struct xml_writer *out, const char *name, const char *value)
{
    new_line(out, "    ");
    xml_open(out, "element");
    xml_attribute(out, "name", name);
    xml_text(out, value);
    xml_close(out);
}

static void write_group(struct xml_writer *out, const struct metadata *metadata,
                        enum metadata_group group)
{
    new_line(out, "  ");
    xml_open(out, group_names[group]);
    for (const struct metadata_element *e = metadata->elements; e; e = e->next)
        if (e->group == group)
            write_element(out, e->name, e->value);
    new_line(out, "  ");
    xml_close(out);
}

/* What the elements of DA/T 46 say beside those that the notice has. */
static void write_record(struct arena *arena, struct xml_writer *out,
                         const struct metadata *metadata, const struct code *code)
{
    new_line(out, "  ");
    xml_open(out, group_names[GROUP_RECORD]);
    write_element(out, "聚合层次", "文件");
    write_element(out, "全宗号", code->fonds);
    write_element(out, "档号", code_print(arena, code));
    write_element(out, "门类代码", code->category);
    write_element(out, "保管期限", retention_words(code->retention));
    if (*code->organ)
        write_element(out, "机构或问题", code->organ);
    write_element(out, "件号", arena_printf(arena, "%04ld", code->item));
    for (const struct metadata_element *e = metadata->elements; e; e = e->next)
        if (e->group == GROUP_RECORD)
            write_element(out, e->name, e->value);
    new_line(out, "  ");
    xml_close(out);
}

static void write_code(struct arena *arena, struct xml_writer *out, const struct code *code)
{
    new_line(out, "  ");
    xml_open(out, "code");
    xml_attribute(out, "fonds", code->fonds);
    xml_attribute(out, "category", code->category);
    xml_attribute(out, "year", arena_printf(arena, "%04ld", code->year));
    xml_attribute(out, "retention", code->retention);
    if (*code->organ)
        xml_attribute(out, "organ", code->organ);
    xml_attribute_number(out, "item", code->item);
    xml_close(out);
}

/* The elements of pairs, and the attributes that hold the two. */
static const struct {
    const char *element, *name, *value;
} pair_forms[] = {
    {"file", "name", "format"}, {"accept", "rule", "reason"}, {"software", "name", "version"}};
enum { FILES, ACCEPTED, SOFTWARE };

static void write_pairs(struct xml_writer *out, int form, const struct metadata_pair *pair)
{
    for (; pair; pair = pair->next) {
        new_line(out, "  ");
        xml_open(out, pair_forms[form].element);
        xml_attribute(out, pair_forms[form].name, pair->name);
        xml_attribute(out, pair_forms[form].value, pair->value);
        xml_close(out);
    }
}

const char *metadata_write(struct arena *arena, const struct metadata *metadata,
                           const struct entry *entry, size_t *length)
{
    struct xml_writer *out = xml_writer_new(arena);
    xml_open(out, "metadata");
    xml_attribute_number(out, "number", entry->number);
    if (entry->replaces)
        xml_attribute_number(out, "replaces", entry->replaces);
    xml_attribute(out, "notice", metadata->notice);
    write_code(arena, out, &entry->code);
    write_group(out, metadata, GROUP_DOCUMENT);
    write_record(arena, out, metadata, &entry->code);
    write_group(out, metadata, GROUP_PUBLICATION);
    write_pairs(out, FILES, metadata->files);
    write_pairs(out, ACCEPTED, metadata->accepted);
    write_pairs(out, SOFTWARE, metadata->software);
    new_line(out, "");
    return xml_writer_finish(out, length);
}

static long number_of(const struct xml_node *node, const char *attribute)
{
    const char *text = xml_get(node, attribute);
    return text ? strtol(text, NULL, 10) : 0;
}

static const char *copy_of(struct arena *arena, const struct xml_node *node, const char *attribute)
{
    const char *text = xml_get(node, attribute);
    return arena_copy(arena, text ? text : "");
}

static struct metadata_pair *read_pairs(struct arena *arena, struct xml_node *root, int form)
{
    struct metadata_pair *list = NULL;
    const char *element = pair_forms[form].element;
    for (struct xml_node *node = xml_first_named(root, element); node;
         node = xml_next_named(node, element))
        metadata_pair_add(arena, &list, copy_of(arena, node, pair_forms[form].name),
                          copy_of(arena, node, pair_forms[form].value));
    return list;
}

static void read_group(struct arena *arena, struct xml_node *root, enum metadata_group group,
                       struct metadata *metadata)
{
    struct xml_node *parent = xml_first_named(root, group_names[group]);
    for (struct xml_node *node = xml_first(parent); node; node = xml_next(node))
        metadata_element_add(arena, metadata, group, copy_of(arena, node, "name"),
                             xml_content(arena, node));
}

static void read_all(struct arena *arena, struct xml_node *root, struct metadata *metadata,
                     struct entry *entry)
{
    struct xml_node *code = xml_first_named(root, "code");
    for (enum metadata_group group = 0; group < GROUP_COUNT; group++)
        read_group(arena, root, group, metadata);
    metadata->notice = copy_of(arena, root, "notice");
    metadata->files = read_pairs(arena, root, FILES);
    metadata->accepted = read_pairs(arena, root, ACCEPTED);
    metadata->software = read_pairs(arena, root, SOFTWARE);
    *entry = metadata_entry(metadata, &(struct entry){
                                          .number = number_of(root, "number"),
                                          .replaces = number_of(root, "replaces"),
                                          .code = {.fonds = copy_of(arena, code, "fonds"),
                                                   .category = copy_of(arena, code, "category"),
                                                   .year = number_of(code, "year"),
                                                   .retention = copy_of(arena, code, "retention"),
                                                   .organ = copy_of(arena, code, "organ"),
                                                   .item = number_of(code, "item")},
                                          .seal = "",
                                      });
}

bool metadata_read(struct findings *findings, const struct file *file, struct metadata *metadata,
                   struct entry *entry)
{
    struct file text = *file;
    *metadata = (struct metadata){0};
    struct xml_document *document =
        file_to_text(findings, &text) ? xml_parse(findings, &text) : NULL;
    bool fine = document && schema_check(findings, &metadata_schema, document);
    if (fine)
        read_all(findings->arena, xml_root(document), metadata, entry);
    xml_document_free(document);
    return fine;
}
