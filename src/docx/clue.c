/* Roles as offices without styles write (GB/T 9704-2012, clause 7). */
#include "docx/clue.h"

#include <string.h>

#include "base/ordinal.h"
#include "base/text.h"
#include "docx/wording.h"

enum { STAGE_ANY = 31, STAGE_BELOW_TITLE = STAGE_TITLE | STAGE_TEXT | STAGE_LIST };

static const char *next_text(const struct clue *clue, const struct passage *passage)
{
    return is_paragraph(passage->next) ? passage_text(clue->arena, passage->next) : "";
}

/* look */

enum { TITLE_SIZE_LEAST = 36 }; /* half-points: 小二, a size below the title's own */

bool clue_is_centered(const struct clue *clue)
{
    return clue->passage->look.align == ALIGN_CENTER ||
           clue->passage->look.align == ALIGN_DISTRIBUTE;
}

static bool is_large(const struct clue *clue)
{
    return passage_wear(clue->passage).size >= TITLE_SIZE_LEAST;
}

/* Red, not only a shade of it. */
static bool is_red(const struct clue *clue)
{
    const char *color = passage_wear(clue->passage).color;
    return color && color[0] >= 'C' && color[2] < '4' && color[4] < '4';
}

/* the head */

static bool is_copy_number(const struct clue *clue)
{
    enum { DIGITS = 6 };
    return clue->first_page && strlen(clue->text) == DIGITS &&
           strspn(clue->text, "0123456789") == DIGITS;
}

static bool is_secrecy(const struct clue *clue)
{
    enum { CHARACTERS_MOST = 12 };
    static const char *const words[] = {"绝密", "机密", "秘密", "絕密", "機密", NULL};
    return clue->first_page && clue->count <= CHARACTERS_MOST && text_starts_any(clue->text, words);
}

static bool is_urgency(const struct clue *clue)
{
    enum { CHARACTERS_MOST = 3 };
    static const char *const words[] = {"特急", "加急", "平急", "特提", NULL};
    return clue->first_page && clue->count <= CHARACTERS_MOST && text_starts_any(clue->text, words);
}

static bool is_document_number(const struct clue *clue)
{
    const char *rest;
    return clue->first_page && starts_with_number(clue->text, &rest) && !*rest;
}

static bool is_number_upward(const struct clue *clue)
{
    const char *rest;
    return clue->first_page && starts_with_number(clue->text, &rest) &&
           (strstr(rest, "签发人") || strstr(rest, "簽發人"));
}

static bool is_line(const struct clue *clue)
{
    enum { CHARACTERS_MOST = 60 };
    return clue->count <= CHARACTERS_MOST && !sentence_length(clue->text);
}

static bool is_mark(const struct clue *clue)
{
    static const char *const endings[] = {"文件", NULL};
    return clue->first_page && is_line(clue) && is_large(clue) &&
           (is_red(clue) || text_ends_any(clue->text, endings));
}

/* the title and below */

static bool is_subtitle(const struct clue *clue)
{
    return clue->previous == ROLE_TITLE && clue_is_centered(clue) && is_bracketed(clue->text);
}

static bool is_title(const struct clue *clue)
{
    bool is_first = clue->stage == STAGE_HEAD;
    return is_line(clue) && !ordinal_of(clue->text).level && !ends_with_colon(clue->text) &&
           !is_date_text(clue->text) && (is_first || clue->previous == ROLE_TITLE) &&
           (clue_is_centered(clue) || (is_first && is_large(clue)));
}

/* Organs that no colon follows: nothing is indented, and 各 or a mark tells them from a name. */
static bool lists_organs(const struct clue *clue)
{
    enum { CHARACTERS_MOST = 100 };
    const struct passage *passage = clue->passage;
    bool is_indented =
        passage->blanks || passage->look.first_line.chars || passage->look.first_line.twips;
    bool has_mark;
    return !is_indented && clue->count <= CHARACTERS_MOST &&
           ends_with_organ(clue->text, &has_mark) && (has_mark || text_starts(clue->text, "各"));
}

static bool is_addressee(const struct clue *clue)
{
    bool is_below = clue->previous == ROLE_TITLE || clue->previous == ROLE_SUBTITLE;
    if (!is_below || clue_is_centered(clue))
        return false;
    return ends_with_colon(clue->text) ? !sentence_length(clue->text) : lists_organs(clue);
}

