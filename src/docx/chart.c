/* word/charts/chartN.xml: a clustered chart of horizontal bars (ECMA-376 part 1, 21.2). Elements
 * stand in the order of its schema. The numbers stand in the part itself: there is no workbook to
 * keep in step, and nothing in the file but what is printed. */
#include "base/buffer.h"
#include "docx/chart_size.h"
#include "docx/part.h"

enum { SIZE_PER_HALF_POINT = 50, EMU_PER_POINT = 12700 }; /* sizes are in 1/100 pt */

enum { AXIS_CATEGORIES = 1, AXIS_LENGTHS = 2 };

struct plot {
    struct xml_writer *out;
    const struct docx *docx;
    const struct chart *chart;
    struct chart_sizes sizes;
};

static void value_write(struct xml_writer *out, const char *name, const char *value)
{
    xml_empty(out, name, "val", value);
}

static void text_element_write(struct xml_writer *out, const char *name, const char *text)
{
    xml_open(out, name);
    xml_text(out, text);
    xml_close(out);
}

static void fill_write(struct xml_writer *out, const char *color)
{
    xml_open(out, "a:solidFill");
    xml_empty(out, "a:srgbClr", "val", color ? color : "000000");
    xml_close(out);
}

static void line_write(struct xml_writer *out, long border)
{
    xml_open(out, "a:ln");
    if (border)
        xml_attribute_number(out, "w", border * EMU_PER_POINT / 8);
    if (border)
        fill_write(out, NULL);
    else
        xml_empty(out, "a:noFill", NULL, NULL);
    xml_close(out);
}

/* fill NULL: none. */
static void shape_write(struct xml_writer *out, const char *fill, long border)
{
    xml_open(out, "c:spPr");
    if (fill)
        fill_write(out, fill);
    else
        xml_empty(out, "a:noFill", NULL, NULL);
    line_write(out, border);
    xml_close(out);
}

/* texts */

static void face_write(const struct plot *plot, const char *name, enum role role, long half_points)
{
    struct xml_writer *out = plot->out;
    const struct role_style *style = &plot->docx->style->role[role];
    xml_open(out, name);
    xml_attribute(out, "lang", plot->docx->document->lang);
    xml_attribute_number(out, "sz", half_points * SIZE_PER_HALF_POINT);
    xml_attribute(out, "b", style->bold ? "1" : "0");
    fill_write(out, style->color);
    xml_empty(out, "a:latin", "typeface",
              style->font->latin ? style->font->latin : style->font->name);
    xml_empty(out, "a:ea", "typeface", style->font->name);
    xml_close(out);
}

/* The start of a text: its paragraph, with the face of what stands in it. */
static void text_open(const struct plot *plot, const char *name, enum role role, long half_points)
{
    struct xml_writer *out = plot->out;
    xml_open(out, name);
    xml_empty(out, "a:bodyPr", NULL, NULL);
    xml_empty(out, "a:lstStyle", NULL, NULL);
    xml_open(out, "a:p");
    xml_open(out, "a:pPr");
    face_write(plot, "a:defRPr", role, half_points);
    xml_close(out);
}

static void text_close(struct xml_writer *out)
{
    xml_close(out);
    xml_close(out);
}

static void text_format_write(const struct plot *plot, long half_points)
{
    text_open(plot, "c:txPr", ROLE_TABLE_TEXT, half_points);
    xml_empty(plot->out, "a:endParaRPr", "lang", plot->docx->document->lang);
    text_close(plot->out);
}

static void title_write(const struct plot *plot)
{
    struct xml_writer *out = plot->out;
    long size = plot->docx->style->role[ROLE_TABLE_HEADER].size;
    xml_open(out, "c:title");
    xml_open(out, "c:tx");
    text_open(plot, "c:rich", ROLE_TABLE_HEADER, size);
    xml_open(out, "a:r");
    face_write(plot, "a:rPr", ROLE_TABLE_HEADER, size);
    text_element_write(out, "a:t", plot->chart->title);
    xml_close(out);
    text_close(out);
    xml_close(out);
    value_write(out, "c:overlay", "0");
    xml_close(out);
}

/* bars */

