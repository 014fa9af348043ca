/* What is wrong, and where. */
#include "base/finding.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"

struct findings findings_on(struct arena *arena)
{
    return (struct findings){.arena = arena};
}

static bool same_values(const char *const *a, const char *const *b)
{
    while (*a && *b && strcmp(*a, *b) == 0)
        a++, b++;
    return !*a && !*b;
}

static bool same_words(const char *const *a, const char *const *b)
{
    return a == b || (a && b && text_equal(a[LANGUAGE_ENGLISH], b[LANGUAGE_ENGLISH]));
}

static bool same_spot(const struct finding *finding, const struct spot *spot)
{
    return finding->place.line == spot->place.line && finding->place.column == spot->place.column &&
           text_equal(finding->place.file, spot->place.file) &&
           text_equal(finding->path, spot->path) && text_equal(finding->quote, spot->quote) &&
           same_words(finding->where, spot->where);
}

static bool is_known(const struct findings *findings, enum rule rule, const struct spot *spot,
                     const char *const *values)
{
    for (const struct finding *f = findings->first; f; f = f->next)
        if (f->rule == rule && same_spot(f, spot) && same_values(f->values, values))
            return true;
    return false;
}

static const char *const *copy_values(struct arena *arena, const char *const *values)
{
    size_t count = 0;
    while (values[count])
        count++;
    const char **copy = ARENA_ARRAY(arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        copy[i] = text_printable(arena, values[i]);
    return copy;
}

static void count(struct findings *findings, enum severity severity)
{
    findings->count++;
    findings->errors += severity == SEVERITY_ERROR;
    findings->warnings += severity == SEVERITY_WARNING;
}

void finding_add(struct findings *findings, enum rule rule, struct place place,
                 const char *const *values)
{
    finding_add_spot(findings, rule, &(struct spot){.place = place}, values);
}

void finding_add_spot(struct findings *findings, enum rule rule, const struct spot *spot,
                      const char *const *values)
{
    enum severity severity = message_of(rule)->severity;
    findings->failures += severity == SEVERITY_ERROR;
    if (is_known(findings, rule, spot, values))
        return;
    count(findings, severity);
    if (findings->count > LIMIT_FINDINGS->now)
        return;
    struct finding *finding = ARENA_NEW(findings->arena, struct finding);
    *finding = (struct finding){
        .rule = rule,
        .place = spot->place,
        .values = copy_values(findings->arena, values),
        .path = spot->path,
        .quote = spot->quote,
        .where = spot->where,
        .node = spot->node,
        .rank = spot->rank,
        .limit = spot->limit,
    };
    if (findings->last)
        findings->last->next = finding;
    else
        findings->first = finding;
    findings->last = finding;
}

void finding_add_limit(struct findings *findings, enum rule rule, struct place place,
                       const struct limit *limit, const char *subject)
{
    const char *const values[] = {limit_words(findings->arena, limit->now, limit), subject, NULL};
    finding_add_spot(findings, rule, &(struct spot){.place = place, .limit = limit}, values);
}

size_t findings_unlisted(const struct findings *findings)
{
    return findings->count > LIMIT_FINDINGS->now ? findings->count - LIMIT_FINDINGS->now : 0;
}

void findings_settle(const struct findings *from, const struct spot *spot, struct findings *to)
{
    for (const struct finding *f = from->first; f; f = f->next) {
        struct spot own = *spot;
        own.limit = f->limit;
        finding_add_spot(to, f->rule, &own, f->values);
    }
}

static const char *copied(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text) : NULL;
}

static const char *const *copied_where(struct arena *arena, const char *const *where)
{
    const char **copy = where ? ARENA_ARRAY(arena, const char *, LANGUAGE_COUNT) : NULL;
    for (int i = 0; where && i < LANGUAGE_COUNT; i++)
        copy[i] = arena_copy(arena, where[i]);
    return copy;
}

/* But for the node: its document is not known to those who are told. */
static struct spot spot_copied(struct arena *arena, const struct finding *finding)
{
    struct place place = finding->place;
    return (struct spot){
        .place = {copied(arena, place.file), place.line, place.column},
        .path = copied(arena, finding->path),
        .quote = copied(arena, finding->quote),
        .where = copied_where(arena, finding->where),
        .rank = finding->rank,
        .limit = finding->limit,
    };
}

void findings_hand_on(const struct findings *from, struct findings *to)
{
    size_t errors = from->errors, warnings = from->warnings; /* that are not listed */
    for (const struct finding *f = from->first; f; f = f->next) {
        struct spot spot = spot_copied(to->arena, f);
        finding_add_spot(to, f->rule, &spot, f->values);
        errors -= message_of(f->rule)->severity == SEVERITY_ERROR;
        warnings -= message_of(f->rule)->severity == SEVERITY_WARNING;
    }
    to->count += findings_unlisted(from);
    to->errors += errors;
    to->warnings += warnings;
    to->failures += errors;
}

/* Position of the first finding of the same file. */
static size_t file_rank(const struct findings *findings, const char *file)
{
    size_t rank = 0;
    const struct finding *f = findings->first;
    for (; f && !text_equal(f->place.file, file); f = f->next)
        rank++;
    return rank;
}

static bool comes_before(const struct findings *findings, const struct finding *a,
                         const struct finding *b)
{
    size_t rank_a = file_rank(findings, a->place.file), rank_b = file_rank(findings, b->place.file);
    if (rank_a != rank_b)
        return rank_a < rank_b;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line;
    bool are_ranked = a->place.line == 0 && a->rank != b->rank;
    return a->place.column == b->place.column || are_ranked ? a->rank < b->rank
                                                            : a->place.column < b->place.column;
}

void findings_sort(struct findings *findings)
{
    struct findings sorted = *findings;
    sorted.first = NULL;
    for (struct finding *f = findings->first; f; f = f->next) {
        struct finding *copy = ARENA_NEW(findings->arena, struct finding);
        struct finding **at = &sorted.first;
        while (*at && !comes_before(findings, f, *at))
            at = &(*at)->next;
        *copy = *f;
        copy->next = *at;
        *at = copy;
    }
    sorted.last = sorted.first;
    while (sorted.last && sorted.last->next)
        sorted.last = sorted.last->next;
    *findings = sorted;
}

struct suggestion suggestion_near(struct arena *arena, const char *word,
                                  const char *const *candidates, size_t count)
{
    const char *near = text_nearest(word, candidates, count);
    if (!near)
        return (struct suggestion){{"", ""}};
    return (struct suggestion){{
        arena_printf(arena, "did you mean \"%s\"?", near),
        arena_printf(arena, "是不是“%s”？", near),
    }};
}
