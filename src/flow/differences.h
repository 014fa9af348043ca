/* A <diff> (data/diff.xsd) for a terminal and for programs. */
#ifndef FLOW_DIFFERENCES_H
#define FLOW_DIFFERENCES_H

#include "base/buffer.h"
#include "base/message.h"
#include "xml/tree.h"

/* A line for each change, with + - or ~ before it and [-deleted-]{+inserted+} in it; nothing if
 * there is
 * none; last how many of each, and the points of both. */
void differences_text(struct buffer *out, struct xml_node *diff, enum language language);
/* An object of JSON a line: one for each change and for each sum of points that shifts, and a
 * summary. */
void differences_json(struct buffer *out, struct xml_node *diff);

#endif
