/* The text files that make a folder a bag: bagit.txt, bag-info.txt, manifests (RFC 8493, 2.1 and
 * 2.2). */
#ifndef ARCHIVE_MANIFEST_H
#define ARCHIVE_MANIFEST_H

#include "archive/bag.h"
#include "base/buffer.h"

#define BAG_DECLARATION "bagit.txt"
/* 2.1.1: two lines, for this version. */
#define BAG_DECLARATION_TEXT "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

/* A line of a manifest. */
struct manifest_line {
    const char *digest;
    const char *path;
};

/* "digest  path", as sha256sum -c reads it. */
void manifest_add(struct buffer *out, const struct manifest_line *line);

enum manifest_fault { MANIFEST_FINE, MANIFEST_MALFORMED, MANIFEST_LEADS_OUT };
/* Reads one line: 2.1.3 lets blanks and tabs part the two, and writes CR, LF and % as %0D, %0A and
 * %25. */
enum manifest_fault manifest_read(struct arena *arena, const char *text,
                                  struct manifest_line *line);

/* "Label: Value", continued in the next line where it would be longer than 79 characters (2.2.2).
 */
void info_add(struct buffer *out, const struct bag_tag *tag);
/* The value of the only line with this label; NULL if there is none or more than one. */
const char *info_value(struct arena *arena, const char *text, const char *label);

/* "octets.files" of the payload. */
const char *payload_oxum(const struct bag *bag);

#endif
