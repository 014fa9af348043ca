/* Which headers and footers a Word file has, and the parts that go with them. */
#include "docx/letterhead.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "docx/borrowed.h"
#include "docx/paper.h"
#include "docx/part.h"
#include "docx/property.h"
#include "docx/setup.h"
#include "opc/write.h"
#include "xml/outline.h"

#define FOLDER "word/letterhead/"

static const char *const references[LETTERHEAD_PLACES] = {"headerReference", "footerReference"};
static const char *const roots[LETTERHEAD_PLACES] = {"w:hdr", "w:ftr"};
static const char *const types[LETTERHEAD_PAGES] = {"default", "even", "first"};

/* The headers and footers of a section, by the ids of their relationships; NULL: none. */
struct heads {
    const char *id[LETTERHEAD_PLACES][LETTERHEAD_PAGES];
    bool has_first_page;
};

struct taking {
    struct findings *findings;
    struct opc_input *input;
    struct place place;                   /* of the document */
    const struct opc_relation *relations; /* of the document */
    size_t relation_count;
    struct letterhead *letterhead;
    size_t room; /* for parts */
    struct borrowed *borrowed;
};

static struct arena *arena_of(const struct taking *taking)
{
    return taking->findings->arena;
}

/* sections */

/* A header goes on in the sections that follow, the first page does not. */
static void read_heads(struct xml_node *section, struct heads *heads)
{
    for (int place = 0; place < LETTERHEAD_PLACES; place++)
        for (int pages = 0; pages < LETTERHEAD_PAGES; pages++) {
            struct xml_node *node = paper_reference(section, references[place], types[pages]);
            if (node)
                heads->id[place][pages] = xml_get_local(node, "id");
        }
    heads->has_first_page = property_is_on(property_below(section, "titlePg"));
}

static bool is_upright(const struct taking *taking, struct xml_node *section)
{
    struct findings ignored = findings_on(arena_of(taking));
    struct page_style page = {0};
    setup_read_page(&ignored, section, &page);
    return !page.landscape;
}

/* Those of the last upright section; none of a file without one. */
static struct heads find_heads(const struct taking *taking, struct xml_document *document)
{
    struct heads running = {0}, found = {0};
    struct xml_node *body = property_below(xml_root(document), "body");
    for (struct xml_node *block = body ? xml_first(body) : NULL; block; block = xml_next(block)) {
        struct xml_node *section = setup_section(block);
        if (!section)
            continue;
        read_heads(section, &running);
        if (is_upright(taking, section))
            found = running;
    }
    return found;
}

/* Unless the settings tell even pages from odd ones, what stands on odd ones stands on all. */
static void settle_even(struct heads *heads, struct xml_node *settings)
{
    if (settings && property_is_on(property_below(settings, "evenAndOddHeaders")))
        return;
    for (int place = 0; place < LETTERHEAD_PLACES; place++)
        heads->id[place][LETTERHEAD_EVEN] = heads->id[place][LETTERHEAD_ODD];
}

/* what can be seen */

static bool has_border(struct arena *arena, const struct outline *paragraph_properties)
{
    const struct outline *borders = outline_first(paragraph_properties, "w:pBdr");
    for (const struct outline *side = borders ? borders->first : NULL; side; side = side->next) {
        const char *value = outline_get(arena, side, "w:val");
        if (value && !text_equal(value, "none") && !text_equal(value, "nil"))
            return true;
    }
    return false;
}

/* Paragraphs without words show nothing, unless they have a border. */
static bool shows(struct arena *arena, const struct outline *element)
{
    static const char *const silent[] = {"w:rPr",
                                         "w:sdtPr",
                                         "w:proofErr",
                                         "w:lastRenderedPageBreak",
                                         "w:bookmarkEnd",
                                         "w:bookmarkStart",
                                         "w:tab",
                                         "w:ptab",
                                         NULL};
    static const char *const holders[] = {"w:hdr", "w:ftr",        "w:p", "w:r",
                                          "w:sdt", "w:sdtContent", NULL};
    if (outline_is_any(element, silent))
        return false;
    if (outline_is(element, "w:t"))
        return !text_is_blank(outline_content(arena, element));
    if (outline_is(element, "w:pPr"))
        return has_border(arena, element);
    if (!outline_is_any(element, holders))
        return true;
    for (const struct outline *child = element->first; child; child = child->next)
        if (shows(arena, child))
            return true;
    return false;
}

/* parts */

/* The bytes of a part, unless they are there: what is not text for us is not inflated if it need
 * not be. */
