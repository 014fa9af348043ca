/* How points and those responsible are printed, an annex at a time: （0.5） without 分, 责任单位
 * beside 负责单位. */
#include <string.h>

#include "base/text.h"
#include "check/points.h"

/* So many paragraphs of an annex must print points before a bare number in one is taken for them.
 */
enum { STATEMENTS_LEAST = 3 };

static const char *const labels[] = {"责任单位", "负责单位", "责任部门", "负责部门"};
enum { LABELS = sizeof labels / sizeof *labels };

/* One annex, all its sections. */
struct labelled {
    const struct passage *first, *end;
    long statements; /* paragraphs with points */
    long labels[LABELS];
};

/* In （责任单位：…） from the byte `from` on; NULL if there is none. */
static const char *next_label(struct subject *subject, const char *text, size_t from,
                              struct match *match)
{
    static const char label[] = "[（(]((?:责任|负责)(?:单位|部门))[：:；;]";
    if (!(strstr(text + from, "单位") || strstr(text + from, "部门")) ||
        !pattern_find(subject->patterns, label, text, from, match))
        return NULL;
    return match_text(subject->arena, text, match, 1);
}

static int label_index(const char *label)
{
    int i = 0;
    while (i < LABELS - 1 && !text_equal(labels[i], label))
        i++;
    return i;
}

static void count_labels(struct subject *subject, struct labelled *annex, const char *text)
{
    struct match match;
    const char *label;
    for (size_t from = 0; (label = next_label(subject, text, from, &match)); from = match.end[0])
        annex->labels[label_index(label)]++;
}

static struct labelled labelled_from(struct subject *subject, const struct passage *first)
{
    struct labelled annex = {.first = first};
    const struct passage *p = first;
    for (struct mark mark; p && text_equal(p->section->name, first->section->name); p = p->next) {
        annex.statements += mark_find(subject, p->text, 0, &mark);
        count_labels(subject, &annex, p->text);
    }
    annex.end = p;
    return annex;
}

/* A number in brackets at the end of a statement; not that of a series, nor of an annex, a table, a
 * formula. */
static void check_unit(struct subject *subject, const struct passage *p)
{
    static const char bare[] = "(?<=[\\p{Han}。”》][。”》]|\\p{Han}\\p{Han})(?<![件表图式例见第注])"
                               "([（(]\\s*([0-9]{1,2}(?:\\.[0-9]{1,2})?)\\s*[）)])"
                               "\\s*(?:$|[。；;]$|[（(](?:责任|负责))";
    struct mark mark;
    struct match match;
    if (is_of_rubric(subject, p) || mark_find(subject, p->text, 0, &mark) ||
        !pattern_find(subject->patterns, bare, p->text, 0, &match))
        return;
    FOUND(subject, RULE_POINTS_UNIT, spot_in(subject, p, match.start[1], match.end[1]),
          match_text(subject->arena, p->text, &match, 1),
          match_text(subject->arena, p->text, &match, 2));
}

static void report_label(struct subject *subject, const struct labelled *annex, int rare,
                         int common)
{
    struct match match;
    const struct passage *p = annex->first;
    for (; p != annex->end; p = p->next) {
        const char *label;
        for (size_t from = 0; (label = next_label(subject, p->text, from, &match));
             from = match.end[0]) {
            if (!text_equal(label, labels[rare]))
                continue;
            FOUND(subject, RULE_UNIT_LABEL_MIXED, spot_in(subject, p, match.start[1], match.end[1]),
                  labels[rare], number_text(subject, annex->labels[rare]), labels[common],
                  number_text(subject, annex->labels[common]));
            return;
        }
    }
}

/* One finding an annex, where the rarest label first stands. */
static void check_labels(struct subject *subject, const struct labelled *annex)
{
    int rare = -1, common = 0;
    for (int i = 0; i < LABELS; i++) {
        long count = annex->labels[i];
        if (count > annex->labels[common])
            common = i;
        if (count && (rare < 0 || count <= annex->labels[rare]))
            rare = i;
    }
    if (rare >= 0 && rare != common)
        report_label(subject, annex, rare, common);
}

void check_printed_points(struct subject *subject)
{
    for (const struct passage *p = subject->passages; p;) {
        struct labelled annex = labelled_from(subject, p);
        check_labels(subject, &annex);
        for (; p != annex.end; p = p->next)
            if (annex.statements >= STATEMENTS_LEAST)
                check_unit(subject, p);
    }
}
