/* Documents of a few paragraphs, for the rules of check. Included after cmocka.h. */
#ifndef PASSAGES_H
#define PASSAGES_H

#include "check/check.h"
#include "check/subject.h"
#include "support.h"

/* A paragraph; `section` begins a new section where it is not NULL. */
struct line {
    enum role role;
    const char *text;
    const char *section;
};

static inline void add_line(struct arena *arena, struct document *document, const struct line *line)
{
    struct origin origin = {.file = "test.md"};
    if (line->section || !document->first)
        document_add_section(arena, document, line->section ? line->section : "notice");
    struct block *block = paragraph_new(arena, line->role, origin);
    paragraph_add_text(arena, block, line->role, 0, line->text, origin);
    section_add_block(document->last, block);
}

/* What a family finds in the lines, as findings_text() has it: all of them stand in test.md. */
static inline const char *found_in(struct arena *arena, void (*family)(struct subject *),
                                   const struct line *lines, size_t count)
{
    struct document *document = ARENA_NEW(arena, struct document);
    struct findings *found = ARENA_NEW(arena, struct findings);
    struct checking checking = {.document = document};
    *found = findings_on(arena);
    for (size_t i = 0; i < count; i++)
        add_line(arena, document, &lines[i]);
    struct patterns *patterns = patterns_new(found);
    struct subject subject = subject_of(found, patterns, &checking);
    family(&subject);
    patterns_free(patterns);
    return findings_text(found);
}
#define FOUND_IN(arena, family, ...)                                                               \
    found_in((arena), (family), (const struct line[]){__VA_ARGS__},                                \
             sizeof((const struct line[]){__VA_ARGS__}) / sizeof(struct line))

#endif
