/* Understanding the layers of a style: each says only what differs from those below. */
#include "style/style.h"

#include <stddef.h>

#include "base/text.h"
#include "style/attribute.h"
#include "style/layer.h"

enum progress { NOT_BEGUN, BEGUN, DONE, BROKEN };

struct loader {
    struct findings *findings;
    struct layers layers;
    struct style *style;
    struct font_list fonts;
    const struct xml_node
        *role[LAYERS_MOST][ROLE_COUNT]; /* the first element of it in each layer */
    enum progress progress[ROLE_COUNT];
    bool fine;
};

static void report_value(struct loader *loader, const struct xml_node *node, const char *attribute,
                         const char *value, struct hint hint)
{
    REPORT(loader->findings, RULE_STYLE_VALUE, xml_place(node),
           arena_printf(loader->findings->arena, "<%s %s=\"…\">", xml_name(node), attribute), value,
           hint.words[LANGUAGE_ENGLISH], hint.words[LANGUAGE_CHINESE]);
    loader->fine = false;
}

/* Reads the attributes of an element into the structure that it describes. */
static void read_attributes(struct loader *loader, const struct xml_node *node, void *target)
{
    const struct element_info *info = element_info(element_named(xml_name(node)));
    for (const struct xml_node *a = xml_first_attribute(node); a; a = xml_next_attribute(a)) {
        const struct attribute *attribute = attribute_named(info, xml_name(a));
        const char *text = attribute ? xml_get(node, attribute->name) : NULL;
        struct hint hint;
        if (text && attribute->kind != ATTRIBUTE_KEY &&
            !attribute_read(loader->findings->arena, attribute, text, &loader->fonts, target,
                            &hint))
            report_value(loader, node, attribute->name, text, hint);
    }
}

static void unset_required(enum element element, void *target)
{
    const struct element_info *info = element_info(element);
    for (size_t i = 0; i < info->count; i++)
        if (info->attributes[i].required)
            attribute_unset(&info->attributes[i], target);
}

static struct place style_place(const struct loader *loader)
{
    return xml_place(xml_root(loader->layers.document[loader->layers.count - 1]));
}

/* Reported where the style that was asked for begins. `words` is how a message names the element:
 * <role id="title">. */
static void check_required(struct loader *loader, enum element element, const void *target,
                           const char *words)
{
    const struct element_info *info = element_info(element);
    struct place place = style_place(loader);
    for (size_t i = 0; i < info->count; i++) {
        if (!info->attributes[i].required || attribute_is_set(&info->attributes[i], target))
            continue;
        REPORT(loader->findings, RULE_SCHEMA_ATTRIBUTE_MISSING, place, words,
               info->attributes[i].name);
        loader->fine = false;
    }
}

/* The elements of all layers, base first, so that what comes later wins. */
typedef void (*element_fn)(struct loader *loader, struct xml_node *node);
static void each_element(struct loader *loader, enum element element, element_fn visit)
{
    const char *name = element_info(element)->name;
    for (int i = 0; i < loader->layers.count; i++) {
        struct xml_node *root = xml_root(loader->layers.document[i]);
        for (struct xml_node *node = xml_first_named(root, name); node;
             node = xml_next_named(node, name))
            visit(loader, node);
    }
}

/* The attribute that names an element; "" and reported if there is none. */
static const char *key_of(struct loader *loader, const struct xml_node *node, const char *attribute)
{
    const char *key = xml_get(node, attribute);
    if (key)
        return key;
    REPORT(loader->findings, RULE_SCHEMA_ATTRIBUTE_MISSING, xml_place(node), xml_name(node),
           attribute);
    loader->fine = false;
    return "";
}

/* fonts */

static void count_font(struct loader *loader, struct xml_node *node)
{
    (void)node;
    loader->fonts.count++;
}

static void read_font(struct loader *loader, struct xml_node *node)
{
    const char *id = key_of(loader, node, "id");
    struct font *font = font_named(&loader->fonts, id);
    if (!font) {
        font = &loader->fonts.fonts[loader->fonts.count++];
        font->id = arena_copy(loader->findings->arena, id);
    }
    read_attributes(loader, node, font);
}

static void read_fonts(struct loader *loader)
{
    each_element(loader, ELEMENT_FONT, count_font);
    loader->fonts.fonts =
        ARENA_ARRAY(loader->findings->arena, struct font, (size_t)loader->fonts.count);
    loader->fonts.count = 0;
    each_element(loader, ELEMENT_FONT, read_font);
    for (int i = 0; i < loader->fonts.count; i++)
        check_required(
            loader, ELEMENT_FONT, &loader->fonts.fonts[i],
            arena_printf(loader->findings->arena, "font id=\"%s\"", loader->fonts.fonts[i].id));
    loader->style->fonts = loader->fonts.fonts;
    loader->style->font_count = loader->fonts.count;
}

