/* What the tests of collecting share: a small scheme, and forms as they come back. Included after
 * cmocka.h. */
#ifndef COLLECTING_H
#define COLLECTING_H

#include "intake/collection.h"
#include "support.h"

/* 甲局 and 乙局 share i1; i4 is everybody's. */
static const char scheme[] =
    "<rubric id='s' title='方案'>"
    "<department id='a' name='甲局'/><department id='b' name='乙局'><short>乙</short></department>"
    "<department id='c' name='乙局分局' contact='李四' phone='123'/>"
    "<department id='all' name='各部门' group='true'/>"
    "<group title='一'><group title='一一'>"
    "<indicator id='i1' points='2' departments='a b'><text>甲乙共同</text></indicator>"
    "<indicator id='i2' points='1.5' departments='b'><text>乙的指标</text></indicator></group>"
    "<indicator id='i3' departments='a'><text>甲的扣分</text><deduction most='3'/></indicator>"
    "</group><group title='二'>"
    "<indicator id='i4' departments='all'><text>大家的</text></indicator>"
    "<indicator id='i5' departments='c'><text>丙的否决</text><veto result='D级'/></indicator>"
    "</group></rubric>";

struct collecting {
    struct arena *arena;
    struct findings findings;
    struct xml_document *document;
    struct form_plan *plan;
    struct form *first, **end;
};

static inline void collecting_begin(struct collecting *c)
{
    *c = (struct collecting){.arena = arena_new()};
    c->findings = findings_on(c->arena);
    c->document = parse_text(&c->findings, scheme);
    assert_non_null(c->document);
    struct rubric *rubric = rubric_read(&c->findings, xml_root(c->document));
    rubric_join(&c->findings, rubric);
    c->plan = form_plan_new(c->arena, rubric);
    c->end = &c->first;
}

static inline void collecting_end(struct collecting *c)
{
    xml_document_free(c->document);
    arena_free(c->arena);
}

static inline void set_field(struct collecting *c, struct form *form, const char *name,
                             const char *value)
{
    static const char *const heads[FORM_HEADS] = {"filler",     "phone",    "date",  "overview",
                                                  "highlights", "problems", "plans", "other"};
    static const char *const parts[FORM_PARTS] = {"_done", "_score", "_veto", "_remark"};
    for (int i = 0; i < FORM_HEADS; i++)
        if (strcmp(heads[i], name) == 0)
            form->head[i] = value;
    for (size_t i = 0; i < c->plan->count; i++)
        for (int part = 0; part < FORM_PARTS; part++)
            if (strcmp(name, arena_printf(c->arena, "%s%s", c->plan->indicators[i]->id,
                                          parts[part])) == 0)
                form->items[i].value[part] = value;
}

/* A form with "name=value" for each of its places, blanks between. */
static inline struct form *collecting_form(struct collecting *c, const char *path,
                                           const char *departments, const char *fields)
{
    struct form *form = ARENA_NEW(c->arena, struct form);
    *form = (struct form){
        .path = path,
        .title = "",
        .scheme = "s",
        .departments = departments,
        .head = {"", "", "", "", "", "", "", ""},
        .items = ARENA_ARRAY(c->arena, struct form_item, c->plan->count),
    };
    for (size_t i = 0; i < c->plan->count; i++)
        form->items[i].indicator = c->plan->indicators[i];
    while (*(fields += strspn(fields, " "))) {
        size_t name = strcspn(fields, "="), length = strcspn(fields, " ");
        set_field(c, form, arena_copy_n(c->arena, fields, name),
                  arena_copy_n(c->arena, fields + name + 1, length - name - 1));
        fields += length;
    }
    *c->end = form;
    c->end = &form->next;
    return form;
}

static inline struct collection *collecting_done(struct collecting *c)
{
    return collection_new(c->arena, c->plan, (struct returned){0}, c->first,
                          (struct problems){.arena = c->arena});
}

/* "topic department indicator file reason;" for each, without what there is none of. */
static inline const char *problems_text(const struct collection *collection)
{
    struct buffer out = buffer_on(collection->problems.arena);
    for (const struct problem *p = collection->problems.first; p; p = p->next) {
        buffer_add(&out, topic_name(problem_topic(p)));
        if (p->department)
            buffer_printf(&out, " %s", p->department->id);
        if (p->indicator)
            buffer_printf(&out, " %s", p->indicator->id);
        if (p->file)
            buffer_printf(&out, " %s", p->file);
        buffer_printf(&out, " %s;", p->reason[LANGUAGE_CHINESE]);
    }
    return buffer_text(&out);
}

#endif
