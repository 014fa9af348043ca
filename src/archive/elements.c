/* What the standards ask to keep about a document, as far as its notice says it. */
#include <stdlib.h>
#include <string.h>

#include "archive/metadata.h"
#include "base/buffer.h"
#include "base/text.h"
#include "xml/xpath.h"

/* Where each element comes from: of those of one name the first that finds something counts. */
static const struct {
    enum metadata_group group;
    const char *name, *xpath;
} sources[] = {
    {GROUP_DOCUMENT, "文种", "kind(title)"},
    {GROUP_DOCUMENT, "份号", "copy-number"},
    {GROUP_DOCUMENT, "密级和保密期限",
     "concat(secrecy/@level, substring('★', 1, count(secrecy/@period)), secrecy/@period)"},
    {GROUP_DOCUMENT, "紧急程度", "urgency"},
    {GROUP_DOCUMENT, "发文机关标志", "concat(join(mark, '、'), mark/@suffix)"},
    {GROUP_DOCUMENT, "发文字号", "number"},
    {GROUP_DOCUMENT, "签发人", "join(signatory, '、')"},
    {GROUP_DOCUMENT, "标题", "concat(title/@issuer, title)"},
    {GROUP_DOCUMENT, "主送机关", "addressee"},
    {GROUP_DOCUMENT, "附件说明", "join(annex/@listed-as | annex[not(@listed-as)]/@title, '；')"},
    {GROUP_DOCUMENT, "发文机关或签发人署名", "join(signer, '、')"},
    {GROUP_DOCUMENT, "成文日期", "date"},
    {GROUP_DOCUMENT, "附注", "note"},
    {GROUP_DOCUMENT, "抄送机关", "record/copy-to"},
    {GROUP_DOCUMENT, "印发机关", "record/@printer"},
    {GROUP_DOCUMENT, "印发日期", "record/@printed"},
    {GROUP_RECORD, "题名", "concat(title/@issuer, title)"},
    {GROUP_RECORD, "文件编号", "number"},
    {GROUP_RECORD, "责任者", "title/@issuer"},
    {GROUP_RECORD, "责任者", "join(signer, '、')"},
    {GROUP_RECORD, "责任者", "publication/@publisher"},
    {GROUP_RECORD, "日期", "date"},
    {GROUP_RECORD, "日期", "record/@printed"},
    {GROUP_RECORD, "文种", "kind(title)"},
    {GROUP_RECORD, "密级", "secrecy/@level"},
    {GROUP_RECORD, "保密期限", "secrecy/@period"},
    {GROUP_RECORD, "紧急程度", "urgency"},
    {GROUP_RECORD, "年度", "substring(date, 1, 4)"},
    {GROUP_RECORD, "年度", "substring(record/@printed, 1, 4)"},
    {GROUP_RECORD, "年度", "number/@year"},
    {GROUP_PUBLICATION, "索引号", "publication/@index"},
    {GROUP_PUBLICATION, "主题分类", "publication/@subject"},
    {GROUP_PUBLICATION, "发文机构", "publication/@publisher"},
    {GROUP_PUBLICATION, "发布日期", "publication/@date"},
    {GROUP_PUBLICATION, "有效性", "publication/@validity"},
};

/* join(nodes, words): the texts of the nodes with the words between them. */
static const char *join(struct arena *arena, const struct xpath_value *arguments, int count)
{
    (void)count;
    struct buffer out = buffer_on(arena);
    const char *between = xpath_string(arena, &arguments[1]);
    for (size_t i = 0; i < arguments[0].count; i++)
        buffer_printf(&out, "%s%s", i ? between : "", xml_content(arena, arguments[0].nodes[i]));
    return buffer_text(&out);
}

/* kind(title): the kind of document (文种) that a title ends in; the fifteen of 条例 第八条. */
static const char *kind(struct arena *arena, const struct xpath_value *arguments, int count)
{
    static const char *const kinds[] = {"决议", "决定", "命令", "公报", "公告",
                                        "通告", "意见", "通知", "通报", "报告",
                                        "请示", "批复", "议案", "函",   "纪要"};
    (void)count;
    const char *title = text_trim(arena, xpath_string(arena, &arguments[0]));
    size_t length = strlen(title);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t ending = strlen(kinds[i]);
        if (length > ending && strcmp(title + length - ending, kinds[i]) == 0)
            return kinds[i];
    }
    return "";
}

static const struct xpath_function_entry functions[] = {
    {"join", 2, 2, join}, {"kind", 1, 1, kind}, {0}};

/* One line without blanks at its ends. */
static const char *in_one_line(struct arena *arena, const char *text)
{
    char *copy = text_trim(arena, text), *to = copy;
    for (const char *from = copy; *from;) {
        size_t blanks = strspn(from, " \t\r\n");
        if (blanks)
            *to++ = ' ';
        else
            *to++ = *from++;
        from += blanks;
    }
    *to = '\0';
    return copy;
}

/* The expressions are ours: one that does not run is a fault of this program. */
static const char *work_out(struct arena *arena, struct xpath_engine *engine, struct xml_node *root,
                            const char *expression)
{
    struct xpath_error error;
    struct xpath_value value;
    struct xpath *xpath = xpath_compile(engine, expression, &error);
    if (!xpath || !xpath_run(engine, xpath, root, 1, 1, &value, &error))
        abort();
    return in_one_line(arena, xpath_string(arena, &value));
}

struct metadata_element *metadata_elements(struct arena *arena, struct xml_document *joined)
{
    struct metadata found = {0};
    struct xpath_engine *engine = xpath_engine_new(arena, joined, functions);
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        if (*metadata_value(&found, sources[i].group, sources[i].name))
            continue;
        const char *value = work_out(arena, engine, xml_root(joined), sources[i].xpath);
        if (*value)
            metadata_element_add(arena, &found, sources[i].group, sources[i].name, value);
    }
    xpath_engine_free(engine);
    return found.elements;
}
