/* What is still open in the data: numbers and days to be filled in. */
#include "check/families.h"
#include "data/open.h"

static void check_value(struct subject *subject, const struct open_value *value,
                        struct xml_node *node)
{
    const char *what = xml_get(node, "what");
    if (open_in(subject->arena, value, node))
        FOUND(subject, value->rule, spot_of_node(subject, node), value->words[LANGUAGE_ENGLISH],
              value->words[LANGUAGE_CHINESE], what ? what : "");
}

void check_open(struct subject *subject)
{
    size_t count;
    const struct open_value *values = open_values(&count);
    if (!subject->what->notice)
        return;
    struct xml_node *node = xml_first(xml_root(subject->what->notice->joined));
    for (; node; node = xml_next(node))
        for (size_t i = 0; i < count; i++)
            if (xml_is(node, values[i].element))
                check_value(subject, &values[i], node);
}
