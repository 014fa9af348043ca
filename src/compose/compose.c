/* The composer's life, and the properties of a document. */
#include "compose/compose.h"

#include "base/buffer.h"
#include "compose/run.h"

void compose_next_document(struct composer *composer)
{
    composer->field_ids = field_ids_new(composer->arena);
}

struct composer *composer_new(struct project *project, struct xml_document *document,
                              const struct data_kind *kind, long title_line)
{
    struct arena *arena = project->findings->arena;
    struct composer *composer = ARENA_NEW(arena, struct composer);
    *composer = (struct composer){
        .arena = arena,
        .findings = project->findings,
        .project = project,
        .document = document,
        .kind = kind,
        .vocabulary = vocabulary_of(arena, kind),
        .title_line = title_line,
    };
    compose_next_document(composer);
    composer->tags = tag_engine_new(project->findings, document, &composer->vocabulary);
    return composer;
}

void composer_free(struct composer *composer)
{
    tag_engine_free(composer->tags);
}

static const char *value_of(struct composer *composer, const char *expression)
{
    struct place nowhere = {0};
    struct scope scope = {xml_root(composer->document), 1, 1};
    struct xpath *xpath = tag_compile(composer->tags, expression, nowhere);
    struct xpath_value value;
    if (!tag_run(composer->tags, xpath, expression, nowhere, scope, &value))
        return "";
    return xpath_string(composer->arena, &value);
}

struct property *compose_properties(struct composer *composer)
{
    struct property *list = NULL, **end = &list;
    for (const struct property_source *source = composer->kind->properties; source->name;
         source++) {
        if (property_named(list, source->name))
            continue;
        const char *value = value_of(composer, source->xpath);
        if (!*value)
            continue;
        *end = ARENA_NEW(composer->arena, struct property);
        **end = (struct property){NULL, source->name, value};
        end = &(*end)->next;
    }
    return list;
}
