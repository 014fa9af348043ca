/* UTF-8 text. */
#include "base/text.h"

#include <string.h>

#include "base/buffer.h"

uint32_t text_next_rare(const char **text)
{
    const unsigned char *p = (const unsigned char *)*text;
    size_t length = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (!p[0])
        return 0;
    uint32_t code = length == 1 ? p[0] : p[0] & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if (!byte_follows(p[i])) {
            length = i;
            break;
        }
        code = code << 6 | (p[i] & 0x3Fu);
    }
    *text += length;
    return code;
}

const char *text_back(const char *start, const char *at)
{
    while (at > start && byte_follows((unsigned char)*--at))
        continue;
    return at;
}

uint32_t text_before(const char *start, const char *at)
{
    const char *back = text_back(start, at);
    return back < at ? text_next(&back) : 0;
}

size_t text_encode(uint32_t code, char bytes[4])
{
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    bytes[0] = (char)(lead[length] | code);
    return length;
}

size_t text_count(const char *text)
{
    size_t count = 0;
    while (text_next(&text))
        count++;
    return count;
}

/* Bytes that a lead byte announces (Unicode, table 3-7); 0 where it leads nothing. */
static size_t length_led_by(unsigned char lead)
{
    if (lead < 0xE0)
        return lead < 0xC2 ? 0 : 2;
    return lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

/* Whether the second byte may follow the first: nothing in more bytes than it needs, no surrogate,
 * nothing above U+10FFFF. */
static bool second_follows(unsigned char lead, unsigned char second)
{
    unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
}

/* U+FFFE and U+FFFF, of all that takes three bytes, are no Char of XML 1.0 (production 2). */
static bool is_no_character(const unsigned char *p)
{
    return p[0] == 0xEF && p[1] == 0xBF && p[2] >= 0xBE;
}

size_t text_character_rare(const char *text, size_t left)
{
    const unsigned char *p = (const unsigned char *)text;
    if (!left)
        return 0;
    if (p[0] < 0x80)
        return p[0] >= 0x20 || p[0] == '\t' || p[0] == '\n' || p[0] == '\r';
    size_t length = length_led_by(p[0]);
    if (!length || left < length || !second_follows(p[0], p[1]))
        return 0;
    for (size_t i = 2; i < length; i++)
        if (!byte_follows(p[i]))
            return 0;
    return length == 3 && is_no_character(p) ? 0 : length;
}

/* Whether the eight bytes at `text` all are printable ASCII, or DEL: no bit above them is set, and
 * nothing is borrowed from it where a blank is taken off each. */
static bool eight_are_plain(const char *text)
{
    const uint64_t high = 0x8080808080808080, blanks = 0x2020202020202020;
    uint64_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    return ((bytes | (bytes - blanks)) & high) == 0;
}

/* Where ASCII stands there mostly is more of it. */
size_t text_first_invalid(const char *text, size_t length)
{
    size_t i = 0;
    for (size_t step; (step = text_character(text + i, length - i));) {
        i += step;
        while (step == 1 && length - i >= sizeof(uint64_t) && eight_are_plain(text + i))
            i += sizeof(uint64_t);
    }
    return i;
}

const char *text_printable(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text);
    size_t length = strlen(copy);
    for (size_t at = 0; (at += text_first_invalid(copy + at, length - at)) < length;)
        copy[at] = '?';
    return copy;
}

bool code_is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x61C ||
           (code >= 0x200E && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

const char *text_shown(struct arena *arena, const char *text)
{
    struct buffer shown = buffer_on(arena);
    text = text_printable(arena, text);
    for (uint32_t code; (code = text_next(&text));)
        buffer_add_code(&shown, code_is_control(code) && code != '\t' ? '?' : code);
    return buffer_text(&shown);
}

bool code_is_wide(uint32_t code)
{
    if (code_is_han(code))
        return true;
    switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2014:
    case 0x2026:
        return true;
    default:
        return (code >= 0x3000 && code <= 0x30FF) || (code >= 0xFF01 && code <= 0xFF60) ||
               (code >= 0xFFE0 && code <= 0xFFE6);
    }
}

long text_halves(const char *text)
{
    long halves = 0;
    for (uint32_t code; (code = text_next(&text));)
        halves += code_is_wide(code) ? 2 : 1;
    return halves;
}

