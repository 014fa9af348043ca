/* One flat object of JSON (RFC 8259) at a time, in UTF-8, unescaped where the standard allows it,
 * but for what a terminal would act on. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buffer.h"

struct json {
    struct buffer out;
};

struct json json_object(struct arena *arena);
/* What is unknown is left out: a NULL or empty text, a number that is 0. */
void json_string(struct json *json, const char *name, const char *text);
/* A list of texts, which a NULL ends. */
void json_list(struct json *json, const char *name, const char *const *texts);
void json_number(struct json *json, const char *name, long number);
/* The object in a line of its own; owned by the arena. */
char *json_line(struct json *json);

#endif
