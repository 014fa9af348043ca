/* What each department gets. */
#include "flow/handout.h"

#include "base/buffer.h"

static const struct {
    const char *name, *template;
} kinds[] = {
    {"responsibilities", "department-responsibilities"},
    {"evidence", "department-evidence"},
    {"self-assessment", "department-self-assessment"},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* Returns where the next one goes. */
static struct handout **compose_each(struct arena *arena, struct composer *composer,
                                     const struct recipient *recipient, struct xml_node *node,
                                     struct handout **end)
{
    for (int i = 0; i < KINDS; i++) {
        compose_next_document(composer);
        *end = ARENA_NEW(arena, struct handout);
        **end = (struct handout){
            .recipient = recipient,
            .name = kinds[i].name,
            .section = compose(composer, kinds[i].template, node, kinds[i].name, (struct place){0}),
        };
        end = &(*end)->next;
    }
    return end;
}

struct handout *handouts_compose(struct findings *findings, struct composer *composer,
                                 const struct notice *notice)
{
    struct handout *first = NULL, **end = &first;
    for (const struct recipient *r = recipients_list(findings, notice); r; r = r->next) {
        struct xml_node *node = recipient_join(findings->arena, notice, r);
        end = compose_each(findings->arena, composer, r, node, end);
        xml_remove(node);
    }
    return first;
}

/* The words of the title, in one line. */
static const char *title_of(struct arena *arena, const struct section *section)
{
    struct buffer title = buffer_on(arena);
    const struct block *block = section->first;
    while (block && (block->kind != BLOCK_PARAGRAPH || block->paragraph.role != ROLE_TITLE))
        block = block->next;
    for (const struct run *run = block ? block->paragraph.first : NULL; run; run = run->next)
        if (run->kind == RUN_TEXT)
            buffer_add(&title, run->text);
    return buffer_text(&title);
}

struct property *handout_properties(struct arena *arena, const struct handout *handout)
{
    const struct recipient *recipient = handout->recipient;
    const struct property values[] = {
        {NULL, "title", title_of(arena, handout->section)},
        {NULL, "考核方案", recipient->rubric},
        {NULL, "部门", recipient->id},
        {NULL, "考核部门", recipient_departments(arena, recipient)},
    };
    enum { COUNT = sizeof values / sizeof *values };
    struct property *properties = ARENA_ARRAY(arena, struct property, COUNT);
    for (int i = 0; i < COUNT; i++) {
        properties[i] = values[i];
        properties[i].next = i + 1 < COUNT ? &properties[i + 1] : NULL;
    }
    return properties;
}
