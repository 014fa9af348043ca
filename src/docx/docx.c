/* The table of parts, and what follows from it: content types and relationships. */
#include "docx/docx.h"

#include <string.h>

#include "docx/common.h"
#include "docx/drawing.h"
#include "docx/header.h"
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
    part_writer *write;
    bool (*is_needed)(const struct docx *docx); /* NULL: always */
    bool is_common;                             /* common_part prints it */
};

/* The first page has what stands on odd ones, where nothing else is asked for. */
static bool has_odd(const struct docx *docx, enum letterhead_place place)
{
    bool is_first = docx->letterhead && docx->letterhead->has_first_page && !docx->first_header;
    return docx->has_portrait && (is_ours(docx, place, LETTERHEAD_ODD) ||
                                  (is_first && is_ours(docx, place, LETTERHEAD_FIRST)));
}

static bool has_footer_odd(const struct docx *docx)
{
    return has_odd(docx, LETTERHEAD_FOOTER);
}

static bool has_footer_even(const struct docx *docx)
{
    return docx->has_portrait && is_ours(docx, LETTERHEAD_FOOTER, LETTERHEAD_EVEN);
}

static bool has_landscape(const struct docx *docx)
{
    return docx->has_landscape;
}

static bool has_portrait_headers(const struct docx *docx)
{
    return has_headers(docx) &&
           (has_odd(docx, LETTERHEAD_HEADER) ||
            (docx->has_portrait && is_ours(docx, LETTERHEAD_HEADER, LETTERHEAD_EVEN)));
}

static bool has_first_header(const struct docx *docx)
{
    return docx->first_header && is_ours(docx, LETTERHEAD_HEADER, LETTERHEAD_FIRST);
}

static bool has_first_footer(const struct docx *docx)
{
    return docx->first_header && is_ours(docx, LETTERHEAD_FOOTER, LETTERHEAD_FIRST);
}

static bool has_comments(const struct docx *docx)
{
    return docx->anchor_count > 0;
}

static const struct part parts[] = {
    {"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
     OWNER_PACKAGE, "rIdCore", OPC_RELATIONSHIPS "/metadata/core-properties", core_properties_write,
     NULL, false},
    {"docProps/app.xml", OFFICE_TYPE "extended-properties+xml", OWNER_PACKAGE, "rIdApp",
     NAMESPACE_R "/extended-properties", app_properties_write, NULL, true},
    {"docProps/custom.xml", OFFICE_TYPE "custom-properties+xml", OWNER_PACKAGE, "rIdCustom",
     NAMESPACE_R "/custom-properties", custom_properties_write, custom_properties_any, false},
    {"word/document.xml", WORD_TYPE "document.main+xml", OWNER_PACKAGE, "rIdDocument",
     NAMESPACE_R "/officeDocument", document_write, NULL, false},
    {"word/styles.xml", WORD_TYPE "styles+xml", OWNER_DOCUMENT, "rIdStyles", NAMESPACE_R "/styles",
     styles_write, NULL, true},
    {"word/settings.xml", WORD_TYPE "settings+xml", OWNER_DOCUMENT, "rIdSettings",
     NAMESPACE_R "/settings", settings_write, NULL, true},
    {"word/fontTable.xml", WORD_TYPE "fontTable+xml", OWNER_DOCUMENT, "rIdFonts",
     NAMESPACE_R "/fontTable", fonts_write, NULL, true},
    {"word/footer1.xml", WORD_TYPE "footer+xml", OWNER_DOCUMENT, RELATIONSHIP_FOOTER_ODD,
     NAMESPACE_R "/footer", footer_odd_write, has_footer_odd, true},
    {"word/footer2.xml", WORD_TYPE "footer+xml", OWNER_DOCUMENT, RELATIONSHIP_FOOTER_EVEN,
     NAMESPACE_R "/footer", footer_even_write, has_footer_even, true},
    {"word/footer3.xml", WORD_TYPE "footer+xml", OWNER_DOCUMENT, RELATIONSHIP_FOOTER_LANDSCAPE,
     NAMESPACE_R "/footer", footer_landscape_write, has_landscape, true},
    {"word/header1.xml", WORD_TYPE "header+xml", OWNER_DOCUMENT, RELATIONSHIP_HEADER_PORTRAIT,
     NAMESPACE_R "/header", header_portrait_write, has_portrait_headers, true},
    {"word/header2.xml", WORD_TYPE "header+xml", OWNER_DOCUMENT, RELATIONSHIP_HEADER_LANDSCAPE_ODD,
     NAMESPACE_R "/header", header_landscape_odd_write, has_landscape, true},
    {"word/header3.xml", WORD_TYPE "header+xml", OWNER_DOCUMENT, RELATIONSHIP_HEADER_LANDSCAPE_EVEN,
     NAMESPACE_R "/header", header_landscape_even_write, has_landscape, true},
    {"word/header4.xml", WORD_TYPE "header+xml", OWNER_DOCUMENT, RELATIONSHIP_HEADER_FIRST,
     NAMESPACE_R "/header", header_first_write, has_first_header, false},
    {"word/footer4.xml", WORD_TYPE "footer+xml", OWNER_DOCUMENT, RELATIONSHIP_FOOTER_FIRST,
     NAMESPACE_R "/footer", footer_first_write, has_first_footer, true},
    {"word/comments.xml", COMMENTS_TYPE, OWNER_DOCUMENT, "rIdComments", NAMESPACE_R "/comments",
     comments_write, has_comments, false},
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
    const struct drawing *drawing;      /* that it holds; NULL: it has a writer of its own, */
    const struct letterhead_part *head; /* or is there already */
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
    return (struct listed){.part = part, .drawing = &docx->drawings[number - 1]};
}

