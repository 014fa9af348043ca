/* Ids and names of styles, and which are used. */
#include "docx/borrowed.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "base/text.h"
#include "docx/format.h"
#include "docx/part.h"
#include "docx/property.h"
#include "xml/outline.h"
#include "xml/scan.h"

/* Ends an id or name that would be ours, and one that ends so already: so that all stay apart. */
#define ID_END "-letterhead"
#define NAME_END "（信头）"

/* The ground of their paragraphs: what Word takes for granted where our defaults say otherwise, and
 * their own defaults over it. */
#define PLAIN "plain" ID_END
#define GROUND "ground" ID_END

struct borrowed_style {
    const char *id;
    const struct outline *element;
    struct borrowed_style *next_used;
    bool is_used;
    struct buffer text; /* as it is written */
};

enum { OURS = 2 * ROLE_COUNT + 4 };

struct borrowed {
    struct arena *arena;
    const char *text;
    const struct outline *root;
    struct borrowed_style *styles; /* by id */
    size_t count;
    struct borrowed_style *used;   /* that are still to be written */
    const char *paragraph, *table; /* ids of the default styles; NULL: none */
    const char *ids[OURS], *names[OURS];
};

/* what is ours */

static void list_ours(struct borrowed *borrowed, const struct style *style)
{
    static const char *const plain[][2] = {{"Normal", "Normal"},
                                           {"DefaultParagraphFont", "Default Paragraph Font"},
                                           {"TableNormal", "Normal Table"},
                                           {"TableGrid", "Table Grid"}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        borrowed->ids[count] = plain[i][0];
        borrowed->names[count++] = plain[i][1];
    }
    for (int i = 0; i < ROLE_COUNT; i++) {
        const char *name = style->role[i].name;
        borrowed->ids[count] = role_style_id((enum role)i);
        borrowed->names[count++] = name;
        borrowed->ids[count] = role_face_id(borrowed->arena, (enum role)i);
        borrowed->names[count++] = arena_printf(borrowed->arena, "%s Char", name);
    }
}

static const char *new_id(const struct borrowed *borrowed, const char *id)
{
    bool clashes = text_ends(id, ID_END);
    for (size_t i = 0; i < OURS; i++)
        clashes |= strcmp(id, borrowed->ids[i]) == 0;
    return clashes ? arena_printf(borrowed->arena, "%s" ID_END, id) : id;
}

/* Word knows its own styles by their names, whatever the case. */
static const char *new_name(const struct borrowed *borrowed, const char *name)
{
    bool clashes = text_ends(name, NAME_END);
    for (size_t i = 0; i < OURS; i++)
        clashes |= strcasecmp(name, borrowed->names[i]) == 0;
    return clashes ? arena_printf(borrowed->arena, "%s" NAME_END, name) : name;
}

/* their styles */

static int compare_ids(const void *a, const void *b)
{
    const struct borrowed_style *left = a, *right = b;
    return strcmp(left->id, right->id);
}

static const char *get(const struct borrowed *borrowed, const struct outline *element,
                       const char *attribute)
{
    return outline_get(borrowed->arena, element, attribute);
}

static void note_default(struct borrowed *borrowed, const struct borrowed_style *style)
{
    const char *type = get(borrowed, style->element, "w:type");
    const char *is_default = get(borrowed, style->element, "w:default");
    if (!is_default || !switch_is_on(is_default))
        return;
    if (text_equal(type, "paragraph"))
        borrowed->paragraph = style->id;
    else if (text_equal(type, "table"))
        borrowed->table = style->id;
}

static void list_styles(struct borrowed *borrowed)
{
    const struct outline *element = outline_first(borrowed->root, "w:style");
    size_t most = 0;
    for (const struct outline *e = element; e; e = outline_next(e, "w:style"))
        most++;
    borrowed->styles = ARENA_ARRAY(borrowed->arena, struct borrowed_style, most);
    for (; element; element = outline_next(element, "w:style")) {
        struct borrowed_style *style = &borrowed->styles[borrowed->count];
        *style =
            (struct borrowed_style){.id = get(borrowed, element, "w:styleId"), .element = element};
        if (!style->id)
            continue;
        note_default(borrowed, style);
        borrowed->count++;
    }
    if (borrowed->count)
        qsort(borrowed->styles, borrowed->count, sizeof *borrowed->styles, compare_ids);
}

struct borrowed *borrowed_new(struct arena *arena, const char *styles, const struct style *style)
{
    struct borrowed *borrowed = ARENA_NEW(arena, struct borrowed);
    *borrowed =
        (struct borrowed){.arena = arena, .text = styles, .root = outline_read(arena, styles)};
    list_ours(borrowed, style);
    list_styles(borrowed);
    return borrowed;
}

