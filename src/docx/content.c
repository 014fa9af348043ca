/* Paragraphs that are read: runs, breaks, form fields. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "docx/bookmark.h"
#include "docx/property.h"
#include "docx/reader.h"

/* A place to fill in, while it is read: a content control, or a bookmark that stands for one. */
struct slot {
    bool open;
    bool is_hint; /* its text only says what to fill in */
    bool filled;  /* something else was found in it */
    const char *id;
    const char *bookmark; /* w:id of the bookmark; NULL: a control */
};

/* A paragraph that is being read. */
struct content {
    struct flow *flow;
    struct passage *passage;
    struct xml_node *node;
    const struct step *step;
    const char *number;  /* Word's automatic one, until it is written */
    struct buffer text;  /* of a run that goes on */
    struct wear wear;    /* how that run looks */
    struct wear current; /* how the w:r looks that is being read */
    int breaks;          /* line breaks not yet written: at an end they show nothing */
    bool has_words;
    struct slot slot;
};

/* runs */

static bool wears_same(const struct wear *a, const struct wear *b)
{
    return a->size == b->size && a->bold == b->bold && a->marks == b->marks && a->face == b->face &&
           text_equal(a->font, b->font) && text_equal(a->color, b->color);
}

static void add_run(struct reader *reader, struct content *content, struct run run,
                    const struct wear *wear)
{
    struct passage *passage = content->passage;
    struct run *added = ARENA_NEW(reader->arena, struct run);
    struct worn_run *worn = ARENA_NEW(reader->arena, struct worn_run);
    *added = run;
    added->marks = wear->marks;
    added->face = wear->face;
    added->origin = passage->block->origin;
    *worn = (struct worn_run){.run = paragraph_add_run(passage->block, added), .wear = *wear};
    if (passage->last)
        passage->last->next = worn;
    else
        passage->first = worn;
    passage->last = worn;
}

static void end_run(struct reader *reader, struct content *content)
{
    if (content->text.length)
        add_run(reader, content, (struct run){.kind = RUN_TEXT, .text = content->text.text},
                &content->wear);
    content->text = buffer_on(reader->arena);
}

/* Before the first words come breaks that show nothing, then Word's number. */
static void begin_words(struct reader *reader, struct content *content)
{
    if (!content->has_words && *content->number) {
        content->wear = content->current;
        buffer_add(&content->text, content->number);
        content->number = "";
    }
    for (; content->has_words && content->breaks; content->breaks--) {
        end_run(reader, content);
        add_run(reader, content, (struct run){.kind = RUN_BREAK}, &content->current);
    }
    content->breaks = 0;
    content->has_words = true;
}

/* Blanks that are typed before the words stand for an indent. */
static const char *skip_blanks(const char *text, long *hundredths)
{
    for (const char *next = text; *text; text = next) {
        uint32_t code = text_next(&next);
        if (code != ' ' && code != '\t' && code != 0x3000)
            break;
        *hundredths += code == ' ' ? 50 : 100;
    }
    return text;
}

static bool is_left_out(struct slot *slot, const char *text)
{
    if (slot->open && (slot->is_hint || text_is_blank(text)))
        return true;
    slot->filled = true;
    return false;
}

static void add_text(struct reader *reader, struct content *content, const char *text)
{
    if (reader->in_codes || is_left_out(&content->slot, text))
        return;
    if (!content->has_words && content->passage->role == ROLE_COUNT)
        text = skip_blanks(text, &content->passage->blanks);
    if (!text_is_blank(text))
        begin_words(reader, content);
    if (!wears_same(&content->wear, &content->current))
        end_run(reader, content);
    content->wear = content->current;
    buffer_add(&content->text, text);
}

static void add_field(struct reader *reader, struct content *content, const char *id,
                      const char *prompt)
{
    begin_words(reader, content);
    end_run(reader, content);
    add_run(reader, content,
            (struct run){.kind = RUN_FIELD,
                         .field = arena_copy(reader->arena, id ? id : ""),
                         .text = arena_copy(reader->arena, prompt ? prompt : "")},
            &content->current);
}

/* paragraphs */

