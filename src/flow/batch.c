/* A notice and a list: the first record shows what all share, then workers take the others. */
#include "flow/batch.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/reason.h"
#include "base/signals.h"
#include "base/text.h"
#include "docx/docx.h"
#include "flow/mailing.h"
#include "flow/parcel.h"
#include "flow/software.h"
#include "flow/stamp.h"
#include "flow/workers.h"

enum state { RECORD_WRITTEN, RECORD_WHOLE, RECORD_FAILED, RECORD_REFUSED };

struct job {
    const struct batch *batch;
    struct findings *findings, *found;
    struct batch_counts *counts;
    struct records records;
    struct findings lasting; /* of what is read once for all */
    struct mailing mailing;
    struct stamps *stamps;
    struct common_parts *common;
    const char *software; /* other versions may write other documents */
    size_t first;         /* of the records that are left to the workers */
};

/* What came out for a record. */
struct outcome {
    enum state state;
    struct findings told, found;
};

/* one record */

static const char *folder_of(const struct job *job, struct arena *arena,
                             const struct record *record)
{
    return path_join(arena, job->batch->render.folder, record->id);
}

/* All that its documents depend on but the files that are read for them. */
static const char *key_of(const struct job *job, struct arena *arena, const struct record *record)
{
    const struct render *render = &job->batch->render;
    const struct source *source = &render->source;
    struct buffer key = buffer_on(arena);
    buffer_printf(&key, "%s\n%s\n%s\n%s\n%s\n%u %ld %d %d %d\n", job->software, source->notice,
                  source->style ? source->style : "", source->reference ? source->reference : "",
                  render->draft ? render->draft : "", render->formats, render->annex,
                  render->strict, source->on_letterhead, source->each_department);
    for (size_t i = 0; i < job->records.column_count; i++) {
        const struct record_column *column = &job->records.columns[i];
        buffer_printf(&key, "%s\n%s\n", column->name, record_text(record, column));
    }
    return buffer_text(&key);
}

/* Where a run was killed behind the stamp its scratch folder lies beside. */
static bool is_whole(const struct job *job, struct arena *arena, const struct record *record)
{
    const char *folder = folder_of(job, arena, record);
    if (!job->batch->resume ||
        !stamp_holds(job->stamps, &job->mailing.project, arena, folder, key_of(job, arena, record)))
        return false;
    scratch_sweep(arena, folder);
    return true;
}

static bool write_record(struct job *job, const struct record *record, bool is_checked,
                         struct outcome *outcome)
{
    struct arena *arena = outcome->told.arena;
    struct render render = job->batch->render;
    struct outputs outputs = outputs_on(arena);
    struct assembly assembly;
    outputs.system = render.folder;
    render.folder = folder_of(job, arena, record);
    render.common = job->common;
    if (!mailing_record(&job->mailing, &outcome->told, record, is_checked, &assembly))
        return false;
    render_assembly(&outcome->told, &render, &assembly, is_checked ? &outcome->found : NULL, NULL,
                    &outputs);
    if (render.strict && outcome->found.errors)
        outcome->state = RECORD_REFUSED;
    if (outcome->told.errors || outcome->state == RECORD_REFUSED)
        return outcome->told.errors == 0;
    return stamp_add(job->stamps, &outcome->told, &outputs, render.folder,
                     key_of(job, arena, record), &job->mailing.project) &&
           outputs_write(&outputs, &outcome->told);
}

static struct outcome do_record(struct job *job, struct arena *arena, const struct record *record,
                                bool is_checked)
{
    struct outcome outcome = {RECORD_WRITTEN, findings_on(arena), findings_on(arena)};
    if (is_whole(job, arena, record))
        outcome.state = RECORD_WHOLE;
    else if (!write_record(job, record, is_checked, &outcome))
        outcome.state = RECORD_FAILED;
    return outcome;
}

/* what came out */

static bool speaks_of_list(const struct findings *told, const char *list)
{
    const struct finding *finding = told->first;
    while (finding && !text_equal(finding->place.file, list))
        finding = finding->next;
    return finding;
}

static void report_outcome(struct job *job, const struct record *record,
                           const struct outcome *outcome)
{
    if (outcome->state == RECORD_FAILED && !speaks_of_list(&outcome->told, job->batch->list))
        REPORT(job->findings, RULE_BATCH_RECORD, record->place, record->id);
    findings_hand_on(&outcome->told, job->findings);
    if (outcome->state == RECORD_REFUSED)
        REPORT(job->found, RULE_BATCH_REFUSED, record->place, record->id);
    findings_hand_on(&outcome->found, job->found);
}

static void settle(struct job *job, const struct record *record, const struct outcome *outcome)
{
    struct batch_counts *counts = job->counts;
    size_t *const count[] = {
        [RECORD_WRITTEN] = &counts->written,
        [RECORD_WHOLE] = &counts->whole,
        [RECORD_FAILED] = &counts->failed,
        [RECORD_REFUSED] = &counts->refused,
    };
    ++*count[outcome->state];
    report_outcome(job, record, outcome);
    if (job->batch->progress)
        job->batch->progress(job->batch->context, counts);
}

