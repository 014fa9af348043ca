/* Entries of the register and archive codes. */
#include "archive/entry.h"

#include <stdlib.h>
#include <string.h>

#include "archive/digest.h"
#include "base/text.h"

char *code_print(struct arena *arena, const struct code *code)
{
    return arena_printf(arena, "%s-%s·%04ld-%s%s%s-%04ld", code->fonds, code->category, code->year,
                        code->retention, *code->organ ? "-" : "", code->organ, code->item);
}

bool code_same_series(const struct code *a, const struct code *b)
{
    return a->year == b->year && text_equal(a->retention, b->retention) &&
           text_equal(a->organ, b->organ);
}

static const struct {
    const char *code, *words;
} retentions[] = {{"Y", "永久"}, {"D30", "30年"}, {"D10", "10年"}};

const char *retention_words(const char *retention)
{
    for (size_t i = 0; i < sizeof retentions / sizeof *retentions; i++)
        if (text_equal(retentions[i].code, retention))
            return retentions[i].words;
    return NULL;
}

bool retention_is_known(const char *retention)
{
    return retention_words(retention) != NULL;
}

char *entry_folder(struct arena *arena, long number)
{
    return arena_printf(arena, "%06ld", number);
}

enum field { NUMBER, CODE, DOCUMENT_NUMBER, ISSUER, TITLE, DATE, REPLACES, SEAL, FIELDS };

char *entry_print(struct arena *arena, const struct entry *entry)
{
    return arena_printf(arena, "%ld\t%s\t%s\t%s\t%s\t%s\t%ld\t%s", entry->number,
                        code_print(arena, &entry->code), entry->document_number, entry->issuer,
                        entry->title, entry->date, entry->replaces, entry->seal);
}

/* Parts the line at its tabs, in place. */
static bool split(char *line, char *fields[FIELDS])
{
    for (int i = 0; i < FIELDS; i++) {
        fields[i] = line;
        line = strchr(line, '\t');
        if (!line)
            return i == FIELDS - 1;
        *line++ = '\0';
    }
    return false;
}

/* From 0 to 999999999, without signs and blanks; -1 otherwise. */
static long read_number(const char *text)
{
    size_t length = strspn(text, "0123456789");
    return length > 0 && length < 10 && !text[length] ? strtol(text, NULL, 10) : -1;
}

/* What stands before the mark, which is overwritten; *rest moves behind it. NULL if there is none.
 */
static char *cut(char **rest, const char *mark)
{
    char *start = *rest, *end = strstr(start, mark);
    if (!end)
        return NULL;
    *rest = end + strlen(mark);
    *end = '\0';
    return start;
}

static bool code_read(char *text, struct code *code)
{
    code->fonds = cut(&text, "-");
    code->category = code->fonds ? cut(&text, "·") : NULL;
    const char *year = code->category ? cut(&text, "-") : NULL;
    code->retention = year ? cut(&text, "-") : NULL;
    if (!code->retention || !retention_is_known(code->retention))
        return false;
    code->organ = cut(&text, "-");
    if (!code->organ)
        code->organ = "";
    code->year = read_number(year);
    code->item = read_number(text);
    return code->year > 0 && code->item > 0;
}

bool entry_read(struct arena *arena, const char *line, struct entry *entry)
{
    char *fields[FIELDS];
    if (!split(arena_copy(arena, line), fields))
        return false;
    *entry = (struct entry){
        .number = read_number(fields[NUMBER]),
        .document_number = fields[DOCUMENT_NUMBER],
        .issuer = fields[ISSUER],
        .title = fields[TITLE],
        .date = fields[DATE],
        .replaces = read_number(fields[REPLACES]),
        .seal = fields[SEAL],
    };
    return code_read(fields[CODE], &entry->code) && entry->number > 0 && entry->replaces >= 0 &&
           strlen(entry->seal) == DIGEST_CHARACTERS;
}
