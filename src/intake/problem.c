/* The kinds of problems, and their words. */
#include "intake/problem.h"

#include <stdlib.h>

#include "base/text.h"

static const struct {
    enum topic topic;
    const char *reason[LANGUAGE_COUNT];
} infos[PROBLEM_KINDS] = {
    [PROBLEM_UNREADABLE] = {TOPIC_FILE, {"{0}", "{0}"}},
    [PROBLEM_UNASSIGNED] = {TOPIC_FILE,
                            {"nothing says which department's form this is",
                             "看不出是哪个部门的表"}},
    [PROBLEM_TWICE] = {TOPIC_FILE,
                       {"there is another form of it; {0} counts", "还有一份表，采用“{0}”"}},
    [PROBLEM_OLDER] = {TOPIC_SCHEME,
                       {"the form is of the scheme \"{0}\" and does not count",
                        "表是按另一方案“{0}”填的，不计入汇总"}},
    [PROBLEM_NOBODY] = {TOPIC_SCHEME,
                        {"the scheme has no department \"{0}\"", "方案里没有“{0}”这个部门"}},
    [PROBLEM_STRAY] = {TOPIC_SCHEME,
                       {"the scheme knows nothing of {0}", "方案里没有表中的这些项：{0}"}},
    [PROBLEM_EXTRA] = {TOPIC_SCHEME,
                       {"\"{0}\" stands there as well, and is in no sum",
                        "表里还写有“{0}”，没有汇入"}},
    [PROBLEM_LACKING] = {TOPIC_SCHEME, {"the form has no place for it", "表里没有这条指标"}},
    [PROBLEM_TEXT] = {TOPIC_SCHEME,
                      {"in the form it reads \"{0}\"", "表里印的是“{0}”，与方案不同"}},
    [PROBLEM_POINTS] = {TOPIC_SCHEME,
                        {"in the form it has \"{0}\", in the scheme {1}",
                         "表里印的分值是“{0}”，方案里是{1}"}},
    [PROBLEM_MISSING] = {TOPIC_MISSING, {"no answer has come", "没有报送自评"}},
    [PROBLEM_VETO] = {TOPIC_VETO,
                      {"it is said to have happened; the result is {0}", "填报“发生”，结果为{0}"}},
    [PROBLEM_NO_CHOICE] = {TOPIC_SCORE,
                           {"\"{0}\" is neither 未发生 nor 发生",
                            "“{0}”既不是“未发生”，也不是“发生”"}},
    [PROBLEM_NO_NUMBER] = {TOPIC_SCORE, {"\"{0}\" is no number", "“{0}”不是数"}},
    [PROBLEM_PLACES] = {TOPIC_SCORE, {"\"{0}\" has more than two places", "“{0}”超过两位小数"}},
    [PROBLEM_BELOW] = {TOPIC_SCORE, {"\"{0}\" is below 0", "“{0}”小于0"}},
    [PROBLEM_ABOVE] = {TOPIC_SCORE, {"\"{0}\" is above {1}", "“{0}”高于{1}分"}},
    [PROBLEM_DIFFERS] = {TOPIC_SHARED,
                         {"its departments differ: {0}; {1} counts",
                          "各部门自评不一：{0}；汇总取{1}分"}},
    [PROBLEM_EMPTY] = {TOPIC_EMPTY, {"not filled in: {0}", "没有填写：{0}"}},
};

static const struct {
    const char *name;
    enum rule rule;
} topics[TOPIC_COUNT] = {
    [TOPIC_FILE] = {"file", RULE_COLLECT_FILE},
    [TOPIC_SCHEME] = {"scheme", RULE_COLLECT_SCHEME},
    [TOPIC_MISSING] = {"missing", RULE_COLLECT_MISSING},
    [TOPIC_VETO] = {"veto", RULE_COLLECT_VETO},
    [TOPIC_SCORE] = {"score", RULE_COLLECT_SCORE},
    [TOPIC_SHARED] = {"shared", RULE_COLLECT_SHARED},
    [TOPIC_EMPTY] = {"empty", RULE_COLLECT_EMPTY},
};

enum { VALUE_MOST = 60, SUBJECT_MOST = 24 }; /* characters */

