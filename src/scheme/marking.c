/* Two versions of a text in one: a longest common subsequence of their words. */
#include "scheme/marking.h"

#include <stdint.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "word/word.h"

struct words {
    const char *text;
    size_t *start; /* one more ends the last */
    size_t count;
};

/* What stands in place of each other: words from first up to end of either text. */
struct stretch {
    size_t first, end;
};
struct change {
    struct stretch old, new;
};
struct changes {
    struct change *change;
    size_t count;
};

static bool starts_name(const char *text, size_t at)
{
    static const char comma[] = "、";
    size_t length = strlen(comma);
    return text_starts(text + at, comma) ||
           (at >= length && strncmp(text + at - length, comma, length) == 0);
}

static struct words words_of(struct arena *arena, enum grain grain, const char *text)
{
    size_t length = strlen(text);
    const bool *starts = grain == GRAIN_WORD ? word_starts(arena, text) : NULL;
    struct words words = {text, ARENA_ARRAY(arena, size_t, length + 1), 0};
    for (size_t at = 0; at < length; at++)
        if (at == 0 || (starts && starts[at]) || (grain == GRAIN_NAME && starts_name(text, at)))
            words.start[words.count++] = at;
    words.start[words.count] = length;
    return words;
}

static size_t bytes_of(const struct words *words, struct stretch stretch)
{
    return words->start[stretch.end] - words->start[stretch.first];
}

static const char *text_at(const struct words *words, struct stretch stretch)
{
    return words->text + words->start[stretch.first];
}

static bool is_same(const struct words *a, struct stretch in_a, const struct words *b,
                    struct stretch in_b)
{
    size_t length = bytes_of(a, in_a);
    return length == bytes_of(b, in_b) && memcmp(text_at(a, in_a), text_at(b, in_b), length) == 0;
}

static bool same_word(const struct words *a, size_t i, const struct words *b, size_t j)
{
    return is_same(a, (struct stretch){i, i + 1}, b, (struct stretch){j, j + 1});
}

static bool has_both(const struct change *change)
{
    return change->old.first < change->old.end && change->new.first < change->new.end;
}

/* All but what both begin and end with. */
static struct change narrow(const struct words *old, const struct words *new)
{
    struct change all = {{0, old->count}, {0, new->count}};
    while (has_both(&all) && same_word(old, all.old.first, new, all.new.first)) {
        all.old.first++;
        all.new.first++;
    }
    while (has_both(&all) && same_word(old, all.old.end - 1, new, all.new.end - 1)) {
        all.old.end--;
        all.new.end--;
    }
    return all;
}

struct comparison {
    const struct words *old, *new;
    struct change all;
    uint16_t *lengths; /* of the longest common subsequence from word i of old and j of new on */
    size_t columns;
};

static uint16_t *length_at(const struct comparison *c, size_t i, size_t j)
{
    return &c->lengths[(i - c->all.old.first) * c->columns + (j - c->all.new.first)];
}

/* Whether either text has the same word there. */
static bool is_common(const struct comparison *c, size_t i, size_t j)
{
    bool inside = i < c->all.old.end && j < c->all.new.end;
    return inside && same_word(c->old, i, c->new, j);
}

static void fill_lengths(const struct comparison *c)
{
    for (size_t i = c->all.old.end + 1; i-- > c->all.old.first;)
        for (size_t j = c->all.new.end + 1; j-- > c->all.new.first;) {
            uint16_t below = i < c->all.old.end ? *length_at(c, i + 1, j) : 0;
            uint16_t right = j < c->all.new.end ? *length_at(c, i, j + 1) : 0;
            uint16_t best = below > right ? below : right;
            if (is_common(c, i, j))
                best = (uint16_t)(*length_at(c, i + 1, j + 1) + 1);
            *length_at(c, i, j) = best;
        }
}

/* One step further in the old text, or in the new one. */
static bool takes_old(const struct comparison *c, size_t i, size_t j)
{
    if (j == c->all.new.end)
        return true;
    return i < c->all.old.end && *length_at(c, i + 1, j) >= *length_at(c, i, j + 1);
}

