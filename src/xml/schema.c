/* Checking against an XSD. libxml2 says its reasons as English sentences; we say them by code, with the names that
 * the sentence holds in quotation marks. */
#include "xml/schema.h"

#include <libxml/xmlschemas.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "xml/library.h"

struct check {
    struct findings *findings;
    const struct schema *schema;
    struct names elements, attributes;
    const xmlNode *last; /* one fault makes several errors: only the first of a node and attribute counts */
    const char *last_attribute;
    bool failed;
};

/* The text between `before` and the next quotation mark or bracket. */
static char *quoted_after(struct arena *arena, const char *sentence, const char *before)
{
    const char *start = strstr(sentence, before);
    if (!start)
        return NULL;
    start += strlen(before);
    return arena_copy_n(arena, start, strcspn(start, "'"));
}

/* "Expected is one of ( a, b )." -> "<a>, <b>" */
static char *expected_elements(struct arena *arena, const char *sentence)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "");
    const char *list = strstr(sentence, "( ");
    const char *end = list ? strstr(list, " )") : NULL;
    if (!end)
        return out.text;
    for (const char *p = list + 2; p < end;) {
        size_t length = strcspn(p, ", ");
        if (length)
            buffer_printf(&out, "%s<%.*s>", out.length ? ", " : "", (int)length, p);
        p += length + 1;
    }
    return out.text;
}

static struct suggestion near_name(struct check *check, const struct names *names,
                                   const char *word)
{
    return suggestion_near(check->findings->arena, word, names->name, names->count);
}

static void report_element(struct check *check, const xmlNode *node, const char *sentence)
{
    struct place place = xml_place(from_node(node));
    struct arena *arena = check->findings->arena;
    const char *name = from_chars(node->name);
    const char *expected = expected_elements(arena, sentence);
    if (strstr(sentence, "Missing child")) {
        REPORT(check->findings, RULE_SCHEMA_CONTENT, place, name, expected);
        return;
    }
    struct suggestion near = {{"", ""}};
    if (!names_have(&check->elements, name))
        near = near_name(check, &check->elements, name);
    REPORT(check->findings, RULE_SCHEMA_ELEMENT, place, name, *expected ? expected : "-",
           near.words[LANGUAGE_ENGLISH], near.words[LANGUAGE_CHINESE]);
}

static void report_attribute(struct check *check, const xmlNode *element, const char *attribute)
{
    struct suggestion near = near_name(check, &check->attributes, attribute);
    REPORT(check->findings, RULE_SCHEMA_ATTRIBUTE, xml_place(from_node(element)),
           from_chars(element->name), attribute, near.words[LANGUAGE_ENGLISH],
           near.words[LANGUAGE_CHINESE]);
}

/* Words for the form of a value: of the type that the sentence names, or the set that it lists. */
static struct suggestion value_form(struct check *check, const char *sentence)
{
    struct arena *arena = check->findings->arena;
    const char *set = strstr(sentence, "set {");
    if (set) {
        char *list = arena_copy_n(arena, set + 5, strcspn(set + 5, "}"));
        return (struct suggestion){{arena_printf(arena, "write one of: %s", list),
                                    arena_printf(arena, "只能写：%s", list)}};
    }
    const char *type = quoted_after(arena, sentence, " type '");
    for (const struct value_form *form = check->schema->forms; form->type; form++)
        if (text_equal(form->type, type))
            return (struct suggestion){
                {form->words[LANGUAGE_ENGLISH], form->words[LANGUAGE_CHINESE]}};
    return (struct suggestion){{"", ""}};
}

static void report_value(struct check *check, const xmlNode *element, const char *attribute,
                         const char *sentence)
{
    struct arena *arena = check->findings->arena;
    const struct xml_node *node = from_node(element);
    const char *what = attribute
                           ? arena_printf(arena, "%s=\"\"", attribute)
                           : arena_printf(arena, "<%s>", from_chars(element->name));
    const char *value = attribute ? xml_get(node, attribute) : xml_content(arena, node);
    struct suggestion form = value_form(check, sentence);
    REPORT(check->findings, RULE_SCHEMA_VALUE, xml_place(node), what, value ? value : "",
           form.words[LANGUAGE_ENGLISH], form.words[LANGUAGE_CHINESE]);
}

