/* One notice, joined for many records. */
#include "data/master.h"

#include "data/schemas.h"

bool master_open(struct project *project, const char *path, struct master *master)
{
    *master = (struct master){.project = project, .document = notice_load(project, path)};
    if (master->document)
        master->plain = xml_root(master->document);
    return master->document;
}

bool master_join(struct master *master)
{
    xml_exchange_root(master->document, xml_copy(master->plain));
    bool fine = notice_join(master->project, master->document, NULL, &master->notice);
    master->rubric = master->notice.rubric;
    return fine;
}

static bool join_again(struct master *master)
{
    struct notice notice;
    if (!schema_check(master->project->findings, &notice_schema, master->document) ||
        !notice_join(master->project, master->document, master->rubric, &notice))
        return false;
    master->notice = notice;
    return true;
}

/* The rubric that was read first goes with the notice that stays, or is given up. */
static void settle_rubric(struct master *master, struct xml_node *stays)
{
    struct rubric *rubric = master->rubric;
    if (!rubric || xml_parent(rubric->node) == stays)
        return;
    if (master->notice.rubric == rubric)
        xml_move(stays, rubric->node);
    else
        master->rubric = NULL;
}

bool master_renew(struct master *master)
{
    struct xml_node *before = xml_exchange_root(master->document, xml_copy(master->plain));
    struct xml_node *after = xml_root(master->document);
    bool fine = join_again(master);
    settle_rubric(master, fine ? after : before);
    xml_remove(fine ? before : xml_exchange_root(master->document, before));
    return fine;
}

struct xml_node *master_root(const struct master *master)
{
    return xml_root(master->document);
}

/* Whatever a record changes, a rubric that is in use already is moved to the new tree as it is. */
struct xml_node *master_steady(const struct master *master)
{
    return master->rubric ? master->rubric->node : NULL;
}

void master_close(struct master *master)
{
    bool is_apart = master->document && xml_root(master->document) != master->plain;
    if (is_apart)
        xml_remove(master->plain);
    xml_document_free(master->document);
}
