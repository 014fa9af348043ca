/* What each op writes. */
#include "fill/play.h"

#include <string.h>

#include "base/limits.h"
#include "base/text.h"

static struct arena *arena_of(const struct player *player)
{
    return player->filling->filler->arena;
}

void bytes_play(struct player *player, struct bytes bytes)
{
    if (bytes.length)
        buffer_add_n(&player->out, bytes.at, bytes.length);
}

/* Takes back what was written since. */
static void take_back(struct player *player, size_t length)
{
    player->out.length = length;
    if (player->out.text)
        player->out.text[length] = '\0';
}

static void see(struct arena *arena, struct sight *sight, const struct xpath_value *value)
{
    const char *text = tag_text(arena, value);
    bool is_nodes = value->kind == VALUE_NODES;
    sight->count += is_nodes ? value->count : *text != '\0';
    if (!sight->first && *text)
        sight->first = text;
}

bool mark_run(struct player *player, const struct mark *mark, struct scope scope,
              struct xpath_value *value)
{
    struct filler *filler = player->filling->filler;
    const struct tag *tag = &mark->tag;
    bool done = tag_run(filler->tags, tag->xpath, tag->expression, tag->place, scope, value);
    filler_settle(filler, player->program->story, mark);
    if (done && mark->sight)
        see(arena_of(player), mark->sight, value);
    return done;
}

/* values */

static void text_play(struct player *player, const char *text, size_t length)
{
    text_escape(&player->out, text, length);
}

/* A line end is a break, a tab an element of its own. */
static void lines_play(struct player *player, const char *text)
{
    for (const char *line = text;;) {
        size_t length = strcspn(line, "\n\t");
        text_play(player, line, length);
        if (!line[length])
            return;
        buffer_printf(&player->out, "</w:t><w:%s/><w:t xml:space=\"preserve\">",
                      line[length] == '\n' ? "br" : "tab");
        line += length + 1;
    }
}

void empty_report(struct player *player, const struct mark *mark, struct scope scope)
{
    const char *file = xml_file(scope.node);
    REPORT_MARK(player->filling->filler, player->program->story, mark, RULE_FILL_EMPTY,
                mark->tag.source, xml_path(arena_of(player), scope.node), file ? file : "");
}

static void value_play(struct player *player, const struct op *op, struct scope scope)
{
    struct filler *filler = player->filling->filler;
    struct xpath_value value;
    if (!mark_run(player, op->mark, scope, &value))
        return;
    const char *text = tag_print(filler->tags, &op->mark->tag, &value);
    if (!filler_settle(filler, player->program->story, op->mark) || !text)
        return;
    if (!*text && op->mark->tag.kind == TAG_VALUE)
        empty_report(player, op->mark, scope);
    if (op->is_plain)
        text_play(player, text, strlen(text));
    else
        lines_play(player, text);
}

/* sections */

static bool has_turns(struct player *player, const struct mark *mark, size_t count)
{
    struct filling *filling = player->filling;
    bool was_within = filling->turns <= LIMIT_TURNS->now;
    filling->turns += count;
    if (was_within && filling->turns > LIMIT_TURNS->now)
        filler_report_limit(filling->filler, player->program->story, mark, RULE_TEMPLATE_TURNS,
                            LIMIT_TURNS);
    return filling->turns <= LIMIT_TURNS->now;
}

/* From the second turn on; how they went on before is kept. */
static void begin_lists(struct player *player, const struct op *op, size_t turn, long *before)
{
    for (size_t i = 0; turn > 0 && i < op->number; i++) {
        long was = restarts_begin(player->filling->restarts, op->lists[i]);
        before[i] = turn == 1 ? was : before[i];
    }
}

static void repeat(struct player *player, const struct op *op, const struct xpath_value *nodes)
{
    if (!has_turns(player, op->mark, nodes->count))
        return;
    long *before = ARENA_ARRAY(arena_of(player), long, op->number);
    for (size_t i = 0; i < nodes->count; i++) {
        begin_lists(player, op, i, before);
        ops_play(player, op->children,
                 (struct scope){nodes->nodes[i], (long)i + 1, (long)nodes->count});
    }
    for (size_t i = 0; nodes->count > 1 && i < op->number; i++)
        restarts_resume(player->filling->restarts, op->lists[i], before[i]);
}

static void section_play(struct player *player, const struct op *op, struct scope scope)
{
    struct xpath_value value;
    if (!mark_run(player, op->mark, scope, &value))
        return;
    if (op->mark->tag.kind == TAG_INVERTED ? !xpath_boolean(&value)
                                           : value.kind != VALUE_NODES && xpath_boolean(&value))
        ops_play(player, op->children, scope);
    else if (op->mark->tag.kind == TAG_SECTION && value.kind == VALUE_NODES)
        repeat(player, op, &value);
}

/* what goes where nothing is in it */

static void bytes_op_play(struct player *player, const struct op *op, struct scope scope)
{
    (void)scope;
    bytes_play(player, op->head);
    player->seen |= op->is_seen;
}

static void string_play(struct player *player, const char *text)
{
    buffer_add(&player->out, text);
}