static struct listed head_part(const struct letterhead_part *head)
{
    struct part part = {
        .name = head->name,
        .type = head->type,
        .owner = head->id ? OWNER_DOCUMENT : OWNER_COUNT,
        .id = head->id,
        .relationship = head->relationship,
    };
    return (struct listed){.part = part, .head = head};
}

static struct part_list list_parts(const struct docx *docx)
{
    size_t heads = docx->letterhead ? docx->letterhead->count : 0;
    size_t most = PARTS + docx->drawing_count + heads;
    struct part_list list = {ARENA_ARRAY(docx->arena, struct listed, most), 0};
    for (size_t i = 0; i < PARTS; i++)
        if (!parts[i].is_needed || parts[i].is_needed(docx))
            list.parts[list.count++] = (struct listed){.part = parts[i]};
    for (size_t i = 1; i <= docx->drawing_count; i++)
        list.parts[list.count++] = chart_part(docx, i);
    for (size_t i = 0; i < heads; i++)
        list.parts[list.count++] = head_part(&docx->letterhead->parts[i]);
    return list;
}

static void content_types_write(struct xml_writer *out, struct arena *arena,
                                const struct part_list *list)
{
    types_open(out);
    type_default_write(out, "rels", "application/vnd.openxmlformats-package.relationships+xml");
    type_default_write(out, "xml", "application/xml");
    for (size_t i = 0; i < list->count; i++)
        if (list->parts[i].part.type)
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

/* As the n-th part. */
static struct package_part print_head(const struct docx *docx, const struct letterhead_part *head,
                                      size_t n)
{
    struct package_part part = {head->name, head->file.bytes, head->file.length};
    if (docx->draft && head->is_header)
        part.bytes = header_with_draft(docx, &head->file, (int)n, &part.length);
    return part;
}

static struct package_part print_part(const struct docx *docx, const struct listed *listed,
                                      size_t n)
{
    if (listed->head)
        return print_head(docx, listed->head, n);
    if (listed->part.is_common && docx->common)
        return common_part(docx, listed->part.name, listed->part.write);
    struct xml_writer *out = xml_writer_new(docx->arena);
    if (listed->drawing)
        chart_write(out, docx, listed->drawing);
    else
        listed->part.write(out, docx);
    return finished(listed->part.name, out);
}

/* The parts of a document. Those without bytes are deflated already, but for one that a spool
 * takes.
 */
struct printed {
    struct package_part *parts;
    struct deflated *deflated;
    size_t count;
    size_t spooled; /* the place of that one */
};

static void print_into(struct printed *printed, struct package_part part)
{
    printed->parts[printed->count++] = part;
}

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

static void print_listed(const struct docx *docx, const struct listed *listed, struct spool *spool,
                         struct printed *printed)
{
    size_t n = printed->count;
    bool is_spooled = spool && listed->part.write == document_write;
    if (is_spooled)
        printed->spooled = n;
    if (listed->head)
        printed->deflated[n] = listed->head->deflated;
    print_into(printed, is_spooled ? spool_part(docx, listed, spool) : print_part(docx, listed, n));
}

static struct printed print_parts(const struct docx *docx, struct spool *spool)
{
    struct part_list list = list_parts(docx);
    size_t count = 1 + OWNER_COUNT + list.count;
    struct printed printed = {.parts = ARENA_ARRAY(docx->arena, struct package_part, count),
                              .deflated = ARENA_ARRAY(docx->arena, struct deflated, count)};
    print_into(&printed, print_content_types(docx->arena, &list));
    for (int i = 0; i < OWNER_COUNT; i++)
        print_into(&printed, print_relationships(docx->arena, &list, (enum owner)i));
    for (size_t i = 0; i < list.count; i++)
        print_listed(docx, &list.parts[i], spool, &printed);
    return printed;
}

static struct ids ids_of(struct arena *arena, const struct letterhead *letterhead)
{
    struct ids ids = {.arena = arena};
    for (size_t i = 0; letterhead && i < letterhead->count; i++)
        if (letterhead->parts[i].is_header || letterhead->parts[i].is_footer)
            ids_note(&ids, letterhead->parts[i].file.bytes);
    ids_sort(&ids);
    return ids;
}

static struct docx prepare(struct arena *arena, const struct document *document,
                           const struct style *style, struct docx_options options)
{
    struct docx docx = docx_prepare(arena, document, style, options.comments);
    docx.draft = options.draft;
    docx.letterhead = options.letterhead;
    docx.common = options.common;
    docx.taken = ids_of(arena, options.letterhead);
    return docx;
}

static struct package_store *store_of(struct docx_options options)
{
    return options.common ? common_parts_store(options.common) : NULL;
}

bool docx_write(struct arena *arena, const struct document *document, const struct style *style,
                struct docx_options options, struct package *package)
{
    struct docx docx = prepare(arena, document, style, options);
    struct printed printed = print_parts(&docx, NULL);
    return package_repack(arena, printed.parts, printed.deflated, printed.count, store_of(options),
                          package);
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
    struct package_part *part = &printed.parts[printed.spooled];
    *part = (struct package_part){part->name, spooled.bytes, spooled.whole};
    printed.deflated[printed.spooled] = spooled.deflated;
    return package_write(arena, printed.parts, printed.deflated, printed.count, store_of(options),
                         (struct package_files){files.out, files.aside}, package);
}
