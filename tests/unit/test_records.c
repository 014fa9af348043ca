/* flow/records.c: the list of a batch. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "flow/records.h"
#include "in_folder.h"

static const struct shard whole = {1, 1};

static struct records records;

static bool read_list(const char *text, struct shard shard)
{
    if (records.listing)
        records_close(&records);
    return records_open(&findings, write_text(arena, folder, "list.csv", text), shard, &records);
}

static int close_list(void **state)
{
    if (records.listing)
        records_close(&records);
    records = (struct records){0};
    return tear_down(state);
}

static const struct record *record_of(size_t index)
{
    const struct record *record = records_at(&records, &findings, index);
    assert_non_null(record);
    return record;
}

static void assert_told(const char *expected)
{
    struct buffer told = buffer_on(arena);
    for (const struct finding *f = findings.first; f; f = f->next)
        buffer_printf(&told, "%ld:%ld %s\n", f->place.line, f->place.column,
                      message_of(f->rule)->id);
    assert_string_equal(buffer_text(&told), expected);
}

static void test_columns_and_values(void **state)
{
    (void)state;
    assert_true(read_list("名称,id,/notice/@seal\n甲,a,no\n\n乙,b\n", whole));
    assert_int_equal(records.column_count, 3);
    assert_int_equal(records.count, 2);
    assert_string_equal(record_of(0)->id, "a");
    assert_string_equal(record_of(1)->id, "b");
    assert_int_equal(record_of(1)->place.line, 4);
    assert_false(records.columns[0].is_path);
    assert_true(records.columns[2].is_path);
    assert_string_equal(record_text(record_of(0), &records.columns[0]), "甲");
    assert_string_equal(record_text(record_of(1), &records.columns[2]), "");
    assert_int_equal(record_place(record_of(0), &records.columns[2]).column, 5);
    assert_int_equal(record_place(record_of(1), &records.columns[2]).line, 4);
    assert_told("");
}

static void test_headings(void **state)
{
    (void)state;
    assert_false(read_list("name,copy-to,2a,a:b,name,\n1,2,3,4,5,6\n", whole));
    assert_told("1:6 batch-heading\n1:14 batch-heading\n1:17 batch-heading\n1:21 batch-heading\n"
                "1:1 batch-no-id\n2:11 batch-no-heading\n");
}

static void test_no_records(void **state)
{
    (void)state;
    assert_false(read_list("", whole));
    assert_false(read_list("id,name\n", whole));
    assert_int_equal(findings.errors, 1);
    assert_int_equal(findings.failures, 2);
}

static void test_ids(void **state)
{
    (void)state;
    assert_true(read_list("id,x\na,1\n,2\n../b,3\nA,4\nnul,5\n a b,6\n市,7\n", whole));
    assert_int_equal(records.count, 2);
    assert_string_equal(record_of(1)->id, "市");
    assert_int_equal(records.left_out, 5);
    assert_told("3:1 batch-id\n4:1 batch-id\n6:1 batch-id\n7:1 batch-id\n5:1 batch-id-twice\n");
}

/* As it is read record by record, in whatever order. */
static void test_records_in_any_order(void **state)
{
    (void)state;
    static const size_t order[] = {2, 2, 0, 1, 2, 0, 2};
    assert_true(read_list("id,x\na,1\nA,no\n../b,no\nb,2\n\nB,no\na,no\nc,3\n", whole));
    assert_int_equal(records.count, 3);
    assert_int_equal(records.left_out, 4);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        assert_string_equal(record_text(record_of(order[i]), &records.columns[1]),
                            arena_printf(arena, "%zu", order[i] + 1));
}

/* Nothing of it is held; no record is made of half a row. */
static void test_a_list_that_changes(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    struct buffer list = buffer_on(arena);
    buffer_add(&list, "id,x\n");
    for (int i = 0; i < COUNT; i++)
        buffer_printf(&list, "id-%d,text\n", i);
    assert_true(read_list(list.text, whole));
    assert_string_equal(record_of(1)->id, "id-1");
    buffer_add(&list, "one-more,text\n");
    write_text(arena, folder, "list.csv", list.text);
    findings = findings_on(arena);
    size_t i = 2;
    for (const struct record *r; (r = records_at(&records, &findings, i)); i++)
        assert_string_equal(record_text(r, &records.columns[1]), "text");
    assert_true(i < COUNT);
    assert_string_equal(findings_rules(&findings), " file-changed;");
    assert_null(records_at(&records, &findings, 0));
}

/* One that is not in the shard may be the first of two. */
static void test_twins_in_other_shards(void **state)
{
    (void)state;
    enum { SHARDS = 2 };
    size_t count = 0, left_out = 0;
    for (long k = 1; k <= SHARDS; k++) {
        assert_true(read_list("id\na\nA\nb\nB\nc\nC\n", (struct shard){k, SHARDS}));
        count += records.count;
        left_out += records.left_out;
        for (size_t i = 0; i < records.count; i++)
            assert_true(*record_of(i)->id >= 'a');
    }
    assert_int_equal(count, 3);
    assert_int_equal(left_out, 3);
}

/* The longest id that names a folder, and one byte more. */
static void test_the_length_of_an_id(void **state)
{
    (void)state;
    enum { MOST = 100 };
    char id[MOST + 2];
    memset(id, 'a', sizeof id);
    id[MOST + 1] = '\0';
    assert_true(read_list(arena_printf(arena, "id\n%s\n", id + 1), whole));
    assert_int_equal(records.count, 1);
    assert_true(read_list(arena_printf(arena, "id\n%s\n", id), whole));
    assert_int_equal(records.count, 0);
    assert_int_equal(records.left_out, 1);
}

/* Known values of FNV-1a, 64 bits: every machine gives them. */
static void test_the_hash_of_shards(void **state)
{
    (void)state;
    assert_true(text_hash("") == UINT64_C(0xcbf29ce484222325));
    assert_true(text_hash("a") == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(text_hash("foobar") == UINT64_C(0x85944171f73967e8));
}

static void test_shards_are_the_whole(void **state)
{
    (void)state;
    enum { COUNT = 10000, SHARDS = 7 };
    struct buffer list = buffer_on(arena);
    size_t count = 0;
    buffer_add(&list, "id\n");
    for (int i = 0; i < COUNT; i++)
        buffer_printf(&list, "r%d\n", i);
    for (long k = 1; k <= SHARDS; k++) {
        assert_true(read_list(list.text, (struct shard){k, SHARDS}));
        for (size_t i = 0; i < records.count; i++)
            assert_int_equal(text_hash(record_of(i)->id) % SHARDS, k - 1);
        count += records.count;
    }
    assert_int_equal(count, COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_columns_and_values, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_headings, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_no_records, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_ids, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_records_in_any_order, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_a_list_that_changes, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_twins_in_other_shards, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_the_length_of_an_id, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_the_hash_of_shards, set_up, close_list),
        cmocka_unit_test_setup_teardown(test_shards_are_the_whole, set_up, close_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
