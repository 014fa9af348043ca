/* Styles by role. */
#include "fill/looks.h"

#include <strings.h>

#include "base/text.h"
#include "docx/format.h"
#include "xml/outline.h"

struct looks {
    struct arena *arena;
    struct outline *root; /* NULL: there is no such part */
};

struct looks *looks_new(struct arena *arena, const char *part)
{
    struct looks *looks = ARENA_NEW(arena, struct looks);
    *looks = (struct looks){arena, part ? outline_read(arena, part) : NULL};
    return looks;
}

/* Word writes "heading 1", others "Heading 1". */
static const char *style_named(const struct looks *looks, const char *name)
{
    const struct outline *style = outline_first(looks->root, "w:style");
    for (; style; style = outline_next(style, "w:style")) {
        const char *own = outline_get(looks->arena, outline_first(style, "w:name"), "w:val");
        if (own && strcasecmp(own, name) == 0)
            return outline_get(looks->arena, style, "w:styleId");
    }
    return NULL;
}

static bool has_style(const struct looks *looks, const char *id)
{
    const struct outline *style = outline_first(looks->root, "w:style");
    while (style && !text_equal(outline_get(looks->arena, style, "w:styleId"), id))
        style = outline_next(style, "w:style");
    return style != NULL;
}

const char *looks_style(const struct looks *looks, enum role role)
{
    static const struct {
        enum role role;
        const char *name;
    } names[] = {
        {ROLE_TITLE, "Title"},         {ROLE_HEADING_1, "heading 1"}, {ROLE_HEADING_2, "heading 2"},
        {ROLE_HEADING_3, "heading 3"}, {ROLE_HEADING_4, "heading 4"},
    };
    const char *id = role_style_id(role);
    if (role != ROLE_BODY && has_style(looks, id))
        return id;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].role == role)
            return style_named(looks, names[i].name);
    return NULL;
}

const char *looks_table(const struct looks *looks)
{
    return style_named(looks, "Table Grid");
}
