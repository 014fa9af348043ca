/* This year's notice from last year's. */
#include "flow/renew.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "data/open.h"
#include "flow/archived.h"
#include "flow/assemble.h"
#include "xml/scan.h"

#define TEMPLATES "templates/"
#define RUBRICS "rubrics/"
#define KINDS "new/" /* below templates: what gongwen new copies, no templates */

enum { YEAR_DIGITS = 4, YEAR_LEAST = 1001, YEAR_MOST = 9998 };

/* A file of the notice, and where it goes below the folder. */
struct source_file {
    struct source_file *next;
    struct file file;
    const char *name;
    bool programs; /* a template or style, the same as that of the program */
};

struct renewing {
    struct findings *findings;
    const struct renewal *asked;
    struct assembly *assembly;
    struct xml_node *root;
    struct years years;
    struct outputs outputs;
};

static struct arena *arena_of(const struct renewing *r)
{
    return r->findings->arena;
}

/* The first four digits in a row; 0 if there are none, or they leave no room for the next year. */
static int year_in(const char *text)
{
    for (; text && *text; text += strcspn(text, "0123456789")) {
        size_t digits = strspn(text, "0123456789");
        long year = digits == YEAR_DIGITS ? strtol(text, NULL, 10) : 0;
        if (year >= YEAR_LEAST && year <= YEAR_MOST)
            return (int)year;
        text += digits;
    }
    return 0;
}

static const char *value_of(const struct renewing *r, const char *element, const char *attribute)
{
    struct xml_node *node = xml_first_named(r->root, element);
    if (!node)
        return NULL;
    return attribute ? xml_get(node, attribute) : xml_content(arena_of(r), node);
}

/* The year of the notice, from what tells it best; 0 if nothing does. */
static int year_of(const struct renewing *r)
{
    static const char *const sources[][2] = {
        {"number", "year"}, {"date", NULL}, {"record", "printed"}, {"title", NULL}};
    int year = 0;
    for (size_t i = 0; i < sizeof sources / sizeof *sources && !year; i++)
        year = year_in(value_of(r, sources[i][0], sources[i][1]));
    return year;
}

static void add_title(const struct renewing *r, struct own_title **list, const char *text)
{
    static const char open[] = "《", close[] = "》";
    struct own_title *title = ARENA_NEW(arena_of(r), struct own_title);
    if (text_starts(text, open)) {
        text += strlen(open);
        const char *end = strstr(text, close);
        text = end ? arena_copy_n(arena_of(r), text, (size_t)(end - text)) : text;
    }
    *title = (struct own_title){*list, text};
    *list = title;
}

/* Of what the notice issues and of its annexes, as they are listed too. */
static const struct own_title *titles_of(const struct renewing *r)
{
    struct own_title *list = NULL;
    for (const struct part *part = r->assembly->notice->parts; part; part = part->next) {
        const char *title = xml_get(part->node, "title"), *as = xml_get(part->node, "listed-as");
        if (title)
            add_title(r, &list, title);
        if (as)
            add_title(r, &list, as);
    }
    return list;
}

static bool is_one_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; name && i < count; i++)
        if (text_equal(name, names[i]))
            return true;
    return false;
}

/* Names of files, and words for those who check, are no words of the notice. */
static enum year_fate fate_in(const struct xml_span *span)
{
    static const char *const names[] = {"rubric", "template", "prose", "style", "rule", "reason"};
    if (span->kind == SPAN_COMMENT)
        return YEAR_COMMENT;
    return is_one_of(span->attribute, names, sizeof names / sizeof *names) ? YEAR_NAMED
                                                                           : YEAR_RAISED;
}

static bool is_open_value(const struct xml_span *span)
{
    size_t count;
    const struct open_value *values = open_values(&count);
    for (size_t i = 0; i < count; i++)
        if (text_equal(span->element, values[i].element) &&
            text_equal(span->attribute, values[i].attribute))
            return true;
    return false;
}

/* Of the number: it stands there without 年. */
static bool is_year_of_number(const struct renewing *r, const struct xml_span *span,
                              const char *text)
{
    size_t length = span->end - span->start;
    return text_equal(span->element, "number") && text_equal(span->attribute, "year") &&
           length == YEAR_DIGITS &&
           year_in(arena_copy_n(arena_of(r), text + span->start, length)) == r->years.year;
}

/* Line ends in the value stay, so that all lines keep their number. */
static void add_emptied(struct buffer *out, const char *value, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (isspace((unsigned char)value[i]))
            buffer_add_char(out, value[i]);
}

/* The notice with its years raised, without what is to be filled in; all other bytes are kept. */
static const char *renew_notice(struct renewing *r, char *text)
{
    struct xml_scan scan = xml_scan_of(arena_of(r), text);
    struct xml_span span;
    struct buffer out = buffer_on(arena_of(r));
    size_t copied = 0, tag = 0;
    for (; xml_scan_next(&scan, &span); tag = span.tag) {
        if (span.kind == SPAN_ATTRIBUTE || span.tag != tag)
            years_break(&r->years);
        if (is_open_value(&span)) {
            buffer_add_n(&out, text + copied, span.start - copied);
            add_emptied(&out, text + span.start, span.end - span.start);
            copied = span.end;
        } else if (is_year_of_number(r, &span, text)) {
            years_raise(&r->years, span.start);
        } else {
            years_in(&r->years, span.start, span.end, fate_in(&span));
        }
    }
    buffer_add(&out, text + copied);
    return buffer_text(&out);
}

