/* The program and its libraries. */
#include "flow/software.h"

#include "base/buffer.h"
#include "markdown/read.h"
#include "pattern/pattern.h"
#include "word/word.h"
#include "xml/tree.h"
#include "zip/package.h"

struct metadata_pair *software_here(struct arena *arena, const char *version)
{
    struct metadata_pair *list = NULL;
    metadata_pair_add(arena, &list, "gongwen", version);
    metadata_pair_add(arena, &list, "libxml2", xml_version());
    metadata_pair_add(arena, &list, "libzip", package_version());
    metadata_pair_add(arena, &list, "cmark", markdown_version());
    metadata_pair_add(arena, &list, "ICU", word_version(arena));
    metadata_pair_add(arena, &list, "PCRE2", pattern_version(arena));
    return list;
}

const char *software_print(struct arena *arena, const struct metadata_pair *software)
{
    struct buffer out = buffer_on(arena);
    for (; software; software = software->next)
        buffer_printf(&out, "%s%s %s", out.length ? ", " : "", software->name, software->value);
    return buffer_text(&out);
}
