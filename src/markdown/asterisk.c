/* Emphasis beside Chinese punctuation. */
#include "markdown/asterisk.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

bool code_fills_cell(uint32_t code)
{
    bool placeholder = code >= 0xF0000 && code <= 0xFFFFD;
    return placeholder || code_is_wide(code);
}

static bool is_blank(uint32_t code)
{
    return code == 0 || code == ' ' || code == '\t' || code == '\n' || code == '\r' ||
           code == 0x3000;
}

static bool opens(uint32_t code)
{
    return code_is_one_of(code, "“‘（《〈【「『〔〖［｛([{<");
}

static bool closes(uint32_t code)
{
    return code_is_one_of(code, "”’）》〉】」』〕〗］｝，。、；：！？…)]}>,.;:!?");
}

/* Two are strong, three strong and emphasis; one is a footnote's, four hide digits. */
static bool is_meant(size_t length)
{
    return length == 2 || length == 3;
}

/* Not from an opening or up to a closing mark: 张**、李** hides names, and stays text. */
static bool may_be_barred(uint32_t before, uint32_t after)
{
    return (code_fills_cell(before) || code_fills_cell(after)) && !opens(before) && !closes(after);
}

static void add_run(struct buffer *out, uint32_t before, const char *run, size_t length)
{
    const char *rest = run + length;
    uint32_t after = text_next(&rest);
    bool barred = is_meant(length) && may_be_barred(before, after);
    if (barred && !is_blank(before))
        buffer_add(out, STAND_IN);
    buffer_add_n(out, run, length);
    if (barred && !is_blank(after))
        buffer_add(out, STAND_IN);
}

/* So that [注]: 见附件 is no link definition, which cmark would take out of the text. */
static void add_bracket(struct buffer *out, const char *bracket)
{
    buffer_add_char(out, ']');
    if (bracket[1] == ':')
        buffer_add(out, STAND_IN);
}

const char *asterisks_prepared(struct arena *arena, const char *text)
{
    struct buffer out = buffer_on(arena);
    const char *at = text;
    for (size_t step; *at; at += step) {
        step = strcspn(at, "*\\]");
        buffer_add_n(&out, at, step);
        at += step;
        step = *at ? 1 : 0;
        if (*at == '*') {
            step = strspn(at, "*");
            add_run(&out, text_before(text, at), at, step);
        } else if (*at == ']') {
            add_bracket(&out, at);
        } else if (*at) {
            step = at[1] == '*' || at[1] == '\\' || at[1] == ']' ? 2 : 1;
            buffer_add_n(&out, at, step);
        }
    }
    return buffer_text(&out);
}
