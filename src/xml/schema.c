/* Checking against an XSD. libxml2 says its reasons as English sentences; we say them by code, with
 * the names that the sentence holds in quotation marks and what the XSD itself declares. */
#include "xml/schema.h"

#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "xml/declared.h"
#include "xml/library.h"

/* The library stops reading the children of an element at the first one that may not stand there.
 * So that the others are read too, it is put right or taken out, and the document checked again. */
enum { PASSES_MOST = 50 };

struct check {
    struct findings *findings;
    const struct schema *schema;
    struct names elements;
    struct xml_document *xsd; /* read when the first fault asks what it declares */
    /* One fault makes several errors: only the first of a node and attribute counts. */
    const xmlNode *last;
    const char *last_attribute;
    xmlNode *misplaced;     /* the first element of this pass that may not stand where it does */
    const xmlNode *renamed; /* the misspelt element that the last pass put right */
    const xmlNode *mended;  /* the parent from which an element was taken */
    const char *expected;   /* what should have stood there */
    bool failed;
};

static struct arena *arena_of(const struct check *check)
{
    return check->findings->arena;
}

static struct xml_document *xsd_of(struct check *check)
{
    if (!check->xsd)
        check->xsd = declared_open(arena_of(check), check->schema);
    return check->xsd;
}

/* The text between `before` and the next quotation mark. */
static char *quoted_after(struct arena *arena, const char *sentence, const char *before)
{
    const char *start = strstr(sentence, before);
    if (!start)
        return NULL;
    start += strlen(before);
    return arena_copy_n(arena, start, strcspn(start, "'"));
}

/* "Expected is one of ( a, b )." -> "<a>, <b>". The library names ten at most. */
static const char *expected_elements(struct arena *arena, const char *sentence)
{
    enum { NAMED_MOST = 10 };
    struct buffer out = buffer_on(arena);
    const char *list = strstr(sentence, "( ");
    const char *end = list ? strstr(list, " )") : NULL;
    int count = 0;
    for (const char *p = end ? list + 2 : NULL; p && p < end;) {
        size_t length = strcspn(p, ", ");
        if (length)
            buffer_printf(&out, "%s<%.*s>", count++ ? ", " : "", (int)length, p);
        p += length + 1;
    }
    if (count == NAMED_MOST)
        buffer_add(&out, ", …");
    return buffer_text(&out);
}

/* What may be left out comes first: the last one that is expected is the one that must be there. */
static const char *required_element(const char *expected)
{
    const char *last = strrchr(expected, '<');
    return last ? last : "…";
}

/* An element that the schema knows is in its place once the one before is, if both should have been
 * the same. */
static bool follows_from_last(const struct check *check, const xmlNode *node, const char *expected)
{
    return node == check->renamed ||
           (names_have(&check->elements, from_chars(node->name)) && node->parent == check->mended &&
            text_equal(expected, check->expected));
}

static struct suggestion order_hint(struct check *check)
{
    const char *name = check->schema->name;
    return (struct suggestion){
        {arena_printf(arena_of(check), "elements and their order are fixed: see gongwen schema %s",
                      name),
         arena_printf(arena_of(check), "元素和先后次序都是固定的，见 gongwen schema %s", name)}};
}

static void report_misplaced(struct check *check, xmlNode *node, const char *expected)
{
    const char *name = from_chars(node->name);
    struct suggestion near = {{"", ""}};
    check->misplaced = node;
    if (follows_from_last(check, node, expected))
        return;
    check->expected = expected;
    if (!names_have(&check->elements, name))
        near = suggestion_near(arena_of(check), name, check->elements.name, check->elements.count);
    if (!*near.words[LANGUAGE_ENGLISH])
        near = order_hint(check);
    REPORT(check->findings, RULE_SCHEMA_ELEMENT, xml_place(from_node(node)), name, expected,
           near.words[LANGUAGE_ENGLISH], near.words[LANGUAGE_CHINESE]);
}

static void report_content(struct check *check, xmlNode *node, const char *sentence)
{
    const char *expected = expected_elements(arena_of(check), sentence);
    if (!strstr(sentence, "Missing child"))
        report_misplaced(check, node, expected);
    else if (node != check->mended)
        REPORT(check->findings, RULE_SCHEMA_CONTENT, xml_place(from_node(node)),
               from_chars(node->name), required_element(expected));
}

