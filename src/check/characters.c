/* Characters: marks, brackets, the ends of sentences, script and terms. */
#include "check/families.h"
#include "check/prose.h"

void check_characters(struct subject *subject)
{
    check_marks(subject);
    check_brackets(subject);
    check_sentences(subject);
    check_script(subject);
    check_terms(subject);
}
