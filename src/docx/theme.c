/* Fonts of a theme, for styles that name none of their own. */
#include <string.h>

#include "docx/look.h"
#include "docx/property.h"

static const char *typeface(struct xml_node *node)
{
    const char *name = node ? xml_get(node, "typeface") : NULL;
    return name && *name ? name : NULL;
}

/* The East Asian font, or else the one for the script. */
static const char *han_font(struct xml_node *scheme, const char *group, const char *script)
{
    struct xml_node *fonts = property_below(scheme, group);
    const char *name = typeface(property_below(fonts, "ea"));
    for (struct xml_node *font = property_below(fonts, "font"); font && !name;
         font = xml_next_named(font, "font"))
        if (xml_get(font, "script") && strcmp(xml_get(font, "script"), script) == 0)
            name = typeface(font);
    return name;
}

/* zh-TW, zh-HK and zh-MO are written in traditional characters. */
static bool is_traditional(struct xml_node *styles)
{
    static const char *const traditional[] = {"zh-TW", "zh-HK", "zh-MO"};
    struct xml_node *defaults = property_below(property_below(styles, "docDefaults"), "rPrDefault");
    struct xml_node *lang = property_below(property_below(defaults, "rPr"), "lang");
    const char *name = lang ? xml_get_local(lang, "eastAsia") : NULL;
    for (size_t i = 0; name && i < sizeof traditional / sizeof *traditional; i++)
        if (strcmp(name, traditional[i]) == 0)
            return true;
    return false;
}

const char *theme_language(struct xml_node *styles)
{
    return is_traditional(styles) ? "zh-TW" : "zh-CN";
}

struct theme theme_read(struct xml_node *theme, struct xml_node *styles)
{
    struct xml_node *scheme = property_below(property_below(theme, "themeElements"), "fontScheme");
    const char *script = is_traditional(styles) ? "Hant" : "Hans";
    return (struct theme){han_font(scheme, "majorFont", script),
                          han_font(scheme, "minorFont", script)};
}
