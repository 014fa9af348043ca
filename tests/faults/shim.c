/* A library to be loaded before the C library: it lets one call fail, or ends the program there.
 *   FAULT_KIND   the kind of call: a name of the table below, or "change" for all that change files
 *   FAULT_AT     which of them, from 1; if not given none fails
 *   FAULT_PROCESS  in which process: 0 or not given for the first, n for the n-th that it forks;
 * each counts its own calls FAULT_DO     what happens: the number of an errno, or the word of an
 * action FAULT_COUNT  a file that gets, at the program's end, how many calls of each kind there
 * were; with .n behind its name for the n-th forked process FAULT_CLOCK  what time() tells */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum kind {
    OPEN,
    CREATE,
    READ,
    WRITE,
    CLOSE,
    SYNC,
    RENAME,
    MAKE,
    REMOVE,
    CUT,
    LOCK,
    LIST,
    LOOK,
    FORK,
    TALK,
    MEMORY,
    KIND_COUNT
};
static const struct {
    const char *name;
    bool changes;
} kinds[KIND_COUNT] = {
    [OPEN] = {"open", false},     [CREATE] = {"create", true}, [READ] = {"read", false},
    [WRITE] = {"write", true},    [CLOSE] = {"close", true},   [SYNC] = {"sync", true},
    [RENAME] = {"rename", true},  [MAKE] = {"make", true},     [REMOVE] = {"remove", true},
    [CUT] = {"cut", true},        [LOCK] = {"lock", true},     [LIST] = {"list", false},
    [LOOK] = {"look", false},     [FORK] = {"fork", false},    [TALK] = {"talk", false},
    [MEMORY] = {"memory", false},
};

enum action { PASS, FAIL, HALF, HALF_KILL };

static long counts[KIND_COUNT], changes;
static long process, forked; /* its number, and how many it has forked */

static long number_of(const char *name)
{
    const char *number = getenv(name);
    return number ? atol(number) : 0;
}

static bool is_wanted(enum kind kind, long at)
{
    const char *wanted = getenv("FAULT_KIND");
    if (!wanted || at == 0 || process != number_of("FAULT_PROCESS"))
        return false;
    if (kinds[kind].changes && strcmp(wanted, "change") == 0)
        return changes == at;
    return strcmp(wanted, kinds[kind].name) == 0 && counts[kind] == at;
}

static enum action act(const char *what)
{
    static const struct {
        const char *name;
        int number;
    } signals[] = {{"kill", SIGKILL}, {"term", SIGTERM}, {"stop", SIGSTOP}};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (strcmp(what, signals[i].name) == 0) {
            kill(getpid(), signals[i].number);
            return PASS;
        }
    if (strcmp(what, "half") == 0)
        return HALF;
    if (strcmp(what, "half-kill") == 0)
        return HALF_KILL;
    errno = atoi(what);
    return FAIL;
}

static enum action fate(enum kind kind)
{
    const char *what = getenv("FAULT_DO");
    counts[kind]++;
    changes += kinds[kind].changes;
    return what && is_wanted(kind, number_of("FAULT_AT")) ? act(what) : PASS;
}

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("FAULT_COUNT");
    char name[4096];
    snprintf(name, sizeof name, process ? "%s.%ld" : "%s", path ? path : "", process);
    FILE *out = path ? fopen(name, "w") : NULL;
    if (!out)
        return;
    fprintf(out, "change %ld\n", changes);
    for (size_t i = 0; i < KIND_COUNT; i++)
        fprintf(out, "%s %ld\n", kinds[i].name, counts[i]);
    fclose(out);
}

/* The function of that name which this one hides. */
#define REAL(name) (__extension__(__typeof__(&name)) dlsym(RTLD_NEXT, #name))
#define WRAP(kind, type, failed, name, parameters, arguments)                                      \
    type name parameters                                                                           \
    {                                                                                              \
        return fate(kind) == FAIL ? failed : REAL(name) arguments;                                 \
    }

