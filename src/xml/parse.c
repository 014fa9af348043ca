/* Reading XML under our rules, and libxml2's reasons in our words. */
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "xml/library.h"

/* {0} and {1} are the names that libxml2 gives with the error, {2} is the line where {0} was
 * opened. */
struct reason {
    int code;
    const char *words[LANGUAGE_COUNT];
};

#define NO_CHARACTER                                                                               \
    "&#…; names no character: write the character itself", "&#…; 不是有效的字符：请直接写字符"

#define DECLARATION                                                                                \
    "the XML declaration must be <?xml version=\"1.0\" encoding=\"UTF-8\"?>",                      \
        "XML 声明应当写成 <?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define PREFIX                                                                                     \
    "a name has a prefix or a colon: names have none here", "名称里有前缀或冒号：这里的名称都不带"

static const struct reason reasons[] = {
    {XML_ERR_DOCUMENT_EMPTY, {"the file holds no XML", "文件里没有 XML"}},
    {XML_ERR_DOCUMENT_END,
     {"something stands after the end of the root element", "根元素结束之后还有内容"}},
    {XML_ERR_INVALID_CHAR, {NO_CHARACTER}},
    {XML_ERR_INVALID_HEX_CHARREF, {NO_CHARACTER}},
    {XML_ERR_INVALID_DEC_CHARREF, {NO_CHARACTER}},
    {XML_ERR_INVALID_CHARREF, {NO_CHARACTER}},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING,
     {"an & without name and ;: write &amp;", "& 后面缺少名称和分号：请写成 &amp;"}},
    {XML_ERR_UNDECLARED_ENTITY,
     {"there is no entity &{0};: write the character itself", "没有实体 &{0};：请直接写字符"}},
    {XML_ERR_NAME_REQUIRED,
     {"a name is missing after < or &: write &lt; or &amp; for the character",
      "< 或 & 后面缺少名称：要写这个字符请用 &lt; 或 &amp;"}},
    {XML_ERR_LT_IN_ATTRIBUTE,
     {"a < stands in an attribute: write &lt;, or close the quotation mark",
      "属性值里有 <：请写成 &lt;，或补上引号"}},
    {XML_ERR_ATTRIBUTE_NOT_STARTED,
     {"the value of an attribute must stand in \" \"", "属性值要放在英文双引号里"}},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED,
     {"the value of an attribute is not closed with \", or too long",
      "属性值缺少结束的引号，或者太长"}},
    {XML_ERR_NAME_TOO_LONG, {"a name is too long", "名称太长"}},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, {"the attribute {0} has no value", "属性 {0} 没有写值"}},
    {XML_ERR_ATTRIBUTE_REDEFINED, {"the attribute {0} stands twice", "属性 {0} 写了两次"}},
    {XML_ERR_SPACE_REQUIRED, {"a blank is missing between attributes", "属性之间缺少空格"}},
    {XML_ERR_GT_REQUIRED, {"a tag is not closed with >", "标签缺少结束的 >"}},
    {XML_ERR_TAG_NAME_MISMATCH,
     {"<{0}> of line {2} is closed by </{1}>", "第 {2} 行的 <{0}> 用 </{1}> 结束，前后不一致"}},
    {XML_ERR_TAG_NOT_FINISHED,
     {"<{0}> of line {2} is not closed with </{0}>", "第 {2} 行的 <{0}> 缺少结束标签 </{0}>"}},
    {XML_ERR_COMMENT_NOT_FINISHED, {"a comment is not closed with -->", "注释缺少结束的 -->"}},
    {XML_ERR_HYPHEN_IN_COMMENT, {"-- stands in a comment", "注释里有 --"}},
    {XML_ERR_CDATA_NOT_FINISHED,
     {"a CDATA section is not closed with ]]>", "CDATA 缺少结束的 ]]>"}},
    {XML_ERR_MISPLACED_CDATA_END,
     {"]]> stands in the text: write ]]&gt;", "文字里有 ]]>：请写成 ]]&gt;"}},
    {XML_ERR_PI_NOT_FINISHED, {"<? is not closed with ?>", "<? 缺少结束的 ?>"}},
    {XML_ERR_PI_NOT_STARTED, {"a name is missing after <?", "<? 后面缺少名称"}},
    {XML_ERR_XMLDECL_NOT_FINISHED,
     {"the XML declaration is not closed with ?>", "XML 声明缺少结束的 ?>"}},
    {XML_ERR_VERSION_MISSING, {DECLARATION}},
    {XML_ERR_UNKNOWN_VERSION, {DECLARATION}},
    {XML_ERR_EQUAL_REQUIRED, {DECLARATION}},
    {XML_ERR_STRING_NOT_STARTED, {DECLARATION}},
    {XML_ERR_STRING_NOT_CLOSED, {DECLARATION}},
    {XML_ERR_ENCODING_NAME, {DECLARATION}},
    {XML_ERR_STANDALONE_VALUE, {DECLARATION}},
    {XML_ERR_RESERVED_XML_NAME,
     {"the XML declaration must be the first thing in the file", "XML 声明必须在文件的最前面"}},
    {XML_NS_ERR_XML_NAMESPACE, {PREFIX}},
    {XML_NS_ERR_QNAME, {PREFIX}},
    {XML_NS_ERR_COLON, {PREFIX}},
    {XML_NS_ERR_UNDEFINED_NAMESPACE,
     {"the prefix {0} is not declared: names have no prefix here",
      "前缀 {0} 没有声明：这里的名称不带前缀"}},
    {XML_ERR_INTERNAL_ERROR, {"elements are nested too deep", "元素嵌套太深"}},
};

