/* Digits, percents, days and hours. */
#include "sheet/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/date.h"
#include "base/text.h"
#include "sheet/formats.h"

enum {
    DIGITS = 15, /* that Excel shows of any number */
    PLACES_MOST = 9,
    SECONDS_OF_DAY = 24 * 60 * 60,
    LAST_DAY = 2958465,  /* 31 December 9999, counted from 1900 */
    DAYS_TO_1904 = 1462, /* from the day 0 of the one count to that of the other */
};

static bool read_number(const char *text, double *value)
{
    char *end;
    if (!*text || strspn(text, "+-.0123456789eE") != strlen(text))
        return false;
    *value = strtod(text, &end);
    return !*end && isfinite(*value);
}

static void cut_zeros(char *text)
{
    size_t length = strlen(text);
    while (length && text[length - 1] == '0')
        text[--length] = '\0';
}

/* What a double adds to the digits that were typed, as in 0.10000000000000001, is left out. */
static char *print_plain(struct arena *arena, double value)
{
    char *text = arena_printf(arena, "%.*g", DIGITS, value == 0 ? 0.0 : value);
    char *exponent = strchr(text, 'e');
    if (!exponent)
        return text;
    int power = (int)strtol(exponent + 1, NULL, 10);
    if (power > 0 || power < -PLACES_MOST) {
        *exponent = 'E';
        return text;
    }
    text = arena_printf(arena, "%.*f", DIGITS - 1 - power, value);
    cut_zeros(text);
    return text;
}

/* Of a day counted from 1 March of the year 0, in which leap days end the year. */
static struct date day_of_march_count(long days)
{
    long era = days / 146097, in_era = days % 146097;
    long year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    long in_year = in_era - (365 * year + year / 4 - year / 100);
    long month = (5 * in_year + 2) / 153;
    long day = in_year - (153 * month + 2) / 5 + 1;
    bool next = month >= 10;
    return (struct date){(int)(year + era * 400 + next), (int)(next ? month - 9 : month + 3),
                         (int)day};
}

/* Day 60 of Excel is 29 February 1900, a day that never was; those before it are one day off. */
static struct date day_of_serial(long serial)
{
    enum { MARCH_COUNT_OF_0 = 693899, NEVER_WAS = 60 };
    if (serial == NEVER_WAS)
        return (struct date){1900, 2, 29};
    return day_of_march_count(MARCH_COUNT_OF_0 + serial + (serial < NEVER_WAS));
}

static void add_day(struct buffer *out, long serial, unsigned shows)
{
    struct date date = day_of_serial(serial);
    if (shows & SHOWS_YEAR)
        buffer_printf(out, "%d年", date.year);
    if (shows & SHOWS_MONTH)
        buffer_printf(out, "%d月", date.month);
    if (shows & SHOWS_DAY)
        buffer_printf(out, "%d日", date.day);
}

static void add_time(struct buffer *out, long days, long seconds, unsigned shows)
{
    long hours = seconds / 3600 + (shows & SHOWS_ELAPSED ? days * 24 : 0);
    buffer_printf(out, "%s%ld:%02ld", out->length ? " " : "", hours, seconds / 60 % 60);
    if (seconds % 60)
        buffer_printf(out, ":%02ld", seconds % 60);
}

/* NULL if no calendar has the day. */
static const char *print_moment(struct arena *arena, double value, unsigned shows, bool from_1904)
{
    value += from_1904 && !(shows & SHOWS_ELAPSED) ? DAYS_TO_1904 : 0;
    if (value < 0 || value >= LAST_DAY + 1)
        return NULL;
    long long all = (long long)(value * SECONDS_OF_DAY + 0.5);
    long days = (long)(all / SECONDS_OF_DAY), seconds = (long)(all % SECONDS_OF_DAY);
    struct buffer out = buffer_on(arena);
    if (days > 0 && !(shows & SHOWS_ELAPSED))
        add_day(&out, days, shows);
    if (shows & SHOWS_TIME)
        add_time(&out, days, seconds, shows);
    return out.length ? out.text : NULL;
}

const char *number_shown(struct arena *arena, const char *stored, unsigned shows, bool from_1904)
{
    double value;
    if (!read_number(stored, &value))
        return NULL;
    if (shows & SHOWS_PERCENT)
        return arena_printf(arena, "%s%%", print_plain(arena, value * 100));
    const char *moment = shows ? print_moment(arena, value, shows, from_1904) : NULL;
    return moment ? moment : print_plain(arena, value);
}

const char *day_shown(struct arena *arena, const char *stored)
{
    enum { HOURS_AND_MINUTES = 5 };
    size_t length = strcspn(stored, "T");
    const char *hours = stored + length + (stored[length] == 'T');
    struct date date;
    if (!date_read(arena_copy_n(arena, stored, length), &date))
        return stored;
    const char *day = date_print(arena, date);
    bool is_midnight = !*hours || text_starts(hours, "00:00:00");
    return is_midnight ? day : arena_printf(arena, "%s %.*s", day, HOURS_AND_MINUTES, hours);
}
