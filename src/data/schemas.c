/* The schemas. */
#include "data/schemas.h"

/* Made from the .xsd files by the build. */
extern const char notice_xsd_text[], notice_xsd_rules[];
extern const char rubric_xsd_text[], rubric_xsd_rules[];
extern const char register_xsd_text[], register_xsd_rules[];
extern const char diff_xsd_text[], diff_xsd_rules[];
extern const char collection_xsd_text[], collection_xsd_rules[];

static const struct value_form forms[] = {
    {"text", {"write a text in one line, not empty", "写一行文字，不能为空"}},
    {"file", {"write the name of a file", "写文件名"}},
    {"references", {"write ids, separated by blanks", "写部门的 id，用空格分开"}},
    {"xs:NCName",
     {"an id begins with a letter and holds letters, digits, - and _",
      "id 以字母开头，只含字母、数字、- 和 _"}},
    {"day",
     {"write a date as 2022-09-26, or --09-26 without the year, or nothing while it is open",
      "日期写成 2022-09-26，不印年份时写 --09-26；还没有定的空着"}},
    {"date",
     {"write a date of the calendar as 2022-09-26, or nothing while it is open",
      "写日历上有的日期，如 2022-09-26；还没有定的空着"}},
    {"xs:gYear", {"write a year with four digits", "写四位数字的年份"}},
    {"serial",
     {"write a whole number from 1, or nothing while there is none",
      "写从 1 起的整数；还没有编号的空着"}},
    {"xs:positiveInteger", {"write a whole number from 1", "写从 1 起的整数"}},
    {"flag", {"write true or false", "写 true 或 false"}},
    {"points",
     {"write a number from 0 with at most two places, as 0.5",
      "写不小于 0 的数，最多两位小数，如 0.5"}},
    {0},
};

const struct schema notice_schema = {"notice", notice_xsd_text, notice_xsd_rules, forms};
const struct schema rubric_schema = {"rubric", rubric_xsd_text, rubric_xsd_rules, forms};
const struct schema register_schema = {"register", register_xsd_text, register_xsd_rules, forms};
const struct schema diff_schema = {"diff", diff_xsd_text, diff_xsd_rules, forms};
const struct schema collection_schema = {"collection", collection_xsd_text, collection_xsd_rules,
                                         forms};
