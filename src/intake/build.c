/* Building the rubric's XML. */
#include "intake/build.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

struct building {
    const struct reading *reading;
    const struct scheme_head *head;
    struct xml_node *root;
    struct xml_node *bare; /* the group of indicators that stand in none; NULL */
    /* The groups that are open, by level; NULL: none of this level. */
    struct xml_node *open[LIMIT_GROUP_DEPTH + 1];
    const struct scheme_row *row; /* of the indicator before; NULL */
    size_t count;                 /* indicators so far */
    bool numbers_each;            /* every row has a serial number, not every group */
};

static struct arena *arena_of(const struct building *building)
{
    return building->reading->arena;
}

static void set_points(const struct building *building, struct xml_node *node, const char *name,
                       points value)
{
    xml_set(node, name, points_print(arena_of(building), value));
}

/* departments */

static void add_departments(struct xml_node *root, const struct scheme_departments *departments)
{
    for (const struct scheme_department *d = departments->first; d; d = d->next) {
        struct xml_node *node = xml_add(root, "department");
        xml_set(node, "id", d->id);
        xml_set(node, "name", d->name);
        if (d->collective)
            xml_set(node, "group", "true");
    }
}

static bool has_other_words(const struct department_use *use)
{
    while (use && !use->as)
        use = use->next;
    return use;
}

static const char *ids_of(struct arena *arena, const struct department_use *use)
{
    struct buffer ids = buffer_on(arena);
    for (; use; use = use->next)
        buffer_join(&ids, " ", use->department->id);
    return buffer_text(&ids);
}

static void add_uses(struct xml_node *node, const struct department_use *use)
{
    for (; use; use = use->next) {
        struct xml_node *dept = xml_add(node, "dept");
        xml_set(dept, "ref", use->department->id);
        if (use->as)
            xml_set(dept, "as", use->as);
    }
}

/* groups */

/* The rows of one group, and how many serial numbers stand in them. */
struct serials {
    size_t rows, numbers;
    const struct leaf *after; /* the first indicator behind them; NULL */
};

static bool is_in_same_groups(const struct scheme_row *a, const struct scheme_row *b)
{
    return row_is_in_groups(a, b) && row_is_in_groups(b, a);
}

static struct serials count_numbers(const struct leaf *leaf)
{
    struct serials count = {0};
    const struct scheme_row *row = NULL;
    const char *last = NULL;
    for (; leaf && (!row || is_in_same_groups(leaf->row, row)); leaf = leaf->next) {
        const char *number = leaf->row->value[FIELD_SERIAL];
        if (leaf->row == row)
            continue;
        row = leaf->row;
        count.rows++;
        if (number && !text_equal(number, last)) {
            count.numbers++;
            last = number;
        }
    }
    count.after = leaf;
    return count;
}

/* Whether no group has one number for several rows. */
static bool numbers_each(const struct leaf *leaf)
{
    bool each = true;
    while (leaf && each) {
        struct serials count = count_numbers(leaf);
        each = count.rows == 1 || count.numbers != 1;
        leaf = count.after;
    }
    return each;
}

/* A group of one row is numbered as the others are. */
static void number_group(const struct building *building, struct xml_node *group,
                         const struct leaf *leaf)
{
    struct serials count = count_numbers(leaf);
    if (building->head->has_serials && count.numbers == 0)
        xml_set(group, "numbered", "none");
    else if (count.numbers > 1 || (count.numbers == 1 && building->numbers_each))
        xml_set(group, "numbered", "each");
}

static struct xml_node *add_group(const struct building *building, struct xml_node *parent,
                                  const struct group_words *words)
{
    const struct reading *reading = building->reading;
    struct xml_node *group = xml_add(parent, "group");
    struct worth worth;
    points marks;
    bool has;
    xml_set(group, "title", title_read(reading, words->title, &marks, &has));
    if (!has && words->marks && worth_read(reading, words->marks, &worth)) {
        has = worth.kind == INDICATOR_POINTS;
        marks = worth.points;
    }
    if (has)
        set_points(building, group, "marks", marks);
    return group;
}

/* Levels up to this one are the same in both rows. */
static bool is_open(const struct building *building, const struct scheme_row *row, size_t level)
{
    return building->row && text_equal(building->row->group[level].title, row->group[level].title);
}

