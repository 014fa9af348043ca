/* Signals are blocked rather than handled: a handler could be called in the midst of anything. */
#include "base/signals.h"

#include <stddef.h>

static const int ending[] = {SIGHUP, SIGINT, SIGTERM};

enum { ENDING_COUNT = sizeof ending / sizeof *ending };

/* An ignored signal that is blocked would be seen waiting, and never end the program. */
static bool is_ignored(int number)
{
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void signals_hold(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < ENDING_COUNT; i++)
        if (!is_ignored(ending[i]))
            sigaddset(&held, ending[i]);
    sigprocmask(SIG_BLOCK, &held, before);
}

bool signals_waiting(void)
{
    sigset_t waiting;
    if (sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < ENDING_COUNT; i++)
        if (sigismember(&waiting, ending[i]) == 1)
            return true;
    return false;
}

void signals_release(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}
