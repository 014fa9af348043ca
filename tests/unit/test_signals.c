/* base/signals.c: signals wait while files are written. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sys/wait.h>
#include <unistd.h>

#include "base/signals.h"

static const int ending[] = {SIGHUP, SIGINT, SIGTERM};

enum { ENDING_COUNT = sizeof ending / sizeof *ending, NOT_HELD = 1, NOT_SEEN, CAME_NOT };

/* What a process does that is sent a signal while it holds them. */
static int hold(int number)
{
    sigset_t before;
    signals_hold(&before);
    if (signals_waiting())
        return NOT_HELD;
    raise(number);
    if (!signals_waiting())
        return NOT_SEEN;
    signals_release(&before);
    return CAME_NOT;
}

static void test_they_come_when_released(void **state)
{
    (void)state;
    for (size_t i = 0; i < ENDING_COUNT; i++) {
        int status = 0;
        pid_t child = fork();
        if (child == 0)
            _exit(hold(ending[i]));
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), ending[i]);
    }
}

/* As nohup has it. */
static void test_ignored_ones_are_not_seen(void **state)
{
    (void)state;
    sigset_t before, after;
    void (*handler)(int) = signal(SIGHUP, SIG_IGN);
    signals_hold(&before);
    raise(SIGHUP);
    assert_false(signals_waiting());
    signals_release(&before);
    signal(SIGHUP, handler);
    assert_int_equal(sigprocmask(SIG_SETMASK, NULL, &after), 0);
    for (size_t i = 0; i < ENDING_COUNT; i++)
        assert_int_equal(sigismember(&after, ending[i]), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_they_come_when_released),
        cmocka_unit_test(test_ignored_ones_are_not_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
