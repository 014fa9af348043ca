/* What a notice may leave open. */
#include "data/open.h"

static const struct open_value values[] = {
    {"number", "serial", RULE_OPEN_NUMBER, {"serial number", "顺序号"}},
    {"publication", "index", RULE_OPEN_PUBLICATION, {"index", "索引号"}},
    {"publication", "date", RULE_OPEN_PUBLICATION, {"day of publication", "发布日期"}},
    {"deadline", "date", RULE_OPEN_DEADLINE, {"day", "日期"}},
    {"deadline", "until", RULE_OPEN_DEADLINE, {"last day", "最后一天"}},
    {"date", NULL, RULE_OPEN_DATE, {"date of the document", "成文日期"}},
    {"record", "printed", RULE_OPEN_DATE, {"date of printing", "印发日期"}},
};

const struct open_value *open_values(size_t *count)
{
    *count = sizeof values / sizeof *values;
    return values;
}

bool open_in(struct arena *arena, const struct open_value *value, const struct xml_node *node)
{
    const char *text =
        value->attribute ? xml_get(node, value->attribute) : xml_content(arena, node);
    return text && !*text;
}
