/* Reading packages with libzip. */
#include "zip/archive.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

#include "base/limits.h"
#include "base/text.h"
#include "zip/memory.h"
#include "zip/package_store.h"

struct archive {
    struct findings *findings;
    const struct file *file;
    zip_t *zip;
    const char **names;
    size_t count;
    size_t inflated; /* bytes of all entries read so far */
};

struct words {
    const char *in[LANGUAGE_COUNT];
};

static struct arena *arena_of(const struct archive *archive)
{
    return archive->findings->arena;
}

static struct place place_of(const struct archive *archive)
{
    return (struct place){archive->file->path, 0, 0};
}

/* what libzip finds */

static struct words reason_of(int code)
{
    static const struct {
        int code;
        struct words words;
    } reasons[] = {
        {ZIP_ER_NOZIP,
         {{"it is no ZIP file, or its end is missing", "它不是 ZIP 文件，或者结尾缺失"}}},
        {ZIP_ER_INCONS, {{"its directory contradicts what it holds", "目录与内容不一致"}}},
        {ZIP_ER_EXISTS, {{"two entries have the same name", "有两个条目同名"}}},
        {ZIP_ER_CRC, {{"the checksum does not fit", "校验和不符"}}},
        {ZIP_ER_ZLIB, {{"the compressed data are damaged", "压缩数据已损坏"}}},
        {ZIP_ER_COMPRESSED_DATA, {{"the compressed data are damaged", "压缩数据已损坏"}}},
        {ZIP_ER_EOF, {{"the data end too early", "数据不完整"}}},
        {ZIP_ER_COMPNOTSUPP, {{"the method of compression is unknown", "压缩方法不认识"}}},
        {ZIP_ER_MULTIDISK, {{"it is one volume of several", "它是分卷压缩文件的一卷"}}},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].code == code)
            return reasons[i].words;
    return (struct words){{"it is damaged", "文件已损坏"}};
}

static void report_broken(struct findings *findings, const struct file *file, struct words reason,
                          struct words hint)
{
    REPORT(findings, RULE_PACKAGE_BROKEN, ((struct place){file->path, 0, 0}),
           reason.in[LANGUAGE_ENGLISH], reason.in[LANGUAGE_CHINESE], hint.in[LANGUAGE_ENGLISH],
           hint.in[LANGUAGE_CHINESE]);
}

static bool refuse_entry(const struct archive *archive, const char *name, struct words reason)
{
    REPORT(archive->findings, RULE_PACKAGE_ENTRY, place_of(archive), name,
           reason.in[LANGUAGE_ENGLISH], reason.in[LANGUAGE_CHINESE]);
    return false;
}

/* limits */

static void report_entries(struct findings *findings, const struct file *file)
{
    finding_add_limit(findings, RULE_PACKAGE_ENTRIES, (struct place){file->path, 0, 0},
                      LIMIT_PACKAGE_ENTRIES, NULL);
}

/* Every entry has a header with this signature, so there are at most as many; libzip would build
 * them all before they can be counted. */
static bool may_have_fewer_entries(const struct file *file)
{
    static const char signature[] = {'P', 'K', 1, 2};
    const char *at = file->bytes, *end = file->bytes + file->length;
    size_t count = 0;
    while (count <= LIMIT_PACKAGE_ENTRIES->now &&
           (at = memchr(at, signature[0], (size_t)(end - at))) &&
           end - at >= (ptrdiff_t)sizeof signature)
        count += memcmp(at++, signature, sizeof signature) == 0;
    return count <= LIMIT_PACKAGE_ENTRIES->now;
}

static bool fits_entry(const struct archive *archive, const char *name, zip_uint64_t size)
{
    if (size <= LIMIT_PART_BYTES->now)
        return true;
    finding_add_limit(archive->findings, RULE_PART_BYTES, place_of(archive), LIMIT_PART_BYTES,
                      name);
    return false;
}

