/* Reading the properties of paragraph styles. */
#include "docx/look.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "docx/property.h"

/* Everything a reader of one kind of property may need. */
struct reading {
    struct findings *findings;
    const struct theme *theme;
    const struct xml_node *node;
    const char *attribute;
    const char *text; /* its value */
};
typedef bool (*reader_fn)(const struct reading *reading, void *value);

static bool read_switch(const struct reading *reading, void *value)
{
    *(bool *)value = switch_is_on(reading->text);
    return true;
}

static bool read_number(const struct reading *reading, enum number_kind kind, long *value)
{
    return property_number(reading->findings, reading->node, reading->attribute, kind, value);
}

static bool read_twips(const struct reading *reading, void *value)
{
    return read_number(reading, NUMBER_TWIPS, value);
}

static bool read_chars(const struct reading *reading, void *value)
{
    return read_number(reading, NUMBER_CHARS, value);
}

static bool read_size(const struct reading *reading, void *value)
{
    return read_number(reading, NUMBER_SIZE, value);
}

static bool read_hanging(const struct reading *reading, void *value)
{
    bool fine = read_twips(reading, value);
    *(long *)value = -*(long *)value;
    return fine;
}

static bool read_hanging_chars(const struct reading *reading, void *value)
{
    bool fine = read_chars(reading, value);
    *(long *)value = -*(long *)value;
    return fine;
}

static bool read_color(const struct reading *reading, void *value)
{
    static const char digits[] = "0123456789ABCDEFabcdef";
    const char **color = value;
    *color = NULL;
    if (strcmp(reading->text, "auto") == 0)
        return true;
    if (strlen(reading->text) != 6 || strspn(reading->text, digits) != 6) {
        property_report(reading->findings, reading->node, reading->attribute,
                        "Word takes six hexadecimal digits, or auto",
                        "Word 接受六位十六进制数字，或者 auto");
        return false;
    }
    char *copy = arena_copy(reading->findings->arena, reading->text);
    for (char *c = copy; *c; c++)
        if (*c >= 'a')
            *c = (char)(*c - 'a' + 'A');
    *color = copy;
    return true;
}

/* There are several more kinds of justified text. */
static bool read_alignment(const struct reading *reading, void *value)
{
    static const struct {
        const char *word;
        enum alignment alignment;
    } words[] = {{"left", ALIGN_LEFT},   {"start", ALIGN_LEFT}, {"center", ALIGN_CENTER},
                 {"right", ALIGN_RIGHT}, {"end", ALIGN_RIGHT},  {"distribute", ALIGN_DISTRIBUTE}};
    enum alignment *alignment = value;
    *alignment = ALIGN_JUSTIFY;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(reading->text, words[i].word) == 0)
            *alignment = words[i].alignment;
    return true;
}

/* A pitch without a rule is a multiple of a line (ECMA-376 part 1, 17.3.1.33). */
static bool read_line(const struct reading *reading, void *value)
{
    struct line_pitch *line = value;
    const char *rule = xml_get_local(reading->node, "lineRule");
    line->rule = LINE_MULTIPLE;
    if (rule && strcmp(rule, "exact") == 0)
        line->rule = LINE_EXACT;
    if (rule && strcmp(rule, "atLeast") == 0)
        line->rule = LINE_AT_LEAST;
    return read_number(reading, NUMBER_LENGTH, &line->value);
}

/* A name that is longer than that of any font is none. */
static bool read_font(const struct reading *reading, void *value)
{
    enum { BYTES_MOST = 255 };
    if (*reading->text && strlen(reading->text) <= BYTES_MOST)
        *(const char **)value = arena_copy(reading->findings->arena, reading->text);
    return true;
}

/* A name that the theme does not resolve leaves the font that is named beside it. */
static bool read_theme_font(const struct reading *reading, void *value)
{
    bool major = strncmp(reading->text, "major", strlen("major")) == 0;
    const char *name = major ? reading->theme->major : reading->theme->minor;
    if (name)
        *(const char **)value = arena_copy(reading->findings->arena, name);
    return true;
}

struct property {
    const char *group, *element, *attribute;
    reader_fn read;
    size_t offset; /* in struct look */
};

/* Of two that fill the same place the later one wins: w:start is w:left in strict files, and a
 * theme's font goes before a named one (ECMA-376 part 1, 17.3.2.26). */
static const struct property properties[] = {
    {"rPr", "rFonts", "eastAsia", read_font, offsetof(struct look, font)},
    {"rPr", "rFonts", "eastAsiaTheme", read_theme_font, offsetof(struct look, font)},
    {"rPr", "b", "val", read_switch, offsetof(struct look, bold)},
    {"rPr", "i", "val", read_switch, offsetof(struct look, italic)},
    {"rPr", "color", "val", read_color, offsetof(struct look, color)},
    {"rPr", "spacing", "val", read_twips, offsetof(struct look, spacing)},
    {"rPr", "sz", "val", read_size, offsetof(struct look, size)},
    {"pPr", "keepNext", "val", read_switch, offsetof(struct look, keep_next)},
    {"pPr", "pageBreakBefore", "val", read_switch, offsetof(struct look, page_break_before)},
    {"pPr", "snapToGrid", "val", read_switch, offsetof(struct look, snap_to_grid)},
    {"pPr", "spacing", "before", read_twips, offsetof(struct look, before)},
    {"pPr", "spacing", "after", read_twips, offsetof(struct look, after)},
    {"pPr", "spacing", "line", read_line, offsetof(struct look, line)},
    {"pPr", "ind", "left", read_twips, offsetof(struct look, left.twips)},
    {"pPr", "ind", "start", read_twips, offsetof(struct look, left.twips)},
    {"pPr", "ind", "leftChars", read_chars, offsetof(struct look, left.chars)},
    {"pPr", "ind", "startChars", read_chars, offsetof(struct look, left.chars)},
    {"pPr", "ind", "right", read_twips, offsetof(struct look, right.twips)},
    {"pPr", "ind", "end", read_twips, offsetof(struct look, right.twips)},
    {"pPr", "ind", "rightChars", read_chars, offsetof(struct look, right.chars)},
    {"pPr", "ind", "endChars", read_chars, offsetof(struct look, right.chars)},
    {"pPr", "ind", "firstLine", read_twips, offsetof(struct look, first_line.twips)},
    {"pPr", "ind", "hanging", read_hanging, offsetof(struct look, first_line.twips)},
    {"pPr", "ind", "firstLineChars", read_chars, offsetof(struct look, first_line.chars)},
    {"pPr", "ind", "hangingChars", read_hanging_chars, offsetof(struct look, first_line.chars)},
    {"pPr", "jc", "val", read_alignment, offsetof(struct look, align)},
};
enum { PROPERTIES = sizeof properties / sizeof *properties };

