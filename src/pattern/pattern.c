/* Searching with PCRE2, within limits. */
#include "pattern/pattern.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/limits.h"
#include "base/text.h"

struct compiled {
    const char *expression;
    pcre2_code *code;
    bool again; /* searched for more than once, so that machine code pays */
};

/* What a search needs is made once and used again by each. */
struct patterns {
    struct findings *findings;
    struct compiled *compiled;
    size_t count;
    size_t room;
    pcre2_general_context *memory;
    pcre2_compile_context *compiler;
    pcre2_match_context *limits;
    pcre2_match_data *groups;
};

static void *take(size_t size, void *data)
{
    (void)data;
    return memory_take(size);
}

static void release(void *old, void *data)
{
    (void)data;
    free(old);
}

struct patterns *patterns_new(struct findings *findings)
{
    struct patterns *patterns = ARENA_NEW(findings->arena, struct patterns);
    patterns->findings = findings;
    patterns->memory = pcre2_general_context_create(take, release, NULL);
    patterns->compiler = pcre2_compile_context_create(patterns->memory);
    patterns->limits = pcre2_match_context_create(patterns->memory);
    patterns->groups = pcre2_match_data_create(MATCH_GROUPS, patterns->memory);
    pcre2_set_match_limit(patterns->limits, (uint32_t)LIMIT_PATTERN_STEPS->now);
    pcre2_set_depth_limit(patterns->limits, (uint32_t)LIMIT_PATTERN_STEPS->now);
    pcre2_set_heap_limit(patterns->limits, (uint32_t)(LIMIT_PATTERN_BYTES->now / 1024));
    return patterns;
}

void patterns_free(struct patterns *patterns)
{
    if (!patterns)
        return;
    for (size_t i = 0; i < patterns->count; i++)
        pcre2_code_free(patterns->compiled[i].code);
    pcre2_match_data_free(patterns->groups);
    pcre2_match_context_free(patterns->limits);
    pcre2_compile_context_free(patterns->compiler);
    pcre2_general_context_free(patterns->memory);
}

/* A bug: in the expression, or in who gives as text what is none. */
static void abort_over(const char *expression, int error, size_t offset)
{
    unsigned char reason[128];
    pcre2_get_error_message(error, reason, sizeof reason);
    fprintf(stderr, "%s: byte %zu: %s\n", expression, offset, (char *)reason);
    abort();
}

/* compiling */

static pcre2_code *compile(const struct patterns *patterns, const char *expression)
{
    int error = 0;
    size_t offset = 0;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED,
                                     PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &error,
                                     &offset, patterns->compiler);
    if (!code)
        abort_over(expression, error, offset);
    return code;
}

/* Where a system allows no machine code to be made, the search goes on without. */
static const pcre2_code *come_again(struct compiled *compiled)
{
    if (!compiled->again)
        pcre2_jit_compile(compiled->code, PCRE2_JIT_COMPLETE);
    compiled->again = true;
    return compiled->code;
}

static const pcre2_code *code_of(struct patterns *patterns, const char *expression)
{
    for (size_t i = 0; i < patterns->count; i++)
        if (patterns->compiled[i].expression == expression)
            return come_again(&patterns->compiled[i]);
    pcre2_code *code = compile(patterns, expression);
    patterns->compiled =
        arena_make_room(patterns->findings->arena, patterns->compiled, sizeof *patterns->compiled,
                        patterns->count, &patterns->room);
    patterns->compiled[patterns->count++] =
        (struct compiled){.expression = expression, .code = code};
    return code;
}

/* searching */

/* PCRE2 leaves those pairs untouched whose groups the expression does not have. */
static struct match match_of(pcre2_match_data *groups, int set)
{
    const size_t *offsets = pcre2_get_ovector_pointer(groups);
    size_t count = set > 0 ? (size_t)set : MATCH_GROUPS; /* 0: there are more groups than pairs */
    struct match match;
    for (size_t i = 0; i < MATCH_GROUPS; i++) {
        match.start[i] = i < count ? offsets[2 * i] : MATCH_NONE;
        match.end[i] = i < count ? offsets[2 * i + 1] : MATCH_NONE;
    }
    return match;
}

/* The limit that a search went beyond; NULL if it failed otherwise. */
static const struct limit *limit_of(int error)
{
    if (error == PCRE2_ERROR_MATCHLIMIT || error == PCRE2_ERROR_DEPTHLIMIT)
        return LIMIT_PATTERN_STEPS;
    return error == PCRE2_ERROR_HEAPLIMIT ? LIMIT_PATTERN_BYTES : NULL;
}

static void report_limit(struct findings *findings, const struct limit *limit, const char *text)
{
    enum { SHOWN = 20 };
    finding_add_limit(findings, RULE_PATTERN_LIMIT, (struct place){0}, limit,
                      text_cut(findings->arena, text, SHOWN));
}

static int search(const struct patterns *patterns, const pcre2_code *code, const char *text,
                  size_t from, uint32_t options)
{
    return pcre2_match(code, (PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, from, options,
                       patterns->groups, patterns->limits);
}

/* The first search in a text has checked that it is UTF-8: to do so again at each match would take
 * quadratic time. Machine code has 32 KiB of stack; what needs more is interpreted. */
bool pattern_find(struct patterns *patterns, const char *expression, const char *text, size_t from,
                  struct match *match)
{
    const pcre2_code *code = code_of(patterns, expression);
    uint32_t options = PCRE2_NOTEMPTY | (from > 0 ? PCRE2_NO_UTF_CHECK : 0);
    int set = search(patterns, code, text, from, options);
    if (set == PCRE2_ERROR_JIT_STACKLIMIT)
        set = search(patterns, code, text, from, options | PCRE2_NO_JIT);
    if (set >= 0)
        *match = match_of(patterns->groups, set);
    else if (limit_of(set))
        report_limit(patterns->findings, limit_of(set), text);
    else if (set != PCRE2_ERROR_NOMATCH)
        abort_over(expression, set, from);
    return set >= 0;
}

bool match_has(const struct match *match, int group)
{
    return match->start[group] != MATCH_NONE;
}

char *match_text(struct arena *arena, const char *text, const struct match *match, int group)
{
    size_t start = match->start[group];
    return match_has(match, group) ? arena_copy_n(arena, text + start, match->end[group] - start)
                                   : arena_copy(arena, "");
}

const char *pattern_version(struct arena *arena)
{
    char text[64];
    return pcre2_config(PCRE2_CONFIG_VERSION, text) < 0 ? "" : arena_copy(arena, text);
}
