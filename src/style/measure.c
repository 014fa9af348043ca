/* Reading measures in integers: a style must not depend on rounding or locale. */
#include "style/measure.h"

#include <stdint.h>
#include <string.h>

/* One unit is numerator / denominator of the measure's own unit; an inch is 25.4 mm, 72 pt, 1440
 * twips. */
struct unit {
    const char *suffix;
    int64_t numerator, denominator;
};

enum { UNITS_MOST = 2 };

struct measure {
    struct unit units[UNITS_MOST];
    long least, most;
    bool exact; /* what is no whole number of the own unit is refused, not rounded */
    const char *hint[LANGUAGE_COUNT];
};

static const struct measure measures[MEASURE_COUNT] = {
    /* 22 inches is the most that Word takes for a page or a space. */
    [MEASURE_LENGTH] = {.units = {{"mm", 7200, 127}, {"pt", 20, 1}},
                        .most = 31680,
                        .hint = {"write a length such as 37mm or 28.95pt",
                                 "请写长度，例如 37mm 或 28.95pt"}},
    [MEASURE_SPACING] = {.units = {{"mm", 7200, 127}, {"pt", 20, 1}},
                         .least = -31680,
                         .most = 31680,
                         .hint = {"write a length such as -0.25pt", "请写长度，例如 -0.25pt"}},
    [MEASURE_SIZE] = {.units = {{"pt", 2, 1}},
                      .least = 2,
                      .most = 3276,
                      .exact = true,
                      .hint = {"write a size in whole or half points, such as 16pt or 10.5pt",
                               "请写字号，以磅或半磅为单位，例如 16pt 或 10.5pt"}},
    [MEASURE_CHARS] = {.units = {{"字", 100, 1}},
                       .least = -4000,
                       .most = 4000,
                       .hint = {"write a number of characters such as 2字", "请写字数，例如 2字"}},
    /* ECMA-376 part 1, 17.3.4: from 1/4 pt to 12 pt. */
    [MEASURE_BORDER] =
        {.units = {{"mm", 2880, 127}, {"pt", 8, 1}},
         .most = 96,
         .hint = {"write the thickness of a rule such as 0.35mm or 1.5pt, at most 12pt",
                  "请写线的粗细，例如 0.35mm 或 1.5pt，最多 12pt"}},
    /* ECMA-376 part 1, 17.3.4: from 0 to 31 pt. */
    [MEASURE_DISTANCE] = {.units = {{"pt", 1, 1}},
                          .most = 31,
                          .exact = true,
                          .hint = {"write whole points from 0pt to 31pt",
                                   "请写整数磅值，从 0pt 到 31pt"}},
    /* ECMA-376 part 1, 17.3.2.43: the scale of characters is at most 600 %; only narrower ones are
       asked for here. */
    [MEASURE_PERCENT] = {.units = {{"%", 1, 1}},
                         .least = 1,
                         .most = 100,
                         .exact = true,
                         .hint = {"write whole per cent from 1% to 100%",
                                  "请写整数百分比，从 1% 到 100%"}},
    [MEASURE_ANGLE] = {.units = {{"°", 1, 1}},
                       .most = 90,
                       .exact = true,
                       .hint = {"write whole degrees from 0° to 90°",
                                "请写整数度数，从 0° 到 90°"}},
};

/* Reads -12.345 as -12345; NULL if no such decimal stands there, else what follows it. */
static const char *read_thousandths(const char *text, int64_t *value)
{
    enum { WHOLE_MOST = 6, FRACTION_MOST = 3 };
    int64_t sign = *text == '-' ? -1 : 1;
    text += *text == '-';
    size_t whole = strspn(text, "0123456789");
    if (whole == 0 || whole > WHOLE_MOST)
        return NULL;
    int64_t number = 0;
    for (size_t i = 0; i < whole; i++)
        number = number * 10 + (*text++ - '0');
    size_t fraction = *text == '.' ? strspn(++text, "0123456789") : 0;
    if ((text[-1] == '.') != (fraction > 0) || fraction > FRACTION_MOST)
        return NULL;
    for (size_t i = 0; i < FRACTION_MOST; i++)
        number = number * 10 + (i < fraction ? *text++ - '0' : 0);
    *value = sign * number;
    return text;
}

static const struct unit *unit_named(const struct measure *measure, const char *suffix)
{
    for (size_t i = 0; i < UNITS_MOST && measure->units[i].suffix; i++)
        if (strcmp(measure->units[i].suffix, suffix) == 0)
            return &measure->units[i];
    return NULL;
}

static int64_t divide_rounded(int64_t number, int64_t by)
{
    return (number < 0 ? number - by / 2 : number + by / 2) / by;
}

bool measure_read(enum measure_kind kind, const char *text, long *value)
{
    const struct measure *measure = &measures[kind];
    int64_t thousandths;
    const char *suffix = read_thousandths(text, &thousandths);
    const struct unit *unit = suffix ? unit_named(measure, suffix) : NULL;
    if (!unit)
        return false;
    int64_t number = thousandths * unit->numerator;
    int64_t by = 1000 * unit->denominator;
    if (measure->exact && number % by != 0)
        return false;
    *value = (long)divide_rounded(number, by);
    return *value >= measure->least && *value <= measure->most;
}

const char *measure_hint(enum measure_kind kind, enum language language)
{
    return measures[kind].hint[language];
}