/* pages */

struct page_slot {
    const char *name;
    size_t offset;
};
static const struct page_slot page_slots[] = {
    {"portrait", offsetof(struct style, portrait)},
    {"landscape", offsetof(struct style, landscape)},
};
enum { PAGES = sizeof page_slots / sizeof *page_slots };

static struct page_style *page_at(struct loader *loader, size_t index)
{
    return (struct page_style *)(void *)((char *)loader->style + page_slots[index].offset);
}

static void read_page(struct loader *loader, struct xml_node *node)
{
    const char *name = key_of(loader, node, "name");
    for (size_t i = 0; i < PAGES; i++) {
        if (text_equal(page_slots[i].name, name)) {
            read_attributes(loader, node, page_at(loader, i));
            return;
        }
    }
    report_value(loader, node, "name", name,
                 (struct hint){
                     {"write portrait or landscape", "请写 portrait（纵向）或 landscape（横向）"}});
}

static void check_room(struct loader *loader, const struct page_style *page, const char *name)
{
    if (page->width > page->left + page->right && page->height > page->top + page->bottom)
        return;
    REPORT(loader->findings, RULE_STYLE_VALUE, style_place(loader), "<page name=\"…\">", name,
           "the margins leave no room for text", "页边距没有给正文留下地方");
    loader->fine = false;
}

static void read_pages(struct loader *loader)
{
    for (size_t i = 0; i < PAGES; i++)
        unset_required(ELEMENT_PAGE, page_at(loader, i));
    each_element(loader, ELEMENT_PAGE, read_page);
    for (size_t i = 0; i < PAGES; i++)
        check_required(
            loader, ELEMENT_PAGE, page_at(loader, i),
            arena_printf(loader->findings->arena, "page name=\"%s\"", page_slots[i].name));
    for (size_t i = 0; loader->fine && i < PAGES; i++)
        check_room(loader, page_at(loader, i), page_slots[i].name);
    loader->style->landscape.landscape = true;
}

/* roles */

static void report_role_id(struct loader *loader, const struct xml_node *node, const char *id)
{
    struct suggestion near = suggestion_near(loader->findings->arena, id, role_names(), ROLE_COUNT);
    report_value(loader, node, "id", id,
                 (struct hint){{near.words[LANGUAGE_ENGLISH], near.words[LANGUAGE_CHINESE]}});
}

static void find_roles(struct loader *loader, int layer)
{
    struct xml_node *node = xml_first_named(xml_root(loader->layers.document[layer]), "role");
    for (; node; node = xml_next_named(node, "role")) {
        const char *id = key_of(loader, node, "id");
        enum role role = role_named(id);
        if (role < ROLE_COUNT && !loader->role[layer][role])
            loader->role[layer][role] = node;
        else if (role == ROLE_COUNT && *id)
            report_role_id(loader, node, id);
    }
}

/* The uppermost element of a role that says which other role it is like; NULL if none does. */
static const struct xml_node *role_with_like(const struct loader *loader, enum role role)
{
    for (int i = loader->layers.count - 1; i >= 0; i--) {
        const struct xml_node *node = loader->role[i][role];
        if (node && xml_get(node, "like"))
            return node;
    }
    return NULL;
}

static void read_role(struct loader *loader, enum role role);

/* All values but the name, which must be a role's own. False if they cannot be had. */
static bool take_over(struct loader *loader, const struct xml_node *node, struct role_style *style)
{
    const char *like = xml_get(node, "like");
    enum role other = role_named(like);
    if (other != ROLE_COUNT)
        read_role(loader, other);
    if (other == ROLE_COUNT || loader->progress[other] == BEGUN) {
        report_value(loader, node, "like", like,
                     (struct hint){{"name another role that is not like this one in turn",
                                    "请写另一个角色，而且它不能反过来引用这个角色"}});
        return false;
    }
    *style = loader->style->role[other];
    style->name = NULL;
    return loader->progress[other] == DONE;
}

