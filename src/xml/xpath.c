/* XPath over one document. */
#include "xml/xpath.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "base/limits.h"
#include "xml/library.h"
#include "xml/steps.h"

struct xpath {
    struct xpath *next;
    const struct steps *steps;  /* of a plain path; NULL: it is none */
    xmlXPathCompExpr *compiled; /* of every other */
};

struct xpath_engine {
    struct arena *arena;  /* of the expressions */
    struct arena *values; /* of what they give */
    xmlXPathContext *context;
    const struct xpath_function_entry *functions;
    struct xpath *first;
    int error;
    struct xml_node *from; /* handed to a function of ours while the expression ran */
    int from_depth;        /* values that lay under the arguments of that call */
};

static const char *const core_functions[] = {
    "boolean",
    "ceiling",
    "concat",
    "contains",
    "count",
    "false",
    "floor",
    "id",
    "lang",
    "last",
    "local-name",
    "name",
    "namespace-uri",
    "normalize-space",
    "not",
    "number",
    "position",
    "round",
    "starts-with",
    "string",
    "string-length",
    "substring",
    "substring-after",
    "substring-before",
    "sum",
    "translate",
    "true",
};

const char *const *xpath_core_functions(size_t *count)
{
    *count = sizeof core_functions / sizeof *core_functions;
    return core_functions;
}

bool xpath_is_core_function(const char *name)
{
    for (size_t i = 0; i < sizeof core_functions / sizeof *core_functions; i++)
        if (strcmp(core_functions[i], name) == 0)
            return true;
    return false;
}

static struct xpath_error error_of(int code)
{
    static const struct {
        int code;
        const char *words[LANGUAGE_COUNT];
    } errors[] = {
        {XPATH_UNFINISHED_LITERAL_ERROR, {"a text is not closed with '", "文字缺少结束的引号"}},
        {XPATH_START_LITERAL_ERROR, {"a text must stand in ' '", "文字要放在引号里"}},
        {XPATH_VARIABLE_REF_ERROR, {"there are no variables", "不能用变量"}},
        {XPATH_UNDEF_VARIABLE_ERROR, {"there are no variables", "不能用变量"}},
        {XPATH_INVALID_PREDICATE_ERROR, {"a [ ] is not closed", "方括号 [ ] 没有配对"}},
        {XPATH_UNCLOSED_ERROR, {"a bracket is not closed", "括号没有配对"}},
        {XPATH_INVALID_ARITY,
         {"a function has too many or too few arguments", "函数的参数个数不对"}},
        {XPATH_INVALID_TYPE,
         {"a function has an argument of the wrong kind", "函数的参数种类不对"}},
        {XPATH_UNDEF_PREFIX_ERROR, {"names have no prefix here", "这里的名称不带前缀"}},
        {XPATH_OP_LIMIT_EXCEEDED, {"it takes too many steps", "计算步骤太多"}},
        {XPATH_RECURSION_LIMIT_EXCEEDED, {"it is nested too deep", "嵌套太深"}},
    };
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (errors[i].code == code)
            return (struct xpath_error){
                {errors[i].words[LANGUAGE_ENGLISH], errors[i].words[LANGUAGE_CHINESE]},
                code == XPATH_OP_LIMIT_EXCEEDED ? LIMIT_XPATH_STEPS : NULL};
    return (struct xpath_error){
        {"it breaks off, or something is missing in it", "表达式不完整或有多余的内容"}, NULL};
}

static void on_error(void *user, xml_error error)
{
    struct xpath_engine *engine = user;
    if (!engine->error)
        engine->error = error->code - XML_XPATH_EXPRESSION_OK;
}

/* Namespaces are no nodes of the document: the library frees them with the set. */
static void take_nodes(struct arena *arena, const xmlNodeSet *set, struct xpath_value *value)
{
    int count = set ? set->nodeNr : 0;
    value->nodes = ARENA_ARRAY(arena, struct xml_node *, (size_t)count);
    for (int i = 0; i < count; i++)
        if (set->nodeTab[i]->type != XML_NAMESPACE_DECL)
            value->nodes[value->count++] = from_node(set->nodeTab[i]);
    value->from = value->count ? value->nodes[0] : NULL;
}

/* Copies what the library owns. */
static struct xpath_value value_of(struct arena *arena, xmlXPathObject *object)
{
    struct xpath_value value = {.kind = VALUE_STRING, .string = ""};
    switch (object->type) {
    case XPATH_NODESET:
        value.kind = VALUE_NODES;
        xmlXPathNodeSetSort(object->nodesetval);
        take_nodes(arena, object->nodesetval, &value);
        break;
    case XPATH_BOOLEAN:
        value.kind = VALUE_BOOLEAN;
        value.boolean = object->boolval != 0;
        break;
    case XPATH_NUMBER:
        value.kind = VALUE_NUMBER;
        value.number = object->floatval;
        break;
    case XPATH_STRING:
        value.string = arena_copy(arena, from_chars(object->stringval));
        break;
    default:
        break;
    }
    return value;
}