static void list_changes(const struct comparison *c, struct changes *changes)
{
    size_t i = c->all.old.first, j = c->all.new.first;
    while (i < c->all.old.end || j < c->all.new.end) {
        struct change change = {{i, i}, {j, j}};
        while ((i < c->all.old.end || j < c->all.new.end) && !is_common(c, i, j))
            *(takes_old(c, i, j) ? &i : &j) += 1;
        change.old.end = i;
        change.new.end = j;
        changes->change[changes->count++] = change;
        for (; is_common(c, i, j); j++)
            i++;
    }
}

/* A single character between two replacements is no help to the reader. */
static bool hardly_apart(const struct words *old, const struct change *a, const struct change *b)
{
    struct stretch between = {a->old.end, b->old.first};
    const char *text = text_at(old, between), *next = text;
    text_next(&next);
    return has_both(a) && has_both(b) && (size_t)(next - text) == bytes_of(old, between);
}

/* Joins what is hardly apart; drops what was only divided differently into words. */
static void tidy(const struct words *old, const struct words *new, struct changes *changes)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        struct change change = changes->change[i];
        if (is_same(old, change.old, new, change.new))
            continue;
        if (count && hardly_apart(old, &changes->change[count - 1], &change)) {
            changes->change[count - 1].old.end = change.old.end;
            changes->change[count - 1].new.end = change.new.end;
        } else {
            changes->change[count++] = change;
        }
    }
    changes->count = count;
}

static struct changes changes_of(struct arena *arena, const struct words *old,
                                 const struct words *new)
{
    struct comparison c = {.old = old, .new = new, .all = narrow(old, new)};
    size_t rows = c.all.old.end - c.all.old.first, columns = c.all.new.end - c.all.new.first;
    struct changes changes = {ARENA_ARRAY(arena, struct change, rows + columns + 1), 0};
    if (rows > LIMIT_WORDS_COMPARED->now || columns > LIMIT_WORDS_COMPARED->now) {
        changes.change[changes.count++] = c.all;
        return changes;
    }
    c.columns = columns + 1;
    c.lengths = ARENA_ARRAY(arena, uint16_t, (rows + 1) * c.columns);
    fill_lengths(&c);
    list_changes(&c, &changes);
    tidy(old, new, &changes);
    return changes;
}

static void add_stretch(struct arena *arena, struct xml_node *node, const char *mark,
                        const struct words *words, struct stretch stretch)
{
    if (stretch.first == stretch.end)
        return;
    const char *text = arena_copy_n(arena, text_at(words, stretch), bytes_of(words, stretch));
    if (mark)
        xml_add_with_text(node, mark, text);
    else
        xml_add_text(node, text);
}

static void mark_changes(struct arena *arena, struct xml_node *node, enum grain grain,
                         const char *old, const char *new)
{
    struct words old_words = words_of(arena, grain, old);
    struct words new_words = words_of(arena, grain, new);
    struct changes changes = changes_of(arena, &old_words, &new_words);
    size_t told = 0; /* words of the new text */
    for (size_t i = 0; i < changes.count; i++) {
        const struct change *change = &changes.change[i];
        add_stretch(arena, node, NULL, &new_words, (struct stretch){told, change->new.first});
        add_stretch(arena, node, "del", &old_words, change->old);
        add_stretch(arena, node, "ins", &new_words, change->new);
        told = change->new.end;
    }
    add_stretch(arena, node, NULL, &new_words, (struct stretch){told, new_words.count});
}

/* The words of long texts take much: what they took is given back at once. */
void mark_versions(struct xml_node *node, enum grain grain, const char *old, const char *new)
{
    if (strcmp(old, new) == 0) {
        xml_add_text(node, new);
        return;
    }
    struct arena *arena = arena_new();
    mark_changes(arena, node, grain, old, new);
    arena_free(arena);
}
