/* XPath 1.0 over one document, with functions of our own. */
#ifndef XML_XPATH_H
#define XML_XPATH_H

#include "xml/tree.h"

enum value_kind { VALUE_NODES, VALUE_BOOLEAN, VALUE_NUMBER, VALUE_STRING };

struct xpath_value {
    enum value_kind kind;
    struct xml_node **nodes; /* in document order; elements, attributes or texts */
    size_t count;
    bool boolean;
    double number;
    const char *string;
    struct xml_node *from; /* what it was made of: the first of its nodes; of other kinds the first
                              node handed to a function of ours; NULL if none */
};

struct xpath_engine;
struct xpath; /* a compiled expression; lives as long as its engine */

/* A function of ours: takes evaluated arguments, returns a string on the arena. */
typedef const char *(*xpath_function)(struct arena *arena, const struct xpath_value *arguments,
                                      int count);
struct xpath_function_entry {
    const char *name;
    int least, most; /* arguments */
    xpath_function function;
};

/* `functions` ends with name NULL. The caller frees the engine, before the document. */
struct xpath_engine *xpath_engine_new(struct arena *arena, struct xml_document *document,
                                      const struct xpath_function_entry *functions);
void xpath_engine_free(struct xpath_engine *engine);
/* For expressions that are input: none may take more than LIMIT_XPATH_STEPS. */
void xpath_engine_bound(struct xpath_engine *engine);
/* Values are made on this arena from now on; expressions stay on that of the engine. */
void xpath_engine_use(struct xpath_engine *engine, struct arena *values);

/* Why an expression cannot be compiled or run. */
struct xpath_error {
    const char *words[LANGUAGE_COUNT];
    const struct limit *limit; /* that it went beyond; NULL */
};

struct xpath *xpath_compile(struct xpath_engine *engine, const char *expression,
                            struct xpath_error *error);
/* position and size are those of the context node in its loop. */
bool xpath_run(struct xpath_engine *engine, const struct xpath *xpath, struct xml_node *context,
               long position, long size, struct xpath_value *value, struct xpath_error *error);

/* As the functions string() and boolean() see it; the text of nodes is that of the first. */
const char *xpath_string(struct arena *arena, const struct xpath_value *value);
bool xpath_boolean(const struct xpath_value *value);

bool xpath_is_core_function(const char *name);
const char *const *xpath_core_functions(size_t *count);

#endif
