/* Reading data for a Word file. */
#include "flow/filling.h"

#include "base/text.h"
#include "data/kind.h"
#include "xml/census.h"
#include "xml/edit.h"

static const char *const other_words[LANGUAGE_COUNT] = {"the data", "数据"};
static const char *const other_where[LANGUAGE_COUNT] = {
    "it counts as missing; correct it if it is misspelt", "按没有处理；如果写错了，请改正"};

/* Names in tags have no prefix: they would find nothing. */
static bool has_no_namespace(struct findings *findings, struct xml_document *document)
{
    const char *namespace = xml_namespace(xml_root(document));
    if (*namespace)
        REPORT(findings, RULE_SCHEMA_NAMESPACE, xml_place(xml_root(document)), namespace);
    return !*namespace;
}

static struct vocabulary vocabulary_in(struct arena *arena, struct xml_document *document)
{
    return (struct vocabulary){
        .kind = other_words,
        .where = other_where,
        .elements = census_names(arena, document, NAME_ELEMENT),
        .attributes = census_names(arena, document, NAME_ATTRIBUTE),
        .is_open = true,
    };
}

static bool read_notice(struct findings *findings, const char *path, const char *share,
                        struct filling_data *data)
{
    enum { TITLE_LINE = 20 }; /* characters: no prose has a title */
    data->project = project_of(findings, path, share);
    data->notice = notice_read(&data->project, path);
    if (!data->notice)
        return false;
    data->vocabulary = vocabulary_of(findings->arena, &notice_kind);
    data->fill.document = data->notice->joined;
    data->fill.composer =
        composer_new(&data->project, data->fill.document, &notice_kind, TITLE_LINE);
    return true;
}

bool filling_data_read(struct findings *findings, const char *path, const char *share,
                       struct filling_data *data)
{
    struct file file;
    *data = (struct filling_data){.fill.vocabulary = &data->vocabulary};
    if (!file_read_text(findings, path, (struct place){0}, &file))
        return false;
    struct xml_document *document = xml_parse(findings, &file);
    if (!document)
        return false;
    if (xml_is(xml_root(document), "notice")) {
        xml_document_free(document);
        return read_notice(findings, path, share, data);
    }
    data->fill.document = document;
    data->vocabulary = vocabulary_in(findings->arena, document);
    if (has_no_namespace(findings, document))
        return true;
    xml_document_free(document);
    return false;
}

void filling_data_free(struct filling_data *data)
{
    if (data->fill.composer)
        composer_free(data->fill.composer);
    if (data->notice)
        notice_free(data->notice);
    else
        xml_document_free(data->fill.document);
}