static const char *const themes[] = {"主题", "主題", "活动主题", "活動主題", NULL};
static const char *const slogans[] = {"口号", "口號", "宣传口号", "宣傳口號", "活动口号", NULL};

static bool is_label_alone(const char *text, const char *const *words)
{
    const char *rest;
    return text && starts_with_label(text, words, &rest) && !*rest;
}

static bool is_slogan_heading(const struct clue *clue)
{
    return is_label_alone(clue->text, themes) || is_label_alone(clue->text, slogans);
}

/* A label of its own, or a heading, announces it. */
static bool announces_theme(const struct clue *clue)
{
    static const char *const endings[] = {"主题", "主題", NULL};
    const char *words = clue->previous_text ? clue->previous_text : "";
    bool is_heading = clue->previous != ROLE_COUNT && role_info(clue->previous)->outline;
    if (clue->previous == ROLE_SLOGAN_HEADING)
        return is_label_alone(words, themes);
    return is_heading && text_ends_any(words, endings);
}

static bool is_theme(const struct clue *clue)
{
    return announces_theme(clue) && is_line(clue) && !ordinal_of(clue->text).level;
}

static bool is_contact(const struct clue *clue)
{
    enum { CHARACTERS_MOST = 80 };
    return clue->count <= CHARACTERS_MOST && is_contact_text(clue->text);
}

static bool is_table_note(const struct clue *clue)
{
    static const char *const words[] = {"注", "备注", "備註", "说明", NULL};
    const char *rest;
    return clue->below_table && starts_with_label(clue->text, words, &rest);
}

/* annexes */

static bool is_label(const struct clue *clue)
{
    long number;
    bool colon;
    return is_annex_label(clue->text, &number, &colon) && (!colon || clue->passage->starts_page);
}

static bool starts_annex_list(const struct clue *clue, const char **names)
{
    static const char *const words[] = {"附件", NULL};
    return starts_with_label(clue->text, words, names);
}

static bool is_annex_list_first(const struct clue *clue)
{
    const char *names;
    return starts_annex_list(clue, &names) && (!*names || ordinal_of(names).level == 3);
}

static bool is_annex_list(const struct clue *clue)
{
    const char *names;
    return starts_annex_list(clue, &names);
}

static bool is_annex_list_next(const struct clue *clue)
{
    return ordinal_of(clue->text).level == 3 || ordinal_of(clue->text).level == 1;
}

/* the end */

static bool is_name(const struct clue *clue, const char *text)
{
    enum { CHARACTERS_MOST = 30 };
    static const char *const endings[] = {"；", ";", "，", ",", "、", "：", ":", NULL};
    return *text && text_count(text) <= CHARACTERS_MOST && !sentence_length(text) &&
           !ordinal_of(text).level && !is_bracketed(text) && !text_ends_any(text, endings) &&
           !is_date_text(text) && clue->count;
}

/* Names stand right above the date; all but the last of several at the right. */
static bool is_signature(const struct clue *clue)
{
    enum { NAMES_MOST = 4 };
    const struct passage *passage = clue->passage;
    if (!is_name(clue, clue->text) || text_starts(clue->text, "附"))
        return false;
    for (int i = 0; i < NAMES_MOST && is_paragraph(passage->next); i++, passage = passage->next) {
        const char *below = next_text(clue, passage);
        if (is_date_text(below))
            return i == 0 || clue->passage->look.align == ALIGN_RIGHT;
        if (!is_name(clue, below))
            return false;
    }
    return false;
}

static bool is_date(const struct clue *clue)
{
    return is_date_text(clue->text);
}

/* Also where its brackets were forgotten. */
static bool is_note(const struct clue *clue)
{
    return is_bracketed(clue->text) || text_starts(clue->text, "此件");
}

static bool is_copy_to(const struct clue *clue)
{
    return is_copy_text(clue->text);
}

static bool is_printing(const struct clue *clue)
{
    return is_printing_text(clue->text);
}

/* numbered paragraphs */

enum { HEADING_MOST = 32, SENTENCE_MOST = 20 }; /* characters of a heading */

/* What stands in the same series as its neighbours, each a paragraph and no more, is a list. */
static bool is_point_of_list(const struct clue *clue, int level)
{
    return level >= 3 && (clue->previous == ROLE_LIST_1 || clue->previous == ROLE_LIST_2 ||
                          ordinal_of(next_text(clue, clue->passage)).level == level);
}

