/* Simplified and traditional characters by the charsets of both. */
#include "word/script.h"

#include <stdbool.h>
#include <stddef.h>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

/* Both charsets take their Han characters from one block of Unicode; 〇 is not in it, and both
 * write it. */
enum { BLOCK_FIRST = 0x4E00, BLOCK_LAST = 0x9FFF };

static struct {
    bool open;
    UConverter *gb2312, *big5;
    unsigned char known[BLOCK_LAST - BLOCK_FIRST + 1]; /* the script and 1; 0: not asked yet */
} charsets;

/* NULL without ICU's data: then a charset has no characters. */
static UConverter *open_charset(const char *name)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *charset = ucnv_open(name, &status);
    ucnv_setFromUCallBack(charset, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    return charset;
}

static void open_charsets(void)
{
    charsets.gb2312 = open_charset("GB2312");
    charsets.big5 = open_charset("Big5");
    charsets.open = true;
}

void script_end(void)
{
    ucnv_close(charsets.gb2312);
    ucnv_close(charsets.big5);
    charsets.gb2312 = charsets.big5 = NULL;
    charsets.open = false;
}

/* The first byte of the character in the charset, 0 if the charset lacks it. */
static unsigned row_of(UConverter *charset, UChar character)
{
    char bytes[4] = "";
    UErrorCode status = U_ZERO_ERROR;
    ucnv_fromUChars(charset, bytes, sizeof bytes, &character, 1, &status);
    return U_SUCCESS(status) ? (unsigned char)bytes[0] : 0;
}

static enum script look_up(uint32_t code)
{
    enum { BIG5_LEVEL_1_END = 0xC7 }; /* its 5401 characters stand in the rows A4 to C6 */
    if (!charsets.open)
        open_charsets();
    unsigned gb2312 = row_of(charsets.gb2312, (UChar)code);
    unsigned big5 = row_of(charsets.big5, (UChar)code);
    if (gb2312 && !big5)
        return SCRIPT_SIMPLIFIED;
    return !gb2312 && big5 && big5 < BIG5_LEVEL_1_END ? SCRIPT_TRADITIONAL : SCRIPT_BOTH;
}

enum script script_of(uint32_t code)
{
    if (code < BLOCK_FIRST || code > BLOCK_LAST)
        return SCRIPT_BOTH;
    unsigned char *known = &charsets.known[code - BLOCK_FIRST];
    if (!*known)
        *known = (unsigned char)(look_up(code) + 1);
    return (enum script)(*known - 1);
}