/* Comments apart, tags are raised like words: their literals stand for words of the notice. */
static void renew_prose(struct renewing *r, const char *text)
{
    size_t at = 0;
    for (const char *comment; (comment = strstr(text + at, "{{!"));) {
        size_t start = (size_t)(comment - text);
        const char *close = strstr(comment, "}}");
        years_in(&r->years, at, start, YEAR_RAISED);
        at = close ? (size_t)(close - text) : strlen(text);
        years_in(&r->years, start, at, YEAR_COMMENT);
    }
    years_in(&r->years, at, strlen(text), YEAR_RAISED);
}

static bool is_prose(const struct renewing *r, const char *path)
{
    for (const struct part *part = r->assembly->notice->parts; part; part = part->next) {
        struct xml_node *prose = xml_first_named(part->node, "prose");
        if (prose && text_equal(xml_file(prose), path))
            return true;
    }
    return false;
}

static void renew_file(struct renewing *r, const struct source_file *source)
{
    const char *path = path_join(arena_of(r), r->asked->folder, source->name);
    char *text = arena_copy_n(arena_of(r), source->file.bytes, source->file.length);
    const char *renewed = text;
    years_begin(&r->years, path, text);
    if (text_equal(source->file.path, r->asked->notice))
        renewed = renew_notice(r, text);
    else if (is_prose(r, source->file.path))
        renew_prose(r, text);
    else
        years_in(&r->years, 0, source->file.length, YEAR_COPIED);
    outputs_add_new(&r->outputs, r->findings, path, renewed, strlen(renewed));
}

/* Where a file stands below the root; those of the program stand in templates/. NULL and reported
 * if it stands in neither. */
static const char *name_of(struct renewing *r, const char *path)
{
    const char *share = r->asked->share, *root = r->assembly->project->root;
    const char *name = share ? path_within(arena_of(r), path, share) : NULL;
    if (name && !text_starts(name, KINDS))
        return arena_printf(arena_of(r), TEMPLATES "%s", name);
    name = path_within(arena_of(r), path, root);
    if (!name)
        REPORT(r->findings, RULE_PATH_OUTSIDE, ((struct place){0}), path, root);
    return name;
}

static bool is_programs(struct renewing *r, const struct source_file *source)
{
    struct file own;
    const char *share = r->asked->share;
    if (!share || !text_starts(source->name, TEMPLATES) ||
        text_starts(source->name, TEMPLATES KINDS))
        return false;
    const char *path = path_join(arena_of(r), share, source->name + strlen(TEMPLATES));
    return file_exists(path) && file_read(r->findings, path, (struct place){0}, &own) &&
           own.length == source->file.length &&
           memcmp(own.bytes, source->file.bytes, own.length) == 0;
}

static struct source_file *list_files(struct renewing *r)
{
    struct source_file *list = NULL, **end = &list;
    struct dependency *d = r->assembly->project->dependencies;
    for (; d; d = d->next) {
        struct source_file file = {.name = name_of(r, d->path)};
        if (!file.name || !file_read(r->findings, d->path, (struct place){0}, &file.file))
            continue;
        file.programs = is_programs(r, &file);
        *end = ARENA_NEW(arena_of(r), struct source_file);
        **end = file;
        end = &(*end)->next;
    }
    return list;
}

/* Whether the new folder is known as the root without the program's templates in it: by other
 * files, or because nothing lies outside the folder of the notice. */
static bool is_root_without(const struct source_file *files, const char *folder)
{
    bool all_inside = true;
    for (const struct source_file *file = files; file; file = file->next) {
        bool marks = text_starts(file->name, TEMPLATES) || text_starts(file->name, RUBRICS);
        if (marks && !file->programs)
            return true;
        all_inside =
            all_inside && (file->programs || text_equal(folder, ".") ||
                           (text_starts(file->name, folder) && file->name[strlen(folder)] == '/'));
    }
    return all_inside;
}

static bool renew(struct renewing *r, struct renewed *renewed)
{
    int year = year_of(r);
    struct source_file *files = list_files(r);
    if (!year)
        REPORT(r->findings, RULE_YEAR_MISSING, xml_place(r->root), "");
    if (r->findings->errors)
        return false;
    bool without = is_root_without(files, path_folder(arena_of(r), files->name));
    r->years = years_of(arena_of(r), year, titles_of(r));
    for (const struct source_file *file = files; file; file = file->next)
        if (!file->programs || !without)
            renew_file(r, file);
    *renewed = (struct renewed){
        .notice = path_join(arena_of(r), r->asked->folder, files->name),
        .year = year + 1,
        .notes = r->years.first,
    };
    return !r->findings->errors && outputs_write(&r->outputs, r->findings);
}

bool flow_renew(struct findings *findings, const struct renewal *asked, struct renewed *renewed)
{
    struct assembly assembly;
    struct renewal found = *asked;
    found.notice = archived_notice(findings, asked->notice);
    struct source source = {.notice = found.notice, .share = asked->share};
    bool done = false;
    if (!found.notice)
        return false;
    if (assemble(findings, &source, &assembly)) {
        struct renewing r = {
            .findings = findings,
            .asked = &found,
            .assembly = &assembly,
            .root = xml_root(assembly.notice->joined),
            .outputs = outputs_on(findings->arena),
        };
        done = renew(&r, renewed);
    }
    assembly_free(&assembly);
    return done;
}
