/* intake/: from grids to rubrics. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text.h"
#include "intake/scheme.h"
#include "support.h"
#include "xml/edit.h"
#include "standard.h"

static struct arena *arena;
static struct findings findings, unplaced;
static struct project project;
static struct grids grids;
static const char *const *maps;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    findings = unplaced = findings_on(arena);
    project = project_of(&findings, "nowhere/scheme.docx", "templates");
    grids = (struct grids){0};
    maps = NULL;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static const struct grid_cell *cell_at(const struct grid *grid, size_t row, size_t column)
{
    for (const struct grid_cell *cell = grid->first; cell; cell = cell->next)
        if (row >= cell->row && row < cell->row + cell->rows && column >= cell->column &&
            column < cell->column + cell->columns)
            return cell;
    return NULL;
}

/* One place: "<" belongs to the cell on the left, "^" to the one above; / is a line end. */
static void put(struct grid *grid, size_t row, size_t column, char *text)
{
    const struct grid_cell *other = NULL;
    if (text_equal(text, "<"))
        other = cell_at(grid, row, column - 1);
    else if (text_equal(text, "^"))
        other = cell_at(grid, row - 1, column);
    if (other) {
        ((struct grid_cell *)other)->rows = row - other->row + 1;
        ((struct grid_cell *)other)->columns = column - other->column + 1;
        return;
    }
    for (char *p = text; *p; p++)
        if (*p == '/')
            *p = '\n';
    grid_put(arena, grid,
             (struct grid_cell){.row = row,
                                .column = column,
                                .rows = 1,
                                .columns = 1,
                                .text = text,
                                .place = {"t.csv", (long)row + 1, 0}});
}

/* A table: a row a line, | between the cells. */
static struct grid *add_table(const char *title, const char *text)
{
    struct grid *grid = grids_add(arena, &grids);
    grid->title = title;
    grid->place = (struct place){"t.csv", 1, 0};
    size_t row = 0, column = 0;
    for (const char *end = text; *text; text = end + (*end != '\0')) {
        end = text + strcspn(text, "|\n");
        put(grid, row, column++, arena_copy_n(arena, text, (size_t)(end - text)));
        if (*end != '|') {
            row++;
            column = 0;
        }
    }
    return grid;
}

static const char *attribute(const struct xml_node *node, const char *name, const char *format)
{
    const char *value = node ? xml_get(node, name) : NULL;
    return value ? arena_printf(arena, "%s%s", format, value) : "";
}

/* 3, -2 (at most), -1..2 (each, at most), !D级 */
static const char *worth_of(struct xml_node *indicator)
{
    struct xml_node *deduction = xml_first_named(indicator, "deduction");
    struct xml_node *veto = xml_first_named(indicator, "veto");
    const char *each = attribute(deduction, "each", " -");
    return arena_printf(arena, "%s%s%s%s", attribute(indicator, "points", " "), each,
                        attribute(deduction, "most", *each ? ".." : " -"),
                        attribute(veto, "result", " !"));
}

/* "text 3 @ids; evidence: …" with | where the points stand within the text, + if it is joined. */
static void tell_indicator(struct buffer *out, struct xml_node *node)
{
    const char *text;
    if (xml_get(node, "joined"))
        buffer_add(out, "+");
    for (struct xml_node *part = NULL;
         (part = xml_next_part(xml_first_named(node, "text"), part, &text));)
        buffer_add(out, text ? text : "|");
    buffer_printf(out, "%s%s", worth_of(node), attribute(node, "departments", " @"));
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child))
        if (xml_is(child, "dept"))
            buffer_printf(out, " @%s%s", xml_get(child, "ref"), attribute(child, "as", "="));
        else if (*xml_content(arena, child) && !xml_is(child, "text"))
            buffer_printf(out, "; %s: %s", xml_name(child), xml_content(arena, child));
    buffer_add(out, "\n");
}

/* "title[marks]{ … }" */
static void tell_group(struct buffer *out, struct xml_node *node)
{
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child)) {
        if (xml_is(child, "indicator"))
            tell_indicator(out, child);
        if (!xml_is(child, "group"))
            continue;
        const char *marks = attribute(child, "marks", "");
        buffer_printf(out, "%s%s%s%s%s{\n", xml_get(child, "title"), *marks ? "[" : "", marks,
                      *marks ? "]" : "", attribute(child, "numbered", "#"));
        tell_group(out, child);
        buffer_add(out, "}\n");
    }
}

