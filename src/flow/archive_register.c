/* What is filed as 归档文件目录 (DA/T 22-2015, 5.5): XML of its own, printed by a template. */
#include "base/text.h"
#include "flow/archive_register.h"
#include "flow/typeset.h"

static void set_known(struct xml_node *node, const char *attribute, const char *value)
{
    if (value && *value)
        xml_set(node, attribute, value);
}

static void add_item(struct arena *arena, struct xml_node *root, const struct entry *entry)
{
    struct xml_node *item = xml_add(root, "item");
    xml_set_number(item, "number", entry->number);
    xml_set(item, "code", code_print(arena, &entry->code));
    xml_set(item, "title", entry->title);
    xml_set(item, "retention", entry->code.retention);
    set_known(item, "document-number", entry->document_number);
    set_known(item, "issuer", entry->issuer);
    set_known(item, "date", entry->date);
    if (entry->replaces)
        xml_set(item, "note", arena_printf(arena, "更正第%ld号", entry->replaces));
}

/* What is the same for all stands in the head. */
static void set_common(struct arena *arena, struct xml_node *root, const struct entries *entries)
{
    const struct code *first = &entries->entry[0].code;
    bool year = entries->count > 0, retention = year, organ = year;
    for (size_t i = 0; i < entries->count; i++) {
        const struct code *code = &entries->entry[i].code;
        year = year && code->year == first->year;
        retention = retention && text_equal(code->retention, first->retention);
        organ = organ && text_equal(code->organ, first->organ);
    }
    if (year)
        xml_set(root, "year", arena_printf(arena, "%04ld", first->year));
    if (retention)
        xml_set(root, "retention", first->retention);
    if (organ)
        set_known(root, "organ", first->organ);
}

bool archive_register(struct findings *findings, const struct store *store, const char *share,
                      const struct entries *entries, struct buffer *out)
{
    struct arena *arena = findings->arena;
    struct place place = store_register_place(store);
    struct project project = project_of(findings, place.file, share);
    struct xml_document *data = xml_document_new("register");
    struct xml_node *root = xml_root(data);
    struct typesetting job = {data, &register_kind, "register", "gbt9704"};
    struct typeset set;
    xml_set_file(root, place.file);
    xml_set(root, "fonds", store->fonds);
    set_common(arena, root, entries);
    for (size_t i = 0; i < entries->count; i++)
        add_item(arena, root, &entries->entry[i]);
    bool done = typeset(&project, &job, &set) && typeset_add(findings, &set, FORMAT_DOCX, out);
    xml_document_free(data);
    return done;
}
