/* One notice for many records. */
#include "flow/mailing.h"

#include "base/text.h"
#include "flow/annex_rows.h"
#include "tag/tag.h"

/* headings */

static void report_path(struct mailing *mailing, const struct record_column *column,
                        const char *english, const char *chinese)
{
    REPORT(mailing->lasting, RULE_BATCH_PATH, column->place, column->name, english, chinese);
}

/* An attribute, or an element of text, broken by <br/> at most, or of a string of <dept/>, for
 * which text can stand. */
static bool is_value(struct xml_node *node)
{
    if (xml_is_attribute(node))
        return true;
    if (!xml_is_element(node))
        return false;
    struct xml_node *child = xml_first(node);
    while (child && (xml_is(child, "br") || xml_is(child, "dept")))
        child = xml_next(child);
    return !child;
}

static bool is_within(struct xml_node *node, const struct xml_node *outer)
{
    while (node && node != outer)
        node = xml_parent(node);
    return node;
}

static struct xml_node *target_of(struct mailing *mailing, struct tag_engine *engine,
                                  const struct record_column *column)
{
    struct scope scope = {master_root(&mailing->master), 1, 1};
    struct xpath *xpath = tag_compile(engine, column->name, column->place);
    struct xpath_value value;
    if (!tag_run(engine, xpath, column->name, column->place, scope, &value))
        return NULL;
    if (value.kind != VALUE_NODES || value.count == 0)
        report_path(mailing, column, "it finds nothing in the notice; write it there first",
                    "在通知里找不到，请先在通知里写上这一项");
    else if (value.count > 1)
        report_path(mailing, column, "it finds several places in the notice; choose one with [ ]",
                    "在通知里找到不止一处，请用方括号 [ ] 指明是哪一处");
    else if (!is_value(value.nodes[0]))
        report_path(mailing, column, "it finds no attribute, and no element of text alone",
                    "找到的既不是属性，也不是只有文字的元素");
    else
        return value.nodes[0];
    return NULL;
}

/* What one column replaces must not be what another does, or hold it. */
static void check_targets(struct mailing *mailing)
{
    const struct records *records = mailing->records;
    struct xml_node **target = mailing->target;
    for (size_t i = 0; i < records->column_count; i++)
        for (size_t j = 0; target[i] && j < i; j++)
            if (target[j] && (is_within(target[i], target[j]) || is_within(target[j], target[i])))
                report_path(mailing, &records->columns[i],
                            "another column replaces this too; delete one of them",
                            "另有一列也替换这一处，请删去其中一列");
}

static void find_targets(struct mailing *mailing, struct tag_engine *engine)
{
    const struct records *records = mailing->records;
    struct arena *arena = mailing->lasting->arena;
    mailing->target = ARENA_ARRAY(arena, struct xml_node *, records->column_count);
    mailing->own = ARENA_ARRAY(arena, const char *, records->column_count);
    for (size_t i = 0; i < records->column_count; i++) {
        if (!records->columns[i].is_path)
            continue;
        mailing->has_paths = true;
        mailing->target[i] = target_of(mailing, engine, &records->columns[i]);
        if (mailing->target[i])
            mailing->own[i] = xml_raw_content(arena, mailing->target[i]);
    }
    check_targets(mailing);
}

/* Names in the paths are held against those that a notice has. */
static void read_headings(struct mailing *mailing)
{
    struct vocabulary vocabulary = vocabulary_of(mailing->lasting->arena, &notice_kind);
    struct tag_engine *engine =
        tag_engine_new(mailing->lasting, mailing->master.document, &vocabulary);
    find_targets(mailing, engine);
    tag_engine_free(engine);
}

/* What a template may name below <record>. */
static struct names names_of(const struct mailing *mailing)
{
    const struct records *records = mailing->records;
    struct names names = {
        .name = ARENA_ARRAY(mailing->lasting->arena, const char *, records->column_count)};
    for (size_t i = 0; i < records->column_count; i++)
        if (!records->columns[i].is_path)
            names.name[names.count++] = records->columns[i].name;
    return names;
}

bool mailing_open(struct findings *findings, const struct source *source,
                  const struct records *records, struct mailing *mailing)
{
    *mailing = (struct mailing){.source = source, .records = records, .lasting = findings};
    size_t before = findings->failures;
    mailing->project = project_of(findings, source->notice, source->share);
    mailing->project.keeps_texts = true;
    if (!master_open(&mailing->project, source->notice, &mailing->master))
        return false;
    read_headings(mailing);
    if (findings->failures != before || !master_join(&mailing->master))
        return false;
    mailing->composer = composer_new(&mailing->project, mailing->master.document, &notice_kind, 0);
    composer_know(mailing->composer, names_of(mailing));
    composer_lend(mailing->composer, annex_list, annex_rows_new(&mailing->project));
    return true;
}

void mailing_close(struct mailing *mailing)
{
    if (mailing->composer)
        composer_free(mailing->composer);
    master_close(&mailing->master);
}

/* the values of a record */