static bool code_is_space(uint32_t code)
{
    return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0x3000;
}

/* UTF-8 finds itself: no character's bytes stand across two others. */
bool code_is_one_of(uint32_t code, const char *set)
{
    char bytes[5] = {0};
    text_encode(code, bytes);
    return code && strstr(set, bytes);
}

bool code_is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

bool code_is_latin(uint32_t code)
{
    return code_is_digit(code) || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

bool text_has_digit(const char *text)
{
    return text[strcspn(text, "0123456789")];
}

bool text_is_blank(const char *text)
{
    uint32_t code;
    while ((code = text_next(&text)))
        if (!code_is_space(code))
            return false;
    return true;
}

bool text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool text_ends(const char *text, const char *ending)
{
    size_t length = strlen(text), tail = strlen(ending);
    return length >= tail && strcmp(text + length - tail, ending) == 0;
}

bool text_equal(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool text_starts_any(const char *text, const char *const *words)
{
    while (*words && !text_starts(text, *words))
        words++;
    return *words;
}

bool text_ends_any(const char *text, const char *const *words)
{
    while (*words && !text_ends(text, *words))
        words++;
    return *words;
}

bool text_has_any(const char *text, const char *const *words)
{
    while (*words && !strstr(text, *words))
        words++;
    return *words;
}

const char *text_in_one_line(struct arena *arena, const char *text)
{
    struct buffer line = buffer_on(arena);
    bool parted = false, ended = false;
    uint32_t before = 0;
    for (uint32_t code; (code = text_next(&text));) {
        if (code <= ' ') {
            parted = true;
            ended = ended || code == '\n';
            continue;
        }
        if (parted && before && !(ended && (code_is_wide(before) || code_is_wide(code))))
            buffer_add_char(&line, ' ');
        buffer_add_code(&line, code);
        before = code;
        parted = ended = false;
    }
    return buffer_text(&line);
}

const char *text_without_blanks(struct arena *arena, const char *text)
{
    struct buffer words = buffer_on(arena);
    for (uint32_t code; (code = text_next(&text));)
        if (!code_is_space(code))
            buffer_add_code(&words, code);
    return buffer_text(&words);
}

char *text_trim(struct arena *arena, const char *text)
{
    const char *blanks = " \t\r\n";
    text += strspn(text, blanks);
    size_t length = strlen(text);
    while (length && strchr(blanks, text[length - 1]))
        length--;
    return arena_copy_n(arena, text, length);
}

bool code_is_white(uint32_t code)
{
    return code_is_one_of(code, " \t\r\n\u00A0\u3000");
}

char *text_strip(struct arena *arena, const char *text)
{
    for (const char *next = text; code_is_white(text_next(&next));)
        text = next;
    const char *end = text + strlen(text);
    while (code_is_white(text_before(text, end)))
        end = text_back(text, end);
    return arena_copy_n(arena, text, (size_t)(end - text));
}

const char *text_after(const char *text, size_t count)
{
    for (size_t i = 0; i < count && text_next(&text); i++)
        ;
    return text;
}

char *text_cut(struct arena *arena, const char *text, size_t most)
{
    const char *end = text_after(text, most);
    return arena_printf(arena, "%.*s%s", (int)(end - text), text, *end ? "…" : "");
}

uint64_t text_hash(const char *text)
{
    uint64_t hash = 0xCBF29CE484222325;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001B3;
    return hash;
}

enum { WORD_MOST = 64 };

/* Levenshtein distance of two short words, by bytes; large for long ones. */
static size_t distance(const char *a, const char *b)
{
    size_t la = strlen(a), lb = strlen(b);
    if (la >= WORD_MOST || lb >= WORD_MOST)
        return WORD_MOST;
    size_t row[WORD_MOST];
    for (size_t j = 0; j <= lb; j++)
        row[j] = j;
    for (size_t i = 1; i <= la; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= lb; j++) {
            size_t best = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[lb];
}

const char *text_nearest(const char *word, const char *const *candidates, size_t count)
{
    const char *best = NULL;
    size_t least = strlen(word) / 3 + 2;
    for (size_t i = 0; i < count; i++) {
        size_t d = distance(word, candidates[i]);
        if (d < least) {
            least = d;
            best = candidates[i];
        }
    }
    return best;
}
