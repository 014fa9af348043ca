/* Opening Office Open XML files, and what they must not hold. */
#include "opc/input.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

struct opc_input {
    struct findings *findings;
    struct archive *archive;
};

struct words {
    const char *in[LANGUAGE_COUNT];
};

/* How one gets rid of it, where that is not plain to see. */
static const struct words
    remove_it = {{"remove it in Word, Excel or WPS and save the file anew",
                  "请用 Word、Excel 或 WPS 删去，再重新保存"}},
    detach_template =
        {{"in Word: File – Options – Add-ins – Manage: Templates – Go, write Normal as the "
          "document template; in WPS: Developer – Add-ins; then save the file anew, or "
          "copy all of it into a new document",
          "请在 Word 里点“文件－选项－加载项”，“管理”选“模板”，点“转到”，把“文档模板”改成 Normal；"
          "在 WPS 里点“开发工具－加载项”；再重新保存。也可以把全文复制到新建的空白文档"}},
    end_merge = {
        {"in Word: Mailings – Start Mail Merge – Normal Word Document; then save the file anew",
         "请在 Word 里点“邮件－开始邮件合并－普通 Word 文档”，再重新保存"}};

/* Kinds of relationships, by the end of their type (ECMA-376 part 1, 15.2; [MS-OFFMACRO2] 2.2). */
static const struct {
    const char *type;
    struct words words;
    const struct words *remedy; /* NULL: remove_it */
} dangerous[] = {
    {"vbaProject", {{"macros", "宏"}}, NULL},
    {"wordVbaData", {{"macros", "宏"}}, NULL},
    {"xlMacrosheet", {{"macros", "宏"}}, NULL},
    {"xlIntlMacrosheet", {{"macros", "宏"}}, NULL},
    {"keyMapCustomizations", {{"key bindings of macros", "宏的快捷键"}}, NULL},
    {"oleObject", {{"an embedded object", "嵌入的对象"}}, NULL},
    {"package", {{"an embedded file", "嵌入的文件"}}, NULL},
    {"control", {{"an ActiveX control", "ActiveX 控件"}}, NULL},
    {"activeXControlBinary", {{"an ActiveX control", "ActiveX 控件"}}, NULL},
    {"aFChunk", {{"an imported document", "导入的文档"}}, NULL},
    {"subDocument", {{"a subdocument", "子文档"}}, NULL},
    {"frame", {{"a frame with another document", "装着别的文档的框架"}}, NULL},
    {"attachedTemplate",
     {{"a template that Word would load", "会让 Word 去加载的模板"}},
     &detach_template},
    {"mailMergeSource", {{"a source of mail merge", "邮件合并的数据源"}}, &end_merge},
    {"webextension", {{"a web extension", "网页加载项"}}, NULL},
};
enum { DANGEROUS = sizeof dangerous / sizeof *dangerous };

static bool refuse(struct opc_input *input, struct place place, const struct words *what,
                   const char *name, const struct words *remedy)
{
    REPORT(input->findings, RULE_PACKAGE_CONTENT, place, what->in[LANGUAGE_ENGLISH],
           what->in[LANGUAGE_CHINESE], name, remedy->in[LANGUAGE_ENGLISH],
           remedy->in[LANGUAGE_CHINESE]);
    return false;
}

static bool read_text(struct opc_input *input, const char *name, struct file *part)
{
    return archive_read(input->archive, name, part) && file_to_text(input->findings, part);
}

struct xml_document *opc_input_part(struct opc_input *input, const char *name)
{
    struct file part;
    return read_text(input, name, &part) ? xml_parse(input->findings, &part) : NULL;
}

bool opc_input_text(struct opc_input *input, const char *name, struct file *part)
{
    struct xml_document *document =
        read_text(input, name, part) ? xml_parse(input->findings, part) : NULL;
    xml_document_free(document);
    return document != NULL;
}

bool opc_input_visit(struct opc_input *input, const char *name, const struct xml_visitor *visitor)
{
    struct file part;
    return read_text(input, name, &part) && xml_visit(input->findings, &part, visitor);
}

/* what must not be there */

static const char *last_step(const char *type)
{
    const char *slash = strrchr(type, '/');
    return slash ? slash + 1 : type;
}

