/* Inputs of several files. */
#include "parcel.h"

#include <string.h>

#include "base/text.h"

static const char mark[] = "%%% ";
enum { MARK = sizeof mark - 1, PARTS_MOST = 64 };

/* The next line that begins with the mark; `end` if there is none. */
static const char *next_mark(const char *at, const char *end)
{
    while (at < end && ((size_t)(end - at) < MARK || memcmp(at, mark, MARK) != 0)) {
        const char *line = memchr(at, '\n', (size_t)(end - at));
        at = line ? line + 1 : end;
    }
    return at;
}

static const char *line_end(const char *at, const char *end)
{
    const char *line = memchr(at, '\n', (size_t)(end - at));
    return line ? line : end;
}

struct parcel parcel_read(struct fuzz *fuzz)
{
    const char *at = fuzz->input.bytes, *end = at + fuzz->input.length;
    struct parcel parcel = {ARENA_ARRAY(fuzz->arena, struct package_part, PARTS_MOST), 0};
    if (!text_starts(at, mark))
        return parcel;
    while (at < end && parcel.count < PARTS_MOST) {
        const char *name = at + MARK, *name_end = line_end(name, end);
        const char *bytes = name_end < end ? name_end + 1 : end;
        at = next_mark(bytes, end);
        parcel.parts[parcel.count++] = (struct package_part){
            .name = arena_copy_n(fuzz->arena, name, (size_t)(name_end - name)),
            .bytes = bytes,
            .length = (size_t)(at - bytes),
        };
    }
    return parcel;
}

struct file parcel_pack(struct fuzz *fuzz)
{
    struct parcel parcel = parcel_read(fuzz);
    struct package package;
    struct file file = fuzz->input;
    if (parcel.count &&
        package_pack(fuzz->arena, parcel.parts, parcel.count, fuzz->store, &package)) {
        file.bytes = arena_copy_n(fuzz->arena, package.bytes, package.length);
        file.length = package.length;
    }
    return file;
}
