/* Findings in words: as a compiler prints them, and as JSON. */
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/text.h"

/* Escape sequences of ECMA-48 (SGR): bold, and the colours of the severities. */
static const char bold[] = "\033[1m", plain[] = "\033[0m";
static const char *const colors[] = {[SEVERITY_ERROR] = "\033[1;31m",
                                     [SEVERITY_WARNING] = "\033[1;35m",
                                     [SEVERITY_NOTE] = "\033[1;36m"};

static const char *const source_label[LANGUAGE_COUNT] = {"source: ", "依据："};

static void print_in(struct buffer *out, bool color, const char *sequence, const char *text)
{
    if (color)
        buffer_printf(out, "%s%s%s", sequence, text, plain);
    else
        buffer_add(out, text);
}

static char *place_text(struct arena *arena, const struct finding *finding, enum language language)
{
    struct buffer out = buffer_on(arena);
    struct place place = finding->place;
    if (place.file)
        buffer_add(&out, text_shown(arena, place.file));
    if (place.file && place.line > 0)
        buffer_printf(&out, ":%ld", place.line);
    if (place.file && place.line > 0 && place.column > 0)
        buffer_printf(&out, ":%ld", place.column);
    if (place.file)
        buffer_add(&out, ": ");
    if (finding->where)
        buffer_printf(&out, "%s: ", finding->where[language]);
    return arena_copy(arena, buffer_text(&out));
}

static void print_line(struct buffer *out, const char *line)
{
    if (line && *line)
        buffer_printf(out, "    %s\n", text_shown(out->arena, line));
}

static const char *fill_shown(struct arena *arena, const char *pattern, const char *const *values)
{
    return text_shown(arena, message_fill(arena, pattern, values));
}

/* The line of source, or the words that stand for it, and how much is before the column. */
static struct excerpt excerpt_of(struct arena *arena, const struct finding *finding)
{
    struct excerpt excerpt = file_excerpt(arena, finding->place);
    if (excerpt.line || !finding->quote)
        return excerpt;
    long column = finding->place.column;
    const char *at = text_after(finding->quote, column > 0 ? (size_t)column - 1 : 0);
    char *before = arena_copy_n(arena, finding->quote, (size_t)(at - finding->quote));
    return (struct excerpt){finding->quote, text_halves(before)};
}

static void print_excerpt(struct buffer *out, const struct finding *finding, bool color)
{
    struct excerpt excerpt = excerpt_of(out->arena, finding);
    print_line(out, excerpt.line);
    if (excerpt.line && *excerpt.line && finding->place.column > 0) {
        buffer_printf(out, "    %*s", (int)excerpt.halves, "");
        print_in(out, color, colors[message_of(finding->rule)->severity], "^");
        buffer_add(out, "\n");
    }
}

/* "" where it cannot be raised further. */
static char *raising(struct arena *arena, const struct limit *limit, enum language language)
{
    static const char *const words[LANGUAGE_COUNT] = {"--limit %s=N raises it (now %s, at most %s)",
                                                      "可用 --limit %s=N 放宽（现为 %s，最多 %s）"};
    if (!limit || limit->now >= limit->most)
        return arena_copy(arena, "");
    return arena_printf(arena, words[language], limit->name, limit_words(arena, limit->now, limit),
                        limit_words(arena, limit->most, limit));
}

char *finding_hint(struct arena *arena, const struct finding *finding, enum language language)
{
    static const char *const between[LANGUAGE_COUNT] = {"; ", "；"};
    const struct message *message = message_of(finding->rule);
    char *remedy = message_fill(arena, message->hint[language], finding->values);
    char *raise = raising(arena, finding->limit, language);
    return arena_printf(arena, "%s%s%s", remedy, *remedy && *raise ? between[language] : "", raise);
}

char *finding_print(struct arena *arena, const struct finding *finding, struct printing printing)
{
    const struct message *message = message_of(finding->rule);
    struct buffer out = buffer_on(arena);
    print_in(&out, printing.color, bold, place_text(arena, finding, printing.language));
    print_in(&out, printing.color, colors[message->severity],
             severity_word(message->severity, printing.language));
    buffer_printf(&out, ": %s [%s]\n",
                  fill_shown(arena, message->words[printing.language], finding->values),
                  message->id);
    print_excerpt(&out, finding, printing.color);
    print_line(&out, finding_hint(arena, finding, printing.language));
    if (message->source)
        buffer_printf(&out, "    %s%s\n", source_label[printing.language], message->source);
    return out.text;
}

char *finding_json(struct arena *arena, const struct finding *finding, enum language language)
{
    const struct message *message = message_of(finding->rule);
    const char *file = finding->place.file;
    struct json json = json_object(arena);
    json_string(&json, "rule", message->id);
    json_string(&json, "severity", severity_word(message->severity, LANGUAGE_ENGLISH));
    json_string(&json, "file", file ? text_printable(arena, file) : NULL); /* may be any bytes */
    json_number(&json, "line", finding->place.line);
    json_number(&json, "column", finding->place.column);
    json_string(&json, "where", finding->where ? finding->where[language] : NULL);
    json_string(&json, "path", finding->path);
    json_string(&json, "quote", finding->quote);
    json_string(&json, "message", message_fill(arena, message->words[language], finding->values));
    json_string(&json, "hint", finding_hint(arena, finding, language));
    json_string(&json, "source", message->source);
    return json_line(&json);
}
