/* The composer's life, and the properties of a document. */
#include "compose/compose.h"

#include "base/buffer.h"
#include "compose/run.h"
#include "data/schemas.h"

struct composer *composer_new(struct project *project, struct notice *notice, long title_line)
{
    struct arena *arena = project->findings->arena;
    struct composer *composer = ARENA_NEW(arena, struct composer);
    *composer = (struct composer){
        .arena = arena,
        .findings = project->findings,
        .project = project,
        .notice = notice,
        .elements = joined_names(arena, NAME_ELEMENT),
        .attributes = joined_names(arena, NAME_ATTRIBUTE),
        .title_line = title_line,
    };
    composer->tags = tag_engine_new(project->findings, notice->joined, &composer->elements,
                                    &composer->attributes);
    return composer;
}

void composer_free(struct composer *composer)
{
    tag_engine_free(composer->tags);
}

/* The first expression of a name that finds something gives the property. */
static const struct {
    const char *name;
    const char *xpath;
} sources[] = {
    {"title", "concat(title/@issuer, title)"},
    {"issuer", "title/@issuer"},
    {"issuer", "join(signer, '、')"},
    {"issuer", "publication/@publisher"},
    {"number", "number"},
    {"date", "date"},
    {"subject", "publication/@subject"},
    {"索引号", "publication/@index"},
    {"主题分类", "publication/@subject"},
    {"发文机构", "publication/@publisher"},
    {"发布日期", "publication/@date"},
    {"有效性", "publication/@validity"},
};

static const char *value_of(struct composer *composer, const char *expression)
{
    struct place nowhere = {0};
    struct scope scope = {xml_root(composer->notice->joined), 1, 1};
    struct xpath *xpath = tag_compile(composer->tags, expression, nowhere);
    struct xpath_value value;
    if (!tag_run(composer->tags, xpath, expression, nowhere, scope, &value))
        return "";
    return xpath_string(composer->arena, &value);
}

struct property *compose_properties(struct composer *composer)
{
    struct property *list = NULL, **end = &list;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        if (property_named(list, sources[i].name))
            continue;
        const char *value = value_of(composer, sources[i].xpath);
        if (!*value)
            continue;
        *end = ARENA_NEW(composer->arena, struct property);
        **end = (struct property){NULL, sources[i].name, value};
        end = &(*end)->next;
    }
    return list;
}
