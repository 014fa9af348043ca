/* Laying a Word file's styles and pages over a style, and taking its letterhead along. */
#include "docx/reference.h"

#include <strings.h>

#include "base/text.h"
#include "docx/look.h"
#include "docx/property.h"
#include "docx/setup.h"
#include "opc/input.h"

struct reference {
    struct findings *findings;
    const struct style *base;
    struct style *style; /* the result */
    struct font *fonts;  /* of the result */
    struct xml_document *styles, *document, *font_table, *theme_part;
    struct theme theme;
    const struct letterhead *letterhead;
};

static struct arena *arena_of(const struct reference *reference)
{
    return reference->findings->arena;
}

/* fonts */

/* w:altName of a font in word/fontTable.xml; NULL if it has none. */
static const char *alternate_in_file(const struct reference *reference, const char *name)
{
    struct xml_node *table = reference->font_table ? xml_root(reference->font_table) : NULL;
    for (struct xml_node *font = property_below(table, "font"); font;
         font = xml_next_named(font, "font")) {
        struct xml_node *alternate = property_below(font, "altName");
        if (alternate && text_equal(xml_get_local(font, "name"), name))
            return xml_get_local(alternate, "val");
    }
    return NULL;
}

static struct font *known_font(const struct reference *reference, const char *name)
{
    for (int i = 0; i < reference->style->font_count; i++)
        if (text_equal(reference->fonts[i].name, name))
            return &reference->fonts[i];
    return NULL;
}

static struct font *add_font(struct reference *reference, const struct font *font)
{
    const char *alternate = alternate_in_file(reference, font->name);
    struct font *added = &reference->fonts[reference->style->font_count++];
    *added = *font;
    if (alternate)
        added->alternate = arena_copy(arena_of(reference), alternate);
    return added;
}

static const struct font *font_for(struct reference *reference, const char *name)
{
    struct font *font = known_font(reference, name);
    return font ? font : add_font(reference, &(struct font){.id = name, .name = name});
}

/* Those of the base first, so that its roles can go on using them; then at most one for each role.
 */
static void take_base_fonts(struct reference *reference)
{
    const struct style *base = reference->base;
    reference->fonts =
        ARENA_ARRAY(arena_of(reference), struct font, (size_t)base->font_count + ROLE_COUNT);
    reference->style->fonts = reference->fonts;
    reference->style->font_count = 0;
    for (int i = 0; i < base->font_count; i++)
        add_font(reference, &base->fonts[i]);
    for (int i = 0; i < ROLE_COUNT; i++)
        reference->style->role[i].font = font_for(reference, base->role[i].font->name);
}

/* roles */

static long divide_rounded(long number, long by)
{
    return (number < 0 ? number - by / 2 : number + by / 2) / by;
}

static long chars_of(struct indent indent, const struct role_style *role)
{
    return indent.chars ? indent.chars : divide_rounded(indent.twips * 100, role_chars(role, 100));
}

static long hanging_of(long first_line)
{
    return first_line < 0 ? -first_line : 0;
}

/* In characters w:ind says where a hanging first line begins, in twips where the others do. */
static void take_indents(const struct look *look, struct role_style *role)
{
    role->first_line = chars_of(look->first_line, role);
    role->left = chars_of(look->left, role);
    role->right = chars_of(look->right, role);
    if (look->left.chars)
        role->left += hanging_of(role->first_line);
}

static void take_look(struct reference *reference, const struct look *look, struct role_style *role)
{
    if (look->font)
        role->font = font_for(reference, look->font);
    role->size = look->size;
    role->spacing = look->spacing;
    role->bold = look->bold;
    role->color = look->color;
    role->line = look_line(look, reference->style->portrait.grid);
    role->before = look->before;
    role->after = look->after;
    take_indents(look, role);
    role->align = look->align;
    role->keep_next = look->keep_next;
    role->snap_to_grid = look->snap_to_grid;
}

static bool check_width(struct reference *reference, struct xml_node *node, const struct look *look)
{
    if (look->size * TWIPS_PER_HALF_POINT + look->spacing > 0)
        return true;
    REPORT(reference->findings, RULE_STYLE_VALUE, xml_place(node), "<w:spacing w:val=\"…\">",
           arena_printf(arena_of(reference), "%ld", look->spacing),
           "it leaves the characters no width", "它让字符没有了宽度");
    return false;
}

static struct look look_of(const struct role_style *role)
{
    return (struct look){
        .size = role->size,
        .spacing = role->spacing,
        .bold = role->bold,
        .color = role->color,
        .before = role->before,
        .after = role->after,
        .line = {role->line ? LINE_EXACT : LINE_MULTIPLE, role->line ? role->line : 240},
        .left = {.chars = role->left - hanging_of(role->first_line)},
        .right = {.chars = role->right},
        .first_line = {.chars = role->first_line},
        .align = role->align,
        .keep_next = role->keep_next,
        .snap_to_grid = role->snap_to_grid,
    };
}

/* `look` is what holds where the file says nothing. */
static void take_style(struct reference *reference, enum role role, struct xml_node *node,
                       struct look look)
{
    if (look_read(reference->findings, xml_root(reference->styles), node, &reference->theme,
                  &look) &&
        check_width(reference, node, &look))
        take_look(reference, &look, &reference->style->role[role]);
}

