/* Processes that work side by side. Each has a socket to its caller: numbers of items go one way,
 * answers the other, and its end tells either that the other is gone. */
#include "flow/workers.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/reason.h"
#include "base/signals.h"

enum {
    AHEAD = 2,      /* items at a worker, that it has the next one when it is done with one */
    WINDOW = 16384, /* answers that may wait for one item which takes long */
    LOOK_MILLISECONDS = 500
};

struct worker {
    pid_t process; /* 0: there is none */
    int socket;
    size_t item[AHEAD]; /* that it has, in their order */
    int items;
};

struct answer {
    bool there;
    char *bytes; /* of malloc; NULL: its worker ended */
    int status;  /* of that, as waitpid has it */
};

struct pool {
    const struct workers_job *job;
    struct findings *findings;
    struct worker worker[LIMIT_JOBS];
    int size;
    struct answer answer[WINDOW];     /* of items from `taken` on, by their numbers modulo WINDOW */
    size_t next, taken;               /* items that were given out, and whose answers were */
    size_t again[LIMIT_JOBS * AHEAD]; /* items whose worker ended before they were begun */
    size_t agains;
    bool stopped, refused;
};

/* Before every answer. */
struct header {
    uint64_t item, length;
};

static bool send_all(int fd, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length) {
        ssize_t n = send(fd, at, length, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        at += n;
        length -= (size_t)n;
    }
    return true;
}

/* False at the end, or in its midst. */
static bool receive_all(int fd, void *bytes, size_t length)
{
    char *at = bytes;
    while (length) {
        ssize_t n = recv(fd, at, length, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        at += n;
        length -= (size_t)n;
    }
    return true;
}

/* the worker */

static bool answer_one(const struct workers_job *job, int socket, uint64_t item)
{
    struct arena *arena = arena_new();
    struct buffer answer = buffer_on(arena);
    job->work(job->context, (size_t)item, &answer);
    struct header header = {item, answer.length};
    bool sent = !signals_waiting() && send_all(socket, &header, sizeof header) &&
                send_all(socket, buffer_text(&answer), answer.length);
    arena_free(arena);
    return sent;
}

/* The item that a signal hindered stays without an answer; then the signal ends it. */
static _Noreturn void be_worker(const struct pool *pool, int socket)
{
    uint64_t item;
    sigset_t none;
    sigemptyset(&none);
    for (int i = 0; i < pool->size; i++)
        if (pool->worker[i].process)
            close(pool->worker[i].socket);
    while (receive_all(socket, &item, sizeof item) && answer_one(pool->job, socket, item))
        continue;
    signals_release(&none);
    _exit(EXIT_SUCCESS);
}

/* the caller */

/* False with errno set. */
static bool start(struct pool *pool, struct worker *worker)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return false;
    pid_t process = fork();
    if (process == 0) {
        close(ends[0]);
        be_worker(pool, ends[1]);
    }
    int error = errno;
    close(ends[1]);
    if (process < 0)
        close(ends[0]);
    errno = error;
    *worker = (struct worker){.process = process > 0 ? process : 0, .socket = ends[0]};
    return process > 0;
}

static bool has_more(const struct pool *pool)
{
    return !pool->stopped && !pool->refused && (pool->agains || pool->next < pool->job->count);
}

static struct answer *answer_to(struct pool *pool, size_t item)
{
    return &pool->answer[item % WINDOW];
}

/* Whether an item can be given out now. */
static bool may_give(const struct pool *pool)
{
    return has_more(pool) && (pool->agains || pool->next < pool->taken + WINDOW);
}

static void give(struct pool *pool, struct worker *worker)
{
    while (worker->items < AHEAD && may_give(pool)) {
        size_t item = pool->agains ? pool->again[--pool->agains] : pool->next++;
        uint64_t number = item;
        worker->item[worker->items++] = item;
        if (!send_all(worker->socket, &number, sizeof number)) {
            shutdown(worker->socket, SHUT_RDWR); /* so that its end is heard */
            return;
        }
    }
}

