/* What is compared. */
#include "scheme/fields.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "scheme/values.h"

static struct arena *arena_of(const struct comparison *c)
{
    return c->arena;
}

static const struct indicator *indicator_at(const struct comparison *c, enum side side,
                                            size_t index)
{
    return c->match.leaves[side][index].indicator;
}

static struct xml_node *scheme_node(const struct comparison *c, enum side side, size_t index)
{
    (void)index;
    return c->match.rubric[side]->node;
}

static struct xml_node *department_node(const struct comparison *c, enum side side, size_t index)
{
    return c->match.departments[side][index]->node;
}

static struct xml_node *group_node(const struct comparison *c, enum side side, size_t index)
{
    return c->match.groups[side][index]->node;
}

static struct xml_node *indicator_node(const struct comparison *c, enum side side, size_t index)
{
    return indicator_at(c, side, index)->node;
}

/* The scheme. */

static const char *scheme_title(const struct comparison *c, enum side side, size_t index)
{
    return xml_get(scheme_node(c, side, index), "title");
}

static const char *scheme_year(const struct comparison *c, enum side side, size_t index)
{
    return xml_get(scheme_node(c, side, index), "year");
}

static const char *full_marks(const struct comparison *c, enum side side, size_t index)
{
    return points_words(arena_of(c), xml_get(scheme_node(c, side, index), "full-marks"));
}

/* Ids are not printed, but forms and notices name things by them. */
static long count_renamed(const struct comparison *c, enum thing thing)
{
    const struct pairing *pairing = &c->pairing[thing];
    const struct thing_kind *kind = &thing_kinds[thing];
    long count = 0;
    for (size_t i = 0; i < pairing->count[SIDE_OLD]; i++) {
        long partner = pairing->partner[SIDE_OLD][i];
        count +=
            partner >= 0 && !text_equal(xml_get(kind->node(c, SIDE_OLD, i), "id"),
                                        xml_get(kind->node(c, SIDE_NEW, (size_t)partner), "id"));
    }
    return count;
}

/* The same text on both sides: how many; "" if there is none. */
static const char *new_ids(const struct comparison *c, enum side side, size_t index)
{
    (void)side;
    (void)index;
    struct buffer out = buffer_on(arena_of(c));
    long departments = count_renamed(c, THING_DEPARTMENT);
    long indicators = count_renamed(c, THING_INDICATOR);
    if (departments)
        buffer_printf(&out, "%ld个部门", departments);
    if (indicators)
        buffer_printf(&out, "%s%ld条指标", departments ? "、" : "", indicators);
    return buffer_text(&out);
}

static bool same_ids(const struct comparison *c, size_t old, size_t new)
{
    (void)old;
    return !*new_ids(c, SIDE_NEW, new);
}

static const char *scheme_id(const struct comparison *c, enum side side, size_t index)
{
    return xml_get(scheme_node(c, side, index), "id");
}

static const struct field scheme_fields[] = {
    {"title", "renamed", "名称修改", NULL, TOLD_ALWAYS, GRAIN_WORD, scheme_title, NULL, false},
    {"year", "redated", "年度调整", "年度", TOLD_CHANGED, GRAIN_ALL, scheme_year, NULL, false},
    {"full-marks", "rescored", "满分调整", "满分", TOLD_CHANGED, GRAIN_ALL, full_marks, NULL,
     false},
    {"id", "id", "标识更换", "标识", TOLD_CHANGED, GRAIN_ALL, scheme_id, NULL, true},
    {"ids", "ids", "部门和指标标识更换", "标识更换", TOLD_CHANGED, GRAIN_ALL, new_ids, same_ids,
     true},
    {0},
};

/* Departments. */

static const char *department_name(const struct comparison *c, enum side side, size_t index)
{
    return c->match.departments[side][index]->name;
}

static const char *department_shorts(const struct comparison *c, enum side side, size_t index)
{
    return child_lines(arena_of(c), department_node(c, side, index), "short");
}

static const char *department_sort(const struct comparison *c, enum side side, size_t index)
{
    return c->match.departments[side][index]->collective ? "统称" : "部门";
}

static const char *department_place(const struct comparison *c, enum side side, size_t index)
{
    return place_words(c, THING_DEPARTMENT, side, index, NULL);
}

static const struct field department_fields[] = {
    {"name", "renamed", "名称修改", NULL, TOLD_ALWAYS, GRAIN_WORD, department_name, NULL, false},
    {"shorts", "shorts", "简称修改", "简称", TOLD_WHOLE, GRAIN_WORD, department_shorts, NULL, true},
    {"sort", "sort", "性质调整", "性质", TOLD_CHANGED, GRAIN_ALL, department_sort, NULL, false},
    {"place", "moved", "次序调整", NULL, TOLD_CHANGED, GRAIN_ALL, department_place, NULL, true},
    {0},
};

