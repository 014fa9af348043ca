/* From forms to sums. */
#include "intake/collection.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/date.h"
#include "base/text.h"
#include "intake/owner.h"
#include "intake/judge.h"

static struct arena *arena_of(const struct collection *collection)
{
    return collection->problems.arena;
}

/* seats */

static bool bears_any(const struct rubric *rubric, const struct department *department)
{
    for (const struct indicator *i = rubric->indicators; i && !department->collective; i = i->next)
        if (department_bears(department, i) != BEARS_NOT)
            return true;
    return false;
}

static void take_seats(struct collection *collection)
{
    size_t count = 0;
    for (const struct department *d = collection->rubric->departments; d; d = d->next)
        count++;
    collection->seats = ARENA_ARRAY(arena_of(collection), struct seat, count);
    for (const struct department *d = collection->rubric->departments; d; d = d->next)
        if (bears_any(collection->rubric, d))
            collection->seats[collection->seat_count++].department = d;
}

/* which form counts */

/* 2022年1月12日, 2022-01-12, 2022.1.12: three numbers; year 0 if it is no day. */
static struct date day_of(const struct form *form)
{
    int numbers[3] = {0};
    const char *at = form->head[FORM_DATE];
    for (size_t i = 0; i < 3 && *(at += strcspn(at, "0123456789")); i++) {
        char *end;
        long number = strtol(at, &end, 10);
        numbers[i] = number > 9999 ? 0 : (int)number;
        at = end;
    }
    struct date date = {numbers[0], numbers[1], numbers[2]};
    return date.year && date_is_valid(date) ? date : (struct date){0};
}

static void seat_form(struct collection *collection, struct seat *seat, const struct form *form)
{
    const struct form *other = seat->form;
    if (other && date_compare(day_of(form), day_of(other)) < 0) {
        other = form;
        form = seat->form;
    }
    seat->form = form;
    if (other)
        problem_add(&collection->problems,
                    (struct problem){
                        .kind = PROBLEM_TWICE, .department = seat->department, .file = other->path},
                    returned_name(arena_of(collection), &collection->returned, form->path), NULL);
}

static void place_form(struct collection *collection, const struct form *form)
{
    bool *owner = ARENA_ARRAY(arena_of(collection), bool, collection->seat_count);
    struct problem problem = {.kind = PROBLEM_UNASSIGNED, .file = form->path};
    bool older = form->scheme && !text_equal(form->scheme, xml_get(collection->rubric->node, "id"));
    bool owned = form_owners(collection, form, owner);
    for (size_t i = 0; i < collection->seat_count; i++) {
        struct seat *seat = &collection->seats[i];
        if (!owner[i])
            continue;
        if (!older)
            seat_form(collection, seat, form);
        else if (!seat->older)
            seat->older = form;
        problem.department = seat->department;
    }
    problem.kind = older ? PROBLEM_OLDER : PROBLEM_UNASSIGNED;
    if (older || !owned)
        problem_add(&collection->problems, problem, form->scheme, NULL);
}

/* a form of the scheme that is not quite as it was sent */

/* NULL if it stands for several. */
static const struct department *only_department(const struct collection *collection,
                                                const struct form *form)
{
    const struct department *found = NULL;
    for (size_t i = 0; i < collection->seat_count; i++) {
        if (collection->seats[i].form != form)
            continue;
        if (found)
            return NULL;
        found = collection->seats[i].department;
    }
    return found;
}

static void tell_strays(struct collection *collection, const struct form *form)
{
    struct buffer names = buffer_on(arena_of(collection));
    for (const struct form_stray *stray = form->strays; stray; stray = stray->next)
        buffer_join(&names, "、", stray->text);
    if (form->strays)
        problem_add(&collection->problems,
                    (struct problem){.kind = PROBLEM_STRAY,
                                     .department = only_department(collection, form),
                                     .file = form->path},
                    buffer_text(&names), NULL);
}

static void tell_extras(struct collection *collection, const struct form *form)
{
    struct problem problem = {
        .kind = PROBLEM_EXTRA, .department = only_department(collection, form), .file = form->path};
    for (const struct form_stray *extra = form->extras; extra; extra = extra->next)
        problem_add(&collection->problems, problem, extra->text, NULL);
}

/* Whether a department that the form stands for has the indicator. */
static bool is_asked(const struct collection *collection, const struct form *form,
                     const struct indicator *indicator)
{
    for (size_t i = 0; i < collection->seat_count; i++)
        if (collection->seats[i].form == form &&
            department_bears(collection->seats[i].department, indicator) != BEARS_NOT)
            return true;
    return false;
}

