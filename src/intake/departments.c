/* From the words of a cell to departments. */
#include "intake/departments.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/ordinal.h"
#include "base/text.h"

enum {
    NAME_MOST = 24,  /* characters: what is longer is a sentence */
    HEAD_BYTES = 256 /* of a cell that are looked at for what it begins with */
};

#define BODIES                                                                                     \
    "(?:部门|单位|成员单位|委员会|管委会|委办局|政府|办事处|局|委|办|镇|乡|街道|县|市|区)"
#define PLACES "[县市区乡镇旗、街道]"
#define BRACKETED_PLACES PLACES "{1,4}[（(]" PLACES "{1,8}[）)]"

/* All of one length, in front of names and behind them. */
enum { ROLE_BYTES = 6 };
static const char *const leading_words[] = {"牵头", "负责", "主办", NULL};
static const char *const partner_words[] = {"配合", "协办", "协同", "参与", NULL};

/* One cell that is being split. */
struct splitting {
    const struct reading *reading;
    struct scheme_departments *all;
    struct department_use **list;
    struct buffer refused;
    bool partners; /* those that follow */
};

/* names */

static bool ends_as_body(const char *name)
{
    static const char *const endings[] = {
        "局", "委", "办", "部", "厅", "署", "院",   "会",   "社",   "处", "所", "站", "室",
        "关", "司", "队", "行", "心", "府", "部门", "单位", "中心", "）", ")",  NULL};
    return text_ends_any(name, endings);
}

/* What ends a name that a line end has cut: 部门 below 住房和城乡建设. */
static bool is_ending(const char *piece)
{
    static const char *const endings[] = {"部门",   "局",   "委员会", "委", "办公室", "办",
                                          "管理局", "分局", "中心",   "和", "厅",     NULL};
    for (size_t i = 0; endings[i]; i++)
        if (text_equal(piece, endings[i]))
            return true;
    return text_starts(piece, "和");
}

/* 质强办 and 市质强办 are one, 市公安局 and 县公安局 are two. */
static bool is_same_name(const char *a, const char *b)
{
    static const char *const levels[] = {"省", "市", "县", "区", "州", "旗", NULL};
    enum { LEVEL_BYTES = 3 };
    if (strlen(a) < strlen(b))
        return is_same_name(b, a);
    return text_equal(a, b) || (text_starts_any(a, levels) && text_equal(a + LEVEL_BYTES, b));
}

static bool has_id(const struct scheme_departments *all, const char *id)
{
    for (const struct scheme_department *d = all->first; d; d = d->next)
        if (text_equal(d->id, id))
            return true;
    return false;
}

/* scjgj, and where another department has that, scjgj-2; d7 where the words are not known. */
static const char *id_of(const struct splitting *splitting, const char *name)
{
    struct arena *arena = splitting->reading->arena;
    const struct term *term = term_inside(splitting->reading->departments, name);
    if (!term)
        return arena_printf(arena, "d%zu", splitting->all->count + 1);
    const char *id = term->id;
    for (size_t number = 2; has_id(splitting->all, id); number++)
        id = arena_printf(arena, "%s-%zu", term->id, number);
    return id;
}

static const struct scheme_department *find(const struct scheme_departments *all, const char *name)
{
    for (const struct scheme_department *d = all->first; d; d = d->next)
        if (is_same_name(d->name, name))
            return d;
    return NULL;
}

static bool is_collective(const char *name)
{
    static const char *const words[] = {"各部门", "各单位", "各有关", "各相关", "各成员", NULL};
    static const char *const endings[] = {"有关部门", "相关部门", "有关单位",
                                          "相关单位", "成员单位", NULL};
    return text_starts(name, "各") || text_has_any(name, words) || text_ends_any(name, endings);
}

static const struct scheme_department *department_named(struct splitting *splitting,
                                                        const char *name)
{
    struct scheme_departments *all = splitting->all;
    const struct scheme_department *known = find(all, name);
    if (known || all->count == LIMIT_DEPARTMENTS->now)
        return known;
    struct scheme_department *department =
        ARENA_NEW(splitting->reading->arena, struct scheme_department);
    *department = (struct scheme_department){
        .id = id_of(splitting, name), .name = name, .collective = is_collective(name)};
    *all->end = department;
    all->end = &department->next;
    all->count++;
    return department;
}

/* pieces */

static void refuse(struct splitting *splitting, const char *piece)
{
    buffer_join(&splitting->refused, "\n", piece);
}

/* The beginning of a text: to search in all of a long cell at each of its names would take
 * quadratic time. */
static const char *head_of(char head[HEAD_BYTES], const char *text)
{
    const char *end = text;
    for (const char *next = text; text_next(&next) && next - text < HEAD_BYTES;)
        end = next;
    memcpy(head, text, (size_t)(end - text));
    head[end - text] = '\0';
    return head;
}