static bool looks_change(const struct passage *passage)
{
    const struct wear *first = &passage->first->wear, *last = &passage->last->wear;
    return first->bold != last->bold || !text_equal(first->font, last->font);
}

/* One sentence, then text. A heading of the first level stands alone, unless its look says
 * otherwise. */
static bool is_run_in(const struct clue *clue, int level, size_t count)
{
    if (level == 1)
        return count <= HEADING_MOST && looks_change(clue->passage);
    return count <= (level == 2 ? HEADING_MOST : SENTENCE_MOST);
}

static bool is_alone(const struct clue *clue, int level, const char *words)
{
    static const char *const open[] = {"；", ";", "，", ",", NULL};
    bool is_open = text_ends_any(words, open) || (level >= 3 && ends_with_colon(words));
    size_t count = text_count(words);
    if (sentence_length(words))
        return level < 3 && count <= SENTENCE_MOST;
    return count <= HEADING_MOST && !is_open && !is_point_of_list(clue, level);
}

static bool is_heading(const struct clue *clue, struct ordinal ordinal)
{
    const char *words = clue->text + ordinal.end;
    size_t length = sentence_length(words);
    const char *rest = words + length;
    if (!length || !*rest || is_bracketed(rest))
        return is_alone(clue, ordinal.level, words);
    return is_run_in(clue, ordinal.level, text_count(arena_copy_n(clue->arena, words, length)));
}

static enum role numbered_role(const struct clue *clue)
{
    static const enum role lists[] = {ROLE_BODY, ROLE_BODY, ROLE_BODY, ROLE_LIST_1, ROLE_LIST_2};
    struct ordinal ordinal = ordinal_of(clue->text);
    if (ordinal.level && is_heading(clue, ordinal))
        return role_heading(ordinal.level);
    return lists[ordinal.level];
}

/* all roles */

static const struct {
    int stages;
    bool (*is)(const struct clue *clue);
    enum role role;
} rules[] = {
    {STAGE_ANY, is_copy_to, ROLE_COPY_TO},
    {STAGE_ANY, is_printing, ROLE_PRINTING},
    {STAGE_ANY, is_label, ROLE_ANNEX_LABEL},
    {STAGE_HEAD, is_copy_number, ROLE_COPY_NUMBER},
    {STAGE_HEAD, is_secrecy, ROLE_SECRECY},
    {STAGE_HEAD, is_urgency, ROLE_URGENCY},
    {STAGE_HEAD | STAGE_TITLE, is_number_upward, ROLE_NUMBER_UPWARD},
    {STAGE_HEAD | STAGE_TITLE, is_document_number, ROLE_DOCUMENT_NUMBER},
    {STAGE_HEAD, is_mark, ROLE_ISSUER_MARK},
    {STAGE_TITLE, is_subtitle, ROLE_SUBTITLE},
    {STAGE_HEAD | STAGE_TITLE, is_title, ROLE_TITLE},
    {STAGE_BELOW_TITLE, is_slogan_heading, ROLE_SLOGAN_HEADING},
    {STAGE_TITLE, is_addressee, ROLE_ADDRESSEE},
    {STAGE_BELOW_TITLE, is_theme, ROLE_THEME},
    {STAGE_BELOW_TITLE, is_annex_list_first, ROLE_ANNEX_LIST_FIRST},
    {STAGE_BELOW_TITLE, is_annex_list, ROLE_ANNEX_LIST},
    {STAGE_LIST, is_annex_list_next, ROLE_ANNEX_LIST_NEXT},
    {STAGE_BELOW_TITLE, is_signature, ROLE_SIGNATURE},
    {STAGE_BELOW_TITLE, is_date, ROLE_DATE},
    {STAGE_CLOSED, is_note, ROLE_NOTE},
    {STAGE_ANY, is_table_note, ROLE_TABLE_NOTE},
    {STAGE_BELOW_TITLE | STAGE_CLOSED, is_contact, ROLE_CONTACT},
};
enum { RULES = sizeof rules / sizeof *rules };

enum role clue_role(const struct clue *clue)
{
    for (size_t i = 0; i < RULES; i++)
        if ((rules[i].stages & (int)clue->stage) && rules[i].is(clue))
            return rules[i].role;
    return numbered_role(clue);
}
