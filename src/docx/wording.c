/* Reading the conventional words of official documents. */
#include "docx/wording.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static bool is_numeral(uint32_t code)
{
    return code_is_one_of(code, "〇○零一二三四五六七八九十百");
}

/* Moves over characters of a class; how many. */
typedef bool (*class_fn)(uint32_t code);
static size_t skip_class(const char **text, class_fn is)
{
    size_t count = 0;
    for (const char *next = *text; is(text_next(&next)); *text = next)
        count++;
    return count;
}

/* Moves over one character of a set. */
static bool skip_one(const char **text, const char *set)
{
    const char *next = *text;
    uint32_t code = text_next(&next);
    if (!code_is_one_of(code, set))
        return false;
    *text = next;
    return true;
}

static bool is_blank_code(uint32_t code)
{
    return code == ' ' || code == '\t' || code == 0x3000;
}

/* dates and document numbers */

static bool is_part_of_date(uint32_t code)
{
    return code_is_digit(code) || is_numeral(code) || is_blank_code(code) ||
           code_is_one_of(code, "×Xx");
}

bool is_date_text(const char *text)
{
    static const char *const units[] = {"年", "月", "日"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        skip_class(&text, is_part_of_date);
        if (!skip_one(&text, units[i]))
            return false;
    }
    return !*text;
}

/* A year in brackets; *rest is what follows. */
static bool skip_year(const char *text, const char **rest)
{
    enum { DIGITS_LEAST = 2, DIGITS_MOST = 4 };
    if (!skip_one(&text, "〔[［【（("))
        return false;
    size_t digits = skip_class(&text, code_is_digit);
    *rest = text;
    return digits >= DIGITS_LEAST && digits <= DIGITS_MOST && skip_one(rest, "〕]］】）)");
}

bool starts_with_number(const char *text, const char **rest)
{
    enum { NAME_MOST = 20 };
    for (int i = 0; i < NAME_MOST && *text; i++) {
        if (i > 0 && skip_year(text, rest)) {
            skip_class(rest, is_blank_code);
            skip_one(rest, "第");
            size_t digits = skip_class(rest, code_is_digit);
            skip_one(rest, "号號");
            return digits > 0;
        }
        text_next(&text);
    }
    return false;
}

/* labels */

bool is_annex_label(const char *text, long *number, bool *colon)
{
    if (!text_starts(text, "附件"))
        return false;
    text += strlen("附件");
    skip_class(&text, is_blank_code);
    const char *digits = text;
    size_t count = skip_class(&text, code_is_digit);
    *number = count && count < 4 ? strtol(digits, NULL, 10) : 0;
    if (!count)
        skip_class(&text, is_numeral);
    *colon = skip_one(&text, "：:");
    return !*text;
}

bool is_bracketed(const char *text)
{
    static const char *const endings[] = {"）", ")", NULL};
    return skip_one(&text, "（(") && text_ends_any(text, endings);
}

bool starts_with_label(const char *text, const char *const *words, const char **rest)
{
    for (; *words; words++) {
        if (!text_starts(text, *words))
            continue;
        *rest = text + strlen(*words);
        skip_class(rest, is_blank_code);
        if (skip_one(rest, "：:"))
            return true;
    }
    return false;
}

bool is_contact_text(const char *text)
{
    static const char *const words[] = {
        "联系人",   "联系电话", "联系方式", "电话", "手机", "传真",   "邮箱",   "电子邮箱",
        "联系邮箱", "联系地址", "通讯地址", "地址", "邮编", "聯系人", "聯繫人", NULL};
    const char *rest;
    if (starts_with_label(text, words, &rest))
        return *rest != '\0';
    for (size_t i = 0; words[i]; i++)
        if (text_starts(text, words[i]) && code_is_latin((unsigned char)text[strlen(words[i])]))
            return true;
    return false;
}

bool is_copy_text(const char *text)
{
    static const char *const words[] = {"抄送", "抄报", "抄報", "分送", NULL};
    const char *rest;
    return starts_with_label(text, words, &rest);
}

bool is_printing_text(const char *text)
{
    enum { CHARACTERS_MOST = 60 };
    static const char *const endings[] = {"日印发", "日印發", "日印", NULL};
    return text_count(text) <= CHARACTERS_MOST && text_ends_any(text, endings);
}

/* Which of the words a text of that length ends with; NULL if none. */
static const char *ending_of(const char *text, size_t length, const char *const *endings)
{
    for (; *endings; endings++) {
        size_t tail = strlen(*endings);
        if (length >= tail && memcmp(text + length - tail, *endings, tail) == 0)
            break;
    }
    return *endings;
}

bool ends_with_organ(const char *text, bool *has_mark)
{
    static const char *const marks[] = {"。", "，", "；", "、", ",", ";", ".", NULL};
    static const char *const organs[] = {
        "单位", "部门", "政府", "局",   "厅", "委", "委员会", "办",     "办公室", "处",
        "司",   "中心", "單位", "部門", "廳", "辦", "處",     "委員會", NULL};
    size_t length = strlen(text);
    const char *mark = ending_of(text, length, marks);
    *has_mark = mark;
    return ending_of(text, length - (mark ? strlen(mark) : 0), organs);
}

bool ends_with_colon(const char *text)
{
    return text_ends(text, "：") || text_ends(text, ":");
}

size_t sentence_length(const char *text)
{
    const char *end = strstr(text, "。");
    return end ? (size_t)(end - text) + strlen("。") : 0;
}