/* 各县（市、区）, whose brackets belong to the name; 0: it is none. */
static size_t length_of_places(const struct reading *reading, const char *piece)
{
    static const char places[] = "^各" BRACKETED_PLACES;
    char head[HEAD_BYTES];
    struct match match;
    bool found = text_starts(piece, "各") &&
                 pattern_find(reading->patterns, places, head_of(head, piece), 0, &match);
    return found ? match.end[0] : 0;
}

/* The last bracket that lies in no other, from its opening up to its closing mark; false if what
 * follows it is more than a full stop. */
static bool find_bracket(const char *text, const char **open, const char **close)
{
    int depth = 0;
    *open = *close = NULL;
    for (const char *next = text; *text; text = next) {
        uint32_t code = text_next(&next);
        if (code_is_one_of(code, "（(") && depth++ == 0)
            *open = text, *close = NULL;
        else if (code_is_one_of(code, "）)") && depth > 0 && --depth == 0)
            *close = text;
        else if (depth == 0 && !code_is_one_of(code, "。；; "))
            *close = NULL;
    }
    return *close && depth == 0;
}

/* 公安局 of 公安局（配合） and 公安局等部门 */
static const char *name_of(const struct reading *reading, const char *piece)
{
    static const char others[] = "(?<=局|委|办|部|厅)等(?:有关|相关)?(?:部门|单位)?$";
    struct arena *arena = reading->arena;
    struct match match;
    size_t places = length_of_places(reading, piece);
    if (places)
        return arena_copy_n(arena, piece, places);
    if (strlen(piece) < HEAD_BYTES && pattern_find(reading->patterns, others, piece, 0, &match))
        return arena_copy_n(arena, piece, match.start[0]);
    const char *open, *close;
    if (!find_bracket(piece, &open, &close) || open == piece)
        return piece;
    return arena_copy_n(arena, piece, (size_t)(open - piece));
}

static void add_use(struct splitting *splitting, const struct scheme_department *department,
                    const char *words)
{
    struct department_use **end = splitting->list;
    for (; *end; end = &(*end)->next)
        if ((*end)->department == department)
            return;
    *end = ARENA_NEW(splitting->reading->arena, struct department_use);
    (*end)->department = department;
    (*end)->as = text_equal(words, department->name) ? NULL : words;
}

static bool has_role(const char *piece, const char *const *words)
{
    return strlen(piece) > 2 * (size_t)ROLE_BYTES && text_ends_any(piece, words);
}

static void add_piece(struct splitting *splitting, const char *piece)
{
    struct arena *arena = splitting->reading->arena;
    const char *name = name_of(splitting->reading, piece);
    bool is_sentence = text_count(name) > NAME_MOST || strstr(piece, "。") || strstr(piece, "：");
    const struct scheme_department *department =
        is_sentence ? NULL : department_named(splitting, name);
    if (!department) {
        refuse(splitting, piece);
        return;
    }
    if (splitting->partners && text_equal(name, piece))
        piece = arena_printf(arena, "%s（配合）", piece);
    add_use(splitting, department, piece);
}

/* 牵头单位：, 配合单位： in front of a piece say what those are that follow. */
static bool find_label(const struct reading *reading, const char *piece, struct match *match)
{
    static const char label[] = "^(牵头|责任|负责|主责|主办|主管|承办|考核|评价|配合|协办|协同|"
                                "参与)(?:单位|部门)?\\s*[：:]\\s*";
    char head[HEAD_BYTES];
    return pattern_find(reading->patterns, label, head_of(head, piece), 0, match);
}

static const char *skip_label(struct splitting *splitting, const char *piece)
{
    struct match match;
    if (!find_label(splitting->reading, piece, &match))
        return piece;
    splitting->partners = text_starts_any(piece, partner_words);
    return piece + match.end[0];
}

/* A group of departments, which may hold the mark that parts others: 各相关部门、单位. */
static size_t length_of_group(const struct splitting *splitting, const char *text)
{
    static const char group[] = "^各(?:" BRACKETED_PLACES ")?[" PATTERN_HAN "]{0,8}?" BODIES
                                "(?:[、和及][各有相关]{0,3}" BODIES "(?![" PATTERN_HAN "]))*";
    char head[HEAD_BYTES];
    struct match match;
    return text_starts(text, "各") &&
                   pattern_find(splitting->reading->patterns, group, head_of(head, text), 0, &match)
               ? match.end[0]
               : 0;
}

static size_t length_of_and(const char *text)
{
    static const char *const words[] = {"会同", "和", "与", "及", NULL};
    for (size_t i = 0; words[i]; i++)
        if (text_starts(text, words[i]))
            return strlen(words[i]);
    return 0;
}

