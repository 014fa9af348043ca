/* How a Word file looks, against the style: paper, margins, faces, lines, page numbers. */
#include <stdlib.h>

#include "base/text.h"
#include "check/families.h"
#include "check/kind.h"

enum {
    TWIPS_PER_POINT = 20,
    MILLIMETRE = 57,           /* twips: what the standard allows */
    SIZE_ALLOWED = 1,          /* half-points: 15.5 pt is set to fit 28 characters on a line */
    TITLE_SIZE_ALLOWED = 4,    /* the same, for a long title */
    INDENT_ALLOWED = 60,       /* 1/100 character: indents are often set in points */
    LINES_ALLOWED = 1,         /* a page: pitches from 28 to 30 pt are all in use */
    RUNNING_TEXT = 30,         /* characters: more than a line, so no line of a form */
    PAGE_CHARACTERS = 22 * 28, /* GB/T 9704-2012, 5.2.3 */
};

/* Names of a face by whatever foundry: the first that a style's font has tells its kin. */
static const char *const kinships[] = {
    "(?i)仿宋|fang\\s?song|FZFS",
    "(?i)小标宋|xiao\\s?biao\\s?song|FZXBS|中宋|zhong\\s?song",
};

static bool is_font(const struct subject *subject, const struct font *wanted, const char *name)
{
    if (!name || text_equal(name, wanted->name) || text_equal(name, wanted->alternate))
        return true;
    for (size_t i = 0; i < sizeof kinships / sizeof *kinships; i++)
        if (matches(subject, kinships[i], wanted->name))
            return matches(subject, kinships[i], name);
    return false;
}

/* Whole and half points, tenths of a millimetre. */
static char *points_text(const struct subject *subject, long half_points)
{
    return arena_printf(subject->arena, half_points % 2 ? "%ld.5" : "%ld", half_points / 2);
}

static char *millimetres_text(const struct subject *subject, long twips)
{
    long tenths = (twips * 254 + 720) / 1440;
    return arena_printf(subject->arena, tenths % 10 ? "%ld.%ld" : "%ld", tenths / 10, tenths % 10);
}

/* pages */

static const struct passage *first_of(const struct subject *subject, const struct section *section)
{
    const struct passage *p = subject->passages;
    while (p && p->section != section)
        p = p->next;
    return p;
}

static bool is_near(long value, long wanted, long allowed)
{
    return labs(value - wanted) <= allowed;
}

/* The standard measures to the characters, a margin ends at their line: it may be less by the blank
 * above or below them. */
static bool is_upright_margin(const struct role_style *body, long value, long wanted)
{
    long blank = (body->line - body->size * TWIPS_PER_HALF_POINT) / 2;
    return value >= wanted - blank - MILLIMETRE && value <= wanted + MILLIMETRE;
}

static bool has_right_margins(const struct style *style, const struct page_style *page)
{
    const struct page_style *wanted = &style->portrait;
    const struct role_style *body = &style->role[ROLE_BODY];
    return is_upright_margin(body, page->top, wanted->top) &&
           is_upright_margin(body, page->bottom, wanted->bottom) &&
           is_near(page->left, wanted->left, MILLIMETRE) &&
           is_near(page->right, wanted->right, MILLIMETRE);
}

static void report_size(struct subject *subject, struct spot spot, const struct page_style *page)
{
    const struct page_style *wanted = &subject->what->style->portrait;
    FOUND(subject, RULE_PAGE_SIZE, spot, millimetres_text(subject, page->width),
          millimetres_text(subject, page->height), millimetres_text(subject, wanted->width),
          millimetres_text(subject, wanted->height));
}

