/* How paragraphs and the items of lists end. */
#include <string.h>

#include "base/ordinal.h"
#include "base/text.h"
#include "check/kind.h"
#include "check/prose.h"

/* With fewer characters it is a label; with so many, a request is a sentence. */
enum { SENTENCE_LEAST = 12, SENTENCE_SURELY = 30 };
enum { WORDS_SHOWN = 8 };

#define CLOSED "(?:[”’」』）)\\s　]|（[^（）]*）|\\([^()]*\\))*$"

/* With what may follow it: a bracket or the end of a quotation. */
static bool ends_with_final_mark(struct subject *subject, const char *text)
{
    return matches(subject, "[。！？!?：:…—]" CLOSED, text);
}

static bool ends_with_inner_mark(struct subject *subject, const char *text)
{
    return matches(subject, "[；;，,、]\\s*$", text);
}

/* Addresses of the network bear no mark. */
static bool ends_with_letter(struct subject *subject, const char *text)
{
    return matches(subject, "[A-Za-z/]\\s*$", text);
}

/* The last few characters, without the number of the paragraph. */
static const char *last_words(const char *text)
{
    const char *at = text + ordinal_of(text).end;
    size_t count = text_count(at);
    for (size_t skipped = 0; skipped + WORDS_SHOWN < count; skipped++)
        text_next(&at);
    return at;
}

static void report_end(struct subject *subject, enum rule rule, const struct passage *passage)
{
    const char *text = passage->text, *words = last_words(text);
    size_t end = strlen(text);
    size_t start = (size_t)(text_back(text, text + end) - text);
    FOUND(subject, rule, spot_in(subject, passage, start, end), words);
}

/* sentence-end */

/* In the notice a comma makes a sentence, or a request of some length; an annex may be a form, and
 * must have both. */
static bool reads_as_sentence(const struct passage *passage)
{
    static const char *const commas[] = {"，", "；", ",", ";", NULL};
    static const char *const asking[] = {"请", "請", "应", "應", "须", "須", NULL};
    const char *text = passage->text;
    bool comma = text_has_any(text, commas);
    bool request = text_count(text) >= SENTENCE_SURELY && text_has_any(text, asking);
    return strstr(text, "。") || (is_main_text(passage) ? comma || request : comma && request);
}

/* Text, or a heading with its text behind it. */
static bool is_sentence(struct subject *subject, const struct passage *passage)
{
    static const char *const labels[] = {"联系人", "聯繫人", "电话", "電話", "邮箱",
                                         "郵箱",   "地址",   "邮编", "郵編", "传真",
                                         "傳真",   "附件",   "抄送", "主送", NULL};
    const char *text = passage->text, *stop = strstr(text, "。");
    bool prose = is_heading(passage) ? stop && stop[strlen("。")] : passage->role == ROLE_BODY;
    return prose && !passage->has_field && text_count(text) >= SENTENCE_LEAST &&
           matches(subject, "\\p{Han}", text) && reads_as_sentence(passage) &&
           !text_starts_any(text, labels);
}

/* A paragraph that ends with a semicolon is right if another of its kind follows, but for 一、. In
 * a Word file the last of several items may have been taken for a heading. */
static bool may_go_on(const struct passage *passage)
{
    const struct passage *next = passage->next;
    if (!next || next->section != passage->section)
        return false;
    return (next->role == passage->role || is_list_item(next) || ordinal_follows(passage, next)) &&
           ordinal_of(passage->text).level != 1;
}

static void check_sentence(struct subject *subject, const struct passage *passage)
{
    const char *text = passage->text;
    if (ends_with_final_mark(subject, text) || ends_with_letter(subject, text))
        return;
    if (!ends_with_inner_mark(subject, text) || !may_go_on(passage))
        report_end(subject, RULE_SENTENCE_END, passage);
}

/* list-end */

/* Items that follow each other in a list or a cell. */
static bool same_list(const struct passage *a, const struct passage *b)
{
    if (!b || a->section != b->section || a->cell != b->cell || a->role != b->role)
        return false;
    return a->cell ? ordinal_of(a->text).level == 3 && ordinal_of(b->text).level == 3
                   : is_list_item(a);
}

struct list {
    const struct passage *first, *last;
    long inner, unmarked;      /* items before the last; those without a mark */
    const struct passage *odd; /* the last of those */
};

static struct list list_from(struct subject *subject, const struct passage *first)
{
    struct list list = {.first = first, .last = first};
    for (; same_list(list.last, list.last->next); list.last = list.last->next) {
        const char *text = list.last->text;
        list.inner++;
        if (!ends_with_final_mark(subject, text) && !ends_with_inner_mark(subject, text)) {
            list.unmarked++;
            list.odd = list.last;
        }
    }
    return list;
}

/* After the text of an item that has several paragraphs, the list goes on. */
static bool list_ends(const struct passage *last)
{
    enum { PARAGRAPHS_MOST = 200 };
    long next = ordinal_of(last->text).value + 1, end = last->rank + PARAGRAPHS_MOST;
    const struct passage *p = last->next;
    for (; p && p->section == last->section && p->cell == last->cell && p->rank <= end &&
           !is_heading(p);
         p = p->next)
        if (p->role == last->role && ordinal_of(p->text).value == next)
            return false;
    return true;
}

static void check_list(struct subject *subject, const struct list *list)
{
    enum { MARKED_LEAST = 2 };
    if (list->inner && ends_with_inner_mark(subject, list->last->text) && list_ends(list->last))
        report_end(subject, RULE_LIST_END, list->last);
    if (list->unmarked == 1 && list->inner - 1 >= MARKED_LEAST)
        report_end(subject, RULE_LIST_END, list->odd);
}

/* A list in one paragraph of a cell: 1.…；2.…； */
static void check_cell(struct subject *subject, const struct passage *passage)
{
    bool last = !passage->next || passage->next->cell != passage->cell;
    if (last && ends_with_inner_mark(subject, passage->text) &&
        matches(subject, "^\\s*1[.．、].*[。；;]\\s*2[.．、]", passage->text))
        report_end(subject, RULE_LIST_END, passage);
}

void check_sentences(struct subject *subject)
{
    for (const struct passage *p = subject->passages; p; p = p->next)
        if (p->cell)
            check_cell(subject, p);
        else if (is_sentence(subject, p))
            check_sentence(subject, p);
    for (const struct passage *p = subject->passages; p;) {
        struct list list = list_from(subject, p);
        check_list(subject, &list);
        p = list.last->next;
    }
}