/* 公安局, not 住房, as 公安局和教育局 are two and 住房和城乡建设局 is one. */
static bool is_whole(const char *piece, size_t length)
{
    enum { NAME_LEAST = 3 };
    char name[HEAD_BYTES];
    if (length >= sizeof name)
        return false;
    memcpy(name, piece, length);
    name[length] = '\0';
    return text_count(name) >= NAME_LEAST && ends_as_body(name);
}

static bool is_mark(uint32_t code)
{
    return code_is_one_of(code, "、，,；;/／ \t\n\u3000\u00A0|");
}

/* Up to the next mark that parts names; marks in brackets do not. */
static size_t length_of_piece(const struct splitting *splitting, const char *text)
{
    size_t length = length_of_group(splitting, text);
    int depth = 0;
    const char *at = text + length;
    for (const char *next = at; *at; at = next) {
        uint32_t code = text_next(&next);
        if (depth == 0 &&
            (is_mark(code) || (length_of_and(at) && is_whole(text, (size_t)(at - text)))))
            break;
        depth += code_is_one_of(code, "（(") ? 1 : code_is_one_of(code, "）)") && depth ? -1 : 0;
    }
    return (size_t)(at - text);
}

/* Whether two lines are one name. */
static bool goes_on(const char *piece, const char *more, bool next_line)
{
    if (!*more || strlen(piece) + strlen(more) > HEAD_BYTES)
        return false;
    if (text_count(piece) == 1 || text_count(more) == 1)
        return true;
    return is_ending(more) || (next_line && !ends_as_body(piece) && ends_as_body(more));
}

/* A name that a line end or a blank has cut in two is put together again. */
static const char *take_piece(struct splitting *splitting, const char **text)
{
    struct arena *arena = splitting->reading->arena;
    size_t length = length_of_piece(splitting, *text);
    const char *piece = arena_copy_n(arena, *text, length);
    *text += length;
    while (**text == ' ' || **text == '\n') {
        const char *rest = *text + strspn(*text, " \t\n");
        length = length_of_piece(splitting, rest);
        const char *more = arena_copy_n(arena, rest, length);
        if (!goes_on(piece, more, **text == '\n'))
            break;
        piece = arena_printf(arena, "%s%s", piece, more);
        *text = rest + length;
    }
    return piece;
}

static const char *skip_marks(const char *text)
{
    for (const char *next = text; *text && is_mark(text_next(&next));)
        text = next;
    return text;
}

/* 公安局牵头，教育局、民政局配合: behind the first, those that follow are partners if any are. */
static void add_with_role(struct splitting *splitting, const char *piece, const char *rest)
{
    bool leads = has_role(piece, leading_words), helps = has_role(piece, partner_words);
    if (leads || helps)
        piece = arena_copy_n(splitting->reading->arena, piece, strlen(piece) - ROLE_BYTES);
    splitting->partners = helps || (splitting->partners && !leads);
    if (!says_nothing(piece) && !text_equal(piece, "无"))
        add_piece(splitting, piece);
    if (leads)
        splitting->partners = text_has_any(rest, partner_words);
}

const char *departments_split(const struct reading *reading, struct scheme_departments *all,
                              const char *cell, bool partners, struct department_use **list)
{
    struct splitting splitting = {reading, all, list, buffer_on(reading->arena), partners};
    if (!all->end)
        all->end = &all->first;
    cell = skip_marks(cell);
    for (size_t i = 0; *cell && i < LIMIT_DEPARTMENTS->now; i++, cell = skip_marks(cell)) {
        cell = skip_label(&splitting, cell + ordinal_of(cell).end);
        const char *piece = take_piece(&splitting, &cell);
        cell += length_of_and(cell);
        add_with_role(&splitting, piece, cell);
    }
    if (*cell)
        refuse(&splitting, cell);
    return splitting.refused.length ? buffer_text(&splitting.refused) : NULL;
}

/* in texts */

static bool names_departments(const struct reading *reading, const char *words)
{
    struct match match;
    return find_label(reading, words, &match) ||
           (strstr(words, "牵头") &&
            (has_role(words, leading_words) || has_role(words, partner_words)));
}

const char *departments_cut(const struct reading *reading, const char **text)
{
    struct arena *arena = reading->arena;
    const char *open, *close;
    if (!find_bracket(*text, &open, &close))
        return NULL;
    const char *inside = open, *after = close;
    text_next(&inside);
    text_next(&after);
    const char *words = arena_copy_n(arena, inside, (size_t)(close - inside));
    if (open == *text || !names_departments(reading, words))
        return NULL;
    const char *before = text_strip(arena, arena_copy_n(arena, *text, (size_t)(open - *text)));
    static const char *const stops[] = {"。", "；", NULL};
    *text = text_ends_any(before, stops) ? before : arena_printf(arena, "%s%s", before, after);
    return words;
}
