/* The table of messages. */
#include "base/message.h"

#include "base/buffer.h"

static const struct message messages[RULE_COUNT] = {
#define RULE(name, id, severity, en, zh, en_hint, zh_hint)                                         \
    [RULE_##name] = {id, severity, {en, zh}, {en_hint, zh_hint}, NULL},
#define CHECK(name, id, severity, reach, source, summary, zh_summary, en, zh, en_hint, zh_hint,    \
              why, zh_why, wrong, right)                                                           \
    [RULE_##name] = {id, severity, {en, zh}, {en_hint, zh_hint}, source},
#include "base/rules.def"
#include "base/checks.def"
#undef CHECK
#undef RULE
};

const struct message *message_of(enum rule rule)
{
    return &messages[rule];
}

const char *severity_word(enum severity severity, enum language language)
{
    static const char *const words[][LANGUAGE_COUNT] = {
        [SEVERITY_ERROR] = {"error", "错误"},
        [SEVERITY_WARNING] = {"warning", "警告"},
        [SEVERITY_NOTE] = {"note", "提示"},
    };
    return words[severity][language];
}

static const char *value_at(const char *const *values, int index)
{
    for (int i = 0; values[i]; i++)
        if (i == index)
            return values[i];
    return "";
}

char *message_fill(struct arena *arena, const char *pattern, const char *const *values)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "");
    for (const char *p = pattern; *p; p++) {
        if (p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}') {
            buffer_add(&out, value_at(values, p[1] - '0'));
            p += 2;
        } else {
            buffer_add_char(&out, *p);
        }
    }
    return out.text;
}
