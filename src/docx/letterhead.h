/* The letterhead of an office's Word file: its headers and footers with all that they refer to,
 * ready to go into documents of ours. */
#ifndef DOCX_LETTERHEAD_H
#define DOCX_LETTERHEAD_H

#include "opc/input.h"
#include "style/style.h"
#include "zip/package_store.h"

enum letterhead_place { LETTERHEAD_HEADER, LETTERHEAD_FOOTER, LETTERHEAD_PLACES };
/* On which pages a header stands (ECMA-376 part 1, 17.18.36): on odd ones, on even ones, on the
 * first. */
enum letterhead_pages { LETTERHEAD_ODD, LETTERHEAD_EVEN, LETTERHEAD_FIRST, LETTERHEAD_PAGES };

enum { LETTERHEAD_LANGUAGES = 3 };

/* A part as it goes into a package of ours. */
struct letterhead_part {
    const char *name;         /* word/letterhead/1-header1.xml */
    const char *type;         /* of its content; NULL: that of relationships */
    const char *id;           /* of the document's relationship to it, */
    const char *relationship; /* and its type; NULL: another part refers to it */
    const char *source;       /* its name in the office's file */
    bool is_header, is_footer;
    struct file file;         /* its bytes and whence they come; NULL: as they were deflated, */
    struct deflated deflated; /* to this */
};

struct letterhead_attribute {
    const char *name, *value;
};

struct letterhead {
    struct letterhead_part *parts;
    size_t count;
    /* Of the relationships to headers and footers; NULL: ours stays. Pages across keep ours. */
    const char *id[LETTERHEAD_PLACES][LETTERHEAD_PAGES];
    bool has_first_page;                           /* the first page is unlike the others */
    const char *styles;                            /* <w:style> elements that the parts use */
    const struct letterhead_attribute *namespaces; /* that these need, attributes of <w:styles> */
    size_t namespace_count;
    bool has_theme;
    const char *theme_languages[LETTERHEAD_LANGUAGES]; /* of Latin, East Asian and other text, by
                                                          which it gives fonts; NULL: none */
};

/* Of the last upright section. NULL if nothing stands in its headers and footers, or if something
 * in them is refused, which is reported. `owner` is the name of word/document.xml, `style` what our
 * documents look like: a style of theirs that has the id or name of one of ours gets another. All
 * lives on the findings' arena. */
const struct letterhead *letterhead_read(struct findings *findings, struct opc_input *input,
                                         const char *owner, struct xml_document *document,
                                         const struct style *style);

#endif
