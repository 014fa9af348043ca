/* zip/archive.c: parts come out of a package as they went in, and what is hostile or broken does
 * not. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "zip/archive.h"
#include "zip/package.h"
#include "support.h"
#include "standard.h"

static const struct package_part parts[] = {
    {"[Content_Types].xml", "<Types/>", 8},
    {"word/document.xml", "质量月质量月质量月质量月质量月质量月", 54},
    {"empty", "", 0},
};
enum { PARTS = sizeof parts / sizeof *parts };

static struct arena *arena;
static struct findings findings;
static struct file file;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = findings_on(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* The package as a file whose bytes a test may change. */
static unsigned char *pack(const struct package_part *list, size_t count)
{
    struct package package;
    assert_true(package_pack(arena, list, count, NULL, &package));
    char *bytes = arena_take(arena, package.length + 1);
    memcpy(bytes, package.bytes, package.length);
    file = (struct file){"office.docx", bytes, package.length};
    return (unsigned char *)bytes;
}

/* The headers of an entry before its data and in the directory (APPNOTE 4.3.7, 4.3.12). */
static unsigned char *header(unsigned char *bytes, const char *signature, int number)
{
    for (size_t i = 0; i + 4 <= file.length; i++)
        if (memcmp(bytes + i, signature, 4) == 0 && number-- == 0)
            return bytes + i;
    fail_msg("there is no such header");
    return NULL;
}
#define LOCAL "PK\3\4"
#define CENTRAL "PK\1\2"

static void assert_refused(const char *message)
{
    assert_null(archive_open(&findings, &file));
    assert_string_equal(findings_messages(&findings), message);
}

static void assert_unreadable(const char *name, const char *message)
{
    struct file part;
    struct archive *archive = archive_open(&findings, &file);
    assert_non_null(archive);
    bool done = archive_read(archive, name, &part);
    archive_free(archive);
    assert_false(done);
    assert_string_equal(findings_messages(&findings), message);
}

static void parts_come_out_as_they_went_in(void **state)
{
    (void)state;
    pack(parts, PARTS);
    struct archive *archive = archive_open(&findings, &file);
    assert_non_null(archive);
    assert_int_equal(archive_count(archive), PARTS);
    for (size_t i = 0; i < PARTS; i++) {
        struct file part;
        assert_string_equal(archive_name(archive, i), parts[i].name);
        assert_true(archive_read(archive, parts[i].name, &part));
        assert_int_equal(part.length, parts[i].length);
        assert_string_equal(part.bytes, parts[i].bytes);
        assert_string_equal(part.path, arena_printf(arena, "office.docx/%s", parts[i].name));
    }
    assert_true(archive_has(archive, "word/document.xml"));
    assert_true(archive_has(archive, "Word/Document.XML"));
    assert_false(archive_has(archive, "word/styles.xml"));
    archive_free(archive);
    assert_int_equal(findings.count, 0);
}

static void a_missing_part_is_named(void **state)
{
    (void)state;
    pack(parts, PARTS);
    assert_unreadable("word/styles.xml", "office.docx: error: the package lacks word/styles.xml "
                                         "[package-part]\n");
}

static void what_is_no_zip_file_is_refused(void **state)
{
    (void)state;
    file = (struct file){"office.docx", "质量月", 9};
    assert_refused("office.docx: error: the package cannot be read: it is no ZIP file, or its end "
                   "is missing [package-broken]\n");
}

static void an_empty_file_is_refused(void **state)
{
    (void)state;
    file = (struct file){"office.docx", "", 0};
    assert_refused("office.docx: error: the package cannot be read: the file is empty "
                   "[package-broken]\n");
}

static void a_truncated_package_is_refused(void **state)
{
    (void)state;
    pack(parts, PARTS);
    file.length -= 30;
    assert_refused("office.docx: error: the package cannot be read: it is no ZIP file, or its end "
                   "is missing [package-broken]\n");
}

static void a_compound_file_is_known(void **state)
{
    (void)state;
    file = (struct file){"office.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0", 12};
    assert_refused("office.doc: error: the package cannot be read: it is in the format of Word or "
                   "Excel 97-2003, or an older one of WPS [package-broken]\n");
}

