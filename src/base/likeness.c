/* Likeness of wordings. */
#include "base/likeness.h"

#include "base/buffer.h"
#include "base/text.h"

enum { LIKE_LEAST = 70 }; /* per cent */

struct codes {
    uint32_t code[WORDING_MOST];
    size_t count;
};

static bool is_word(uint32_t code)
{
    return code_is_han(code) || code_is_latin(code);
}

const char *wording_key(struct arena *arena, const char *text)
{
    struct buffer key = buffer_on(arena);
    for (uint32_t code; (code = text_next(&text));)
        if (is_word(code))
            buffer_add_code(&key, code);
    return buffer_text(&key);
}

static bool codes_of(const char *text, struct codes *codes)
{
    codes->count = 0;
    for (uint32_t code; (code = text_next(&text));) {
        if (codes->count == WORDING_MOST)
            return false;
        codes->code[codes->count++] = code;
    }
    return codes->count > 0;
}

/* The length of the longest common subsequence, row by row. */
static size_t common(const struct codes *a, const struct codes *b)
{
    size_t row[WORDING_MOST + 1] = {0};
    for (size_t i = 0; i < a->count; i++) {
        size_t diagonal = 0;
        for (size_t j = 0; j < b->count; j++) {
            size_t above = row[j + 1];
            if (a->code[i] == b->code[j])
                row[j + 1] = diagonal + 1;
            else if (row[j] > above)
                row[j + 1] = row[j];
            diagonal = above;
        }
    }
    return row[b->count];
}

int wording_likeness(const char *a, const char *b)
{
    struct codes in_a, in_b;
    if (!codes_of(a, &in_a) || !codes_of(b, &in_b))
        return 0;
    return (int)(200 * common(&in_a, &in_b) / (in_a.count + in_b.count));
}

static bool ends_sentence(const char *text)
{
    return text_ends(text, "。");
}

bool wording_is_variant(struct arena *arena, const char *a, const char *b)
{
    const char *key_a = wording_key(arena, a), *key_b = wording_key(arena, b);
    return ends_sentence(a) == ends_sentence(b) && !text_equal(key_a, key_b) &&
           wording_likeness(key_a, key_b) >= LIKE_LEAST;
}