static void take_bytes(struct taking *taking, struct letterhead_part *part)
{
    struct archive *archive = opc_input_archive(taking->input);
    if (!part->type || !archive_has(archive, part->source))
        REPORT(taking->findings, RULE_REFERENCE_PART, taking->place, part->source);
    else if (!part->file.bytes &&
             !archive_take(archive, part->source, &part->file.length, &part->deflated))
        archive_read(archive, part->source, &part->file);
}

static struct letterhead_part *new_part(struct taking *taking)
{
    struct letterhead *letterhead = taking->letterhead;
    letterhead->parts =
        arena_make_room(arena_of(taking), letterhead->parts, sizeof *letterhead->parts,
                        letterhead->count, &taking->room);
    return &letterhead->parts[letterhead->count++];
}

/* Its place among the parts, as which it may be there already. Its name is one that no part of ours
 * has, and that of no other. */
static size_t add_part(struct taking *taking, const char *source)
{
    struct letterhead *letterhead = taking->letterhead;
    struct arena *arena = arena_of(taking);
    for (size_t i = 0; i < letterhead->count; i++)
        if (letterhead->parts[i].source && strcasecmp(letterhead->parts[i].source, source) == 0)
            return i;
    struct letterhead_part part = {
        .name = arena_printf(arena, FOLDER "%zu-%s", letterhead->count + 1, path_base(source)),
        .type = opc_input_type(taking->input, source),
        .source = source,
    };
    *new_part(taking) = part;
    return letterhead->count - 1;
}

/* One that the document refers to. */
static struct letterhead_part *add_related(struct taking *taking,
                                           const struct opc_relation *relation)
{
    size_t index = add_part(taking, relation->target);
    struct letterhead_part *part = &taking->letterhead->parts[index];
    part->id = arena_printf(arena_of(taking), "rIdLetterhead%zu", index + 1);
    part->relationship = relation->uri;
    return part;
}

static void relation_write(struct taking *taking, struct xml_writer *out,
                           const struct opc_relation *relation)
{
    if (relation->is_external) {
        relationship_external_write(out, relation->id, relation->uri, relation->target);
    } else if (relation->is_link) {
        relationship_write(out, relation->id, relation->uri, relation->target);
    } else {
        size_t index = add_part(taking, relation->target);
        relationship_write(out, relation->id, relation->uri,
                           path_base(taking->letterhead->parts[index].name));
    }
}

/* The relationships of a part, which may lead to more parts. */
static void relate(struct taking *taking, size_t index)
{
    size_t count;
    struct letterhead_part part = taking->letterhead->parts[index];
    const struct opc_relation *relations = opc_input_relations(taking->input, part.source, &count);
    if (!count)
        return;
    struct xml_writer *out = xml_writer_new(arena_of(taking));
    struct file file = {0};
    relationships_open(out);
    for (size_t i = 0; i < count; i++)
        relation_write(taking, out, &relations[i]);
    xml_close(out);
    file.bytes = xml_writer_finish(out, &file.length);
    *new_part(taking) = (struct letterhead_part){
        .name = arena_printf(arena_of(taking), FOLDER "_rels/%s.rels", path_base(part.name)),
        .file = file};
}

/* Whatever the parts refer to, and what that refers to. */
static void complete(struct taking *taking)
{
    for (size_t i = 0; i < taking->letterhead->count; i++) {
        struct letterhead_part *part = &taking->letterhead->parts[i];
        if (!part->source)
            continue;
        take_bytes(taking, part);
        relate(taking, i);
    }
}

/* texts */

static bool is_as_word_writes(struct taking *taking, const struct file *part, const char *root)
{
    const struct outline *outline = outline_read(arena_of(taking), part->bytes);
    if (outline_is(outline, root) &&
        text_equal(outline_get(arena_of(taking), outline, "xmlns:w"), NAMESPACE_W))
        return true;
    REPORT(taking->findings, RULE_REFERENCE_LETTERHEAD, ((struct place){part->path, 1, 0}),
           arena_printf(arena_of(taking), "<%s>", root));
    return false;
}

static bool read_text(struct taking *taking, const char *name, const char *root, struct file *part)
{
    return opc_input_text(taking->input, name, part) && is_as_word_writes(taking, part, root);
}

/* The relationship of the document to its part of a type; NULL if there is none. */
static const struct opc_relation *relation_to(const struct taking *taking, const char *type)
{
    for (size_t i = 0; i < taking->relation_count; i++)
        if (text_equal(taking->relations[i].type, type) && !taking->relations[i].is_link)
            return &taking->relations[i];
    return NULL;
}

