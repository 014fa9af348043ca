/* Rows of a collection, as CSV and JSON. */
#include "flow/collect_rows.h"

#include "base/json.h"
#include "base/text.h"
#include "intake/collection_xml.h"
#include "sheet/csv_writer.h"

/* one answer */

enum column {
    DEPARTMENT_ID,
    DEPARTMENT,
    STATE,
    DOMAIN,
    INDICATOR,
    TEXT,
    LABEL,
    SCORE,
    DEDUCTED,
    VETO,
    TYPED,
    DONE,
    REMARK,
    FAULT,
    FILE_NAME,
    COLUMNS
};

static const struct {
    const char *name, *header; /* of JSON, of CSV; NULL: not there */
} columns[COLUMNS] = {
    [DEPARTMENT_ID] = {"department", NULL},
    [DEPARTMENT] = {"name", "部门"},
    [STATE] = {"state", NULL},
    [DOMAIN] = {"domain", "领域"},
    [INDICATOR] = {"indicator", "指标编号"},
    [TEXT] = {"text", "考核内容"},
    [LABEL] = {"label", "分值"},
    [SCORE] = {"score", "自评得分"},
    [DEDUCTED] = {"deducted", "扣分"},
    [VETO] = {"veto", "否决情形"},
    [TYPED] = {"typed", "原样填写"},
    [DONE] = {"done", "部署落实情况"},
    [REMARK] = {"remark", "备注"},
    [FAULT] = {"fault", "问题"},
    [FILE_NAME] = {"file", "文件"},
};

static void fill_form(struct arena *arena, const struct returned *returned,
                      const struct indicator *indicator, const struct answer *answer,
                      const char *values[COLUMNS])
{
    const char *const *value = answer->item->value;
    if (indicator->kind != INDICATOR_PLAIN)
        values[indicator->kind == INDICATOR_VETO ? VETO : TYPED] =
            value[form_answer_part(indicator)];
    values[DONE] = value[FORM_DONE];
    values[REMARK] = value[FORM_REMARK];
    values[FAULT] = answer->fault;
    values[FILE_NAME] = returned_name(arena, returned, answer->seat->form->path);
    if (answer->counts)
        values[indicator->kind == INDICATOR_DEDUCTION ? DEDUCTED : SCORE] =
            points_print(arena, answer->value);
}

static void fill(struct arena *arena, const struct returned *returned,
                 const struct indicator *indicator, const struct answer *answer,
                 const char *values[COLUMNS])
{
    values[DEPARTMENT_ID] = answer->seat->department->id;
    values[DEPARTMENT] = answer->seat->department->name;
    values[STATE] = seat_state(answer->seat);
    values[DOMAIN] = domain_title(indicator);
    values[INDICATOR] = indicator->id;
    values[TEXT] = indicator_text(arena, indicator);
    values[LABEL] = indicator_label(indicator);
    if (answer->item)
        fill_form(arena, returned, indicator, answer, values);
    else
        values[FAULT] = "没有报送自评";
}

/* CSV */

static void add_row(struct buffer *out, const char *const values[COLUMNS])
{
    const char *cells[COLUMNS];
    size_t count = 0;
    for (int i = 0; i < COLUMNS; i++)
        if (columns[i].header)
            cells[count++] = values[i];
    csv_row(out, cells, count);
}

void collection_csv(const struct collection *collection, struct buffer *out)
{
    const char *headers[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        headers[i] = columns[i].header;
    csv_begin(out);
    add_row(out, headers);
    for (size_t i = 0; i < collection->entry_count; i++) {
        const struct entry *entry = &collection->entries[i];
        for (const struct answer *answer = entry->answers; answer; answer = answer->next) {
            const char *values[COLUMNS] = {0};
            fill(out->arena, &collection->returned, entry->indicator, answer, values);
            add_row(out, values);
        }
    }
}

/* JSON */

static struct json object_of(struct buffer *out, const char *type)
{
    struct json json = json_object(out->arena);
    json_string(&json, "type", type);
    return json;
}

static void add_sums(struct json *json, struct sums sums)
{
    struct arena *arena = json->out.arena;
    json_number(json, "indicators", sums.indicators);
    json_string(json, "full", points_print(arena, sums.full));
    json_string(json, "score", points_print(arena, sums.score));
    json_string(json, "deducted", points_print(arena, sums.deducted));
}

static void add_seat(struct buffer *out, const struct returned *returned, const struct seat *seat)
{
    static const char *const heads[FORM_HEADS] = {"filler",     "phone",    "date",  "overview",
                                                  "highlights", "problems", "plans", "other"};
    struct json json = object_of(out, "department");
    json_string(&json, "department", seat->department->id);
    json_string(&json, "name", seat->department->name);
    json_string(&json, "state", seat_state(seat));
    if (seat->form)
        json_string(&json, "file", returned_name(out->arena, returned, seat->form->path));
    for (int i = 0; i < FORM_HEADS && seat->form; i++)
        json_string(&json, heads[i], seat->form->head[i]);
    add_sums(&json, seat->sums);
    json_number(&json, "empty", seat->empty);
    buffer_add(out, json_line(&json));
}

static void add_domain(struct buffer *out, const struct collection *collection,
                       const struct domain *domain)
{
    const char *title = xml_get(domain->group->node, "title");
    struct json all = object_of(out, "domain");
    json_string(&all, "domain", title);
    add_sums(&all, domain->all);
    buffer_add(out, json_line(&all));
    for (size_t i = 0; i < collection->seat_count; i++) {
        if (!domain->each[i].indicators)
            continue;
        struct json json = object_of(out, "share");
        json_string(&json, "domain", title);
        json_string(&json, "department", collection->seats[i].department->id);
        add_sums(&json, domain->each[i]);
        buffer_add(out, json_line(&json));
    }
}

static void add_answer(struct buffer *out, const struct returned *returned,
                       const struct indicator *indicator, const struct answer *answer)
{
    const char *values[COLUMNS] = {0};
    struct json json = object_of(out, "answer");
    fill(out->arena, returned, indicator, answer, values);
    for (int i = 0; i < COLUMNS; i++)
        json_string(&json, columns[i].name, values[i]);
    buffer_add(out, json_line(&json));
}

static void add_problem(struct buffer *out, const struct returned *returned,
                        const struct problem *problem)
{
    struct json json = object_of(out, "problem");
    json_string(&json, "topic", topic_name(problem_topic(problem)));
    if (problem->department)
        json_string(&json, "department", problem->department->id);
    if (problem->indicator)
        json_string(&json, "indicator", problem->indicator->id);
    if (problem->file)
        json_string(&json, "file", returned_name(out->arena, returned, problem->file));
    json_string(&json, "reason", problem->reason[LANGUAGE_CHINESE]);
    buffer_add(out, json_line(&json));
}

void collection_json(const struct collection *collection, struct buffer *out)
{
    for (size_t i = 0; i < collection->seat_count; i++)
        add_seat(out, &collection->returned, &collection->seats[i]);
    for (size_t i = 0; i < collection->domain_count; i++)
        add_domain(out, collection, &collection->domains[i]);
    for (size_t i = 0; i < collection->entry_count; i++) {
        const struct entry *entry = &collection->entries[i];
        for (const struct answer *answer = entry->answers; answer; answer = answer->next)
            add_answer(out, &collection->returned, entry->indicator, answer);
    }
    for (const struct problem *p = collection->problems.first; p; p = p->next)
        add_problem(out, &collection->returned, p);
}