/* Groups. */

static const char *group_title(const struct comparison *c, enum side side, size_t index)
{
    return xml_get(group_node(c, side, index), "title");
}

static const char *group_marks(const struct comparison *c, enum side side, size_t index)
{
    return points_words(arena_of(c), xml_get(group_node(c, side, index), "marks"));
}

static const char *group_place(const struct comparison *c, enum side side, size_t index)
{
    return place_words(c, THING_GROUP, side, index, c->match.groups[side][index]->parent);
}

static bool same_group_place(const struct comparison *c, size_t old, size_t new)
{
    return !c->displaced[THING_GROUP][new] && is_below_same(c, THING_GROUP, old, new);
}

static const char *group_focus(const struct comparison *c, enum side side, size_t index)
{
    return focus_words(arena_of(c), group_node(c, side, index));
}

static const char *group_layout(const struct comparison *c, enum side side, size_t index)
{
    static const char *const words[] = {[NUMBER_GROUP] = "全组一个序号",
                                        [NUMBER_EACH] = "每条指标一个序号",
                                        [NUMBER_NONE] = "不编序号"};
    return words[c->match.groups[side][index]->numbering];
}

static const struct field group_fields[] = {
    {"title", "renamed", "名称修改", NULL, TOLD_ALWAYS, GRAIN_WORD, group_title, NULL, false},
    {"points", "rescored", "分值调整", "分值", TOLD_ALWAYS, GRAIN_ALL, group_marks, NULL, false},
    {"place", "moved", "位置移动", NULL, TOLD_ALWAYS, GRAIN_ALL, group_place, same_group_place,
     false},
    {"focus", "focus", "重点考核修改", "重点考核", TOLD_WHOLE, GRAIN_WORD, group_focus, NULL,
     false},
    {"layout", "layout", "版式调整", "版式", TOLD_CHANGED, GRAIN_ALL, group_layout, NULL, true},
    {0},
};

/* Indicators. */

static const char *wording_at(const struct comparison *c, enum side side, size_t index)
{
    return c->match.leaves[side][index].text;
}

static const char *indicator_points(const struct comparison *c, enum side side, size_t index)
{
    const struct indicator *indicator = indicator_at(c, side, index);
    if (indicator->kind != INDICATOR_VETO)
        return score_label(arena_of(c), indicator);
    return arena_printf(arena_of(c), "一票否决：%s",
                        xml_get(xml_first_named(indicator->node, "veto"), "result"));
}

static const char *indicator_departments(const struct comparison *c, enum side side, size_t index)
{
    return department_names(arena_of(c), indicator_at(c, side, index)->departments);
}

/* Adds up what old references have and new ones lack. A department that was removed is none of the
 * new ones. */
static bool same_set(const struct comparison *c, const struct department_ref *old,
                     const struct department_ref *new)
{
    bool same = true;
    for (const struct department_ref *ref = new; ref; ref = ref->next)
        c->counts[ref->department->index]++;
    for (const struct department_ref *ref = old; ref; ref = ref->next) {
        long at = department_in_new(&c->match, SIDE_OLD, ref->department);
        same = at >= 0 && c->counts[at]-- > 0 && same;
    }
    for (const struct department_ref *ref = new; ref; ref = ref->next) {
        same = same && c->counts[ref->department->index] == 0;
        c->counts[ref->department->index] = 0;
    }
    for (const struct department_ref *ref = old; ref; ref = ref->next) {
        long at = department_in_new(&c->match, SIDE_OLD, ref->department);
        if (at >= 0)
            c->counts[at] = 0;
    }
    return same;
}

static bool borne_by_same(const struct comparison *c, size_t old, size_t new)
{
    return same_set(c, indicator_at(c, SIDE_OLD, old)->departments,
                    indicator_at(c, SIDE_NEW, new)->departments);
}

/* What is printed instead of the department's name; NULL: its name. */
static const char *wording_of(const struct department_ref *ref)
{
    return ref->name == ref->department->name ? NULL : ref->name;
}

/* The same departments in another order or under other names than their own. */
static bool named_the_same(const struct comparison *c, size_t old, size_t new)
{
    const struct department_ref *a = indicator_at(c, SIDE_OLD, old)->departments;
    const struct department_ref *b = indicator_at(c, SIDE_NEW, new)->departments;
    if (!same_set(c, a, b))
        return true;
    if (!same_departments(&c->match, a, b))
        return false;
    for (; a; a = a->next, b = b->next)
        if (!text_equal(wording_of(a), wording_of(b)))
            return false;
    return true;
}

