/* A notice with a rubric, read once for all runs of a target. */
#ifndef NOTICED_H
#define NOTICED_H

#include <stdlib.h>

#include "data/notice.h"
#include "frame.h"

static struct notice *notice;

static void free_notice(void)
{
    notice_free(notice);
}

/* The project that it belongs to, which lasts as long. */
static struct project *notice_begin(struct arena *arena)
{
    static const char path[] = "fixtures/yongji-2022/notice.xml";
    static struct findings findings;
    static struct project project;
    findings = findings_on(arena);
    project = project_of(&findings, path, SHARE);
    notice = notice_read(&project, path);
    if (!notice)
        fuzz_fail("the notice cannot be read");
    atexit(free_notice);
    return &project;
}

#endif
