/* The table of parts, and what follows from it: content types and relationships. */
#include "docx/docx.h"

#include <string.h>

#include "docx/drawing.h"
#include "opc/write.h"
#include "zip/spool.h"

#define OFFICE_TYPE "application/vnd.openxmlformats-officedocument."
#define WORD_TYPE OFFICE_TYPE "wordprocessingml."

/* Whose relationship leads to a part. */
enum owner { OWNER_PACKAGE, OWNER_DOCUMENT, OWNER_COUNT };

struct part {
    const char *name;
    const char *type;
    enum owner owner;
    const char *id; /* of the relationship */
    const char *relationship;
    void (*write)(struct xml_writer *out, const struct docx *docx);
    bool (*is_needed)(const struct docx *docx); /* NULL: always */
};

static bool has_portrait(const struct docx *docx)
{
    return docx->has_portrait;
}

static bool has_landscape(const struct docx *docx)
{
    return docx->has_landscape;
}

static bool has_portrait_headers(const struct docx *docx)
{
    return docx->has_portrait && has_headers(docx);
}

static bool has_first_page(const struct docx *docx)
{
    return docx->first_header != NULL;
}

static bool has_comments(const struct docx *docx)
{
    return docx->anchor_count > 0;
}

static const struct part parts[] = {
    {"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
     OWNER_PACKAGE, "rIdCore", OPC_RELATIONSHIPS "/metadata/core-properties", core_properties_write,
     NULL},
    {"docProps/app.xml", OFFICE_TYPE "extended-properties+xml", OWNER_PACKAGE, "rIdApp",
     NAMESPACE_R "/extended-properties", app_properties_write, NULL},
    {"docProps/custom.xml", OFFICE_TYPE "custom-properties+xml", OWNER_PACKAGE, "rIdCustom",
     NAMESPACE_R "/custom-properties", custom_properties_write, custom_properties_any},
    {"word/document.xml", WORD_TYPE "document.main+xml", OWNER_PACKAGE, "rIdDocument",
     NAMESPACE_R "/officeDocument", document_write, NULL},
    {"word/styles.xml", WORD_TYPE "styles+xml", OWNER_DOCUMENT, "rIdStyles", NAMESPACE_R "/styles",
     styles_write, NULL},
    {"word/settings.xml", WORD_TYPE "settings+xml", OWNER_DOCUMENT, "rIdSettings",
     NAMESPACE_R "/settings", settings_write, NULL},
    {"word/fontTable.xml", WORD_TYPE "fontTable+xml", OWNER_DOCUMENT, "rIdFonts",
     NAMESPACE_R "/fontTable", fonts_write, NULL},
    {"word/footer1.xml", WORD_TYPE "footer+xml", OWNER_DOCUMENT, RELATIONSHIP_FOOTER_ODD,
     NAMESPACE_R "/footer", footer_odd_write, has_portrait},
    {"word/footer2.xml", WORD_TYPE "footer+xml", OWNER_DOCUMENT, RELATIONSHIP_FOOTER_EVEN,
     NAMESPACE_R "/footer", footer_even_write, has_portrait},
    {"word/footer3.xml", WORD_TYPE "footer+xml", OWNER_DOCUMENT, RELATIONSHIP_FOOTER_LANDSCAPE,
     NAMESPACE_R "/footer", footer_landscape_write, has_landscape},
    {"word/header1.xml", WORD_TYPE "header+xml", OWNER_DOCUMENT, RELATIONSHIP_HEADER_PORTRAIT,
     NAMESPACE_R "/header", header_portrait_write, has_portrait_headers},
    {"word/header2.xml", WORD_TYPE "header+xml", OWNER_DOCUMENT, RELATIONSHIP_HEADER_LANDSCAPE_ODD,
     NAMESPACE_R "/header", header_landscape_odd_write, has_landscape},
    {"word/header3.xml", WORD_TYPE "header+xml", OWNER_DOCUMENT, RELATIONSHIP_HEADER_LANDSCAPE_EVEN,
     NAMESPACE_R "/header", header_landscape_even_write, has_landscape},
    {"word/header4.xml", WORD_TYPE "header+xml", OWNER_DOCUMENT, RELATIONSHIP_HEADER_FIRST,
     NAMESPACE_R "/header", header_first_write, has_first_page},
    {"word/footer4.xml", WORD_TYPE "footer+xml", OWNER_DOCUMENT, RELATIONSHIP_FOOTER_FIRST,
     NAMESPACE_R "/footer", footer_first_write, has_first_page},
    {"word/comments.xml", COMMENTS_TYPE, OWNER_DOCUMENT, "rIdComments", NAMESPACE_R "/comments",
     comments_write, has_comments},
};
enum { PARTS = sizeof parts / sizeof *parts };

/* Where an owner keeps its relationships, and the folder that their targets are relative to. */
static const struct {
    const char *name, *folder;
} owners[OWNER_COUNT] = {
    [OWNER_PACKAGE] = {"_rels/.rels", ""},
    [OWNER_DOCUMENT] = {"word/_rels/document.xml.rels", "word/"},
};

/* The parts of one package. */
struct listed {
    struct part part;
    const struct drawing *drawing; /* that it holds; NULL: it has a writer of its own */
};

struct part_list {
    struct listed *parts;
    size_t count;
};

