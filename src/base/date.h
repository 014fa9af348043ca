/* Calendar days as XML Schema writes them and as official documents print them. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>

#include "base/arena.h"

/* year is 0 for a day without year. */
struct date {
    int year;
    int month;
    int day;
};

/* Whether the Gregorian calendar has the day; without year 29 February is one. */
bool date_is_valid(struct date date);

/* Less than, equal to or greater than 0, as a lies before, on or after b. Days without year come
 * first. */
int date_compare(struct date a, struct date b);

/* 0 Sunday … 6 Saturday, of a valid day that has a year. */
int date_weekday(struct date date);

/* Reads 2022-09-26 or --09-26; false if it is no such text or no day of the calendar. */
bool date_read(const char *text, struct date *date);

/* 2022年9月26日, or 9月26日 without year: no leading zeros (GB/T 9704-2012, 7.3.5.4). */
char *date_print(struct arena *arena, struct date date);

#endif