static void use(struct borrowed *borrowed, const char *id)
{
    struct borrowed_style sought = {.id = id};
    struct borrowed_style *style =
        borrowed->count
            ? bsearch(&sought, borrowed->styles, borrowed->count, sizeof sought, compare_ids)
            : NULL;
    if (!style || style->is_used)
        return;
    style->is_used = true;
    style->next_used = borrowed->used;
    borrowed->used = style;
}

/* writing again, with changes, which are made in the order of the text */

struct copying {
    struct borrowed *borrowed;
    struct buffer out;
    const char *text;
    size_t at; /* so far it is written */
    bool is_changed;
};

static void replace(struct copying *copying, size_t from, size_t to, const char *with)
{
    buffer_add_n(&copying->out, copying->text + copying->at, from - copying->at);
    buffer_add(&copying->out, with);
    copying->at = to;
    copying->is_changed = true;
}

static void add_attribute(struct buffer *out, const char *name, const char *value)
{
    buffer_printf(out, " %s=\"", name);
    text_escape(out, value, strlen(value));
    buffer_add_char(out, '"');
}

static void set_attribute(struct copying *copying, const struct outline *element,
                          const char *attribute, const char *value)
{
    size_t start, end;
    struct buffer written = buffer_on(copying->borrowed->arena);
    add_attribute(&written, attribute, value);
    if (outline_attribute(element, attribute, &start, &end))
        replace(copying, start, end, written.text);
}

static void refer(struct copying *copying, const struct outline *element)
{
    const char *id = get(copying->borrowed, element, "w:val");
    if (!id)
        return;
    use(copying->borrowed, id);
    if (new_id(copying->borrowed, id) != id)
        set_attribute(copying, element, "w:val", new_id(copying->borrowed, id));
}

/* Behind the start tag of an element, which gets an end tag of its own if it has none. */
static void put_in(struct copying *copying, const struct outline *element, const char *content)
{
    struct arena *arena = copying->borrowed->arena;
    if (element->inside < element->end)
        replace(copying, element->inside, element->inside, content);
    else
        replace(copying, element->end - strlen("/>"), element->end,
                arena_printf(arena, ">%s</%s>", content, outline_name(arena, element)));
}

/* What has a style by default. */
struct styled {
    const char *element, *properties, *style;
};

static void name_default(struct copying *copying, const struct outline *element,
                         const struct styled *kind, const char *id)
{
    struct arena *arena = copying->borrowed->arena;
    const struct outline *properties = outline_first(element, kind->properties);
    if (!id || outline_first(properties, kind->style))
        return;
    struct buffer written = buffer_on(arena);
    buffer_printf(&written, "<%s", kind->style);
    add_attribute(&written, "w:val", new_id(copying->borrowed, id));
    buffer_add(&written, "/>");
    use(copying->borrowed, id);
    if (properties)
        put_in(copying, properties, written.text);
    else
        put_in(
            copying, element,
            arena_printf(arena, "<%s>%s</%s>", kind->properties, written.text, kind->properties));
}

/* No other of its kind is the default one in our documents. */
static void style_tag_copy(struct copying *copying, const struct outline *style)
{
    static const char *const kept[] = {"w:type", "w:customStyle"};
    struct borrowed *borrowed = copying->borrowed;
    struct buffer tag = buffer_on(borrowed->arena);
    buffer_add(&tag, "<w:style");
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (get(borrowed, style, kept[i]))
            add_attribute(&tag, kept[i], get(borrowed, style, kept[i]));
    add_attribute(&tag, "w:styleId", new_id(borrowed, get(borrowed, style, "w:styleId")));
    buffer_add(&tag, style->inside < style->end ? ">" : "/>");
    replace(copying, style->start, style->inside, tag.text);
}

static void style_name_copy(struct copying *copying, const struct outline *name)
{
    const char *own = get(copying->borrowed, name, "w:val");
    if (own)
        set_attribute(copying, name, "w:val", new_name(copying->borrowed, own));
}

/* Whether a paragraph style that is based on none must say behind this element that it stands on
 * the ground (CT_Style: ECMA-376 part 1, 17.7.4.17). */
static bool ends_without_base(const struct borrowed *borrowed, const struct outline *element)
{
    const struct outline *style = element->parent;
    const char *type = get(borrowed, style, "w:type");
    const char *last = outline_first(style, "w:aliases") ? "w:aliases" : "w:name";
    return outline_is(element, last) && !outline_first(style, "w:basedOn") &&
           (!type || text_equal(type, "paragraph"));
}

static void style_part_copy(struct copying *copying, const struct outline *element)
{
    if (outline_is(element, "w:name"))
        style_name_copy(copying, element);
    if (ends_without_base(copying->borrowed, element))
        replace(copying, element->end, element->end, "<w:basedOn w:val=\"" GROUND "\"/>");
}