static void take_head(struct taking *taking, int place, int pages, const char *id)
{
    struct file text;
    const struct opc_relation *relation =
        opc_relation_of(taking->relations, taking->relation_count, id);
    if (!relation || relation->is_link ||
        !read_text(taking, relation->target, roots[place], &text) ||
        !shows(arena_of(taking), outline_read(arena_of(taking), text.bytes)))
        return;
    struct letterhead_part *part = add_related(taking, relation);
    part->file = borrowed_part(taking->borrowed, text);
    part->is_header = place == LETTERHEAD_HEADER;
    part->is_footer = place == LETTERHEAD_FOOTER;
    taking->letterhead->id[place][pages] = part->id;
}

static void take_heads(struct taking *taking, const struct heads *heads)
{
    taking->letterhead->has_first_page = heads->has_first_page;
    for (int place = 0; place < LETTERHEAD_PLACES; place++)
        for (int pages = 0; pages < LETTERHEAD_PAGES; pages++)
            if (pages != LETTERHEAD_FIRST || heads->has_first_page)
                take_head(taking, place, pages, heads->id[place][pages]);
}

/* Whether a word stands in the XML of the texts or of their styles. */
static bool is_spoken_of(const struct letterhead *letterhead, const char *word)
{
    bool is = strstr(letterhead->styles, word);
    for (size_t i = 0; i < letterhead->count; i++)
        is |= letterhead->parts[i].file.bytes && strstr(letterhead->parts[i].file.bytes, word);
    return is;
}

/* Their lists, which may have styles of their own. */
static void take_numbering(struct taking *taking)
{
    const struct opc_relation *relation = relation_to(taking, "numbering");
    struct file text;
    if (!relation || !is_spoken_of(taking->letterhead, "<w:numId ") ||
        !read_text(taking, relation->target, "w:numbering", &text))
        return;
    add_related(taking, relation)->file = borrowed_part(taking->borrowed, text);
    borrowed_print(taking->borrowed, taking->letterhead);
}

/* Fonts and colours that go by the name that a theme gives them. */
static void take_theme(struct taking *taking, struct xml_node *settings)
{
    static const char *const languages[] = {"val", "eastAsia", "bidi"};
    const struct opc_relation *relation = relation_to(taking, "theme");
    struct xml_node *node = settings ? property_below(settings, "themeFontLang") : NULL;
    if (!relation || !is_spoken_of(taking->letterhead, "heme"))
        return;
    add_related(taking, relation);
    taking->letterhead->has_theme = true;
    for (int i = 0; i < LETTERHEAD_LANGUAGES; i++) {
        const char *value = node ? xml_get_local(node, languages[i]) : NULL;
        taking->letterhead->theme_languages[i] = value ? arena_copy(arena_of(taking), value) : NULL;
    }
}

/* the whole */

static struct xml_document *read_settings(const struct taking *taking)
{
    const struct opc_relation *relation = relation_to(taking, "settings");
    return relation ? opc_input_part(taking->input, relation->target) : NULL;
}

static bool has_heads(const struct heads *heads)
{
    for (int place = 0; place < LETTERHEAD_PLACES; place++)
        for (int pages = 0; pages < LETTERHEAD_PAGES; pages++)
            if (heads->id[place][pages])
                return true;
    return false;
}

static bool open_styles(struct taking *taking, const struct style *style)
{
    struct file styles;
    const struct opc_relation *relation = relation_to(taking, "styles");
    if (!read_text(taking, relation ? relation->target : "word/styles.xml", "w:styles", &styles))
        return false;
    taking->borrowed = borrowed_new(arena_of(taking), styles.bytes, style);
    return true;
}

static void take(struct taking *taking, struct heads heads, const struct style *style)
{
    struct xml_document *document = read_settings(taking);
    struct xml_node *settings = document ? xml_root(document) : NULL;
    settle_even(&heads, settings);
    if (open_styles(taking, style))
        take_heads(taking, &heads);
    if (taking->letterhead->count) {
        borrowed_print(taking->borrowed, taking->letterhead);
        take_numbering(taking);
        take_theme(taking, settings);
        complete(taking);
    }
    xml_document_free(document);
}

const struct letterhead *letterhead_read(struct findings *findings, struct opc_input *input,
                                         const char *owner, struct xml_document *document,
                                         const struct style *style)
{
    size_t before = findings->failures;
    struct taking taking = {
        .findings = findings, .input = input, .place = xml_place(xml_root(document))};
    struct heads heads = find_heads(&taking, document);
    if (!has_heads(&heads))
        return NULL;
    taking.letterhead = ARENA_NEW(findings->arena, struct letterhead);
    taking.relations = opc_input_relations(input, owner, &taking.relation_count);
    take(&taking, heads, style);
    return findings->failures == before && taking.letterhead->count ? taking.letterhead : NULL;
}