/* The rubric, for the caller to free. */
static struct xml_document *read_tables(void)
{
    struct intake_options options = {
        .project = &project, .maps = maps, .id = "scheme", .name = "方案"};
    assert_true(grids_settle(&findings, &grids));
    return intake_scheme(&findings, &grids, &options, &unplaced);
}

/* Its groups and indicators. */
static const char *told(void)
{
    struct buffer out = buffer_on(arena);
    struct xml_document *document = read_tables();
    if (document)
        tell_group(&out, xml_root(document));
    xml_document_free(document);
    return buffer_text(&out);
}

static void assert_told(const char *title, const char *table, const char *expected)
{
    add_table(title, table);
    assert_string_equal(told(), expected);
    assert_string_equal(findings_text(&findings), "");
}

static void test_groups_are_merged_or_left_empty_or_repeated(void **state)
{
    (void)state;
    static const char expected[] = "A{\nB{\nt1 1\nt2 2\n}\nC{\nt3 3\n}\n}\nD{\nE{\nt4 4\n}\n}\n";
    assert_told(NULL,
                "一级指标|二级指标|三级指标|分值\n一、A|（一）B|t1|1\n^|^|t2|2\n^|（二）C|t3|"
                "3\n二、D|（三）E|t4|4",
                expected);
    assert_string_equal(findings_text(&unplaced), "");
    grids = (struct grids){0};
    assert_told(NULL, "一级指标|二级指标|三级指标|分值\nA|B|t1|1\n||t2|2\n|C|t3|3\nD|E|t4|4",
                expected);
    grids = (struct grids){0};
    assert_told(NULL, "一级指标|二级指标|三级指标|分值\nA|B|t1|1\nA|B|t2|2\nA|C|t3|3\nD|E|t4|4",
                expected);
}

static void test_a_level_may_be_missing(void **state)
{
    (void)state;
    assert_told(NULL, "考核领域|考核要点|<|具体内容\nA|B|C|t1\n^|D|<|t2\n^|^|<|t3\nE|F|G|t4",
                "A{\nB{\nC{\nt1\n}\n}\nD{\nt2\nt3\n}\n}\nE{\nF{\nG{\nt4\n}\n}\n}\n");
}

