/* Where the values of an XML text stand, byte for byte, so that it can be changed and all else
 * keeps its place. */
#ifndef XML_SCAN_H
#define XML_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum xml_span_kind { SPAN_ATTRIBUTE, SPAN_TEXT, SPAN_COMMENT };

struct xml_span {
    enum xml_span_kind kind;
    const char *element;   /* that it belongs to; "" after a child that has content, of a comment */
    const char *attribute; /* NULL but for an attribute */
    size_t tag;            /* where the start tag of the element begins */
    size_t start, end;     /* the value, without quotation marks and as it is written */
};

/* Over a text that xml_parse accepts; of another one the spans mean nothing, but lie in it. */
struct xml_scan {
    struct arena *arena;
    const char *text;
    size_t at;
    bool in_tag;
    struct {
        const char *name;
        size_t tag;
    } element, outer;
};

struct xml_scan xml_scan_of(struct arena *arena, const char *text);
/* The next span in the order of the text; false at the end. */
bool xml_scan_next(struct xml_scan *scan, struct xml_span *span);

#endif