/* A rubric has no indicators outside of groups: those of a scheme without any stand in one. */
static struct xml_node *bare_group(struct building *building)
{
    if (!building->bare)
        building->bare =
            add_group(building, building->root, &(struct group_words){building->head->title, NULL});
    return building->bare;
}

/* Opens the groups of a row that are not open yet; returns the innermost. */
static struct xml_node *open_groups(struct building *building, const struct leaf *leaf)
{
    const struct scheme_row *row = leaf->row;
    struct xml_node *inner = NULL, *opened = NULL;
    bool same = true;
    for (size_t level = 0; level <= LIMIT_GROUP_DEPTH; level++) {
        same = same && is_open(building, row, level);
        if (!same && row->group[level].title)
            opened = add_group(building, inner ? inner : building->root, &row->group[level]);
        if (!same)
            building->open[level] = row->group[level].title ? opened : NULL;
        inner = building->open[level] ? building->open[level] : inner;
    }
    if (opened)
        number_group(building, opened, leaf);
    return inner ? inner : bare_group(building);
}

/* indicators */

static void add_text(struct arena *arena, struct xml_node *indicator, const struct wording *wording)
{
    struct xml_node *text = xml_add(indicator, "text");
    if (wording->mark == MATCH_NONE) {
        xml_add_text(text, wording->text);
        return;
    }
    xml_add_text(text, arena_copy_n(arena, wording->text, wording->mark));
    xml_add(text, "mark");
    xml_add_text(text, wording->text + wording->mark);
}

static void add_worth(const struct building *building, struct xml_node *indicator,
                      const struct worth *worth)
{
    if (worth->kind == INDICATOR_DEDUCTION) {
        struct xml_node *deduction = xml_add(indicator, "deduction");
        if (worth->each)
            set_points(building, deduction, "each", worth->each);
        set_points(building, deduction, "most", worth->most);
    } else if (worth->kind == INDICATOR_VETO) {
        xml_set(xml_add(indicator, "veto"), "result", worth->result);
    }
}

static void add_lines(struct arena *arena, struct xml_node *indicator, const char *lines)
{
    while (lines && *lines) {
        size_t length = strcspn(lines, "\n");
        const char *line = text_in_one_line(arena, arena_copy_n(arena, lines, length));
        if (*line)
            xml_add_with_text(indicator, "evidence", line);
        lines += length + (lines[length] == '\n');
    }
}

static void add_optional(struct xml_node *indicator, const char *name, const char *text)
{
    if (text && *text)
        xml_add_with_text(indicator, name, text);
}

static void add_indicator(struct building *building, const struct leaf *leaf)
{
    const struct wording *wording = &leaf->wording;
    bool as = has_other_words(leaf->departments);
    struct xml_node *node = xml_add(open_groups(building, leaf), "indicator");
    xml_set(node, "id", arena_printf(arena_of(building), "i%zu", ++building->count));
    if (wording->worth.kind == INDICATOR_POINTS)
        set_points(building, node, "points", wording->worth.points);
    if (leaf->departments && !as)
        xml_set(node, "departments", ids_of(arena_of(building), leaf->departments));
    if (leaf->joined)
        xml_set(node, "joined", "true");
    add_text(arena_of(building), node, wording);
    add_worth(building, node, &wording->worth);
    add_uses(node, as ? leaf->departments : NULL);
    add_optional(node, "focus", leaf->focus);
    add_lines(arena_of(building), node, leaf->evidence);
    add_optional(node, "method", leaf->method);
    add_optional(node, "remark", leaf->remark);
}

struct xml_document *build_rubric(const struct reading *reading, const struct scheme_head *head,
                                  const struct leaves *leaves)
{
    struct xml_document *document = xml_document_new("rubric");
    struct building building = {.reading = reading,
                                .head = head,
                                .root = xml_root(document),
                                .numbers_each = numbers_each(leaves->first)};
    xml_set(building.root, "id", head->id);
    xml_set(building.root, "title", head->title);
    if (head->year)
        xml_set(building.root, "year", head->year);
    if (leaves->full)
        set_points(&building, building.root, "full-marks", leaves->full);
    add_departments(building.root, &leaves->departments);
    for (const struct leaf *leaf = leaves->first; leaf; leaf = leaf->next) {
        add_indicator(&building, leaf);
        building.row = leaf->row;
    }
    return document;
}
