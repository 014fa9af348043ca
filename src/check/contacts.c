/* Whom to ask and how: telephone numbers, mail addresses, the labels before them. */
#include "base/limits.h"
#include "base/text.h"
#include "check/families.h"
#include "check/phone.h"

/* Names of a label; blanks may spread them. */
#define CALL "[电電]\\s*[话話]|手\\s*[机機]|[传傳]\\s*真|[热熱]\\s*[线線]"
#define WAY "[联聯]\\s*[系繫絡络]\\s*方\\s*式"
#define PHONE_WORD "(?:" CALL "|" WAY ")(?:\\s*[号號]\\s*[码碼])?"
#define MAIL_WORD "(?:[邮郵]\\s*箱|[电電]\\s*子\\s*[邮郵]\\s*件)"
#define REMARK "(?:\\s*[(（][^()（）]{1,12}[)）])?"
#define COLON "\\s*[:：]\\s*"

static const char phone_label[] = PHONE_WORD REMARK COLON;
/* 联系人：李明（138…） or 联系人：李明，138…. */
static const char phone_behind_name[] =
    "[联聯]\\s*[系繫络絡]\\s*人" REMARK COLON "(?:1[.．、])?\\p{Han}\\s?\\p{Han}{1,3}";
/* A cell that says so of the cells beside or below it. */
static const char phone_heading[] =
    "^[^0-9，。]{0,4}" PHONE_WORD "(?:[^\\p{Han}0-9]|号码|区号|电话|手机|传真|办公|固定|必填)*+$";

/* The next number of a value, [1]; names and remarks may stand between the numbers, what counts
 * something else may not. */
#define BETWEEN "[、，,；;/或和\\s()（）]{0,12}?"
static const char number[] =
    "\\G" BETWEEN "(?:(?!\\p{Han}*[编編号號群室信])\\p{Han}{2,4}" BETWEEN "){0,2}?"
    "((?:[(（]0[0-9]{2,3}[)）] ?)?\\+?[0-9](?:[ –—－-]{0,2}[0-9])*+"
    "(?:\\s?(?:转|轉|分机|分機)\\s?[0-9]{1,6})?+)(?![A-Za-z@＠*×])";
static const char area_code[] = "(?<![0-9])0[1-9][0-9]{1,2}";

static const char mail_token[] = "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++[@＠][A-Za-z0-9._@＠-]+";
static const char mail_address[] = "^[A-Za-z0-9_](?:[._%+-]?[A-Za-z0-9_])*+@"
                                   "(?:[A-Za-z0-9](?:-*[A-Za-z0-9])*+\\.)+[A-Za-z]{2,}\\.?$";
/* A value without @, [1], where it is neither an account within the house nor a page nor to be
 * filled in. */
static const char mail_without_at[] =
    "(?<!内网|内部|政务|专网|OA)(?<!电子)(?:电子)?" MAIL_WORD REMARK COLON
    "(?!https?:|www\\.|[Xx_.-]+(?![A-Za-z0-9]))([A-Za-z0-9._%+-]{4,}+)(?![@＠])";

/* 发送至邮箱apzlqx163.com: in a sentence only what ends as an address does. */
static const char mail_in_sentence[] =
    "[至到]\\s*" MAIL_WORD
    "((?!www\\.|mail\\.)[A-Za-z0-9_-][A-Za-z0-9._-]*+(?<=\\.com|\\.cn|\\.net|\\.org))"
    "(?![@＠/:])";

/* The label, [1], right before its value. */
static const char label_without_colon[] =
    "(?:^|[\\s，、；。,;（(])"
    "((?:(?:[联聯]\\s*[系繫]|[办辦]\\s*公|咨\\s*询|[举舉]\\s*[报報]|[监監]\\s*督)?\\s*" PHONE_WORD
    "(?=\\+?[0-9](?:[ –—－-]{0,2}[0-9]){6})|(?:[联聯]\\s*[系繫])?" MAIL_WORD
    "(?=[A-Za-z0-9._%+-]+[@＠])))";