static void labels_write(const struct plot *plot)
{
    static const char *const hidden[] = {"c:showCatName", "c:showSerName", "c:showPercent",
                                         "c:showBubbleSize"};
    struct xml_writer *out = plot->out;
    xml_open(out, "c:dLbls");
    xml_open(out, "c:numFmt");
    xml_attribute(out, "formatCode", "General");
    xml_attribute(out, "sourceLinked", "0");
    xml_close(out);
    shape_write(out, NULL, 0);
    text_format_write(plot, plot->sizes.lengths);
    value_write(out, "c:dLblPos", "outEnd");
    value_write(out, "c:showLegendKey", "0");
    value_write(out, "c:showVal", "1");
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        value_write(out, hidden[i], "0");
    xml_close(out);
}

static void point_write(struct xml_writer *out, size_t index, const char *text)
{
    xml_open(out, "c:pt");
    xml_attribute_number(out, "idx", (long)index);
    text_element_write(out, "c:v", text);
    xml_close(out);
}

/* Readers differ in where they break a long name, and LibreOffice does not at all. */
static const char *name_lines(const struct plot *plot, const char *name)
{
    struct buffer out = buffer_on(plot->docx->arena);
    long width = chart_name_width(name, plot->sizes.line);
    for (size_t length; *name; name += length) {
        length = chart_name_line(name, width);
        buffer_add(&out, out.length ? "\n" : "");
        buffer_add_n(&out, name, length);
    }
    return buffer_text(&out);
}

static void names_write(const struct plot *plot)
{
    struct xml_writer *out = plot->out;
    size_t index = 0;
    xml_open(out, "c:cat");
    xml_open(out, "c:strLit");
    xml_empty_number(out, "c:ptCount", "val", (long)plot->chart->count);
    for (const struct category *c = plot->chart->first; c; c = c->next)
        point_write(out, index++, name_lines(plot, c->name));
    xml_close(out);
    xml_close(out);
}

/* A point that is missing is a bar that is missing. */
static void lengths_write(const struct plot *plot, size_t series)
{
    struct xml_writer *out = plot->out;
    size_t index = 0;
    xml_open(out, "c:val");
    xml_open(out, "c:numLit");
    text_element_write(out, "c:formatCode", "General");
    xml_empty_number(out, "c:ptCount", "val", (long)plot->chart->count);
    for (const struct category *c = plot->chart->first; c; c = c->next, index++)
        if (c->bars[series].known)
            point_write(out, index, bar_text(plot->docx->arena, c->bars[series]));
    xml_close(out);
    xml_close(out);
}

static void series_write(const struct plot *plot, size_t series)
{
    struct xml_writer *out = plot->out;
    const struct chart_style *style = &plot->docx->style->chart;
    xml_open(out, "c:ser");
    xml_empty_number(out, "c:idx", "val", (long)series);
    xml_empty_number(out, "c:order", "val", (long)series);
    xml_open(out, "c:tx");
    text_element_write(out, "c:v", plot->chart->series[series]);
    xml_close(out);
    shape_write(out, series ? style->fill_2 : style->fill, style->border);
    value_write(out, "c:invertIfNegative", "0");
    labels_write(plot);
    names_write(plot);
    lengths_write(plot, series);
    xml_close(out);
}

/* Per cent of a bar, at most 500. */
static long gap_width(const struct chart_style *style)
{
    enum { MOST = 500 };
    return style->space >= style->bar * MOST / 100 ? MOST : style->space * 100 / style->bar;
}

static void bars_write(const struct plot *plot)
{
    struct xml_writer *out = plot->out;
    xml_open(out, "c:barChart");
    value_write(out, "c:barDir", "bar");
    value_write(out, "c:grouping", "clustered");
    value_write(out, "c:varyColors", "0");
    for (size_t i = 0; i < plot->chart->series_count; i++)
        series_write(plot, i);
    xml_empty_number(out, "c:gapWidth", "val", gap_width(&plot->docx->style->chart));
    xml_empty_number(out, "c:axId", "val", AXIS_CATEGORIES);
    xml_empty_number(out, "c:axId", "val", AXIS_LENGTHS);
    xml_close(out);
}

