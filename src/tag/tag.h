/* The tag language of templates: finding tags in a text, checking their expressions, working them
 * out. */
#ifndef TAG_TAG_H
#define TAG_TAG_H

#include "base/finding.h"
#include "doc/doc.h"
#include "xml/schema.h"
#include "xml/xpath.h"

enum tag_kind {
    TAG_VALUE,    /* {{ x }}  */
    TAG_OPTIONAL, /* {{? x }} */
    TAG_MARKDOWN, /* {{& x }} */
    TAG_SECTION,  /* {{# x }} */
    TAG_INVERTED, /* {{^ x }} */
    TAG_MERGE,    /* {{= x }} */
    TAG_END,      /* {{/}}    */
    TAG_PARTIAL,  /* {{> name }} */
    TAG_FIELD,    /* {{_ id | prompt }}, {{_date id | prompt }}, {{_choice id | prompt | a | b }} */
    TAG_COMMENT,  /* {{! … }} */
};

/* A stretch of a field's id. */
struct id_part {
    struct id_part *next;
    const char *text;    /* what it is, or the expression that gives it */
    struct xpath *xpath; /* NULL: the text itself */
};

/* A form field, before its id is worked out. */
struct tag_field {
    struct id_part *id;
    const char *prompt;
    struct field_form form;
};

struct tag {
    enum tag_kind kind;
    const char *source;      /* as written, braces included */
    const char *expression;  /* XPath; the name of a partial; the id of a field as written */
    struct tag_field *field; /* TAG_FIELD */
    struct place place;
    struct xpath *xpath; /* NULL where there is none, or it was reported */
};

/* A tag of the text: [start, end) with its braces. False if there is none. An open "{{" without
 * "}}" in the same line ends with the line. */
bool tag_find(const char *text, const char **start, const char **end);

/* What an expression is worked out on. */
struct scope {
    struct xml_node *node;
    long position, size; /* in the innermost loop */
};

struct tag_engine;

/* The functions of the language and the names of the document are known to it. Free it before the
 * document. Borrows the vocabulary. */
struct tag_engine *tag_engine_new(struct findings *findings, struct xml_document *document,
                                  const struct vocabulary *vocabulary);
void tag_engine_free(struct tag_engine *engine);
/* What expressions give from now on lives on the arena of these findings, which are told what is
 * wrong with it; tags that were read stay where they are. */
void tag_engine_use(struct tag_engine *engine, struct findings *findings);

/* Which names tags may hold that are read from now on; NULL: any, as they are not known yet. Gives
 * what it was. */
const struct vocabulary *tag_engine_know(struct tag_engine *engine,
                                         const struct vocabulary *vocabulary);
/* Holds the names of an expression that was read so against a vocabulary; false and reported if one
 * does not stand in it. */
bool tag_names_known(struct tag_engine *engine, const char *expression, struct place place,
                     const struct vocabulary *vocabulary);

/* Reads the tag between start and end and compiles its expression. Whatever is wrong is
 * reported. */
struct tag tag_read(struct tag_engine *engine, const char *start, const char *end,
                    struct place place);
/* Compiles an expression that stands outside a tag, in a table block. NULL and reported if it
 * cannot be. */
struct xpath *tag_compile(struct tag_engine *engine, const char *expression, struct place place);

/* Works an expression out; false and reported if it cannot be. */
bool tag_run(struct tag_engine *engine, const struct xpath *xpath, const char *expression,
             struct place place, struct scope scope, struct xpath_value *value);

/* The id of a field in a scope, a word; NULL and reported if it comes out as none. */
const char *tag_field_id(struct tag_engine *engine, const struct tag *tag, struct scope scope);

/* The text of a value; of an element with <br/> in it, a line break for each. */
const char *tag_text(struct arena *arena, const struct xpath_value *value);
/* What a tag prints of its value; NULL and reported if that is a number without a value, such as
 * the sum of what are no numbers. */
const char *tag_print(struct tag_engine *engine, const struct tag *tag,
                      const struct xpath_value *value);

#endif
