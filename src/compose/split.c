/* A template's lines become pieces: sections, partials, fenced blocks, and the Markdown between
 * them. */
#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/text.h"
#include "compose/template.h"

struct splitter {
    struct compiler *compiler;
    const char *at; /* what is left of the text */
    struct place place;
    int depth;
    bool line_is_paragraph;
    bool gave_up;          /* sections are nested too deep: their ends were not looked for */
    struct piece **end;    /* where the next piece goes */
    struct buffer segment; /* lines of Markdown that wait to be compiled */
    struct place segment_place;
};

static struct arena *arena_of(const struct splitter *splitter)
{
    return splitter->compiler->findings->arena;
}

/* The line at `at`, without its end; moves on. */
static char *take_line(struct splitter *splitter)
{
    size_t length = strcspn(splitter->at, "\n");
    char *line = arena_copy_n(arena_of(splitter), splitter->at, length);
    splitter->at += length + (splitter->at[length] == '\n');
    splitter->place.line++;
    splitter->place.column = 1;
    return line;
}

static void append(struct splitter *splitter, struct piece *pieces)
{
    *splitter->end = pieces;
    while (*splitter->end)
        splitter->end = &(*splitter->end)->next;
}

static struct piece *add_piece(struct splitter *splitter, enum piece_kind kind, struct place place)
{
    struct piece *piece = ARENA_NEW(arena_of(splitter), struct piece);
    piece->kind = kind;
    piece->place = place;
    piece->keeping = keeping_new(arena_of(splitter));
    append(splitter, piece);
    return piece;
}

static void add_placeholder(struct splitter *splitter, struct buffer *out, struct tag_list *tags,
                            const char *start, const char *end, struct place place)
{
    struct tag *tag = ARENA_NEW(arena_of(splitter), struct tag);
    *tag = tag_read(splitter->compiler->tags, start, end, place);
    if (tag->kind == TAG_COMMENT)
        return;
    if (tags->count == LIMIT_TAGS->now) {
        finding_add_limit(splitter->compiler->findings, RULE_TAG_COUNT, place, LIMIT_TAGS, NULL);
        return;
    }
    buffer_add_code(out, PLACEHOLDER_FIRST + (uint32_t)tags->count);
    tags->tag[tags->count++] = tag;
}

/* Moves a place over the text from `from` to `to`. */
static void advance(struct place *place, const char *from, const char *to)
{
    while (from < to) {
        bool line_end = *from == '\n';
        text_next(&from);
        place->line += line_end;
        place->column = line_end ? 1 : place->column + 1;
    }
}

static size_t count_tags(const char *text)
{
    size_t count = 0;
    const char *start, *end;
    for (; tag_find(text, &start, &end); text = end)
        count++;
    return count < LIMIT_TAGS->now ? count : LIMIT_TAGS->now;
}

/* Compiles the Markdown that waits: each tag becomes a placeholder first. */
static void flush(struct splitter *splitter)
{
    if (!splitter->segment.length)
        return;
    const char *text = splitter->segment.text, *start, *end;
    struct place place = splitter->segment_place;
    struct buffer out = buffer_on(arena_of(splitter));
    struct tag_list tags = {ARENA_ARRAY(arena_of(splitter), const struct tag *, count_tags(text)),
                            0};
    for (; tag_find(text, &start, &end); text = end) {
        advance(&place, text, start);
        buffer_add_n(&out, text, (size_t)(start - text));
        add_placeholder(splitter, &out, &tags, start, end, place);
        advance(&place, start, end);
    }
    buffer_add(&out, text);
    append(splitter,
           passages_compile(splitter->compiler, buffer_text(&out), splitter->segment_place, &tags));
    splitter->segment = buffer_on(arena_of(splitter));
}

static void add_to_segment(struct splitter *splitter, const char *line, struct place place)
{
    if (!splitter->segment.length)
        splitter->segment_place = place;
    buffer_add(&splitter->segment, line);
    buffer_add_char(&splitter->segment, '\n');
}

