/* sheet/xlsx.c, sheet/worksheet.c: sheets of a workbook become grids, as they are seen in Excel. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sheet/xlsx.h"
#include "gridding.h"
#include "zip/package.h"
#include "standard.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define ROWS(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define MERGED(rows, merges)                                                                       \
    "<worksheet><sheetData>" rows "</sheetData><mergeCells>" merges "</mergeCells></worksheet>"
#define TEXT(place, text) "<c r='" place "' t='str'><v>" text "</v></c>"

static void begin_again(void)
{
    findings = findings_on(arena);
    grids = (struct grids){0};
}

static struct package_part part(const char *name, const char *text)
{
    return (struct package_part){name, text, strlen(text)};
}

/* A workbook: what stands in its root, and up to two sheets. */
static bool read_book(const char *workbook, const char *sheet1, const char *sheet2)
{
    const struct package_part parts[] = {
        part("[Content_Types].xml", "<Types/>"),
        part("xl/_rels/workbook.xml.rels",
             "<Relationships>"
             "<Relationship Id='s' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
             "<Relationship Id='f' Type='x/styles' Target='styles.xml'/>"
             "<Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
             "<Relationship Id='r2' Type='x/worksheet' Target='/xl/worksheets/sheet2.xml'/>"
             "</Relationships>"),
        part("xl/sharedStrings.xml", "<sst><si><t>一</t></si><si><t>二</t></si></sst>"),
        part("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='31'/>"
                              "<xf numFmtId='9'/></cellXfs></styleSheet>"),
        part("xl/workbook.xml",
             arena_printf(arena, "<workbook xmlns:r='" OFFICE "'>%s</workbook>", workbook)),
        part("xl/worksheets/sheet1.xml", sheet1),
        part("xl/worksheets/sheet2.xml", sheet2 ? sheet2 : "<worksheet/>"),
    };
    struct package package;
    assert_true(package_pack(arena, parts, sizeof parts / sizeof *parts, NULL, &package));
    struct file file = {"a.xlsx", package.bytes, package.length};
    return xlsx_grids(&findings, &file, &grids);
}

static bool read_sheet(const char *sheet)
{
    return read_book("<sheets><sheet name='S' r:id='r1'/></sheets>", sheet, NULL);
}

/* Each cell as "row,column[+rows×columns]text". */
static const char *cells_of(const struct grid *grid)
{
    struct buffer out = buffer_on(arena);
    for (const struct grid_cell *cell = grid->first; cell; cell = cell->next) {
        buffer_printf(&out, "%zu,%zu", cell->row, cell->column);
        if (cell->rows > 1 || cell->columns > 1)
            buffer_printf(&out, "+%zu×%zu", cell->rows, cell->columns);
        buffer_printf(&out, "%s;", cell->text);
    }
    return buffer_text(&out);
}

static const char *cells_of_sheet(const char *sheet)
{
    if (!read_sheet(sheet))
        fail_msg("%s", findings_text(&findings));
    return grids.first ? cells_of(grids.last) : "";
}

static const char *refusal_of_sheet(const char *sheet)
{
    assert_false(read_sheet(sheet));
    return findings_text(&findings);
}

/* cells */

static void cells_of_every_kind_are_read(void **state)
{
    (void)state;
    assert_string_equal(
        cells_of_sheet(ROWS(
            "<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='inlineStr'><is><r><t>in</t></r>"
            "<r><t>line</t></r></is></c><c r='C1' t='b'><v>1</v></c><c r='D1' t='b'><v>0</v></c>"
            "<c r='E1' t='e'><v>#REF!</v></c><c r='F1'><v>0.10000000000000001</v></c>"
            "<c r='G1' s='1'><v>46082</v></c><c r='H1' s='2' t='n'><v>0.3</v></c>"
            "<c r='I1' s='99'><v>2.0</v></c><c r='J1'><f>A1</f><v>7</v></c>"
            "<c r='K1' t='str'><f>A2</f><v></v></c><c r='L1' t='str'><f>A3</f><v> x </v></c>"
            "<c r='M1' t='d'><v>2026-03-01T00:00:00</v></c><c r='N1' s='1'/></row>")),
        "0,0二;0,1inline;0,2TRUE;0,3FALSE;0,4#REF!;0,50.1;0,62026年3月1日;0,730%;0,82;0,97;0,11x;0,"
        "122026年3月1日;");
    assert_int_equal(grids.first->columns, 13);
}

