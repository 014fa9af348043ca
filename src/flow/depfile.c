/* Dependencies in make's syntax. */
#include "flow/depfile.h"

#include <string.h>

#include "base/buffer.h"

/* make reads a blank as the end of a name, # as a comment, : as the end of the targets, % among
 * them as a pattern, | before the order-only ones of the rest, and $ as a variable. */
static const char in_targets[] = " #:%", in_dependencies[] = " #:|";

static void add_name(struct buffer *out, const char *name, const char *escaped)
{
    for (; *name; name++) {
        if (strchr(escaped, *name))
            buffer_add_char(out, '\\');
        buffer_add_char(out, *name);
        if (*name == '$')
            buffer_add_char(out, '$');
    }
}

void depfile_add(struct outputs *outputs, const char *path, const struct dependency *dependencies)
{
    struct buffer out = buffer_on(outputs->arena);
    for (const struct output *output = outputs->first; output; output = output->next) {
        add_name(&out, output->path, in_targets);
        buffer_add(&out, output->next ? " " : ":");
    }
    for (const struct dependency *d = dependencies; d; d = d->next) {
        buffer_add_char(&out, ' ');
        add_name(&out, d->path, in_dependencies);
    }
    for (const struct dependency *d = dependencies; d; d = d->next) {
        buffer_add(&out, "\n\n");
        add_name(&out, d->path, in_targets);
        buffer_add_char(&out, ':');
    }
    buffer_add_char(&out, '\n');
    outputs_add(outputs, path, out.text, out.length);
}
