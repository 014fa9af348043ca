/* Words by ICU's dictionary of Chinese. */
#include "word/word.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uclean.h>
#include <unicode/utext.h>

#include "word/script.h"

static void *take(const void *context, size_t size)
{
    (void)context;
    return memory_take(size);
}

static void *resize(const void *context, void *old, size_t size)
{
    (void)context;
    return memory_resize(old, size);
}

static void release(const void *context, void *old)
{
    (void)context;
    free(old);
}

void word_begin(void)
{
    UErrorCode status = U_ZERO_ERROR;
    u_setMemoryFunctions(NULL, take, resize, release, &status);
}

void word_end(void)
{
    script_end();
    u_cleanup();
}

static void mark(UBreakIterator *words, bool *starts)
{
    for (int32_t at = ubrk_first(words); at != UBRK_DONE; at = ubrk_next(words))
        starts[at] = true;
}

/* Without ICU's data no word is known, and none starts. */
const bool *word_starts(struct arena *arena, const char *text)
{
    bool *starts = ARENA_ARRAY(arena, bool, strlen(text) + 1);
    UErrorCode status = U_ZERO_ERROR;
    UText *bytes = utext_openUTF8(NULL, text, -1, &status);
    UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    ubrk_setUText(words, bytes, &status);
    if (U_SUCCESS(status))
        mark(words, starts);
    ubrk_close(words);
    utext_close(bytes);
    return starts;
}

const char *word_version(struct arena *arena)
{
    UVersionInfo version;
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_getVersion(version);
    u_versionToString(version, text);
    return arena_copy(arena, text);
}