static struct listed chart_part(const struct docx *docx, size_t number)
{
    struct part part = {
        .name = drawing_part(docx->arena, number),
        .type = OFFICE_TYPE "drawingml.chart+xml",
        .owner = OWNER_DOCUMENT,
        .id = drawing_relationship(docx->arena, number),
        .relationship = NAMESPACE_R "/chart",
    };
    return (struct listed){part, &docx->drawings[number - 1]};
}

static struct part_list list_parts(const struct docx *docx)
{
    size_t most = PARTS + docx->drawing_count;
    struct part_list list = {ARENA_ARRAY(docx->arena, struct listed, most), 0};
    for (size_t i = 0; i < PARTS; i++)
        if (!parts[i].is_needed || parts[i].is_needed(docx))
            list.parts[list.count++] = (struct listed){parts[i], NULL};
    for (size_t i = 1; i <= docx->drawing_count; i++)
        list.parts[list.count++] = chart_part(docx, i);
    return list;
}

static void content_types_write(struct xml_writer *out, struct arena *arena,
                                const struct part_list *list)
{
    types_open(out);
    type_default_write(out, "rels", "application/vnd.openxmlformats-package.relationships+xml");
    type_default_write(out, "xml", "application/xml");
    for (size_t i = 0; i < list->count; i++)
        type_write(out, arena, list->parts[i].part.name, list->parts[i].part.type);
    xml_close(out);
}

/* Relative to the folder of the owner. */
static void part_relationship_write(struct xml_writer *out, const struct part *part)
{
    const char *target = part->name + strlen(owners[part->owner].folder);
    relationship_write(out, part->id, part->relationship, target);
}

static void relationships_write(struct xml_writer *out, const struct part_list *list,
                                enum owner owner)
{
    relationships_open(out);
    for (size_t i = 0; i < list->count; i++)
        if (list->parts[i].part.owner == owner)
            part_relationship_write(out, &list->parts[i].part);
    xml_close(out);
}

static struct package_part finished(const char *name, struct xml_writer *out)
{
    struct package_part part = {.name = name};
    part.bytes = xml_writer_finish(out, &part.length);
    return part;
}

static struct package_part print_content_types(struct arena *arena, const struct part_list *list)
{
    struct xml_writer *out = xml_writer_new(arena);
    content_types_write(out, arena, list);
    return finished(OPC_TYPES_PART, out);
}

static struct package_part print_relationships(struct arena *arena, const struct part_list *list,
                                               enum owner owner)
{
    struct xml_writer *out = xml_writer_new(arena);
    relationships_write(out, list, owner);
    return finished(owners[owner].name, out);
}

static struct package_part print_part(const struct docx *docx, const struct listed *listed)
{
    struct xml_writer *out = xml_writer_new(docx->arena);
    if (listed->drawing)
        chart_write(out, docx, listed->drawing);
    else
        listed->part.write(out, docx);
    return finished(listed->part.name, out);
}

/* The parts of a document, all but one that a spool takes. */
struct printed {
    struct package_part *parts;
    size_t count;
};

/* What may be larger than memory; the part has no bytes then. */
static struct package_part spool_part(const struct docx *docx, const struct listed *listed,
                                      struct spool *spool)
{
    struct package_part part = {.name = listed->part.name};
    struct xml_writer *out = xml_writer_to(docx->arena, spool_add, spool);
    listed->part.write(out, docx);
    xml_writer_finish(out, &part.length);
    return part;
}

static struct printed print_parts(const struct docx *docx, struct spool *spool)
{
    struct part_list list = list_parts(docx);
    struct printed printed = {
        ARENA_ARRAY(docx->arena, struct package_part, 1 + OWNER_COUNT + list.count), 0};
    printed.parts[printed.count++] = print_content_types(docx->arena, &list);
    for (int i = 0; i < OWNER_COUNT; i++)
        printed.parts[printed.count++] = print_relationships(docx->arena, &list, (enum owner)i);
    for (size_t i = 0; i < list.count; i++) {
        bool is_body = list.parts[i].part.write == document_write;
        printed.parts[printed.count++] = spool && is_body ? spool_part(docx, &list.parts[i], spool)
                                                          : print_part(docx, &list.parts[i]);
    }
    return printed;
}

static struct docx prepare(struct arena *arena, const struct document *document,
                           const struct style *style, struct docx_options options)
{
    struct docx docx = docx_prepare(arena, document, style, options.comments);
    docx.draft = options.draft;
    return docx;
}

bool docx_write(struct arena *arena, const struct document *document, const struct style *style,
                struct docx_options options, struct package *package)
{
    struct docx docx = prepare(arena, document, style, options);
    struct printed printed = print_parts(&docx, NULL);
    return package_pack(arena, printed.parts, printed.count, options.store, package);
}

bool docx_write_to(struct arena *arena, const struct document *document, const struct style *style,
                   struct docx_options options, struct docx_files files, struct package *package)
{
    struct docx docx = prepare(arena, document, style, options);
    struct spool *spool = spool_new(arena, files.aside);
    struct spooled spooled;
    struct printed printed = print_parts(&docx, spool);
    *package = (struct package){0};
    if (!spool_end(spool, &spooled))
        return false;
    for (size_t i = 0; i < printed.count; i++)
        if (!printed.parts[i].bytes)
            printed.parts[i] =
                (struct package_part){printed.parts[i].name, spooled.bytes, spooled.whole};
    struct package_files places = {files.out, files.aside, &spooled.deflated};
    return package_write(arena, printed.parts, printed.count, options.store, &places, package);
}
