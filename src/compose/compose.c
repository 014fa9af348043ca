/* The composer's life, and the properties of a document. */
#include "compose/compose.h"

#include "base/buffer.h"
#include "compose/run.h"

void compose_next_document(struct composer *composer)
{
    composer->field_ids = field_ids_new(composer->arena);
}

/* Expressions of ours are right. */
static void compile_properties(struct composer *composer)
{
    size_t count = 0;
    while (composer->kind->properties[count].name)
        count++;
    composer->properties = ARENA_ARRAY(composer->arena, struct xpath *, count);
    for (size_t i = 0; i < count; i++)
        composer->properties[i] =
            tag_compile(composer->tags, composer->kind->properties[i].xpath, (struct place){0});
}

struct composer *composer_new(struct project *project, struct xml_document *document,
                              const struct data_kind *kind, long title_line)
{
    struct arena *arena = project->findings->arena;
    struct composer *composer = ARENA_NEW(arena, struct composer);
    *composer = (struct composer){
        .arena = arena,
        .findings = project->findings,
        .lasting = project->findings,
        .project = project,
        .document = document,
        .kind = kind,
        .vocabulary = vocabulary_of(arena, kind),
        .title_line = title_line,
        .is_traced = true,
    };
    compose_next_document(composer);
    composer->tags = tag_engine_new(project->findings, document, &composer->vocabulary);
    compile_properties(composer);
    return composer;
}

void composer_use(struct composer *composer, struct findings *findings, long title_line)
{
    composer->arena = findings->arena;
    composer->findings = findings;
    composer->title_line = title_line;
    composer->turns = 0;
    composer->last_node = NULL;
    composer->too_deep = false;
    tag_engine_use(composer->tags, findings);
    compose_next_document(composer);
}

void composer_trace(struct composer *composer, bool is_traced)
{
    composer->is_traced = is_traced;
}

void composer_keep(struct composer *composer, struct xml_node *steady)
{
    composer->keeps = true;
    composer->steady = steady;
}

const struct vocabulary *composer_vocabulary(const struct composer *composer)
{
    return &composer->vocabulary;
}

void composer_know(struct composer *composer, struct names elements)
{
    vocabulary_add(composer->arena, &composer->vocabulary, elements);
}

void composer_lend(struct composer *composer, list_finder *find, void *context)
{
    composer->find_list = find;
    composer->lender = context;
}

void composer_free(struct composer *composer)
{
    tag_engine_free(composer->tags);
}

static const char *property_value(struct composer *composer, size_t index)
{
    struct scope scope = {xml_root(composer->document), 1, 1};
    struct xpath_value value;
    if (!tag_run(composer->tags, composer->properties[index],
                 composer->kind->properties[index].xpath, (struct place){0}, scope, &value))
        return "";
    return xpath_string(composer->arena, &value);
}

struct property *compose_properties(struct composer *composer)
{
    const struct property_source *sources = composer->kind->properties;
    struct property *list = NULL, **end = &list;
    for (size_t i = 0; sources[i].name; i++) {
        if (property_named(list, sources[i].name))
            continue;
        const char *value = property_value(composer, i);
        if (!*value)
            continue;
        *end = ARENA_NEW(composer->arena, struct property);
        **end = (struct property){NULL, sources[i].name, value};
        end = &(*end)->next;
    }
    return list;
}
