/* Slogans and theme: once each, short, and the same theme everywhere. */
#include <string.h>

#include "base/text.h"
#include "check/families.h"

enum { SLOGAN_CHARACTERS = 20 };

static bool is_slogan_list(const struct passage *passage)
{
    return passage->role == ROLE_SLOGAN_HEADING && text_starts(passage->text, "口");
}

/* Without the number in front of it. */
static const char *slogan_of(struct subject *subject, const struct passage *passage)
{
    struct match match;
    if (pattern_find(subject->patterns, "^[0-9]+[.．、]\\s*", passage->text, 0, &match))
        return passage->text + match.end[0];
    return passage->text;
}

/* Marks and blanks are not called out. */
static long characters_of(const char *slogan)
{
    long count = 0;
    for (uint32_t code; (code = text_next(&slogan));)
        count += code_is_han(code);
    return count;
}

static void check_slogan(struct subject *subject, const struct passage *first,
                         const struct passage *passage)
{
    const char *slogan = slogan_of(subject, passage);
    long count = characters_of(slogan);
    struct spot spot =
        spot_in(subject, passage, (size_t)(slogan - passage->text), strlen(passage->text));
    if (count > SLOGAN_CHARACTERS)
        FOUND(subject, RULE_SLOGAN_LONG, spot, number_text(subject, count));
    for (const struct passage *p = first; p != passage; p = p->next)
        if (text_equal(slogan_of(subject, p), slogan)) {
            FOUND(subject, RULE_SLOGAN_DUPLICATE, spot, slogan);
            return;
        }
}

static bool has_theme(const struct subject *subject, const struct section *section)
{
    for (const struct passage *p = NULL; (p = passage_next(subject, p, ROLE_THEME));)
        if (p->section == section)
            return true;
    return false;
}

static const char *title_of(const struct subject *subject, const struct section *section)
{
    for (const struct passage *p = NULL; (p = passage_next(subject, p, ROLE_TITLE));)
        if (p->section == section)
            return p->text;
    return section->name;
}

static void check_list(struct subject *subject, const struct passage *heading)
{
    const struct passage *first = heading->next;
    for (const struct passage *p = first; p && p->role == ROLE_LIST_1; p = p->next)
        check_slogan(subject, first, p);
    if (!has_theme(subject, heading->section))
        FOUND(subject, RULE_THEME_MISSING, spot_of(subject, heading),
              title_of(subject, heading->section));
}

static void check_themes(struct subject *subject)
{
    const struct passage *first = passage_next(subject, NULL, ROLE_THEME);
    for (const struct passage *p = first; p; p = passage_next(subject, p, ROLE_THEME))
        if (!text_equal(p->text, first->text))
            FOUND(subject, RULE_THEME_DIFFERS, spot_of(subject, p), p->text, first->text);
}

void check_slogans(struct subject *subject)
{
    check_themes(subject);
    for (const struct passage *p = NULL; (p = passage_next(subject, p, ROLE_SLOGAN_HEADING));)
        if (is_slogan_list(p))
            check_list(subject, p);
}
