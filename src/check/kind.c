/* What a paragraph is. */
#include "check/kind.h"

#include "base/ordinal.h"
#include "base/text.h"

bool section_is_annex(const struct section *section)
{
    return text_starts(section->name, "annex");
}

bool is_main_text(const struct passage *passage)
{
    const char *name = passage->section->name;
    return text_equal(name, "notice") || text_equal(name, "issued");
}

bool is_heading(const struct passage *passage)
{
    return passage->role >= ROLE_HEADING_1 && passage->role <= ROLE_HEADING_4;
}

bool is_list_item(const struct passage *passage)
{
    return passage->role == ROLE_LIST_1 || passage->role == ROLE_LIST_2;
}

bool is_annex_item(const struct passage *passage)
{
    return passage->role == ROLE_ANNEX_LIST || passage->role == ROLE_ANNEX_LIST_FIRST ||
           passage->role == ROLE_ANNEX_LIST_NEXT;
}

bool is_signature(const struct passage *passage)
{
    return passage->role == ROLE_SIGNATURE || passage->role == ROLE_SIGNATURE_UNSEALED ||
           passage->role == ROLE_SIGNATURE_GRID;
}

bool is_date(const struct passage *passage)
{
    return passage->role == ROLE_DATE || passage->role == ROLE_DATE_UNSEALED ||
           passage->role == ROLE_DATE_JOINT;
}

bool ordinal_follows(const struct passage *before, const struct passage *after)
{
    struct ordinal a = ordinal_of(before->text), b = ordinal_of(after->text);
    return a.level && a.level == b.level && b.value == a.value + 1;
}
