/* All rules, one family after the other. */
#include "check/check.h"

#include "check/families.h"
#include "check/rule.h"

static void (*const families[])(struct subject *) = {
    check_points,   check_forms,   check_departments, check_counts,   check_dates,
    check_number,   check_annexes, check_organs,      check_headings, check_characters,
    check_contacts, check_slogans, check_layout,      check_open,
};

void check(struct findings *trouble, struct findings *found_here, const struct checking *checking)
{
    struct patterns *patterns = patterns_new(trouble);
    struct subject subject = subject_of(found_here, patterns, checking);
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        families[i](&subject);
    patterns_free(patterns);
    findings_sort(found_here);
}

void check_accepted(struct findings *trouble, const struct notice *notice, bool *off)
{
    struct xml_node *root = xml_root(notice->joined);
    for (struct xml_node *accept = xml_first_named(root, "accept"); accept;
         accept = xml_next_named(accept, "accept"))
        rule_switch_off(trouble, xml_get(accept, "rule"), xml_place(accept), off);
}