/* axes */

static void scaling_write(struct xml_writer *out, const char *orientation, const char *from)
{
    xml_open(out, "c:scaling");
    value_write(out, "c:orientation", orientation);
    if (from)
        value_write(out, "c:min", from);
    xml_close(out);
}

static void ticks_write(struct xml_writer *out, const char *labels)
{
    value_write(out, "c:majorTickMark", "none");
    value_write(out, "c:minorTickMark", "none");
    value_write(out, "c:tickLblPos", labels);
}

/* The first category on top: bars are counted from below else. */
static void category_axis_write(const struct plot *plot)
{
    struct xml_writer *out = plot->out;
    xml_open(out, "c:catAx");
    xml_empty_number(out, "c:axId", "val", AXIS_CATEGORIES);
    scaling_write(out, "maxMin", NULL);
    value_write(out, "c:delete", "0");
    value_write(out, "c:axPos", "l");
    ticks_write(out, "nextTo");
    shape_write(out, NULL, plot->docx->style->chart.border);
    text_format_write(plot, plot->sizes.names);
    xml_empty_number(out, "c:crossAx", "val", AXIS_LENGTHS);
    value_write(out, "c:crosses", "autoZero");
    value_write(out, "c:auto", "0");
    value_write(out, "c:lblAlgn", "ctr");
    value_write(out, "c:lblOffset", "100");
    value_write(out, "c:tickLblSkip", "1");
    value_write(out, "c:noMultiLvlLbl", "1");
    xml_close(out);
}

/* It is not shown: each bar has its number. */
static void length_axis_write(const struct plot *plot)
{
    struct xml_writer *out = plot->out;
    xml_open(out, "c:valAx");
    xml_empty_number(out, "c:axId", "val", AXIS_LENGTHS);
    scaling_write(out, "minMax", "0");
    value_write(out, "c:delete", "1");
    value_write(out, "c:axPos", "t");
    ticks_write(out, "none");
    xml_empty_number(out, "c:crossAx", "val", AXIS_CATEGORIES);
    value_write(out, "c:crosses", "autoZero");
    value_write(out, "c:crossBetween", "between");
    xml_close(out);
}

static void plot_write(const struct plot *plot)
{
    struct xml_writer *out = plot->out;
    xml_open(out, "c:plotArea");
    xml_empty(out, "c:layout", NULL, NULL);
    bars_write(plot);
    category_axis_write(plot);
    length_axis_write(plot);
    shape_write(out, NULL, 0);
    xml_close(out);
}

static void legend_write(const struct plot *plot)
{
    struct xml_writer *out = plot->out;
    xml_open(out, "c:legend");
    value_write(out, "c:legendPos", "b");
    value_write(out, "c:overlay", "0");
    text_format_write(plot, plot->docx->style->role[ROLE_TABLE_TEXT].size);
    xml_close(out);
}

static void chart_element_write(const struct plot *plot)
{
    struct xml_writer *out = plot->out;
    bool has_title = *plot->chart->title;
    xml_open(out, "c:chart");
    if (has_title)
        title_write(plot);
    value_write(out, "c:autoTitleDeleted", has_title ? "0" : "1");
    plot_write(plot);
    if (plot->chart->series_count > 1)
        legend_write(plot);
    value_write(out, "c:plotVisOnly", "1");
    value_write(out, "c:dispBlanksAs", "gap");
    xml_close(out);
}

void chart_write(struct xml_writer *out, const struct docx *docx, const struct drawing *drawing)
{
    struct plot plot = {out, docx, drawing->chart,
                        chart_sizes(docx->style, drawing->chart, drawing->width, drawing->height)};
    xml_open(out, "c:chartSpace");
    xml_attribute(out, "xmlns:c", NAMESPACE_C);
    xml_attribute(out, "xmlns:a", NAMESPACE_A);
    value_write(out, "c:date1904", "0");
    value_write(out, "c:lang", docx->document->lang);
    value_write(out, "c:roundedCorners", "0");
    chart_element_write(&plot);
    shape_write(out, NULL, 0);
    text_format_write(&plot, docx->style->role[ROLE_TABLE_TEXT].size);
    xml_close(out);
}
