/* Names of files, fit for a document. */
#include "intake/returned.h"

#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/text.h"

static bool is_shared(const struct returned *returned, const char *path)
{
    size_t count = 0;
    for (size_t i = 0; i < returned->count; i++)
        count += text_equal(path_base(returned->path[i]), path_base(path));
    return count > 1;
}

static const char *legible(struct arena *arena, const char *bytes)
{
    struct buffer out = buffer_on(arena);
    for (size_t left = strlen(bytes), good; left > 0; bytes += good, left -= good) {
        good = text_first_invalid(bytes, left);
        buffer_add_n(&out, bytes, good);
        good += good < left;
    }
    return buffer_text(&out);
}

const char *returned_name(struct arena *arena, const struct returned *returned, const char *path)
{
    const char *name = legible(arena, path_base(path));
    if (text_is_blank(name))
        name = "?";
    if (!is_shared(returned, path) || path_base(path) == path)
        return name;
    const char *folder = legible(arena, path_base(path_folder(arena, path)));
    return arena_printf(arena, "%s/%s", folder, name);
}