static void element_copy(struct copying *copying, const struct outline *element)
{
    static const struct styled paragraph = {"w:p", "w:pPr", "w:pStyle"},
                               table = {"w:tbl", "w:tblPr", "w:tblStyle"};
    static const char *const references[] = {"w:pStyle",    "w:rStyle",       "w:tblStyle",
                                             "w:basedOn",   "w:next",         "w:link",
                                             "w:styleLink", "w:numStyleLink", NULL};
    if (outline_is_any(element, references))
        refer(copying, element);
    else if (outline_is(element, paragraph.element))
        name_default(copying, element, &paragraph, copying->borrowed->paragraph);
    else if (outline_is(element, table.element))
        name_default(copying, element, &table, copying->borrowed->table);
    else if (outline_is(element, "w:style"))
        style_tag_copy(copying, element);
    else if (outline_is(element->parent, "w:style"))
        style_part_copy(copying, element);
    for (const struct outline *child = element->first; child; child = child->next)
        element_copy(copying, child);
}

struct file borrowed_part(struct borrowed *borrowed, struct file part)
{
    struct copying copying = {
        .borrowed = borrowed, .out = buffer_on(borrowed->arena), .text = part.bytes};
    element_copy(&copying, outline_read(borrowed->arena, part.bytes));
    if (!copying.is_changed)
        return part;
    replace(&copying, part.length, part.length, "");
    return (struct file){part.path, copying.out.text, copying.out.length};
}

/* what is written */

static void style_copy(struct borrowed *borrowed, struct borrowed_style *style)
{
    const struct outline *element = style->element;
    struct copying copying = {.borrowed = borrowed,
                              .out = buffer_on(borrowed->arena),
                              .text = borrowed->text,
                              .at = element->start};
    element_copy(&copying, element);
    replace(&copying, element->end, element->end, "");
    style->text = copying.out;
}

/* The w:pPr or w:rPr of their defaults. */
static void add_defaults(const struct borrowed *borrowed, struct buffer *out, const char *holder,
                         const char *name)
{
    const struct outline *defaults = outline_first(borrowed->root, "w:docDefaults");
    const struct outline *properties = outline_first(outline_first(defaults, holder), name);
    if (properties)
        buffer_add_n(out, borrowed->text + properties->start, properties->end - properties->start);
}

static void add_ground(const struct borrowed *borrowed, struct buffer *out)
{
    buffer_add(out, "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" PLAIN "\">"
                    "<w:name w:val=\"Plain" NAME_END "\"/><w:semiHidden/><w:pPr><w:widowControl/>"
                    "<w:autoSpaceDE/><w:autoSpaceDN/><w:adjustRightInd/></w:pPr><w:rPr>"
                    "<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"宋体\" "
                    "w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"20\"/>"
                    "<w:szCs w:val=\"20\"/></w:rPr></w:style>"
                    "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" GROUND "\">"
                    "<w:name w:val=\"Ground" NAME_END "\"/><w:basedOn w:val=\"" PLAIN "\"/>"
                    "<w:semiHidden/>");
    add_defaults(borrowed, out, "w:pPrDefault", "w:pPr");
    add_defaults(borrowed, out, "w:rPrDefault", "w:rPr");
    buffer_add(out, "</w:style>");
}

/* Attributes of the root, but for the prefix that ours declares too. */
static void take_namespaces(const struct borrowed *borrowed, struct letterhead *letterhead)
{
    size_t count = 0;
    const struct outline *root = borrowed->root;
    struct xml_scan scan = xml_scan_of(borrowed->arena, borrowed->text);
    struct letterhead_attribute *taken =
        ARENA_ARRAY(borrowed->arena, struct letterhead_attribute, LIMIT_ATTRIBUTES);
    struct xml_span span;
    while (xml_scan_next(&scan, &span) && span.start < root->inside)
        if (span.kind == SPAN_ATTRIBUTE && span.tag == root->start &&
            !text_equal(span.attribute, "xmlns:w") && count < LIMIT_ATTRIBUTES)
            taken[count++] =
                (struct letterhead_attribute){span.attribute, get(borrowed, root, span.attribute)};
    letterhead->namespaces = taken;
    letterhead->namespace_count = count;
}

void borrowed_print(struct borrowed *borrowed, struct letterhead *letterhead)
{
    struct buffer out = buffer_on(borrowed->arena);
    while (borrowed->used) {
        struct borrowed_style *style = borrowed->used;
        borrowed->used = style->next_used;
        style_copy(borrowed, style);
    }
    add_ground(borrowed, &out);
    for (size_t i = 0; i < borrowed->count; i++)
        if (borrowed->styles[i].is_used)
            buffer_add_n(&out, borrowed->styles[i].text.text, borrowed->styles[i].text.length);
    take_namespaces(borrowed, letterhead);
    letterhead->styles = buffer_text(&out);
}
