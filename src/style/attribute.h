/* What may stand in a style file: its elements, their attributes, and how a value is read. */
#ifndef STYLE_ATTRIBUTE_H
#define STYLE_ATTRIBUTE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "style/style.h"

enum element {
    ELEMENT_STYLE,
    ELEMENT_PAGE,
    ELEMENT_FONT,
    ELEMENT_ROLE,
    ELEMENT_TABLE,
    ELEMENT_CHART,
    ELEMENT_PAGE_NUMBER,
    ELEMENT_RECORD,
    ELEMENT_FIRST_FOOTER,
    ELEMENT_DRAFT,
    ELEMENT_COUNT
};

enum attribute_kind {
    ATTRIBUTE_KEY, /* names the element; the loader reads it */
    ATTRIBUTE_LENGTH,
    ATTRIBUTE_SPACING,
    ATTRIBUTE_SIZE,
    ATTRIBUTE_CHARS,
    ATTRIBUTE_BORDER,
    ATTRIBUTE_DISTANCE,
    ATTRIBUTE_PERCENT,
    ATTRIBUTE_ANGLE,
    ATTRIBUTE_LINE,
    ATTRIBUTE_TEXT,
    ATTRIBUTE_COLOR,
    ATTRIBUTE_YES_NO,
    ATTRIBUTE_ALIGN,
    ATTRIBUTE_RULE_KIND,
    ATTRIBUTE_FONT,
    ATTRIBUTE_ROLE
};

struct attribute {
    const char *name;
    enum attribute_kind kind;
    bool required; /* by the style and those that it is based on, together */
    size_t offset; /* in the structure that the element fills */
};

struct element_info {
    const char *name;
    const struct attribute *attributes;
    size_t count;
};

const struct element_info *element_info(enum element element);
enum element element_named(const char *name); /* ELEMENT_COUNT if there is none */
const struct attribute *attribute_named(const struct element_info *info, const char *name);

/* Fonts known so far, for attributes that name one. */
struct font_list {
    struct font *fonts;
    int count;
};
struct font *font_named(const struct font_list *list, const char *id);

/* What may be written instead. */
struct hint {
    const char *words[LANGUAGE_COUNT];
};

/* Reads `text` into the structure `target`. Otherwise stores a value that stands for it, so that it
 * does not count as missing too, says in *hint what may be written, and returns false. */
bool attribute_read(struct arena *arena, const struct attribute *attribute, const char *text,
                    const struct font_list *fonts, void *target, struct hint *hint);

/* Required attributes, measures and texts, begin without a value, zeroed and then unset; whether
 * one got its value. */
void attribute_unset(const struct attribute *attribute, void *target);
bool attribute_is_set(const struct attribute *attribute, const void *target);

#endif