static void report(struct check *check, int code, const xmlNode *element, const char *attribute,
                   const char *sentence)
{
    struct place place = xml_place(from_node(element));
    const char *name = from_chars(element->name);
    switch (code) {
    case XML_SCHEMAV_CVC_ELT_1:
        REPORT(check->findings, RULE_SCHEMA_ROOT, place, name, check->schema->name);
        break;
    case XML_SCHEMAV_ELEMENT_CONTENT:
        report_element(check, element, sentence);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
        REPORT(check->findings, RULE_SCHEMA_TEXT, place, name);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_TYPE_3_1_1:
        report_attribute(check, element, attribute ? attribute : "");
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
        REPORT(check->findings, RULE_SCHEMA_ATTRIBUTE_MISSING, place, name,
               quoted_after(check->findings->arena, sentence, "The attribute '"));
        break;
    default:
        report_value(check, element, attribute, sentence);
    }
}

/* A facet's error is followed by one that names the type; an enumeration's holds the set and is the better one. */
static bool is_only_a_facet(int code)
{
    return code >= XML_SCHEMAV_CVC_FACET_VALID && code <= XML_SCHEMAV_CVC_PATTERN_VALID;
}

static void on_error(void *user, xml_error error)
{
    struct check *check = user;
    const xmlNode *node = error->node;
    if (!node || !error->message || is_only_a_facet(error->code))
        return;
    if (node->type == XML_ATTRIBUTE_NODE)
        node = node->parent;
    char *attribute = quoted_after(check->findings->arena, error->message, "attribute '");
    if (error->code == XML_SCHEMAV_CVC_COMPLEX_TYPE_4)
        attribute = quoted_after(check->findings->arena, error->message, "The attribute '");
    if (node == check->last && text_equal(attribute, check->last_attribute))
        return;
    check->last = node;
    check->last_attribute = attribute;
    check->failed = true;
    report(check, error->code, node, attribute, error->message);
}

static xmlSchema *compile(const struct schema *schema)
{
    xmlSchemaParserCtxt *context =
        xmlSchemaNewMemParserCtxt(schema->text, (int)strlen(schema->text));
    xmlSchema *compiled = xmlSchemaParse(context);
    xmlSchemaFreeParserCtxt(context);
    return compiled;
}

bool schema_check(struct findings *findings, const struct schema *schema,
                  struct xml_document *document)
{
    struct check check = {
        .findings = findings,
        .schema = schema,
        .elements = schema_names(findings->arena, schema, NAME_ELEMENT),
        .attributes = schema_names(findings->arena, schema, NAME_ATTRIBUTE),
    };
    xmlSchema *compiled = compile(schema);
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(compiled);
    xmlSchemaSetValidOptions(context, XML_SCHEMA_VAL_VC_I_CREATE);
    xmlSchemaSetValidStructuredErrors(context, on_error, &check);
    int result = xmlSchemaValidateDoc(context, to_doc(document));
    xmlSchemaFreeValidCtxt(context);
    xmlSchemaFree(compiled);
    return result == 0 && !check.failed;
}

static void collect(struct arena *arena, struct names *names, struct xml_node *node,
                    const char *element)
{
    const char *name = xml_is(node, element) ? xml_get(node, "name") : NULL;
    if (name && !names_have(names, name))
        names->name[names->count++] = arena_copy(arena, name);
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child))
        collect(arena, names, child, element);
}

struct names schema_names(struct arena *arena, const struct schema *schema, enum name_kind kind)
{
    enum { NAMES_MOST = 256 };
    struct names names = {.name = ARENA_ARRAY(arena, const char *, NAMES_MOST)};
    struct findings findings = findings_on(arena);
    struct file file = {schema->name, schema->text, strlen(schema->text)};
    struct xml_document *document = xml_parse(&findings, &file);
    collect(arena, &names, xml_root(document), kind == NAME_ELEMENT ? "element" : "attribute");
    xml_document_free(document);
    return names;
}

bool names_have(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->name[i], name) == 0)
            return true;
    return false;
}
