/* Words, and which of them lean on their neighbours. */
#include "compose/seam.h"

#include <string.h>

#include "base/text.h"
#include "word/word.h"

/* What a break before and after a word or phrase is worth. Inside a phrase there is none: the
 * dictionary knows only short words. The longest one that stands at a place counts. */
static const struct leaning {
    int64_t before, after;
    const char *words; /* simplified and traditional, with blanks between */
} leanings[] = {
    {SEAM_BEST, SEAM_BAD, "关于 關於"},
    {SEAM_POOR, SEAM_GOOD, "印发 印發 转发 轉發 批转 批轉"},
    {SEAM_GOOD, SEAM_BAD, "对 對 对于 對於 和 与 與 及 以及 暨 在 向 由 从 從 将 將 各 第"},
    {SEAM_GOOD, SEAM_FAIR,
     "全国 全國 全省 全市 全县 全縣 全区 全區 市直 省直 县直 縣直 区直 區直 市直各单位 "
     "省直各单位 县直各单位 区直各单位 市直單位 市直单位 我省 我市 我县 我縣 我区 我區"},
    {SEAM_FAIR, SEAM_POOR,
     "进一步 進一步 有关 有關 相关 相關 先进 先進 优秀 優秀 主要 重点 重點 实施 實施 指导 指導 "
     "专项 專項 开展 開展 做好 加强 加強 推进 推進 深化 召开 召開 举办 舉辦 提前 迎接 创建 創建 "
     "公布 报送 報送 推动 推動 落实 落實 贯彻 貫徹 促进 促進 强化 強化 完善 健全 建立 成立 调整 "
     "調整 修订 修訂 征集 徵集 表彰 授予 批准 同意 下达 下達"},
    {SEAM_FAIR, SEAM_FAIR,
     "质量强国 质量强省 质量强市 质量强县 质量强区 質量強國 質量強省 質量強市 質量強縣 質量強區 "
     "高质量 高質量 质量安全 質量安全 产品质量 產品質量 质量管理 質量管理 质量提升 質量提升 "
     "质量发展 質量發展 产品质量安全 產品質量安全 质量工作 質量工作 监督管理 監督管理 市场监管 "
     "市場監管 市场监督管理 市場監督管理 知识产权 知識產權 先进单位 先進單位 先进个人 先進個人 "
     "实施方案 實施方案 实施意见 實施意見 实施办法 實施辦法 指导意见 指導意見 行动计划 行動計劃 "
     "行动方案 行動方案 典型案例 质量提升行动 質量提升行動 食品相关产品 食品相關產品 "
     "工业和信息化 工業和信息化 住房和城乡建设 住房和城鄉建設 发展和改革 發展和改革 "
     "人力资源和社会保障 人力資源和社會保障 文化和旅游 文化和旅遊 工作方案 工作总结 工作總結 "
     "工作要点 工作要點 工作计划 工作計劃 工作会议 工作會議 工作报告 工作報告 工作情况 工作情況"},
    {SEAM_POOR, SEAM_FAIR,
     "工作 活动 活動 行动 行動 纲要 綱要 会议 會議 大会 大會 方案 计划 計劃 规划 規劃 办法 辦法 "
     "意见 意見 细则 細則 通知 通告 公告 通报 通報 报告 報告 请示 請示 批复 批覆 决定 決定 函 "
     "名单 名單 情况 情況 资料 資料 材料 总结 總結 指标 指標 制度 体系 體系 条例 條例 规定 規定 "
     "单位 單位 部门 部門 人员 人員 机构 機構 组织 組織 小组 小組 领导小组 領導小組 领导组 "
     "領導組 办公室 辦公室 办公厅 辦公廳 委员会 委員會 政府 人民政府 总局 總局 管理局 监督局 "
     "監督局 上"},
    {SEAM_LAST, SEAM_FAIR, "的"},
    {SEAM_BAD, SEAM_POOR, "等"},
};

