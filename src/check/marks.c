/* What an expression finds in a paragraph: half-width marks, straight quotes, blanks, and so on. */
#include "base/text.h"
#include "check/kind.h"
#include "check/prose.h"
#include "check/tally.h"

/* What stands in a full cell beside a mark. */
#define WIDE "[" PATTERN_HAN "，。；：？！、（）《》〈〉“”‘’【】〔〕…—％]"
#define QUOTED "(?:“[^”]*”|《[^》]*》|‘[^’]*’)(*SKIP)(*F)|"
#define NUMERALS "[一二三四五六七八九十]"

/* An expression and where it is looked for; one of the needles must be there first. */
struct mark {
    enum rule rule;
    const char *needles[10];
    const char *expression;
    bool (*looked_at)(const struct passage *passage);
    bool once; /* a finding a file, with the number of places */
};

static bool everywhere(const struct passage *passage)
{
    return *passage->text != '\0';
}

/* Where form fields stand, the marks around them lack their words. */
static bool without_fields(const struct passage *passage)
{
    return !passage->has_field;
}

/* Forms and the names of forms print ××局. */
static bool outside_forms(const struct passage *passage)
{
    return is_main_text(passage) && !is_annex_item(passage);
}

/* Sentences. Titles, slogans, themes, rows of names and lines of contacts use blanks as they
 * should. */
static bool running_text(const struct passage *passage)
{
    static const char *const marks[] = {"，", "。", "；", NULL};
    static const char *const free_words[] = {"主题", "主題", "口号", "口號", "电话", "電話",
                                             "邮箱", "郵箱", "传真", "傳真", NULL};
    bool prose = passage->role == ROLE_BODY || passage->role == ROLE_TABLE_TEXT ||
                 is_heading(passage) || is_list_item(passage);
    return prose && text_has_any(passage->text, marks) && !text_has_any(passage->text, free_words);
}

static const struct mark marks[] = {
    {RULE_HALFWIDTH_PUNCTUATION,
     {",", ";", ":", "?", "!", "(", ")", "<"},
     "https?://[!-~]+(*SKIP)(*F)"
     "|\\([0-9]{4}\\)第?[0-9]+[号號](*SKIP)(*F)"
     "|^\\s*\\((?:" NUMERALS "+|[0-9]+)\\)(*SKIP)(*F)"
     "|<[^<>，。；]*[" PATTERN_HAN "][^<>，。；]*>"
     "|(?<=" WIDE ")[,;:?!()]|[,;:?!()](?=" WIDE ")",
     everywhere,
     true},
    {RULE_QUOTES_STRAIGHT,
     {"\"", "'"},
     "(?<=" WIDE ")[\"']|(?<![0-9A-Za-z])[\"'](?=" WIDE ")",
     everywhere,
     true},
    {RULE_PLACEHOLDER,
     {"{{", "【", "待定"},
     "\\{\\{.*?\\}\\}|【(?:待|此处|此處|填|请填|請填)[^】]*】"
     "|(?<![接等期对對优優看招善])待定(?![点點量性位制期向价價额額级級岗崗])",
     everywhere,
     false},
    {RULE_PLACEHOLDER,
     {"××", "XX", "xx"},
     "《[^》]*》(*SKIP)(*F)|(?:文件名|命名|邮件主题|郵件主題)[^，。；）]*(*SKIP)(*F)|×{2,}|(?<![0-"
     "9A-Za-z])(?:XX+|xx+)(?![0-9A-Za-z])",
     outside_forms,
     false},
    {RULE_BLANK_INSIDE,
     {" ", "　", "\t", "\xC2\xA0"},
     QUOTED "^\\s*(?:" NUMERALS "+、|（(?:" NUMERALS "+|[0-9]+)）|[0-9]+[.．、])\\s+(*SKIP)(*F)"
            "|(?<![" PATTERN_HAN "])[" PATTERN_HAN "][ 　](*SKIP)(*F)"
            "|第[一二三四五六七八九十百0-9]+[章节節条條款项項编編][ 　](*SKIP)(*F)"
            "|(?<=[" PATTERN_HAN "，、。；：”])(?<![局委办辦院厅廳部署会會社关關校司央府])"
            "[ 　\\t\\x{A0}](?=[" PATTERN_HAN "]{2}|[“《])",
     running_text,
     true},
    {RULE_PUNCTUATION_DOUBLED,
     {"，", "、", "。", "；", "：", ",", ";", ":"},
     "[，、；：。][，、；：。！？]+|[！？][，、；：。]"
     "|(?<=[" PATTERN_HAN "])[,;:，、；：。][,;:.](?=[" PATTERN_HAN "“]|$)|(?<=[" PATTERN_HAN
     "])[,;:][，、；：。]",
     without_fields,
     false},
    {RULE_MARK_BEFORE_BRACKET,
     {"、（", "，（", "；（", "：（"},
     "[、，；：](?=（(?:责任|负责|牵头|配合|评价|責任|負責|牽頭|評價)(?:单位|部门|單位|部門))"
     "|[、，](?=（(?:最高)?扣?[0-9.]+分)",
     without_fields,
     false},
    {RULE_ENUMERATION_MARK, {"》、《", "”、“"}, "(?<=[》”])、(?=[《“])", everywhere, true},
    {RULE_RANGE_HYPHEN,
     {"-", "－"},
     "(?<![0-9A-Za-z./—－-])(?<![A-Za-z] )[0-9]{1,4}[-－][0-9]{1,4}"
     "(?=[%％名个個项項次年天人家份月日分万萬亿億元户戶件场場篇条條]|小时|小時|公里|平方米)",
     everywhere,
     false},
};

enum { MARKS = sizeof marks / sizeof *marks };

static void look(struct subject *subject, const struct passage *passage, const struct mark *mark,
                 struct tally *tally)
{
    struct match match;
    size_t from = 0;
    while (pattern_find(subject->patterns, mark->expression, passage->text, from, &match)) {
        from = match.end[0];
        if (mark->once)
            tally_add(tally, passage, match.start[0], match.end[0]);
        else
            FOUND(subject, mark->rule, spot_in(subject, passage, match.start[0], match.end[0]),
                  match_text(subject->arena, passage->text, &match, 0));
    }
}

void check_marks(struct subject *subject)
{
    for (int i = 0; i < MARKS; i++) {
        struct tally tally = {.subject = subject};
        for (const struct passage *p = subject->passages; p; p = p->next)
            if (marks[i].looked_at(p) && text_has_any(p->text, marks[i].needles))
                look(subject, p, &marks[i], &tally);
        tally_report(&tally, marks[i].rule, "");
    }
}