WRAP(READ, ssize_t, -1, read, (int fd, void *to, size_t n), (fd, to, n))
WRAP(READ, ssize_t, -1, pread, (int fd, void *to, size_t n, off_t at), (fd, to, n, at))
WRAP(SYNC, int, -1, fsync, (int fd), (fd))
WRAP(SYNC, int, -1, syncfs, (int fd), (fd))
WRAP(RENAME, int, -1, rename, (const char *from, const char *to), (from, to))
WRAP(MAKE, int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
WRAP(MAKE, char *, NULL, mkdtemp, (char *path), (path))
WRAP(REMOVE, int, -1, unlink, (const char *path), (path))
WRAP(REMOVE, int, -1, rmdir, (const char *path), (path))
WRAP(CUT, int, -1, ftruncate, (int fd, off_t length), (fd, length))
WRAP(LOCK, int, -1, flock, (int fd, int how), (fd, how))
WRAP(LIST, DIR *, NULL, opendir, (const char *path), (path))
WRAP(LOOK, int, -1, access, (const char *path, int mode), (path, mode))
WRAP(LOOK, int, -1, stat, (const char *path, struct stat *to), (path, to))
WRAP(LOOK, int, -1, lstat, (const char *path, struct stat *to), (path, to))
WRAP(LOOK, int, -1, fstat, (int fd, struct stat *to), (fd, to))

WRAP(TALK, int, -1, socketpair, (int domain, int type, int protocol, int ends[2]),
     (domain, type, protocol, ends))
WRAP(TALK, ssize_t, -1, send, (int fd, const void *bytes, size_t n, int how), (fd, bytes, n, how))
WRAP(TALK, ssize_t, -1, recv, (int fd, void *to, size_t n, int how), (fd, to, n, how))

pid_t fork(void)
{
    if (fate(FORK) == FAIL)
        return -1;
    pid_t child = REAL(fork)();
    forked++;
    if (child == 0) {
        process = forked;
        changes = 0;
        memset(counts, 0, sizeof counts);
    }
    return child;
}

/* A forked process ends here, and not at the end of the program. */
void _exit(int status)
{
    tell();
    REAL(_exit)(status);
    __builtin_unreachable();
}

/* What is closed is gone, whatever is said of it. */
int close(int fd)
{
    enum action action = fate(CLOSE);
    int error = errno, closed = REAL(close)(fd);
    if (action != FAIL)
        return closed;
    errno = error;
    return -1;
}

int open(const char *path, int flags, ...)
{
    mode_t mode = 0;
    if (flags & O_CREAT) {
        va_list list;
        va_start(list, flags);
        mode = (mode_t)va_arg(list, unsigned);
        va_end(list);
    }
    if (fate(flags & O_CREAT ? CREATE : OPEN) == FAIL)
        return -1;
    return REAL(open)(path, flags, mode);
}

/* What is left of a call that writes n bytes; it is killed when it was made. */
struct part {
    size_t length;
    bool fails, kills;
};

static struct part part_of(size_t n)
{
    switch (fate(WRITE)) {
    case FAIL:
        return (struct part){.fails = true};
    case HALF:
        return (struct part){.length = n - n / 2};
    case HALF_KILL:
        return (struct part){.length = n / 2, .kills = true};
    default:
        return (struct part){.length = n};
    }
}

static ssize_t written(struct part part, ssize_t length)
{
    if (part.kills)
        kill(getpid(), SIGKILL);
    return length;
}

ssize_t write(int fd, const void *bytes, size_t n)
{
    struct part part = part_of(n);
    return part.fails ? -1 : written(part, REAL(write)(fd, bytes, part.length));
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at)
{
    struct part part = part_of(n);
    return part.fails ? -1 : written(part, REAL(pwrite)(fd, bytes, part.length, at));
}

#ifdef FAULT_MEMORY
/* Where no sanitizer has the memory to itself. Looking for the next malloc would itself take
 * memory: the C library gives its own by these names.
 */
extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

static bool memory_ends(void)
{
    int error = errno;
    bool ends = fate(MEMORY) == FAIL;
    errno = ends ? ENOMEM : error;
    return ends;
}

void *malloc(size_t size)
{
    return memory_ends() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return memory_ends() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return memory_ends() ? NULL : __libc_realloc(old, size);
}
#endif

time_t time(time_t *to)
{
    const char *told = getenv("FAULT_CLOCK");
    time_t now = told ? (time_t)atoll(told) : REAL(time)(NULL);
    if (to)
        *to = now;
    return now;
}
