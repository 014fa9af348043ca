/* What a paragraph is, by its role and the section in which it stands. */
#ifndef CHECK_KIND_H
#define CHECK_KIND_H

#include "check/subject.h"

/* Whether it belongs to an annex, whose own list of annexes or signature are those of a form. */
bool section_is_annex(const struct section *section);

/* In the notice itself or the document it issues, not in an annex or the record. */
bool is_main_text(const struct passage *passage);
bool is_heading(const struct passage *passage);    /* of level 1 to 4 */
bool is_list_item(const struct passage *passage);  /* a numbered paragraph */
bool is_annex_item(const struct passage *passage); /* of the list of annexes, wherever it stands */
bool is_signature(const struct passage *passage);  /* 发文机关署名 */
bool is_date(const struct passage *passage);       /* 成文日期 */

/* Whether the number of a paragraph follows that of another, as （三） follows （二）. */
bool ordinal_follows(const struct passage *before, const struct passage *after);

#endif