/* A label with a name, [1]. */
static const char named_person[] = "[联聯]\\s*[系繫络絡]\\s*人" REMARK COLON
                                   "(\\p{Han}\\s?\\p{Han}{1,3})(?=[\\s、，,；;。()（）]|$)";
static const char way_to_reach[] = PHONE_WORD "|" MAIL_WORD "|地\\s*址|微\\s*信|[Qq][Qq]|[@＠]|"
                                              "[0-9](?:[ –—－-]{0,2}[0-9]){4}";

/* How many paragraphs before and after a name its telephone may stand. */
enum { NEAR = 4 };

struct walk {
    const struct passage *near; /* the first that is near */
    const struct table *table;
    bool columns[LIMIT_GRID_COLUMNS]; /* of the table: those that have a phone heading */
    const struct cell *label;         /* the last such heading */
};

/* Most paragraphs and cells speak of nobody. */
static bool speaks_of_contacts(const char *text)
{
    static const char *const marks[] = {"@",  "＠", "话", "話",   "机",   "機",  "真", "箱",
                                        "件", "线", "線", "方式", "人：", "人:", NULL};
    return text_has_any(text, marks);
}

static char *group_text(const struct subject *subject, const char *text, const struct match *match)
{
    return match_text(subject->arena, text, match, 1);
}

static long digits_of(const char *text)
{
    long count = 0;
    for (; *text; text++)
        count += code_is_digit((unsigned char)*text);
    return count;
}

static enum phone phone_at(const struct subject *subject, const char *text,
                           const struct match *match)
{
    return phone_of(subject->arena, subject->patterns, group_text(subject, text, match));
}

static void report_digits(struct subject *subject, struct spot spot, const char *wrong)
{
    FOUND(subject, RULE_PHONE_DIGITS, spot, wrong, number_text(subject, digits_of(wrong)));
}

/* The numbers from a byte on, to the first words that are none. */
static void check_numbers(struct subject *subject, const struct passage *p, size_t from)
{
    struct match match;
    for (; pattern_find(subject->patterns, number, p->text, from, &match); from = match.end[0]) {
        enum phone phone = phone_at(subject, p->text, &match);
        struct spot spot = spot_in(subject, p, match.start[1], match.end[1]);
        const char *printed = group_text(subject, p->text, &match);
        if (phone == PHONE_WRONG)
            report_digits(subject, spot, printed);
        else if (phone == PHONE_LOCAL && !p->table && !matches(subject, area_code, p->text))
            FOUND(subject, RULE_PHONE_AREA_CODE, spot, printed);
    }
}

static void check_phones_after(struct subject *subject, const struct passage *p, const char *label)
{
    struct match match;
    for (size_t from = 0; pattern_find(subject->patterns, label, p->text, from, &match);
         from = match.end[0])
        check_numbers(subject, p, match.end[0]);
}

/* In a table the label stands in the cell before, or above in the column. */
static bool is_below_phone_label(const struct subject *subject, struct walk *walk,
                                 const struct passage *p)
{
    if (walk->table != p->table)
        *walk = (struct walk){.near = walk->near, .table = p->table};
    if (!p->table)
        return false;
    bool *column = &walk->columns[p->cell->column];
    bool below = *column || (walk->label && walk->label->next == p->cell);
    if (speaks_of_contacts(p->text) && matches(subject, phone_heading, p->text)) {
        walk->label = p->cell;
        *column = true;
    }
    return below;
}

static bool is_mail_address(const struct subject *subject, const char *mail)
{
    return matches(subject, mail_address, mail);
}

static void check_mails(struct subject *subject, const struct passage *p, const char *expression,
                        int group)
{
    struct match match;
    for (size_t from = 0; pattern_find(subject->patterns, expression, p->text, from, &match);
         from = match.end[0]) {
        const char *mail = match_text(subject->arena, p->text, &match, group);
        if (!is_mail_address(subject, mail))
            FOUND(subject, RULE_EMAIL_SYNTAX,
                  spot_in(subject, p, match.start[group], match.end[group]), mail);
    }
}

