/* The labels of a form, and the words behind them. */
#include <string.h>

#include "base/text.h"
#include "intake/form_seen.h"

enum label_kind {
    LABEL_TEXT, /* the rest of the line is what is asked for */
    LABEL_DONE,
    LABEL_HEAD,
    LABEL_NONE /* what follows is printed */
};

struct label {
    const char *words;
    bool is_heading; /* alone in its line */
    enum label_kind kind;
    enum form_head head;
};

static const struct label labels[] = {
    {"考核内容：", false, LABEL_TEXT, 0},
    {"部署落实情况：", false, LABEL_DONE, 0},
    {"填报单位（盖章）：", false, LABEL_NONE, 0},
    {"填表人：", false, LABEL_HEAD, FORM_FILLER},
    {"联系电话：", false, LABEL_HEAD, FORM_PHONE},
    {"填报日期：", false, LABEL_HEAD, FORM_DATE},
    {"质量工作总体情况", true, LABEL_HEAD, FORM_OVERVIEW},
    {"工作措施部署落实情况", true, LABEL_NONE, 0},
    {"承担的指标", true, LABEL_NONE, 0},
    {"各单位共同承担的指标", true, LABEL_NONE, 0},
    {"工作亮点", true, LABEL_HEAD, FORM_HIGHLIGHTS},
    {"存在的问题", true, LABEL_HEAD, FORM_PROBLEMS},
    {"下一步工作措施", true, LABEL_HEAD, FORM_PLANS},
    {"自评打分表", true, LABEL_NONE, 0},
};

/* Behind 一、 or 1. or （一）, which Word may have counted. */
static const char *without_number(const char *line)
{
    static const char signs[] = "一二三四五六七八九十0123456789、.．（）() \t　";
    for (const char *next = line; code_is_one_of(text_next(&next), signs); line = next)
        ;
    return line;
}

/* Elsewhere 联系电话： is but a word of a sentence. */
static bool is_in_contact(const struct form_lines *lines)
{
    return !lines->open || (lines->open->kind == SEEN_HEAD && lines->open->head < FORM_OVERVIEW);
}

static bool begins_with(const struct form_lines *lines, const char *line, const struct label *label)
{
    if (label->is_heading)
        return text_equal(text_strip(lines->view->arena, line), label->words);
    return text_starts(line, label->words) && (label->kind != LABEL_HEAD || is_in_contact(lines));
}

static const struct label *label_at(const struct form_lines *lines, const char *line)
{
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (begins_with(lines, line, &labels[i]))
            return &labels[i];
    return NULL;
}

void form_lines_end(struct form_lines *lines)
{
    struct arena *arena = lines->view->arena;
    if (lines->open)
        lines->open->answer = text_strip(arena, buffer_text(&lines->words));
    lines->open = NULL;
    lines->words = buffer_on(arena);
}

static void open_label(struct form_lines *lines, const struct label *label, const char *path)
{
    form_lines_end(lines);
    if (label->kind == LABEL_NONE || label->kind == LABEL_TEXT)
        return;
    lines->open =
        form_view_add(lines->view, label->kind == LABEL_DONE ? SEEN_DONE : SEEN_HEAD, path);
    lines->open->head = label->head;
    lines->open->text = label->kind == LABEL_DONE ? lines->text : NULL;
}

void form_lines_pass_table(struct form_lines *lines)
{
    static const struct label other = {.kind = LABEL_HEAD, .head = FORM_OTHER};
    open_label(lines, &other, NULL);
}

/* Of several labels in one line, each has the words up to the next. */
static size_t length_to_label(const struct form_lines *lines, const char *text)
{
    bool has_more = lines->open && is_in_contact(lines);
    size_t length = strlen(text);
    for (size_t i = 0; has_more && i < sizeof labels / sizeof *labels; i++) {
        const char *next = labels[i].is_heading ? NULL : strstr(text, labels[i].words);
        if (next && (size_t)(next - text) < length)
            length = (size_t)(next - text);
    }
    return length;
}

static void add_words(struct form_lines *lines, const char *text, size_t length, const char *path)
{
    if (!lines->open)
        return;
    buffer_add(&lines->words, lines->words.length ? "\n" : "");
    buffer_add_n(&lines->words, text, length);
    form_view_add_spot(lines->view, path, lines->open);
}

void form_lines_read(struct form_lines *lines, const char *text, const char *path)
{
    struct arena *arena = lines->view->arena;
    const char *line = without_number(text);
    const struct label *label = label_at(lines, line);
    if (!label)
        add_words(lines, text, strlen(text), path);
    while (label) {
        line += label->is_heading ? strlen(line) : strlen(label->words);
        open_label(lines, label, path);
        if (label->kind == LABEL_TEXT)
            lines->text = text_strip(arena, line);
        size_t length = length_to_label(lines, line);
        add_words(lines, line, length, NULL);
        line += length;
        label = label_at(lines, line);
    }
}