/* What a style, or a half of the defaults, says in its w:pPr and w:rPr. A switch without a value is
 * on. */
static bool overlay(struct reading *reading, struct xml_node *from, struct look *look)
{
    bool fine = true;
    for (size_t i = 0; i < PROPERTIES; i++) {
        const struct property *property = &properties[i];
        struct xml_node *node =
            property_below(property_below(from, property->group), property->element);
        const char *text = node ? xml_get_local(node, property->attribute) : NULL;
        if (node && !text && property->read == read_switch)
            text = "1";
        if (!text)
            continue;
        reading->node = node;
        reading->attribute = property->attribute;
        reading->text = text;
        fine = property->read(reading, (char *)look + property->offset) && fine;
    }
    return fine;
}

bool look_overlay(struct findings *findings, struct xml_node *node, const struct theme *theme,
                  struct look *look)
{
    struct reading reading = {.findings = findings, .theme = theme};
    return overlay(&reading, node, look);
}

/* lines */

enum { LINE_SINGLE = 240 };

struct look look_default(void)
{
    return (struct look){.size = 20, .line = {LINE_MULTIPLE, LINE_SINGLE}, .snap_to_grid = true};
}

/* How far apart the lines of a look are if nothing is asked for. */
static long natural_line(const struct look *look, long grid)
{
    return single_line(look->size, look->snap_to_grid ? grid : 0);
}

long look_line(const struct look *look, long grid)
{
    long natural = natural_line(look, grid);
    switch (look->line.rule) {
    case LINE_EXACT:
        return look->line.value;
    case LINE_AT_LEAST:
        return look->line.value > natural ? look->line.value : 0;
    default:
        return look->line.value == LINE_SINGLE ? 0 : natural * look->line.value / LINE_SINGLE;
    }
}

/* styles */

struct xml_node *look_next(struct xml_node *styles, struct xml_node *previous)
{
    struct xml_node *node =
        previous ? xml_next_named(previous, "style") : xml_first_named(styles, "style");
    for (; node; node = xml_next_named(node, "style")) {
        const char *type = xml_get_local(node, "type");
        if (!type || strcmp(type, "paragraph") == 0)
            break;
    }
    return node;
}

const char *look_name(struct xml_node *style)
{
    struct xml_node *name = property_below(style, "name");
    const char *value = name ? xml_get_local(name, "val") : NULL;
    return value ? value : "";
}

struct xml_node *look_named(struct xml_node *styles, const char *name)
{
    struct xml_node *style = look_next(styles, NULL);
    while (style && strcasecmp(look_name(style), name) != 0)
        style = look_next(styles, style);
    return style;
}

/* The style that another one is based on. */
static struct xml_node *base_of(struct xml_node *styles, struct xml_node *style)
{
    struct xml_node *based = property_below(style, "basedOn");
    const char *id = based ? xml_get_local(based, "val") : NULL;
    struct xml_node *base = id ? look_next(styles, NULL) : NULL;
    for (; base; base = look_next(styles, base)) {
        const char *own = xml_get_local(base, "styleId");
        if (own && strcmp(own, id) == 0)
            break;
    }
    return base;
}

/* From the style to the last one that it is based on; 0 and reported if that has no end. */
static int chain_of(struct findings *findings, struct xml_node *styles, struct xml_node *style,
                    struct xml_node *chain[LIMIT_STYLE_CHAIN])
{
    int length = 0;
    for (struct xml_node *node = style; node; node = base_of(styles, node)) {
        if (length == LIMIT_STYLE_CHAIN) {
            REPORT(findings, RULE_REFERENCE_CHAIN, xml_place(style), look_name(style),
                   arena_printf(findings->arena, "%d", LIMIT_STYLE_CHAIN));
            return 0;
        }
        chain[length++] = node;
    }
    return length;
}

bool look_read(struct findings *findings, struct xml_node *styles, struct xml_node *style,
               const struct theme *theme, struct look *look)
{
    struct xml_node *chain[LIMIT_STYLE_CHAIN];
    struct reading reading = {.findings = findings, .theme = theme};
    struct xml_node *defaults = property_below(styles, "docDefaults");
    int length = chain_of(findings, styles, style, chain);
    bool fine = overlay(&reading, property_below(defaults, "rPrDefault"), look);
    fine = overlay(&reading, property_below(defaults, "pPrDefault"), look) && fine;
    for (int i = length; i-- > 0;)
        fine = overlay(&reading, chain[i], look) && fine;
    return fine && length > 0;
}