/* In their order: behind one that is missing they wait, unless it will not come any more. */
static void take_answers(struct pool *pool, bool is_over)
{
    const struct workers_job *job = pool->job;
    for (; pool->taken < pool->next; pool->taken++) {
        struct answer *answer = answer_to(pool, pool->taken);
        if (!answer->there && !is_over)
            return;
        if (answer->there && !pool->refused)
            pool->refused = !job->take(job->context, pool->taken, answer->bytes, answer->status);
        free(answer->bytes);
        *answer = (struct answer){0};
    }
}

/* Ends a worker and tells how it went. */
static int stop(struct worker *worker)
{
    int status = 0;
    close(worker->socket);
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
        continue;
    worker->process = 0;
    return status;
}

/* It takes the item that it was at along; the one behind that is somebody else's. */
static void bury(struct pool *pool, struct worker *worker)
{
    int status = stop(worker);
    for (int i = 1; i < worker->items; i++)
        pool->again[pool->agains++] = worker->item[i];
    if (!signals_waiting())
        *answer_to(pool, worker->item[0]) = (struct answer){.there = true, .status = status};
    worker->items = 0;
}

static bool receive(struct pool *pool, struct worker *worker)
{
    struct header header;
    if (!receive_all(worker->socket, &header, sizeof header))
        return false;
    char *bytes = memory_take(header.length + 1);
    if (!receive_all(worker->socket, bytes, header.length)) {
        free(bytes);
        return false;
    }
    bytes[header.length] = '\0';
    *answer_to(pool, header.item) = (struct answer){.there = true, .bytes = bytes};
    worker->item[0] = worker->item[1];
    worker->items--;
    return true;
}

/* Hears whoever has something to say; false if nobody is at work any more. */
static bool listen_to_all(struct pool *pool)
{
    struct pollfd heard[LIMIT_JOBS];
    int at_work = 0;
    for (int i = 0; i < pool->size; i++) {
        const struct worker *worker = &pool->worker[i];
        heard[i] = (struct pollfd){.fd = worker->items ? worker->socket : -1, .events = POLLIN};
        at_work += worker->items > 0;
    }
    if (at_work == 0)
        return false;
    poll(heard, (nfds_t)pool->size, LOOK_MILLISECONDS);
    for (int i = 0; i < pool->size; i++)
        if (heard[i].revents && !receive(pool, &pool->worker[i]))
            bury(pool, &pool->worker[i]);
    return true;
}

/* Starts the workers that are missing and gives all of them work. False with errno set if there
 * is none. */
static bool employ(struct pool *pool)
{
    bool any = false;
    for (int i = 0; i < pool->size; i++) {
        struct worker *worker = &pool->worker[i];
        if (!worker->process && has_more(pool) && !start(pool, worker))
            continue;
        any = true;
        if (worker->process)
            give(pool, worker);
    }
    return any;
}

static bool run(struct pool *pool)
{
    do {
        pool->stopped = signals_waiting();
        take_answers(pool, false);
        if (!employ(pool)) {
            report_reason(pool->findings, RULE_WORKER_START, (struct place){0}, "", errno);
            return false;
        }
    } while (listen_to_all(pool));
    take_answers(pool, true);
    return !pool->stopped && !pool->refused;
}

bool workers_run(struct findings *findings, const struct workers_job *job)
{
    struct pool *pool = ARENA_NEW(findings->arena, struct pool);
    size_t useful = job->count < LIMIT_JOBS ? job->count : LIMIT_JOBS;
    pool->job = job;
    pool->findings = findings;
    pool->size = (size_t)job->processes < useful ? (int)job->processes : (int)useful;
    bool fine = job->count == 0 || run(pool);
    for (int i = 0; i < pool->size; i++)
        if (pool->worker[i].process)
            stop(&pool->worker[i]);
    return fine;
}
