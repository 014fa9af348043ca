/* Telephone numbers of China as they are printed. */
#include "check/phone.h"

#include <string.h>

enum { GROUP_MOST = 4 };

#define GAP "[ –—－-]*"
#define COUNTRY "^(?:(?:\\+|00)?86" GAP ")?"
/* What stands before the area code 10, 2x or 3xx to 9xx. */
#define TRUNK "^(?:(?:\\+|00)?86" GAP "[(（]?0?|[(（]?0)"
#define CLOSED "[)）]?" GAP
#define MARK "[)）–—－-] ?"
#define EXTENSION "(?:[–—－-][0-9]{1,5})?(?:\\s?(?:转|轉|分机|分機)\\s?[0-9]{1,6})?$"

/* The first form that fits tells. */
static const struct form {
    const char *expression;
    enum phone phone;
} forms[] = {
    {"^[2-9](?:" GAP "[0-9]){6,7}" EXTENSION, PHONE_LOCAL},
    {COUNTRY "0?1[3-9](?:" GAP "[0-9]){9}$", PHONE_WHOLE},
    {TRUNK "(?:10|2[0-9])" CLOSED "[0-9](?:" GAP "[0-9]){7}" EXTENSION, PHONE_WHOLE},
    {TRUNK "[3-9][0-9]{2}" CLOSED "[0-9](?:" GAP "[0-9]){6,7}" EXTENSION, PHONE_WHOLE},
    {"^[48]00(?:" GAP "[0-9]){7}" EXTENSION, PHONE_WHOLE},
    {"^1(?:[0-9]{2}|[0-2][0-9]{3})$|^9[0-9]{4,5}" EXTENSION, PHONE_WHOLE},
    {TRUNK "[1-9][0-9]{1,2}" CLOSED "(?:1[0-2][0-9]{3}|9[56][0-9]{3,4})$", PHONE_WHOLE},
    /* Of Taiwan, where a mark sets the area code off. */
    {"^[(（]?0[2-8]" MARK "[0-9](?:" GAP "[0-9]){6,7}" EXTENSION, PHONE_WHOLE},
    {"^[(（]?0(?:49" MARK "[0-9]|(?:37|8[29])" MARK ")[0-9](?:" GAP "[0-9]){5}" EXTENSION,
     PHONE_WHOLE},
    {"^09[0-9]{2}-[0-9]{3}-[0-9]{3}$", PHONE_WHOLE},
    {"^(?:[0-9]{1,4}|6[0-9]{4,5})$", PHONE_WHOLE}, /* within a house or a firm's network */
    {"^(?:\\+|00)(?!86)", PHONE_WHOLE},
};

static enum phone phone_alone(struct patterns *patterns, const char *number)
{
    struct match match;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (pattern_find(patterns, forms[i].expression, number, 0, &match))
            return forms[i].phone;
    return PHONE_WRONG;
}

/* Blanks stand between the groups of one number or between several numbers, of which one at least
 * is more than a group. */
enum phone phone_of(struct arena *arena, struct patterns *patterns, const char *number)
{
    enum phone whole = phone_alone(patterns, number);
    if (whole != PHONE_WRONG || !strchr(number, ' '))
        return whole;
    enum phone worst = PHONE_WHOLE;
    size_t longest = 0;
    for (const char *at = number; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        enum phone part = phone_alone(patterns, arena_copy_n(arena, at, length));
        worst = part > worst ? part : worst;
        longest = length > longest ? length : longest;
        at += length;
    }
    return longest > GROUP_MOST ? worst : PHONE_WRONG;
}
