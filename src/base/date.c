/* Calendar days. */
#include "base/date.h"

#include <string.h>

static bool read_digits(const char **text, int count, int *value)
{
    *value = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (**text < '0' || **text > '9')
            return false;
        *value = *value * 10 + (**text - '0');
    }
    return true;
}

static bool read_char(const char **text, char c)
{
    return *(*text)++ == c;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month == 2 && !leap ? 28 : days[month - 1];
}

bool date_is_valid(struct date date)
{
    return date.year >= 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

/* Days since 31 December of the year 0, a Sunday. */
static long day_number(struct date date)
{
    long years = date.year - 1;
    long number = years * 365 + years / 4 - years / 100 + years / 400 + date.day;
    for (int month = 1; month < date.month; month++)
        number += days_in_month(date.year, month);
    return number;
}

int date_weekday(struct date date)
{
    return (int)(day_number(date) % 7);
}

bool date_read(const char *text, struct date *date)
{
    *date = (struct date){0};
    bool yearless = text[0] == '-' && text[1] == '-';
    if (yearless)
        text += 2;
    else if (!read_digits(&text, 4, &date->year) || date->year == 0 || !read_char(&text, '-'))
        return false;
    if (!read_digits(&text, 2, &date->month) || !read_char(&text, '-') ||
        !read_digits(&text, 2, &date->day) || *text)
        return false;
    return date_is_valid(*date);
}

char *date_print(struct arena *arena, struct date date)
{
    if (date.year == 0)
        return arena_printf(arena, "%d月%d日", date.month, date.day);
    return arena_printf(arena, "%d年%d月%d日", date.year, date.month, date.day);
}
