/* The table of attributes, and a reader for each kind. */
#include "style/attribute.h"

#include <limits.h>
#include <string.h>

#include "style/measure.h"

#define PAGE(name, required, field)                                                                \
    {                                                                                              \
        name, ATTRIBUTE_LENGTH, required, offsetof(struct page_style, field)                       \
    }
#define OPTIONAL(name, kind, field)                                                                \
    {                                                                                              \
        name, ATTRIBUTE_##kind, false, offsetof(struct role_style, field)                          \
    }
#define NEEDED(name, kind, field)                                                                  \
    {                                                                                              \
        name, ATTRIBUTE_##kind, true, offsetof(struct role_style, field)                           \
    }
#define KEY(name)                                                                                  \
    {                                                                                              \
        name, ATTRIBUTE_KEY, false, 0                                                              \
    }

static const struct attribute style_attributes[] = {KEY("base")};

static const struct attribute page_attributes[] = {
    KEY("name"),
    PAGE("width", true, width),
    PAGE("height", true, height),
    PAGE("top", true, top),
    PAGE("right", true, right),
    PAGE("bottom", true, bottom),
    PAGE("left", true, left),
    PAGE("header", true, header),
    PAGE("footer", true, footer),
    PAGE("grid", false, grid),
};

static const struct attribute font_attributes[] = {
    KEY("id"),
    {"name", ATTRIBUTE_TEXT, true, offsetof(struct font, name)},
    {"alternate", ATTRIBUTE_TEXT, false, offsetof(struct font, alternate)},
    {"latin", ATTRIBUTE_TEXT, false, offsetof(struct font, latin)},
};

static const struct attribute role_attributes[] = {
    KEY("id"),
    KEY("like"),
    NEEDED("name", TEXT, name),
    NEEDED("font", FONT, font),
    NEEDED("size", SIZE, size),
    OPTIONAL("spacing", SPACING, spacing),
    OPTIONAL("bold", YES_NO, bold),
    OPTIONAL("color", COLOR, color),
    OPTIONAL("line", LINE, line),
    OPTIONAL("before", LENGTH, before),
    OPTIONAL("after", LENGTH, after),
    OPTIONAL("first-line", CHARS, first_line),
    OPTIONAL("left", CHARS, left),
    OPTIONAL("right", CHARS, right),
    OPTIONAL("align", ALIGN, align),
    OPTIONAL("keep-next", YES_NO, keep_next),
    OPTIONAL("keep-previous", YES_NO, keep_previous),
    OPTIONAL("snap-to-grid", YES_NO, snap_to_grid),
    OPTIONAL("right-tab", CHARS, right_tab),
    OPTIONAL("above", BORDER, above.size),
    OPTIONAL("above-space", DISTANCE, above.space),
    OPTIONAL("above-color", COLOR, above.color),
    OPTIONAL("above-kind", RULE_KIND, above.kind),
    OPTIONAL("below", BORDER, below.size),
    OPTIONAL("below-space", DISTANCE, below.space),
    OPTIONAL("below-color", COLOR, below.color),
    OPTIONAL("below-kind", RULE_KIND, below.kind),
    OPTIONAL("overhang", LENGTH, overhang),
    OPTIONAL("first-header", YES_NO, first_header),
    OPTIONAL("joins", ROLE, joins),
    OPTIONAL("centered-over", ROLE, centered_over),
    OPTIONAL("ahead-of", ROLE, ahead_of),
    OPTIONAL("ahead", CHARS, ahead),
    OPTIONAL("spread", CHARS, spread),
    OPTIONAL("emphasis", FONT, emphasis),
    OPTIONAL("from-top", YES_NO, from_top),
    OPTIONAL("ink", PERCENT, ink),
    OPTIONAL("narrowest", PERCENT, narrowest),
    OPTIONAL("letterhead-text", YES_NO, letterhead_text),
    OPTIONAL("letterhead-rule", YES_NO, letterhead_rule),
    OPTIONAL("blank", CHARS, blank),
};

