/* From a Word file to a document tree: parts, paragraphs, roles, sections. */
#include "docx/read.h"

#include "base/text.h"
#include "docx/fields.h"
#include "docx/paper.h"
#include "docx/properties.h"
#include "docx/property.h"
#include "docx/reader.h"
#include "docx/recognise.h"
#include "docx/wording.h"
#include "opc/input.h"

/* The parts that are read, and what is made of them. */
struct reading {
    struct reader reader;
    struct opc_input *input;
    const char *owner; /* name of word/document.xml */
    struct xml_document *document, *styles, *numbering, *theme_part, *core, *custom;
    struct theme theme;
    struct paper *paper;
    const struct part *first_part;
    struct flow flow;
};

/* the body */

static void end_part(struct reading *reading, struct xml_node *section)
{
    struct reader *reader = &reading->reader;
    paper_read(reading->paper, section, reader->part);
    reader->part = ARENA_NEW(reader->arena, struct part);
    *reader->part = paper_default();
}

static void read_body(struct reader *reader, struct xml_node *node, const struct step *step,
                      void *context);

static void read_body_paragraph(struct reader *reader, struct xml_node *node,
                                const struct step *step, void *context)
{
    struct reading *reading = context;
    struct xml_node *section = property_below(property_below(node, "pPr"), "sectPr");
    paragraph_read(reader, node, step, &reading->flow);
    if (section)
        end_part(reading, section);
}

static void read_body_table(struct reader *reader, struct xml_node *node, const struct step *step,
                            void *context)
{
    struct reading *reading = context;
    table_read(reader, node, step, &reading->flow);
}

static void read_body_section(struct reader *reader, struct xml_node *node, const struct step *step,
                              void *context)
{
    (void)reader, (void)step;
    end_part(context, node);
}

static void read_body(struct reader *reader, struct xml_node *node, const struct step *step,
                      void *context)
{
    static const struct element elements[] = {
        {"body", read_body},           {"p", read_body_paragraph}, {"tbl", read_body_table},
        {"sectPr", read_body_section}, {"sdt", read_body},         {"sdtContent", read_body},
        {"customXml", read_body},      {"ins", read_body},
    };
    elements_read(reader, node, step, elements, sizeof elements / sizeof *elements, context);
}

/* the first page's header */

static void read_header_paragraph(struct reader *reader, struct xml_node *node,
                                  const struct step *step, void *context)
{
    struct reading *reading = context;
    if (!has_page_number(node))
        paragraph_read(reader, node, step, &reading->flow);
}

static struct xml_node *first_section(struct xml_node *root)
{
    struct xml_node *body = property_below(root, "body");
    for (struct xml_node *block = body ? xml_first(body) : NULL; block; block = xml_next(block)) {
        struct xml_node *section = xml_is(block, "sectPr")
                                       ? block
                                       : property_below(property_below(block, "pPr"), "sectPr");
        if (section)
            return section;
    }
    return NULL;
}

/* A letter has its mark there (GB/T 9704-2012, 10.1). */
static void read_first_header(struct reading *reading)
{
    static const struct element elements[] = {{"p", read_header_paragraph}};
    static const struct step root = {NULL, "hdr", 1};
    struct xml_node *section = first_section(xml_root(reading->document));
    struct xml_document *header = section ? paper_first_header(reading->paper, section) : NULL;
    if (!header)
        return;
    elements_read(&reading->reader, xml_root(header), &root, elements,
                  sizeof elements / sizeof *elements, reading);
    xml_document_free(header);
}

/* sections */

/* A new section of the file begins on a new page, unless it goes on. */
static void mark_pages(struct flow *flow)
{
    const struct part *part = flow->first ? flow->first->part : NULL;
    for (struct passage *passage = flow->first; passage; passage = passage->next) {
        passage->starts_page |= passage->part != part && !passage->part->continues;
        part = passage->part;
    }
}

static bool is_of(const struct passage *passage, enum role role)
{
    return is_paragraph(passage) && passage->block->paragraph.role == role;
}

static bool is_of_record(const struct passage *passage)
{
    return is_of(passage, ROLE_COPY_TO) || is_of(passage, ROLE_PRINTING);
}

static bool begins_section(const struct passage *previous, const struct passage *passage)
{
    return !previous || passage->starts_page || passage->part != previous->part ||
           is_of(passage, ROLE_ANNEX_LABEL) || (is_of_record(passage) && !is_of_record(previous));
}

/* An annex without a number is the next one. */
static const char *annex_name(struct arena *arena, const struct passage *label, long *annexes)
{
    long number;
    bool colon;
    is_annex_label(passage_text(arena, label), &number, &colon);
    *annexes = number ? number : *annexes + 1;
    return arena_printf(arena, "annex-%ld", *annexes);
}

static bool has_title(const struct passage *passage)
{
    const struct passage *previous = NULL;
    for (; passage && (!previous || !begins_section(previous, passage));
         previous = passage, passage = passage->next)
        if (is_of(passage, ROLE_TITLE))
            return true;
    return false;
}

/* A page without a title of its own goes on with the part before. */
static const char *section_name(struct arena *arena, const struct document *document,
                                const struct passage *first, long *annexes)
{
    if (is_of(first, ROLE_ANNEX_LABEL))
        return annex_name(arena, first, annexes);
    if (!document->last)
        return "notice";
    if (is_of_record(first))
        return "record";
    return has_title(first) ? "issued" : document->last->name;
}

/* A document without text has a page all the same. */
static size_t count_sections(const struct flow *flow)
{
    size_t count = 0;
    const struct passage *previous = NULL;
    for (const struct passage *passage = flow->first; passage;
         previous = passage, passage = passage->next)
        count += begins_section(previous, passage);
    return count ? count : 1;
}

