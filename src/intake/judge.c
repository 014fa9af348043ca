/* Answers held against the scheme. */
#include "intake/judge.h"

#include "base/buffer.h"
#include "base/text.h"
#include "intake/owner.h"
#include "intake/score.h"

struct judging {
    struct problems *problems;
    const struct indicator *indicator;
    struct answer *answer;
};

static struct arena *arena_of(const struct judging *judging)
{
    return judging->problems->arena;
}

static void tell(const struct judging *judging, enum problem_kind kind, const char *value,
                 const char *more)
{
    struct answer *answer = judging->answer;
    const struct problem *problem =
        problem_add(judging->problems,
                    (struct problem){.kind = kind,
                                     .department = answer->seat->department,
                                     .indicator = judging->indicator,
                                     .file = answer->seat->form->path},
                    value, more);
    answer->fault = arena_printf(arena_of(judging), "%s%s%s", answer->fault,
                                 *answer->fault ? "；" : "", problem->reason[LANGUAGE_CHINESE]);
}

static points most_of(const struct indicator *indicator)
{
    return indicator->kind == INDICATOR_DEDUCTION ? indicator->most : indicator->points;
}

static void judge_score(const struct judging *judging, const char *typed)
{
    static const enum problem_kind kinds[] = {
        [SCORE_NO_NUMBER] = PROBLEM_NO_NUMBER,
        [SCORE_PLACES] = PROBLEM_PLACES,
        [SCORE_BELOW] = PROBLEM_BELOW,
        [SCORE_ABOVE] = PROBLEM_ABOVE,
    };
    struct answer *answer = judging->answer;
    points most = most_of(judging->indicator);
    enum score_state state = score_read(arena_of(judging), typed, most, &answer->value);
    answer->counts = state == SCORE_GOOD;
    if (state != SCORE_GOOD && state != SCORE_EMPTY)
        tell(judging, kinds[state], typed, points_print(arena_of(judging), most));
}

static void judge_veto(const struct judging *judging, const char *typed)
{
    if (text_equal(typed, "发生"))
        tell(judging, PROBLEM_VETO,
             xml_get(xml_first_named(judging->indicator->node, "veto"), "result"), NULL);
    else if (*typed && !text_equal(typed, "未发生"))
        tell(judging, PROBLEM_NO_CHOICE, typed, NULL);
}

/* What a collective has does not concern every department. */
static void judge_empty(const struct judging *judging)
{
    static const char *const labels[FORM_PARTS] = {"部署落实情况", "自评得分", "是否发生", NULL};
    struct answer *answer = judging->answer;
    struct buffer empty = buffer_on(arena_of(judging));
    for (int part = 0; part < FORM_PARTS; part++) {
        const char *label = part == FORM_SCORE && judging->indicator->kind == INDICATOR_DEDUCTION
                                ? "扣分"
                                : labels[part];
        if (label && answer->item->value[part] && !*answer->item->value[part])
            buffer_join(&empty, "、", label);
    }
    if (!empty.length || department_bears(answer->seat->department, judging->indicator) != BEARS)
        return;
    answer->seat->empty++;
    tell(judging, PROBLEM_EMPTY, buffer_text(&empty), NULL);
}

static void judge_print(const struct judging *judging)
{
    struct arena *arena = arena_of(judging);
    const struct indicator *indicator = judging->indicator;
    const struct form_item *item = judging->answer->item;
    points printed = 0;
    if (item->other_text)
        tell(judging, PROBLEM_TEXT, item->other_text, NULL);
    if (indicator->kind != INDICATOR_POINTS || !item->points)
        return;
    if (score_read(arena, item->points, indicator->points, &printed) != SCORE_GOOD ||
        printed != indicator->points)
        tell(judging, PROBLEM_POINTS, item->points, points_print(arena, indicator->points));
}

void judge_answer(struct problems *problems, const struct indicator *indicator,
                  struct answer *answer)
{
    struct judging judging = {problems, indicator, answer};
    if (!answer->item)
        return;
    const char *typed = answer->item->value[form_answer_part(indicator)];
    if (!typed) {
        tell(&judging, PROBLEM_LACKING, NULL, NULL);
        return;
    }
    judge_print(&judging);
    if (indicator->kind == INDICATOR_VETO)
        judge_veto(&judging, typed);
    else if (indicator->kind != INDICATOR_PLAIN)
        judge_score(&judging, typed);
    judge_empty(&judging);
}

static void tell_difference(struct problems *problems, const struct entry *entry)
{
    struct buffer said = buffer_on(problems->arena);
    for (const struct answer *answer = entry->answers; answer; answer = answer->next)
        if (answer->counts)
            buffer_printf(&said, "%s%s%s分", said.length ? "、" : "",
                          answer->seat->department->name,
                          points_print(problems->arena, answer->value));
    problem_add(problems, (struct problem){.kind = PROBLEM_DIFFERS, .indicator = entry->indicator},
                buffer_text(&said), points_print(problems->arena, entry->value));
}

void judge_entry(struct problems *problems, struct entry *entry)
{
    bool differs = false;
    for (const struct answer *answer = entry->answers; answer; answer = answer->next) {
        if (!answer->counts)
            continue;
        bool higher = answer->value > entry->value;
        differs |= entry->counts && answer->value != entry->value;
        if (!entry->counts || higher == (entry->indicator->kind == INDICATOR_DEDUCTION))
            entry->value = answer->value;
        entry->counts = true;
    }
    if (differs)
        tell_difference(problems, entry);
}
