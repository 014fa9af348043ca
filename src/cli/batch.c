/* gongwen render --batch */
#include "cli/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/signals.h"
#include "flow/batch.h"

/* A log gets a line each time so many records are done. */
enum { LOG_EVERY = 1000, SECOND = 1000000000 };

struct display {
    const struct session *session;
    bool is_terminal;
    struct timespec begun, shown;
};

/* options */

static long read_jobs(struct session *session, const char *text)
{
    long number = text ? arguments_number(session, text) : sysconf(_SC_NPROCESSORS_ONLN);
    if (number <= LIMIT_JOBS)
        return number > 0 ? number : 1;
    if (text)
        report_usage(session, arena_printf(session->arena, "--jobs takes at most %d", LIMIT_JOBS),
                     arena_printf(session->arena, "--jobs 最多写 %d", LIMIT_JOBS));
    return LIMIT_JOBS;
}

static struct shard read_shard(struct session *session, const char *text)
{
    struct shard shard = {1, 1};
    const char *slash = text ? strchr(text, '/') : NULL;
    if (!text)
        return shard;
    if (slash) {
        size_t length = (size_t)(slash - text);
        shard.number = arguments_number(session, arena_copy_n(session->arena, text, length));
        shard.count = arguments_number(session, slash + 1);
    }
    if (!slash || shard.number > shard.count)
        report_usage(session, "--shard takes K/N, as 2/8: the second of eight parts",
                     "--shard 写成 K/N，如 2/8：分成八份，做第二份");
    return shard;
}

/* how far it is */

static double seconds_since(const struct timespec *then)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / SECOND;
}

static size_t done_of(const struct batch_counts *counts)
{
    return counts->written + counts->whole + counts->failed + counts->refused;
}

/* On one line of the terminal, a few times a second; it cuts off what it has no room for. */
static void show(struct display *display, const struct batch_counts *counts)
{
    static const double pause = 0.2;
    size_t done = done_of(counts), left = counts->all - done;
    if (left && seconds_since(&display->shown) < pause)
        return;
    double seconds = seconds_since(&display->begun);
    double rate = seconds > 0 ? (double)done / seconds : 0;
    clock_gettime(CLOCK_MONOTONIC, &display->shown);
    fprintf(stderr,
            display->session->language == LANGUAGE_CHINESE
                ? "\033[?7l\r%zu/%zu，每秒 %.0f 条，还要 %.0f 秒\033[K\033[?7h%s"
                : "\033[?7l\r%zu/%zu, %.0f a second, %.0f seconds left\033[K\033[?7h%s",
            done, counts->all, rate, rate > 0 ? (double)left / rate : 0, left ? "" : "\n");
}

/* Where the batch was stopped the line is not ended. */
static void end_line(const struct display *display, const struct batch_counts *counts)
{
    if (display->shown.tv_sec && done_of(counts) < counts->all)
        fputc('\n', stderr);
}

static void log_count(const struct display *display, const struct batch_counts *counts)
{
    size_t done = done_of(counts);
    struct arena *arena = arena_new();
    if (done % LOG_EVERY == 0 && done < counts->all)
        print_note(display->session, arena_printf(arena, "%zu of %zu", done, counts->all),
                   arena_printf(arena, "%zu/%zu", done, counts->all));
    arena_free(arena);
}

static void progress(void *context, const struct batch_counts *counts)
{
    struct display *display = context;
    if (display->session->quiet)
        return;
    if (display->is_terminal)
        show(display, counts);
    else
        log_count(display, counts);
}

/* at the end */

static void print_sum(const struct session *session, const struct batch_counts *counts,
                      const char *folder)
{
    struct arena *arena = session->arena;
    size_t wrong = counts->failed + counts->refused;
    print_note(session,
               arena_printf(
                   arena, "records: %zu, written to %s: %zu, there already: %zu, with errors: %zu",
                   counts->all, folder, counts->written, counts->whole, wrong),
               arena_printf(arena, "共 %zu 条：写到 %s 的 %zu 条，原已完成 %zu 条，有错误 %zu 条",
                            counts->all, folder, counts->written, counts->whole, wrong));
}

static void print_first(const struct session *session, const struct findings *found)
{
    struct arena *arena = session->arena;
    size_t notes = found->count - found->errors - found->warnings;
    if (found->count == 0)
        return;
    print_note(session,
               arena_printf(arena,
                            "check finds in the first record errors: %zu, warnings: %zu, "
                            "notes: %zu; see gongwen check",
                            found->errors, found->warnings, notes),
               arena_printf(arena,
                            "第一条记录检查出错误%zu处、警告%zu处、提示%zu处，详见 gongwen check",
                            found->errors, found->warnings, notes));
}

static int finish(struct session *session, const struct batch *batch,
                  const struct batch_counts *counts, const struct findings *found)
{
    if (session->findings.errors && counts->written + counts->whole + counts->refused == 0)
        return STATUS_TROUBLE;
    print_sum(session, counts, batch->render.folder);
    if (counts->refused)
        print_listed(session, found);
    else
        print_first(session, found);
    if (session->findings.errors)
        return STATUS_TROUBLE;
    return counts->refused ? STATUS_FINDINGS : STATUS_CLEAN;
}

static int run(struct session *session, const struct batch *batch)
{
    struct findings found = findings_on(session->arena);
    struct batch_counts counts;
    sigset_t before;
    signals_hold(&before);
    bool is_whole = flow_batch(&session->findings, batch, &found, &counts);
    end_line(batch->context, &counts);
    if (!is_whole)
        print_note(session, "stopped; go on with --resume", "已中断；加 --resume 可以继续");
    signals_release(&before);
    return finish(session, batch, &counts, &found);
}

int run_batch(struct session *session, struct render render, const char *list,
              struct batch_options options)
{
    struct display display = {.session = session, .is_terminal = isatty(STDERR_FILENO)};
    struct batch batch = {
        .render = render,
        .list = list,
        .version = GONGWEN_VERSION,
        .jobs = read_jobs(session, options.jobs),
        .shard = read_shard(session, options.shard),
        .resume = options.resume,
        .progress = progress,
        .context = &display,
    };
    batch.render.source.without_overview = true;
    if (render.formats & FORMAT_TREE)
        report_usage(session, "--batch writes docx and md", "--batch 只能生成 docx 和 md");
    clock_gettime(CLOCK_MONOTONIC, &display.begun);
    return session->findings.errors ? STATUS_TROUBLE : run(session, &batch);
}