static void add_section(struct reading *reading, struct docx_read *out,
                        const struct passage *passage, const char *name)
{
    const struct part *part = passage ? passage->part : reading->first_part;
    struct section *section = document_add_section(reading->reader.arena, out->document, name);
    section->landscape = part->page.landscape;
    section->continues = out->page_count > 0 && !passage->starts_page;
    out->pages[out->page_count++] = (struct page_look){section, part->page, part->page_number};
}

static void build_sections(struct reading *reading, struct docx_read *out)
{
    long annexes = 0;
    const struct passage *previous = NULL;
    out->pages =
        ARENA_ARRAY(reading->reader.arena, struct page_look, count_sections(&reading->flow));
    for (const struct passage *passage = reading->flow.first; passage;
         previous = passage, passage = passage->next) {
        if (begins_section(previous, passage))
            add_section(reading, out, passage,
                        section_name(reading->reader.arena, out->document, passage, &annexes));
        section_add_block(out->document->last, passage->block);
    }
    if (!out->page_count)
        add_section(reading, out, NULL, "notice");
}

/* looks */

enum { WHOLE_CHARACTER = 100 };

static long first_line_of(const struct passage *passage, long size)
{
    const struct indent *indent = &passage->look.first_line;
    long character = size * TWIPS_PER_HALF_POINT + passage->look.spacing;
    long chars = indent->chars   ? indent->chars
                 : character > 0 ? indent->twips * WHOLE_CHARACTER / character
                                 : 0;
    return chars + passage->blanks;
}

static struct paragraph_look look_of(const struct passage *passage)
{
    struct wear wear = passage_wear(passage);
    struct look look = passage->look;
    look.size = wear.size;
    return (struct paragraph_look){
        .block = passage->block,
        .font = wear.font,
        .color = wear.color,
        .size = wear.size,
        .bold = wear.bold,
        .line = look_line(&look, passage->part->page.grid),
        .line_exact = look.line.rule == LINE_EXACT,
        .first_line = first_line_of(passage, wear.size),
        .align = look.align,
    };
}

static void build_looks(struct reading *reading, struct docx_read *out)
{
    size_t count = 0;
    for (const struct passage *passage = reading->flow.first; passage; passage = passage->next)
        count += is_paragraph(passage);
    out->looks = ARENA_ARRAY(reading->reader.arena, struct paragraph_look, count);
    for (const struct passage *passage = reading->flow.first; passage; passage = passage->next)
        if (is_paragraph(passage))
            out->looks[out->look_count++] = look_of(passage);
}

/* parts */

static struct xml_document *read_part(const struct reading *reading, const char *owner,
                                      const char *type)
{
    const char *name = opc_input_target(reading->input, owner, type);
    return name ? opc_input_part(reading->input, name) : NULL;
}

static struct xml_node *root_of(struct xml_document *document)
{
    return document ? xml_root(document) : NULL;
}

static bool read_parts(struct reading *reading)
{
    reading->document = opc_input_main(reading->input, DOCX_MAIN, "document", &reading->owner);
    if (!reading->document)
        return false;
    reading->styles = read_part(reading, reading->owner, "styles");
    reading->numbering = read_part(reading, reading->owner, "numbering");
    reading->theme_part = read_part(reading, reading->owner, "theme");
    reading->core = read_part(reading, NULL, "core-properties");
    reading->custom = read_part(reading, NULL, "custom-properties");
    return true;
}

static void free_parts(struct reading *reading)
{
    xml_document_free(reading->document);
    xml_document_free(reading->styles);
    xml_document_free(reading->numbering);
    xml_document_free(reading->theme_part);
    xml_document_free(reading->core);
    xml_document_free(reading->custom);
}

/* the whole */

static void prepare(struct reading *reading)
{
    struct reader *reader = &reading->reader;
    struct xml_node *styles = root_of(reading->styles);
    reading->theme = theme_read(root_of(reading->theme_part), styles);
    reader->styling = styling_new(reader->arena, styles, &reading->theme, reader->style);
    reader->numbering = numbering_new(reader->arena, root_of(reading->numbering));
    reader->part = ARENA_NEW(reader->arena, struct part);
    *reader->part = paper_default();
    reading->first_part = reader->part;
    reading->paper = paper_new(reader->findings, reading->input, reading->owner);
}

static void build(struct reading *reading, struct docx_read *out)
{
    static const struct step root = {NULL, "document", 1};
    read_first_header(reading);
    read_body(&reading->reader, xml_root(reading->document), &root, reading);
    mark_pages(&reading->flow);
    recognise(&reading->reader, &reading->flow);
    out->document = ARENA_NEW(reading->reader.arena, struct document);
    out->document->lang = theme_language(root_of(reading->styles));
    build_sections(reading, out);
    build_looks(reading, out);
    out->fields = fields_read(reading->reader.findings, reading->reader.path,
                              xml_root(reading->document), &out->field_count);
    out->properties =
        properties_read(reading->reader.arena, root_of(reading->core), root_of(reading->custom));
}

bool docx_read(struct findings *findings, const struct file *file, const struct style *style,
               struct docx_read *out)
{
    size_t before = findings->failures;
    *out = (struct docx_read){0};
    struct opc_input *input = opc_input_open(findings, file);
    if (!input)
        return false;
    struct reading reading = {
        .input = input,
        .reader = {
            .findings = findings, .arena = findings->arena, .path = file->path, .style = style}};
    if (read_parts(&reading) && findings->failures == before) {
        prepare(&reading);
        build(&reading, out);
    }
    free_parts(&reading);
    opc_input_free(input);
    return findings->failures == before;
}
