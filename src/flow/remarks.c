/* Saying in a comment what a finding says. */
#include "flow/remarks.h"

#include "base/buffer.h"

static const char *remark_text(struct arena *arena, const struct finding *finding,
                               enum language language)
{
    const struct message *message = message_of(finding->rule);
    struct buffer out = buffer_on(arena);
    if (finding->where)
        buffer_printf(&out, "%s: ", finding->where[language]);
    buffer_printf(&out, "%s: %s [%s]", severity_word(message->severity, language),
                  message_fill(arena, message->words[language], finding->values), message->id);
    buffer_printf(&out, "\n%s", finding_hint(arena, finding, language));
    if (message->source)
        buffer_printf(&out, "\n%s", message->source);
    return buffer_text(&out);
}

const struct comment *remarks_of(struct arena *arena, const struct findings *findings,
                                 enum language language)
{
    struct comment *first = NULL, **end = &first;
    for (const struct finding *f = findings->first; f; f = f->next) {
        const struct block *block = f->node;
        *end = ARENA_NEW(arena, struct comment);
        **end = (struct comment){
            .block = block,
            .path = block ? block->origin.path : f->path,
            .text = remark_text(arena, f, language),
        };
        end = &(*end)->next;
    }
    return first;
}