static const char *indicator_place(const struct comparison *c, enum side side, size_t index)
{
    return place_words(c, THING_INDICATOR, side, index, indicator_at(c, side, index)->group);
}

static bool same_indicator_place(const struct comparison *c, size_t old, size_t new)
{
    return !c->displaced[THING_INDICATOR][new] && is_below_same(c, THING_INDICATOR, old, new);
}

static const char *indicator_evidence(const struct comparison *c, enum side side, size_t index)
{
    return child_lines(arena_of(c), indicator_node(c, side, index), "evidence");
}

static const char *indicator_method(const struct comparison *c, enum side side, size_t index)
{
    return child_lines(arena_of(c), indicator_node(c, side, index), "method");
}

static const char *indicator_remark(const struct comparison *c, enum side side, size_t index)
{
    return child_lines(arena_of(c), indicator_node(c, side, index), "remark");
}

static const char *indicator_focus(const struct comparison *c, enum side side, size_t index)
{
    return focus_words(arena_of(c), indicator_node(c, side, index));
}

static bool is_joined(const struct comparison *c, enum side side, size_t index)
{
    return text_equal(xml_get(indicator_node(c, side, index), "joined"), "true");
}

static const char *text_before_points(const struct comparison *c, enum side side, size_t index)
{
    return words_before_mark(arena_of(c), xml_first_named(indicator_node(c, side, index), "text"));
}

static const char *indicator_layout(const struct comparison *c, enum side side, size_t index)
{
    const char *before = text_before_points(c, side, index);
    const char *cell = is_joined(c, side, index) ? "与前一条同格" : "不与前一条同格";
    if (!before)
        return arena_printf(arena_of(c), "%s，分值印在末尾", cell);
    return arena_printf(arena_of(c), "%s，分值印在“%s”后", cell, last_characters(before));
}

/* Of two texts that differ it is only asked whether the points stand at the end of both. */
static bool same_layout(const struct comparison *c, size_t old, size_t new)
{
    const char *a = text_before_points(c, SIDE_OLD, old), *b = text_before_points(c, SIDE_NEW, new);
    bool same_text = strcmp(wording_at(c, SIDE_OLD, old), wording_at(c, SIDE_NEW, new)) == 0;
    return is_joined(c, SIDE_OLD, old) == is_joined(c, SIDE_NEW, new) &&
           (same_text ? text_equal(a, b) : !a == !b);
}

static const struct field indicator_fields[] = {
    {"text", "reworded", "文字修改", NULL, TOLD_ALWAYS, GRAIN_WORD, wording_at, NULL, false},
    {"points", "rescored", "分值调整", "分值", TOLD_ALWAYS, GRAIN_ALL, indicator_points, NULL,
     false},
    {"departments", "reassigned", "责任单位调整", "责任单位", TOLD_ALWAYS, GRAIN_NAME,
     indicator_departments, borne_by_same, false},
    {"department-names", "relabelled", "责任单位写法调整", "责任单位", TOLD_CHANGED, GRAIN_NAME,
     indicator_departments, named_the_same, false},
    {"place", "moved", "位置移动", NULL, TOLD_ALWAYS, GRAIN_ALL, indicator_place,
     same_indicator_place, false},
    {"focus", "focus", "重点考核修改", "重点考核", TOLD_WHOLE, GRAIN_WORD, indicator_focus, NULL,
     false},
    {"evidence", "evidence", "印证材料修改", "印证材料", TOLD_WHOLE, GRAIN_WORD, indicator_evidence,
     NULL, false},
    {"method", "method", "考核方法修改", "考核方法", TOLD_WHOLE, GRAIN_WORD, indicator_method, NULL,
     false},
    {"remark", "remark", "备注修改", "备注", TOLD_WHOLE, GRAIN_WORD, indicator_remark, NULL, false},
    {"layout", "layout", "版式调整", "版式", TOLD_CHANGED, GRAIN_ALL, indicator_layout, same_layout,
     true},
    {0},
};

const struct thing_kind thing_kinds[THINGS] = {
    [THING_SCHEME] = {"scheme", scheme_fields, scheme_node},
    [THING_DEPARTMENT] = {"department", department_fields, department_node},
    [THING_GROUP] = {"group", group_fields, group_node},
    [THING_INDICATOR] = {"indicator", indicator_fields, indicator_node},
};
