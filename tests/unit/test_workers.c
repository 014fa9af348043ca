/* flow/workers.c: all items are done, in the caller's eyes in their order, whoever ends meanwhile.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/limits.h"
#include "base/signals.h"
#include "flow/workers.h"
#include "on_arena.h"

enum { COUNT = 100, LONG = 300000 };

static size_t taken, lost;
static size_t deadly; /* whose worker ends; COUNT: none */

/* Each third answer is longer than a socket holds, each fifth is empty. */
static void work(void *context, size_t item, struct buffer *answer)
{
    (void)context;
    if (item == deadly)
        raise(SIGKILL);
    if (item % 5)
        buffer_printf(answer, "%zu", item);
    for (int i = 0; item % 3 == 0 && i < LONG; i++)
        buffer_add_char(answer, 'x');
}

static bool take(void *context, size_t item, const char *answer, int status)
{
    (void)context;
    assert_int_equal(item, taken++);
    if (!answer) {
        assert_int_equal(item, deadly);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        lost++;
        return true;
    }
    size_t number = item % 5 ? strlen(arena_printf(arena, "%zu", item)) : 0;
    assert_int_equal(strlen(answer), number + (item % 3 ? 0 : LONG));
    return true;
}

static void run(long processes, size_t ends)
{
    const struct workers_job job = {
        .count = COUNT, .processes = processes, .work = work, .take = take};
    taken = lost = 0;
    deadly = ends;
    assert_true(workers_run(&findings, &job));
    assert_int_equal(taken, COUNT);
    assert_int_equal(lost, ends < COUNT);
    assert_int_equal(findings.count, 0);
}

static void test_all_are_done(void **state)
{
    (void)state;
    static const long processes[] = {1, 2, 7, LIMIT_JOBS};
    for (size_t i = 0; i < sizeof processes / sizeof *processes; i++)
        run(processes[i], COUNT);
}

static void test_one_that_ends_takes_one_item_along(void **state)
{
    (void)state;
    static const size_t items[] = {0, 1, 50, COUNT - 2, COUNT - 1};
    for (long processes = 1; processes <= 3; processes++)
        for (size_t i = 0; i < sizeof items / sizeof *items; i++)
            run(processes, items[i]);
}

static void test_nothing_to_do(void **state)
{
    (void)state;
    const struct workers_job job = {.processes = 3, .work = work, .take = take};
    assert_true(workers_run(&findings, &job));
}

/* The caller is told to end when half is done. */
static bool take_and_end(void *context, size_t item, const char *answer, int status)
{
    (void)context, (void)item, (void)answer, (void)status;
    if (++taken == COUNT / 2)
        raise(SIGTERM);
    return true;
}

/* The first item takes longer than all that may be given out meanwhile. */
static void work_long_first(void *context, size_t item, struct buffer *answer)
{
    (void)context;
    static const struct timespec pause = {0, 200 * 1000 * 1000};
    if (item == 0)
        nanosleep(&pause, NULL);
    buffer_printf(answer, "%zu", item);
}

static bool take_short(void *context, size_t item, const char *answer, int status)
{
    (void)context, (void)status;
    assert_int_equal(item, taken++);
    assert_string_equal(answer, arena_printf(arena, "%zu", item));
    return true;
}

static void test_answers_wait_for_one_that_takes_long(void **state)
{
    (void)state;
    enum { MANY = 40000 };
    const struct workers_job job = {
        .count = MANY, .processes = 3, .work = work_long_first, .take = take_short};
    taken = 0;
    assert_true(workers_run(&findings, &job));
    assert_int_equal(taken, MANY);
}

static bool take_half(void *context, size_t item, const char *answer, int status)
{
    (void)context, (void)answer, (void)status;
    assert_int_equal(item, taken++);
    return taken < COUNT / 2;
}

static void test_an_answer_that_is_not_taken_ends_it(void **state)
{
    (void)state;
    const struct workers_job job = {
        .count = COUNT, .processes = 2, .work = work, .take = take_half};
    taken = 0;
    deadly = COUNT;
    assert_false(workers_run(&findings, &job));
    assert_int_equal(taken, COUNT / 2);
    assert_int_equal(findings.count, 0);
}

static void test_a_signal_ends_it(void **state)
{
    (void)state;
    sigset_t before;
    int number;
    const struct workers_job job = {
        .count = COUNT, .processes = 2, .work = work, .take = take_and_end};
    taken = 0;
    deadly = COUNT;
    signals_hold(&before);
    assert_false(workers_run(&findings, &job));
    assert_true(signals_waiting());
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    assert_int_equal(sigwait(&ending, &number), 0);
    signals_release(&before);
    assert_true(taken >= COUNT / 2 && taken < COUNT);
    assert_int_equal(findings.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_all_are_done, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_one_that_ends_takes_one_item_along, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_to_do, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_answers_wait_for_one_that_takes_long, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_an_answer_that_is_not_taken_ends_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_signal_ends_it, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
