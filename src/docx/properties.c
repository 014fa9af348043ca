/* docProps: what the document is, for archives and search. No clock: a document has a date only if
 * its data has one. */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "docx/part.h"
#include "docx/properties.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"

/* Properties that have an element of their own in docProps/core.xml. */
static const struct {
    const char *property, *element;
} core[] = {
    {"title", "dc:title"},       {"subject", "dc:subject"},   {"issuer", "dc:creator"},
    {"keywords", "cp:keywords"}, {"number", "dc:identifier"},
};
enum { CORE = sizeof core / sizeof *core };

static bool is_date(const struct property *property)
{
    struct date date;
    return text_equal(property->name, "date") && date_read(property->value, &date) && date.year;
}

static bool is_core(const struct property *property)
{
    for (size_t i = 0; i < CORE; i++)
        if (text_equal(property->name, core[i].property))
            return true;
    return is_date(property);
}

static void element_write(struct xml_writer *out, const char *name, const char *text)
{
    xml_open(out, name);
    xml_text(out, text);
    xml_close(out);
}

static void created_write(struct xml_writer *out, const struct docx *docx, const char *day)
{
    xml_open(out, "dcterms:created");
    xml_attribute(out, "xsi:type", "dcterms:W3CDTF");
    xml_text(out, arena_printf(docx->arena, "%sT00:00:00Z", day));
    xml_close(out);
}

static void core_write(struct xml_writer *out, const struct docx *docx)
{
    for (size_t i = 0; i < CORE; i++) {
        const char *value = property_named(docx->document->properties, core[i].property);
        if (value)
            element_write(out, core[i].element, value);
    }
    for (const struct property *p = docx->document->properties; p; p = p->next)
        if (is_date(p))
            created_write(out, docx, p->value);
    element_write(out, "dc:language", docx->document->lang);
}

void core_properties_write(struct xml_writer *out, const struct docx *docx)
{
    xml_open(out, "cp:coreProperties");
    xml_attribute(out, "xmlns:cp",
                  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    xml_attribute(out, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml_attribute(out, "xmlns:dcterms", "http://purl.org/dc/terms/");
    xml_attribute(out, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    core_write(out, docx);
    xml_close(out);
}

void app_properties_write(struct xml_writer *out, const struct docx *docx)
{
    (void)docx;
    xml_open(out, "Properties");
    xml_attribute(out, "xmlns", OFFICE "extended-properties");
    element_write(out, "Application", "gongwen");
    xml_close(out);
}

bool custom_properties_any(const struct docx *docx)
{
    for (const struct property *p = docx->document->properties; p; p = p->next)
        if (!is_core(p))
            return true;
    return false;
}

/* fmtid: the property set of custom properties; pid 0 and 1 are reserved there ([MS-OLEPS] 2.18).
 */
static void custom_write(struct xml_writer *out, const struct property *property, long pid)
{
    xml_open(out, "property");
    xml_attribute(out, "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
    xml_attribute_number(out, "pid", pid);
    xml_attribute(out, "name", property->name);
    element_write(out, "vt:lpwstr", property->value);
    xml_close(out);
}

void custom_properties_write(struct xml_writer *out, const struct docx *docx)
{
    long pid = 2;
    xml_open(out, "Properties");
    xml_attribute(out, "xmlns", OFFICE "custom-properties");
    xml_attribute(out, "xmlns:vt", OFFICE "docPropsVTypes");
    for (const struct property *p = docx->document->properties; p; p = p->next)
        if (!is_core(p))
            custom_write(out, p, pid++);
    xml_close(out);
}

/* reading */

static struct property **add(struct arena *arena, struct property **end, const char *name,
                             const char *value)
{
    if (!name || !*value)
        return end;
    *end = ARENA_NEW(arena, struct property);
    **end = (struct property){NULL, arena_copy(arena, name), value};
    return &(*end)->next;
}

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

struct property *properties_read(struct arena *arena, struct xml_node *core_root,
                                 struct xml_node *custom_root)
{
    struct property *list = NULL, **end = &list;
    for (size_t i = 0; core_root && i < CORE; i++) {
        struct xml_node *node = xml_first_named(core_root, local_name(core[i].element));
        end = add(arena, end, core[i].property, node ? xml_content(arena, node) : "");
    }
    for (struct xml_node *node = custom_root ? xml_first(custom_root) : NULL; node;
         node = xml_next(node))
        end = add(arena, end, xml_get(node, "name"), xml_content(arena, node));
    return list;
}
