/* Ids of form fields: each is used once in a document. Within the room. */
#ifndef COMPOSE_FIELD_IDS_H
#define COMPOSE_FIELD_IDS_H

#include "base/arena.h"

struct field_ids;

struct field_ids *field_ids_new(struct arena *arena);

/* The id itself, or with the first number that makes it new: name, name-2, … It is taken then. */
const char *field_ids_take(struct field_ids *ids, const char *id);

#endif
