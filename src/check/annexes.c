/* Annexes: the list of the notice against the pages that follow. */
#include "check/annexed.h"

#include <string.h>

#include "base/text.h"
#include "check/cited.h"
#include "check/families.h"
#include "data/notice.h"

static struct spot spot_of_group(const struct subject *subject, const struct annex *annex,
                                 int group)
{
    return spot_in(subject, annex->passage, annex->match.start[group], annex->match.end[group]);
}

static const char *text_of_group(const struct subject *subject, const struct annex *annex,
                                 int group)
{
    return match_text(subject->arena, annex->passage->text, &annex->match, group);
}

/* Annexes that stand in files of their own. */
static size_t count_forms(const struct subject *subject)
{
    const struct notice *notice = subject->what->notice;
    size_t count = 0;
    for (const struct part *part = notice ? notice->parts : NULL; part; part = part->next)
        count += part_is_form(part);
    return count;
}

static void check_count(struct subject *subject, const struct annexes *annexes)
{
    if (annexes->item_count > 0 && annexes->page_count > 0 &&
        annexes->item_count != annexes->page_count &&
        annexes->item_count != annexes->page_count + count_forms(subject))
        FOUND(subject, RULE_ANNEX_COUNT, spot_of(subject, annexes->items[0].passage),
              number_text(subject, (long)annexes->item_count),
              number_text(subject, (long)annexes->page_count));
}

static void check_order(struct subject *subject, const struct annex *list, size_t count, int group)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].number != 0 && list[i].number != (long)i + 1 && annex_has(&list[i], group))
            FOUND(subject, RULE_ANNEX_ORDER, spot_of_group(subject, &list[i], group),
                  number_text(subject, (long)i + 1), number_text(subject, list[i].number));
}

/* A page that is missing is spoken of as such, not as a wrong order of the others. */
static void check_orders(struct subject *subject, const struct annexes *annexes)
{
    check_order(subject, annexes->items, annexes->item_count, ITEM_NUMBER);
    if (annexes->item_count == annexes->page_count)
        check_order(subject, annexes->pages, annexes->page_count, LABEL_NUMBER);
}

/* One annex has no number, several have each its Arabic number. */
static void check_numbering(struct subject *subject, const struct annexes *annexes,
                            const struct annex *annex, int wrong_group)
{
    bool must = annexes->item_count > 1;
    if (annex_has(annex, wrong_group) || (annex->number != 0) != must)
        FOUND(subject, RULE_ANNEX_NUMBERING, spot_of(subject, annex->passage),
              text_trim(subject->arena, annex->passage->text));
}

static void check_item_marks(struct subject *subject, const struct annex *item)
{
    static const char end_mark[] = "[。，；、：,;:.]$";
    struct match match;
    if (annex_has(item, ITEM_WORD) && !annex_has(item, ITEM_INNER_NUMBER) &&
        !text_equal(text_of_group(subject, item, ITEM_COLON), "："))
        FOUND(subject, RULE_ANNEX_PUNCTUATION, spot_of_group(subject, item, ITEM_WORD),
              arena_printf(subject->arena, "附件%s", text_of_group(subject, item, ITEM_COLON)),
              "附件：");
    if (annex_has(item, ITEM_DOT) && !strstr(".．", text_of_group(subject, item, ITEM_DOT)))
        FOUND(subject, RULE_ANNEX_PUNCTUATION, spot_of_group(subject, item, ITEM_DOT),
              arena_printf(subject->arena, "%ld%s", item->number,
                           text_of_group(subject, item, ITEM_DOT)),
              arena_printf(subject->arena, "%ld.", item->number));
    if (pattern_find(subject->patterns, end_mark, item->name, 0, &match))
        FOUND(subject, RULE_ANNEX_PUNCTUATION, spot_of_group(subject, item, ITEM_NAME), item->name,
              arena_copy_n(subject->arena, item->name, match.start[0]));
}

static void check_label_marks(struct subject *subject, const struct annex *page)
{
    if (annex_has(page, LABEL_COLON))
        FOUND(subject, RULE_ANNEX_PUNCTUATION, spot_of_group(subject, page, LABEL_COLON),
              text_trim(subject->arena, page->passage->text),
              arena_copy_n(subject->arena, page->passage->text, page->match.start[LABEL_COLON]));
}

static void check_book_marks(struct subject *subject, const struct annex *item)
{
    if (matches(subject, "^《[^《]*》$", item->name))
        FOUND(subject, RULE_ANNEX_BOOK_MARKS, spot_of_group(subject, item, ITEM_NAME), item->name);
}

static const struct annex *page_numbered(const struct annexes *annexes, long number)
{
    for (size_t i = 0; number && i < annexes->page_count; i++)
        if (annexes->pages[i].number == number)
            return &annexes->pages[i];
    return NULL;
}

static bool agrees(struct subject *subject, const struct annex *page, const struct annex *item)
{
    return page && (!page->name || annex_is_listed_as(subject->arena, page, item->name));
}

/* The page may be that of the number or that of the place: where the two differ, annex-order
 * speaks. */
static void check_title(struct subject *subject, const struct annexes *annexes, size_t item)
{
    const struct annex *listed = &annexes->items[item];
    const struct annex *numbered = page_numbered(annexes, listed->number), *placed = NULL;
    if (annexes->page_count == annexes->item_count)
        placed = &annexes->pages[item];
    const struct annex *page = numbered ? numbered : placed;
    if (page && !agrees(subject, numbered, listed) && !agrees(subject, placed, listed))
        FOUND(subject, RULE_ANNEX_TITLE, spot_of_group(subject, listed, ITEM_NAME), listed->name,
              arena_printf(subject->arena, "%s%s", page->name, page->subtitle));
}

static void check_list(struct subject *subject, const struct annexes *annexes)
{
    check_count(subject, annexes);
    check_orders(subject, annexes);
    for (size_t i = 0; i < annexes->item_count; i++) {
        check_numbering(subject, annexes, &annexes->items[i], ITEM_INNER_NUMBER);
        check_item_marks(subject, &annexes->items[i]);
        check_book_marks(subject, &annexes->items[i]);
        check_title(subject, annexes, i);
    }
    for (size_t i = 0; i < annexes->page_count; i++) {
        if (annexes->item_count > 0)
            check_numbering(subject, annexes, &annexes->pages[i], LABEL_NUMERAL);
        check_label_marks(subject, &annexes->pages[i]);
    }
}

void check_annexes(struct subject *subject)
{
    struct annexed annexed = annexed_of(subject);
    for (size_t i = 0; i < annexed.count; i++)
        check_list(subject, &annexed.list[i]);
    check_citations(subject, &annexed);
}