/* all records */

/* In a worker. */
static void work(void *context, size_t item, struct buffer *answer)
{
    struct job *job = context;
    struct outcome outcome = {RECORD_FAILED, findings_on(answer->arena),
                              findings_on(answer->arena)};
    const struct record *record = records_at(&job->records, &outcome.told, job->first + item);
    if (record)
        outcome = do_record(job, answer->arena, record, job->batch->render.strict);
    buffer_add_char(answer, (char)outcome.state);
    parcel_pack(answer, &outcome.told);
    parcel_pack(answer, &outcome.found);
}

static void report_ended(struct outcome *outcome, const struct record *record, int status)
{
    bool by_signal = WIFSIGNALED(status);
    char *number =
        arena_printf(outcome->told.arena, "%d", by_signal ? WTERMSIG(status) : WEXITSTATUS(status));
    REPORT(&outcome->told, RULE_BATCH_ENDED, record->place, record->id,
           by_signal ? "signal" : "status", by_signal ? "信号" : "状态", number);
}

static struct outcome unpack(struct arena *arena, const struct record *record, const char *answer,
                             int status)
{
    struct outcome outcome = {RECORD_FAILED, findings_on(arena), findings_on(arena)};
    if (answer) {
        outcome.state = (enum state) * answer++;
        parcel_unpack(&answer, &outcome.told);
        parcel_unpack(&answer, &outcome.found);
    } else {
        report_ended(&outcome, record, status);
    }
    return outcome;
}

static bool take(void *context, size_t item, const char *answer, int status)
{
    struct job *job = context;
    const struct record *record = records_at(&job->records, job->findings, job->first + item);
    if (!record)
        return false;
    struct arena *arena = arena_new();
    struct outcome outcome = unpack(arena, record, answer, status);
    settle(job, record, &outcome);
    arena_free(arena);
    return true;
}

/* The next record, in this process; false if a signal hinders it, or the list is another. */
static bool do_next(struct job *job, enum state *state)
{
    const struct record *record = records_at(&job->records, job->findings, job->first);
    if (!record)
        return false;
    struct arena *arena = arena_new();
    struct outcome outcome = do_record(job, arena, record, true);
    bool hindered = signals_waiting();
    *state = outcome.state;
    if (!hindered)
        settle(job, record, &outcome);
    arena_free(arena);
    job->first++;
    return !hindered;
}

/* The first record that is not whole is done before there are workers: what it reads and compiles
 * is theirs. */
static bool do_first(struct job *job)
{
    enum state state = RECORD_WHOLE;
    while (state == RECORD_WHOLE && job->first < job->records.count)
        if (!do_next(job, &state))
            return false;
    return true;
}

static bool do_all(struct job *job)
{
    if (!do_first(job))
        return false;
    struct workers_job workers = {
        .count = job->records.count - job->first,
        .processes = job->batch->jobs,
        .context = job,
        .work = work,
        .take = take,
    };
    return workers_run(job->findings, &workers);
}

/* Told once, and not of every record. */
static bool can_write(const struct job *job)
{
    const char *folder = job->batch->render.folder;
    if (folder_make(job->findings->arena, folder) && access(folder, W_OK | X_OK) == 0)
        return true;
    report_reason(job->findings, RULE_OUTPUT_FOLDER, (struct place){0}, folder, errno);
    return false;
}

/* The names of what was put in place; the records themselves are on the disk. A folder that may not
 * be read cannot be synced. */
static void sync_all(const struct job *job)
{
    const char *folder = job->batch->render.folder;
    if (job->counts->written && !disk_sync_system(folder) && errno != EACCES)
        report_reason(job->findings, RULE_OUTPUT_UNSURE, (struct place){0}, folder, errno);
}

bool flow_batch(struct findings *findings, const struct batch *batch, struct findings *found,
                struct batch_counts *counts)
{
    struct job job = {
        .batch = batch,
        .findings = findings,
        .found = found,
        .counts = counts,
        .lasting = findings_on(findings->arena),
        .stamps = stamps_new(findings->arena),
        .common = common_parts_new(findings->arena),
        .software = software_print(findings->arena, software_here(findings->arena, batch->version)),
    };
    bool fine = true;
    *counts = (struct batch_counts){0};
    bool listed = records_open(findings, batch->list, batch->shard, &job.records);
    bool opened = mailing_open(&job.lasting, &batch->render.source, &job.records, &job.mailing);
    counts->failed = job.records.left_out;
    counts->all = job.records.count + job.records.left_out;
    findings_hand_on(&job.lasting, findings);
    if (listed && opened && can_write(&job))
        fine = do_all(&job);
    sync_all(&job);
    mailing_close(&job.mailing);
    records_close(&job.records);
    return fine;
}