static void report_margins(struct subject *subject, struct spot spot, const struct page_style *page)
{
    const struct page_style *wanted = &subject->what->style->portrait;
    FOUND(subject, RULE_PAGE_MARGINS, spot, millimetres_text(subject, page->top),
          millimetres_text(subject, page->bottom), millimetres_text(subject, page->left),
          millimetres_text(subject, page->right), millimetres_text(subject, wanted->top),
          millimetres_text(subject, wanted->bottom), millimetres_text(subject, wanted->left),
          millimetres_text(subject, wanted->right));
}

static bool is_portrait(const struct page_style *page)
{
    return !page->landscape && page->width <= page->height;
}

/* The first page that is wrong speaks for all. Wide tables have paper of their own. */
static void check_pages(struct subject *subject,
                        bool (*is_right)(const struct style *style, const struct page_style *page),
                        void (*report)(struct subject *subject, struct spot spot,
                                       const struct page_style *page))
{
    const struct docx_read *word = subject->what->word;
    for (size_t i = 0; i < word->page_count; i++) {
        const struct page_style *page = &word->pages[i].page;
        const struct passage *first = first_of(subject, word->pages[i].section);
        if (first && is_portrait(page) && !is_right(subject->what->style, page)) {
            report(subject, spot_of(subject, first), page);
            return;
        }
    }
}

static bool has_right_size(const struct style *style, const struct page_style *page)
{
    return is_near(page->width, style->portrait.width, MILLIMETRE) &&
           is_near(page->height, style->portrait.height, MILLIMETRE);
}

/* A single page needs none, nor has the first page of a letter one. */
static void check_page_numbers(struct subject *subject)
{
    const struct docx_read *word = subject->what->word;
    size_t characters = 0;
    for (const struct passage *p = subject->passages; p; p = p->next)
        characters += text_count(p->text);
    for (size_t i = 0; i < word->page_count; i++)
        if (word->pages[i].page_number)
            return;
    if (characters > PAGE_CHARACTERS)
        FOUND(subject, RULE_PAGE_NUMBER, spot_of(subject, subject->passages), NULL);
}

/* running text */

/* A paragraph with its look and its page. */
struct sight {
    const struct passage *passage;
    const struct paragraph_look *look;
    const struct page_style *page;
};

static bool has_right_face(const struct subject *subject, const struct sight *sight)
{
    const struct role_style *body = &subject->what->style->role[ROLE_BODY];
    return !sight->look->font || (is_font(subject, body->font, sight->look->font) &&
                                  is_near(sight->look->size, body->size, SIZE_ALLOWED));
}

/* Lines that are as tall as their text take the grid's, where there is one. */
static long pitch_of(const struct sight *sight)
{
    const struct paragraph_look *look = sight->look;
    return look->line ? look->line : single_line(look->size, sight->page->grid);
}

static long lines_of(const struct subject *subject, long pitch)
{
    return page_text_height(&subject->what->style->portrait) / (pitch > 0 ? pitch : 1);
}

static bool has_right_pitch(const struct subject *subject, const struct sight *sight)
{
    long wanted = lines_of(subject, subject->what->style->role[ROLE_BODY].line);
    return is_near(lines_of(subject, pitch_of(sight)), wanted, LINES_ALLOWED);
}

static bool has_right_indent(const struct subject *subject, const struct sight *sight)
{
    return is_near(sight->look->first_line, subject->what->style->role[ROLE_BODY].first_line,
                   INDENT_ALLOWED);
}

static void report_face(struct subject *subject, enum rule rule, const struct sight *sight,
                        const char *count)
{
    const struct role_style *wanted = &subject->what->style->role[sight->passage->role];
    FOUND(subject, rule, spot_of(subject, sight->passage), sight->look->font,
          points_text(subject, sight->look->size), wanted->font->name,
          points_text(subject, wanted->size), count);
}

