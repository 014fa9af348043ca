/* Reading what Word files say: whole numbers, and measures with a unit, which strict files may have
 * (ECMA-376 part 1, 22.9.2.14). */
#include "docx/property.h"

#include <stdlib.h>
#include <string.h>

#include "style/measure.h"

/* The ranges are those of a style file, which come from Word. */
static const struct {
    long least, most;
    enum measure_kind measure;
} kinds[] = {
    [NUMBER_LENGTH] = {0, 31680, MEASURE_LENGTH},
    [NUMBER_TWIPS] = {-31680, 31680, MEASURE_SPACING},
    [NUMBER_SIZE] = {2, 3276, MEASURE_SIZE},
    [NUMBER_CHARS] = {-4000, 4000, MEASURE_CHARS},
};

static bool whole_read(const char *text, long *value)
{
    enum { DIGITS_MOST = 9 };
    const char *digits = text + (*text == '-' || *text == '+');
    size_t length = strspn(digits, "0123456789");
    if (length == 0 || length > DIGITS_MOST || digits[length])
        return false;
    *value = strtol(text, NULL, 10);
    return true;
}

struct xml_node *property_below(struct xml_node *node, const char *name)
{
    return node ? xml_first_named(node, name) : NULL;
}

const char *property_value(struct xml_node *node, const char *name)
{
    struct xml_node *child = property_below(node, name);
    return child ? xml_get_local(child, "val") : NULL;
}

const char *attribute_or_empty(const struct xml_node *node, const char *name)
{
    const char *value = xml_get_local(node, name);
    return value ? value : "";
}

bool switch_is_on(const char *value)
{
    return strcmp(value, "0") != 0 && strcmp(value, "false") != 0 && strcmp(value, "off") != 0;
}

bool property_is_on(const struct xml_node *property)
{
    const char *value = property ? xml_get_local(property, "val") : NULL;
    return property && (!value || switch_is_on(value));
}

void property_report(struct findings *findings, const struct xml_node *node, const char *attribute,
                     const char *english, const char *chinese)
{
    REPORT(findings, RULE_STYLE_VALUE, xml_place(node),
           arena_printf(findings->arena, "<w:%s w:%s=\"…\">", xml_name(node), attribute),
           xml_get_local(node, attribute), english, chinese);
}

bool property_number(struct findings *findings, const struct xml_node *node, const char *attribute,
                     enum number_kind kind, long *value)
{
    const char *text = xml_get_local(node, attribute);
    long number;
    if (!text)
        return true;
    if ((whole_read(text, &number) || measure_read(kinds[kind].measure, text, &number)) &&
        number >= kinds[kind].least && number <= kinds[kind].most) {
        *value = number;
        return true;
    }
    long least = kinds[kind].least, most = kinds[kind].most;
    property_report(
        findings, node, attribute,
        arena_printf(findings->arena, "Word takes whole numbers from %ld to %ld", least, most),
        arena_printf(findings->arena, "Word 接受 %ld 到 %ld 的整数", least, most));
    return false;
}