static void a_locked_package_is_known(void **state)
{
    (void)state;
    static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                                 "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    file = (struct file){"office.docx", locked, sizeof locked};
    assert_refused("office.docx: error: the package cannot be read: it is locked with a password "
                   "[package-broken]\n");
}

static void unsafe_names_are_refused(void **state)
{
    (void)state;
    static const char *const names[] = {"../evil", "/evil",      "word/../../evil", "word\\evil",
                                        "C:evil",  "word//evil", "./evil",          ""};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        findings = findings_on(arena);
        pack(&(struct package_part){names[i], "x", 1}, 1);
        assert_refused(arena_printf(arena,
                                    "office.docx: error: the entry \"%s\" of the package is "
                                    "refused: its name is unsafe [package-entry]\n",
                                    names[i]));
    }
}

static void names_that_differ_in_case_are_the_same(void **state)
{
    (void)state;
    static const struct package_part twice[] = {
        {"word/styles.xml", "1", 1}, {"a", "", 0}, {"Word/STYLES.xml", "2", 1}};
    pack(twice, 3);
    assert_null(archive_open(&findings, &file));
    assert_non_null(
        strstr(findings_messages(&findings), "is refused: two entries have the same name"));
}

static void a_name_that_stands_twice_is_refused(void **state)
{
    (void)state;
    static const struct package_part twice[] = {{"word/a", "1", 1}, {"word/b", "2", 1}};
    unsigned char *bytes = pack(twice, 2);
    header(bytes, LOCAL, 1)[30 + 5] = 'a';
    header(bytes, CENTRAL, 1)[46 + 5] = 'a';
    assert_refused("office.docx: error: the entry \"word/a\" of the package is refused: two "
                   "entries have the same name [package-entry]\n");
}

static void an_encrypted_entry_is_refused(void **state)
{
    (void)state;
    unsigned char *bytes = pack(parts, PARTS);
    header(bytes, LOCAL, 1)[6] |= 1;
    header(bytes, CENTRAL, 1)[8] |= 1;
    assert_refused("office.docx: error: the entry \"word/document.xml\" of the package is refused: "
                   "it is encrypted [package-entry]\n");
}

/* The first entry claims the bytes of the second as well. */
static void overlapping_entries_are_refused(void **state)
{
    (void)state;
    static const struct package_part two[] = {{"a", "1", 1}, {"b", "2", 1}};
    unsigned char *bytes = pack(two, 2);
    header(bytes, CENTRAL, 0)[20] = 30;
    assert_refused("office.docx: error: the package cannot be read: its entries overlap "
                   "[package-broken]\n");
}

static void damaged_data_are_refused(void **state)
{
    (void)state;
    unsigned char *bytes = pack(parts, PARTS);
    header(bytes, LOCAL, 1)[30 + strlen("word/document.xml")] ^= 0xFF;
    assert_unreadable("word/document.xml",
                      "office.docx: error: the entry \"word/document.xml\" of the package is "
                      "refused: the compressed data are damaged [package-entry]\n");
}

static void a_wrong_checksum_is_refused(void **state)
{
    (void)state;
    unsigned char *bytes = pack(parts, PARTS);
    header(bytes, LOCAL, 1)[14] ^= 1;
    header(bytes, CENTRAL, 1)[16] ^= 1;
    assert_unreadable("word/document.xml",
                      "office.docx: error: the entry \"word/document.xml\" of the package is "
                      "refused: the checksum does not fit [package-entry]\n");
}

static void a_lying_size_is_refused(void **state)
{
    (void)state;
    unsigned char *bytes = pack(parts, PARTS);
    header(bytes, LOCAL, 1)[22] = 10;
    header(bytes, CENTRAL, 1)[24] = 10;
    assert_unreadable("word/document.xml",
                      "office.docx: error: the entry \"word/document.xml\" of the package is "
                      "refused: its directory contradicts what it holds [package-entry]\n");
}

/* limits */

static struct package_part zeros(const char *name, size_t length)
{
    return (struct package_part){name, arena_take(arena, length), length};
}

