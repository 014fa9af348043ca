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

enum field {
    NUMBER,
    CODE,
    FONDS,
    CATEGORY,
    YEAR,
    RETENTION,
    ORGAN,
    ITEM,
    DOCUMENT_NUMBER,
    ISSUER,
    TITLE,
    DATE,
    REPLACES,
    SEAL,
    FIELDS
};

char *entry_print(struct arena *arena, const struct entry *entry)
{
    const struct code *code = &entry->code;
    return arena_printf(arena, "%ld\t%s\t%s\t%s\t%ld\t%s\t%s\t%ld\t%s\t%s\t%s\t%s\t%ld\t%s",
                        entry->number, code_print(arena, code), code->fonds, code->category,
                        code->year, code->retention, code->organ, code->item,
                        entry->document_number, entry->issuer, entry->title, entry->date,
                        entry->replaces, entry->seal);
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

static bool is_sound(struct arena *arena, const struct entry *entry, char *const *fields)
{
    return entry->number > 0 && entry->code.year >= 0 && entry->code.item > 0 &&
           entry->replaces >= 0 && retention_is_known(entry->code.retention) &&
           strlen(entry->seal) == DIGEST_CHARACTERS &&
           text_equal(fields[CODE], code_print(arena, &entry->code));
}

bool entry_read(struct arena *arena, const char *line, struct entry *entry)
{
    char *fields[FIELDS];
    if (!split(arena_copy(arena, line), fields))
        return false;
    *entry = (struct entry){
        .number = read_number(fields[NUMBER]),
        .code = {.fonds = fields[FONDS],
                 .category = fields[CATEGORY],
                 .year = read_number(fields[YEAR]),
                 .retention = fields[RETENTION],
                 .organ = fields[ORGAN],
                 .item = read_number(fields[ITEM])},
        .document_number = fields[DOCUMENT_NUMBER],
        .issuer = fields[ISSUER],
        .title = fields[TITLE],
        .date = fields[DATE],
        .replaces = read_number(fields[REPLACES]),
        .seal = fields[SEAL],
    };
    return is_sound(arena, entry, fields);
}