static void report_pitch(struct subject *subject, enum rule rule, const struct sight *sight,
                         const char *count)
{
    long pitch = subject->what->style->role[ROLE_BODY].line;
    FOUND(subject, rule, spot_of(subject, sight->passage),
          number_text(subject, lines_of(subject, pitch_of(sight))),
          number_text(subject, lines_of(subject, pitch)), count,
          arena_printf(subject->arena, "%ld.%02ld", pitch / TWIPS_PER_POINT,
                       pitch % TWIPS_PER_POINT * 100 / TWIPS_PER_POINT));
}

static void report_indent(struct subject *subject, enum rule rule, const struct sight *sight,
                          const char *count)
{
    FOUND(subject, rule, spot_of(subject, sight->passage), count);
}

static const struct trait {
    enum rule rule;
    bool (*is_right)(const struct subject *subject, const struct sight *sight);
    void (*report)(struct subject *subject, enum rule rule, const struct sight *sight,
                   const char *count);
} traits[] = {
    {RULE_BODY_FONT, has_right_face, report_face},
    {RULE_LINE_PITCH, has_right_pitch, report_pitch},
    {RULE_FIRST_LINE, has_right_indent, report_indent},
};
enum { TRAITS = sizeof traits / sizeof *traits };

static const struct page_style *page_of(const struct subject *subject,
                                        const struct section *section)
{
    const struct docx_read *word = subject->what->word;
    size_t i = 0;
    while (i + 1 < word->page_count && word->pages[i].section != section)
        i++;
    return &word->pages[i].page;
}

/* Looks come in the order of their paragraphs. */
static struct sight next_sight(const struct subject *subject, struct sight sight)
{
    const struct docx_read *word = subject->what->word;
    const struct passage *p = sight.passage ? sight.passage->next : subject->passages;
    const struct paragraph_look *look = sight.look ? sight.look + 1 : word->looks;
    const struct paragraph_look *end = word->looks + word->look_count;
    for (; p && look < end; p = p->next)
        if (p->block == look->block)
            return (struct sight){p, look, page_of(subject, p->section)};
    return (struct sight){0};
}

static bool is_running_text(const struct sight *sight)
{
    const struct passage *p = sight->passage;
    return p->role == ROLE_BODY && !p->has_field && is_portrait(sight->page) &&
           (sight->look->align == ALIGN_LEFT || sight->look->align == ALIGN_JUSTIFY) &&
           text_count(p->text) > RUNNING_TEXT;
}

/* One finding of a kind: where it begins, and how often. */
static void check_running_text(struct subject *subject)
{
    struct sight first[TRAITS] = {0};
    long count[TRAITS] = {0};
    for (struct sight sight = {0}; (sight = next_sight(subject, sight)).look;)
        for (size_t i = 0; i < TRAITS && is_running_text(&sight); i++)
            if (!traits[i].is_right(subject, &sight) && !count[i]++)
                first[i] = sight;
    for (size_t i = 0; i < TRAITS; i++)
        if (count[i])
            traits[i].report(subject, traits[i].rule, &first[i], number_text(subject, count[i]));
}

/* Of the notice and of what it issues: for annexes the standard names no face. */
static bool is_main_title(const struct passage *p)
{
    return p->role == ROLE_TITLE && !section_is_annex(p->section);
}

static void check_titles(struct subject *subject)
{
    const struct role_style *title = &subject->what->style->role[ROLE_TITLE];
    for (struct sight sight = {0}; (sight = next_sight(subject, sight)).look;) {
        const struct paragraph_look *look = sight.look;
        if (is_main_title(sight.passage) && look->font &&
            !(is_font(subject, title->font, look->font) &&
              is_near(look->size, title->size, TITLE_SIZE_ALLOWED))) {
            report_face(subject, RULE_TITLE_FONT, &sight, "1");
            return;
        }
    }
}

void check_layout(struct subject *subject)
{
    if (!subject->what->word || !subject->what->style || !subject->passages)
        return;
    check_pages(subject, has_right_size, report_size);
    check_pages(subject, has_right_margins, report_margins);
    check_page_numbers(subject);
    check_titles(subject);
    check_running_text(subject);
}