/* The first line of an element's own text. */
static const char *own_text(struct check *check, const xmlNode *node)
{
    const char *text = NULL;
    for (struct xml_node *part = NULL; (part = xml_next_part(from_node(node), part, &text));)
        if (text && !text_is_blank(text))
            break;
    char *line = text_trim(arena_of(check), text ? text : "");
    line[strcspn(line, "\n")] = '\0';
    return line;
}

/* Text or an element in an element that may not hold it; the library names the outer one. */
static void report_inside(struct check *check, const xmlNode *node, const char *sentence)
{
    struct place place = xml_place(from_node(node));
    const struct xml_node *child = xml_first(from_node(node));
    if (child && strstr(sentence, ": Element content"))
        REPORT(check->findings, RULE_SCHEMA_CHILD, xml_place(child), from_chars(node->name),
               xml_name(child));
    else
        REPORT(check->findings, RULE_SCHEMA_TEXT, place, from_chars(node->name),
               own_text(check, node));
}

/* The name that was meant, or all names that there are. */
static struct suggestion attribute_hint(struct check *check, const char *element,
                                        const char *attribute)
{
    struct arena *arena = arena_of(check);
    struct names names = declared_attributes(arena, xsd_of(check), element);
    struct suggestion near = suggestion_near(arena, attribute, names.name, names.count);
    struct buffer all = buffer_on(arena);
    if (*near.words[LANGUAGE_ENGLISH])
        return near;
    if (!names.count)
        return (struct suggestion){{"delete it: there are none here", "请删去：这里没有属性"}};
    for (size_t i = 0; i < names.count; i++)
        buffer_printf(&all, "%s%s", i ? ", " : "", names.name[i]);
    return (struct suggestion){{arena_printf(arena, "there are: %s", buffer_text(&all)),
                                arena_printf(arena, "可以写：%s", buffer_text(&all))}};
}

static void report_attribute(struct check *check, const xmlNode *node, const char *attribute)
{
    const char *name = from_chars(node->name);
    struct suggestion hint = attribute_hint(check, name, attribute);
    REPORT(check->findings, RULE_SCHEMA_ATTRIBUTE, xml_place(from_node(node)), name, attribute,
           hint.words[LANGUAGE_ENGLISH], hint.words[LANGUAGE_CHINESE]);
}

/* Words for the form of a value: the set that the sentence lists, or those of its declared type. */
static struct suggestion value_form(struct check *check, const char *element, const char *attribute,
                                    const char *sentence)
{
    struct arena *arena = arena_of(check);
    const char *set = strstr(sentence, "set {");
    if (set) {
        char *list = arena_copy_n(arena, set + 5, strcspn(set + 5, "}"));
        return (struct suggestion){{arena_printf(arena, "write one of: %s", list),
                                    arena_printf(arena, "只能写：%s", list)}};
    }
    const char *type = declared_type(xsd_of(check), element, attribute);
    for (const struct value_form *form = check->schema->forms; form->type; form++)
        if (text_equal(form->type, type))
            return (struct suggestion){
                {form->words[LANGUAGE_ENGLISH], form->words[LANGUAGE_CHINESE]}};
    return (struct suggestion){{"", ""}};
}

static void report_value(struct check *check, const xmlNode *node, const char *attribute,
                         const char *sentence)
{
    struct arena *arena = arena_of(check);
    const char *name = from_chars(node->name);
    const char *what = attribute ? arena_printf(arena, "<%s %s=\"…\">", name, attribute)
                                 : arena_printf(arena, "<%s>", name);
    const char *value =
        attribute ? xml_get(from_node(node), attribute) : xml_content(arena, from_node(node));
    struct suggestion form = value_form(check, name, attribute, sentence);
    REPORT(check->findings, RULE_SCHEMA_VALUE, xml_place(from_node(node)), what, value ? value : "",
           form.words[LANGUAGE_ENGLISH], form.words[LANGUAGE_CHINESE]);
}

/* Another element, or one of ours in a namespace. */
static void report_root(struct check *check, const xmlNode *node)
{
    struct place place = xml_place(from_node(node));
    const char *name = from_chars(node->name);
    if (node->ns && text_equal(name, check->schema->name))
        REPORT(check->findings, RULE_SCHEMA_NAMESPACE, place, from_chars(node->ns->href));
    else
        REPORT(check->findings, RULE_SCHEMA_ROOT, place, name, check->schema->name);
}

