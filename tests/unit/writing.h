/* What the tests of writing Word files share: a document of one section, and what is written of it.
 * Included after cmocka.h; the tests run in the project folder. */
#ifndef WRITING_H
#define WRITING_H

#include <string.h>

#include "docx/part.h"
#include "styles.h"

static struct arena *arena;
static struct findings findings;
static struct document document;
static struct section *section;
static const struct style *style;
static const struct origin nowhere;

static inline int begin_writing(const char *style_name, const char *section_name)
{
    arena = arena_new();
    findings = findings_on(arena);
    style = shipped_style(&findings, style_name);
    document = (struct document){.lang = "zh-CN"};
    section = document_add_section(arena, &document, section_name);
    return 0;
}

static inline int set_up(void **state)
{
    (void)state;
    return begin_writing("gbt9704", "notice");
}

static inline int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* text NULL: an empty paragraph. */
static inline struct block *text_block(enum role role, const char *text)
{
    struct block *block = paragraph_new(arena, role, nowhere);
    if (text)
        paragraph_add_text(arena, block, role, 0, text, nowhere);
    return block;
}

/* In the last section. */
static inline struct block *add(enum role role, const char *text)
{
    return section_add_block(document.last, text_block(role, text));
}

/* What stands in w:body, and behind it. */
static inline const char *body_written(void)
{
    struct docx docx = docx_prepare(arena, &document, style, NULL);
    struct xml_writer *out = xml_writer_new(arena);
    size_t length;
    document_write(out, &docx);
    return strstr(xml_writer_finish(out, &length), "<w:body>") + strlen("<w:body>");
}

static inline void assert_holds(const char *text, const char *expected)
{
    if (!text || !strstr(text, expected))
        fail_msg("%s\nis not in\n%s", expected, text ? text : "nothing");
}

static inline size_t count(const char *text, const char *word)
{
    size_t number = 0;
    for (; (text = strstr(text, word)); text += strlen(word))
        number++;
    return number;
}

#endif
