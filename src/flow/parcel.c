/* A finding is a row of texts, each with its NUL; a text that is not there is a single byte 1. */
#include "flow/parcel.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

static const char nothing[] = "\x01";

static void pack_text(struct buffer *out, const char *text)
{
    buffer_add(out, text ? text : nothing);
    buffer_add_char(out, '\0');
}

static void pack_number(struct buffer *out, size_t number)
{
    buffer_printf(out, "%zu", number);
    buffer_add_char(out, '\0');
}

static void pack_finding(struct buffer *out, const struct finding *finding)
{
    size_t count = 0;
    while (finding->values[count])
        count++;
    pack_number(out, (size_t)finding->rule);
    pack_text(out, finding->place.file);
    pack_number(out, (size_t)finding->place.line);
    pack_number(out, (size_t)finding->place.column);
    pack_text(out, finding->path);
    pack_text(out, finding->quote);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        pack_text(out, finding->where ? finding->where[language] : NULL);
    pack_text(out, finding->limit ? finding->limit->name : NULL);
    pack_number(out, count);
    for (size_t i = 0; i < count; i++)
        pack_text(out, finding->values[i]);
}

void parcel_pack(struct buffer *out, const struct findings *findings)
{
    size_t listed = 0;
    for (const struct finding *f = findings->first; f; f = f->next)
        listed++;
    pack_number(out, listed);
    for (const struct finding *f = findings->first; f; f = f->next)
        pack_finding(out, f);
}

static const char *next_text(const char **at)
{
    const char *text = *at;
    *at += strlen(text) + 1;
    return strcmp(text, nothing) == 0 ? NULL : text;
}

static long next_number(const char **at)
{
    const char *text = next_text(at);
    return text ? strtol(text, NULL, 10) : 0;
}

/* NULL where there are no words. */
static const char *const *next_where(const char **at, struct arena *arena)
{
    const char **where = ARENA_ARRAY(arena, const char *, LANGUAGE_COUNT);
    for (int language = 0; language < LANGUAGE_COUNT; language++)
        where[language] = next_text(at);
    return where[0] ? where : NULL;
}

static struct spot next_spot(const char **at, struct arena *arena)
{
    struct spot spot = {.place.file = next_text(at)};
    spot.place.line = next_number(at);
    spot.place.column = next_number(at);
    spot.path = next_text(at);
    spot.quote = next_text(at);
    spot.where = next_where(at, arena);
    const char *limit = next_text(at);
    spot.limit = limit ? limit_named(limit) : NULL;
    return spot;
}

static void unpack_finding(const char **at, struct findings *findings)
{
    enum rule rule = (enum rule)next_number(at);
    struct spot spot = next_spot(at, findings->arena);
    size_t count = (size_t)next_number(at);
    const char **values = ARENA_ARRAY(findings->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = next_text(at);
    finding_add_spot(findings, rule, &spot, values);
}

void parcel_unpack(const char **at, struct findings *findings)
{
    for (long listed = next_number(at); listed > 0; listed--)
        unpack_finding(at, findings);
}
