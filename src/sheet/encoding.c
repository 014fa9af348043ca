/* Bytes of a text table become UTF-8, by iconv. */
#include "sheet/encoding.h"

#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

struct encoding {
    const char *name;                  /* for iconv */
    const char *words[LANGUAGE_COUNT]; /* what the bytes may be */
    const char *mark;                  /* at the beginning; "" if there is none */
};

static const struct encoding gb18030 = {"GB18030", {"UTF-8 or GB 18030", "UTF-8 或 GB 18030"}, ""};
static const struct encoding utf16[] = {
    {"UTF-16LE", {"UTF-16", "UTF-16"}, "\xFF\xFE"},
    {"UTF-16BE", {"UTF-16", "UTF-16"}, "\xFE\xFF"},
};

/* What was converted, up to the first byte that cannot be. */
struct conversion {
    struct file text;
    size_t read; /* bytes */
};

/* Two bytes become three in UTF-8, four become four, one stays one. */
static size_t room_for(size_t length)
{
    return length + length / 2 + 1;
}

static void convert_all(struct arena *arena, iconv_t converter, const struct file *file,
                        struct conversion *done)
{
    char *from = arena_copy_n(arena, file->bytes + done->read, file->length - done->read);
    size_t left = file->length - done->read, room = room_for(left);
    char *to = arena_take(arena, room), *start = to;
    iconv(converter, &from, &left, &to, &room);
    done->text = (struct file){file->path, start, (size_t)(to - start)};
    done->read = file->length - left;
}

static bool convert(struct findings *findings, const struct file *file,
                    const struct encoding *encoding, struct conversion *done)
{
    *done = (struct conversion){.read = strlen(encoding->mark)};
    iconv_t converter = iconv_open("UTF-8", encoding->name);
    if ((intptr_t)converter == -1) {
        REPORT(findings, RULE_CSV_CONVERSION, ((struct place){file->path, 0, 0}), encoding->name);
        return false;
    }
    convert_all(findings->arena, converter, file, done);
    iconv_close(converter);
    return true;
}

/* Where a text that is read up to `offset` breaks off: `byte` stands there. */
static bool report_byte(struct findings *findings, const struct file *text, size_t offset,
                        const struct encoding *encoding, char byte)
{
    char name[8];
    snprintf(name, sizeof name, "0x%02X", (unsigned char)byte);
    REPORT(findings, RULE_CSV_ENCODING, file_place(text, offset), name,
           encoding->words[LANGUAGE_ENGLISH], encoding->words[LANGUAGE_CHINESE]);
    return false;
}

static bool use_conversion(struct findings *findings, struct file *file,
                           const struct encoding *encoding)
{
    struct conversion done;
    if (!convert(findings, file, encoding, &done))
        return false;
    if (done.read < file->length)
        return report_byte(findings, &done.text, done.text.length, encoding,
                           file->bytes[done.read]);
    *file = done.text;
    return file_to_text(findings, file);
}

/* Texts in GB 18030 look like UTF-8 for a few characters at most; what does so for longer is UTF-8
 * with a broken byte, of which GB 18030 would make nonsense without complaint. */
static bool is_broken_utf8(const struct file *file, size_t invalid)
{
    enum { BY_CHANCE = 8 };
    size_t characters = 0;
    for (size_t i = 0; i < invalid; i++)
        characters += (unsigned char)file->bytes[i] >= 0xC0;
    return characters > BY_CHANCE || text_starts(file->bytes, "\xEF\xBB\xBF") ||
           (unsigned char)file->bytes[invalid] < 0x80;
}

bool encoding_to_text(struct findings *findings, struct file *file)
{
    for (size_t i = 0; i < sizeof utf16 / sizeof *utf16; i++)
        if (text_starts(file->bytes, utf16[i].mark))
            return use_conversion(findings, file, &utf16[i]);
    size_t invalid = text_first_invalid(file->bytes, file->length);
    if (invalid == file->length || is_broken_utf8(file, invalid))
        return file_to_text(findings, file);
    return use_conversion(findings, file, &gb18030);
}
