/* Finding styles by id, and following what they are based on. */
#include "docx/styling.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "base/text.h"
#include "docx/property.h"

struct entry {
    const char *id;
    struct xml_node *node;
    struct paragraph_style *paragraph; /* NULL until it is asked for */
};

struct styling {
    struct arena *arena;
    struct findings ignored; /* values that Word does not understand either */
    const struct theme *theme;
    const struct style *style;
    struct entry *entries; /* sorted by id */
    size_t count;
    struct paragraph_style plain; /* the defaults */
    struct entry *usual;          /* the style of paragraphs that name none; NULL: none */
};

static int compare_entries(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;
    return strcmp(left->id, right->id);
}

static struct entry *find(const struct styling *styling, const char *id)
{
    const struct entry key = {.id = id};
    return id && styling->count ? bsearch(&key, styling->entries, styling->count,
                                          sizeof *styling->entries, compare_entries)
                                : NULL;
}

static void read_entries(struct styling *styling, struct xml_node *styles)
{
    size_t room = 0;
    struct xml_node *node;
    for (node = property_below(styles, "style"); node; node = xml_next_named(node, "style"))
        room++;
    styling->entries = ARENA_ARRAY(styling->arena, struct entry, room);
    for (node = property_below(styles, "style"); node; node = xml_next_named(node, "style"))
        styling->entries[styling->count++] =
            (struct entry){attribute_or_empty(node, "styleId"), node, NULL};
    if (styling->count)
        qsort(styling->entries, styling->count, sizeof *styling->entries, compare_entries);
}

static struct entry *usual_style(const struct styling *styling)
{
    for (size_t i = 0; i < styling->count; i++) {
        const struct xml_node *node = styling->entries[i].node;
        if (text_equal(xml_get_local(node, "default"), "1") &&
            text_equal(xml_get_local(node, "type"), "paragraph"))
            return &styling->entries[i];
    }
    return NULL;
}

struct styling *styling_new(struct arena *arena, struct xml_node *styles, const struct theme *theme,
                            const struct style *style)
{
    struct styling *styling = ARENA_NEW(arena, struct styling);
    *styling = (struct styling){.arena = arena,
                                .ignored = findings_on(arena),
                                .theme = theme,
                                .style = style,
                                .plain = {.role = ROLE_COUNT, .look = look_default()}};
    struct xml_node *defaults = property_below(styles, "docDefaults");
    struct look *look = &styling->plain.look;
    look_overlay(&styling->ignored, property_below(defaults, "rPrDefault"), theme, look);
    look_overlay(&styling->ignored, property_below(defaults, "pPrDefault"), theme, look);
    read_entries(styling, styles);
    styling->usual = usual_style(styling);
    return styling;
}

/* roles */

static enum role role_of_name(const struct styling *styling, const char *name, size_t length)
{
    for (int i = 0; styling->style && i < ROLE_COUNT; i++) {
        const char *own = styling->style->role[i].name;
        if (strlen(own) == length && strncasecmp(own, name, length) == 0)
            return (enum role)i;
    }
    return ROLE_COUNT;
}

/* A face is named after its role, with the ending that Word gives to linked styles. */
enum role styling_face(const struct styling *styling, const char *id)
{
    static const char ending[] = " Char";
    const struct entry *entry = find(styling, id);
    const char *name = entry ? look_name(entry->node) : "";
    return text_ends(name, ending) ? role_of_name(styling, name, strlen(name) - strlen(ending))
                                   : ROLE_COUNT;
}

/* paragraph styles */

static void take_number(struct xml_node *node, struct paragraph_style *paragraph)
{
    struct xml_node *number = property_below(property_below(node, "pPr"), "numPr");
    const char *id = property_value(number, "numId"), *level = property_value(number, "ilvl");
    if (id)
        paragraph->number = id;
    if (level)
        paragraph->number_level = level;
}

static void overlay_own(struct styling *styling, struct entry *entry,
                        struct paragraph_style *paragraph)
{
    const char *name = look_name(entry->node);
    paragraph->role = role_of_name(styling, name, strlen(name));
    look_overlay(&styling->ignored, entry->node, styling->theme, &paragraph->look);
    take_number(entry->node, paragraph);
}

static struct entry *base_of(const struct styling *styling, const struct entry *entry)
{
    return find(styling, property_value(entry->node, "basedOn"));
}

/* Styles that are based on each other in a circle end at the limit. */
static const struct paragraph_style *resolve(struct styling *styling, struct entry *entry)
{
    struct entry *chain[LIMIT_STYLE_CHAIN];
    int length = 0;
    for (; entry && !entry->paragraph && length < LIMIT_STYLE_CHAIN;
         entry = base_of(styling, entry))
        chain[length++] = entry;
    const struct paragraph_style *base =
        entry && entry->paragraph ? entry->paragraph : &styling->plain;
    while (length-- > 0) {
        struct paragraph_style *paragraph = ARENA_NEW(styling->arena, struct paragraph_style);
        *paragraph = *base;
        overlay_own(styling, chain[length], paragraph);
        chain[length]->paragraph = paragraph;
        base = paragraph;
    }
    return base;
}

const struct paragraph_style *styling_paragraph(struct styling *styling, const char *id)
{
    struct entry *entry = find(styling, id);
    return resolve(styling, entry ? entry : styling->usual);
}

/* direct properties */

static void overlay_face(struct styling *styling, const char *id, struct look *look)
{
    struct entry *chain[LIMIT_STYLE_CHAIN];
    int length = 0;
    for (struct entry *entry = find(styling, id); entry && length < LIMIT_STYLE_CHAIN;
         entry = base_of(styling, entry))
        chain[length++] = entry;
    while (length-- > 0)
        look_overlay(&styling->ignored, chain[length]->node, styling->theme, look);
}

void styling_overlay(struct styling *styling, struct xml_node *node, struct look *look)
{
    const char *face = property_value(property_below(node, "rPr"), "rStyle");
    if (face)
        overlay_face(styling, face, look);
    look_overlay(&styling->ignored, node, styling->theme, look);
}

/* tables */

bool borders_draw(struct xml_node *borders)
{
    for (struct xml_node *edge = borders ? xml_first(borders) : NULL; edge; edge = xml_next(edge)) {
        const char *kind = xml_get_local(edge, "val");
        if (kind && !text_equal(kind, "nil") && !text_equal(kind, "none"))
            return true;
    }
    return false;
}

bool styling_has_borders(const struct styling *styling, const char *id)
{
    const struct entry *entry = find(styling, id);
    return entry &&
           borders_draw(property_below(property_below(entry->node, "tblPr"), "tblBorders"));
}