static void test_the_text_is_the_best_column_that_there_is(void **state)
{
    (void)state;
    assert_told(NULL, "考核项目|考核内容|评分标准|分值\nA|t|m|1", "A{\nt 1; method: m\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "考核类别|考核项目|评分标准\nA|B|t（1分）", "A{\nB{\nt 1\n}\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "一级指标|二级指标|权重\nA|t|10%", "A{\nt 10\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "序号|考核指标|2022年分值（分）\n1|t|10", "方案{\nt 10\n}\n");
}

static void test_a_text_over_several_points_is_a_group(void **state)
{
    (void)state;
    assert_told(NULL, "项目|考核内容|评分标准|分值\nA|B|一|1\n^|^|二|2\n^|C|三|3",
                "A{\nB{\n一 1\n二 2\n}\nC{\n三 3\n}\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "项目|考核内容|评分标准|分值\nA|t|一|3\n^|^|二|^",
                "A{\nt 3; method: 一；二\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_headers_have_several_rows(void **state)
{
    (void)state;
    assert_told(NULL,
                "2023年考核指标|<|<|<|<\n指标|<|分值|责任单位|<\n一级指标|二级指标|^|牵头|配合\n"
                "A|t|2|市公安局|市教育局、市财政局",
                "A{\nt 2 @gaj @jyj=市教育局（配合） @czj=市财政局（配合）\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_a_table_goes_on_after_the_page(void **state)
{
    (void)state;
    add_table("2023年考核",
              "考核项目|考核内容（分值）\nA|t1（1分）\n考核项目|考核内容（分值）\n|t2（2分）");
    add_table(NULL, "考核项目|考核内容（分值）\n|t3（3分）\nB|t4（4分）");
    add_table(NULL, "|t5（5分）");
    add_table("联系人", "姓名|电话\n张三|123");
    assert_string_equal(told(), "A{\nt1 1\nt2 2\nt3 3\n}\nB{\nt4 4\nt5 5\n}\n");
    assert_string_equal(findings_text(&unplaced), "t.csv:1 scheme-table 4|姓名、电话;");
}

static void test_points_are_read_from_words(void **state)
{
    (void)state;
    assert_told(
        NULL,
        "项目|考核内容\nA|一。（2分）\nA|二(0.5 分)\nA|三（3分）；\nA|四（每项扣1分，最高扣2分）\n"
        "A|五。（最高扣 1 "
        "分）\nA|六，考核结果一律为D级。\nA|七（每起扣0.5分，最高扣2分）\nA|八，最高扣3分。",
        "A{\n一。 2\n二 0.5\n三|； 3\n四 -1..2\n五。 -1\n六，考核结果一律为D级。 !D级\n"
        "七 -0.5..2; remark: （每起扣0.5分，最高扣2分）\n八|。 -3\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_points_stand_in_any_brackets(void **state)
{
    (void)state;
    assert_told(NULL,
                "项目|考核内容\nA|一【3分】\nA|二〔1分〕\nA|三[０.５分]\nA|四（最高2分）\n"
                "A|五，每次扣２分，最高扣6分",
                "A{\n一 3\n二 1\n三 0.5\n四 2\n五 -2..6; remark: 每次扣２分，最高扣6分\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_strokes_say_nothing(void **state)
{
    (void)state;
    assert_told(NULL,
                "项目|考核内容|分值|责任单位|配合单位\nA|一|１０分|公安局|—\nA|二|—|公安局|——\n"
                "A|三|-|无|无",
                "A{\n一 10 @gaj\n二 @gaj\n三\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_groups_have_a_column_of_points(void **state)
{
    (void)state;
    assert_told(NULL,
                "一级指标|权重（%）|二级指标|权重\nA|40|t1|20\n^|^|t2|20\nB|六十|t3|60\nB||t4|1",
                "A[40]{\nt1 20\nt2 20\n}\nB{\nt3 60; remark: 权重（%）：六十\nt4 1\n}\n");
}

static void test_a_row_of_its_own_heads_those_below(void **state)
{
    (void)state;
    static const char expected[] = "甲[10]{\nt1 4 @gaj\nt2 6 @gaj\n}\n乙{\nt3 5 @gaj\n}\n"
                                   "减分项{\nt4 -5 @gaj\n}\n";
    assert_told(NULL,
                "考核指标|分值|责任单位\n一、甲（10分）||\n1.t1|4|公安局\n2.t2|6|公安局\n"
                "二、乙||\n3.t3|5|公安局\n减分项||\n4.t4|5|公安局",
                expected);
    grids = (struct grids){0};
    assert_told(NULL,
                "编号|考核指标|分值|责任单位\n一|甲|10|\n|t1|4|公安局\n|t2|6|公安局\n"
                "二|乙||\n|t3|5|公安局\n三|减分项||\n|t4|5|公安局",
                "甲[10]#none{\nt1 4 @gaj\nt2 6 @gaj\n}\n乙#none{\nt3 5 @gaj\n}\n"
                "减分项#none{\nt4 -5 @gaj\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "考核项目|考核内容|分值\n一、甲||30\nA|t1|10\nB|t2|20",
                "甲[30]{\nA{\nt1 10\n}\nB{\nt2 20\n}\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "考核指标|分值\n一、甲|3\n二、乙|4", "方案{\n甲 3\n乙 4\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_groups_go_on(void **state)
{
    (void)state;
    assert_told(NULL,
                "考核项目|考核内容|考核方法|评分标准\nA/30分|t1|一|二\nA/30分（续）|t2|一。|二",
                "A[30]{\nt1; method: 一；二\nt2; method: 一。二\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "考核项目|考核内容|分值\n总分||3\nA10分|⑴t1|1\n^|⒉t2|2",
                "A[10]{\nt1 1\nt2 2\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_a_header_may_name_two_things(void **state)
{
    (void)state;
    assert_told(NULL, "考核项目及分值|考核内容及分值|考核单位\nA（5分）|t（5分）|公安局",
                "A[5]{\nt 5 @gaj\n}\n");
    grids = (struct grids){0};
    assert_told(
        NULL,
        "序号|指标||分值|部门|\n|一级|二级||牵头|配合\n1|A|t1|3|公安局|教育局\n2||t2|4|公安局|",
        "A#each{\nt1 3 @gaj @jyj=教育局（配合）\nt2 4 @gaj\n}\n");
}

static void test_points_have_a_column(void **state)
{
    (void)state;
    assert_told(
        NULL,
        "项目|考核内容|分值\nA|一（2分）|2\nA|二，缺一项扣1分（1分）|5分\nA|三|-1\nA|四|"
        "每项扣1分，最高扣2分\n"
        "A|五|一票否决\nA|（1）六/（2）七|1/2\nA|（1）八（1分）；（2）九（2分）。|3\nA|十|2至5",
        "A{\n一 2\n二，缺一项扣1分（1分） 5\n三 -1\n四 -1..2\n五 !一票否决\n六 1\n+七 2\n"
        "八|； 1\n+九|。 2\n十; remark: 分值：2至5\n}\n");
    assert_string_equal(
        findings_text(&unplaced),
        "t.csv:3 scheme-points-differ 1|3|1|5;t.csv:9 scheme-unplaced 1|9|分值|2至5;"
        "t.csv:9 scheme-points-none 1|9|1|10;");
}

static void test_groups_have_points_of_their_own(void **state)
{
    (void)state;
    assert_told(NULL,
                "一级指标|二级指标|分值\n一、A（30分）|t1|10\nB/"
                "（20分）|t2|20\nC||40\n|t3|40\nD|t4|8\n^|t5|^",
                "A[30]{\nt1 10\n}\nB[20]{\nt2 20\n}\nC[40]{\nt3 40\n}\nD[8]{\nt4\nt5\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_several_indicators_stand_in_a_cell(void **state)
{
    (void)state;
    assert_told(
        NULL,
        "项目|考核内容|责任单位|印证材料\nA|一（3分）；/"
        "二（2分）。|公安局|文件\nB|（1）三（1分）（2）四（1分）|财政局|",
        "A{\n一|； 3 @gaj; evidence: 文件\n+二|。 2 @gaj\n}\nB{\n三 1 @czj\n+四 1 @czj\n}\n");
}

static void test_nothing_is_dropped_before_the_first_indicator(void **state)
{
    (void)state;
    assert_told(
        NULL, "序号|考核内容|奇怪|责任单位|分值\n||甲|公安局|乙\n说明文字|一||公安局|2",
        "方案{\n一 2 @gaj; remark: 分值：乙；责任单位：公安局；奇怪：甲；序号：说明文字\n}\n");
    assert_string_equal(findings_text(&unplaced),
                        "t.csv:1 scheme-column 1|3|奇怪;t.csv:2 scheme-unplaced 1|2|分值|乙;"
                        "t.csv:2 scheme-unplaced 1|2|责任单位|公安局;"
                        "t.csv:3 scheme-unplaced 1|3|序号|说明文字;");
}

static void test_deductions_and_vetoes_stand_below_their_titles(void **state)
{
    (void)state;
    assert_told(NULL, "项目|考核内容\n减分项|一（3分）\n否决项|二\n否决项|三，一律为较差等次。",
                "减分项{\n一 -3\n}\n否决项{\n二 !一票否决\n三，一律为较差等次。 !较差等次\n}\n");
}

static void test_serial_numbers_tell_what_is_numbered(void **state)
{
    (void)state;
    assert_told(NULL, "序号|项目|考核内容\n一票否决项|<|一\n1|A|二\n2|^|三",
                "一票否决项#none{\n一 !一票否决\n}\nA#each{\n二\n三\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "序号|项目|考核内容\n一票否决项||一\n1|A|二\n||三",
                "一票否决项#none{\n一 !一票否决\n}\nA{\n二\n三\n}\n");
}

static void test_departments_are_split(void **state)
{
    (void)state;
    static const char *const cells[][2] = {
        {"市公安局、市财政局，市教育局；市科技局/市商务局", "gaj czj jyj kjj swj"},
        {"市公安局 市财政局", "gaj czj"},
        {"住房和城乡建设/部门", "zjj"},
        {"文化广电/和旅游局", "wlj"},
        {"牵头单位：市公安局", "gaj"},
        {"各相关部门、单位", "xgdw"},
        {"各成员单位、市公安局", "cydw gaj"},
        {"某某中心/某某公司", "d1 d2"},
        {"市公安局、县公安局", "gaj gaj-2"},
        {"质强办、市质强办", "zqb"},
        {"1.市公安局 2.市财政局", "gaj czj"},
        {"1、市公安局/2、市财政局", "gaj czj"},
        {"市公安局和市教育局", "gaj jyj"},
        {"市公安局会同市教育局", "gaj jyj"},
        {"市公安局牵头", "gaj"},
        {"市 公 安 局", "gaj"},
        {"中国（河南）自由贸易试验区管委会、市人民政府", "d1 rmzf"},
        {"市人力资源和社会保障局", "rsj"},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        grids = (struct grids){0};
        assert_told(NULL, arena_printf(arena, "项目|考核内容|责任单位\nA|t|%s", cells[i][0]),
                    arena_printf(arena, "A{\nt @%s\n}\n", cells[i][1]));
    }
    grids = (struct grids){0};
    assert_told(NULL,
                "项目|考核内容|责任单位\nA|t|牵头单位：市公安局/配合单位：市财政局；教育局（协助）",
                "A{\nt @gaj @czj=市财政局（配合） @jyj=教育局（协助）\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_departments_have_roles(void **state)
{
    (void)state;
    assert_told(NULL,
                "项目|考核内容|责任单位\nA|t|市公安局牵头，市财政局、教育局配合\n"
                "A|u|市公安局等部门",
                "A{\nt @gaj @czj=市财政局（配合） @jyj=教育局（配合）\nu @gaj=市公安局等部门\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

/* Ids of those that stand for several. */
static const char *collective(const char *cell)
{
    struct buffer out = buffer_on(arena);
    grids = (struct grids){0};
    add_table(NULL, arena_printf(arena, "项目|考核内容|责任单位\nA|t|%s", cell));
    struct xml_document *document = read_tables();
    for (struct xml_node *d = xml_first_named(xml_root(document), "department"); d;
         d = xml_next_named(d, "department"))
        buffer_printf(&out, "%s%s;", xml_get(d, "name"), xml_get(d, "group") ? "*" : "");
    xml_document_free(document);
    return buffer_text(&out);
}

static void test_departments_stand_for_several(void **state)
{
    (void)state;
    assert_string_equal(collective("市直各部门、市公安局"), "市直各部门*;市公安局;");
    assert_string_equal(collective("相关部门；领导小组成员单位"), "相关部门*;领导小组成员单位*;");
    assert_string_equal(collective("各县（市、区）党委、政府，市公安局"),
                        "各县（市、区）*;市公安局;");
    assert_string_equal(collective("各县（市、区）人民政府、开发区管委会"),
                        "各县（市、区）*;开发区管委会;");
    assert_string_equal(collective("市教育局及各学校"), "市教育局;各学校*;");
}

static void test_what_is_no_department_is_kept(void **state)
{
    (void)state;
    assert_told(NULL, "项目|考核内容|责任单位\nA|t|市公安局、由市政府另行指定。",
                "A{\nt @gaj; remark: 责任单位：由市政府另行指定。\n}\n");
    assert_string_equal(findings_text(&unplaced),
                        "t.csv:2 scheme-unplaced 1|2|责任单位|由市政府另行指定。;");
}

static void test_empty_departments_are_those_above_where_nothing_is_merged(void **state)
{
    (void)state;
    assert_told(NULL, "项目|考核内容|责任单位\nA|一|公安局\n|二|", "A{\n一 @gaj\n二 @gaj\n}\n");
    assert_string_equal(findings_text(&unplaced), "t.csv:1 scheme-guessed 1;");
    grids = (struct grids){0};
    assert_told(NULL, "项目|考核内容|责任单位\nA|一|公安局\n^|二|", "A{\n一 @gaj\n二\n}\n");
}

static void test_unknown_columns_are_kept(void **state)
{
    (void)state;
    assert_told(NULL, "项目|考核内容|数据来源|得分\nA|一|统计局年报|\nA|二||",
                "A{\n一; remark: 数据来源：统计局年报\n二\n}\n");
    assert_string_equal(findings_text(&unplaced), "t.csv:1 scheme-column 1|3|数据来源;");
}

static void test_totals_are_compared(void **state)
{
    (void)state;
    add_table(NULL, "项目|考核内容|分值\nA|一|40\n小计||40\nB|二|50\n合计|<|100");
    struct xml_document *document = read_tables();
    assert_string_equal(xml_get(xml_root(document), "full-marks"), "100");
    xml_document_free(document);
    assert_string_equal(findings_text(&unplaced), "t.csv:5 scheme-total 1|5|100|90;");
}

static void test_words_across_the_table_head_it_or_are_kept(void **state)
{
    (void)state;
    assert_told(
        NULL, "项目|考核内容\n一、甲（40分）|<\nA|t1\n二、乙|<\nB|t2\n注：最终解释权归市质强办。|<",
        "甲[40]{\nA{\nt1\n}\n}\n乙{\nB{\nt2; remark: 注：最终解释权归市质强办。\n}\n}\n");
    assert_string_equal(findings_text(&unplaced),
                        "t.csv:6 scheme-row 1|6|注：最终解释权归市质强办。;");
}

static void test_words_alone_in_the_first_column_do_the_same(void **state)
{
    (void)state;
    assert_told(NULL, "序号|项目|考核内容\n一、甲（40分）||\n1|A|t1\n注：以文件为准。||",
                "甲[40]{\nA#each{\nt1; remark: 注：以文件为准。\n}\n}\n");
}

static void test_rows_without_a_text_belong_to_the_one_above(void **state)
{
    (void)state;
    assert_told(NULL, "项目|考核内容|印证材料\nA|一|甲\n^|^|乙\n|二|\n||丙\nB||丁\nC||",
                "A{\n一; evidence: 甲; evidence: 乙\n二; evidence: 丙\n}\nB{\nB; evidence: "
                "丁\n}\nC{\nC\n}\n");
    assert_string_equal(findings_text(&unplaced),
                        "t.csv:6 scheme-title-as-text 1|6|B;t.csv:7 scheme-title-as-text 1|7|C;");
}

static void test_what_a_merged_cell_covers_is_kept(void **state)
{
    (void)state;
    struct grid *grid = add_table(NULL, "项目|考核内容|责任单位\nA|t1|公安局\n^|t2|^\n^|^|^");
    grid_hide(arena, grid, (struct grid_cell){.row = 2, .column = 0, .text = "A"});
    grid_hide(arena, grid, (struct grid_cell){.row = 2, .column = 2, .text = "教育局\n民政局"});
    grid_hide(arena, grid, (struct grid_cell){.row = 3, .column = 0, .text = "B"});
    assert_string_equal(told(),
                        "A{\nt1 @gaj\nt2 @gaj; remark: 责任单位：教育局民政局；项目：B\n}\n");
    assert_string_equal(findings_text(&unplaced),
                        "t.csv:3 scheme-covered 1|3|责任单位|教育局民政局;"
                        "t.csv:3 scheme-covered 1|4|项目|B;");
}

static void test_what_stands_beside_a_total_is_kept(void **state)
{
    (void)state;
    assert_told(NULL, "项目|考核内容|分值|责任单位|奇怪\nA|t1|2|公安局|\n合计||2|教育局|x",
                "A{\nt1 2 @gaj; remark: 责任单位：教育局；奇怪：x\n}\n");
}

static void test_a_number_alone_is_a_title(void **state)
{
    (void)state;
    assert_told(NULL, "项目|考核内容\n①|②\n1.　（3分）|一律为　",
                "①{\n②\n}\n（3分）{\n一律为　 !一票否决\n}\n");
}

static void test_each_table_may_have_a_heading(void **state)
{
    (void)state;
    add_table("一、甲（20分）", "考核内容|分值\nt1|20");
    add_table("二、乙（40分）", "考核内容|分值\nt2|40");
    add_table("（续表）", "考核内容|分值\nt3|40");
    struct xml_document *document = read_tables();
    struct buffer out = buffer_on(arena);
    tell_group(&out, xml_root(document));
    assert_string_equal(buffer_text(&out), "甲[20]{\nt1 20\n}\n乙[40]{\nt2 40\nt3 40\n}\n");
    assert_string_equal(xml_get(xml_root(document), "title"), "方案");
    xml_document_free(document);
    grids = (struct grids){0};
    add_table("附件2二〇二三年考核", "考核内容|分值\nt1|20");
    add_table("乙", "考核内容|分值\nt2|40");
    assert_string_equal(told(), "二〇二三年考核{\nt1 20\n}\n乙{\nt2 40\n}\n");
    assert_string_equal(findings_text(&unplaced), "");
}

static void test_each_sheet_may_have_a_name(void **state)
{
    (void)state;
    add_table(NULL, "考核内容|分值\nt1|20")->name = "农业";
    add_table(NULL, "考核内容|分值\nt2|40")->name = "工业";
    assert_string_equal(told(), "农业{\nt1 20\n}\n工业{\nt2 40\n}\n");
    grids = (struct grids){0};
    add_table(NULL, "考核内容|分值\nt1|20")->name = "Sheet1";
    add_table(NULL, "考核内容|分值\nt2|40")->name = "Sheet2";
    assert_string_equal(told(), "方案{\nt1 20\nt2 40\n}\n");
}

static void test_what_stands_above_the_header_is_told(void **state)
{
    (void)state;
    assert_told(NULL, "2023年考核|<\n|单位：分\n项目|考核内容\nA|t", "A{\nt\n}\n");
    assert_string_equal(findings_text(&unplaced), "t.csv:2 scheme-above 1|2|单位：分;");
}

static void test_texts_name_departments(void **state)
{
    (void)state;
    assert_told(NULL,
                "考核内容|分值\n一。（牵头单位：公安局，配合单位：教育局、财政局）|2\n"
                "二（2分）（责任单位：各县（市、区）政府）。|2\n三（公安局牵头，教育局配合）；|1\n"
                "四（公安局、教育局）|1\n（责任单位：公安局）|1",
                "方案{\n一。 2 @gaj @jyj=教育局（配合） @czj=财政局（配合）\n"
                "二|。 2 @d4=各县（市、区）政府\n三； 1 @gaj @jyj=教育局（配合）\n"
                "四（公安局、教育局） 1\n（责任单位：公安局） 1\n}\n");
    grids = (struct grids){0};
    assert_told(NULL, "考核内容|责任单位\n一（责任单位：公安局）（2分）|教育局",
                "方案{\n一（责任单位：公安局） 2 @jyj\n}\n");
}

static void test_the_head_of_the_scheme(void **state)
{
    (void)state;
    add_table("附件2\n某市２０２３年度质量工作/考核指标", "项目|考核内容|责任单位\nA|t|各相关部门");
    struct xml_document *document = read_tables();
    struct xml_node *root = xml_root(document);
    assert_string_equal(xml_get(root, "id"), "scheme");
    assert_string_equal(xml_get(root, "title"), "某市２０２３年度质量工作/考核指标");
    assert_string_equal(xml_get(root, "year"), "2023");
    assert_null(xml_get(root, "full-marks"));
    assert_string_equal(xml_get(xml_first_named(root, "department"), "group"), "true");
    xml_document_free(document);
}

static void test_map_says_what_a_column_holds(void **state)
{
    (void)state;
    maps = (const char *const[]){"评价主体=departments", "内容描述=text", NULL};
    assert_told(NULL, "项目|内容描述|评价主体\nA|t|公安局", "A{\nt @gaj\n}\n");
    grids = (struct grids){0};
    maps = (const char *const[]){"1=group", "2=text", NULL};
    assert_told(NULL, "A|t1\nB|t2", "A{\nt1\n}\nB{\nt2\n}\n");
    grids = (struct grids){0};
    maps = (const char *const[]){"评分标准=text", NULL};
    assert_told(NULL, "项目|考核内容|评分标准\nA|B|t", "A{\nB{\nt\n}\n}\n");
}

static void test_map_is_checked(void **state)
{
    (void)state;
    maps = (const char *const[]){"没有这列=text", NULL};
    add_table(NULL, "项目|考核内容\nA|t");
    assert_null(read_tables());
    assert_string_equal(findings_text(&findings),
                        "t.csv:1 scheme-map-unused 没有这列|项目、考核内容;");
    maps = (const char *const[]){"项目", "项目=title", NULL};
    assert_null(read_tables());
    assert_string_equal(
        findings_subjects(&findings),
        "t.csv:1 scheme-map-unused 没有这列;--map scheme-map 项目;--map scheme-field title;");
}

static void test_numbers_are_no_text(void **state)
{
    (void)state;
    assert_told(NULL, "考核项目|指标|分值\nt1|3|5\nt2|4|6",
                "方案{\nt1 5; remark: 指标：3\nt2 6; remark: 指标：4\n}\n");
    grids = (struct grids){0};
    add_table(NULL, "部门|指标|分值\n公安局|3|5");
    assert_null(read_tables());
    assert_string_equal(findings_text(&findings), "t.csv:1 scheme-header 1|部门、指标、分值;");
}

static void test_a_table_that_is_no_scheme_is_refused(void **state)
{
    (void)state;
    add_table(NULL, "姓名|电话\n张三|123");
    assert_null(read_tables());
    assert_string_equal(findings_text(&findings), "t.csv:1 scheme-header 1|姓名、电话;");
}

static void test_a_header_alone_is_refused(void **state)
{
    (void)state;
    add_table(NULL, "项目|考核内容");
    assert_null(read_tables());
    assert_string_equal(findings_text(&findings), "t.csv:1 scheme-empty 1;");
}

/* Columns of groups, and one with the text. */
static const char *table_of_levels(int levels)
{
    struct buffer out = buffer_on(arena);
    for (int i = 0; i < levels; i++)
        buffer_add(&out, "项目|");
    buffer_add(&out, "具体内容\n");
    for (int i = 0; i < levels; i++)
        buffer_printf(&out, "g%d|", i);
    buffer_add(&out, "t");
    return buffer_text(&out);
}

static void test_groups_are_as_deep_as_a_rubric_allows(void **state)
{
    (void)state;
    add_table(NULL, table_of_levels(LIMIT_GROUP_DEPTH - 1));
    struct xml_document *document = read_tables();
    assert_non_null(document);
    xml_document_free(document);
    grids = (struct grids){0};
    add_table(NULL, table_of_levels(LIMIT_GROUP_DEPTH));
    assert_null(read_tables());
    assert_string_equal(findings_text(&findings), "t.csv:1 group-depth 16;");
}

static size_t count_departments(int names)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "项目|考核内容|责任单位\nA|t|");
    for (int i = 0; i < names; i++)
        buffer_printf(&out, "%s第%d局", i ? "、" : "", i);
    grids = (struct grids){0};
    add_table(NULL, buffer_text(&out));
    struct xml_document *document = read_tables();
    size_t count = 0;
    for (struct xml_node *d = xml_first_named(xml_root(document), "department"); d;
         d = xml_next_named(d, "department"))
        count++;
    xml_document_free(document);
    return count;
}

static void test_departments_have_a_limit(void **state)
{
    (void)state;
    assert_int_equal(count_departments(STANDARD_DEPARTMENTS), STANDARD_DEPARTMENTS);
    assert_string_equal(findings_text(&unplaced), "");
    assert_int_equal(count_departments(STANDARD_DEPARTMENTS + 1), STANDARD_DEPARTMENTS);
    assert_string_equal(findings_text(&unplaced), "t.csv:2 scheme-unplaced 1|2|责任单位|第500局;");
}

static void test_indicators_have_a_limit(void **state)
{
    (void)state;
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "项目|考核内容");
    for (int i = 0; i < STANDARD_INDICATORS / 2; i++)
        buffer_add(&out, "\n甲|一（1分）；/二（1分）。");
    add_table(NULL, buffer_text(&out));
    struct xml_document *document = read_tables();
    assert_non_null(document);
    xml_document_free(document);
    add_table(NULL, "甲|一");
    assert_null(read_tables());
    assert_string_equal(findings_text(&findings), "t.csv:1 scheme-size 20000;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_groups_are_merged_or_left_empty_or_repeated, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_level_may_be_missing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_text_is_the_best_column_that_there_is, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_headers_have_several_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_table_goes_on_after_the_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_points_are_read_from_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_points_have_a_column, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_groups_have_points_of_their_own, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_several_indicators_stand_in_a_cell, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_deductions_and_vetoes_stand_below_their_titles, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_serial_numbers_tell_what_is_numbered, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_departments_are_split, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_no_department_is_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_empty_departments_are_those_above_where_nothing_is_merged, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unknown_columns_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_totals_are_compared, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_across_the_table_head_it_or_are_kept, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_rows_without_a_text_belong_to_the_one_above, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_what_a_merged_cell_covers_is_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_stands_beside_a_total_is_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_number_alone_is_a_title, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_head_of_the_scheme, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_map_says_what_a_column_holds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_map_is_checked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_table_that_is_no_scheme_is_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_header_alone_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_groups_are_as_deep_as_a_rubric_allows, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_departments_have_a_limit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words_alone_in_the_first_column_do_the_same, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_indicators_have_a_limit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_text_over_several_points_is_a_group, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_is_dropped_before_the_first_indicator, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_groups_go_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers_are_no_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_texts_name_departments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_stands_above_the_header_is_told, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_each_sheet_may_have_a_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_each_table_may_have_a_heading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_departments_stand_for_several, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_departments_have_roles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_header_may_name_two_things, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_row_of_its_own_heads_those_below, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_groups_have_a_column_of_points, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_strokes_say_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_points_stand_in_any_brackets, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
