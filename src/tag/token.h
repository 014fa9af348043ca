/* The words and signs of an XPath 1.0 expression. */
#ifndef TAG_TOKEN_H
#define TAG_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum token_kind {
    TOKEN_NAME,     /* of an element or attribute */
    TOKEN_ANY,      /* * in place of one */
    TOKEN_FUNCTION, /* or a node test: its name, before ( */
    TOKEN_AXIS,     /* its name, with the :: behind it */
    TOKEN_PREFIX,   /* of a name: tags have none */
    TOKEN_OPERATOR, /* and, or, div, mod, * and the signs that compare, reckon and unite */
    TOKEN_SELF,     /* . */
    TOKEN_PARENT,   /* .. */
    TOKEN_VALUE,    /* a text or a number */
    TOKEN_SIGN,     /* any other: ( ) [ ] / , $ @ */
};

struct token {
    enum token_kind kind;
    const char *start;
    size_t length;     /* bytes */
    bool is_attribute; /* TOKEN_NAME, TOKEN_ANY: it stands after @ or attribute:: */
};

/* An expression that is being read. */
struct tokens {
    const char *at;
    bool attribute;      /* the next name stands after @ or attribute:: */
    bool operand_before; /* so that and, or, div, mod and * are operators */
};

/* What looks like a function and is none: text() and the like; NULL ends. */
extern const char *const node_tests[];

struct tokens tokens_of(const char *expression);
/* The next one; false at the end. Whether they make an expression is not looked at. */
bool token_next(struct tokens *tokens, struct token *token);
bool token_is(const struct token *token, const char *word);

#endif
