/* A walk over the bytes of an XML text. */
#include "xml/scan.h"

#include <string.h>

#include "base/text.h"

#define BLANKS " \t\r\n"

struct xml_scan xml_scan_of(struct arena *arena, const char *text)
{
    return (struct xml_scan){.arena = arena, .text = text, .element.name = "", .outer.name = ""};
}

static const char *here(const struct xml_scan *scan)
{
    return scan->text + scan->at;
}

static void skip_any(struct xml_scan *scan, const char *characters)
{
    scan->at += strspn(here(scan), characters);
}

/* To the first of the characters, or the end of the text. */
static size_t reach_any(struct xml_scan *scan, const char *characters)
{
    return scan->at += strcspn(here(scan), characters);
}

static char *read_name(struct xml_scan *scan, const char *ends)
{
    size_t start = scan->at;
    return arena_copy_n(scan->arena, scan->text + start, reach_any(scan, ends) - start);
}

/* The span up to the words that close it, which are passed over. */
static struct xml_span span_to(struct xml_scan *scan, enum xml_span_kind kind, const char *close)
{
    struct xml_span span = {
        .kind = kind,
        .element = kind == SPAN_COMMENT ? "" : scan->element.name,
        .tag = scan->element.tag,
        .start = scan->at,
    };
    const char *end = strstr(here(scan), close);
    span.end = end ? (size_t)(end - scan->text) : span.start + strlen(here(scan));
    scan->at = end ? span.end + strlen(close) : span.end;
    return span;
}

static void open_tag(struct xml_scan *scan)
{
    scan->outer = scan->element;
    scan->element.tag = scan->at++;
    scan->element.name = read_name(scan, BLANKS "/>");
    scan->in_tag = true;
}

/* Comments, CDATA and instructions give a span, tags none. */
static bool read_markup(struct xml_scan *scan, struct xml_span *span)
{
    static const struct {
        const char *open, *close;
        enum xml_span_kind kind;
    } markup[] = {
        {"<!--", "-->", SPAN_COMMENT},
        {"<![CDATA[", "]]>", SPAN_TEXT},
        {"<?", "?>", SPAN_COMMENT},
    };
    for (size_t i = 0; i < sizeof markup / sizeof *markup; i++)
        if (text_starts(here(scan), markup[i].open)) {
            scan->at += strlen(markup[i].open);
            *span = span_to(scan, markup[i].kind, markup[i].close);
            return true;
        }
    if (text_starts(here(scan), "</")) {
        span_to(scan, SPAN_TEXT, ">");
        scan->element.name = "";
    } else {
        open_tag(scan);
    }
    return false;
}

/* An attribute, or the end of the tag. */
static bool read_attribute(struct xml_scan *scan, struct xml_span *span)
{
    skip_any(scan, BLANKS);
    if (text_starts(here(scan), "/")) {
        scan->element = scan->outer;
        skip_any(scan, "/");
    }
    if (text_starts(here(scan), ">")) {
        scan->at++;
        scan->in_tag = false;
        return false;
    }
    const char *name = read_name(scan, BLANKS "=>");
    reach_any(scan, "\"'>");
    if (!*here(scan) || *here(scan) == '>')
        return false;
    const char quote[] = {scan->text[scan->at++], '\0'};
    *span = span_to(scan, SPAN_ATTRIBUTE, quote);
    span->attribute = name;
    return true;
}

static void read_text(struct xml_scan *scan, struct xml_span *span)
{
    *span = (struct xml_span){
        .kind = SPAN_TEXT,
        .element = scan->element.name,
        .tag = scan->element.tag,
        .start = scan->at,
    };
    span->end = reach_any(scan, "<");
}

bool xml_scan_next(struct xml_scan *scan, struct xml_span *span)
{
    while (*here(scan)) {
        if (scan->in_tag) {
            if (read_attribute(scan, span))
                return true;
        } else if (*here(scan) != '<') {
            read_text(scan, span);
            return true;
        } else if (read_markup(scan, span)) {
            return true;
        }
    }
    return false;
}