static bool fits_package(const struct archive *archive, zip_uint64_t size)
{
    if (size <= LIMIT_PACKAGE_BYTES->now)
        return true;
    finding_add_limit(archive->findings, RULE_PACKAGE_BYTES, place_of(archive), LIMIT_PACKAGE_BYTES,
                      NULL);
    return false;
}

/* opening */

/* The older formats of Word and Excel, those of WPS, and any file with a password, are compound
 * files ([MS-CFB] 2.2). */
static bool is_compound_file(const struct file *file)
{
    static const unsigned char signature[] = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    return file->length >= sizeof signature &&
           memcmp(file->bytes, signature, sizeof signature) == 0;
}

bool archive_is_package(const struct file *file)
{
    return (file->length >= 2 && memcmp(file->bytes, "PK", 2) == 0) || is_compound_file(file);
}

/* What is locked stands in a stream of this name ([MS-OFFCRYPTO] 2.3.4.4), in UTF-16. */
static bool is_locked(const struct file *file)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    for (size_t i = 0; i + sizeof name <= file->length; i++)
        if (memcmp(file->bytes + i, name, sizeof name) == 0)
            return true;
    return false;
}

static void report_no_zip(struct findings *findings, const struct file *file, struct words reason)
{
    static const struct words save_anew = {
        {"open it in Word, Excel or WPS and save it anew as .docx or .xlsx",
         "请用 Word、Excel 或 WPS 打开，重新保存为 .docx 或 .xlsx"}};
    report_broken(findings, file, reason, save_anew);
}

static void report_compound(struct findings *findings, const struct file *file)
{
    static const struct words old = {
        {"it is in the format of Word or Excel 97-2003, or an older one of WPS",
         "它是 Word、Excel 97-2003 或 WPS 的旧格式"}};
    static const struct words locked = {{"it is locked with a password", "它设了打开密码"}};
    static const struct words unlock = {
        {"open it with the password and save it without one", "请用密码打开，去掉密码再保存"}};
    if (is_locked(file))
        report_broken(findings, file, locked, unlock);
    else
        report_no_zip(findings, file, old);
}

/* Without ZIP_CHECKCONS, which refuses packages of Word for Mac and for the web: only the directory
 * is believed, so that nothing can contradict it. */
static zip_t *open_zip(struct findings *findings, const struct file *file)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_watch_memory();
    zip_source_t *source = zip_source_buffer_create(file->bytes, file->length, 0, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (!zip) {
        zip_check_memory(&error);
        zip_source_free(source);
        report_no_zip(findings, file, reason_of(zip_error_code_zip(&error)));
    }
    zip_error_fini(&error);
    return zip;
}

/* Relative, with / between its parts, and leading nowhere else than down. */
static bool is_safe_name(const char *name)
{
    if (!*name || *name == '/' || strpbrk(name, "\\:"))
        return false;
    for (const char *part = name; *part;) {
        size_t length = strcspn(part, "/");
        if (length == 0 || strspn(part, ".") >= length)
            return false;
        part += length + (part[length] == '/');
    }
    return text_first_invalid(name, strlen(name)) == strlen(name);
}

static bool check_entry(const struct archive *archive, size_t index, zip_stat_t *status)
{
    const char *name = archive->names[index];
    if (!is_safe_name(name))
        return refuse_entry(archive, name, (struct words){{"its name is unsafe", "名称不安全"}});
    zip_stat_init(status);
    if (zip_stat_index(archive->zip, index, 0, status) != 0)
        return refuse_entry(archive, name, reason_of(ZIP_ER_INCONS));
    if (status->encryption_method != ZIP_EM_NONE)
        return refuse_entry(archive, name, (struct words){{"it is encrypted", "它加了密"}});
    return fits_entry(archive, name, status->size);
}

/* Entries need room of their own: a header of 30 bytes and a name, the data, and in the directory
 * 46 bytes and the name again; 22 bytes end the file (APPNOTE 4.3). Entries that need more than
 * there is share bytes. */
