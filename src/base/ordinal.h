/* The number that a heading or a paragraph begins with (GB/T 9704-2012, 7.3.3). */
#ifndef BASE_ORDINAL_H
#define BASE_ORDINAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum ordinal_form {
    ORDINAL_RIGHT,
    ORDINAL_HALF_BRACKETS, /* (一) */
    ORDINAL_MARK_AFTER,    /* （一）、 */
    ORDINAL_POINT,         /* 一. */
    ORDINAL_COMMA,         /* 1、 */
    ORDINAL_FORMS
};

struct ordinal {
    int level; /* 1 一、 2 （一） 3 1. 4 （1）, 0: the text begins with no number */
    long value;
    enum ordinal_form form;
    size_t start, end; /* bytes of the number with its marks */
};

/* Numbers to 99 in characters, to 999 in digits. What only looks like a number, as in 1.5万元,
 * 三、四季度 or （二）、（三）项, is none. */
struct ordinal ordinal_of(const char *text);

/* A number as the standard writes it at that level; value 1 to 99. */
char *ordinal_print(struct arena *arena, int level, long value);

/* The number alone: 一, 十, 十一, 二十三, … 九十九, or digits; other numbers are digits always. */
char *number_print(struct arena *arena, long value, bool in_characters);

/* Characters or digits at *text, which moves past them; 0: there is no number. */
long ordinal_value(const char **text);

#endif
