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

/* Reads 2022-09-26 or --09-26; false if it is no such text or no day of the calendar. */
bool date_read(const char *text, struct date *date);

/* 2022年9月26日, or 9月26日 without year: no leading zeros (GB/T 9704-2012, 7.3.5.4). */
char *date_print(struct arena *arena, struct date date);

#endif
