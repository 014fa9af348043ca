/* From what was typed to a number of points. */
#include "intake/score.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

enum { WIDE_FIRST = 0xFF01, WIDE_LAST = 0xFF5E, WIDE_AWAY = 0xFF01 - '!', MINUS = 0x2212 };

const char *score_narrow(struct arena *arena, const char *text)
{
    struct buffer out = buffer_on(arena);
    for (uint32_t code; (code = text_next(&text));) {
        if (code >= WIDE_FIRST && code <= WIDE_LAST)
            code -= WIDE_AWAY;
        if (code == MINUS)
            code = '-';
        buffer_add_code(&out, code_is_white(code) ? ' ' : code);
    }
    return text_trim(arena, buffer_text(&out));
}

/* The digits of a decimal, without sign and unit; NULL if there is something else: 1 0 is two
 * numbers. */
static const char *decimal_of(struct arena *arena, const char *text)
{
    size_t whole = strspn(text, "0123456789");
    const char *rest = text + whole;
    size_t part = *rest == '.' ? strspn(rest + 1, "0123456789") : 0;
    rest += *rest == '.' ? part + 1 : 0;
    if (whole == 0 || (text[whole] == '.' && part == 0))
        return NULL;
    const char *unit = rest + strspn(rest, " ");
    return *unit == '\0' || text_equal(unit, "分")
               ? arena_copy_n(arena, text, (size_t)(rest - text))
               : NULL;
}

static bool has_more_places(const char *decimal)
{
    const char *point = strchr(decimal, '.');
    size_t places = point ? strlen(point + 1) : 0;
    while (places > 0 && point[places] == '0')
        places--;
    return places > 2;
}

enum score_state score_read(struct arena *arena, const char *text, points most, points *value)
{
    const char *typed = score_narrow(arena, text);
    bool negative = *typed == '-';
    if (!*typed)
        return SCORE_EMPTY;
    const char *decimal = decimal_of(arena, typed + (*typed == '-' || *typed == '+'));
    if (!decimal)
        return SCORE_NO_NUMBER;
    if (negative && strspn(decimal, "0.") < strlen(decimal))
        return SCORE_BELOW;
    if (has_more_places(decimal))
        return SCORE_PLACES;
    points read = 0;
    if (!points_read(decimal, &read) || read > most)
        return SCORE_ABOVE;
    *value = read;
    return SCORE_GOOD;
}
