/* Names of the data against those in the tags' paths. */
#include "flow/unused.h"

#include <string.h>

#include "base/text.h"
#include "xml/census.h"

/* Names in paths: of elements, of attributes with their @. */
struct asked {
    struct arena *arena;
    struct names names, whole; /* of elements that are printed with all that is in them */
    size_t names_room, whole_room;
};

static void add_name(struct arena *arena, struct names *names, size_t *room, const char *name)
{
    if (names_have(names, name))
        return;
    names->name = arena_make_room(arena, names->name, sizeof *names->name, names->count, room);
    names->name[names->count++] = name;
}

/* Every step: ancestor::group is a group. */
static void add_steps(struct asked *asked, const char *path)
{
    while (*path) {
        size_t length = strcspn(path, "/");
        const char *step = arena_copy_n(asked->arena, path, length), *axis = strstr(step, "::");
        if (length)
            add_name(asked->arena, &asked->names, &asked->names_room, axis ? axis + 2 : step);
        path += length + (path[length] == '/');
    }
}

static struct asked asked_by(struct arena *arena, const struct fill_tag *tags)
{
    static const unsigned printing =
        1u << TAG_VALUE | 1u << TAG_OPTIONAL | 1u << TAG_MARKDOWN | 1u << TAG_MERGE;
    struct asked asked = {.arena = arena};
    for (const struct fill_tag *tag = tags; tag; tag = tag->next)
        for (const struct need *need = tag->needs; need; need = need->next) {
            add_steps(&asked, need->path);
            if (printing & 1u << tag->kind)
                add_name(arena, &asked.whole, &asked.whole_room, path_base(need->path));
        }
    return asked;
}

/* In the order of the lines. */
static void add_unused(struct arena *arena, struct unused **first, struct unused one)
{
    struct unused **at = first;
    while (*at && (*at)->place.line <= one.place.line)
        at = &(*at)->next;
    one.next = *at;
    *at = ARENA_NEW(arena, struct unused);
    **at = one;
}

static void add_kind(struct asked *asked, struct xml_document *document, enum name_kind kind,
                     struct unused **first)
{
    const char *mark = kind == NAME_ATTRIBUTE ? "@" : "";
    if (names_have(&asked->names, arena_printf(asked->arena, "%s*", mark)))
        return;
    struct census_values values = census_values(asked->arena, document, kind, &asked->whole);
    for (size_t i = 0; i < values.names.count; i++) {
        const char *name = arena_printf(asked->arena, "%s%s", mark, values.names.name[i]);
        if (values.count[i] && !names_have(&asked->names, name))
            add_unused(asked->arena, first,
                       (struct unused){NULL, name, values.count[i], xml_place(values.first[i])});
    }
}

struct unused *unused_in(struct findings *findings, const char *path, const struct fill_tag *tags)
{
    struct file file;
    struct unused *first = NULL;
    struct asked asked = asked_by(findings->arena, tags);
    if (!file_read_text(findings, path, (struct place){0}, &file))
        return NULL;
    struct xml_document *document = xml_parse(findings, &file);
    if (!document)
        return NULL;
    add_kind(&asked, document, NAME_ELEMENT, &first);
    add_kind(&asked, document, NAME_ATTRIBUTE, &first);
    xml_document_free(document);
    return first;
}
