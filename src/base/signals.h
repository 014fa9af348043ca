/* Signals that end the program wait while it writes: it takes away what is not in place, then they
 * do what they do. */
#ifndef BASE_SIGNALS_H
#define BASE_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* SIGHUP, SIGINT and SIGTERM wait, unless they are ignored; `before` is for signals_release. */
void signals_hold(sigset_t *before);
bool signals_waiting(void);
/* Lets them come: does not return if one that ends the program waited. */
void signals_release(const sigset_t *before);

#endif
