/* Bytes of a text table become UTF-8, by iconv. */
#include "sheet/encoding.h"

#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const struct encoding gb18030 = {
    "GB18030", {"UTF-8 or GB 18030", "UTF-8 或 GB 18030"}, "", 1};
static const struct encoding utf16[] = {
    {"UTF-16LE", {"UTF-16", "UTF-16"}, "\xFF\xFE", 2},
    {"UTF-16BE", {"UTF-16", "UTF-16"}, "\xFE\xFF", 2},
};

/* Two bytes become three in UTF-8, four become four, one stays one. */
static size_t room_for(size_t length)
{
    return length + length / 2 + 1;
}

bool encoding_convert(struct findings *findings, struct arena *arena,
                      const struct encoding *encoding, struct file bytes, struct converted *done)
{
    iconv_t converter = iconv_open("UTF-8", encoding->name);
    if ((intptr_t)converter == -1) {
        REPORT(findings, RULE_CSV_CONVERSION, ((struct place){bytes.path, 0, 0}), encoding->name);
        return false;
    }
    char *from = arena_copy_n(arena, bytes.bytes, bytes.length);
    size_t left = bytes.length, room = room_for(left);
    char *to = arena_take(arena, room), *start = to;
    iconv(converter, &from, &left, &to, &room);
    iconv_close(converter);
    *done = (struct converted){start, (size_t)(to - start), bytes.length - left};
    return true;
}

void encoding_report(struct findings *findings, const struct encoding *encoding, struct place place,
                     char byte)
{
    char name[8];
    snprintf(name, sizeof name, "0x%02X", (unsigned char)byte);
    REPORT(findings, RULE_CSV_ENCODING, place, name, encoding->words[LANGUAGE_ENGLISH],
           encoding->words[LANGUAGE_CHINESE]);
}

static bool use_conversion(struct findings *findings, struct file *file,
                           const struct encoding *encoding)
{
    struct converted done;
    size_t mark = strlen(encoding->mark);
    struct file rest = {file->path, file->bytes + mark, file->length - mark};
    if (!encoding_convert(findings, findings->arena, encoding, rest, &done))
        return false;
    *file = (struct file){file->path, done.text, done.length};
    if (done.read == rest.length)
        return file_to_text(findings, file);
    encoding_report(findings, encoding, file_place(file, file->length), rest.bytes[done.read]);
    return false;
}

/* Texts in GB 18030 look like UTF-8 for a few characters at most. */
bool encoding_is_utf8(const char *bytes, size_t length)
{
    enum { BY_CHANCE = 8 };
    size_t characters = 0;
    for (size_t i = 0; i < length; i++)
        characters += (unsigned char)bytes[i] >= 0xC0;
    return characters > BY_CHANCE || (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0);
}

/* What looks like UTF-8 for long is UTF-8 with a broken byte, of which GB 18030 would make nonsense
 * without complaint. */
const struct encoding *encoding_of(const char *bytes, size_t length, size_t invalid)
{
    for (size_t i = 0; i < sizeof utf16 / sizeof *utf16; i++)
        if (length >= 2 && memcmp(bytes, utf16[i].mark, 2) == 0)
            return &utf16[i];
    bool is_utf8 = invalid == length || encoding_is_utf8(bytes, invalid) ||
                   (unsigned char)bytes[invalid] < 0x80;
    return is_utf8 ? NULL : &gb18030;
}

bool encoding_to_text(struct findings *findings, struct file *file)
{
    const struct encoding *encoding =
        encoding_of(file->bytes, file->length, text_first_invalid(file->bytes, file->length));
    return encoding ? use_conversion(findings, file, encoding) : file_to_text(findings, file);
}