static void an_entry_may_be_as_large_as_the_limit(void **state)
{
    (void)state;
    struct package_part largest = zeros("largest", STANDARD_PART_BYTES);
    pack(&largest, 1);
    struct archive *archive = archive_open(&findings, &file);
    struct file part;
    assert_true(archive_read(archive, "largest", &part));
    assert_int_equal(part.length, STANDARD_PART_BYTES);
    archive_free(archive);
}

static void a_larger_entry_is_refused_at_once(void **state)
{
    (void)state;
    struct package_part bomb = zeros("bomb", STANDARD_PART_BYTES + 1);
    pack(&bomb, 1);
    assert_refused(
        "office.docx: error: bomb in the package inflates to more than 16 MiB [part-bytes]\n");
}

/* Only what is really inflated counts. */
static void a_larger_entry_that_claims_to_be_small_is_refused(void **state)
{
    (void)state;
    struct package_part bomb = zeros("bomb", STANDARD_PART_BYTES + 1);
    unsigned char *bytes = pack(&bomb, 1);
    memset(header(bytes, LOCAL, 0) + 22, 0, 4);
    memset(header(bytes, CENTRAL, 0) + 24, 0, 4);
    assert_unreadable(
        "bomb",
        "office.docx: error: bomb in the package inflates to more than 16 MiB [part-bytes]\n");
}

static void all_entries_together_have_a_limit(void **state)
{
    (void)state;
    enum { WHOLE = STANDARD_PACKAGE_BYTES / STANDARD_PART_BYTES };
    struct package_part list[WHOLE + 1];
    for (int i = 0; i < WHOLE; i++) {
        list[i] = zeros("", STANDARD_PART_BYTES);
        list[i].name = arena_printf(arena, "%d", i);
    }
    list[WHOLE] = zeros("last", 1);
    unsigned char *bytes = pack(list, WHOLE + 1);
    assert_refused("office.docx: error: the parts of the package inflate to more than 64 MiB "
                   "[package-bytes]\n");
    findings = findings_on(arena);
    memset(header(bytes, CENTRAL, WHOLE) + 24, 0, 4);
    struct archive *archive = archive_open(&findings, &file);
    struct file part;
    for (int i = 0; i < WHOLE; i++)
        assert_true(archive_read(archive, list[i].name, &part));
    assert_false(archive_read(archive, "0", &part));
    assert_string_equal(findings_messages(&findings),
                        "office.docx: error: the parts of the package inflate to more than 64 MiB "
                        "[package-bytes]\n");
    archive_free(archive);
}

static void pack_many(size_t count)
{
    struct package_part *list = ARENA_ARRAY(arena, struct package_part, count);
    for (size_t i = 0; i < count; i++)
        list[i] = (struct package_part){arena_printf(arena, "%zu", i), "", 0};
    pack(list, count);
}

static void there_may_be_as_many_entries_as_the_limit(void **state)
{
    (void)state;
    pack_many(STANDARD_PACKAGE_ENTRIES);
    struct archive *archive = archive_open(&findings, &file);
    assert_non_null(archive);
    archive_free(archive);
    pack_many(STANDARD_PACKAGE_ENTRIES + 1);
    assert_refused(
        "office.docx: error: the package has more than 4096 entries [package-entries]\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(parts_come_out_as_they_went_in),
        TEST(a_missing_part_is_named),
        TEST(what_is_no_zip_file_is_refused),
        TEST(an_empty_file_is_refused),
        TEST(a_truncated_package_is_refused),
        TEST(a_compound_file_is_known),
        TEST(a_locked_package_is_known),
        TEST(unsafe_names_are_refused),
        TEST(names_that_differ_in_case_are_the_same),
        TEST(a_name_that_stands_twice_is_refused),
        TEST(an_encrypted_entry_is_refused),
        TEST(overlapping_entries_are_refused),
        TEST(damaged_data_are_refused),
        TEST(a_wrong_checksum_is_refused),
        TEST(a_lying_size_is_refused),
        TEST(an_entry_may_be_as_large_as_the_limit),
        TEST(a_larger_entry_is_refused_at_once),
        TEST(a_larger_entry_that_claims_to_be_small_is_refused),
        TEST(all_entries_together_have_a_limit),
        TEST(there_may_be_as_many_entries_as_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