static const struct attribute table_attributes[] = {
    {"border", ATTRIBUTE_BORDER, true, offsetof(struct table_style, border)},
    {"margin", ATTRIBUTE_LENGTH, true, offsetof(struct table_style, margin)},
    {"spare", ATTRIBUTE_LENGTH, true, offsetof(struct table_style, spare)},
    {"loose", ATTRIBUTE_PERCENT, true, offsetof(struct table_style, loose)},
};

static const struct attribute chart_attributes[] = {
    {"bar", ATTRIBUTE_LENGTH, true, offsetof(struct chart_style, bar)},
    {"space", ATTRIBUTE_LENGTH, true, offsetof(struct chart_style, space)},
    {"border", ATTRIBUTE_BORDER, true, offsetof(struct chart_style, border)},
    {"fill", ATTRIBUTE_COLOR, true, offsetof(struct chart_style, fill)},
    {"fill-2", ATTRIBUTE_COLOR, true, offsetof(struct chart_style, fill_2)},
    {"names", ATTRIBUTE_PERCENT, true, offsetof(struct chart_style, names)},
    {"smallest", ATTRIBUTE_SIZE, true, offsetof(struct chart_style, smallest)},
    {"before", ATTRIBUTE_LENGTH, true, offsetof(struct chart_style, before)},
    {"after", ATTRIBUTE_LENGTH, true, offsetof(struct chart_style, after)},
};

static const struct attribute page_number_attributes[] = {
    {"before", ATTRIBUTE_TEXT, true, offsetof(struct style, page_number_before)},
    {"after", ATTRIBUTE_TEXT, true, offsetof(struct style, page_number_after)},
    {"indent", ATTRIBUTE_CHARS, true, offsetof(struct style, page_number_indent)},
    {"distance", ATTRIBUTE_LENGTH, true, offsetof(struct style, page_number_distance)},
};

static const struct attribute record_attributes[] = {
    {"outer", ATTRIBUTE_BORDER, true, offsetof(struct record_style, outer)},
    {"inner", ATTRIBUTE_BORDER, true, offsetof(struct record_style, inner)},
    {"before", ATTRIBUTE_LENGTH, true, offsetof(struct record_style, before)},
    {"gap", ATTRIBUTE_CHARS, true, offsetof(struct record_style, gap)},
    {"narrowest", ATTRIBUTE_PERCENT, true, offsetof(struct record_style, narrowest)},
};

static const struct attribute first_footer_attributes[] = {
    {"rule", ATTRIBUTE_BORDER, false, offsetof(struct first_footer_style, rule.size)},
    {"kind", ATTRIBUTE_RULE_KIND, false, offsetof(struct first_footer_style, rule.kind)},
    {"color", ATTRIBUTE_COLOR, false, offsetof(struct first_footer_style, rule.color)},
    {"overhang", ATTRIBUTE_LENGTH, false, offsetof(struct first_footer_style, overhang)},
    {"distance", ATTRIBUTE_LENGTH, false, offsetof(struct first_footer_style, distance)},
};

static const struct attribute draft_attributes[] = {
    {"font", ATTRIBUTE_FONT, true, offsetof(struct draft_style, font)},
    {"color", ATTRIBUTE_COLOR, true, offsetof(struct draft_style, color)},
    {"size", ATTRIBUTE_LENGTH, true, offsetof(struct draft_style, size)},
    {"longest", ATTRIBUTE_LENGTH, true, offsetof(struct draft_style, longest)},
    {"angle", ATTRIBUTE_ANGLE, true, offsetof(struct draft_style, angle)},
};

#define ELEMENT(name, table)                                                                       \
    {                                                                                              \
        (name), (table), sizeof(table) / sizeof *(table)                                           \
    }

