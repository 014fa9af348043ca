/* Reading the files of a style, and checking which elements and attributes stand in them. */
#include "style/layer.h"

#include "style/attribute.h"

static bool report_unknown_style(struct findings *findings, struct place asked, const char *name)
{
    REPORT(findings, RULE_STYLE_VALUE, asked, "style", name,
           "there is no such style in templates/styles", "templates/styles 里没有这个样式");
    return false;
}

static bool report_too_deep(struct findings *findings, struct place asked, const char *name)
{
    REPORT(findings, RULE_STYLE_VALUE, asked, "base", name,
           "styles are based on each other in a circle, or more than 8 deep",
           "样式互相引用成了环，或者超过 8 层");
    return false;
}

/* Adds one file as the last layer. */
static bool read_layer(struct findings *findings, const char *path, struct place asked,
                       struct layers *layers)
{
    struct file file;
    if (!file_read_text(findings, path, asked, &file))
        return false;
    struct xml_document *document = xml_parse(findings, &file);
    if (!document)
        return false;
    layers->document[layers->count++] = document;
    const struct xml_node *root = xml_root(document);
    if (xml_is(root, "style"))
        return true;
    REPORT(findings, RULE_SCHEMA_ROOT, xml_place(root), xml_name(root), "style");
    return false;
}

/* Follows base="…" from the style asked for to one that has none. */
static bool read_chain(struct findings *findings, const char *name, struct place asked,
                       style_find_fn find, void *context, struct layers *layers)
{
    while (name) {
        if (layers->count == LAYERS_MOST)
            return report_too_deep(findings, asked, name);
        const char *path = find(context, name);
        if (!path)
            return report_unknown_style(findings, asked, name);
        if (!read_layer(findings, path, asked, layers))
            return false;
        const struct xml_node *root = xml_root(layers->document[layers->count - 1]);
        asked = xml_place(root);
        name = xml_get(root, "base");
    }
    return true;
}

static void put_base_first(struct layers *layers)
{
    for (int i = 0, j = layers->count - 1; i < j; i++, j--) {
        struct xml_document *document = layers->document[i];
        layers->document[i] = layers->document[j];
        layers->document[j] = document;
    }
}

static bool report_name(struct findings *findings, struct place place, const char *words,
                        struct suggestion near)
{
    REPORT(findings, RULE_STYLE_NAME, place, words, near.words[LANGUAGE_ENGLISH],
           near.words[LANGUAGE_CHINESE]);
    return false;
}

static bool check_element(struct findings *findings, const struct xml_node *node, bool is_child)
{
    enum element element = element_named(xml_name(node));
    if (is_child && element > ELEMENT_STYLE && element < ELEMENT_COUNT)
        return true;
    const char *names[ELEMENT_COUNT];
    for (int i = 1; i < ELEMENT_COUNT; i++)
        names[i - 1] = element_info((enum element)i)->name;
    return report_name(findings, xml_place(node),
                       arena_printf(findings->arena, "<%s>", xml_name(node)),
                       suggestion_near(findings->arena, xml_name(node), names, ELEMENT_COUNT - 1));
}

static bool check_elements(struct findings *findings, struct xml_node *root)
{
    bool fine = true;
    for (struct xml_node *child = xml_first(root); child; child = xml_next(child)) {
        fine &= check_element(findings, child, true);
        if (xml_first(child))
            fine &= check_element(findings, xml_first(child), false);
    }
    return fine;
}

static bool report_attribute(struct findings *findings, const struct element_info *info,
                             const struct xml_node *attribute)
{
    const char **names = ARENA_ARRAY(findings->arena, const char *, info->count);
    for (size_t i = 0; i < info->count; i++)
        names[i] = info->attributes[i].name;
    return report_name(
        findings, xml_place(attribute),
        arena_printf(findings->arena, "<%s %s=\"…\">", info->name, xml_name(attribute)),
        suggestion_near(findings->arena, xml_name(attribute), names, info->count));
}

/* Of an element and all below it. One that has no such name was reported. */
static bool check_attributes(struct findings *findings, struct xml_node *node)
{
    bool fine = true;
    enum element element = element_named(xml_name(node));
    const struct element_info *info = element < ELEMENT_COUNT ? element_info(element) : NULL;
    struct xml_node *attribute = info ? xml_first_attribute(node) : NULL;
    for (; attribute; attribute = xml_next_attribute(attribute))
        if (!attribute_named(info, xml_name(attribute)))
            fine = report_attribute(findings, info, attribute);
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child))
        fine &= check_attributes(findings, child);
    return fine;
}

bool layers_read(struct findings *findings, const char *name, struct place asked,
                 style_find_fn find, void *context, struct layers *layers)
{
    *layers = (struct layers){.count = 0};
    layers->complete = read_chain(findings, name, asked, find, context, layers);
    if (!layers->complete)
        return false;
    put_base_first(layers);
    bool fine = true;
    for (int i = 0; i < layers->count; i++) {
        fine &= check_elements(findings, xml_root(layers->document[i]));
        fine &= check_attributes(findings, xml_root(layers->document[i]));
    }
    return fine;
}

void layers_free(struct layers *layers)
{
    for (int i = 0; i < layers->count; i++)
        xml_document_free(layers->document[i]);
}