enum topic problem_topic(const struct problem *problem)
{
    return infos[problem->kind].topic;
}

const char *topic_name(enum topic topic)
{
    return topics[topic].name;
}

const char *one_line(struct arena *arena, const char *text, size_t most)
{
    return text_cut(arena, text_in_one_line(arena, text), most);
}

struct problem *problem_add(struct problems *problems, struct problem about, const char *value,
                            const char *more)
{
    struct arena *arena = problems->arena;
    struct problem *problem = ARENA_NEW(arena, struct problem);
    const char *const values[] = {value ? one_line(arena, value, VALUE_MOST) : "", more ? more : "",
                                  NULL};
    *problem = about;
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        problem->reason[i] = message_fill(arena, infos[about.kind].reason[i], values);
    if (!problems->end)
        problems->end = &problems->first;
    *problems->end = problem;
    problems->end = &problem->next;
    return problem;
}

/* 市教育局“推进义务教育…”, as far as it is known. */
static const char *subject_of(struct arena *arena, const struct problem *problem)
{
    const char *name = problem->department ? problem->department->name : "";
    if (!problem->indicator)
        return name;
    const char *text = indicator_text(arena, problem->indicator);
    return arena_printf(arena, "%s“%s”", name, one_line(arena, text, SUBJECT_MOST));
}

/* Whom to call; or where to write who it is. */
static const char *remedy_of(struct arena *arena, const struct problem *problem,
                             enum language language)
{
    static const char *const patterns[][LANGUAGE_COUNT] = {
        {"remind it: {0} {1}", "请催办：{0} {1}"},
        {"write contact and phone into <department> of the scheme, and they are named here",
         "在方案的 <department> 里写上 contact 和 phone，这里就会列出"},
    };
    struct xml_node *node = problem->department->node;
    const char *contact = xml_get(node, "contact"), *phone = xml_get(node, "phone");
    const char *const values[] = {contact ? contact : "", phone ? phone : "", NULL};
    return message_fill(arena, patterns[!contact && !phone][language], values);
}

static struct place place_of(const struct problem *problem)
{
    if (problem->file || !problem->department)
        return (struct place){problem->file, 0, 0};
    return xml_place(problem->department->node);
}

static void report(const struct problem *problem, struct findings *found)
{
    struct arena *arena = found->arena;
    const char *subject = subject_of(arena, problem);
    bool missing = problem->kind == PROBLEM_MISSING;
    REPORT(found, topics[problem_topic(problem)].rule, place_of(problem), subject,
           *subject ? ": " : "", problem->reason[LANGUAGE_ENGLISH], *subject ? "：" : "",
           problem->reason[LANGUAGE_CHINESE],
           missing ? remedy_of(arena, problem, LANGUAGE_ENGLISH) : "",
           missing ? remedy_of(arena, problem, LANGUAGE_CHINESE) : "");
}

void problems_report(const struct problems *problems, struct findings *found)
{
    for (const struct problem *p = problems->first; p; p = p->next)
        if (p->kind != PROBLEM_UNREADABLE)
            report(p, found);
}

struct ranked {
    struct problem *problem;
    enum topic topic;
    size_t department, found;
};

static int compare(const void *a, const void *b)
{
    const struct ranked *one = a, *other = b;
    if (one->topic != other->topic)
        return one->topic < other->topic ? -1 : 1;
    if (one->department != other->department)
        return one->department < other->department ? -1 : 1;
    return one->found < other->found ? -1 : 1;
}

void problems_sort(struct problems *problems)
{
    size_t count = 0, i = 0;
    for (const struct problem *p = problems->first; p; p = p->next)
        count++;
    struct ranked *ranked = ARENA_ARRAY(problems->arena, struct ranked, count);
    for (struct problem *p = problems->first; p; p = p->next, i++)
        ranked[i] =
            (struct ranked){p, problem_topic(p), p->department ? p->department->index + 1 : 0, i};
    if (count)
        qsort(ranked, count, sizeof *ranked, compare);
    problems->end = &problems->first;
    for (i = 0; i < count; i++) {
        *problems->end = ranked[i].problem;
        problems->end = &ranked[i].problem->next;
    }
    *problems->end = NULL;
}