static const struct xpath_function_entry *find_function(const struct xpath_engine *engine,
                                                        const char *name)
{
    for (const struct xpath_function_entry *f = engine->functions; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

/* An outer call tells more than one in its arguments, which comes before it; of calls side by side,
 * as in concat(), the first tells. */
static void note_node(struct xpath_engine *engine, struct xml_node *node, int depth)
{
    if (!node || (engine->from && depth > engine->from_depth))
        return;
    engine->from = node;
    engine->from_depth = depth;
}

enum { ARGUMENTS_MOST = 4 };

/* Every function of ours comes in here: the library's stack becomes an array of values. */
static void call_function(xmlXPathParserContext *stack, int count)
{
    struct xpath_engine *engine = stack->context->userData;
    const struct xpath_function_entry *entry =
        find_function(engine, from_chars(stack->context->function));
    if (count < entry->least || count > entry->most || count > ARGUMENTS_MOST) {
        xmlXPathErr(stack, XPATH_INVALID_ARITY);
        return;
    }
    struct xpath_value arguments[ARGUMENTS_MOST];
    struct xml_node *first = NULL;
    for (int i = count - 1; i >= 0; i--) {
        xmlXPathObject *object = valuePop(stack);
        arguments[i] = value_of(engine->values, object);
        xmlXPathFreeObject(object);
        first = arguments[i].from ? arguments[i].from : first;
    }
    note_node(engine, first, stack->valueNr);
    const char *result = entry->function(engine->values, arguments, count);
    valuePush(stack, xmlXPathNewString(to_chars(result)));
}

struct xpath_engine *xpath_engine_new(struct arena *arena, struct xml_document *document,
                                      const struct xpath_function_entry *functions)
{
    struct xpath_engine *engine = ARENA_NEW(arena, struct xpath_engine);
    xmlXPathContext *context = xmlXPathNewContext(to_doc(document));
    *engine = (struct xpath_engine){
        .arena = arena, .values = arena, .context = context, .functions = functions};
    context->userData = engine;
    xmlXPathContextSetCache(context, 1, -1, 0); /* of values, which come and go: some hundred */
    context->error = on_error;
    for (const struct xpath_function_entry *f = functions; f->name; f++)
        xmlXPathRegisterFunc(context, to_chars(f->name), call_function);
    return engine;
}

void xpath_engine_bound(struct xpath_engine *engine)
{
    engine->context->opLimit = LIMIT_XPATH_STEPS->now;
}

void xpath_engine_free(struct xpath_engine *engine)
{
    for (struct xpath *xpath = engine->first; xpath; xpath = xpath->next)
        xmlXPathFreeCompExpr(xpath->compiled);
    xmlXPathFreeContext(engine->context);
}

void xpath_engine_use(struct xpath_engine *engine, struct arena *values)
{
    engine->values = values;
}

static struct xpath *add(struct xpath_engine *engine, const struct steps *steps,
                         xmlXPathCompExpr *compiled)
{
    struct xpath *xpath = ARENA_NEW(engine->arena, struct xpath);
    *xpath = (struct xpath){engine->first, steps, compiled};
    return engine->first = xpath;
}

struct xpath *xpath_compile(struct xpath_engine *engine, const char *expression,
                            struct xpath_error *error)
{
    const struct steps *steps = steps_read(engine->arena, expression);
    if (steps)
        return add(engine, steps, NULL);
    engine->error = 0;
    xmlXPathCompExpr *compiled = xmlXPathCtxtCompile(engine->context, to_chars(expression));
    if (compiled)
        return add(engine, NULL, compiled);
    *error = error_of(engine->error);
    return NULL;
}

/* Plain paths, which the library streams, do not tell why they stop. */
static bool is_over(const struct xpath_engine *engine)
{
    return !engine->error && engine->context->opLimit &&
           engine->context->opCount >= engine->context->opLimit;
}

/* For want of memory to sort nodes libxml2 calls exit(1), after a line of its own. */
static bool is_evaluating;

void xpath_exit(void)
{
    if (is_evaluating)
        memory_ended();
}

static bool run_compiled(struct xpath_engine *engine, const struct xpath *xpath,
                         struct xpath_value *value, struct xpath_error *error)
{
    xmlXPathObject *object = xmlXPathCompiledEval(xpath->compiled, engine->context);
    if (!object || engine->error) {
        xmlXPathFreeObject(object);
        *error = error_of(is_over(engine) ? XPATH_OP_LIMIT_EXCEEDED : engine->error);
        return false;
    }
    *value = value_of(engine->values, object);
    if (value->kind != VALUE_NODES)
        value->from = engine->from;
    xmlXPathFreeObject(object);
    return true;
}

bool xpath_run(struct xpath_engine *engine, const struct xpath *xpath, struct xml_node *context,
               long position, long size, struct xpath_value *value, struct xpath_error *error)
{
    if (xpath->steps) {
        *error = error_of(XPATH_OP_LIMIT_EXCEEDED);
        return steps_run(engine->values, xpath->steps, context, engine->context->opLimit, value);
    }
    engine->error = 0;
    engine->from = NULL;
    engine->context->opCount = 0;
    engine->context->node = to_node(context);
    engine->context->proximityPosition = (int)position;
    engine->context->contextSize = (int)size;
    is_evaluating = true;
    bool fine = run_compiled(engine, xpath, value, error);
    is_evaluating = false;
    return fine;
}

static const char *number_text(struct arena *arena, double number)
{
    xmlChar *text = xmlXPathCastNumberToString(number);
    const char *copy = arena_copy(arena, from_chars(text));
    xmlFree(text);
    return copy;
}

const char *xpath_string(struct arena *arena, const struct xpath_value *value)
{
    switch (value->kind) {
    case VALUE_NODES:
        return value->count ? xml_content(arena, value->nodes[0]) : "";
    case VALUE_BOOLEAN:
        return value->boolean ? "true" : "false";
    case VALUE_NUMBER:
        return number_text(arena, value->number);
    default:
        return value->string;
    }
}

bool xpath_boolean(const struct xpath_value *value)
{
    switch (value->kind) {
    case VALUE_NODES:
        return value->count > 0;
    case VALUE_BOOLEAN:
        return value->boolean;
    case VALUE_NUMBER:
        return value->number != 0 && value->number == value->number;
    default:
        return *value->string != '\0';
    }
}
