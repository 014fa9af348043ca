/* VML shapes: text boxes and stretched text. */
#include "docx/shape.h"

#include <stdlib.h>

void shape_namespaces_write(struct xml_writer *out)
{
    xml_attribute(out, "xmlns:v", "urn:schemas-microsoft-com:vml");
    xml_attribute(out, "xmlns:o", "urn:schemas-microsoft-com:office:office");
}

const char *shape_length(struct arena *arena, long twips)
{
    long size = labs(twips);
    return arena_printf(arena, "%s%ld.%02ldpt", twips < 0 ? "-" : "", size / 20, size % 20 * 5);
}

static void type_open(struct xml_writer *out, const char *id, const char *number, const char *path)
{
    xml_open(out, "v:shapetype");
    xml_attribute(out, "id", id);
    xml_attribute(out, "coordsize", "21600,21600");
    xml_attribute(out, "o:spt", number);
    xml_attribute(out, "path", path);
}

static void shape_open(struct xml_writer *out, const char *id, const char *type, const char *place)
{
    xml_open(out, "v:shape");
    xml_attribute(out, "id", id);
    xml_attribute(out, "type", type);
    xml_attribute(out, "style", place);
}

/* A rectangle (ECMA-376 part 4, 19.1.2.20, type 202). */
static void text_box_type_write(struct xml_writer *out)
{
    type_open(out, "_x0000_t202", "202", "m,l,21600r21600,l21600,xe");
    xml_empty(out, "v:stroke", "joinstyle", "miter");
    xml_open(out, "v:path");
    xml_attribute(out, "gradientshapeok", "t");
    xml_attribute(out, "o:connecttype", "rect");
    xml_close(out);
    xml_close(out);
}

void text_box_open(struct xml_writer *out, const char *id, const char *place, const char *flow)
{
    xml_open(out, "w:pict");
    text_box_type_write(out);
    shape_open(out, id, "#_x0000_t202", place);
    xml_attribute(out, "filled", "f");
    xml_attribute(out, "stroked", "f");
    xml_open(out, "v:textbox");
    xml_attribute(out, "style", flow);
    xml_attribute(out, "inset", "0,0,0,0");
    xml_open(out, "w:txbxContent");
}

void text_box_close(struct xml_writer *out)
{
    for (int i = 0; i < 4; i++)
        xml_close(out);
}

/* How text is bent between two lines, here without bending (type 136). */
static void text_path_formulas_write(struct xml_writer *out)
{
    static const char *const formulas[] = {
        "sum #0 0 10800", "prod #0 2 1",    "sum 21600 0 @1", "sum 0 0 @2",     "sum 21600 0 @3",
        "if @0 @3 0",     "if @0 21600 @1", "if @0 0 @2",     "if @0 @4 21600", "mid @5 @6",
        "mid @8 @5",      "mid @7 @8",      "mid @6 @7",      "sum @6 0 @5",
    };
    xml_open(out, "v:formulas");
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
        xml_empty(out, "v:f", "eqn", formulas[i]);
    xml_close(out);
}

static void text_path_type_write(struct xml_writer *out)
{
    type_open(out, "_x0000_t136", "136", "m@7,l@8,m@5,21600l@6,21600e");
    xml_attribute(out, "adj", "10800");
    text_path_formulas_write(out);
    xml_open(out, "v:path");
    xml_attribute(out, "textpathok", "t");
    xml_attribute(out, "o:connecttype", "custom");
    xml_attribute(out, "o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800");
    xml_attribute(out, "o:connectangles", "270,180,90,0");
    xml_close(out);
    xml_open(out, "v:textpath");
    xml_attribute(out, "on", "t");
    xml_attribute(out, "fitshape", "t");
    xml_close(out);
    xml_close(out);
}

void text_path_write(struct xml_writer *out, struct arena *arena, const struct text_path *path)
{
    xml_open(out, "w:pict");
    text_path_type_write(out);
    shape_open(out, path->id, "#_x0000_t136", path->place);
    xml_attribute(out, "o:allowincell", "f");
    xml_attribute(out, "fillcolor", arena_printf(arena, "#%s", path->color));
    xml_attribute(out, "stroked", "f");
    xml_open(out, "v:textpath");
    xml_attribute(out, "style",
                  arena_printf(arena, "font-family:\"%s\";font-size:1pt", path->font));
    xml_attribute(out, "string", path->text);
    xml_close(out);
    xml_close(out);
    xml_close(out);
}