static bool is_between(uint32_t code, uint32_t first, uint32_t last)
{
    return code >= first && code <= last;
}

/* Digits and capitals are half as wide as a Han character in some fonts, 0.64 and 0.7 in others: a
 * line that is full must not be broken again by whoever shows it. */
static long width_of(uint32_t code)
{
    if (code >= 0x80)
        return 10;
    return is_between(code, '0', '9') || is_between(code, 'A', 'Z') ? 7 : 5;
}

struct letters letters_read(struct arena *arena, const char *text)
{
    struct letters letters = {NULL, text_count(text)};
    letters.letter = ARENA_ARRAY(arena, struct letter, letters.count + 1);
    const char *at = text;
    long start = 0;
    for (size_t i = 0; i <= letters.count; i++) {
        struct letter *letter = &letters.letter[i];
        letter->at = (size_t)(at - text);
        letter->start = start;
        letter->code = text_next(&at);
        start += width_of(letter->code);
    }
    return letters;
}

struct seams {
    const char *text;
    struct letter *letter;
    size_t count;
    const bool *starts; /* of words, by offset */
    long most;
};

static bool starts_word(const struct seams *seams, size_t i)
{
    return seams->starts[seams->letter[i].at];
}

/* Letters of the word at the head of a list of words. */
static size_t count_letters(const char *words, size_t length)
{
    size_t count = 0;
    for (const char *at = words; at < words + length; count++)
        text_next(&at);
    return count;
}

/* Letters of the longest word of a list that stands at `from`, longer than `least`; else `least`.
 */
static size_t longest_of(const struct seams *seams, size_t from, const char *words, size_t least)
{
    const char *here = seams->text + seams->letter[from].at;
    for (size_t length; *words; words += length + (words[length] == ' ')) {
        length = strcspn(words, " ");
        size_t count = count_letters(words, length);
        if (count > least && strncmp(here, words, length) == 0 && starts_word(seams, from + count))
            least = count;
    }
    return least;
}

static size_t next_word(const struct seams *seams, size_t from)
{
    size_t to = from + 1;
    while (to < seams->count && !starts_word(seams, to))
        to++;
    return to;
}

/* A word of a single character is mostly the end of a name that the dictionary does not know. */
static struct leaning unlisted(const struct seams *seams, size_t from, size_t to)
{
    bool piece = to == from + 1 && code_is_han(seams->letter[from].code);
    return (struct leaning){piece ? SEAM_POOR : SEAM_FAIR, SEAM_FAIR, NULL};
}

/* The word or phrase that starts at `from`, and where it ends. */
static struct leaning leaning_at(const struct seams *seams, size_t from, size_t *to)
{
    size_t least = 0;
    struct leaning found = {0};
    for (size_t i = 0; i < sizeof leanings / sizeof *leanings; i++) {
        size_t count = longest_of(seams, from, leanings[i].words, least);
        if (count > least)
            found = leanings[i];
        least = count;
    }
    *to = least ? from + least : next_word(seams, from);
    return least ? found : unlisted(seams, from, *to);
}

