/* The table of rules. */
#include "check/rule.h"

#include "base/text.h"

static const struct rule_info infos[] = {
#define CHECK(name, id, severity, reach, source, summary, zh_summary, en, zh, en_hint, zh_hint,    \
              why, zh_why, wrong, right)                                                           \
    {RULE_##name, reach, {summary, zh_summary}, {why, zh_why}, wrong, right},
#include "base/checks.def"
#undef CHECK
};

enum { INFO_COUNT = sizeof infos / sizeof *infos };

const struct rule_info *rule_infos(size_t *count)
{
    *count = INFO_COUNT;
    return infos;
}

const struct rule_info *rule_info(enum rule rule)
{
    for (size_t i = 0; i < INFO_COUNT; i++)
        if (infos[i].rule == rule)
            return &infos[i];
    return NULL;
}

const struct rule_info *rule_named(const char *id)
{
    for (size_t i = 0; i < INFO_COUNT; i++)
        if (text_equal(message_of(infos[i].rule)->id, id))
            return &infos[i];
    return NULL;
}

void rule_report_unknown(struct findings *findings, const char *id, struct place asked)
{
    const char *ids[INFO_COUNT];
    for (size_t i = 0; i < INFO_COUNT; i++)
        ids[i] = message_of(infos[i].rule)->id;
    struct suggestion near = suggestion_near(findings->arena, id, ids, INFO_COUNT);
    const char *english = near.words[LANGUAGE_ENGLISH], *chinese = near.words[LANGUAGE_CHINESE];
    REPORT(findings, RULE_RULE_UNKNOWN, asked, id,
           arena_printf(findings->arena, "%s%s", english, *english ? " " : ""), chinese);
}

void rule_switch_off(struct findings *findings, const char *id, struct place asked, bool *off)
{
    const struct rule_info *info = rule_named(id);
    if (info)
        off[info->rule] = true;
    else
        rule_report_unknown(findings, id, asked);
}
