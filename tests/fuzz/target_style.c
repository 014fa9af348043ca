/* A style of an office's own, and a document of all roles that is written in it. */
#include "base/text.h"
#include "docx/docx.h"
#include "frame.h"

static struct document document = {.lang = "zh-CN"};

void fuzz_begin(struct arena *arena)
{
    struct section *section = document_add_section(arena, &document, "notice");
    for (int role = 0; role < ROLE_COUNT; role++) {
        struct block *block = paragraph_new(arena, (enum role)role, (struct origin){0});
        paragraph_add_text(arena, block, (enum role)role, RUN_BOLD, "质量月 2022",
                           (struct origin){0});
        section_add_block(section, block);
    }
}

static const char *find(void *context, const char *name)
{
    struct fuzz *fuzz = context;
    return text_equal(name, "own")       ? path_join(fuzz->arena, fuzz->folder, "own.xml")
           : text_equal(name, "gbt9704") ? SHARE "/styles/gbt9704.xml"
                                         : NULL;
}

void fuzz_run(struct fuzz *fuzz)
{
    fuzz_write(fuzz, "own.xml", fuzz->input.bytes, fuzz->input.length);
    const struct style *style = style_load(&fuzz->findings, "own", (struct place){0}, find, fuzz);
    struct docx_options options = {.draft = "送审稿"};
    struct package package;
    if (style && !docx_write(fuzz->arena, &document, style, options, &package))
        fuzz_fail(package.error);
}
