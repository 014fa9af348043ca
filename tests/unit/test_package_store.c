/* zip/package_store.c: what is kept, from when on, and how much of it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "zip/package.h"
#include "zip/package_store.h"

static struct arena *arena;
static struct package_store *store;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    store = package_store_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const struct package_part styles = {"word/styles.xml", "<w:styles/>", 11};
static const struct deflated tight = {"tight", 5, 0x1234};

static bool is_kept(struct package_part part, uint32_t crc)
{
    struct deflated found = {.crc = crc};
    return package_store_find(store, &part, &found);
}

static void a_part_is_kept_when_it_comes_again(void **state)
{
    (void)state;
    struct deflated found = {.crc = tight.crc};
    package_store_offer(store, NULL, &styles, &tight);
    assert_false(package_store_find(store, &styles, &found));
    package_store_offer(store, NULL, &styles, &tight);
    assert_true(package_store_find(store, &styles, &found));
    assert_string_equal(found.bytes, "tight");
    assert_int_equal(found.length, 5);
    assert_int_equal(found.crc, tight.crc);
}

static void a_part_is_known_by_its_bytes_not_its_name(void **state)
{
    (void)state;
    package_store_offer(store, NULL, &styles, &tight);
    package_store_offer(store, NULL, &styles, &tight);
    assert_true(is_kept((struct package_part){"other.xml", "<w:styles/>", 11}, tight.crc));
    assert_false(is_kept((struct package_part){"word/styles.xml", "<w:stylus/>", 11}, tight.crc));
    assert_false(is_kept((struct package_part){"word/styles.xml", "<w:styles", 9}, tight.crc));
    assert_false(is_kept(styles, tight.crc + 1));
}

/* Parts that all differ, as one of each document does, push one another out of memory. */
static void what_never_comes_again_is_forgotten(void **state)
{
    (void)state;
    package_store_offer(store, NULL, &styles, &tight);
    for (uint32_t i = 0; i < 1000; i++)
        package_store_offer(store, NULL, &styles, &(struct deflated){"other", 5, 0x10000 + i});
    package_store_offer(store, NULL, &styles, &tight);
    assert_false(is_kept(styles, tight.crc));
    package_store_offer(store, NULL, &styles, &tight);
    assert_true(is_kept(styles, tight.crc));
}

static void offer_twice(const struct package_part *part, uint32_t crc)
{
    const struct deflated deflated = {"", 0, crc};
    package_store_offer(store, NULL, part, &deflated);
    package_store_offer(store, NULL, part, &deflated);
}

static void so_many_bytes_are_kept_and_no_more(void **state)
{
    (void)state;
    enum { MIB = 1024 * 1024 };
    char *bytes = arena_take(arena, MIB);
    const struct package_part part = {"long", bytes, MIB}, one = {"short", "x", 1};
    for (uint32_t crc = 0; crc < 8; crc++)
        offer_twice(&part, crc);
    assert_true(is_kept(part, 7));
    offer_twice(&one, 8);
    assert_false(is_kept(one, 8));
}

static void so_many_parts_are_kept_and_no_more(void **state)
{
    (void)state;
    const struct package_part part = {"short", "x", 1};
    for (uint32_t crc = 0; crc <= 256; crc++)
        offer_twice(&part, crc);
    assert_true(is_kept(part, 255));
    assert_false(is_kept(part, 256));
}

static void what_stays_anyway_is_kept_at_once_and_not_copied(void **state)
{
    (void)state;
    struct deflated found = {.crc = tight.crc};
    package_store_offer(store, arena, &styles, &tight);
    assert_true(package_store_find(store, &styles, &found));
    assert_ptr_equal(found.bytes, tight.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_part_is_kept_when_it_comes_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_part_is_known_by_its_bytes_not_its_name, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_never_comes_again_is_forgotten, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_stays_anyway_is_kept_at_once_and_not_copied, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(so_many_bytes_are_kept_and_no_more, set_up, tear_down),
        cmocka_unit_test_setup_teardown(so_many_parts_are_kept_and_no_more, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
