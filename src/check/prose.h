/* The rules over headings and characters, a file each; they report what they find in the whole
 * document. */
#ifndef CHECK_PROSE_H
#define CHECK_PROSE_H

#include "check/subject.h"

void check_series(struct subject *subject);       /* heading-series of headings and lists */
void check_enumerations(struct subject *subject); /* and of numbers inside a paragraph */
void check_marks(struct subject *subject);        /* what an expression finds */
void check_brackets(struct subject *subject);
void check_sentences(struct subject *subject); /* sentence-end, list-end */
void check_script(struct subject *subject);
void check_terms(struct subject *subject); /* term-variant */

#endif
