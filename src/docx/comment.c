/* Writing comments. They have no date: the same input gives the same bytes. */
#include "docx/comment.h"

#include <string.h>

#include "docx/part.h"

/* Half-points. Said here, as an official document's own text is too large for the margin. */
#define TEXT_SIZE "21"

static void line_write(struct xml_writer *out, const char *line)
{
    xml_open(out, "w:p");
    xml_open(out, "w:r");
    xml_open(out, "w:rPr");
    xml_empty(out, "w:sz", "w:val", TEXT_SIZE);
    xml_empty(out, "w:szCs", "w:val", TEXT_SIZE);
    xml_close(out);
    xml_open(out, "w:t");
    xml_attribute(out, "xml:space", "preserve");
    xml_text(out, line);
    xml_close(out);
    xml_close(out);
    xml_close(out);
}

static void lines_write(struct xml_writer *out, struct arena *arena, const char *text)
{
    for (const char *end; (end = strchr(text, '\n')); text = end + 1)
        line_write(out, arena_copy_n(arena, text, (size_t)(end - text)));
    line_write(out, text);
}

static void comment_write(struct xml_writer *out, struct arena *arena, const char *text,
                          long number)
{
    xml_open(out, "w:comment");
    xml_attribute_number(out, "w:id", number);
    xml_attribute(out, "w:author", "gongwen");
    xml_attribute(out, "w:initials", "gw");
    lines_write(out, arena, text);
    xml_close(out);
}

void comment_list_write(struct xml_writer *out, struct arena *arena, const char *namespace,
                        const struct comment *first, long number)
{
    xml_open(out, "w:comments");
    xml_attribute(out, "xmlns:w", namespace);
    for (const struct comment *comment = first; comment; comment = comment->next)
        comment_write(out, arena, comment->text, number++);
    xml_close(out);
}

void comments_write(struct xml_writer *out, const struct docx *docx)
{
    comment_list_write(out, docx->arena, NAMESPACE_W, docx->anchors->comment, 0);
}

void comment_start_write(struct xml_writer *out, long number)
{
    xml_empty_number(out, "w:commentRangeStart", "w:id", number);
}

void comment_end_write(struct xml_writer *out, long number)
{
    xml_empty_number(out, "w:commentRangeEnd", "w:id", number);
    xml_open(out, "w:r");
    xml_empty_number(out, "w:commentReference", "w:id", number);
    xml_close(out);
}
