/* Running a compiled template: pieces become blocks of the document tree. */
#include "compose/run.h"

#include "base/limits.h"
#include "base/text.h"
#include "compose/keep.h"
#include "compose/title.h"

struct block *target_add(const struct target *target, struct block *block)
{
    if (target->cell)
        cell_add_block(target->cell, block);
    else
        section_add_block(target->section, block);
    return block;
}

struct origin origin_in(struct composer *composer, struct origin outer, struct place place,
                        const struct xml_node *node)
{
    struct origin origin = {place.file, place.line, outer.path, outer.data};
    if (node && composer->paths) {
        origin.path = xml_paths_path(composer->paths, node);
        origin.data = xml_place(node);
    }
    return origin;
}

static struct block *new_paragraph(struct composer *composer, enum role role, struct place place,
                                   const struct target *target)
{
    return paragraph_new(composer->arena, role, origin_in(composer, target->data, place, NULL));
}

static void add_label(struct composer *composer, struct block *paragraph, const char *label)
{
    paragraph_add_text(composer->arena, paragraph, paragraph->paragraph.role, 0, label,
                       (struct origin){0});
}

static void run_title(struct composer *composer, const struct piece *piece, struct scope scope,
                      const struct target *target)
{
    struct block *paragraph = new_paragraph(composer, ROLE_TITLE, piece->place, target);
    run_items(composer, piece->items, scope, paragraph, ROLE_TITLE);
    title_break(composer->arena, &paragraph->paragraph, composer->title_line);
    target_add(target, paragraph);
}

/* Heading words in the heading's face, what runs in in the body's; without words it is a numbered
 * paragraph. */
static void run_heading(struct composer *composer, const struct piece *piece, struct scope scope,
                        const struct target *target)
{
    enum role role = piece->items ? role_heading(piece->level) : ROLE_BODY;
    struct block *paragraph = new_paragraph(composer, role, piece->place, target);
    add_label(composer, paragraph, label_heading(composer->arena, &composer->labels, piece->level));
    run_items(composer, piece->items, scope, paragraph, role);
    run_items(composer, piece->run_in, scope, paragraph, ROLE_BODY);
    target_add(target, paragraph);
}

static void run_list(struct composer *composer, const struct piece *piece, struct scope scope,
                     const struct target *target)
{
    enum role role = piece->level == 1 ? ROLE_LIST_1 : ROLE_LIST_2;
    struct block *paragraph = new_paragraph(composer, role, piece->place, target);
    add_label(composer, paragraph,
              label_list(composer->arena, &composer->labels, piece->level, piece->start));
    run_items(composer, piece->items, scope, paragraph, role);
    target_add(target, paragraph);
}

/* A paragraph of which the data left nothing is not written. */
static void run_paragraph(struct composer *composer, const struct piece *piece, struct scope scope,
                          const struct target *target)
{
    struct block *paragraph = new_paragraph(composer, target->role, piece->place, target);
    run_items(composer, piece->items, scope, paragraph, target->role);
    if (!paragraph->paragraph.first)
        return;
    label_close_lists(&composer->labels);
    target_add(target, paragraph);
}

/* Going into another template, or a prose; false and reported where they nest without end. Every
 * other one is passed over then: a template that includes itself twice would take 2 to the power of
 * the limit. */
static bool enter(struct composer *composer, struct place place)
{
    if (composer->too_deep)
        return false;
    if (composer->depth < LIMIT_SECTION_DEPTH) {
        composer->depth++;
        return true;
    }
    composer->too_deep = true;
    char *most = arena_printf(composer->arena, "%d", LIMIT_SECTION_DEPTH);
    REPORT(composer->findings, RULE_TEMPLATE_DEPTH, place, most);
    return false;
}

static void run_template(struct composer *composer, const struct template *template,
                         struct scope scope, const struct target *target, struct place place)
{
    if (!template || !enter(composer, place))
        return;
    for (int level = 1; level <= LABEL_LEVELS; level++)
        composer->labels.continues[level] |= template->continues[level];
    bool keeps = composer->keeps;
    composer->keeps &= !template->is_one_of_many;
    run_pieces(composer, template->pieces, scope, target);
    composer->keeps = keeps;
    composer->depth--;
}

/* The one of that name in a list, or a new one there, with *is_new. */
static struct known_template *known_named(struct composer *composer, struct known_template **list,
                                          const char *name, bool *is_new)
{
    struct known_template *known = *list;
    while (known && !text_equal(known->name, name))
        known = known->next;
    *is_new = !known;
    if (known)
        return known;
    struct arena *arena = composer->lasting->arena;
    known = ARENA_NEW(arena, struct known_template);
    *known = (struct known_template){
        .next = *list, .number = *list ? (*list)->number + 1 : 0, .name = arena_copy(arena, name)};
    return *list = known;
}

/* What is wrong with a template is wrong with every document that takes it. */
static struct template *use_known(struct composer *composer, const struct known_template *known)
{
    if (known->failed && composer->findings != composer->lasting)
        findings_hand_on(composer->lasting, composer->findings);
    return known->template;
}

/* It is read for all documents to come. */
static struct template *read_template(struct composer *composer, const char *name,
                                      struct place asked)
{
    const char *path = project_template(composer->project, name);
    struct compiler compiler = {composer->lasting, composer->tags};
    struct file file;
    if (!path)
        REPORT(composer->lasting, RULE_TEMPLATE_MISSING, asked, name,
               project_template_folders(composer->project));
    else if (project_read(composer->project, path, asked, &file))
        return template_compile(&compiler, file.path, file.bytes);
    return NULL;
}

