/* A row for each kind of document. */
#include "data/kind.h"

#include "data/schemas.h"

static const char *joined_elements[] = {"prose",  "before",     "after",
                                        "rubric", "department", "recipient"};
static const char *joined_attributes[] = {"number", "running", "serial",    "sum",
                                          "label",  "own",     "indicators"};

#define NAMES(list)                                                                                \
    {                                                                                              \
        (list), sizeof(list) / sizeof *(list)                                                      \
    }

static const struct property_source notice_properties[] = {
    {"title", "concat(title/@issuer, title)"},
    {"issuer", "title/@issuer"},
    {"issuer", "join(signer, '、')"},
    {"issuer", "publication/@publisher"},
    {"number", "number"},
    {"date", "date"},
    {"subject", "publication/@subject"},
    {"索引号", "publication/@index"},
    {"主题分类", "publication/@subject"},
    {"发文机构", "publication/@publisher"},
    {"发布日期", "publication/@date"},
    {"有效性", "publication/@validity"},
    {0},
};

static const struct property_source register_properties[] = {
    {"title", "'归档文件目录'"},
    {"issuer", "@fonds-name"},
    {"全宗号", "@fonds"},
    {"年度", "@year"},
    {0},
};

static const struct property_source diff_properties[] = {
    {"title", "'修订对照表'"},
    {"原方案", "@old-title"},
    {"新方案", "@new-title"},
    {0},
};

static const struct property_source collection_properties[] = {
    {"title", "concat(@title, '自评情况汇总表')"},
    {"年度", "@year"},
    {0},
};

const struct data_kind notice_kind = {
    .words = {"a notice", "通知"},
    .where = {"gongwen schema notice and gongwen schema rubric print all names",
              "所有名称见 gongwen schema notice 和 gongwen schema rubric"},
    .schemas = {&notice_schema, &rubric_schema},
    .added = {NAMES(joined_elements), NAMES(joined_attributes)},
    .properties = notice_properties,
};

const struct data_kind register_kind = {
    .words = {"a register", "归档文件目录"},
    .where = {"gongwen schema register prints all names", "所有名称见 gongwen schema register"},
    .schemas = {&register_schema},
    .properties = register_properties,
};

const struct data_kind diff_kind = {
    .words = {"a comparison", "方案对照"},
    .where = {"gongwen schema diff prints all names", "所有名称见 gongwen schema diff"},
    .schemas = {&diff_schema},
    .properties = diff_properties,
};

const struct data_kind collection_kind = {
    .words = {"a collection", "自评汇总"},
    .where = {"gongwen schema collection prints all names", "所有名称见 gongwen schema collection"},
    .schemas = {&collection_schema},
    .properties = collection_properties,
};

/* Both, each name once. */
static struct names together(struct arena *arena, struct names some, struct names more)
{
    struct names all = {.name = ARENA_ARRAY(arena, const char *, some.count + more.count + 1)};
    for (size_t i = 0; i < some.count; i++)
        all.name[all.count++] = some.name[i];
    for (size_t i = 0; i < more.count; i++)
        if (!names_have(&all, more.name[i]))
            all.name[all.count++] = more.name[i];
    return all;
}

static struct names names_of(struct arena *arena, const struct data_kind *kind,
                             enum name_kind which)
{
    struct names all = {0};
    for (const struct schema *const *schema = kind->schemas; *schema; schema++)
        all = together(arena, all, schema_names(arena, *schema, which));
    return together(arena, all, kind->added[which]);
}

struct vocabulary vocabulary_of(struct arena *arena, const struct data_kind *kind)
{
    return (struct vocabulary){
        .kind = kind->words,
        .where = kind->where,
        .elements = names_of(arena, kind, NAME_ELEMENT),
        .attributes = names_of(arena, kind, NAME_ATTRIBUTE),
    };
}

void vocabulary_add(struct arena *arena, struct vocabulary *vocabulary, struct names elements)
{
    vocabulary->elements = together(arena, vocabulary->elements, elements);
}