static void read_role(struct loader *loader, enum role role)
{
    if (loader->progress[role] != NOT_BEGUN)
        return;
    loader->progress[role] = BEGUN;
    struct role_style *style = &loader->style->role[role];
    *style = (struct role_style){.right_tab = -1,
                                 .joins = ROLE_COUNT,
                                 .centered_over = ROLE_COUNT,
                                 .ahead_of = ROLE_COUNT,
                                 .snap_to_grid = true,
                                 .align = ALIGN_JUSTIFY};
    unset_required(ELEMENT_ROLE, style);
    const struct xml_node *like = role_with_like(loader, role);
    bool fine = !like || take_over(loader, like, style);
    for (int i = 0; i < loader->layers.count; i++)
        if (loader->role[i][role])
            read_attributes(loader, loader->role[i][role], style);
    loader->progress[role] = fine ? DONE : BROKEN;
}

static void read_roles(struct loader *loader)
{
    for (int i = 0; i < loader->layers.count; i++)
        find_roles(loader, i);
    for (int i = 0; i < ROLE_COUNT; i++) {
        read_role(loader, (enum role)i);
        if (loader->progress[i] == BROKEN)
            continue;
        check_required(loader, ELEMENT_ROLE, &loader->style->role[i],
                       arena_printf(loader->findings->arena, "role id=\"%s\"", role_names()[i]));
    }
}

/* tables, charts, page numbers and what else there is one of */

static void read_table(struct loader *loader, struct xml_node *node)
{
    read_attributes(loader, node, &loader->style->table);
}

static void read_chart(struct loader *loader, struct xml_node *node)
{
    read_attributes(loader, node, &loader->style->chart);
}

static void read_page_number(struct loader *loader, struct xml_node *node)
{
    read_attributes(loader, node, loader->style);
}

static void read_record(struct loader *loader, struct xml_node *node)
{
    read_attributes(loader, node, &loader->style->record);
}

static void read_first_footer(struct loader *loader, struct xml_node *node)
{
    read_attributes(loader, node, &loader->style->first_footer);
}

static void read_draft(struct loader *loader, struct xml_node *node)
{
    read_attributes(loader, node, &loader->style->draft);
}

static void read_single(struct loader *loader, enum element element, element_fn read, void *target)
{
    unset_required(element, target);
    each_element(loader, element, read);
    check_required(loader, element, target, element_info(element)->name);
}

static void read_style(struct loader *loader)
{
    read_fonts(loader);
    read_pages(loader);
    read_roles(loader);
    read_single(loader, ELEMENT_TABLE, read_table, &loader->style->table);
    read_single(loader, ELEMENT_CHART, read_chart, &loader->style->chart);
    read_single(loader, ELEMENT_PAGE_NUMBER, read_page_number, loader->style);
    read_single(loader, ELEMENT_RECORD, read_record, &loader->style->record);
    each_element(loader, ELEMENT_FIRST_FOOTER, read_first_footer);
    read_single(loader, ELEMENT_DRAFT, read_draft, &loader->style->draft);
}

const struct style *style_load(struct findings *findings, const char *name, struct place asked,
                               style_find_fn find, void *context)
{
    struct loader loader = {.findings = findings};
    loader.style = ARENA_NEW(findings->arena, struct style);
    loader.style->name = arena_copy(findings->arena, name);
    loader.fine = layers_read(findings, name, asked, find, context, &loader.layers);
    if (loader.layers.complete)
        read_style(&loader);
    layers_free(&loader.layers);
    return loader.fine ? loader.style : NULL;
}

/* White ink keeps the place of a rule. */
const struct style *style_on_letterhead(struct arena *arena, const struct style *style)
{
    struct style *copy = ARENA_NEW(arena, struct style);
    *copy = *style;
    for (struct role_style *role = copy->role; role < copy->role + ROLE_COUNT; role++) {
        role->is_blank = role->letterhead_text;
        if (role->letterhead_rule)
            role->above.color = role->below.color = "FFFFFF";
    }
    copy->first_footer.rule.color = "FFFFFF";
    return copy;
}

long page_text_width(const struct page_style *page)
{
    return page->width - page->left - page->right;
}

long page_text_height(const struct page_style *page)
{
    return page->height - page->top - page->bottom;
}

long single_line(long size, long grid)
{
    long height = size * TWIPS_PER_HALF_POINT * 13 / 10;
    return grid > 0 ? (height + grid - 1) / grid * grid : height;
}

long role_chars(const struct role_style *role, long hundredths)
{
    long character = role->size * TWIPS_PER_HALF_POINT + role->spacing;
    return character * hundredths / 100;
}

long style_title_line(const struct style *style)
{
    long character = style ? role_chars(&style->role[ROLE_TITLE], 100) : 0;
    return character > 0 ? page_text_width(&style->portrait) / character : 0;
}

long role_pitch(const struct role_style *role)
{
    return role->line ? role->line : role->size * TWIPS_PER_HALF_POINT * 3 / 2;
}
