/* A reference document: a Word file of the office's own, whose styles, fonts and page setup are
 * taken over, as pandoc does, and its letterhead. */
#ifndef DOCX_REFERENCE_H
#define DOCX_REFERENCE_H

#include "base/file.h"
#include "docx/letterhead.h"
#include "style/style.h"

/* How documents look. */
struct appearance {
    const struct style *style;           /* NULL: that is wrong, and was reported */
    const struct letterhead *letterhead; /* NULL: none */
};

/* `base` with what the file says: the look of each role is that of the paragraph style with the
 * role's name. Rules, tabs, tables and page numbers stay as in `base`; so do roles that the file
 * has no style for, except that they follow its body text where they follow that of `base`.
 * Reports everything that is wrong, and then gives nothing. The file was read by file_read; what is
 * given lives on the findings' arena. */
struct appearance reference_apply(struct findings *findings, const struct style *base,
                                  const struct file *file);

#endif
