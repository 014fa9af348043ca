/* Taking an expression apart (XPath 1.0, 3.7). */
#include "tag/token.h"

#include <ctype.h>
#include <string.h>

struct tokens tokens_of(const char *expression)
{
    return (struct tokens){.at = expression};
}

static bool is_name_start(char c)
{
    return isalpha((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name_char(char c)
{
    return is_name_start(c) || isdigit((unsigned char)c) || c == '-' || c == '.';
}

const char *const node_tests[] = {"text", "node", "comment", "processing-instruction", NULL};

static bool is_digit(char c)
{
    return isdigit((unsigned char)c) != 0;
}

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " \t\r\n");
}

bool token_is(const struct token *token, const char *word)
{
    return strlen(word) == token->length && memcmp(token->start, word, token->length) == 0;
}

static bool is_operator(const struct token *token)
{
    return token_is(token, "and") || token_is(token, "or") || token_is(token, "div") ||
           token_is(token, "mod");
}

/* A name is an axis before ::, a function before (, an operator after an operand, else a node's. */
static void take_name(struct tokens *tokens, struct token *token)
{
    while (is_name_char(token->start[token->length]))
        token->length++;
    const char *behind = skip_blanks(token->start + token->length);
    tokens->at = behind;
    token->kind = TOKEN_NAME;
    token->is_attribute = tokens->attribute;
    tokens->attribute = false;
    if (tokens->operand_before && is_operator(token)) {
        token->kind = TOKEN_OPERATOR;
        tokens->operand_before = false;
        return;
    }
    if (behind[0] == ':' && behind[1] == ':') {
        token->kind = TOKEN_AXIS;
        tokens->attribute = token_is(token, "attribute");
        tokens->at += 2;
        return;
    }
    if (*behind == ':' || *behind == '(')
        token->kind = *behind == ':' ? TOKEN_PREFIX : TOKEN_FUNCTION;
    tokens->operand_before = true;
}

static void take_value(struct tokens *tokens, struct token *token)
{
    const char *start = token->start, *end = start + strspn(start, "0123456789.");
    if (*start == '\'' || *start == '"') {
        end = strchr(start + 1, *start);
        end = end ? end + 1 : start + strlen(start);
    }
    token->kind = TOKEN_VALUE;
    token->length = (size_t)(end - start);
    tokens->at = end;
    tokens->operand_before = true;
}

static enum token_kind sign_kind(const struct tokens *tokens, const char *at)
{
    if (*at == '*')
        return tokens->operand_before ? TOKEN_OPERATOR : TOKEN_ANY;
    if (*at == '.')
        return at[1] == '.' ? TOKEN_PARENT : TOKEN_SELF;
    return strchr("|=!<>+-", *at) ? TOKEN_OPERATOR : TOKEN_SIGN;
}

static void take_sign(struct tokens *tokens, struct token *token)
{
    token->kind = sign_kind(tokens, token->start);
    token->length = token->kind == TOKEN_PARENT ? 2 : 1;
    token->is_attribute = tokens->attribute;
    tokens->at += token->length;
    tokens->attribute = *token->start == '@';
    tokens->operand_before = token->kind == TOKEN_ANY || token->kind == TOKEN_SELF ||
                             token->kind == TOKEN_PARENT || *token->start == ')' ||
                             *token->start == ']';
}

bool token_next(struct tokens *tokens, struct token *token)
{
    const char *at = tokens->at = skip_blanks(tokens->at);
    *token = (struct token){.start = at};
    if (!*at)
        return false;
    if (*at == '\'' || *at == '"' || is_digit(*at) || (*at == '.' && is_digit(at[1])))
        take_value(tokens, token);
    else if (is_name_start(*at))
        take_name(tokens, token);
    else
        take_sign(tokens, token);
    return true;
}