/* A role without a style of its own goes on looking like body text in what it did. */
static void follow_body(struct reference *reference, enum role role)
{
    const struct role_style *base_body = &reference->base->role[ROLE_BODY];
    const struct role_style *base = &reference->base->role[role];
    const struct role_style *body = &reference->style->role[ROLE_BODY];
    struct role_style *style = &reference->style->role[role];
    if (text_equal(base->font->name, base_body->font->name))
        style->font = body->font;
    if (base->size == base_body->size && base->spacing == base_body->spacing) {
        style->size = body->size;
        style->spacing = body->spacing;
    }
    if (base->line == base_body->line)
        style->line = body->line;
}

/* Roles without which a reference says nothing of an official document. */
struct required {
    enum role role;
    const char *other; /* a style that will do if there is none with the role's name */
    const char *shown; /* by a Chinese Word */
};
static const struct required required[] = {{ROLE_BODY, "Normal", "正文"},
                                           {ROLE_TITLE, NULL, "标题"},
                                           {ROLE_HEADING_1, NULL, "标题 1"},
                                           {ROLE_HEADING_2, NULL, "标题 2"}};

static const struct required *requirement_of(enum role role)
{
    for (size_t i = 0; i < sizeof required / sizeof *required; i++)
        if (required[i].role == role)
            return &required[i];
    return NULL;
}

static bool is_role_name(const struct reference *reference, const char *name)
{
    for (int i = 0; i < ROLE_COUNT; i++)
        if (strcasecmp(reference->base->role[i].name, name) == 0)
            return true;
    return false;
}

/* The style of the file that may be meant: one that is no other role's. */
static struct suggestion near_style(struct reference *reference, const char *name)
{
    struct xml_node *root = xml_root(reference->styles);
    size_t count = 0;
    for (struct xml_node *node = look_next(root, NULL); node; node = look_next(root, node))
        count++;
    const char **names = ARENA_ARRAY(arena_of(reference), const char *, count);
    count = 0;
    for (struct xml_node *node = look_next(root, NULL); node; node = look_next(root, node))
        if (!is_role_name(reference, look_name(node)))
            names[count++] = look_name(node);
    return suggestion_near(arena_of(reference), name, names, count);
}

static void report_missing(struct reference *reference, const struct required *missing)
{
    struct arena *arena = arena_of(reference);
    const char *name = reference->base->role[missing->role].name;
    const char *other = missing->other;
    struct suggestion near = near_style(reference, name);
    REPORT(reference->findings, RULE_REFERENCE_STYLE, xml_place(xml_root(reference->styles)),
           other ? arena_printf(arena, "\"%s\" or \"%s\"", name, other)
                 : arena_printf(arena, "\"%s\"", name),
           other ? arena_printf(arena, "“%s”或“%s”（%s）", name, other, missing->shown)
                 : arena_printf(arena, "“%s”（%s）", name, missing->shown),
           near.words[LANGUAGE_ENGLISH], near.words[LANGUAGE_CHINESE]);
}

static void take_role(struct reference *reference, enum role role)
{
    struct xml_node *root = xml_root(reference->styles);
    const struct role_style *base = &reference->base->role[role];
    const struct required *requirement = requirement_of(role);
    struct xml_node *own = look_named(root, base->name);
    struct xml_node *other =
        requirement && requirement->other ? look_named(root, requirement->other) : NULL;
    if (own)
        take_style(reference, role, own, look_default());
    else if (other)
        take_style(reference, role, other, look_of(base));
    else if (requirement)
        report_missing(reference, requirement);
    else
        follow_body(reference, role);
}

/* the whole */

static void take_over(struct reference *reference)
{
    struct xml_node *theme = reference->theme_part ? xml_root(reference->theme_part) : NULL;
    reference->theme = theme_read(theme, xml_root(reference->styles));
    take_base_fonts(reference);
    setup_read(reference->findings, reference->document, reference->style);
    for (int i = 0; i < ROLE_COUNT; i++) /* body text first: others follow it */
        take_role(reference, (enum role)i);
}

/* The part that another one refers to; where it refers to none the one with the usual name, which
 * is then reported missing, or nothing if that is NULL. */
static struct xml_document *read_part(struct opc_input *input, const char *owner, const char *type,
                                      const char *usual)
{
    const char *name = opc_input_target(input, owner, type);
    if (!name)
        name = usual;
    return name ? opc_input_part(input, name) : NULL;
}

static void read_parts(struct reference *reference, struct opc_input *input)
{
    const char *owner;
    reference->document = opc_input_main(input, DOCX_MAIN, "document", &owner);
    if (!reference->document)
        return;
    reference->styles = read_part(input, owner, "styles", "word/styles.xml");
    reference->font_table = read_part(input, owner, "fontTable", NULL);
    reference->theme_part = read_part(input, owner, "theme", NULL);
    if (reference->styles)
        reference->letterhead = letterhead_read(reference->findings, input, owner,
                                                reference->document, reference->base);
}

static void free_parts(struct reference *reference)
{
    xml_document_free(reference->styles);
    xml_document_free(reference->document);
    xml_document_free(reference->font_table);
    xml_document_free(reference->theme_part);
}

struct appearance reference_apply(struct findings *findings, const struct style *base,
                                  const struct file *file)
{
    size_t before = findings->failures;
    struct opc_input *input = opc_input_open(findings, file);
    if (!input)
        return (struct appearance){0};
    struct reference reference = {.findings = findings, .base = base};
    reference.style = ARENA_NEW(findings->arena, struct style);
    *reference.style = *base;
    read_parts(&reference, input);
    if (reference.styles)
        take_over(&reference);
    free_parts(&reference);
    opc_input_free(input);
    if (findings->failures != before)
        return (struct appearance){0};
    return (struct appearance){reference.style, reference.letterhead};
}