static const struct element_info elements[ELEMENT_COUNT] = {
    [ELEMENT_STYLE] = ELEMENT("style", style_attributes),
    [ELEMENT_PAGE] = ELEMENT("page", page_attributes),
    [ELEMENT_FONT] = ELEMENT("font", font_attributes),
    [ELEMENT_ROLE] = ELEMENT("role", role_attributes),
    [ELEMENT_TABLE] = ELEMENT("table", table_attributes),
    [ELEMENT_CHART] = ELEMENT("chart", chart_attributes),
    [ELEMENT_PAGE_NUMBER] = ELEMENT("page-number", page_number_attributes),
    [ELEMENT_RECORD] = ELEMENT("record", record_attributes),
    [ELEMENT_FIRST_FOOTER] = ELEMENT("first-footer", first_footer_attributes),
    [ELEMENT_DRAFT] = ELEMENT("draft", draft_attributes),
};

const struct element_info *element_info(enum element element)
{
    return &elements[element];
}

enum element element_named(const char *name)
{
    for (size_t i = 0; i < ELEMENT_COUNT; i++)
        if (strcmp(elements[i].name, name) == 0)
            return (enum element)i;
    return ELEMENT_COUNT;
}

const struct attribute *attribute_named(const struct element_info *info, const char *name)
{
    for (size_t i = 0; i < info->count; i++)
        if (strcmp(info->attributes[i].name, name) == 0)
            return &info->attributes[i];
    return NULL;
}

struct font *font_named(const struct font_list *list, const char *id)
{
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->fonts[i].id, id) == 0)
            return &list->fonts[i];
    return NULL;
}

/* Everything a reader of one kind may need. */
struct reading {
    struct arena *arena;
    enum attribute_kind kind;
    const char *text;
    const struct font_list *fonts;
    void *value;
    struct hint *hint;
};

/* Measures are the first kinds after the keys, in the order of enum measure_kind. */
static bool read_measure(const struct reading *reading)
{
    enum measure_kind kind = (enum measure_kind)(reading->kind - ATTRIBUTE_LENGTH);
    long value = 1;
    bool fine = measure_read(kind, reading->text, &value);
    *(long *)reading->value = fine ? value : 1;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        reading->hint->words[i] = measure_hint(kind, (enum language)i);
    return fine;
}

static bool read_line(const struct reading *reading)
{
    *(long *)reading->value = 0;
    if (strcmp(reading->text, "single") == 0)
        return true;
    *reading->hint = (struct hint){{"write a line pitch such as 28.95pt, or single",
                                    "请写行距，例如 28.95pt；单倍行距写 single"}};
    return measure_read(MEASURE_LENGTH, reading->text, reading->value);
}

static bool read_text(const struct reading *reading)
{
    *(const char **)reading->value = arena_copy(reading->arena, reading->text);
    *reading->hint = (struct hint){{"write some text", "请写上文字"}};
    return *reading->text != '\0';
}

static bool read_color(const struct reading *reading)
{
    *(const char **)reading->value = arena_copy(reading->arena, reading->text);
    *reading->hint =
        (struct hint){{"write red, green and blue as six capital hexadecimal digits: FF0000",
                       "请用六位大写十六进制数字写红、绿、蓝：FF0000"}};
    return strlen(reading->text) == 6 && strspn(reading->text, "0123456789ABCDEF") == 6;
}

/* Where text stands among `words`; `count` if it does not. */
static size_t word_index(const struct reading *reading, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], reading->text) == 0)
            return i;
    return count;
}

static bool read_yes_no(const struct reading *reading)
{
    static const char *const words[] = {"no", "yes"};
    size_t index = word_index(reading, words, 2);
    *(bool *)reading->value = index == 1;
    *reading->hint = (struct hint){{"write yes or no", "请写 yes 或 no"}};
    return index < 2;
}

static bool read_align(const struct reading *reading)
{
    static const char *const words[] = {"left", "center", "right", "justify", "distribute"};
    size_t index = word_index(reading, words, 4);
    *(enum alignment *)reading->value = index < 4 ? (enum alignment)index : ALIGN_LEFT;
    *reading->hint =
        (struct hint){{"write left, center, right or justify",
                       "请写 left（左）、center（中）、right（右）或 justify（两端）"}};
    return index < 4;
}

