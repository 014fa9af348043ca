/* f_ID */
#include "docx/bookmark.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

static const char prefix[] = "f_";

/* Word takes letters, digits and _ in the name of a bookmark. */
static bool is_word(uint32_t code)
{
    return code_is_latin(code) || code_is_han(code);
}

/* Word does not tell A from a. Where - and _ meet, the name would not tell which is which. */
static bool is_plain(const char *id)
{
    uint32_t previous = '_'; /* of the prefix */
    for (uint32_t code; (code = text_next(&id)); previous = code) {
        bool is_lower = is_word(code) && !(code >= 'A' && code <= 'Z');
        bool is_joint = (code == '-' || code == '_') && previous != '-' && previous != '_';
        if (!is_lower && !is_joint)
            return false;
    }
    return true;
}

static void add_words(struct buffer *out, const char *id)
{
    for (uint32_t code; (code = text_next(&id));)
        if (code == '_')
            buffer_add(out, "__");
        else
            buffer_add_code(out, is_word(code) ? code : '_');
}

static size_t bytes_of(const char *text, size_t characters)
{
    const char *at = text;
    while (characters-- > 0 && text_next(&at))
        ;
    return (size_t)(at - text);
}

/* The field's last part, as __score, if it is short. */
static const char *tail_of(const char *words)
{
    enum { TAIL_MOST = 14 };
    const char *tail = "";
    for (const char *at = words; (at = strstr(at, "__")); at += 2)
        tail = at;
    return text_count(tail) <= TAIL_MOST ? tail : "";
}

/* No plain name has three _ in a row, so none is as a shortened one. */
static const char *shortened(struct arena *arena, const char *id, const char *words)
{
    enum { HASH_DIGITS = 12, BITS_LEFT_OUT = 64 - 4 * HASH_DIGITS };
    const char *tail = tail_of(words);
    const char *middle = arena_printf(arena, "___%0*llx", HASH_DIGITS,
                                      (unsigned long long)(text_hash(id) >> BITS_LEFT_OUT));
    size_t room = BOOKMARK_MOST - strlen(prefix) - strlen(middle) - text_count(tail);
    size_t head = text_count(words) - text_count(tail);
    return arena_printf(arena, "%s%.*s%s%s", prefix,
                        (int)bytes_of(words, head < room ? head : room), words, middle, tail);
}

const char *field_bookmark(struct arena *arena, const char *id)
{
    struct buffer words = buffer_on(arena);
    add_words(&words, id);
    const char *name = arena_printf(arena, "%s%s", prefix, buffer_text(&words));
    bool is_whole = is_plain(id) && text_count(name) <= BOOKMARK_MOST;
    return is_whole ? name : shortened(arena, id, buffer_text(&words));
}

const char *field_of_bookmark(const char *name)
{
    return name && text_starts(name, prefix) ? name + strlen(prefix) : NULL;
}
