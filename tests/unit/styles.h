/* The styles that come along, for tests that run in the project folder. Included after cmocka.h. */
#ifndef STYLES_H
#define STYLES_H

#include "style/style.h"

static inline const char *find_style(void *arena, const char *name)
{
    return arena_printf(arena, "templates/styles/%s.xml", name);
}

static inline const struct style *shipped_style(struct findings *findings, const char *name)
{
    const struct style *style =
        style_load(findings, name, (struct place){0}, find_style, findings->arena);
    assert_non_null(style);
    return style;
}

#endif
