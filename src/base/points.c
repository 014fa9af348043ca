/* Points: exact decimals. */
#include "base/points.h"

#include <string.h>

#include "base/text.h"

enum { POINTS_MOST = 100000 };

bool points_read(const char *text, points *value)
{
    points whole = 0, part = 0;
    const char *start = text;
    for (; code_is_digit((unsigned char)*text); text++) {
        whole = whole * 10 + (*text - '0');
        if (whole > POINTS_MOST)
            return false;
    }
    if (text == start)
        return false;
    if (*text == '.') {
        text++;
        for (points unit = 10; code_is_digit((unsigned char)*text); text++, unit /= 10) {
            if (unit == 0 && *text != '0')
                return false;
            part += unit * (*text - '0');
        }
        if (text[-1] == '.')
            return false;
    }
    *value = whole * 100 + part;
    return *text == '\0' && *value <= POINTS_MOST * 100L;
}

char *points_print(struct arena *arena, points value)
{
    char *text = arena_printf(arena, "%ld.%02ld", value / 100, value % 100);
    size_t length = strlen(text);
    while (text[length - 1] == '0')
        text[--length] = '\0';
    if (text[length - 1] == '.')
        text[--length] = '\0';
    return text;
}
