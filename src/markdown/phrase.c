/* The words of a paragraph. */
#include "markdown/phrase.h"

#include <string.h>

#include "base/text.h"

struct phrase phrase_on(struct arena *arena)
{
    return (struct phrase){.arena = arena};
}

void phrase_add(struct phrase *phrase, uint32_t code, unsigned marks)
{
    if (phrase->count == phrase->room) {
        phrase->room = phrase->room ? phrase->room * 2 : 16;
        struct letter *letters = ARENA_ARRAY(phrase->arena, struct letter, phrase->room);
        if (phrase->count)
            memcpy(letters, phrase->letters, phrase->count * sizeof *letters);
        phrase->letters = letters;
    }
    phrase->letters[phrase->count++] = (struct letter){code, marks};
}

static bool is_white(uint32_t code)
{
    return code == '\t' || code == '\n' || code == '\r';
}

void phrase_add_text(struct phrase *phrase, const char *text, unsigned marks)
{
    for (uint32_t code; (code = text_next(&text));)
        phrase_add(phrase, is_white(code) ? ' ' : code, marks);
}

static void add_field(struct phrase *phrase, const struct run *field)
{
    bool prompted = field->text && !text_is_blank(field->text);
    phrase_add_text(phrase, "＿", field->marks);
    phrase_add_text(phrase, prompted ? field->text : "＿＿", field->marks);
    phrase_add_text(phrase, "＿", field->marks);
}

void phrase_add_runs(struct phrase *phrase, const struct run *first, const struct run *end)
{
    for (const struct run *run = first; run && run != end; run = run->next)
        switch (run->kind) {
        case RUN_TEXT:
            phrase_add_text(phrase, run->text, run->marks);
            break;
        case RUN_BREAK:
            if (!run->computed)
                phrase_add(phrase, '\n', 0);
            break;
        case RUN_FIELD:
            add_field(phrase, run);
            break;
        }
}

static void drop_blanks_at_end(struct phrase *phrase)
{
    while (phrase->count && phrase->letters[phrase->count - 1].code == ' ')
        phrase->count--;
}

static void trim_lines(struct phrase *phrase)
{
    size_t count = phrase->count;
    phrase->count = 0;
    for (size_t i = 0; i < count; i++) {
        struct letter letter = phrase->letters[i];
        if (letter.code == '\n')
            drop_blanks_at_end(phrase);
        bool at_start = !phrase->count || phrase->letters[phrase->count - 1].code == '\n';
        bool drop = letter.code == ' ' ? at_start : letter.code == '\n' && !phrase->count;
        if (!drop)
            phrase->letters[phrase->count++] = letter;
    }
    while (phrase->count && is_white(phrase->letters[phrase->count - 1].code))
        phrase->count--;
    drop_blanks_at_end(phrase);
}

/* Zs of Unicode: beside such a character CommonMark neither opens nor closes emphasis. */
static bool is_blank(uint32_t code)
{
    return code == ' ' || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

static size_t stretch_end(const struct phrase *phrase, size_t from, size_t to, unsigned mark)
{
    unsigned marks = phrase->letters[from].marks & mark;
    while (from < to && (phrase->letters[from].marks & mark) == marks)
        from++;
    return from;
}

static void unmark_outer_blanks(struct phrase *phrase, unsigned mark)
{
    for (size_t i = 0, end; i < phrase->count; i = end) {
        end = stretch_end(phrase, i, phrase->count, mark);
        size_t first = i, last = end;
        while (first < last && is_blank(phrase->letters[first].code))
            phrase->letters[first++].marks &= ~mark;
        while (last > first && is_blank(phrase->letters[last - 1].code))
            phrase->letters[--last].marks &= ~mark;
    }
}

/* Outermost first. */
static const unsigned marks[] = {RUN_INSERTED, RUN_DELETED, RUN_BOLD, RUN_ITALIC};
enum { MARKS = sizeof marks / sizeof *marks };

void phrase_tidy(struct phrase *phrase)
{
    trim_lines(phrase);
    unmark_outer_blanks(phrase, RUN_BOLD);
    unmark_outer_blanks(phrase, RUN_ITALIC);
}

void phrase_join_lines(struct phrase *phrase)
{
    size_t count = phrase->count;
    phrase->count = 0;
    for (size_t i = 0; i < count; i++) {
        struct letter letter = phrase->letters[i];
        if (letter.code == '\n') {
            uint32_t before = phrase->letters[phrase->count - 1].code;
            uint32_t after = phrase->letters[i + 1].code;
            if (before == ' ' || (code_is_wide(before) && (code_is_wide(after) || after == '\n')))
                continue;
            letter.code = ' ';
        }
        phrase->letters[phrase->count++] = letter;
    }
}

struct walk {
    const struct phrase *phrase;
    const struct phrase_steps *steps;
    void *context;
};

static void walk_stretch(const struct walk *walk, size_t from, size_t to, size_t depth)
{
    if (depth == MARKS) {
        walk->steps->text(walk->context, walk->phrase->letters + from, to - from);
        return;
    }
    for (size_t i = from, end; i < to; i = end) {
        end = stretch_end(walk->phrase, i, to, marks[depth]);
        bool marked = walk->phrase->letters[i].marks & marks[depth];
        if (marked)
            walk->steps->mark(walk->context, marks[depth], true);
        walk_stretch(walk, i, end, depth + 1);
        if (marked)
            walk->steps->mark(walk->context, marks[depth], false);
    }
}

void phrase_walk(const struct phrase *phrase, const struct phrase_steps *steps, void *context)
{
    walk_stretch(&(struct walk){phrase, steps, context}, 0, phrase->count, 0);
}
