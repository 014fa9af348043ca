/* Names of the bookmarks that form fields stand in: LibreOffice, when it saves, keeps no more of a
 * field. */
#ifndef DOCX_BOOKMARK_H
#define DOCX_BOOKMARK_H

#include "base/arena.h"

enum { BOOKMARK_MOST = 40 }; /* characters of a bookmark's name that Word keeps */

/* f_ID, with _ for what Word takes in no name and __ for _, so that different ids of small letters,
 * Han, digits, - and _ have different names. Of other ids, and where the name would be longer than
 * BOOKMARK_MOST, part of the middle is taken out for a hash of the whole. */
const char *field_bookmark(struct arena *arena, const char *id);

/* The words behind f_ of such a name; NULL of another, or of none. */
const char *field_of_bookmark(const char *name);

#endif
