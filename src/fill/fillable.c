/* Form fields: content controls inside bookmarks, as in every document of ours. */
#include "base/limits.h"
#include "base/text.h"
#include "docx/bookmark.h"
#include "docx/control.h"
#include "fill/play.h"

static void properties_play(struct player *player, const struct run *field, long number)
{
    size_t length;
    struct xml_writer *out = xml_fragment_new(player->out.arena);
    control_properties_write(out, player->out.arena, field, number);
    const char *bytes = xml_fragment_finish(out, &length);
    buffer_add_n(&player->out, bytes, length);
}

/* What is filled in looks like the tag; until then there is room for it. */
static void room_play(struct player *player, const struct op *op)
{
    bytes_play(player, op->head);
    bytes_play(player, op->middle);
    buffer_add(&player->out, "<w:t>　　　　</w:t></w:r>");
    player->seen = true;
}

void control_play(struct player *player, const struct op *op, const struct run *field)
{
    struct buffer *out = &player->out;
    long number = numbers_take(player->filling->numbers);
    buffer_printf(out, "<w:bookmarkStart w:id=\"%ld\" w:name=\"%s\"/><w:sdt>", number,
                  field_bookmark(out->arena, field->field));
    properties_play(player, field, number);
    buffer_add(out, "<w:sdtContent>");
    room_play(player, op);
    buffer_printf(out, "</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"%ld\"/>", number);
}

static const char *take_id(struct player *player, const struct mark *mark, struct scope scope)
{
    struct filling *filling = player->filling;
    struct arena *arena = filling->filler->arena;
    const char *given = tag_field_id(filling->filler->tags, &mark->tag, scope);
    if (!filler_settle(filling->filler, player->program->story, mark) || !given)
        return NULL;
    const char *id = field_ids_take(filling->field_ids, given);
    if (text_count(id) <= LIMIT_FIELD_ID)
        return id;
    REPORT_MARK(filling->filler, player->program->story, mark, RULE_TAG_FIELD, mark->tag.source, id,
                arena_printf(arena, "it is longer than %d characters", LIMIT_FIELD_ID),
                arena_printf(arena, "超过 %d 个字符", LIMIT_FIELD_ID));
    return NULL;
}

/* Where a text box stands in for another one the field would be there twice. */
void field_play(struct player *player, const struct op *op, struct scope scope)
{
    if (op->mark->twin) {
        room_play(player, op);
        return;
    }
    const struct tag_field *form = op->mark->tag.field;
    const char *id = take_id(player, op->mark, scope);
    struct run field = {.kind = RUN_FIELD,
                        .text = form->prompt,
                        .field = id,
                        .form = form->form.kind == FIELD_TEXT ? NULL : &form->form};
    if (id)
        control_play(player, op, &field);
}