static void set_targets(const struct mailing *mailing, const struct record *record)
{
    const struct records *records = mailing->records;
    for (size_t i = 0; i < records->column_count; i++)
        if (mailing->target[i])
            xml_set_value(mailing->target[i], record_text(record, &records->columns[i]));
}

/* Every other value is the notice's own again. */
static void set_one_target(const struct mailing *mailing, size_t index, const char *value)
{
    for (size_t i = 0; i < mailing->records->column_count; i++)
        if (mailing->target[i])
            xml_set_value(mailing->target[i], i == index ? value : mailing->own[i]);
}

/* What is wrong with the notice once it has one value of the record is told of the cell that the
 * value comes from. */
static bool blame(struct mailing *mailing, struct findings *told, const struct record *record,
                  size_t index)
{
    const struct record_column *column = &mailing->records->columns[index];
    struct findings tried = findings_on(told->arena);
    set_one_target(mailing, index, record_text(record, column));
    mailing->project.findings = &tried;
    bool fine = master_renew(&mailing->master);
    mailing->project.findings = told;
    for (const struct finding *f = tried.first; f; f = f->next)
        finding_add(told, f->rule, record_place(record, column), f->values);
    return !fine;
}

/* Not where text was put in place of <dept/> that text of the notice's own cannot replace. */
static bool own_values_fit(struct mailing *mailing, struct findings *told)
{
    struct findings tried = findings_on(told->arena);
    set_one_target(mailing, mailing->records->column_count, NULL);
    mailing->project.findings = &tried;
    bool fine = master_renew(&mailing->master);
    mailing->project.findings = told;
    return fine;
}

/* Where no value is wrong by itself, they are together. */
static void report_values(struct mailing *mailing, struct findings *told,
                          const struct record *record, const struct findings *together)
{
    bool can_tell = own_values_fit(mailing, told), found = false;
    for (size_t i = 0; can_tell && i < mailing->records->column_count; i++)
        if (mailing->target[i])
            found |= blame(mailing, told, record, i);
    if (!found)
        findings_hand_on(together, told);
}

static bool renew(struct mailing *mailing, struct findings *told, const struct record *record)
{
    struct findings together = findings_on(told->arena);
    set_targets(mailing, record);
    mailing->project.findings = &together;
    bool fine = master_renew(&mailing->master);
    mailing->project.findings = told;
    if (!fine)
        report_values(mailing, told, record, &together);
    return fine;
}

/* The element that holds the values of a list: the notice's own <record>, the first of that name,
 * or one that is no record to anybody else. */
static struct xml_node *record_element(const struct mailing *mailing)
{
    struct xml_node *root = master_root(&mailing->master);
    struct xml_node *element = xml_first_named(root, "record");
    return element ? element : xml_add(root, "record");
}

static void set_named(const struct mailing *mailing, const struct record *record)
{
    const struct records *records = mailing->records;
    struct xml_node *element = record_element(mailing);
    for (size_t i = 0; i < records->column_count; i++) {
        const struct record_column *column = &records->columns[i];
        if (column->is_path)
            continue;
        struct place place = record_place(record, column);
        struct xml_node *child = xml_first_named(element, column->name);
        if (!child)
            child = xml_add(element, column->name);
        xml_set_value(child, record_text(record, column));
        xml_set_file(child, place.file);
        xml_set_line(child, place.line);
    }
}

static const struct mailing_looks *read_looks(struct mailing *mailing, const char *name)
{
    struct project *project = &mailing->project;
    struct findings *told = project->findings;
    struct arena *arena = mailing->lasting->arena;
    struct mailing_looks *known = ARENA_NEW(arena, struct mailing_looks);
    project->findings = mailing->lasting;
    *known = (struct mailing_looks){
        .next = mailing->looks,
        .name = arena_copy(arena, name),
        .looks = source_looks(project, mailing->source, &mailing->master.notice),
    };
    project->findings = told;
    return mailing->looks = known;
}

/* They stay for all records that have them; so does what is wrong with them. */
static struct appearance find_looks(struct mailing *mailing, struct findings *told)
{
    const struct source *source = mailing->source;
    const char *name = source->style ? source->style : mailing->master.notice.style;
    const struct mailing_looks *known = mailing->looks;
    while (known && !text_equal(known->name, name))
        known = known->next;
    if (!known)
        known = read_looks(mailing, name);
    if (!known->looks.style)
        findings_hand_on(mailing->lasting, told);
    return known->looks;
}

bool mailing_record(struct mailing *mailing, struct findings *told, const struct record *record,
                    bool is_traced, struct assembly *assembly)
{
    mailing->project.findings = told;
    mailing->project.passing = NULL;
    if (mailing->has_paths && !renew(mailing, told, record))
        return false;
    set_named(mailing, record);
    const struct appearance looks = find_looks(mailing, told);
    *assembly = (struct assembly){
        .findings = told,
        .notice = &mailing->master.notice,
        .looks = looks,
        .project = &mailing->project,
    };
    composer_use(mailing->composer, told, style_title_line(assembly->looks.style));
    composer_trace(mailing->composer, is_traced);
    composer_keep(mailing->composer, master_steady(&mailing->master));
    assembly_compose(assembly, mailing->source, mailing->composer);
    return told->errors == 0;
}