static struct template *find_template(struct composer *composer, const char *name,
                                      struct place asked)
{
    bool is_new;
    struct known_template *known = known_named(composer, &composer->templates, name, &is_new);
    struct findings *reading = composer->project->findings;
    size_t before = composer->lasting->failures;
    if (is_new) {
        composer->project->findings = composer->lasting;
        known->template = read_template(composer, known->name, asked);
        composer->project->findings = reading;
        known->failed = composer->lasting->failures != before;
    }
    return use_known(composer, known);
}

/* The same for a prose, whose text stands in the document. Where each document has its own, what
 * comes of one comes in no other. */
static struct template *find_prose(struct composer *composer, const struct xml_node *node)
{
    bool is_new;
    struct known_template *known =
        known_named(composer, &composer->proses, xml_file(node), &is_new);
    struct compiler compiler = {composer->lasting, composer->tags};
    size_t before = composer->lasting->failures;
    enum { MANY = 16 };
    if (is_new) {
        const char *text = xml_raw_content(composer->lasting->arena, node);
        known->template = template_compile(&compiler, known->name, text);
        known->template->is_one_of_many = known->number >= MANY;
        known->failed = composer->lasting->failures != before;
    }
    return use_known(composer, known);
}

/* Prose is a template with a file of its own; other data is Markdown without tags. */
static void run_markdown(struct composer *composer, const struct piece *piece, struct scope scope,
                         const struct target *target)
{
    const struct tag *tag = piece->tag;
    struct compiler compiler = {composer->findings, composer->tags};
    struct xpath_value value;
    if (!tag_run(composer->tags, tag->xpath, tag->expression, tag->place, scope, &value))
        return;
    struct xml_node *node = value.kind == VALUE_NODES ? value.from : NULL;
    if (node && xml_is(node, "prose")) {
        scope.node = xml_parent(node);
        run_template(composer, find_prose(composer, node), scope, target, tag->place);
        return;
    }
    struct place place = node ? xml_place(node) : tag->place;
    struct target inner = *target;
    inner.data = origin_in(composer, target->data, place, value.from);
    bool keeps = composer->keeps;
    composer->keeps = false; /* no other document has these pieces */
    run_pieces(composer, markdown_compile(&compiler, xpath_string(composer->arena, &value), place),
               scope, &inner);
    composer->keeps = keeps;
}

void run_piece(struct composer *composer, const struct piece *piece, struct scope scope,
               const struct target *target)
{
    switch (piece->kind) {
    case PIECE_TITLE:
        run_title(composer, piece, scope, target);
        break;
    case PIECE_HEADING:
        run_heading(composer, piece, scope, target);
        break;
    case PIECE_PARAGRAPH:
        run_paragraph(composer, piece, scope, target);
        break;
    case PIECE_LIST:
        run_list(composer, piece, scope, target);
        break;
    case PIECE_MARKDOWN:
        run_markdown(composer, piece, scope, target);
        break;
    case PIECE_SECTION: {
        struct turns turns = section_turns(composer, piece->tag, scope);
        for (size_t i = 0; i < turns.count; i++)
            run_pieces(composer, piece->children, turns.scope[i], target);
        break;
    }
    case PIECE_PARTIAL:
        run_template(composer, find_template(composer, piece->tag->expression, piece->tag->place),
                     scope, target, piece->tag->place);
        break;
    case PIECE_ROLE: {
        struct target inner = *target;
        inner.role = piece->role;
        run_pieces(composer, piece->children, scope, &inner);
        break;
    }
    case PIECE_TABLE:
        run_table(composer, piece->table, scope, target);
        break;
    case PIECE_CHART:
        run_chart(composer, piece->chart, scope, target);
        break;
    }
}

void run_pieces(struct composer *composer, const struct piece *pieces, struct scope scope,
                const struct target *target)
{
    for (; pieces; pieces = pieces->next)
        if (!keep_run(composer, pieces, scope, target))
            run_piece(composer, pieces, scope, target);
}

static struct section *compose_with(struct composer *composer, const struct template *template,
                                    struct xml_node *node, const char *section, struct place asked)
{
    struct target target = {.section = ARENA_NEW(composer->arena, struct section),
                            .role = ROLE_BODY};
    target.section->name = section;
    composer->section = target.section;
    composer->labels = (struct labels){0};
    composer->paths = composer->is_traced ? xml_paths_new(composer->arena) : NULL;
    run_template(composer, template, (struct scope){node, 1, 1}, &target, asked);
    return target.section;
}

struct section *compose_prose(struct composer *composer, struct xml_node *prose)
{
    return compose_with(composer, find_prose(composer, prose), xml_parent(prose), "prose",
                        xml_place(prose));
}

struct section *compose(struct composer *composer, const char *name, struct xml_node *node,
                        const char *section, struct place asked)
{
    const struct template *template = find_template(composer, name, asked);
    if (!template)
        return NULL;
    struct section *composed = compose_with(composer, template, node, section, asked);
    const char *rows = xml_get(node, "rows");
    if (rows && composer->supplied != node)
        REPORT(composer->findings, RULE_ROWS_UNUSED, asked, name, rows);
    return composed;
}
