/* The caps, and setting them. */
#include "base/limits.h"

#include <string.h>

#include "base/finding.h"
#include "base/text.h"

enum {
#define LIMIT(NAME, name, unit, standard, most) AT_##NAME,
#include "base/limits.def"
#undef LIMIT
    LIMIT_COUNT
};

static struct limit limits[] = {
#define LIMIT(NAME, name, unit, standard, most) {name, unit, most, standard},
#include "base/limits.def"
#undef LIMIT
};

#define LIMIT(NAME, name, unit, standard, most)                                                    \
    const struct limit *const LIMIT_##NAME = &limits[AT_##NAME];
#include "base/limits.def"
#undef LIMIT

static const struct {
    char letter;
    const char *words;
    size_t bytes;
} steps[] = {{'G', "GiB", GIB}, {'M', "MiB", MIB}, {'K', "KiB", KIB}};

enum { STEPS = sizeof steps / sizeof *steps };

char *limit_words(struct arena *arena, size_t value, const struct limit *limit)
{
    for (size_t i = 0; limit->unit == IN_BYTES && i < STEPS; i++)
        if (value % steps[i].bytes == 0)
            return arena_printf(arena, "%zu %s", value / steps[i].bytes, steps[i].words);
    return arena_printf(arena, limit->unit == IN_BYTES ? "%zu B" : "%zu", value);
}

/* The number at the beginning of the text, at most `most` + 1; *text is moved behind it. */
static size_t take_number(const char **text, size_t most)
{
    size_t number = 0;
    for (; **text >= '0' && **text <= '9'; ++*text)
        if (number <= most)
            number = number * 10 + (size_t)(**text - '0');
    return number <= most ? number : most + 1;
}

/* 0 if it is none, or lies beyond the limit's bounds. */
static size_t value_of(const struct limit *limit, const char *text)
{
    size_t number = take_number(&text, limit->most), step = 1;
    for (size_t i = 0; limit->unit == IN_BYTES && i < STEPS; i++)
        if (*text == steps[i].letter)
            step = steps[i].bytes;
    text += step > 1;
    return *text || number > limit->most / step ? 0 : number * step;
}

static void report_unknown(struct findings *findings, const char *name)
{
    const char *names[LIMIT_COUNT];
    for (size_t i = 0; i < LIMIT_COUNT; i++)
        names[i] = limits[i].name;
    struct suggestion near = suggestion_near(findings->arena, name, names, LIMIT_COUNT);
    if (!*near.words[LANGUAGE_ENGLISH])
        near = (struct suggestion){
            {"the manual page lists them under LIMITS", "名称见手册 LIMITS 一节"}};
    REPORT(findings, RULE_LIMIT_UNKNOWN, ((struct place){"gongwen", 0, 0}), name,
           near.words[LANGUAGE_ENGLISH], near.words[LANGUAGE_CHINESE]);
}

static void report_value(struct findings *findings, const struct limit *limit, const char *value)
{
    struct arena *arena = findings->arena;
    REPORT(findings, RULE_LIMIT_VALUE, ((struct place){"gongwen", 0, 0}), value, limit->name,
           limit_words(arena, limit->most, limit),
           limit->unit == IN_BYTES ? ", as 300K, 20M or 1G" : "",
           limit->unit == IN_BYTES ? "，如 300K、20M、1G" : "");
}

static struct limit *find(const char *name)
{
    for (size_t i = 0; i < LIMIT_COUNT; i++)
        if (text_equal(limits[i].name, name))
            return &limits[i];
    return NULL;
}

const struct limit *limit_named(const char *name)
{
    return find(name);
}

bool limits_set(struct findings *findings, const char *asked)
{
    size_t length = strcspn(asked, "=");
    const char *name = arena_copy_n(findings->arena, asked, length);
    const char *value = asked + length + (asked[length] == '=');
    struct limit *limit = find(name);
    if (!limit) {
        report_unknown(findings, name);
        return false;
    }
    size_t number = value_of(limit, value);
    if (number == 0) {
        report_value(findings, limit, value);
        return false;
    }
    limit->now = number;
    return true;
}
