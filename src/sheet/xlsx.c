/* From a workbook to grids. */
#include "sheet/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "opc/input.h"
#include "sheet/formats.h"
#include "sheet/range.h"
#include "sheet/strings.h"
#include "sheet/worksheet.h"

/* A workbook with what it refers to. */
struct source {
    struct findings *findings;
    struct arena *arena;
    struct opc_input *input;
    const char *path;
    const char *owner; /* name of xl/workbook.xml */
    const struct opc_relation *relations;
    size_t relation_count;
    size_t *header_rows; /* of each sheet */
    size_t sheet_count;
    struct workbook book;
    struct grids *grids;
};

/* what all sheets share */

static bool read_strings(struct source *source)
{
    const char *name = opc_input_target(source->input, source->owner, "sharedStrings");
    source->book.strings.runs = buffer_on(source->arena);
    return !name || strings_read(&source->book.strings, source->input, name);
}

static void read_formats(struct source *source)
{
    const char *name = opc_input_target(source->input, source->owner, "styles");
    struct xml_document *part = name ? opc_input_part(source->input, name) : NULL;
    if (part)
        source->book.formats = formats_read(source->arena, part, &source->book.format_count);
    xml_document_free(part);
}

static bool is_true(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void read_calendar(struct source *source, struct xml_node *workbook)
{
    struct xml_node *properties = xml_first_named(workbook, "workbookPr");
    source->book.from_1904 = properties && is_true(xml_get(properties, "date1904"));
}

static void read_headers(struct source *source, struct xml_node *workbook)
{
    struct xml_node *names = xml_first_named(workbook, "definedNames");
    source->header_rows = ARENA_ARRAY(source->arena, size_t, source->sheet_count);
    for (struct xml_node *node = names ? xml_first(names) : NULL; node; node = xml_next(node)) {
        const char *sheet = xml_get(node, "localSheetId");
        size_t index = sheet ? strtoul(sheet, NULL, 10) : source->sheet_count;
        if (index < source->sheet_count && text_equal(xml_get(node, "name"), "_xlnm.Print_Titles"))
            source->header_rows[index] = printed_rows(xml_content(source->arena, node));
    }
}

/* sheets */

/* The name of a sheet's part; NULL and reported if there is none. */
static const char *part_of(struct source *source, const struct xml_node *sheet, const char *name)
{
    const char *id = xml_get_local(sheet, "id");
    const struct opc_relation *relation =
        opc_relation_of(source->relations, source->relation_count, id);
    if (relation)
        return relation->target;
    REPORT(source->findings, RULE_SHEET_MISSING, xml_place(sheet), name);
    return NULL;
}

static void read_worksheet(struct source *source, const char *part, const char *name,
                           size_t header_rows)
{
    struct grid grid = {.name = name, .header_rows = header_rows};
    grid.place.file = arena_printf(source->arena, "%s/%s", source->path, name);
    worksheet_read(source->findings, &source->book, source->input, part, &grid);
    if (grid.first)
        grids_append(source->arena, source->grids, grid);
}

static void read_sheet(struct source *source, const struct xml_node *sheet, size_t header_rows)
{
    const char *attribute = xml_get(sheet, "name"), *state = xml_get(sheet, "state");
    const char *name = arena_copy(source->arena, attribute ? attribute : "");
    if (state && strcmp(state, "visible") != 0) {
        REPORT(source->findings, RULE_SHEET_HIDDEN, ((struct place){source->path, 0, 0}), name);
        return;
    }
    const char *part = part_of(source, sheet, name);
    if (part)
        read_worksheet(source, part, name, header_rows);
}

static bool count_sheets(struct source *source, struct xml_node *first)
{
    for (struct xml_node *sheet = first; sheet; sheet = xml_next_named(sheet, "sheet"))
        source->sheet_count++;
    if (source->sheet_count <= LIMIT_SHEETS->now)
        return true;
    finding_add_limit(source->findings, RULE_SHEET_COUNT, (struct place){source->path, 0, 0},
                      LIMIT_SHEETS, NULL);
    return false;
}

static void read_workbook(struct source *source, struct xml_node *workbook)
{
    struct xml_node *list = xml_first_named(workbook, "sheets");
    struct xml_node *first = list ? xml_first_named(list, "sheet") : NULL;
    if (!count_sheets(source, first))
        return;
    source->relations = opc_input_relations(source->input, source->owner, &source->relation_count);
    if (!read_strings(source))
        return;
    read_formats(source);
    read_calendar(source, workbook);
    read_headers(source, workbook);
    size_t index = 0;
    for (struct xml_node *sheet = first; sheet; sheet = xml_next_named(sheet, "sheet"))
        read_sheet(source, sheet, source->header_rows[index++]);
}

bool xlsx_grids(struct findings *findings, const struct file *file, struct grids *grids)
{
    size_t before = findings->failures;
    struct opc_input *input = opc_input_open(findings, file);
    if (!input)
        return false;
    struct source source = {.findings = findings,
                            .arena = findings->arena,
                            .input = input,
                            .path = file->path,
                            .grids = grids};
    struct xml_document *workbook =
        opc_input_main(input, "xl/workbook.xml", "workbook", &source.owner);
    if (workbook)
        read_workbook(&source, xml_root(workbook));
    xml_document_free(workbook);
    opc_input_free(input);
    return findings->failures == before && grids_settle(findings, grids);
}
