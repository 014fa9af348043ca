/* What documents have in common. */
#include "docx/common.h"

#include <string.h>

#include "base/text.h"
#include "zip/package_store.h"

enum { KEPT_MOST = 64 }; /* a batch may give every record a style of its own */

/* A part, and all that it depends on. */
struct kept {
    part_writer *write;
    const struct style *style;
    const char *lang, *draft;
    const char *borrowed; /* styles of a letterhead, which all for whom it is filled share; NULL */
    bool is_face[ROLE_COUNT];
    struct package_part part;
};

struct common_parts {
    struct arena *arena;
    struct package_store *store;
    struct kept kept[KEPT_MOST];
    size_t count;
};

struct common_parts *common_parts_new(struct arena *arena)
{
    struct common_parts *common = ARENA_NEW(arena, struct common_parts);
    common->arena = arena;
    common->store = package_store_new(arena);
    return common;
}

struct package_store *common_parts_store(struct common_parts *common)
{
    return common->store;
}

static const char *borrowed_by(const struct docx *docx)
{
    return docx->letterhead ? docx->letterhead->styles : NULL;
}

static bool fits(const struct kept *kept, const struct docx *docx, part_writer *write)
{
    return kept->write == write && kept->style == docx->style &&
           kept->borrowed == borrowed_by(docx) && text_equal(kept->lang, docx->document->lang) &&
           text_equal(kept->draft, docx->draft) &&
           memcmp(kept->is_face, docx->is_face, sizeof kept->is_face) == 0;
}

static struct package_part print(struct arena *arena, const struct docx *docx, const char *name,
                                 part_writer *write)
{
    struct xml_writer *out = xml_writer_new(arena);
    struct package_part part = {.name = name};
    write(out, docx);
    part.bytes = xml_writer_finish(out, &part.length);
    return part;
}

static void keep(struct common_parts *common, const struct docx *docx, part_writer *write,
                 struct package_part part)
{
    struct kept *kept = &common->kept[common->count++];
    kept->write = write;
    kept->style = docx->style;
    kept->borrowed = borrowed_by(docx);
    kept->lang = arena_copy(common->arena, docx->document->lang);
    kept->draft = docx->draft ? arena_copy(common->arena, docx->draft) : NULL;
    memcpy(kept->is_face, docx->is_face, sizeof kept->is_face);
    kept->part = part;
}

struct package_part common_part(const struct docx *docx, const char *name, part_writer *write)
{
    struct common_parts *common = docx->common;
    for (size_t i = 0; i < common->count; i++)
        if (fits(&common->kept[i], docx, write))
            return common->kept[i].part;
    bool has_room = common->count < KEPT_MOST;
    struct package_part part = print(has_room ? common->arena : docx->arena, docx, name, write);
    if (has_room)
        keep(common, docx, write, part);
    return part;
}