static const struct reason *reason_of(int code)
{
    static const struct reason unknown = {0, {"it cannot be read here", "这里读不下去"}};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].code == code)
            return &reasons[i];
    return &unknown;
}

/* What the callbacks of one parse know. The first reason is reported: the others follow from it. */
struct parse {
    struct findings *findings;
    const char *path;
    bool refused;
    const struct xml_visitor *visitor; /* NULL: the whole tree is wanted */
};

static const char *text_or_empty(const char *text)
{
    return text ? text : "";
}

static void on_error(void *user, xml_error error)
{
    struct parse *parse = ((xmlParserCtxt *)user)->_private;
    if (parse->refused || error->level < XML_ERR_ERROR)
        return;
    parse->refused = true;
    struct place place = {parse->path, error->line, error->int2};
    const struct reason *reason = reason_of(error->code);
    struct arena *arena = parse->findings->arena;
    const char *const names[] = {text_or_empty(error->str1), text_or_empty(error->str2),
                                 arena_printf(arena, "%d", error->int1), NULL};
    const char *english = message_fill(arena, reason->words[LANGUAGE_ENGLISH], names);
    const char *chinese = message_fill(arena, reason->words[LANGUAGE_CHINESE], names);
    REPORT(parse->findings, RULE_XML_SYNTAX, place, english, chinese);
}

/* Entities in attributes expand even where the parser is told not to expand them: no DOCTYPE at
 * all. */
static void on_doctype(void *user, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
    (void)name, (void)id, (void)uri;
    xmlParserCtxt *context = user;
    struct parse *parse = context->_private;
    parse->refused = true;
    struct place place = {parse->path, xmlSAX2GetLineNumber(context), 0};
    finding_add(parse->findings, RULE_XML_DOCTYPE, place, (const char *const[]){NULL});
    xmlStopParser(context);
}

static bool is_visited(const struct xml_visitor *visitor, const xmlNode *node)
{
    const char *const *name = visitor->names;
    while (*name && !text_equal(*name, from_chars(node->name)))
        name++;
    return *name && node->parent->type == XML_ELEMENT_NODE;
}

/* The element itself stays: the parser goes on behind it. */
static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    xmlParserCtxt *context = user;
    const struct parse *parse = context->_private;
    xmlNode *node = context->node;
    xmlSAX2EndElementNs(user, name, prefix, uri);
    if (!is_visited(parse->visitor, node))
        return;
    parse->visitor->visit(parse->visitor->context, from_node(node));
    xml_clear(from_node(node));
    xmlFreePropList(node->properties);
    node->properties = NULL;
}

/* What stands in encoding="…"; NULL where that cannot be read: the parser says why. */
static const char *declared_encoding(struct arena *arena, const struct file *file)
{
    if (!text_starts(file->bytes, "<?xml "))
        return NULL;
    const char *declaration = arena_copy_n(arena, file->bytes, strcspn(file->bytes, ">"));
    const char *value = strstr(declaration, "encoding");
    if (!value)
        return NULL;
    value += strlen("encoding");
    value += strspn(value, " \t\n=");
    if (*value != '"' && *value != '\'')
        return NULL;
    return arena_copy_n(arena, value + 1, strcspn(value + 1, "\"'"));
}

