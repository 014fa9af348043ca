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

static bool is_known(const struct findings *findings, enum rule rule, struct place place,
                     const char *const *values)
{
    for (const struct finding *f = findings->first; f; f = f->next)
        if (f->rule == rule && f->place.line == place.line && f->place.column == place.column &&
            text_equal(f->place.file, place.file) && same_values(f->values, values))
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
        copy[i] = arena_copy(arena, values[i]);
    return copy;
}

void finding_add(struct findings *findings, enum rule rule, struct place place,
                 const char *const *values)
{
    if (is_known(findings, rule, place, values))
        return;
    findings->count++;
    if (message_of(rule)->severity == SEVERITY_ERROR)
        findings->errors++;
    if (findings->count > LIMIT_FINDINGS)
        return;
    struct finding *finding = ARENA_NEW(findings->arena, struct finding);
    *finding = (struct finding){
        .rule = rule,
        .place = place,
        .values = copy_values(findings->arena, values),
    };
    if (findings->last)
        findings->last->next = finding;
    else
        findings->first = finding;
    findings->last = finding;
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

static bool comes_before(const struct findings *findings, struct place a, struct place b)
{
    size_t rank_a = file_rank(findings, a.file), rank_b = file_rank(findings, b.file);
    if (rank_a != rank_b)
        return rank_a < rank_b;
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

void findings_sort(struct findings *findings)
{
    struct findings sorted = *findings;
    sorted.first = NULL;
    for (struct finding *f = findings->first; f; f = f->next) {
        struct finding *copy = ARENA_NEW(findings->arena, struct finding);
        struct finding **at = &sorted.first;
        while (*at && !comes_before(findings, f->place, (*at)->place))
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

static void print_place(struct buffer *out, struct place place)
{
    if (!place.file)
        return;
    buffer_add(out, place.file);
    if (place.line > 0)
        buffer_printf(out, ":%ld", place.line);
    if (place.line > 0 && place.column > 0)
        buffer_printf(out, ":%ld", place.column);
    buffer_add(out, ": ");
}

static void print_line(struct buffer *out, const char *line)
{
    if (line && *line)
        buffer_printf(out, "    %s\n", line);
}

char *finding_print(struct arena *arena, const struct finding *finding, const char *source,
                    enum language language)
{
    const struct message *message = message_of(finding->rule);
    struct buffer out = buffer_on(arena);
    print_place(&out, finding->place);
    buffer_printf(&out, "%s: %s [%s]\n", severity_word(message->severity, language),
                  message_fill(arena, message->words[language], finding->values), message->id);
    print_line(&out, source);
    print_line(&out, message_fill(arena, message->hint[language], finding->values));
    return out.text;
}
