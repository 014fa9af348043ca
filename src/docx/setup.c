/* Reading sections. */
#include "docx/setup.h"

#include <stdlib.h>

#include "base/text.h"
#include "docx/property.h"

struct setup {
    struct findings *findings;
    struct page_style base; /* what holds where a section says nothing */
    struct style *style;
    bool has_portrait, has_landscape;
};

static bool is_turned(const struct page_style *page)
{
    return page->width > page->height;
}

/* The gutter is room for binding beside the left margin. A negative margin stays where it is even
 * if a header needs more room (ECMA-376 part 1, 17.6.11). */
static void settle_page(struct page_style *page, long gutter)
{
    page->left += gutter;
    page->top = labs(page->top);
    page->bottom = labs(page->bottom);
    page->landscape = is_turned(page);
}

/* A grid without a type is none: Word writes its pitch all the same. */
static bool has_grid(struct xml_node *section)
{
    struct xml_node *grid = property_below(section, "docGrid");
    const char *type = grid ? xml_get_local(grid, "type") : NULL;
    return type && !text_equal(type, "default");
}

bool setup_read_page(struct findings *findings, struct xml_node *section, struct page_style *page)
{
    long gutter = 0;
    page->grid = 0;
    const struct {
        const char *element, *attribute;
        enum number_kind kind;
        long *value;
    } measures[] = {
        {"pgSz", "w", NUMBER_LENGTH, &page->width},
        {"pgSz", "h", NUMBER_LENGTH, &page->height},
        {"pgMar", "top", NUMBER_TWIPS, &page->top},
        {"pgMar", "right", NUMBER_LENGTH, &page->right},
        {"pgMar", "bottom", NUMBER_TWIPS, &page->bottom},
        {"pgMar", "left", NUMBER_LENGTH, &page->left},
        {"pgMar", "header", NUMBER_LENGTH, &page->header},
        {"pgMar", "footer", NUMBER_LENGTH, &page->footer},
        {"pgMar", "gutter", NUMBER_LENGTH, &gutter},
        {"docGrid", "linePitch", NUMBER_LENGTH, &page->grid},
    };
    bool fine = true;
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        struct xml_node *node = property_below(section, measures[i].element);
        if (node && !property_number(findings, node, measures[i].attribute, measures[i].kind,
                                     measures[i].value))
            fine = false;
    }
    if (!has_grid(section))
        page->grid = 0;
    settle_page(page, gutter);
    return fine;
}

/* The last section of a kind counts, as its properties are those that Word starts a new one with.
 */
static void take_section(struct setup *setup, struct xml_node *section)
{
    struct page_style page = setup->base;
    if (!setup_read_page(setup->findings, section, &page))
        return;
    *(page.landscape ? &setup->has_landscape : &setup->has_portrait) = true;
    *(page.landscape ? &setup->style->landscape : &setup->style->portrait) = page;
}

struct xml_node *setup_section(struct xml_node *block)
{
    if (xml_is(block, "sectPr"))
        return block;
    return property_below(property_below(block, "pPr"), "sectPr");
}

/* A table across is the portrait page turned to the left, its head toward the binding edge (GB/T
 * 9704-2012, 8). */
static void turn_left(const struct page_style *from, struct page_style *to)
{
    to->width = from->height;
    to->height = from->width;
    to->top = from->left;
    to->right = from->top;
    to->bottom = from->right;
    to->left = from->bottom;
}

static void turn_right(const struct page_style *from, struct page_style *to)
{
    to->width = from->height;
    to->height = from->width;
    to->top = from->right;
    to->right = from->bottom;
    to->bottom = from->left;
    to->left = from->top;
}

static void check_room(struct findings *findings, struct place place, const struct page_style *page,
                       const char *english, const char *chinese)
{
    if (page->width <= page->left + page->right || page->height <= page->top + page->bottom)
        REPORT(findings, RULE_REFERENCE_PAGE, place, english, chinese);
}

void setup_read(struct findings *findings, struct xml_document *document, struct style *style)
{
    struct setup setup = {.findings = findings, .base = style->portrait, .style = style};
    struct xml_node *body = property_below(xml_root(document), "body");
    for (struct xml_node *block = body ? xml_first(body) : NULL; block; block = xml_next(block))
        if (setup_section(block))
            take_section(&setup, setup_section(block));
    if (setup.has_portrait && !setup.has_landscape)
        turn_left(&style->portrait, &style->landscape);
    if (setup.has_landscape && !setup.has_portrait)
        turn_right(&style->landscape, &style->portrait);
    struct place place = xml_place(xml_root(document));
    check_room(findings, place, &style->portrait, "portrait", "纵向");
    check_room(findings, place, &style->landscape, "landscape", "横向");
}
