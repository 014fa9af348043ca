/* The paragraph of a chart. */
#include "docx/drawing.h"

#include <stdlib.h>

#include "docx/chart_size.h"
#include "docx/format.h"

#define NAMESPACE_WP "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

enum { EMU_PER_TWIP = 635 };

const char *drawing_relationship(struct arena *arena, size_t number)
{
    return arena_printf(arena, "rIdChart%zu", number);
}

const char *drawing_part(struct arena *arena, size_t number)
{
    return arena_printf(arena, "word/charts/chart%zu.xml", number);
}

/* On a page that leaves nothing for it too a drawing has some height. */
static long height_on(const struct style *style, const struct page_style *page,
                      const struct chart *chart)
{
    long room = page_text_height(page) - style->table.spare - chart_space(style);
    long height = chart_height(style, chart, page_text_width(page));
    return height < room ? height : room > 0 ? room : 1;
}

static void add_drawing(struct docx *docx, const struct page_style *page, const struct chart *chart)
{
    docx->drawings = arena_make_room(docx->arena, docx->drawings, sizeof *docx->drawings,
                                     docx->drawing_count, &docx->drawing_room);
    docx->drawings[docx->drawing_count++] =
        (struct drawing){chart, page_text_width(page), height_on(docx->style, page, chart)};
}

void drawings_prepare(struct docx *docx)
{
    const struct style *style = docx->style;
    for (const struct section *s = docx->document->first; s; s = s->next)
        for (const struct block *block = s->first; block; block = block->next)
            if (block->kind == BLOCK_CHART)
                add_drawing(docx, s->landscape ? &style->landscape : &style->portrait,
                            &block->chart);
}

/* A line that is as tall as the drawing: one of the role's pitch would cut it off. */
static void paragraph_properties_write(struct body *body, struct setting setting)
{
    struct xml_writer *out = body->out;
    const struct chart_style *style = &body->docx->style->chart;
    xml_open(out, "w:pPr");
    xml_empty(out, "w:pStyle", "w:val", role_style_id(ROLE_TABLE_TEXT));
    if (setting.keep == KEEP_NEXT)
        xml_empty(out, "w:keepNext", NULL, NULL);
    xml_open(out, "w:spacing");
    xml_attribute_number(out, "w:before", style->before);
    xml_attribute_number(out, "w:after", style->after);
    xml_attribute_number(out, "w:line", 240);
    xml_attribute(out, "w:lineRule", "auto");
    xml_close(out);
    if (setting.ends)
        section_write(body, setting.ends);
    xml_close(out);
}

/* The numbers, for who cannot see the bars: "title: series, series; name length, length; …". */
static const char *description(struct arena *arena, const struct chart *chart)
{
    struct buffer out = buffer_on(arena);
    if (*chart->title)
        buffer_printf(&out, "%s：", chart->title);
    for (size_t i = 0; i < chart->series_count; i++)
        buffer_printf(&out, "%s%s", i ? "、" : "", chart->series[i]);
    for (const struct category *category = chart->first; category; category = category->next) {
        buffer_printf(&out, "；%s ", category->name);
        for (size_t i = 0; i < chart->series_count; i++)
            buffer_printf(&out, "%s%s", i ? "、" : "",
                          category->bars[i].known ? bar_text(arena, category->bars[i]) : "－");
    }
    return out.text;
}

static void properties_write(struct body *body, const struct drawing *drawing, size_t number)
{
    struct arena *arena = body->docx->arena;
    xml_open(body->out, "wp:docPr");
    xml_attribute_number(body->out, "id", free_number(body->docx, number));
    xml_attribute(body->out, "name", arena_printf(arena, "图表 %zu", number));
    xml_attribute(body->out, "descr", description(arena, drawing->chart));
    xml_close(body->out);
}

static void graphic_write(struct body *body, size_t number)
{
    struct xml_writer *out = body->out;
    xml_open(out, "a:graphic");
    xml_attribute(out, "xmlns:a", NAMESPACE_A);
    xml_open(out, "a:graphicData");
    xml_attribute(out, "uri", NAMESPACE_C);
    xml_open(out, "c:chart");
    xml_attribute(out, "xmlns:c", NAMESPACE_C);
    xml_attribute(out, "r:id", drawing_relationship(body->docx->arena, number));
    xml_close(out);
    xml_close(out);
    xml_close(out);
}

/* In the order of CT_Inline (ECMA-376 part 1, 20.4.2.8). */
static void inline_write(struct body *body, const struct drawing *drawing, size_t number)
{
    static const char *const distances[] = {"distT", "distB", "distL", "distR"};
    struct xml_writer *out = body->out;
    xml_open(out, "wp:inline");
    xml_attribute(out, "xmlns:wp", NAMESPACE_WP);
    for (size_t i = 0; i < sizeof distances / sizeof *distances; i++)
        xml_attribute(out, distances[i], "0");
    xml_open(out, "wp:extent");
    xml_attribute_number(out, "cx", drawing->width * EMU_PER_TWIP);
    xml_attribute_number(out, "cy", drawing->height * EMU_PER_TWIP);
    xml_close(out);
    properties_write(body, drawing, number);
    xml_empty(out, "wp:cNvGraphicFramePr", NULL, NULL);
    graphic_write(body, number);
    xml_close(out);
}

/* A chart that does not fit on what is left of the page stands on the next. */
static void fill_page(struct body *body, const struct drawing *drawing)
{
    struct page *page = &body->page;
    long height = drawing->height + chart_space(body->docx->style);
    if (page->used + height > page->height)
        page_begin(page, page->height);
    page_add(page, height, false);
}

void drawing_write(struct body *body, struct setting setting)
{
    struct xml_writer *out = body->out;
    size_t number = ++body->drawings;
    if (number > body->docx->drawing_count)
        abort();
    const struct drawing *drawing = &body->docx->drawings[number - 1];
    xml_open(out, "w:p");
    paragraph_properties_write(body, setting);
    xml_open(out, "w:r");
    xml_open(out, "w:drawing");
    inline_write(body, drawing, number);
    xml_close(out);
    xml_close(out);
    xml_close(out);
    fill_page(body, drawing);
}
