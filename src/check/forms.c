/* Forms for self-assessment hold all that is to be reported: the contents that the notice asks for,
 * and the indicators. */
#include <string.h>

#include "base/likeness.h"
#include "base/text.h"
#include "check/families.h"
#include "check/kind.h"

/* How many contents are read; how many there must be; of how many one may be missing; the longest
 * core of one, in characters, that can be missed for sure; how many indicators a form must hold to
 * be one that lists them. */
enum { ITEMS_MOST = 32, ITEMS_LEAST = 3, MISSING_OF = 3, CORE_MOST = 8, LISTED_LEAST = 3 };

struct form {
    const struct passage *title;
    const char *words; /* all its words without marks */
    const char *core;  /* and without small words */
};

struct item {
    size_t start, end; /* bytes of the paragraph */
};

static bool tells_self_assessment(const char *text)
{
    return strstr(text, "自评") || strstr(text, "自查");
}

/* The title of the next annex that is such a form. */
static const struct passage *next_form(const struct subject *subject, const struct passage *p)
{
    do
        p = passage_next(subject, p, ROLE_TITLE);
    while (p && !(section_is_annex(p->section) && tells_self_assessment(p->text)));
    return p;
}

/* Small words come and go between two wordings of one thing. */
static size_t small_word(const char *text)
{
    static const char *const words[] = {"工作", "情况", "质量", "考核", "年度", "年", "的",
                                        "本",   "主要", "有关", "相关", "内容", "及", "和"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts(text, words[i]))
            return strlen(words[i]);
    return 0;
}

static const char *core_of(struct arena *arena, const char *text)
{
    struct buffer core = buffer_on(arena);
    const char *at = wording_key(arena, text);
    while (*at) {
        size_t small = small_word(at);
        if (small)
            at += small;
        else
            buffer_add_code(&core, text_next(&at));
    }
    return buffer_text(&core);
}

static struct form form_of(struct subject *subject, const struct passage *title)
{
    struct buffer words = buffer_on(subject->arena);
    const char *name = title->section->name;
    for (const struct passage *p = title->next; p && text_equal(p->section->name, name);
         p = p->next)
        buffer_add(&words, p->text);
    return (struct form){
        .title = title,
        .words = wording_key(subject->arena, buffer_text(&words)),
        .core = core_of(subject->arena, buffer_text(&words)),
    };
}

/* What the form leaves out, with how much else, in both languages. */
static void report(struct subject *subject, const struct form *form, struct spot spot,
                   const char *missing, long count)
{
    const char *more[LANGUAGE_COUNT] = {"", ""};
    if (count > 1) {
        more[LANGUAGE_ENGLISH] = arena_printf(subject->arena, " and %ld more", count - 1);
        more[LANGUAGE_CHINESE] = arena_printf(subject->arena, "等%ld项", count);
    }
    FOUND(subject, RULE_FORM_INCOMPLETE, spot, form->title->text, missing, more[LANGUAGE_ENGLISH],
          more[LANGUAGE_CHINESE]);
}

/* contents */

/* Where the item ends that begins at `from`: before the mark that parts items; none parts within
 * brackets. */
static size_t item_end(const char *text, size_t from, size_t end, uint32_t part)
{
    int depth = 0;
    const char *at = text + from;
    while (at < text + end) {
        const char *here = at;
        uint32_t code = text_next(&at);
        depth += code == 0xFF08 || code == '(' || code == 0x300A || code == 0x201C;
        depth -= code == 0xFF09 || code == ')' || code == 0x300B || code == 0x201D;
        if (depth <= 0 && (code == part || (part == 0xFF0C && code == ',')))
            return (size_t)(here - text);
    }
    return end;
}

/* Commas part the items where there are any, else 、. */
static size_t split_items(const char *text, size_t start, size_t end, struct item *items)
{
    enum { COMMA = 0xFF0C, PAUSE = 0x3001 };
    uint32_t part = item_end(text, start, end, COMMA) < end ? COMMA : PAUSE;
    size_t count = 0;
    while (start < end && count < ITEMS_MOST) {
        size_t stop = item_end(text, start, end, part);
        const char *next = text + stop;
        items[count++] = (struct item){start, stop};
        if (stop < end)
            text_next(&next);
        start = stop < end ? (size_t)(next - text) : end;
    }
    return count;
}

/* Whether the form has two characters that stand side by side in the item. */
static bool is_touched(struct arena *arena, const struct form *form, const char *core)
{
    while (*core) {
        const char *second = core;
        text_next(&second);
        const char *end = second;
        if (!text_next(&end))
            return false;
        if (strstr(form->core, arena_copy_n(arena, core, (size_t)(end - core))))
            return true;
        core = second;
    }
    return false;
}

