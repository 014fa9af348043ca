/* The issuer in mark, title and signature. */
#include "check/issuer.h"

#include <string.h>

#include "base/text.h"
#include "check/kind.h"
#include "check/stretch.h"

/* Where the issuer is named. A place that names several organs is left out: it does not match, or
 * takes several paragraphs. */
static const struct {
    enum role role;
    const char *expression;
} places[] = {
    {ROLE_ISSUER_MARK, "^\\s*(\\p{Han}+?)(?:文件|令|公告|通告|纪要|紀要)?\\s*$"},
    {ROLE_TITLE, "^\\s*((?!\\p{Han}*等)\\p{Han}+?"
                 "[府局委办辦会會室厅廳部院组組署社处處联聯关關行校])"
                 "\\s*(?:关于|關于|關於|转发|轉發|批转|批轉|印发|印發)"},
    {ROLE_SIGNATURE, "^\\s*(\\p{Han}+)\\s*$"},
    {ROLE_SIGNATURE_UNSEALED, "^\\s*(\\p{Han}+)\\s*$"},
};
enum { PLACES = sizeof places / sizeof *places };

struct naming {
    struct spot spot;
    const char *name;
};

/* Endings of full names, and how short names end instead. */
static const struct {
    const char *full, *brief;
} endings[] = {
    {"委员会", "委"}, {"委員會", "委"}, {"办公室", "办"},
    {"辦公室", "辦"}, {"办公厅", "办"}, {"辦公廳", "辦"},
};

static const char *with_brief_ending(struct arena *arena, const char *name)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(name), full = strlen(endings[i].full);
        if (length > full && text_ends(name, endings[i].full))
            return arena_copy_n(arena, name, length - full + strlen(endings[i].brief));
    }
    return name;
}

static bool contains_in_order(const char *longer, const char *shorter)
{
    for (uint32_t code; (code = text_next(&longer));) {
        const char *after = shorter;
        if (text_next(&after) == code)
            shorter = after;
    }
    return !*shorter;
}

bool is_same_organ(struct arena *arena, const char *a, const char *b)
{
    a = with_brief_ending(arena, a);
    b = with_brief_ending(arena, b);
    return text_before(a, a + strlen(a)) == text_before(b, b + strlen(b)) &&
           (contains_in_order(a, b) || contains_in_order(b, a));
}

static bool names_issuer(struct subject *subject, size_t place, struct naming *naming)
{
    struct stretch first = {0}, next;
    struct match match;
    enum role role = places[place].role;
    if (!stretch_next(subject, &first, role) ||
        !pattern_find(subject->patterns, places[place].expression, first.text, 0, &match))
        return false;
    next = first;
    if (role != ROLE_TITLE && (first.first != first.last || stretch_next(subject, &next, role)))
        return false;
    naming->spot = stretch_spot(subject, &first, match.start[1], match.end[1]);
    naming->name = match_text(subject->arena, first.text, &match, 1);
    return true;
}

/* The next organ that issues; 文件 beside the marks is none, nor is what stands in a form. */
static const struct passage *next_organ(const struct subject *subject,
                                        const struct passage *previous, enum role role)
{
    const struct passage *p = passage_next(subject, previous, role);
    while (p && (section_is_annex(p->section) || text_is_blank(p->text) ||
                 text_equal(text_trim(subject->arena, p->text), "文件")))
        p = passage_next(subject, p, role);
    return p;
}

/* Their names joined by 、 and how many they are; 0 if a paragraph is not the name of one organ. */
static size_t read_organs(struct subject *subject, enum role role, const char **names)
{
    size_t count = 0;
    *names = "";
    for (const struct passage *p = NULL; (p = next_organ(subject, p, role)); count++) {
        const char *name = text_trim(subject->arena, p->text);
        struct match match;
        if (!pattern_find(subject->patterns, "^\\p{Han}+$", name, 0, &match))
            return 0;
        *names = arena_printf(subject->arena, "%s%s%s", *names, count ? "、" : "", name);
    }
    return count;
}

static bool has_organ(struct subject *subject, enum role role, const char *name)
{
    for (const struct passage *p = NULL; (p = next_organ(subject, p, role));)
        if (is_same_organ(subject->arena, text_trim(subject->arena, p->text), name))
            return true;
    return false;
}

/* Where several marks stand, each of their organs signs. */
static void check_joint(struct subject *subject, enum role signature)
{
    const char *marks, *signers;
    size_t count = read_organs(subject, ROLE_ISSUER_MARK, &marks);
    size_t signing = count > 1 ? read_organs(subject, signature, &signers) : 0;
    bool agree = count == signing;
    for (const struct passage *p = NULL; agree && (p = next_organ(subject, p, signature));)
        agree = has_organ(subject, ROLE_ISSUER_MARK, text_trim(subject->arena, p->text));
    if (signing && !agree)
        FOUND(subject, RULE_ISSUER_DIFFERS, spot_of(subject, next_organ(subject, NULL, signature)),
              signers, marks);
}

void check_issuer(struct subject *subject)
{
    struct naming first = {.name = NULL}, naming;
    for (size_t i = 0; i < PLACES; i++) {
        if (!names_issuer(subject, i, &naming))
            continue;
        if (!first.name)
            first = naming;
        else if (!is_same_organ(subject->arena, first.name, naming.name))
            FOUND(subject, RULE_ISSUER_DIFFERS, naming.spot, naming.name, first.name);
    }
    static const enum role signatures[] = {ROLE_SIGNATURE, ROLE_SIGNATURE_UNSEALED,
                                           ROLE_SIGNATURE_GRID};
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        check_joint(subject, signatures[i]);
}
