/* What many unit tests need: a folder of their own with files in it, and findings as text. Included
 * after cmocka.h. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/finding.h"
#include "xml/tree.h"

/* A new folder with its real path; folder_remove takes it away again, with all that is in it. */
static inline const char *folder_new(struct arena *arena)
{
    char name[] = "/tmp/gongwen-test.XXXXXX";
    assert_non_null(mkdtemp(name));
    char *real = realpath(name, NULL);
    assert_non_null(real);
    const char *folder = arena_copy(arena, real);
    free(real);
    return folder;
}

static inline int remove_entry(const char *path, const struct stat *status, int type,
                               struct FTW *where)
{
    (void)status, (void)type, (void)where;
    return remove(path);
}

static inline void folder_remove(const char *folder)
{
    assert_int_equal(nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS), 0);
}

static inline size_t folder_count(const char *folder)
{
    size_t count = 0;
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(entries);
    return count;
}

/* Writes folder/name, with the folders between, and returns its path. */
static inline const char *write_bytes(struct arena *arena, const char *folder, const char *name,
                                      const char *bytes, size_t length)
{
    char *path = arena_printf(arena, "%s/%s", folder, name);
    for (char *slash = path + strlen(folder) + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = '\0';
        mkdir(path, 0777);
    }
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline const char *write_text(struct arena *arena, const char *folder, const char *name,
                                     const char *text)
{
    return write_bytes(arena, folder, name, text, strlen(text));
}

static inline const char *text_of_file(struct arena *arena, const char *path)
{
    struct findings findings = findings_on(arena);
    struct file file;
    return file_read(&findings, path, (struct place){0}, &file) ? file.bytes : NULL;
}

static inline void add_place(struct buffer *out, struct place place)
{
    if (place.file)
        buffer_add(out, path_base(place.file));
    if (place.line)
        buffer_printf(out, ":%ld", place.line);
    if (place.column)
        buffer_printf(out, ":%ld", place.column);
    buffer_add_char(out, ' ');
}

/* All findings, each "file:line:column rule-id value|value;" with at most so many values; the file
 * without its folder. */
static inline const char *findings_with(const struct findings *findings, size_t values)
{
    struct buffer out = buffer_on(findings->arena);
    for (const struct finding *f = findings->first; f; f = f->next) {
        add_place(&out, f->place);
        buffer_add(&out, message_of(f->rule)->id);
        for (size_t i = 0; i < values && f->values[i]; i++)
            buffer_printf(&out, "%c%s", i ? '|' : ' ', f->values[i]);
        buffer_add_char(&out, ';');
    }
    return buffer_text(&out);
}

static inline const char *findings_text(const struct findings *findings)
{
    return findings_with(findings, SIZE_MAX);
}

/* Without values, or with the first alone: where the others are words for people. */
static inline const char *findings_rules(const struct findings *findings)
{
    return findings_with(findings, 0);
}

static inline const char *findings_subjects(const struct findings *findings)
{
    return findings_with(findings, 1);
}

/* As people read them: the first line of each in English. */
static inline const char *findings_messages(const struct findings *findings)
{
    struct buffer out = buffer_on(findings->arena);
    for (const struct finding *f = findings->first; f; f = f->next) {
        const char *words =
            finding_print(findings->arena, f, (struct printing){LANGUAGE_ENGLISH, false});
        buffer_add_n(&out, words, strcspn(words, "\n") + 1);
    }
    return buffer_text(&out);
}

/* A document from a text in the test, as if read from "test.xml". */
static inline struct xml_document *parse_text(struct findings *findings, const char *text)
{
    struct file file = {"test.xml", text, strlen(text)};
    return xml_parse(findings, &file);
}

static inline int begin_xml(void **state)
{
    (void)state;
    xml_begin();
    return 0;
}

static inline int end_xml(void **state)
{
    (void)state;
    xml_end();
    return 0;
}

#endif
