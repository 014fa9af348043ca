/* What the words of a paragraph say that it is. Texts are without blanks at their ends. */
#ifndef DOCX_WORDING_H
#define DOCX_WORDING_H

#include <stdbool.h>
#include <stddef.h>

/* 2022年8月2日 and nothing else, in digits or Han numerals, also not yet filled in. */
bool is_date_text(const char *text);

/* 市政字〔2022〕11号, also with other brackets; what may follow is `rest`. */
bool starts_with_number(const char *text, const char **rest);

/* 附件, 附件1 or 附件一 alone. *number is 0 where there is none in digits; *colon whether a colon
 * follows. */
bool is_annex_label(const char *text, long *number, bool *colon);

/* A text in brackets. */
bool is_bracketed(const char *text);

/* Whether a text begins with one of the words and a colon; *rest is what follows. `words` ends with
 * NULL. */
bool starts_with_label(const char *text, const char *const *words, const char **rest);

/* 抄送：…, and …2022年8月2日印发. */
bool is_copy_text(const char *text);
bool is_printing_text(const char *text);

/* 联系人：…, also without the colon before digits and letters. */
bool is_contact_text(const char *text);

/* The name of an organ, and maybe a mark. */
bool ends_with_organ(const char *text, bool *has_mark);
bool ends_with_colon(const char *text);

/* Bytes to the end of the first sentence, its 。 included; 0 if there is no 。 */
size_t sentence_length(const char *text);

#endif
