/* Reading the tables of a file, whatever kind of file it is. */
#include "flow/import.h"

#include <string.h>

#include "base/text.h"
#include "data/rubric.h"
#include "data/schemas.h"
#include "docx/grids.h"
#include "intake/scheme.h"
#include "sheet/csv.h"
#include "sheet/xlsx.h"
#include "xml/edit.h"
#include "zip/archive.h"

typedef bool (*reader_fn)(struct findings *findings, const struct file *file, struct grids *grids);

/* The parts of a package stand in a folder that is named after its kind. */
static const struct {
    const char *folder;
    reader_fn read;
} packages[] = {
    {"word/", docx_grids},
    {"xl/", xlsx_grids},
};

/* Of an .xlsb, which holds no XML. */
static const char binary_workbook[] = "xl/workbook.bin";

static reader_fn reader_of_part(const char *name)
{
    for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
        if (text_starts(name, packages[i].folder))
            return packages[i].read;
    return NULL;
}

static reader_fn report_kind(struct findings *findings, const struct file *file)
{
    REPORT(findings, RULE_IMPORT_KIND, ((struct place){file->path, 0, 0}), NULL);
    return NULL;
}

static reader_fn reader_of_package(struct findings *findings, const struct file *file)
{
    struct archive *archive = archive_open(findings, file);
    reader_fn read = NULL;
    if (!archive)
        return NULL;
    for (size_t i = 0; !read && i < archive_count(archive); i++)
        read = reader_of_part(archive_name(archive, i));
    if (archive_has(archive, binary_workbook))
        read = NULL;
    archive_free(archive);
    return read ? read : report_kind(findings, file);
}

/* XML, and HTML that calls itself a spreadsheet, is no table of values. */
static bool is_markup(const char *text)
{
    text += text_starts(text, "\xEF\xBB\xBF") ? 3 : 0;
    return text[strspn(text, " \t\r\n")] == '<';
}

/* A text of that name was a package once, or RTF; one that is named .xls may well be CSV. */
static bool is_named_package(const char *path)
{
    static const char *const endings[] = {".docx", ".xlsx", ".doc", ".wps", NULL};
    return text_ends_any(path, endings);
}

static reader_fn reader_of(struct findings *findings, const struct file *file)
{
    if (archive_is_package(file) || is_named_package(file->path))
        return reader_of_package(findings, file);
    return is_markup(file->bytes) ? report_kind(findings, file) : csv_grids;
}

static bool is_wanted(const struct grid *grid, const size_t *numbers)
{
    while (*numbers && *numbers != grid->number)
        numbers++;
    return *numbers;
}

static bool check_numbers(struct findings *findings, const struct grids *grids, const char *path,
                          const size_t *numbers)
{
    bool fits = true;
    for (; *numbers; numbers++)
        if (*numbers > grids->count) {
            REPORT(findings, RULE_IMPORT_TABLE, ((struct place){path, 0, 0}),
                   arena_printf(findings->arena, "%zu", *numbers),
                   arena_printf(findings->arena, "%zu", grids->count));
            fits = false;
        }
    return fits;
}

static void keep_wanted(struct grids *grids, const size_t *numbers)
{
    struct grids kept = {0};
    struct grid **end = &kept.first;
    for (struct grid *grid = grids->first, *next; grid; grid = next) {
        next = grid->next;
        if (!is_wanted(grid, numbers))
            continue;
        grid->next = NULL;
        kept.last = *end = grid;
        end = &grid->next;
        kept.count++;
    }
    *grids = kept;
}

bool import_tables(struct findings *findings, const char *path, const size_t *numbers,
                   struct grids *grids)
{
    struct file file;
    *grids = (struct grids){0};
    reader_fn read =
        file_read(findings, path, (struct place){0}, &file) ? reader_of(findings, &file) : NULL;
    if (!read || !read(findings, &file, grids))
        return false;
    if (!grids->count)
        REPORT(findings, RULE_IMPORT_NO_TABLE, ((struct place){path, 0, 0}), NULL);
    else if (check_numbers(findings, grids, path, numbers)) {
        if (*numbers)
            keep_wanted(grids, numbers);
        return true;
    }
    return false;
}

/* The name of a file without its ending. */
static const char *bare_name(struct arena *arena, const char *path)
{
    const char *name = path_base(path), *ending = strrchr(name, '.');
    return ending && ending > name ? arena_copy_n(arena, name, (size_t)(ending - name)) : name;
}

/* What is printed is read again, so that nobody is handed a rubric that will be refused. */
static bool is_valid(struct findings *findings, const struct file *rubric)
{
    struct xml_document *document = xml_parse(findings, rubric);
    if (document && schema_check(findings, &rubric_schema, document))
        rubric_read(findings, xml_root(document));
    xml_document_free(document);
    return findings->errors == 0;
}

const char *import_scheme(struct findings *findings, const struct import_job *job,
                          struct findings *unplaced)
{
    struct arena *arena = findings->arena;
    const char *output = job->output ? job->output : job->file;
    struct project project = project_of(findings, output, job->share);
    struct intake_options options = {
        .project = &project,
        .maps = job->maps,
        .id = bare_name(arena, output),
        .name = bare_name(arena, job->file),
    };
    struct grids grids;
    if (!import_tables(findings, job->file, job->tables, &grids))
        return NULL;
    struct xml_document *document = intake_scheme(findings, &grids, &options, unplaced);
    if (!document || findings->errors) {
        xml_document_free(document);
        return NULL;
    }
    struct file rubric = {.path = output};
    rubric.bytes = xml_print_indented(arena, document, &rubric.length);
    xml_document_free(document);
    return is_valid(findings, &rubric) ? rubric.bytes : NULL;
}
