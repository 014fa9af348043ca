/* Reading <w:sectPr>, and the headers and footers that it refers to. */
#include "docx/paper.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "docx/property.h"
#include "docx/setup.h"

/* Whether a page number stands in a part. */
enum number { NUMBER_UNKNOWN, NUMBER_NONE, NUMBER_THERE };

/* Headers and footers, of odd and of even pages: each section has those of the one before, unless
 * it has its own. */
static const struct {
    const char *element, *type;
} kinds[] = {{"headerReference", "default"},
             {"headerReference", "even"},
             {"footerReference", "default"},
             {"footerReference", "even"}};
enum { KINDS = sizeof kinds / sizeof *kinds };

struct paper {
    struct findings ignored; /* values that Word does not understand either */
    struct opc_input *input;
    const struct opc_relation *relations;
    enum number *numbers; /* of each relation's part */
    size_t count;
    bool has_number[KINDS];
};

struct paper *paper_new(struct findings *findings, struct opc_input *input, const char *owner)
{
    struct paper *paper = ARENA_NEW(findings->arena, struct paper);
    *paper = (struct paper){.ignored = findings_on(findings->arena), .input = input};
    paper->relations = opc_input_relations(input, owner, &paper->count);
    paper->numbers = ARENA_ARRAY(findings->arena, enum number, paper->count);
    return paper;
}

/* page numbers */

/* PAGE and what may follow it, but not PAGEREF. */
static bool is_page_code(const char *code)
{
    static const char page[] = "PAGE";
    code += strspn(code, " ");
    return strncasecmp(code, page, strlen(page)) == 0 &&
           !isalpha((unsigned char)code[strlen(page)]);
}

/* The parser takes no document so deep that this could not end. */
bool has_page_number(struct xml_node *node)
{
    const char *text = NULL;
    const char *code = xml_is(node, "fldSimple") ? xml_get_local(node, "instr") : NULL;
    if (code && is_page_code(code))
        return true;
    bool is_code = xml_is(node, "instrText");
    for (struct xml_node *child = NULL; (child = xml_next_part(node, child, &text));)
        if (text ? is_code && is_page_code(text) : has_page_number(child))
            return true;
    return false;
}

/* NULL if the package has no such part. */
static const struct opc_relation *relation_of(const struct paper *paper,
                                              const struct xml_node *reference)
{
    const char *id = reference ? xml_get_local(reference, "id") : NULL;
    return opc_relation_of(paper->relations, paper->count, id);
}

static bool is_numbered(struct paper *paper, const struct opc_relation *relation)
{
    enum number *number = &paper->numbers[relation - paper->relations];
    if (*number != NUMBER_UNKNOWN)
        return *number == NUMBER_THERE;
    struct xml_document *document = opc_input_part(paper->input, relation->target);
    *number = document && has_page_number(xml_root(document)) ? NUMBER_THERE : NUMBER_NONE;
    xml_document_free(document);
    return *number == NUMBER_THERE;
}

struct xml_node *paper_reference(struct xml_node *section, const char *element, const char *type)
{
    struct xml_node *node = property_below(section, element);
    while (node && !text_equal(xml_get_local(node, "type"), type))
        node = xml_next_named(node, element);
    return node;
}

static bool read_numbers(struct paper *paper, struct xml_node *section)
{
    bool any = false;
    for (size_t i = 0; i < KINDS; i++) {
        const struct opc_relation *relation =
            relation_of(paper, paper_reference(section, kinds[i].element, kinds[i].type));
        if (relation)
            paper->has_number[i] = is_numbered(paper, relation);
        any |= paper->has_number[i];
    }
    return any;
}

/* sections */

/* An American letter, with an inch of margin. */
struct part paper_default(void)
{
    return (struct part){.page = {.width = 12240,
                                  .height = 15840,
                                  .top = 1440,
                                  .right = 1440,
                                  .bottom = 1440,
                                  .left = 1440,
                                  .header = 720,
                                  .footer = 720}};
}

void paper_read(struct paper *paper, struct xml_node *section, struct part *part)
{
    *part = paper_default();
    setup_read_page(&paper->ignored, section, &part->page);
    part->continues = text_equal(property_value(section, "type"), "continuous");
    part->page_number = read_numbers(paper, section);
}

struct xml_document *paper_first_header(struct paper *paper, struct xml_node *section)
{
    const struct opc_relation *relation =
        relation_of(paper, paper_reference(section, "headerReference", "first"));
    bool is_used = relation && property_is_on(property_below(section, "titlePg"));
    return is_used ? opc_input_part(paper->input, relation->target) : NULL;
}