static void tell_unasked(struct collection *collection, const struct form *form)
{
    for (size_t i = 0; i < collection->entry_count; i++) {
        const struct form_item *item = &form->items[i];
        struct buffer words = buffer_on(arena_of(collection));
        for (int part = 0; part < FORM_PARTS; part++)
            if (item->value[part] && *item->value[part])
                buffer_join(&words, " | ", item->value[part]);
        if (words.length && !is_asked(collection, form, item->indicator))
            problem_add(&collection->problems,
                        (struct problem){.kind = PROBLEM_EXTRA,
                                         .department = only_department(collection, form),
                                         .indicator = item->indicator,
                                         .file = form->path},
                        buffer_text(&words), NULL);
    }
}

/* What is in no answer. */
static void tell_left(struct collection *collection, const struct form *form)
{
    tell_strays(collection, form);
    tell_extras(collection, form);
    tell_unasked(collection, form);
}

static bool is_counted(const struct collection *collection, const struct form *form)
{
    for (size_t i = 0; i < collection->seat_count; i++)
        if (collection->seats[i].form == form)
            return true;
    return false;
}

static void tell_missing(struct collection *collection)
{
    for (size_t i = 0; i < collection->seat_count; i++) {
        const struct seat *seat = &collection->seats[i];
        collection->answered += seat->form != NULL;
        if (!seat->form)
            problem_add(&collection->problems,
                        (struct problem){.kind = PROBLEM_MISSING, .department = seat->department},
                        NULL, NULL);
    }
}

/* answers */

static struct answer *answer_new(struct collection *collection, struct seat *seat, size_t index)
{
    struct answer *answer = ARENA_NEW(arena_of(collection), struct answer);
    *answer = (struct answer){
        .seat = seat,
        .item = seat->form ? &seat->form->items[index] : NULL,
        .fault = "",
    };
    judge_answer(&collection->problems, collection->entries[index].indicator, answer);
    return answer;
}

static void settle_entry(struct collection *collection, size_t index)
{
    struct entry *entry = &collection->entries[index];
    struct answer **end = &entry->answers;
    for (size_t i = 0; i < collection->seat_count; i++) {
        struct seat *seat = &collection->seats[i];
        if (department_bears(seat->department, entry->indicator) == BEARS_NOT)
            continue;
        *end = answer_new(collection, seat, index);
        end = &(*end)->next;
    }
    judge_entry(&collection->problems, entry);
}

static void settle_entries(struct collection *collection, const struct form_plan *plan)
{
    collection->entry_count = plan->count;
    collection->entries = ARENA_ARRAY(arena_of(collection), struct entry, plan->count);
    for (size_t i = 0; i < plan->count; i++)
        collection->entries[i].indicator = plan->indicators[i];
}

/* sums */

const struct group *indicator_domain(const struct indicator *indicator)
{
    const struct group *group = indicator->group;
    while (group->parent)
        group = group->parent;
    return group;
}

static void take_domains(struct collection *collection)
{
    collection->domains =
        ARENA_ARRAY(arena_of(collection), struct domain, collection->rubric->group_count);
    for (const struct group *g = collection->rubric->groups; g; g = g->next)
        if (!g->parent)
            collection->domains[collection->domain_count++] = (struct domain){
                .group = g,
                .each = ARENA_ARRAY(arena_of(collection), struct sums, collection->seat_count),
            };
}

static void add_value(struct sums *sums, const struct indicator *indicator, bool counts,
                      points value)
{
    sums->indicators++;
    sums->full += indicator->points;
    if (counts)
        *(indicator->kind == INDICATOR_DEDUCTION ? &sums->deducted : &sums->score) += value;
}

static void sum_entry(struct collection *collection, const struct entry *entry)
{
    struct domain *domain = collection->domains;
    while (domain->group != indicator_domain(entry->indicator))
        domain++;
    add_value(&domain->all, entry->indicator, entry->counts, entry->value);
    add_value(&collection->all, entry->indicator, entry->counts, entry->value);
    for (const struct answer *answer = entry->answers; answer; answer = answer->next) {
        size_t seat = (size_t)(answer->seat - collection->seats);
        add_value(&domain->each[seat], entry->indicator, answer->counts, answer->value);
        add_value(&answer->seat->sums, entry->indicator, answer->counts, answer->value);
    }
}

struct collection *collection_new(struct arena *arena, const struct form_plan *plan,
                                  struct returned returned, const struct form *forms,
                                  struct problems problems)
{
    struct collection *collection = ARENA_NEW(arena, struct collection);
    *collection =
        (struct collection){.rubric = plan->rubric, .returned = returned, .problems = problems};
    take_seats(collection);
    take_domains(collection);
    settle_entries(collection, plan);
    for (const struct form *form = forms; form; form = form->next, collection->forms++)
        place_form(collection, form);
    for (const struct form *form = forms; form; form = form->next)
        if (is_counted(collection, form))
            tell_left(collection, form);
    tell_missing(collection);
    for (size_t i = 0; i < collection->entry_count; i++) {
        settle_entry(collection, i);
        sum_entry(collection, &collection->entries[i]);
    }
    problems_sort(&collection->problems);
    return collection;
}
