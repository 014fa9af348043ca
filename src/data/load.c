/* One file of data. */
#include "data/load.h"

struct xml_document *data_load_for(struct project *project, const char *path, struct place asked,
                                   const struct schema *schema, struct xml_document *other)
{
    struct file file;
    if (!project_read(project, path, asked, &file))
        return NULL;
    struct xml_document *document = xml_parse_for(project->findings, &file, other);
    if (document && schema_check(project->findings, schema, document))
        return document;
    xml_document_free(document);
    return NULL;
}

struct xml_document *data_load(struct project *project, const char *path, struct place asked,
                               const struct schema *schema)
{
    return data_load_for(project, path, asked, schema, NULL);
}