static int64_t worse(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* One side may make a fair seam good; neither mends what is poor on the other. */
static int64_t meet(int64_t after, int64_t before)
{
    if (after > SEAM_FAIR || before > SEAM_FAIR)
        return worse(after, before);
    return after < before ? after : before;
}

static void lean(const struct seams *seams)
{
    int64_t after = SEAM_FAIR;
    for (size_t from = 0, to; from < seams->count; from = to) {
        struct leaning here = leaning_at(seams, from, &to);
        seams->letter[from].seam = meet(after, here.before);
        for (size_t i = from + 1; i < to; i++)
            seams->letter[i].seam = SEAM_NEVER;
        after = here.after;
    }
}

static bool is_digit(uint32_t code)
{
    return is_between(code, '0', '9') || is_between(code, 0xFF10, 0xFF19);
}

static bool is_ascii(uint32_t code)
{
    return is_between(code, '!', '~');
}

/* Opening and closing marks, pair by pair. */
static const char *const opening = "《〈“‘（〔【「『(", *const closing = "》〉”’）〕】」』)";
static const char *const clinging = "、，。：；！？·—…～%％‰,.:;!? \u3000"; /* to what is before */

/* A word of Chinese numerals ends before letter i: 十二|部门, 第一|批. */
static bool is_numeral_before(const struct seams *seams, size_t i)
{
    static const char *const numerals = "第零〇一二三四五六七八九十百千万萬亿億两兩";
    do
        i--;
    while (i > 0 && !starts_word(seams, i) && code_is_one_of(seams->letter[i].code, numerals));
    return code_is_one_of(seams->letter[i].code, numerals);
}

/* Marks that belong to a side, numbers to their units, foreign letters together. */
static int64_t seam_of_marks(const struct seams *seams, size_t i)
{
    uint32_t before = seams->letter[i - 1].code, after = seams->letter[i].code;
    if (code_is_one_of(before, opening) || code_is_one_of(before, "—～") ||
        code_is_one_of(after, closing) || code_is_one_of(after, clinging) ||
        (is_ascii(before) && is_ascii(after)))
        return SEAM_NEVER;
    if (is_digit(before) || is_numeral_before(seams, i) ||
        (code_is_one_of(before, "年月至") && is_digit(after)))
        return SEAM_NEVER;
    return code_is_one_of(after, "（〔(") ? SEAM_POOR : SEAM_BEST;
}

static bool is_good(const struct seams *seams, size_t i)
{
    return code_is_one_of(seams->letter[i - 1].code, "》”、，\u3000") ||
           code_is_one_of(seams->letter[i].code, "《");
}

/* A last line of one or two characters is none; 的|实施意见 tears a short noun off. */
static int64_t seam_of_rest(const struct seams *seams, size_t i)
{
    long rest = seams->letter[seams->count].start - seams->letter[i].start;
    if (rest <= 20)
        return SEAM_NEVER;
    return rest <= 40 && code_is_one_of(seams->letter[i - 1].code, "的") ? SEAM_BAD : SEAM_BEST;
}

static void mark_seams(const struct seams *seams)
{
    for (size_t i = 1; i < seams->count; i++) {
        int64_t seam = seams->letter[i].seam;
        if (seam == SEAM_FAIR && is_good(seams, i))
            seam = SEAM_GOOD;
        seam = worse(seam, seam_of_marks(seams, i));
        seams->letter[i].seam = worse(seam, seam_of_rest(seams, i));
    }
}

/* Where the pair that opens at `from` closes; `from` if it does not. */
static size_t closes_at(const struct seams *seams, size_t from)
{
    const char *mark = opening, *match = closing;
    uint32_t open = 0, close = 0;
    while (open != seams->letter[from].code && (open = text_next(&mark)))
        close = text_next(&match);
    long depth = 0;
    for (size_t i = from; open && i < seams->count; i++) {
        depth += seams->letter[i].code == open;
        depth -= seams->letter[i].code == close;
        if (depth == 0)
            return i;
    }
    return from;
}

static void hold_pairs(const struct seams *seams)
{
    for (size_t from = 0; from < seams->count; from++) {
        size_t to = closes_at(seams, from);
        long width = seams->letter[to + 1].start - seams->letter[from].start;
        for (size_t i = from + 1; i <= to; i++)
            seams->letter[i].seam += width <= seams->most ? SEAM_NEVER : SEAM_QUOTED;
    }
}

void seams_find(struct arena *arena, const char *text, struct letters letters, long most)
{
    struct seams seams = {text, letters.letter, letters.count, word_starts(arena, text), most};
    lean(&seams);
    mark_seams(&seams);
    hold_pairs(&seams);
}
