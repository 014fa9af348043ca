/* A body read for its form fields: controls on every level, and bookmarks over any stretch. */
#include "docx/fields.h"

#include <string.h>

#include "base/text.h"
#include "docx/bookmark.h"
#include "docx/property.h"
#include "docx/reader.h"
#include "docx/slot.h"

struct search {
    struct slots slots;
    int hints; /* open controls whose text only says what to fill in */
};

static void read_below(struct reader *reader, struct xml_node *node, const struct step *step,
                       void *context);

static void add_text(const struct reader *reader, struct search *search, const char *text)
{
    if (!search->hints && !reader->in_codes)
        buffer_add(&search->slots.text, text);
}

static struct slot *add_slot(struct reader *reader, struct slots *slots, const struct step *step)
{
    slots->slots = arena_make_room(slots->arena, slots->slots, sizeof *slots->slots, slots->count,
                                   &slots->room);
    struct slot *slot = &slots->slots[slots->count++];
    *slot = (struct slot){.opened = ++slots->met,
                          .from = slots->text.length,
                          .to = slots->text.length,
                          .origin = origin_of(reader, step)};
    slot->closed = slot->opened;
    return slot;
}

/* controls */

static const char *copy_of(struct arena *arena, const char *text)
{
    return text && *text ? arena_copy(arena, text) : NULL;
}

/* Where Word shows a day, w:fullDate may say it too: 2022-09-26T00:00:00Z. */
static void add_day(struct search *search, struct xml_node *properties, size_t from)
{
    enum { DAY_LENGTH = 10 };
    struct xml_node *date = property_below(properties, "date");
    const char *full = date ? xml_get_local(date, "fullDate") : NULL;
    struct buffer *text = &search->slots.text;
    if (full && strlen(full) >= DAY_LENGTH && !search->hints &&
        (text->length == from || text_is_blank(text->text + from)))
        buffer_add_n(text, full, DAY_LENGTH);
}

static void read_control(struct reader *reader, struct xml_node *node, const struct step *step,
                         void *context)
{
    struct search *search = context;
    struct slots *slots = &search->slots;
    struct xml_node *properties = property_below(node, "sdtPr");
    struct slot *slot = add_slot(reader, slots, step);
    size_t index = (size_t)(slot - slots->slots), from = slot->from;
    slot->is_control = true;
    slot->tag = copy_of(reader->arena, property_value(properties, "tag"));
    bool is_hint = property_is_on(property_below(properties, "showingPlcHdr"));
    search->hints += is_hint;
    read_below(reader, node, step, search);
    add_day(search, properties, from);
    search->hints -= is_hint;
    slots->slots[index].to = slots->text.length;
    slots->slots[index].paragraphs = slots->paragraph_count;
    slots->slots[index].closed = ++slots->met;
}

/* bookmarks */

static void read_bookmark(struct reader *reader, struct xml_node *node, const struct step *step,
                          void *context)
{
    struct search *search = context;
    const char *name = xml_get_local(node, "name");
    if (!field_of_bookmark(name))
        return;
    struct slot *slot = add_slot(reader, &search->slots, step);
    slot->bookmark = arena_copy(reader->arena, name);
    slot->id = attribute_or_empty(node, "id");
}

static void read_bookmark_end(struct reader *reader, struct xml_node *node, const struct step *step,
                              void *context)
{
    (void)reader, (void)step;
    struct slots *slots = &((struct search *)context)->slots;
    slots->ends = arena_make_room(slots->arena, slots->ends, sizeof *slots->ends, slots->end_count,
                                  &slots->end_room);
    slots->ends[slots->end_count++] = (struct slot_end){
        attribute_or_empty(node, "id"), ++slots->met, slots->text.length, slots->paragraph_count};
}

/* text */

static void read_text(struct reader *reader, struct xml_node *node, const struct step *step,
                      void *context)
{
    (void)step;
    add_text(reader, context, run_text(reader->arena, node));
}

static void read_tab(struct reader *reader, struct xml_node *node, const struct step *step,
                     void *context)
{
    (void)node, (void)step;
    add_text(reader, context, "\t");
}

static void read_break(struct reader *reader, struct xml_node *node, const struct step *step,
                       void *context)
{
    (void)node, (void)step;
    add_text(reader, context, "\n");
}

static void read_hyphen(struct reader *reader, struct xml_node *node, const struct step *step,
                        void *context)
{
    (void)node, (void)step;
    add_text(reader, context, "-");
}

static void read_code(struct reader *reader, struct xml_node *node, const struct step *step,
                      void *context)
{
    (void)step, (void)context;
    code_mark_read(reader, node);
}

static void read_paragraph(struct reader *reader, struct xml_node *node, const struct step *step,
                           void *context)
{
    struct search *search = context;
    struct slots *slots = &search->slots;
    slots->paragraphs = arena_make_room(slots->arena, slots->paragraphs, sizeof *slots->paragraphs,
                                        slots->paragraph_count, &slots->paragraph_room);
    size_t index = slots->paragraph_count++, before = slots->count;
    slots->paragraphs[index] = (struct slot_paragraph){
        .parent = xml_parent(node),
        .style = property_value(property_below(node, "pPr"), "pStyle"),
    };
    read_below(reader, node, step, search);
    slots->paragraphs[index].to = slots->text.length;
    slots->paragraphs[index].has_slots = slots->count > before;
    add_text(reader, search, "\n");
}

/* Elements are known by their names alone: a control may hold runs, paragraphs, cells or rows. */
static void read_below(struct reader *reader, struct xml_node *node, const struct step *step,
                       void *context)
{
    static const struct element elements[] = {
        {"body", read_below},
        {"p", read_paragraph},
        {"tbl", read_below},
        {"tr", read_below},
        {"tc", read_below},
        {"sdt", read_control},
        {"sdtContent", read_below},
        {"customXml", read_below},
        {"smartTag", read_below},
        {"ins", read_below},
        {"moveTo", read_below},
        {"hyperlink", read_below},
        {"fldSimple", read_below},
        {"dir", read_below},
        {"bdo", read_below},
        {"bookmarkStart", read_bookmark},
        {"bookmarkEnd", read_bookmark_end},
        {"r", read_below},
        {"t", read_text},
        {"tab", read_tab},
        {"br", read_break},
        {"cr", read_break},
        {"noBreakHyphen", read_hyphen},
        {"fldChar", read_code},
    };
    elements_read(reader, node, step, elements, sizeof elements / sizeof *elements, context);
}

struct read_field *fields_read(struct findings *findings, const char *path, struct xml_node *root,
                               size_t *count)
{
    static const struct step first = {NULL, "document", 1};
    struct reader reader = {.findings = findings, .arena = findings->arena, .path = path};
    struct search search = {
        .slots = {.arena = findings->arena, .text = buffer_on(findings->arena)}};
    read_below(&reader, root, &first, &search);
    return slots_settle(findings, &search.slots, xml_place(root), count);
}