static bool check_room(const struct archive *archive, zip_uint64_t compressed)
{
    enum { LOCAL = 30, CENTRAL = 46, END = 22 };
    zip_uint64_t needed = compressed + END;
    for (size_t i = 0; i < archive->count; i++)
        needed += LOCAL + CENTRAL + 2 * strlen(zip_get_name(archive->zip, i, ZIP_FL_ENC_RAW));
    if (needed <= archive->file->length)
        return true;
    report_broken(archive->findings, archive->file,
                  (struct words){{"its entries overlap", "条目相互重叠"}},
                  (struct words){{"", ""}});
    return false;
}

static bool check_entries(const struct archive *archive)
{
    zip_uint64_t compressed = 0, inflated = 0;
    for (size_t i = 0; i < archive->count; i++) {
        zip_stat_t status;
        if (!check_entry(archive, i, &status))
            return false;
        /* An entry cannot be larger than the file: the sum of so few does not overflow. */
        if (status.comp_size > archive->file->length)
            return refuse_entry(archive, archive->names[i], reason_of(ZIP_ER_EOF));
        compressed += status.comp_size;
        inflated += status.size;
    }
    return fits_package(archive, inflated) && check_room(archive, compressed);
}

static int compare_names(const void *a, const void *b)
{
    return strcasecmp(*(const char *const *)a, *(const char *const *)b);
}

/* Part names that differ in case only are the same (ECMA-376 part 2, 6.2.2.3). */
static bool check_distinct(const struct archive *archive)
{
    const char **sorted = ARENA_ARRAY(arena_of(archive), const char *, archive->count);
    memcpy(sorted, archive->names, archive->count * sizeof *sorted);
    qsort(sorted, archive->count, sizeof *sorted, compare_names);
    for (size_t i = 1; i < archive->count; i++)
        if (compare_names(&sorted[i - 1], &sorted[i]) == 0)
            return refuse_entry(archive, sorted[i], reason_of(ZIP_ER_EXISTS));
    return true;
}

static bool read_names(struct archive *archive)
{
    archive->count = (size_t)zip_get_num_entries(archive->zip, 0);
    if (archive->count > LIMIT_PACKAGE_ENTRIES->now) {
        report_entries(archive->findings, archive->file);
        return false;
    }
    archive->names = ARENA_ARRAY(arena_of(archive), const char *, archive->count);
    for (size_t i = 0; i < archive->count; i++) {
        const char *name = zip_get_name(archive->zip, i, 0);
        if (!name)
            zip_check_memory(zip_get_error(archive->zip));
        archive->names[i] = arena_copy(arena_of(archive), name ? name : "");
    }
    return true;
}

static bool may_be_zip(struct findings *findings, const struct file *file)
{
    static const struct words empty = {{"the file is empty", "文件是空的"}};
    if (is_compound_file(file))
        report_compound(findings, file);
    else if (!file->length)
        report_no_zip(findings, file, empty);
    else if (!may_have_fewer_entries(file))
        report_entries(findings, file);
    else
        return true;
    return false;
}

struct archive *archive_open(struct findings *findings, const struct file *file)
{
    zip_t *zip = may_be_zip(findings, file) ? open_zip(findings, file) : NULL;
    if (!zip)
        return NULL;
    struct archive *archive = ARENA_NEW(findings->arena, struct archive);
    *archive = (struct archive){.findings = findings, .file = file, .zip = zip};
    if (read_names(archive) && check_entries(archive) && check_distinct(archive))
        return archive;
    archive_free(archive);
    return NULL;
}

void archive_free(struct archive *archive)
{
    zip_discard(archive->zip);
}

/* entries */

size_t archive_count(const struct archive *archive)
{
    return archive->count;
}

const char *archive_name(const struct archive *archive, size_t index)
{
    return archive->names[index];
}

static zip_int64_t locate(const struct archive *archive, const char *name)
{
    zip_watch_memory();
    zip_int64_t index = zip_name_locate(archive->zip, name, ZIP_FL_NOCASE);
    if (index < 0)
        zip_check_memory(zip_get_error(archive->zip));
    return index;
}

