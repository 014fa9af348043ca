/* Everything the program can find wrong, in one table: rule id, severity, words and remedy in
 * English and Chinese. {0}, {1}, … stand for the finding's values. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include "base/arena.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE };
enum language { LANGUAGE_ENGLISH, LANGUAGE_CHINESE, LANGUAGE_COUNT };

enum rule {
#define RULE(name, id, severity, en, zh, en_hint, zh_hint) RULE_##name,
#include "base/rules.def"
#undef RULE
    RULE_COUNT
};

struct message {
    const char *id;
    enum severity severity;
    const char *words[LANGUAGE_COUNT];
    const char *hint[LANGUAGE_COUNT]; /* "" if there is nothing to add */
    const char *source; /* of a rule of check: clause or reason, in Chinese as it is cited; NULL */
};

const struct message *message_of(enum rule rule);
const char *severity_word(enum severity severity, enum language language);

/* `pattern` with {0} … {9} replaced; `values` ends with NULL, a missing value is empty. */
char *message_fill(struct arena *arena, const char *pattern, const char *const *values);

#endif
