/* The frame around each run. */
#include "frame.h"

#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "flow/import.h"
#include "word/word.h"
#include "xml/tree.h"
#include "zip/package_store.h"

int LLVMFuzzerInitialize(int *count, char ***words);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct arena *lasting;
static const char *folder;
static struct package_store *store;

void fuzz_fail(const char *why)
{
    fprintf(stderr, "%s\n", why);
    abort();
}

static void out_of_memory(void)
{
    fuzz_fail("out of memory");
}

/* folders */

static int remove_below(const char *path, const struct stat *status, int type, struct FTW *where)
{
    (void)status, (void)type;
    return where->level ? remove(path) : 0;
}

static void empty_folder(void)
{
    enum { OPEN_MOST = 16 };
    if (nftw(folder, remove_below, OPEN_MOST, FTW_DEPTH | FTW_PHYS))
        fuzz_fail("the folder cannot be emptied");
}

static void remove_folder(void)
{
    empty_folder();
    remove(folder);
    arena_free(lasting);
    lasting = NULL;
}

const char *fuzz_write(struct fuzz *fuzz, const char *name, const char *bytes, size_t length)
{
    const char *path = path_join(fuzz->arena, fuzz->folder, name);
    if (!folder_make(fuzz->arena, path_folder(fuzz->arena, path)))
        fuzz_fail("a folder cannot be made");
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, length, file) != length || fclose(file))
        fuzz_fail("a file cannot be written");
    return path;
}

/* findings */

static void require_text(const char *text)
{
    size_t length = strlen(text);
    if (text_first_invalid(text, length) != length)
        fuzz_fail("what is printed is no text");
}

/* In a language, as text or as JSON: the length of the input says which, as to print each finding
 * in every way would take half of the time. */
static void print(const struct fuzz *fuzz, const struct finding *finding)
{
    enum language language = fuzz->input.length % 2 ? LANGUAGE_ENGLISH : LANGUAGE_CHINESE;
    struct printing printing = {language, false};
    bool as_json = fuzz->input.length % 4 > 1;
    require_text(as_json ? finding_json(fuzz->arena, finding, language)
                         : finding_print(fuzz->arena, finding, printing));
}

static void print_all(const struct fuzz *fuzz, struct findings *findings)
{
    findings_sort(findings);
    for (const struct finding *finding = findings->first; finding; finding = finding->next)
        print(fuzz, finding);
}

/* runs */

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count, (void)words;
    const char *above = getenv("TMPDIR");
    lasting = arena_new();
    store = package_store_new(lasting);
    char *name = arena_printf(lasting, "%s/gongwen-fuzz.XXXXXX", above ? above : "/tmp");
    folder = mkdtemp(name);
    if (!folder)
        fuzz_fail("there is no place for a folder");
    memory_set_handler(out_of_memory);
    word_begin();
    xml_begin();
    atexit(remove_folder);
    fuzz_begin(lasting);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_new();
    struct fuzz fuzz = {
        .arena = arena,
        .findings = findings_on(arena),
        .folder = folder,
        .store = store,
        .input = {"input", arena_copy_n(arena, (const char *)bytes, length), length},
    };
    fuzz_run(&fuzz);
    print_all(&fuzz, &fuzz.findings);
    arena_free(arena);
    empty_folder();
    return 0;
}

/* imports */

void fuzz_import(struct fuzz *fuzz, const char *path)
{
    static const size_t all[] = {0};
    static const char *const none[] = {NULL};
    const char *output = path_join(fuzz->arena, fuzz->folder, "rubric.xml");
    struct findings unplaced = findings_on(fuzz->arena);
    struct import_job job = {path, output, all, none, SHARE};
    import_scheme(&fuzz->findings, &job, &unplaced);
    for (const struct finding *f = fuzz->findings.first; f; f = f->next)
        if (text_equal(f->place.file, output))
            fuzz_fail(finding_print(fuzz->arena, f, (struct printing){LANGUAGE_ENGLISH, false}));
    print_all(fuzz, &unplaced);
}