bool archive_has(const struct archive *archive, const char *name)
{
    return locate(archive, name) >= 0;
}

/* Inflates up to `room` bytes, or counts them where bytes is NULL; -1 if the data are damaged. */
static zip_int64_t inflate(zip_file_t *file, char *bytes, zip_int64_t room)
{
    char scratch[16384];
    zip_int64_t length = 0, n = 1;
    while (n > 0 && length < room) {
        zip_int64_t left = room - length;
        zip_int64_t step = left < (zip_int64_t)sizeof scratch ? left : (zip_int64_t)sizeof scratch;
        n = zip_fread(file, bytes ? bytes + length : scratch, (zip_uint64_t)step);
        length += n;
    }
    return n < 0 ? -1 : length;
}

static zip_int64_t inflate_entry(const struct archive *archive, zip_int64_t index, char *bytes,
                                 zip_int64_t room)
{
    zip_watch_memory();
    zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
    zip_int64_t length = file ? inflate(file, bytes, room) : -1;
    const zip_error_t *error = file ? zip_file_get_error(file) : zip_get_error(archive->zip);
    int code = zip_error_code_zip(error);
    if (length < 0)
        zip_check_memory(error);
    if (file)
        zip_fclose(file);
    if (length < 0)
        refuse_entry(archive, archive->names[index], reason_of(code));
    return length;
}

/* Counted before it is kept: an entry too large then takes no memory, another only what it needs.
 * libzip compares the checksum of what it inflates, but not the size. */
static bool count_entry(const struct archive *archive, zip_int64_t index, zip_int64_t *length)
{
    const char *name = archive->names[index];
    zip_stat_t status;
    *length = inflate_entry(archive, index, NULL, (zip_int64_t)LIMIT_PART_BYTES->now + 1);
    if (*length < 0 || !fits_entry(archive, name, (zip_uint64_t)*length) ||
        !fits_package(archive, archive->inflated + (zip_uint64_t)*length))
        return false;
    return (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &status) == 0 &&
            status.size == (zip_uint64_t)*length) ||
           refuse_entry(archive, name, reason_of(ZIP_ER_INCONS));
}

bool archive_read(struct archive *archive, const char *name, struct file *part)
{
    zip_int64_t length, index = locate(archive, name);
    if (index < 0) {
        REPORT(archive->findings, RULE_PACKAGE_PART, place_of(archive), name);
        return false;
    }
    if (!count_entry(archive, index, &length))
        return false;
    char *bytes = arena_take(arena_of(archive), (size_t)length + 1);
    archive->inflated += (size_t)length;
    *part = (struct file){
        .path = arena_printf(arena_of(archive), "%s/%s", archive->file->path, name),
        .bytes = bytes,
        .length = (size_t)length,
    };
    return inflate_entry(archive, index, bytes, length) == length;
}

static bool read_raw(const struct archive *archive, zip_uint64_t index, char *bytes,
                     zip_int64_t length)
{
    zip_file_t *file = zip_fopen_index(archive->zip, index, ZIP_FL_COMPRESSED);
    if (!file) {
        zip_check_memory(zip_get_error(archive->zip));
        return false;
    }
    bool fine = inflate(file, bytes, length) == length;
    zip_fclose(file);
    return fine;
}

bool archive_take(struct archive *archive, const char *name, size_t *length,
                  struct deflated *deflated)
{
    zip_stat_t status;
    zip_int64_t index = locate(archive, name);
    if (index < 0 || zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &status) != 0 ||
        status.comp_method != ZIP_CM_DEFLATE)
        return false;
    char *bytes = arena_take(arena_of(archive), (size_t)status.comp_size + 1);
    *length = (size_t)status.size;
    *deflated = (struct deflated){bytes, (size_t)status.comp_size, status.crc};
    return read_raw(archive, (zip_uint64_t)index, bytes, (zip_int64_t)status.comp_size);
}