static bool is_missing(struct subject *subject, const struct form *form, const char *text,
                       struct item item)
{
    const char *words = arena_copy_n(subject->arena, text + item.start, item.end - item.start);
    const char *core = core_of(subject->arena, words);
    size_t count = text_count(core);
    return count >= 2 && count <= CORE_MOST && !is_touched(subject->arena, form, core);
}

/* Contents that the form has none of are another list. */
static void check_contents(struct subject *subject, const struct form *form,
                           const struct passage *p)
{
    static const char contents[] =
        "(?:自评|自查)[^。；;]{0,80}?内容(?:[（(][^）)]{0,40}[）)])?(?:应当|应|须|要|主要)*"
        "(?:包括|包含)[：:]?([^。；;]+)";
    struct match match;
    struct item items[ITEMS_MOST], missing[ITEMS_MOST];
    size_t lacking = 0;
    if (!tells_self_assessment(p->text) ||
        !pattern_find(subject->patterns, contents, p->text, 0, &match))
        return;
    size_t count = split_items(p->text, match.start[1], match.end[1], items);
    for (size_t i = 0; i < count; i++)
        if (is_missing(subject, form, p->text, items[i]))
            missing[lacking++] = items[i];
    if (!lacking || count < ITEMS_LEAST || lacking * MISSING_OF > count)
        return;
    struct item first = missing[0];
    report(subject, form, spot_in(subject, p, first.start, first.end),
           words_in(subject, p, first.start, first.end), (long)lacking);
}

/* indicators */

static bool is_asked(const struct indicator *indicator)
{
    return indicator->kind == INDICATOR_POINTS || indicator->kind == INDICATOR_PLAIN;
}

static bool is_listed(struct subject *subject, const struct form *form,
                      const struct indicator *indicator)
{
    struct xml_node *text = xml_first_named(indicator->node, "text");
    const char *key = wording_key(subject->arena, xml_content(subject->arena, text));
    return is_asked(indicator) && *key && strstr(form->words, key);
}

static bool has_department(const struct indicator *indicator, const struct department *department)
{
    const struct department_ref *ref = indicator->departments;
    while (ref && ref->department != department)
        ref = ref->next;
    return ref;
}

/* A form may be for some departments alone. */
static bool is_theirs(const struct rubric *rubric, const bool *listed,
                      const struct indicator *indicator)
{
    for (const struct department_ref *ref = indicator->departments; ref; ref = ref->next) {
        const struct indicator *i = rubric->indicators;
        for (size_t n = 0; i && !(listed[n] && has_department(i, ref->department)); i = i->next)
            n++;
        if (!i)
            return false;
    }
    return true;
}

static struct spot spot_of_form(struct subject *subject, const struct form *form)
{
    const struct part *part = subject->what->notice ? subject->what->notice->parts : NULL;
    for (; part; part = part->next)
        if (text_equal(part->name, form->title->section->name)) {
            struct spot spot = spot_of_node(subject, part->node);
            spot.node = form->title->block;
            spot.rank = form->title->rank;
            return spot;
        }
    return spot_of(subject, form->title);
}

static void check_indicators(struct subject *subject, const struct form *form)
{
    const struct rubric *rubric = subject->what->rubric;
    size_t count = 0, n = 0;
    long here = 0, lacking = 0;
    const char *first = NULL;
    for (const struct indicator *i = rubric->indicators; i; i = i->next)
        count++;
    bool *listed = ARENA_ARRAY(subject->arena, bool, count + 1);
    for (const struct indicator *i = rubric->indicators; i; i = i->next)
        here += (listed[n++] = is_listed(subject, form, i));
    n = 0;
    for (const struct indicator *i = rubric->indicators; i && here; i = i->next, n++) {
        if (listed[n] || !is_asked(i) || !is_theirs(rubric, listed, i))
            continue;
        if (!lacking++)
            first = indicator_text(subject->arena, i);
    }
    if (first && here >= LISTED_LEAST && here >= lacking)
        report(subject, form, spot_of_form(subject, form), first, lacking);
}

void check_forms(struct subject *subject)
{
    for (const struct passage *t = NULL; (t = next_form(subject, t));) {
        struct form form = form_of(subject, t);
        for (const struct passage *p = subject->passages; p; p = p->next)
            if (!text_equal(p->section->name, t->section->name))
                check_contents(subject, &form, p);
        if (subject->what->rubric)
            check_indicators(subject, &form);
    }
}