/* Children between two stretches, or nothing. */
static bool between_play(struct player *player, struct bytes head, const struct op *op,
                         const char *tail, struct scope scope)
{
    size_t start = player->out.length;
    bytes_play(player, head);
    size_t inside = player->out.length;
    ops_play(player, op->children, scope);
    bool is_empty = player->out.length == inside;
    if (is_empty)
        take_back(player, start);
    else
        string_play(player, tail);
    return !is_empty;
}

static void text_op_play(struct player *player, const struct op *op, struct scope scope)
{
    static const char open[] = "<w:t xml:space=\"preserve\">";
    between_play(player, (struct bytes){open, sizeof open - 1}, op, "</w:t>", scope);
}

static void run_play(struct player *player, const struct op *op, struct scope scope)
{
    player->seen |= between_play(player, op->head, op, "</w:r>", scope);
}

static void paragraph_play(struct player *player, const struct op *op, struct scope scope)
{
    size_t start = player->out.length;
    bool seen = player->seen;
    player->seen = op->is_seen;
    ops_play(player, op->children, scope);
    bytes_play(player, op->tail);
    if (!player->seen)
        take_back(player, start);
    player->seen |= seen;
}

/* holders */

/* Blanks that the template has between its elements are nothing. */
bool is_blank_since(const struct player *player, size_t length)
{
    const char *text = player->out.text ? player->out.text + length : "";
    return text_is_blank(text);
}

/* The length of what is written without blanks and ends of bookmarks. */
static size_t length_without_marks(const struct buffer *out)
{
    static const char mark[] = "<w:bookmarkEnd ";
    size_t length = out->length;
    for (;;) {
        while (length && strchr(" \t\r\n", out->text[length - 1]))
            length--;
        size_t start = length;
        while (start && out->text[start - 1] != '<')
            start--;
        if (!start || strncmp(out->text + start - 1, mark, sizeof mark - 1) != 0)
            return length;
        length = start - 1;
    }
}

bool ends_with_table(const struct player *player)
{
    static const char end[] = "</w:tbl>";
    size_t length = length_without_marks(&player->out), size = sizeof end - 1;
    return length > size && memcmp(player->out.text + length - size, end, size) == 0;
}

void blank_play(struct player *player, const struct op *op)
{
    string_play(player, "<w:p>");
    bytes_play(player, op->properties);
    string_play(player, "</w:p>");
}

/* A cell ends with a paragraph; tables that meet would become one. */
static void mend(struct player *player, const struct op *op, size_t start, size_t inside)
{
    bool is_empty = is_blank_since(player, inside);
    if (is_empty && op->mending == MEND_DROP)
        take_back(player, start);
    else if (op->mending == MEND_PARAGRAPH && (is_empty || ends_with_table(player)))
        blank_play(player, op);
}

static void holder_play(struct player *player, const struct op *op, struct scope scope)
{
    struct above *above = player->above;
    size_t start = player->out.length;
    player->above = NULL;
    if (op->is_plain && ends_with_table(player))
        string_play(player, "<w:p/>");
    ops_play(player, op->before, scope);
    size_t inside = player->out.length;
    ops_play(player, op->children, scope);
    mend(player, op, start, inside);
    if (player->out.length > start)
        bytes_play(player, op->tail);
    player->above = above;
}

/* what may stand only once */

static void once_play(struct player *player, const struct op *op, struct scope scope)
{
    (void)scope;
    if (!player->done[op->slot])
        bytes_play(player, op->head);
    player->done[op->slot] = true;
}

static void attribute_play(struct player *player, const struct op *op, long number)
{
    bytes_play(player, op->head);
    buffer_printf(&player->out, "\"%ld\"", number);
}

/* The first keeps the number that it has. */
static void number_play(struct player *player, const struct op *op, struct scope scope)
{
    (void)scope;
    long number = (long)op->number;
    attribute_play(player, op,
                   player->done[op->slot] ? numbers_take(player->filling->numbers) : number);
    player->done[op->slot] = true;
}

static void list_play(struct player *player, const struct op *op, struct scope scope)
{
    (void)scope;
    attribute_play(player, op, restarts_number(player->filling->restarts, (long)op->number));
}

void ops_play(struct player *player, const struct op *ops, struct scope scope)
{
    static void (*const play[])(struct player *, const struct op *, struct scope) = {
        [OP_BYTES] = bytes_op_play, [OP_VALUE] = value_play,   [OP_SECTION] = section_play,
        [OP_TEXT] = text_op_play,   [OP_RUN] = run_play,       [OP_PARAGRAPH] = paragraph_play,
        [OP_HOLDER] = holder_play,  [OP_ROW] = row_play,       [OP_CELL] = cell_play,
        [OP_ONCE] = once_play,      [OP_NUMBER] = number_play, [OP_LIST] = list_play,
        [OP_PHRASE] = phrase_play,  [OP_BLOCKS] = blocks_play, [OP_FIELD] = field_play,
    };
    for (const struct op *op = ops; op; op = op->next)
        play[op->kind](player, op, scope);
}

struct buffer program_play(struct filling *filling, const struct program *program,
                           struct scope scope)
{
    struct player player = {
        .filling = filling,
        .program = program,
        .out = buffer_on(filling->filler->arena),
        .done = ARENA_ARRAY(filling->filler->arena, bool, program->slots),
    };
    ops_play(&player, program->ops, scope);
    return player.out;
}
