/* The form of title, addressees and what stands below the text. */
#include <string.h>

#include "base/likeness.h"
#include "base/text.h"
#include "check/families.h"
#include "check/issuer.h"
#include "check/kind.h"
#include "check/stretch.h"

/* A whole title without its issuer ends with what kind of document it is; some kinds need no
 * 关于…的. Of a mark at its end title-punctuation speaks. */
static const char form_expression[] =
    "(?:(?:关于|關于|關於).+的\\p{Han}{0,6}"
    "(?:[决決]定|[决決][议議]|命令|公告|通告|意[见見]|通知|通[报報]|[报報]告|[请請]示|批[复復]|函)"
    "|令|公告|通告|公[报報]|[纪紀]要|[议議]案)"
    "\\s*(?:（[^（）]*）)?[。，、；：.,;:]?\\s*$";

/* What stands in quotes or book title marks has marks of its own. */
static const char title_marks[] =
    "(?:《.*》|“[^”]*”)(*SKIP)(*FAIL)|[。，；？！]|[．、：.,;:?!](?=\\s*$)";
static const char end_mark[] = "[。．，、；：.,;:](?=\\s*$)";

static void report(struct subject *subject, enum rule rule, const struct stretch *stretch,
                   struct match match)
{
    FOUND(subject, rule, stretch_spot(subject, stretch, match.start[0], match.end[0]),
          match_text(subject->arena, stretch->text, &match, 0),
          text_trim(subject->arena, stretch->text));
}

static void check_title_marks(struct subject *subject)
{
    const struct passage *from = subject->passages;
    for (struct stretch title; stretch_find(subject, from, ROLE_TITLE, &title);
         from = title.last->next) {
        bool in_annex = section_is_annex(title.first->section);
        struct match match;
        if (pattern_find(subject->patterns, in_annex ? end_mark : title_marks, title.text, 0,
                         &match))
            report(subject, RULE_TITLE_PUNCTUATION, &title, match);
    }
}

static bool is_letter_or_notice(const struct subject *subject)
{
    return passage_next(subject, NULL, ROLE_ADDRESSEE) ||
           passage_next(subject, NULL, ROLE_DOCUMENT_NUMBER);
}

static void check_title_form(struct subject *subject)
{
    struct stretch title = {0};
    if (is_letter_or_notice(subject) && stretch_next(subject, &title, ROLE_TITLE) &&
        !matches(subject, form_expression, title.text))
        FOUND(subject, RULE_TITLE_FORM, stretch_spot(subject, &title, 0, strlen(title.text)),
              text_trim(subject->arena, title.text));
}

/* The title of the document that the notice issues. */
static bool find_issued(const struct subject *subject, struct stretch *title)
{
    while (stretch_next(subject, title, ROLE_TITLE))
        if (text_equal(title->first->section->name, "issued"))
            return true;
    return false;
}

/* A title may leave out the place in front, or （试行） at the end. */
static void check_issued_name(struct subject *subject, const struct stretch *naming,
                              const char *expression, const struct stretch *issued)
{
    struct match match;
    if (!pattern_find(subject->patterns, expression, naming->text, 0, &match))
        return;
    const char *name = match_text(subject->arena, naming->text, &match, 1);
    const char *key = wording_key(subject->arena, name);
    const char *title = wording_key(subject->arena, issued->text);
    if (!strstr(title, key) && !strstr(key, title))
        FOUND(subject, RULE_ISSUED_TITLE,
              stretch_spot(subject, naming, match.start[1], match.end[1]), name,
              text_trim(subject->arena, issued->text));
}

static void check_issued(struct subject *subject)
{
    struct stretch title = {0}, issued = {0}, body = {0};
    struct match match;
    if (!stretch_next(subject, &title, ROLE_TITLE) ||
        !pattern_find(subject->patterns, "印[发發]《", title.text, 0, &match) ||
        !find_issued(subject, &issued))
        return;
    check_issued_name(subject, &title, "印[发發]《([^《》]+)》的", &issued);
    if (stretch_next(subject, &body, ROLE_BODY) && body.first->section == title.first->section)
        check_issued_name(subject, &body, "^\\s*(?:现将|現將)?《([^《》]+)》(?:已|印[发發])",
                          &issued);
}

/* What a paragraph of each role must look like. The first match of `wrong` is what is wrong. */
static const struct {
    enum rule rule;
    enum role role;
    const char *wrong;
} forms[] = {
    {RULE_ADDRESSEE_COLON, ROLE_ADDRESSEE, "[^：\\s](?=\\s*$)"},
    {RULE_COPY_TO_END, ROLE_COPY_TO, "[^。\\s](?=\\s*$)"},
    {RULE_ANNOTATION_BRACKETS, ROLE_NOTE, "^\\s*[^（\\s]|[^）\\s](?=\\s*$)"},
};

static void check_forms_of_roles(struct subject *subject)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        for (struct stretch found = {0}; stretch_next(subject, &found, forms[i].role);) {
            struct match match;
            if (pattern_find(subject->patterns, forms[i].wrong, found.text, 0, &match))
                report(subject, forms[i].rule, &found, match);
        }
}

/* An organ in a list; what stands in brackets belongs to it. */
static const char organ_expression[] = "(?:[^、，,；;：:。\\s（）(]|（[^（）]*）|\\([^()]*\\))+";

static bool lists_organ(struct subject *subject, const struct stretch *list, const char *organ)
{
    struct match match;
    for (size_t from = 0;
         pattern_find(subject->patterns, organ_expression, list->text, from, &match);
         from = match.end[0])
        if (text_equal(match_text(subject->arena, list->text, &match, 0), organ))
            return true;
    return false;
}

static void check_copies(struct subject *subject, const struct stretch *addressee,
                         const struct stretch *copies)
{
    struct match match;
    for (size_t from = 0;
         pattern_find(subject->patterns, organ_expression, copies->text, from, &match);
         from = match.end[0]) {
        const char *organ = match_text(subject->arena, copies->text, &match, 0);
        if (lists_organ(subject, addressee, organ))
            FOUND(subject, RULE_BOTH_ADDRESSED,
                  stretch_spot(subject, copies, match.start[0], match.end[0]), organ);
    }
}

static void check_both_addressed(struct subject *subject)
{
    struct stretch addressee = {0}, copies = {0};
    if (stretch_next(subject, &addressee, ROLE_ADDRESSEE))
        while (stretch_next(subject, &copies, ROLE_COPY_TO))
            check_copies(subject, &addressee, &copies);
}

void check_organs(struct subject *subject)
{
    check_title_marks(subject);
    check_title_form(subject);
    check_issued(subject);
    check_forms_of_roles(subject);
    check_both_addressed(subject);
    check_issuer(subject);
}
