/* Regular expressions of PCRE2, searched for in short UTF-8 texts. */
#ifndef PATTERN_PATTERN_H
#define PATTERN_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/finding.h"

/* Expressions, each compiled when it is first searched for. The caller frees them, before the arena
 * of the findings. */
struct patterns;
struct patterns *patterns_new(struct findings *findings);
void patterns_free(struct patterns *patterns);

enum { MATCH_GROUPS = 10 };
#define MATCH_NONE SIZE_MAX /* where a group took no part */

/* Byte offsets; [0] is the whole match, [1] the first group. */
struct match {
    size_t start[MATCH_GROUPS];
    size_t end[MATCH_GROUPS];
};

/* Han characters, for use in brackets: "[" PATTERN_HAN "]+". \p{Han} does not serve, it holds marks
 * such as 、 and 《 too (by Script_Extensions, since PCRE2 10.40). */
#define PATTERN_HAN "\\x{3007}\\x{3400}-\\x{9FFF}\\x{F900}-\\x{FAFF}\\x{20000}-\\x{3FFFF}"

/* The first match at or after the byte `from`, which is 0 or the end of an earlier match in the
 * same text: a loop goes on from match.end[0]. It comes to an end, as a match is never empty.
 *
 * `expression` is a literal of ours, known again by its address. One that PCRE2 does not compile
 * aborts, as does a text that is not UTF-8. It is read with PCRE2_UTF and PCRE2_UCP: \d and \w go
 * beyond ASCII, and $ also stands before a last line feed, \z does not.
 *
 * A search beyond LIMIT_PATTERN_STEPS or LIMIT_PATTERN_BYTES is a finding, and false. */
bool pattern_find(struct patterns *patterns, const char *expression, const char *text, size_t from,
                  struct match *match);

/* Whether the group took part. */
bool match_has(const struct match *match, int group);
/* A copy of what the group matched, "" if it took no part. */
char *match_text(struct arena *arena, const char *text, const struct match *match, int group);

/* The version of the library, with its date. */
const char *pattern_version(struct arena *arena);

#endif
