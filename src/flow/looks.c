/* Styles, found where a project has them. */
#include "flow/looks.h"

static const char *find_style(void *project, const char *name)
{
    return project_style(project, name);
}

const struct style *looks_load(struct project *project, const char *name, struct place asked)
{
    return style_load(project->findings, name, asked, find_style, project);
}
