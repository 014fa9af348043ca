/* The annexes of a document: as its list (附件说明, GB/T 9704 7.3.4) names them, and as they follow
 * (7.3.7). */
#ifndef CHECK_ANNEXED_H
#define CHECK_ANNEXED_H

#include "check/stretch.h"

/* "附件：1.××" or "2.××" of the list, or a page with the label "附件1". */
struct annex {
    const struct passage *passage; /* page: its label */
    struct match match;            /* the groups below */
    long number;                   /* 0: none in Arabic digits */
    const char *name;              /* list: as it stands there. Page: its title; NULL: none found */
    const char *subtitle;          /* page: what stands under the title; "" if nothing does */
};
enum { ITEM_WORD = 1, ITEM_INNER_NUMBER, ITEM_COLON, ITEM_NUMBER, ITEM_DOT, ITEM_NAME };
enum { LABEL_NUMERAL = 1, LABEL_NUMBER, LABEL_COLON };
bool annex_has(const struct annex *annex, int group);

struct annexes {
    const struct annex *items; /* of the list */
    size_t item_count;
    const struct annex *pages;
    size_t page_count;
};

/* The list of the notice, and that of the document which it issues, each with its pages. Lists in
 * annexes are those of forms and left out. */
enum { ANNEX_LISTS = 2 };
struct annexed {
    struct annexes list[ANNEX_LISTS];
    size_t count; /* 0 where it cannot be told which pages belong to which list */
};
struct annexed annexed_of(const struct subject *subject);

/* A name without what other rules speak of: blanks, 《》 around it, a mark at its end, half-width
 * brackets. */
const char *annex_plain(struct arena *arena, const char *name);

/* Whether the page bears the listed name; it may add a subtitle, and say before the title who fills
 * it in (××局). */
bool annex_is_listed_as(struct arena *arena, const struct annex *page, const char *listed);

#endif