static void begin(struct reader *reader, struct content *content)
{
    const char *id = property_value(property_below(content->node, "pPr"), "pStyle");
    const struct paragraph_style *style = styling_paragraph(reader->styling, id);
    struct passage *passage = ARENA_NEW(reader->arena, struct passage);
    *passage = (struct passage){.part = reader->part, .role = style->role, .look = style->look};
    styling_overlay(reader->styling, content->node, &passage->look);
    passage->block = paragraph_new(reader->arena, style->role, origin_of(reader, content->step));
    content->passage = passage;
    content->text = buffer_on(reader->arena);
    content->breaks = 0;
    content->has_words = false;
}

/* A break of the page before a paragraph without words goes on to the next. */
static void end(struct reader *reader, struct content *content)
{
    struct passage *passage = content->passage;
    end_run(reader, content);
    passage->starts_page = passage->look.page_break_before || reader->breaks_page;
    reader->breaks_page = passage->starts_page && !content->has_words;
    if (content->has_words)
        flow_add(content->flow, passage);
}

static const char *next_number(struct reader *reader, struct xml_node *node)
{
    struct xml_node *properties = property_below(node, "pPr");
    struct xml_node *own = property_below(properties, "numPr");
    const struct paragraph_style *style =
        styling_paragraph(reader->styling, property_value(properties, "pStyle"));
    const char *id = property_value(own, "numId"), *level = property_value(own, "ilvl");
    return numbering_next(reader->numbering, id ? id : style->number,
                          level ? level : style->number_level);
}

/* what a run holds */

static void read_text(struct reader *reader, struct xml_node *node, const struct step *step,
                      void *context)
{
    (void)step;
    add_text(reader, context, run_text(reader->arena, node));
}

/* What follows a tab in a line of its own is on that line for want of room only. */
static void read_tab(struct reader *reader, struct xml_node *node, const struct step *step,
                     void *context)
{
    (void)node, (void)step;
    struct content *content = context;
    content->breaks = 0;
    add_text(reader, content, "\t");
}

static void read_hyphen(struct reader *reader, struct xml_node *node, const struct step *step,
                        void *context)
{
    (void)node, (void)step;
    add_text(reader, context, "-");
}

static void break_page(struct reader *reader, struct content *content)
{
    if (reader->depth)
        return;
    if (content->has_words) {
        end(reader, content);
        begin(reader, content);
    }
    reader->breaks_page = true;
}

static void read_break(struct reader *reader, struct xml_node *node, const struct step *step,
                       void *context)
{
    (void)step;
    struct content *content = context;
    if (text_equal(xml_get_local(node, "type"), "page"))
        break_page(reader, content);
    else if (!reader->in_codes)
        content->breaks++;
}

static void read_code(struct reader *reader, struct xml_node *node, const struct step *step,
                      void *context)
{
    (void)step, (void)context;
    code_mark_read(reader, node);
}

static const struct element run_elements[] = {
    {"t", read_text},
    {"tab", read_tab},
    {"br", read_break},
    {"cr", read_break},
    {"noBreakHyphen", read_hyphen},
    {"fldChar", read_code},
};

/* Italics, or the font that our style has for them. */
static bool is_emphasis(const struct reader *reader, const struct passage *passage,
                        const struct look *look)
{
    const struct font *emphasis = reader->style && passage->role != ROLE_COUNT
                                      ? reader->style->role[passage->role].emphasis
                                      : NULL;
    if (emphasis && text_equal(look->font, emphasis->name))
        return !text_equal(passage->look.font, look->font);
    return look->italic && !passage->look.italic;
}

static struct wear wear_of(const struct reader *reader, const struct passage *passage,
                           struct xml_node *node)
{
    struct look look = passage->look;
    styling_overlay(reader->styling, node, &look);
    enum role face =
        styling_face(reader->styling, property_value(property_below(node, "rPr"), "rStyle"));
    bool is_bold = look.bold && !passage->look.bold && face == ROLE_COUNT;
    return (struct wear){.font = look.font,
                         .color = look.color,
                         .size = look.size,
                         .bold = look.bold,
                         .marks = (is_bold ? RUN_BOLD : 0u) |
                                  (is_emphasis(reader, passage, &look) ? RUN_ITALIC : 0u),
                         .face = face != ROLE_COUNT ? face : passage->role};
}

