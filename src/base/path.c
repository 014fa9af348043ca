/* Paths of files. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/reason.h"
#include "base/text.h"

char *path_join(struct arena *arena, const char *folder, const char *name)
{
    if (name[0] == '/' || text_equal(folder, "."))
        return path_clean(arena, name);
    return path_clean(arena, arena_printf(arena, "%s/%s", folder, name));
}

char *path_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return arena_copy(arena, ".");
    return slash == path ? arena_copy(arena, "/")
                         : arena_copy_n(arena, path, (size_t)(slash - path));
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool ends_in_parent(const struct buffer *out)
{
    size_t n = out->length;
    return n == 0 || (n == 2 && strcmp(out->text, "..") == 0) ||
           (n > 2 && strcmp(out->text + n - 3, "/..") == 0);
}

static void drop_last_part(struct buffer *out)
{
    char *slash = strrchr(out->text, '/');
    out->length = slash ? (size_t)(slash - out->text) + (slash == out->text) : 0;
    out->text[out->length] = '\0';
}

static void add_part(struct buffer *out, const char *part, size_t length)
{
    if (length == 0 || (length == 1 && part[0] == '.'))
        return;
    if (length == 2 && memcmp(part, "..", 2) == 0 && !ends_in_parent(out)) {
        drop_last_part(out);
        return;
    }
    if (out->length && out->text[out->length - 1] != '/')
        buffer_add_char(out, '/');
    buffer_add_n(out, part, length);
}

char *path_clean(struct arena *arena, const char *path)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, path[0] == '/' ? "/" : "");
    for (const char *part = path; *part;) {
        size_t length = strcspn(part, "/");
        add_part(&out, part, length);
        part += length + (part[length] == '/');
    }
    return out.length ? out.text : arena_copy(arena, ".");
}

/* False with errno set to why, or to 0. */
static bool is_folder(struct arena *arena, const char *folder, const char *name)
{
    struct stat status;
    errno = 0;
    return stat(path_join(arena, folder, name), &status) == 0 && S_ISDIR(status.st_mode);
}

/* Whether one of the two folders that mark a root is in `here`; *unknown: the system does not tell.
 */
static bool is_root(struct arena *arena, const char *here, bool *unknown)
{
    static const char *const marks[] = {"rubrics", "templates"};
    *unknown = false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks && !*unknown; i++) {
        if (is_folder(arena, here, marks[i]))
            return true;
        *unknown = errno && !is_absence(errno);
    }
    return false;
}

static bool is_top(const char *absolute)
{
    return text_equal(absolute, "/");
}

/* The folder above `folder`; by its real path where a link makes ".." lead elsewhere. */
static char *parent_of(struct arena *arena, const char *folder, const char *real)
{
    char found[PATH_MAX];
    char *parent = path_join(arena, folder, "..");
    return realpath(parent, found) && text_equal(found, real) ? parent : arena_copy(arena, real);
}

char *path_root(struct arena *arena, const char *path)
{
    char real[PATH_MAX];
    char *own = path_folder(arena, path);
    bool unknown;
    if (!realpath(own, real))
        return is_absence(errno) ? own : NULL;
    char *folder = own;
    for (char *here = arena_copy(arena, real);;) {
        if (is_root(arena, here, &unknown))
            return folder;
        if (unknown)
            return NULL;
        if (is_top(here))
            return own;
        here = path_folder(arena, here);
        folder = parent_of(arena, folder, here);
    }
}

/* The real path of the longest part of `path` that exists. */
static char *real_path(struct arena *arena, const char *path)
{
    char real[PATH_MAX];
    char *existing = arena_copy(arena, path);
    while (!realpath(existing, real)) {
        char *folder = path_folder(arena, existing);
        if (text_equal(folder, existing))
            return existing;
        existing = folder;
    }
    return arena_copy(arena, real);
}

bool path_same(struct arena *arena, const char *a, const char *b)
{
    char real[PATH_MAX];
    return realpath(a, real) && text_equal(real, real_path(arena, b));
}

const char *path_within(struct arena *arena, const char *path, const char *folder)
{
    const char *outer = real_path(arena, folder);
    const char *inner =
        path_join(arena, real_path(arena, path_folder(arena, path)), path_base(path));
    size_t length = strlen(outer);
    if (is_top(outer))
        return inner + 1;
    return text_starts(inner, outer) && inner[length] == '/' ? inner + length + 1 : NULL;
}

bool path_is_under(struct arena *arena, const char *path, const char *root)
{
    const char *inner = real_path(arena, path);
    const char *outer = real_path(arena, root);
    size_t length = strlen(outer);
    return is_top(outer) ||
           (text_starts(inner, outer) && (inner[length] == '/' || inner[length] == '\0'));
}

/* Names that Windows keeps for devices, with or without an ending. */
static bool is_device(const char *name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    size_t length = strcspn(name, ".");
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (length == strlen(devices[i]) && strncasecmp(name, devices[i], length) == 0)
            return true;
    return length == 4 && name[3] >= '1' && name[3] <= '9' &&
           (strncasecmp(name, "com", 3) == 0 || strncasecmp(name, "lpt", 3) == 0);
}

static bool is_storable(unsigned char byte)
{
    return byte > ' ' && byte != 0x7F && !strchr("/\\:*?\"<>|%", byte);
}

bool path_is_folder_name(const char *name)
{
    for (const char *at = name; *at; at++)
        if (!is_storable((unsigned char)*at))
            return false;
    return *name && *name != '.' && *name != '-' && strlen(name) <= LIMIT_FOLDER_NAME &&
           !text_ends(name, ".") && !is_device(name);
}