/* A line that holds one tag and nothing else; `start` and `end` are its braces. */
static bool is_lone_tag(const char *line, const char **start, const char **end)
{
    line += strspn(line, " \t");
    return text_starts(line, "{{") && tag_find(line, start, end) && text_is_blank(*end) &&
           (*end)[-1] == '}';
}

static bool cuts_text(char sign)
{
    return sign && strchr("#^/>!", sign);
}

static void split(struct splitter *splitter, const struct tag *open);

static void open_section(struct splitter *splitter, const struct tag *tag)
{
    struct piece *piece = add_piece(splitter, PIECE_SECTION, tag->place);
    piece->tag = tag;
    if (splitter->depth == LIMIT_SECTION_DEPTH) {
        char *most = arena_printf(arena_of(splitter), "%d", LIMIT_SECTION_DEPTH);
        REPORT(splitter->compiler->findings, RULE_TEMPLATE_DEPTH, tag->place, most);
        splitter->at = "";
        splitter->gave_up = true;
        return;
    }
    struct splitter inner = *splitter;
    inner.depth++;
    inner.end = &piece->children;
    inner.segment = buffer_on(arena_of(splitter));
    split(&inner, tag);
    splitter->at = inner.at;
    splitter->place = inner.place;
    splitter->gave_up = inner.gave_up;
}

/* Takes a tag that stands alone; false if it closes the section that is open. */
static bool take_lone_tag(struct splitter *splitter, const struct tag *tag, const struct tag *open)
{
    flush(splitter);
    switch (tag->kind) {
    case TAG_SECTION:
    case TAG_INVERTED:
        open_section(splitter, tag);
        break;
    case TAG_END:
        if (open)
            return false;
        finding_add(splitter->compiler->findings, RULE_TAG_UNOPENED, tag->place,
                    (const char *const[]){NULL});
        break;
    case TAG_PARTIAL:
        add_piece(splitter, PIECE_PARTIAL, tag->place)->tag = tag;
        break;
    default:
        break;
    }
    return true;
}

static void report_block(struct splitter *splitter, struct place place, const char *word)
{
    struct arena *arena = arena_of(splitter);
    static const char *const blocks[] = {"table", "chart"};
    enum { BLOCKS = sizeof blocks / sizeof *blocks };
    const char **known = ARENA_ARRAY(arena, const char *, ROLE_COUNT + BLOCKS);
    for (size_t i = 0; i < ROLE_COUNT; i++)
        known[i] = role_names()[i];
    memcpy(known + ROLE_COUNT, blocks, sizeof blocks);
    struct suggestion near = suggestion_near(arena, word, known, ROLE_COUNT + BLOCKS);
    if (!*near.words[LANGUAGE_ENGLISH])
        near = (struct suggestion){{"write table, chart, or a role of the style such as addressee",
                                    "请写 table、chart，或样式里的角色名，如 addressee"}};
    REPORT(splitter->compiler->findings, RULE_BLOCK_UNKNOWN, place, word,
           near.words[LANGUAGE_ENGLISH], near.words[LANGUAGE_CHINESE]);
}

/* The lines up to the closing fence. */
static const char *take_fenced(struct splitter *splitter, struct place place, const char *word)
{
    struct buffer text = buffer_on(arena_of(splitter));
    while (*splitter->at) {
        char *line = take_line(splitter);
        if (text_starts(line, "```") && text_is_blank(line + 3))
            return buffer_text(&text);
        buffer_add(&text, line);
        buffer_add_char(&text, '\n');
    }
    REPORT(splitter->compiler->findings, RULE_BLOCK_UNCLOSED, place,
           arena_printf(arena_of(splitter), "```%s", word), "```");
    return buffer_text(&text);
}