static void check_colons(struct subject *subject, const struct passage *p)
{
    struct match match;
    for (size_t from = 0;
         pattern_find(subject->patterns, label_without_colon, p->text, from, &match);
         from = match.end[0])
        FOUND(subject, RULE_CONTACT_COLON, spot_in(subject, p, match.start[1], match.end[1]),
              group_text(subject, p->text, &match));
}

static bool is_reachable(const struct subject *subject, const struct walk *walk,
                         const struct passage *person)
{
    for (const struct passage *p = walk->near; p && p->rank <= person->rank + NEAR; p = p->next)
        if (p->section == person->section &&
            (p->has_field || matches(subject, way_to_reach, p->text)))
            return true;
    return false;
}

static void check_person(struct subject *subject, const struct walk *walk, const struct passage *p)
{
    struct match match;
    if (pattern_find(subject->patterns, named_person, p->text, 0, &match) &&
        !is_reachable(subject, walk, p))
        FOUND(subject, RULE_CONTACT_UNREACHABLE, spot_in(subject, p, match.start[1], match.end[1]),
              group_text(subject, p->text, &match));
}

static void check_passage(struct subject *subject, struct walk *walk, const struct passage *p)
{
    static const char *const at_signs[] = {"@", "＠", NULL};
    static const char *const mail_words[] = {"箱", "件", NULL}; /* the ends of MAIL_WORD */
    if (is_below_phone_label(subject, walk, p))
        check_numbers(subject, p, 0);
    if (!speaks_of_contacts(p->text))
        return;
    check_phones_after(subject, p, phone_label);
    check_phones_after(subject, p, phone_behind_name);
    if (text_has_any(p->text, at_signs))
        check_mails(subject, p, mail_token, 0);
    if (text_has_any(p->text, mail_words)) {
        check_mails(subject, p, mail_without_at, 1);
        check_mails(subject, p, mail_in_sentence, 1);
    }
    check_colons(subject, p);
    if (!p->table)
        check_person(subject, walk, p);
}

static void check_unprinted_phone(struct subject *subject, struct xml_node *node, const char *text)
{
    struct match match;
    for (size_t from = 0; pattern_find(subject->patterns, number, text, from, &match);
         from = match.end[0])
        if (phone_at(subject, text, &match) == PHONE_WRONG)
            report_digits(subject, spot_of_node(subject, node), group_text(subject, text, &match));
}

static void check_unprinted(struct subject *subject, struct xml_node *node, bool reachable)
{
    const char *text = xml_content(subject->arena, node);
    size_t start;
    if (passage_with(subject, text, &start))
        return;
    if (xml_is(node, "phone"))
        check_unprinted_phone(subject, node, text);
    else if (xml_is(node, "email") && !is_mail_address(subject, text))
        FOUND(subject, RULE_EMAIL_SYNTAX, spot_of_node(subject, node), text);
    else if (xml_is(node, "name") && !reachable)
        FOUND(subject, RULE_CONTACT_UNREACHABLE, spot_of_node(subject, node), text);
}

static bool has_way(struct xml_node *contact)
{
    static const char *const ways[] = {"phone", "email", "office", "address"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (xml_first_named(contact, ways[i]))
            return true;
    return false;
}

/* What the paragraphs show was looked at there. */
static void check_data(struct subject *subject)
{
    struct xml_node *root = xml_root(subject->what->notice->joined);
    for (struct xml_node *contact = xml_first_named(root, "contact"); contact;
         contact = xml_next_named(contact, "contact"))
        for (struct xml_node *node = xml_first(contact); node; node = xml_next(node))
            check_unprinted(subject, node, has_way(contact));
}

void check_contacts(struct subject *subject)
{
    struct walk walk = {.near = subject->passages};
    for (const struct passage *p = subject->passages; p; p = p->next) {
        while (walk.near->rank < p->rank - NEAR)
            walk.near = walk.near->next;
        check_passage(subject, &walk, p);
    }
    if (subject->what->notice)
        check_data(subject);
}