static void read_run(struct reader *reader, struct xml_node *node, const struct step *step,
                     void *context)
{
    struct content *content = context;
    content->current = wear_of(reader, content->passage, node);
    elements_read(reader, node, step, run_elements, sizeof run_elements / sizeof *run_elements,
                  content);
}

/* what a paragraph holds */

static void read_inside(struct reader *reader, struct xml_node *node, const struct step *step,
                        void *context);

/* An empty control is a form field; one that is filled in is text. */
static void read_control(struct reader *reader, struct xml_node *node, const struct step *step,
                         void *context)
{
    struct content *content = context;
    struct xml_node *properties = property_below(node, "sdtPr");
    const char *tag = property_value(properties, "tag"), *id = property_value(properties, "id");
    struct slot outer = content->slot;
    content->slot = (struct slot){.open = true,
                                  .id = tag ? tag : outer.id,
                                  .is_hint = property_below(properties, "showingPlcHdr") != NULL};
    struct xml_node *inside = property_below(node, "sdtContent");
    if (inside)
        read_inside(reader, inside, step, content);
    if (!content->slot.filled)
        add_field(reader, content, content->slot.id ? content->slot.id : id,
                  property_value(properties, "alias"));
    content->slot = outer;
    content->slot.filled = true;
}

/* LibreOffice keeps no more of our form fields than their bookmarks. */
static void read_bookmark(struct reader *reader, struct xml_node *node, const struct step *step,
                          void *context)
{
    (void)reader, (void)step;
    struct content *content = context;
    const char *id = field_of_bookmark(xml_get_local(node, "name"));
    if (!id)
        return;
    if (!content->slot.open)
        content->slot =
            (struct slot){.open = true, .id = id, .bookmark = xml_get_local(node, "id")};
    else if (!content->slot.id)
        content->slot.id = id;
}

static void close_bookmark(struct reader *reader, struct content *content)
{
    if (content->slot.open && !content->slot.filled)
        add_field(reader, content, content->slot.id, NULL);
    content->slot = (struct slot){0};
}

static void read_bookmark_end(struct reader *reader, struct xml_node *node, const struct step *step,
                              void *context)
{
    (void)step;
    struct content *content = context;
    if (content->slot.bookmark && text_equal(xml_get_local(node, "id"), content->slot.bookmark))
        close_bookmark(reader, content);
}

/* What was deleted or moved away is left out. */
static const struct element paragraph_elements[] = {
    {"r", read_run},
    {"hyperlink", read_inside},
    {"ins", read_inside},
    {"moveTo", read_inside},
    {"smartTag", read_inside},
    {"customXml", read_inside},
    {"fldSimple", read_inside},
    {"dir", read_inside},
    {"bdo", read_inside},
    {"sdt", read_control},
    {"bookmarkStart", read_bookmark},
    {"bookmarkEnd", read_bookmark_end},
};

static void read_inside(struct reader *reader, struct xml_node *node, const struct step *step,
                        void *context)
{
    elements_read(reader, node, step, paragraph_elements,
                  sizeof paragraph_elements / sizeof *paragraph_elements, context);
}

static bool has_room(struct reader *reader, const struct xml_node *node)
{
    if (++reader->paragraphs <= LIMIT_PARAGRAPHS->now)
        return true;
    finding_add_limit(reader->findings, RULE_DOCX_PARAGRAPHS, xml_place(node), LIMIT_PARAGRAPHS,
                      NULL);
    reader->stopped = true;
    return false;
}

void paragraph_read(struct reader *reader, struct xml_node *node, const struct step *step,
                    struct flow *flow)
{
    if (!has_room(reader, node))
        return;
    struct content content = {
        .flow = flow, .node = node, .step = step, .number = next_number(reader, node)};
    begin(reader, &content);
    read_inside(reader, node, step, &content);
    close_bookmark(reader, &content);
    end(reader, &content);
}
