/* Format codes. */
#include "sheet/formats.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/* Codes that files name by number alone: those of all languages, and those that a Chinese Excel
 * adds (ECMA-376 part 1, 18.8.30). What they show counts, not how. */
static const struct {
    long from, to;
    unsigned shows;
} built_in[] = {
    {9, 10, SHOWS_PERCENT},
    {14, 15, SHOWS_DATE},
    {16, 16, SHOWS_MONTH | SHOWS_DAY},
    {17, 17, SHOWS_YEAR | SHOWS_MONTH},
    {18, 21, SHOWS_TIME},
    {22, 22, SHOWS_DATE | SHOWS_TIME},
    {27, 27, SHOWS_YEAR | SHOWS_MONTH},
    {28, 29, SHOWS_MONTH | SHOWS_DAY},
    {30, 31, SHOWS_DATE},
    {32, 35, SHOWS_TIME},
    {36, 36, SHOWS_YEAR | SHOWS_MONTH},
    {45, 45, SHOWS_TIME},
    {46, 46, SHOWS_TIME | SHOWS_ELAPSED},
    {47, 47, SHOWS_TIME},
    {50, 50, SHOWS_YEAR | SHOWS_MONTH},
    {51, 51, SHOWS_MONTH | SHOWS_DAY},
    {52, 52, SHOWS_YEAR | SHOWS_MONTH},
    {53, 54, SHOWS_MONTH | SHOWS_DAY},
    {55, 56, SHOWS_TIME},
    {57, 57, SHOWS_YEAR | SHOWS_MONTH},
    {58, 58, SHOWS_MONTH | SHOWS_DAY},
};

static unsigned built_in_shows(long id)
{
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
        if (id >= built_in[i].from && id <= built_in[i].to)
            return built_in[i].shows;
    return 0;
}

/* codes */

/* Behind what is printed as it stands, or a word that is no part of a date; NULL: `code` begins
 * with neither. */
static const char *skip_literal(const char *code)
{
    static const char *const words[] = {"General", "AM/PM", "A/P", "E+", "E-"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncasecmp(code, words[i], strlen(words[i])) == 0)
            return code + strlen(words[i]);
    if (*code == '\\' || *code == '_' || *code == '*')
        return code + 1 + (code[1] != '\0');
    if (*code != '"')
        return NULL;
    code += 1 + strcspn(code + 1, "\"");
    return code + (*code != '\0');
}

/* [h] counts hours on and on; [Red], [$-804] and [>=1] show nothing. */
static unsigned bracket_shows(const char *code)
{
    size_t letters = strspn(code, "hHmMsS");
    return letters && code[letters] == ']' ? SHOWS_TIME | SHOWS_ELAPSED : 0;
}

/* m is a minute behind hours and before seconds, else a month. */
static unsigned month_or_minute(const char *behind, unsigned previous)
{
    behind += strspn(behind, ":. ");
    return previous == SHOWS_TIME || *behind == 's' || *behind == 'S' ? SHOWS_TIME : SHOWS_MONTH;
}

/* Of a run of one letter; ddd and aaa are days of the week: the whole date tells them too. */
static unsigned letters_show(const char *code, size_t length, unsigned previous)
{
    switch (*code | 0x20) {
    case 'y':
    case 'e':
        return SHOWS_YEAR;
    case 'm':
        return month_or_minute(code + length, previous);
    case 'd':
        return length < 3 ? SHOWS_DAY : SHOWS_DATE;
    case 'a':
        return SHOWS_DATE;
    case 'h':
    case 's':
        return SHOWS_TIME;
    default:
        return 0;
    }
}

static size_t run_length(const char *code)
{
    const char both[] = {(char)(*code | 0x20), (char)(*code & ~0x20), '\0'};
    return strspn(code, both);
}

static bool is_letter(char c)
{
    return code_is_latin((unsigned char)c) && !code_is_digit((unsigned char)c);
}

/* The first section alone: the others are for numbers below zero and for texts. */
unsigned format_shows(const char *code)
{
    unsigned shows = 0, letters = 0;
    while (*code && *code != ';') {
        const char *literal = skip_literal(code);
        size_t length = 1;
        if (literal) {
            length = (size_t)(literal - code);
        } else if (*code == '[') {
            shows |= bracket_shows(code + 1);
            length = strcspn(code, "]");
        } else if (*code == '%') {
            shows |= SHOWS_PERCENT;
        } else if (is_letter(*code)) {
            length = run_length(code);
            letters = letters_show(code, length, letters);
            shows |= letters;
        }
        code += length;
    }
    return shows;
}

/* xl/styles.xml */

struct code {
    long id;
    const char *code;
};

static int compare_codes(const void *a, const void *b)
{
    const struct code *left = a, *right = b;
    return (left->id > right->id) - (left->id < right->id);
}

static long read_id(const struct xml_node *node)
{
    const char *id = xml_get(node, "numFmtId");
    return id ? strtol(id, NULL, 10) : 0;
}

static size_t count_children(struct xml_node *parent)
{
    size_t count = 0;
    for (struct xml_node *node = parent ? xml_first(parent) : NULL; node; node = xml_next(node))
        count++;
    return count;
}

/* Sorted by id. */
static struct code *read_codes(struct arena *arena, struct xml_node *parent, size_t *count)
{
    *count = count_children(parent);
    struct code *codes = ARENA_ARRAY(arena, struct code, *count);
    struct code *next = codes;
    for (struct xml_node *node = *count ? xml_first(parent) : NULL; node; node = xml_next(node)) {
        const char *code = xml_get(node, "formatCode");
        *next++ = (struct code){read_id(node), code ? code : ""};
    }
    if (*count)
        qsort(codes, *count, sizeof *codes, compare_codes);
    return codes;
}

const unsigned *formats_read(struct arena *arena, struct xml_document *styles, size_t *count)
{
    size_t code_count;
    struct xml_node *root = xml_root(styles), *looks = xml_first_named(root, "cellXfs");
    const struct code *codes = read_codes(arena, xml_first_named(root, "numFmts"), &code_count);
    *count = count_children(looks);
    unsigned *formats = ARENA_ARRAY(arena, unsigned, *count), *next = formats;
    for (struct xml_node *node = *count ? xml_first(looks) : NULL; node; node = xml_next(node)) {
        const struct code wanted = {read_id(node), NULL};
        const struct code *found =
            code_count ? bsearch(&wanted, codes, code_count, sizeof *codes, compare_codes) : NULL;
        *next++ = found ? format_shows(found->code) : built_in_shows(wanted.id);
    }
    return formats;
}
