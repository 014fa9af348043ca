/* Names of offices: which are one office in other words. */
#ifndef CHECK_OFFICE_H
#define CHECK_OFFICE_H

#include <stdbool.h>

/* The name behind the place in front of it: 公安局 of 市公安局 and 永济市公安局. */
const char *office_without_place(const char *name);

/* Whether two names are the same but for the place in front. */
bool office_same(const char *a, const char *b);

/* Whether two names that differ can hardly mean two offices of one place: 住房城乡建设局 and
 * 住房和城乡建设局, 市场监管局 and 市场监督管理局. Only those of 局 and 委 are told; 公路局 and
 * 公路运输管理局 may be two. */
bool office_near(const char *a, const char *b);

/* Whether it is the name of one office, not of a group: 各有关部门, 县（市、区）人民政府. */
bool office_is_one(const char *name);

#endif
