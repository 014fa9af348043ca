/* gongwen inspect */
#include "flow/inspect.h"

#include "base/json.h"
#include "base/text.h"
#include "cli/cli.h"

enum { FORMAT, ANNOTATE };

static const struct option_info options[] = {
    [FORMAT] = {"format", 0, "text|json", {"how the tags are printed", "标签清单的格式"}},
    [ANNOTATE] = {"annotate",
                  0,
                  "FILE",
                  {"write the template with its errors as comments",
                   "另存一份模板，把标签的错误写成批注"}},
    {0},
};

/* What tells a reader something: not where a section ends, nor what is left out. */
static bool is_listed(const struct fill_tag *tag)
{
    return tag->kind != TAG_END && tag->kind != TAG_COMMENT;
}

static const char *const *paths_of(struct arena *arena, const struct need *needs)
{
    size_t count = 0;
    for (const struct need *need = needs; need; need = need->next)
        count++;
    const char **paths = ARENA_ARRAY(arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++, needs = needs->next)
        paths[i] = needs->path;
    return paths;
}

static const char *json_of(struct session *session, const struct fill_job *job,
                           const struct fill_tag *tag)
{
    struct json json = json_object(session->arena);
    json_string(&json, "tag", tag->source);
    json_string(&json, "file", text_printable(session->arena, job->template));
    json_string(&json, "where", tag->where[session->language]);
    json_string(&json, "part", tag->part);
    json_string(&json, "path", tag->path);
    json_list(&json, "needs", paths_of(session->arena, tag->needs));
    json_number(&json, "found", (long)tag->found);
    json_string(&json, "first", tag->first);
    return json_line(&json);
}

static void add_needs(struct buffer *out, const struct fill_tag *tag, enum language language)
{
    static const char *const words[LANGUAGE_COUNT] = {"needs ", "需要 "};
    static const char *const between[LANGUAGE_COUNT] = {", ", "、"};
    struct buffer paths = buffer_on(out->arena);
    for (const struct need *need = tag->needs; need; need = need->next)
        buffer_join(&paths, between[language], need->path);
    if (paths.length)
        buffer_printf(out, "    %s%s\n", words[language], text_shown(out->arena, paths.text));
}

static void add_found(struct buffer *out, const struct fill_tag *tag, enum language language)
{
    enum { SHOWN = 40 };
    static const char *const words[LANGUAGE_COUNT] = {"finds %zu: %s\n", "找到 %zu 处：%s\n"};
    static const char *const none[LANGUAGE_COUNT] = {"finds nothing\n", "没有找到\n"};
    if (!tag->is_tried || !tag->needs || tag->kind == TAG_FIELD)
        return;
    const char *first = text_in_one_line(out->arena, tag->first ? tag->first : "");
    buffer_add(out, "    ");
    if (tag->found)
        buffer_printf(out, words[language], tag->found,
                      text_shown(out->arena, text_cut(out->arena, first, SHOWN)));
    else
        buffer_add(out, none[language]);
}

static const char *text_of(struct session *session, const struct fill_job *job,
                           const struct fill_tag *tag)
{
    struct buffer out = buffer_on(session->arena);
    buffer_printf(&out, "%s: %s: %s\n", text_shown(session->arena, job->template),
                  tag->where[session->language], text_shown(session->arena, tag->source));
    add_needs(&out, tag, session->language);
    add_found(&out, tag, session->language);
    return buffer_text(&out);
}

static bool print_tags(struct session *session, const struct fill_job *job,
                       const struct fill_tag *tag, bool json)
{
    struct buffer out = buffer_on(session->arena);
    for (; tag; tag = tag->next)
        if (is_listed(tag))
            buffer_add(&out, json ? json_of(session, job, tag) : text_of(session, job, tag));
    return print_result(session, buffer_text(&out));
}

static void add_unused(struct buffer *out, struct session *session, const struct unused *unused,
                       bool json)
{
    static const char *const words[LANGUAGE_COUNT] = {"%s:%ld: no tag asks for %s (%zu)\n",
                                                      "%s:%ld: 没有标签用到 %s（%zu 处）\n"};
    const char *file = text_printable(session->arena, unused->place.file);
    if (!json) {
        buffer_printf(out, words[session->language], text_shown(session->arena, file),
                      unused->place.line, unused->name, unused->count);
        return;
    }
    struct json object = json_object(session->arena);
    json_string(&object, "unused", unused->name);
    json_string(&object, "file", file);
    json_number(&object, "line", unused->place.line);
    json_number(&object, "count", (long)unused->count);
    buffer_add(out, json_line(&object));
}

static bool print_unused(struct session *session, const struct unused *unused, bool json)
{
    struct buffer out = buffer_on(session->arena);
    for (; unused; unused = unused->next)
        add_unused(&out, session, unused, json);
    return print_result(session, buffer_text(&out));
}

static int run(struct session *session, const struct arguments *arguments)
{
    bool json = arguments_json(session, arguments->value[FORMAT]);
    struct inspection inspection;
    struct fill_job job = {
        .template = arguments->operand[0],
        .data = arguments->operands > 1 ? arguments->operand[1] : NULL,
        .annotate = arguments->value[ANNOTATE],
        .share = session->share,
        .language = session->language,
    };
    check_annotation(session, &job);
    if (session->findings.errors || !flow_inspect(&session->findings, &job, &inspection) ||
        !print_tags(session, &job, inspection.tags, json) ||
        !print_found(session, &inspection.found, json) ||
        !print_unused(session, inspection.unused, json))
        return STATUS_TROUBLE;
    return inspection.found.errors || inspection.found.warnings ? STATUS_FINDINGS : STATUS_CLEAN;
}

const struct command command_inspect = {
    .name = "inspect",
    .usage = "inspect TEMPLATE.docx [DATA.xml] [--format text|json] [--annotate COPY.docx]",
    .summary = {"list the tags of a Word file and what they need",
                "列出 Word 文件里的标签和所需的数据"},
    .least = 1,
    .most = 2,
    .options = options,
    .run = run,
};