static void places_are_those_of_excel(void **state)
{
    (void)state;
    assert_string_equal(cells_of_sheet(ROWS("<row r='3'><c><v>1</v></c><c r='D3'><v>2</v></c><c>"
                                            "<v>3</v></c></row><row><c r='B4'><v>4</v></c></row>"
                                            "<row r='2'><c r='C2'><v>5</v></c></row>")),
                        "1,25;2,01;2,32;2,43;3,14;");
    assert_int_equal(grids.first->rows, 4);
    assert_int_equal(grids.first->columns, 5);
    const struct place place = grid_at(grids.first, 2, 3)->place;
    assert_string_equal(place.file, "a.xlsx/S");
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 4);
}

static void what_a_cell_cannot_hold_is_reported(void **state)
{
    (void)state;
    assert_string_equal(
        refusal_of_sheet(ROWS("<row r='1'><c r='A1' t='s'><v>2</v></c><c r='B1'><v>two</v></c>"
                              "<c r='c1'><v>1</v></c><c r='D1' t='s'><v>-1</v></c></row>"
                              "<row r='0'/><row r='1048577'/><row r='4'><c r='C4'><f>A1*2</f></c>"
                              "<c r='D4'><f>A2</f><v/></c></row>")),
        "S:1:1 sheet-value S!A1|2;S:1:2 sheet-value S!B1|two;S:1:3 sheet-reference S!C1|c1;"
        "S:1:4 sheet-value S!D1|-1;S:2:1 sheet-reference S!A2|0;"
        "S:3:1 sheet-reference S!A3|1048577;S:4:3 sheet-formula S!C4|A1*2;"
        "S:4:4 sheet-formula S!D4|A2;");
}

/* merged cells */

static void merged_cells_end_where_the_texts_begin_last(void **state)
{
    (void)state;
    assert_string_equal(
        cells_of_sheet(MERGED("<row r='1'>" TEXT("A1", "title") "</row><row r='2'>" TEXT("A2", "a")
                                  TEXT("B2", "b") "</row><row r='4'>" TEXT("B4", "c") "</row>",
                              "<mergeCell ref='B2:B3'/><mergeCell ref='A1:XFD1'/>"
                              "<mergeCell ref='A2:A1048576'/><mergeCell ref='D1:E9'/>"
                              "<mergeCell ref='A9:B9'/>")),
        "0,0+1×2title;1,0+3×1a;1,1+2×1b;3,1c;");
    assert_string_equal(grid_text(grids.first, 3, 0), "a");
}

static void merged_cells_without_text_stay_merged(void **state)
{
    (void)state;
    assert_string_equal(
        cells_of_sheet(MERGED("<row r='3'>" TEXT("C3", "x") "</row>", "<mergeCell ref='A1:B3'/>")),
        "0,0+3×2;2,2x;");
}

static void the_same_text_below_a_merged_cell_is_nothing_new(void **state)
{
    (void)state;
    assert_string_equal(
        cells_of_sheet(MERGED("<row r='1'>" TEXT("A1", "x") "</row><row r='2'>" TEXT("A2", "x")
                                  TEXT("B2", "y") "</row>",
                              "<mergeCell ref='A1:A2'/>")),
        "0,0+2×1x;1,1y;");
    assert_null(grids.first->hidden);
}

static void another_one_is_hidden(void **state)
{
    (void)state;
    assert_string_equal(
        cells_of_sheet(MERGED("<row r='1'>" TEXT("A1", "x") "</row><row r='2'>" TEXT("A2", "z")
                                  TEXT("B2", "y") "</row>",
                              "<mergeCell ref='A1:A2'/>")),
        "0,0+2×1x;1,1y;");
    assert_string_equal(grids.first->hidden->text, "z");
    assert_int_equal(grids.first->hidden->row, 1);
    assert_null(grids.first->hidden->next);
}

static void merged_cells_and_doubled_cells_overlap(void **state)
{
    (void)state;
    assert_string_equal(
        refusal_of_sheet(MERGED("<row r='1'>" TEXT("A1", "x")
                                    TEXT("A1", "z") "</row><row r='3'>" TEXT("C3", "y") "</row>",
                                "<mergeCell ref='A2:B3'/><mergeCell ref='B3:C3'/>")),
        "S:1:1 grid-overlap 1|1;S:3:2 grid-overlap 3|2;");
}

static void merges_without_a_range_are_reported(void **state)
{
    (void)state;
    assert_string_equal(refusal_of_sheet(MERGED("", "<mergeCell/><mergeCell ref='A1-B2'/>")),
                        "S:1:1 sheet-reference S!A1|;S:1:1 sheet-reference S!A1|A1-B2;");
}

/* sheets */

