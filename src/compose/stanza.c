/* Fenced blocks that hold no Markdown. */
#include "compose/stanza.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

static struct arena *arena_of(const struct stanzas *stanzas)
{
    return stanzas->compiler->findings->arena;
}

void stanzas_report(struct stanzas *stanzas, const char *what, const char *english,
                    const char *chinese)
{
    REPORT(stanzas->compiler->findings, stanzas->kind->syntax, stanzas->place, what, english,
           chinese);
}

void stanzas_report_missing(struct stanzas *stanzas, struct place place, const char *what,
                            const char *english, const char *chinese)
{
    REPORT(stanzas->compiler->findings, stanzas->kind->incomplete, place, what, english, chinese);
}

struct xpath *stanzas_xpath(struct stanzas *stanzas, const char *source)
{
    return tag_compile(stanzas->compiler->tags, source, stanzas->place);
}

struct piece *stanzas_cell(struct stanzas *stanzas, const char *text)
{
    return cell_compile(stanzas->compiler, text, stanzas->place);
}

static void take_option(struct stanzas *stanzas, const char *name, const char *value)
{
    const struct stanza_kind *kind = stanzas->kind;
    if (!kind->set_option(stanzas->plan, name, value))
        stanzas_report(stanzas, arena_printf(arena_of(stanzas), "%s=\"%s\"", name, value),
                       kind->options[LANGUAGE_ENGLISH], kind->options[LANGUAGE_CHINESE]);
}

/* name="value" name="value" … */
static void read_info(struct stanzas *stanzas, const char *info)
{
    while (*(info += strspn(info, " \t"))) {
        size_t length = strcspn(info, "=");
        const char *open = info[length] ? info + length + 1 : NULL;
        const char *close = open && *open == '"' ? strchr(open + 1, '"') : NULL;
        if (!close) {
            stanzas_report(stanzas, info, "write name=\"value\"", "请写成 名称=\"值\"");
            stanzas->info_misread = true;
            return;
        }
        char *name = text_trim(arena_of(stanzas), arena_copy_n(arena_of(stanzas), info, length));
        take_option(stanzas, name,
                    arena_copy_n(arena_of(stanzas), open + 1, (size_t)(close - open - 1)));
        info = close + 1;
    }
}

static const struct stanza_line *find_line(const struct stanza_kind *kind, const char *entry,
                                           size_t length)
{
    for (const struct stanza_line *line = kind->lines; line < kind->lines + kind->count; line++)
        if (strlen(line->name) == length && strncmp(entry, line->name, length) == 0)
            return line;
    return NULL;
}

/* A line, and the indented lines that go on with it. */
static const char *take_entry(struct stanzas *stanzas, const char *text, char **entry)
{
    struct buffer out = buffer_on(arena_of(stanzas));
    size_t length = strcspn(text, "\n");
    buffer_add_n(&out, text, length);
    text += length + (text[length] == '\n');
    while (*text == ' ' || *text == '\t') {
        length = strcspn(text, "\n");
        char *line = text_trim(arena_of(stanzas), arena_copy_n(arena_of(stanzas), text, length));
        buffer_printf(&out, "\n%s", line);
        text += length + (text[length] == '\n');
    }
    *entry = out.length ? out.text : arena_copy(arena_of(stanzas), "");
    return text;
}

/* Moves to what stands behind the colon: it may begin in the next line. */
static void move_to_value(struct stanzas *stanzas, const char *entry, const char *value)
{
    for (; entry < value || (*entry && strchr(" \t\n", *entry)); entry++) {
        stanzas->place.column = *entry == '\n' ? 1 : stanzas->place.column + 1;
        stanzas->place.line += *entry == '\n';
    }
}

static void read_entry(struct stanzas *stanzas, char *entry)
{
    const struct stanza_kind *kind = stanzas->kind;
    size_t length = strcspn(entry, ":");
    const struct stanza_line *line = find_line(kind, entry, length);
    if (!line || !entry[length]) {
        kind->misread(stanzas->plan);
        stanzas_report(stanzas, entry, kind->known[LANGUAGE_ENGLISH],
                       kind->known[LANGUAGE_CHINESE]);
        return;
    }
    struct place start = stanzas->place;
    move_to_value(stanzas, entry, entry + length + 1);
    line->set(stanzas->plan, text_trim(arena_of(stanzas), entry + length + 1));
    stanzas->place = start;
}

static void read_stanzas(struct stanzas *stanzas, const char *text)
{
    bool begun = false;
    while (*text) {
        char *entry;
        const char *next = take_entry(stanzas, text, &entry);
        bool blank = text_is_blank(entry);
        if (!blank && !begun)
            stanzas->kind->begin(stanzas->plan);
        begun = !blank;
        if (!blank)
            read_entry(stanzas, entry);
        for (; text < next; text++)
            stanzas->place.line += *text == '\n';
    }
}

void stanzas_read(struct stanzas *stanzas, const char *info, const char *text)
{
    read_info(stanzas, info);
    stanzas->place.line++;
    read_stanzas(stanzas, text);
}