static void report(struct check *check, int code, xmlNode *node, const char *attribute,
                   const char *sentence)
{
    switch (code) {
    case XML_SCHEMAV_CVC_ELT_1:
        report_root(check, node);
        break;
    case XML_SCHEMAV_ELEMENT_CONTENT:
        report_content(check, node, sentence);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
        report_inside(check, node, sentence);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_TYPE_3_1_1:
        report_attribute(check, node, attribute ? attribute : "");
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
        REPORT(check->findings, RULE_SCHEMA_ATTRIBUTE_MISSING, xml_place(from_node(node)),
               from_chars(node->name), attribute);
        break;
    default:
        report_value(check, node, attribute, sentence);
    }
}

static void on_error(void *user, xml_error error)
{
    struct check *check = user;
    xmlNode *node = error->node;
    if (!node || !error->message)
        return;
    if (node->type == XML_ATTRIBUTE_NODE)
        node = node->parent;
    char *attribute = quoted_after(arena_of(check), error->message, "attribute '");
    if (node == check->last && text_equal(attribute, check->last_attribute))
        return;
    check->last = node;
    check->last_attribute = attribute;
    check->failed = true;
    report(check, error->code, node, attribute, error->message);
}

/* Compiled once in a process, however many documents it is held against. */
struct compiled {
    struct compiled *next;
    const char *rules; /* of ours, known again by their address */
    xmlSchema *schema;
};

static struct compiled *all_compiled;

void schema_end(void)
{
    while (all_compiled) {
        struct compiled *next = all_compiled->next;
        xmlSchemaFree(all_compiled->schema);
        free(all_compiled);
        all_compiled = next;
    }
}

static xmlSchema *compile(const char *rules)
{
    xmlSchemaParserCtxt *context = xmlSchemaNewMemParserCtxt(rules, (int)strlen(rules));
    xmlSchema *schema = xmlSchemaParse(context);
    xmlSchemaFreeParserCtxt(context);
    return schema;
}

static xmlSchema *compiled_schema(const char *rules)
{
    for (struct compiled *known = all_compiled; known; known = known->next)
        if (known->rules == rules)
            return known->schema;
    struct compiled *compiled = memory_take(sizeof *compiled);
    *compiled = (struct compiled){all_compiled, rules, compile(rules)};
    all_compiled = compiled;
    return compiled->schema;
}

static void validate(struct check *check, xmlSchema *compiled, struct xml_document *document)
{
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(compiled);
    check->last = NULL;
    check->misplaced = NULL;
    xmlSchemaSetValidOptions(context, XML_SCHEMA_VAL_VC_I_CREATE);
    xmlSchemaSetValidStructuredErrors(context, on_error, check);
    check->failed |= xmlSchemaValidateDoc(context, to_doc(document)) != 0;
    xmlSchemaFreeValidCtxt(context);
}

/* A misspelt element takes the name that was meant; any other is taken out. */
static void mend(struct check *check)
{
    xmlNode *node = check->misplaced;
    const char *meant = NULL;
    if (!names_have(&check->elements, from_chars(node->name)))
        meant = text_nearest(from_chars(node->name), check->elements.name, check->elements.count);
    check->mended = node->parent;
    check->renamed = meant ? node : NULL;
    if (meant) {
        xmlNodeSetName(node, to_chars(meant));
        return;
    }
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* The passes found the faults out of turn: they are handed on in the order of lines. */
static void hand_on(struct findings *from, struct findings *to)
{
    size_t unlisted = findings_unlisted(from);
    for (;;) {
        struct finding *first = NULL;
        for (struct finding *f = from->first; f; f = f->next)
            if (f->rule != RULE_COUNT && (!first || f->place.line < first->place.line))
                first = f;
        if (!first)
            break;
        finding_add(to, first->rule, first->place, first->values);
        first->rule = RULE_COUNT;
    }
    to->count += unlisted;
    to->errors += unlisted;
    to->failures += unlisted;
}

bool schema_check(struct findings *findings, const struct schema *schema,
                  struct xml_document *document)
{
    struct findings found = findings_on(findings->arena);
    struct check check = {
        .findings = &found,
        .schema = schema,
        .elements = schema_names(findings->arena, schema, NAME_ELEMENT),
    };
    xmlSchema *compiled = compiled_schema(schema->rules);
    validate(&check, compiled, document);
    for (int pass = 1; check.misplaced && pass < PASSES_MOST; pass++) {
        mend(&check);
        validate(&check, compiled, document);
    }
    xml_document_free(check.xsd);
    hand_on(&found, findings);
    return !check.failed;
}