static void sheets_come_in_their_order(void **state)
{
    (void)state;
    assert_true(read_book("<workbookPr date1904='1'/><sheets><sheet name='B' r:id='r2'/>"
                          "<sheet name='none' r:id='r3' state='veryHidden'/>"
                          "<sheet name='A' r:id='r1' state='visible'/></sheets><definedNames>"
                          "<definedName name='_xlnm.Print_Titles' localSheetId='2'>A!$1:$2"
                          "</definedName><definedName name='_xlnm.Print_Titles' localSheetId='7'>"
                          "A!$1:$3</definedName><definedName name='x'>A!$1:$3</definedName>"
                          "</definedNames>",
                          ROWS("<row r='1'><c s='1'><v>0</v></c></row>"),
                          ROWS("<row r='1'><c><v>2</v></c></row>")));
    assert_int_equal(grids.count, 2);
    assert_string_equal(grids.first->name, "B");
    assert_int_equal(grids.first->number, 1);
    assert_int_equal(grids.first->header_rows, 0);
    assert_string_equal(grids.last->name, "A");
    assert_int_equal(grids.last->header_rows, 2);
    assert_string_equal(cells_of(grids.last), "0,01904年1月1日;");
    assert_string_equal(findings_text(&findings), "a.xlsx sheet-hidden none;");
}

static void sheets_without_texts_are_no_tables(void **state)
{
    (void)state;
    assert_true(read_book("<sheets><sheet name='A' r:id='r1'/><sheet name='B' r:id='r2'/></sheets>",
                          MERGED("<row r='1'><c r='A1' s='1'/><c t='str'><v> </v></c></row>",
                                 "<mergeCell ref='A1:B2'/>"),
                          "<chartsheet/>"));
    assert_int_equal(grids.count, 0);
}

static void formatted_rows_without_texts_are_cut(void **state)
{
    (void)state;
    struct buffer sheet = buffer_on(arena);
    buffer_add(&sheet, "<worksheet><sheetData><row r='1'><c><v>1</v></c></row>");
    for (int i = 2; i <= 200000; i++)
        buffer_printf(&sheet, "<row r='%d' s='1'/>", i);
    buffer_add(&sheet, "<row r='1048576'><c r='XFD1048576' s='1'/></row></sheetData></worksheet>");
    assert_string_equal(cells_of_sheet(sheet.text), "0,01;");
}

static void sheets_have_a_largest_size(void **state)
{
    (void)state;
    assert_string_equal(refusal_of_sheet(ROWS("<row r='1'><c r='IW1'><v>1</v></c></row>")),
                        "S grid-columns 256;");
    begin_again();
    assert_string_equal(refusal_of_sheet(ROWS("<row r='20001'><c><v>1</v></c></row>")),
                        "S grid-rows 20000;");
    begin_again();
    assert_string_equal(cells_of_sheet(ROWS("<row r='1'><c r='IV1'><v>1</v></c></row>")),
                        "0,2551;");
    assert_string_equal(cells_of_sheet(ROWS("<row r='20000'><c><v>1</v></c></row>")), "19999,01;");
}

static const char *many_sheets(int count)
{
    struct buffer out = buffer_on(arena);
    buffer_add(&out, "<sheets>");
    for (int i = 0; i < count; i++)
        buffer_add(&out, "<sheet name='S' r:id='r1'/>");
    buffer_add(&out, "</sheets>");
    return out.text;
}

static void workbooks_have_a_most_of_sheets(void **state)
{
    (void)state;
    const char *sheet = ROWS("<row><c><v>1</v></c></row>");
    assert_true(read_book(many_sheets(STANDARD_SHEETS), sheet, NULL));
    assert_int_equal(grids.count, STANDARD_SHEETS);
    assert_false(read_book(many_sheets(STANDARD_SHEETS + 1), sheet, NULL));
    assert_string_equal(findings_text(&findings), "a.xlsx sheet-count 1000;");
}

static void what_a_workbook_lacks_is_reported(void **state)
{
    (void)state;
    assert_false(read_book("<sheets><sheet name='A'/><sheet name='B' r:id='x'/></sheets>", "", ""));
    assert_string_equal(findings_text(&findings),
                        "workbook.xml:1 sheet-missing A;workbook.xml:1 sheet-missing B;");
    begin_again();
    assert_true(read_book("", "", ""));
    assert_int_equal(grids.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(cells_of_every_kind_are_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(places_are_those_of_excel, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_cell_cannot_hold_is_reported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(merged_cells_end_where_the_texts_begin_last, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(merged_cells_without_text_stay_merged, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_text_below_a_merged_cell_is_nothing_new, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(another_one_is_hidden, set_up, tear_down),
        cmocka_unit_test_setup_teardown(merged_cells_and_doubled_cells_overlap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(merges_without_a_range_are_reported, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sheets_come_in_their_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sheets_without_texts_are_no_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(formatted_rows_without_texts_are_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sheets_have_a_largest_size, set_up, tear_down),
        cmocka_unit_test_setup_teardown(workbooks_have_a_most_of_sheets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_workbook_lacks_is_reported, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