/* The bytes are known to be UTF-8; a declaration that says otherwise is a mistake of the writer. */
static bool check_declared_encoding(struct findings *findings, const struct file *file)
{
    const char *name = declared_encoding(findings->arena, file);
    if (!name || xmlStrcasecmp(to_chars(name), to_chars("UTF-8")) == 0)
        return true;
    REPORT(findings, RULE_XML_ENCODING, ((struct place){file->path, 1, 0}), name);
    return false;
}

/* Attributes stand between one < and the next, as none of their values has one; each = with a
 * quotation mark behind it counts, whether what is around is well formed or not. */
static const char *attribute_beyond(const char *text, long most)
{
    long count = 0;
    for (; *(text += strcspn(text, "<=")); text++) {
        const char *value = text + 1 + strspn(text + 1, " \t\r\n");
        count = *text == '<' ? 0 : count + (*value == '"' || *value == '\'');
        if (count > most)
            return text;
    }
    return NULL;
}

/* libxml2 compares each attribute of an element with all before it. */
static bool check_attributes(struct findings *findings, const struct file *file)
{
    const char *beyond = attribute_beyond(file->bytes, LIMIT_ATTRIBUTES);
    if (!beyond)
        return true;
    struct place place = {file->path, 1, 0};
    for (const char *at = file->bytes; at < beyond; at++)
        place.line += *at == '\n';
    REPORT(findings, RULE_XML_ATTRIBUTES, place,
           arena_printf(findings->arena, "%d", LIMIT_ATTRIBUTES));
    return false;
}

/* Names and short texts of a tree stand in its dictionary: nodes go from one tree to another only
 * where both have the same. */
static void share_names(xmlParserCtxt *context, const xmlDoc *other)
{
    if (!other || !other->dict)
        return;
    xmlDictFree(context->dict);
    context->dict = other->dict;
    xmlDictReference(context->dict);
}

static xmlDoc *parse_file(struct findings *findings, const struct file *file,
                          const struct xml_visitor *visitor, const xmlDoc *other)
{
    if (!check_declared_encoding(findings, file) || !check_attributes(findings, file))
        return NULL;
    struct parse parse = {findings, file->path, false, visitor};
    xmlParserCtxt *context = xmlNewParserCtxt();
    share_names(context, other);
    context->_private = &parse;
    context->sax->serror = on_error;
    context->sax->internalSubset = on_doctype;
    if (visitor)
        context->sax->endElementNs = on_end;
    xmlDoc *doc = xmlCtxtReadMemory(context, file->bytes, (int)file->length, file->path, "UTF-8",
                                    XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
    xmlFreeParserCtxt(context);
    if (doc && !parse.refused && xmlDocGetRootElement(doc))
        return doc;
    xmlFreeDoc(doc);
    return NULL;
}

struct xml_document *xml_parse_for(struct findings *findings, const struct file *file,
                                   struct xml_document *other)
{
    xmlDoc *doc = parse_file(findings, file, NULL, to_doc(other));
    if (doc)
        xml_set_file(xml_root(from_doc(doc)), file->path);
    return from_doc(doc);
}

struct xml_document *xml_parse(struct findings *findings, const struct file *file)
{
    return xml_parse_for(findings, file, NULL);
}

bool xml_visit(struct findings *findings, const struct file *file,
               const struct xml_visitor *visitor)
{
    xmlDoc *doc = parse_file(findings, file, visitor, NULL);
    xmlFreeDoc(doc);
    return doc != NULL;
}

static xmlParserInput *load_nothing(const char *url, const char *id, xmlParserCtxt *context)
{
    (void)url, (void)id, (void)context;
    return NULL;
}

static void say_nothing(void *user, xml_error error)
{
    (void)user, (void)error;
}

static char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(memory_take(size), text, size);
}

/* XPath prints some of what it gives up over, whoever handles its errors. */
static void print_nothing(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

void xml_begin(void)
{
    xmlMemSetup(free, memory_take, memory_resize, copy_text);
    if (atexit(xpath_exit) != 0)
        memory_ended();
    xmlInitParser();
#ifdef LIBXML_CATALOG_ENABLED
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
#endif
    xmlSetExternalEntityLoader(load_nothing);
    xmlSetStructuredErrorFunc(NULL, say_nothing);
    xmlSetGenericErrorFunc(NULL, print_nothing);
}

void xml_end(void)
{
    schema_end();
    xmlCleanupParser();
}

const char *xml_version(void)
{
    return xmlParserVersion;
}