static void take_fence(struct splitter *splitter, const char *info, struct place place)
{
    flush(splitter);
    info = text_trim(arena_of(splitter), info);
    size_t length = strcspn(info, " \t");
    char *word = arena_copy_n(arena_of(splitter), info, length);
    struct place inner = {place.file, place.line + 1, 1};
    const char *text = take_fenced(splitter, place, word);
    enum role role = role_named(word);
    if (text_equal(word, "table")) {
        add_piece(splitter, PIECE_TABLE, place)->table =
            table_compile(splitter->compiler, info + length, text, place);
    } else if (text_equal(word, "chart")) {
        add_piece(splitter, PIECE_CHART, place)->chart =
            chart_compile(splitter->compiler, info + length, text, place);
    } else if (role == ROLE_COUNT) {
        report_block(splitter, place, word);
    } else {
        struct piece *piece = add_piece(splitter, PIECE_ROLE, place);
        piece->role = role;
        piece->children = pieces_compile(splitter->compiler, text, inner);
    }
}

static void split(struct splitter *splitter, const struct tag *open)
{
    while (*splitter->at) {
        struct place place = splitter->place;
        const char *line = take_line(splitter), *start, *end;
        if (text_starts(line, "```")) {
            take_fence(splitter, line + 3, place);
        } else if (is_lone_tag(line, &start, &end) && cuts_text(start[2])) {
            struct tag *tag = ARENA_NEW(arena_of(splitter), struct tag);
            place.column += (long)(start - line);
            *tag = tag_read(splitter->compiler->tags, start, end, place);
            if (!take_lone_tag(splitter, tag, open))
                return;
        } else {
            add_to_segment(splitter, line, place);
            if (splitter->line_is_paragraph)
                flush(splitter);
        }
    }
    flush(splitter);
    if (open && !splitter->gave_up)
        REPORT(splitter->compiler->findings, RULE_TAG_UNCLOSED, open->place, open->source);
}

static struct piece *compile(struct compiler *compiler, const char *text, struct place place,
                             bool line_is_paragraph)
{
    struct piece *first = NULL;
    struct splitter splitter = {
        .compiler = compiler,
        .at = text,
        .place = place,
        .line_is_paragraph = line_is_paragraph,
        .end = &first,
        .segment = buffer_on(compiler->findings->arena),
    };
    split(&splitter, NULL);
    return first;
}

struct piece *pieces_compile(struct compiler *compiler, const char *text, struct place place)
{
    return compile(compiler, text, place, false);
}

struct piece *cell_compile(struct compiler *compiler, const char *text, struct place place)
{
    return compile(compiler, text, place, true);
}

static bool front_matter_ends(const char *text)
{
    while ((text = strstr(text, "\n---"))) {
        text += 4 + strspn(text + 4, " \t");
        if (!*text || *text == '\n')
            return true;
    }
    return false;
}

/* The level of "continue: 3", which is all that front matter may say; 0 if it says something else.
 */
static int continued_level(struct arena *arena, const char *line)
{
    if (!text_starts(line, "continue:"))
        return 0;
    const char *level = text_trim(arena, line + strlen("continue:"));
    return *level >= '1' && *level <= '4' && !level[1] ? *level - '0' : 0;
}

static void take_front_matter(struct splitter *splitter, struct template *template)
{
    struct findings *findings = splitter->compiler->findings;
    if (!text_starts(splitter->at, "---\n"))
        return;
    if (!front_matter_ends(splitter->at)) {
        REPORT(findings, RULE_BLOCK_UNCLOSED, splitter->place, "---", "---");
        splitter->at = "";
        return;
    }
    take_line(splitter);
    for (;;) {
        struct place place = splitter->place;
        const char *line = text_trim(arena_of(splitter), take_line(splitter));
        int level = continued_level(arena_of(splitter), line);
        if (text_equal(line, "---"))
            return;
        if (level)
            template->continues[level] = true;
        else if (*line)
            REPORT(findings, RULE_TEMPLATE_FRONT_MATTER, place, line);
    }
}

struct template *template_compile(struct compiler *compiler, const char *path, const char *text)
{
    struct template *template = ARENA_NEW(compiler->findings->arena, struct template);
    struct splitter splitter = {.compiler = compiler, .at = text, .place = {path, 1, 1}};
    template->path = path;
    take_front_matter(&splitter, template);
    template->pieces = pieces_compile(compiler, splitter.at, splitter.place);
    return template;
}
