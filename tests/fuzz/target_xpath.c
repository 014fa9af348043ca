/* Tags with their expressions, worked out on a notice and on an indicator of its rubric. */
#include "data/kind.h"
#include "noticed.h"
#include "tag/tag.h"

static struct xml_node *indicator;
static struct vocabulary vocabulary;

void fuzz_begin(struct arena *arena)
{
    notice_begin(arena);
    indicator = notice->rubric->indicators->node;
    vocabulary = vocabulary_of(arena, &notice_kind);
}

static void run(struct fuzz *fuzz, struct tag_engine *engine, const struct tag *tag,
                struct scope scope)
{
    struct xpath_value value = {0};
    if (tag->kind == TAG_FIELD && tag->field)
        tag_field_id(engine, tag, scope);
    if (tag->xpath && tag_run(engine, tag->xpath, tag->expression, tag->place, scope, &value)) {
        tag_text(fuzz->arena, &value);
        xpath_boolean(&value);
    }
}

void fuzz_run(struct fuzz *fuzz)
{
    struct tag_engine *engine = tag_engine_new(&fuzz->findings, notice->joined, &vocabulary);
    struct file file = fuzz->input;
    const char *start, *stop;
    if (file_to_text(&fuzz->findings, &file))
        for (const char *at = file.bytes; tag_find(at, &start, &stop); at = stop) {
            struct place place = file_place(&file, (size_t)(start - file.bytes));
            struct tag tag = tag_read(engine, start, stop, place);
            run(fuzz, engine, &tag, (struct scope){xml_root(notice->joined), 1, 1});
            run(fuzz, engine, &tag, (struct scope){indicator, 2, 7});
        }
    tag_engine_free(engine);
}