static bool read_rule_kind(const struct reading *reading)
{
    static const char *const words[] = {"single", "thick-thin", "thin-thick"};
    size_t index = word_index(reading, words, 3);
    *(enum rule_kind *)reading->value = index < 3 ? (enum rule_kind)index : RULE_KIND_SINGLE;
    *reading->hint =
        (struct hint){{"write single, thick-thin or thin-thick",
                       "请写 single（单线）、thick-thin（上粗下细）或 thin-thick（上细下粗）"}};
    return index < 3;
}

static struct hint near_words(const struct reading *reading, const char *const *words, size_t count)
{
    struct suggestion near = suggestion_near(reading->arena, reading->text, words, count);
    return (struct hint){{near.words[LANGUAGE_ENGLISH], near.words[LANGUAGE_CHINESE]}};
}

static bool read_font(const struct reading *reading)
{
    static const struct font unknown = {"", "", NULL, NULL};
    const struct font_list *list = reading->fonts;
    const struct font *font = font_named(list, reading->text);
    *(const struct font **)reading->value = font ? font : &unknown;
    if (font)
        return true;
    const char **ids = ARENA_ARRAY(reading->arena, const char *, (size_t)list->count);
    for (int i = 0; i < list->count; i++)
        ids[i] = list->fonts[i].id;
    *reading->hint = near_words(reading, ids, (size_t)list->count);
    return false;
}

static bool read_role(const struct reading *reading)
{
    enum role role = role_named(reading->text);
    *(enum role *)reading->value = role;
    if (role == ROLE_COUNT)
        *reading->hint = near_words(reading, role_names(), ROLE_COUNT);
    return role != ROLE_COUNT;
}

typedef bool (*reader_fn)(const struct reading *reading);

static const reader_fn readers[] = {
    [ATTRIBUTE_LENGTH] = read_measure,  [ATTRIBUTE_SPACING] = read_measure,
    [ATTRIBUTE_SIZE] = read_measure,    [ATTRIBUTE_CHARS] = read_measure,
    [ATTRIBUTE_BORDER] = read_measure,  [ATTRIBUTE_DISTANCE] = read_measure,
    [ATTRIBUTE_PERCENT] = read_measure, [ATTRIBUTE_ANGLE] = read_measure,
    [ATTRIBUTE_LINE] = read_line,       [ATTRIBUTE_TEXT] = read_text,
    [ATTRIBUTE_COLOR] = read_color,     [ATTRIBUTE_YES_NO] = read_yes_no,
    [ATTRIBUTE_ALIGN] = read_align,     [ATTRIBUTE_FONT] = read_font,
    [ATTRIBUTE_ROLE] = read_role,       [ATTRIBUTE_RULE_KIND] = read_rule_kind,
};

bool attribute_read(struct arena *arena, const struct attribute *attribute, const char *text,
                    const struct font_list *fonts, void *target, struct hint *hint)
{
    struct reading reading = {.arena = arena,
                              .kind = attribute->kind,
                              .text = text,
                              .fonts = fonts,
                              .value = (char *)target + attribute->offset,
                              .hint = hint};
    return readers[attribute->kind](&reading);
}

static bool attribute_is_number(const struct attribute *attribute)
{
    return attribute->kind >= ATTRIBUTE_LENGTH && attribute->kind <= ATTRIBUTE_ANGLE;
}

void attribute_unset(const struct attribute *attribute, void *target)
{
    void *value = (char *)target + attribute->offset;
    if (attribute_is_number(attribute))
        *(long *)value = LONG_MIN;
}

bool attribute_is_set(const struct attribute *attribute, const void *target)
{
    const void *value = (const char *)target + attribute->offset;
    if (attribute_is_number(attribute))
        return *(const long *)value != LONG_MIN;
    if (attribute->kind == ATTRIBUTE_FONT)
        return *(const struct font *const *)value != NULL;
    return *(const char *const *)value != NULL;
}