static bool is_web_link(const char *type, const char *target)
{
    static const char *const schemes[] = {"http://", "https://", "mailto:"};
    if (strcmp(last_step(type), "hyperlink") != 0)
        return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(target, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

static const char *value_or_empty(const struct xml_node *node, const char *attribute)
{
    const char *value = xml_get(node, attribute);
    return value ? value : "";
}

static bool is_external(const struct xml_node *node)
{
    return strcasecmp(value_or_empty(node, "TargetMode"), "External") == 0;
}

static bool check_relationship(struct opc_input *input, const struct xml_node *node)
{
    static const struct words outside = {{"a link to the outside", "指向文档之外的链接"}};
    const char *type = value_or_empty(node, "Type");
    const char *target = value_or_empty(node, "Target");
    for (size_t i = 0; i < DANGEROUS; i++)
        if (strcasecmp(last_step(type), dangerous[i].type) == 0)
            return refuse(input, xml_place(node), &dangerous[i].words, target,
                          dangerous[i].remedy ? dangerous[i].remedy : &remove_it);
    if (is_external(node) && !is_web_link(type, target))
        return refuse(input, xml_place(node), &outside, target, &remove_it);
    return true;
}

/* Whether `check` accepts all children of a part's root. */
typedef bool (*check_fn)(struct opc_input *input, const struct xml_node *node);
static bool check_part(struct opc_input *input, const char *name, check_fn check)
{
    struct xml_document *document = opc_input_part(input, name);
    bool fine = document != NULL;
    for (struct xml_node *node = document ? xml_first(xml_root(document)) : NULL; node;
         node = xml_next(node))
        fine = check(input, node) && fine;
    xml_document_free(document);
    return fine;
}

/* A part is what [Content_Types].xml says, whatever its name and whoever refers to it. */
static bool check_type(struct opc_input *input, const struct xml_node *node)
{
    static const struct words macros = {{"macros", "宏"}};
    static const char *const types[] = {"macroenabled", "vbaproject", "vbadata"};
    const char *type = value_or_empty(node, "ContentType");
    const char *name = xml_is(node, "Override") ? value_or_empty(node, "PartName") : type;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        for (const char *at = type; *at; at++)
            if (strncasecmp(at, types[i], strlen(types[i])) == 0)
                return refuse(input, xml_place(node), &macros, name, &remove_it);
    return true;
}

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length >= tail && strcasecmp(name + length - tail, ending) == 0;
}

static bool check_contents(struct opc_input *input)
{
    bool fine = check_part(input, "[Content_Types].xml", check_type);
    for (size_t i = 0; i < archive_count(input->archive); i++) {
        const char *name = archive_name(input->archive, i);
        if (ends_with(name, ".rels"))
            fine = check_part(input, name, check_relationship) && fine;
    }
    return fine;
}

struct opc_input *opc_input_open(struct findings *findings, const struct file *file)
{
    struct archive *archive = archive_open(findings, file);
    if (!archive)
        return NULL;
    struct opc_input *input = ARENA_NEW(findings->arena, struct opc_input);
    *input = (struct opc_input){findings, archive};
    if (check_contents(input))
        return input;
    opc_input_free(input);
    return NULL;
}

void opc_input_free(struct opc_input *input)
{
    archive_free(input->archive);
}

/* parts that others refer to */

/* ECMA-376 part 2, 6.5.2.3. */
const char *opc_input_relationships(struct opc_input *input, const char *owner)
{
    if (!owner)
        return "_rels/.rels";
    const char *base = path_base(owner);
    return arena_printf(input->findings->arena, "%.*s_rels/%s.rels", (int)(base - owner), owner,
                        base);
}

/* A target is relative to the folder of the part that names it. */
static const char *resolve(struct arena *arena, const char *owner, const char *target)
{
    if (*target == '/' || !owner)
        return path_clean(arena, target + (*target == '/'));
    return path_clean(arena, path_join(arena, path_folder(arena, owner), target));
}

/* NULL if the part refers to no other. */
static struct xml_document *relationships_read(struct opc_input *input, const char *owner)
{
    const char *name = opc_input_relationships(input, owner);
    return archive_has(input->archive, name) ? opc_input_part(input, name) : NULL;
}

static struct xml_node *first_child(struct xml_document *document)
{
    return document ? xml_first(xml_root(document)) : NULL;
}

const char *opc_input_target(struct opc_input *input, const char *owner, const char *type)
{
    struct xml_document *document = relationships_read(input, owner);
    struct xml_node *node = first_child(document);
    while (node && strcmp(last_step(value_or_empty(node, "Type")), type) != 0)
        node = xml_next(node);
    const char *target =
        node ? resolve(input->findings->arena, owner, value_or_empty(node, "Target")) : NULL;
    xml_document_free(document);
    return target;
}

struct xml_document *opc_input_main(struct opc_input *input, const char *usual, const char *root,
                                    const char **name)
{
    const char *target = opc_input_target(input, NULL, "officeDocument");
    *name = target ? target : usual;
    struct xml_document *document = opc_input_part(input, *name);
    if (!document || xml_is(xml_root(document), root))
        return document;
    REPORT(input->findings, RULE_PACKAGE_PART, xml_place(xml_root(document)), usual);
    xml_document_free(document);
    return NULL;
}

/* In that list a name begins with a slash. */
static bool is_part_name(const char *listed, const char *name)
{
    return *listed == '/' && strcasecmp(listed + 1, name) == 0;
}

/* Names and extensions are compared without regard to case (ECMA-376 part 2, 6.2.2 and 6.2.3). */
static const char *type_in(const struct xml_node *node, const char *name)
{
    const char *extension = strrchr(path_base(name), '.');
    bool is = xml_is(node, "Override")
                  ? is_part_name(value_or_empty(node, "PartName"), name)
                  : extension && strcasecmp(value_or_empty(node, "Extension"), extension + 1) == 0;
    return is ? value_or_empty(node, "ContentType") : NULL;
}

const char *opc_input_type(struct opc_input *input, const char *name)
{
    struct xml_document *document = opc_input_part(input, "[Content_Types].xml");
    const char *type = NULL;
    for (struct xml_node *node = first_child(document); node; node = xml_next(node)) {
        const char *found = type_in(node, name);
        if (found && (!type || xml_is(node, "Override")))
            type = found;
    }
    type = type ? arena_copy(input->findings->arena, type) : NULL;
    xml_document_free(document);
    return type;
}

struct archive *opc_input_archive(struct opc_input *input)
{
    return input->archive;
}

static int compare_relations(const void *a, const void *b)
{
    const struct opc_relation *left = a, *right = b;
    return strcmp(left->id, right->id);
}

static struct opc_relation read_relation(struct arena *arena, const char *owner,
                                         const struct xml_node *node)
{
    const char *target = value_or_empty(node, "Target");
    const char *uri = arena_copy(arena, value_or_empty(node, "Type"));
    struct opc_relation relation = {
        .id = arena_copy(arena, value_or_empty(node, "Id")),
        .type = last_step(uri),
        .uri = uri,
        .is_external = is_external(node),
    };
    relation.is_link = relation.is_external || strcmp(relation.type, "hyperlink") == 0;
    relation.target = relation.is_link ? arena_copy(arena, target) : resolve(arena, owner, target);
    return relation;
}

const struct opc_relation *opc_input_relations(struct opc_input *input, const char *owner,
                                               size_t *count)
{
    struct arena *arena = input->findings->arena;
    struct xml_document *document = relationships_read(input, owner);
    *count = 0;
    for (struct xml_node *node = first_child(document); node; node = xml_next(node))
        ++*count;
    struct opc_relation *relations = ARENA_ARRAY(arena, struct opc_relation, *count);
    struct opc_relation *next = relations;
    for (struct xml_node *node = first_child(document); node; node = xml_next(node))
        *next++ = read_relation(arena, owner, node);
    xml_document_free(document);
    if (*count)
        qsort(relations, *count, sizeof *relations, compare_relations);
    return relations;
}

static int compare_id(const void *id, const void *relation)
{
    return strcmp(id, ((const struct opc_relation *)relation)->id);
}

const struct opc_relation *opc_relation_of(const struct opc_relation *relations, size_t count,
                                           const char *id)
{
    return id && count ? bsearch(id, relations, count, sizeof *relations, compare_id) : NULL;
}
