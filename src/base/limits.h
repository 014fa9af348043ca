/* Caps over input. Each is said in the manual and tested at the cap and one past it. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
    LIMIT_FILE_BYTES = 32 * 1024 * 1024, /* one input file */
    LIMIT_FINDINGS = 200,                /* problems reported in one run */
    LIMIT_GROUP_DEPTH = 16,              /* nested groups of a rubric */
    LIMIT_SECTION_DEPTH = 32,            /* nested sections and partials of a template */
    LIMIT_LIST_DEPTH = 8,                /* nested lists and quotes of Markdown */
    LIMIT_TAGS = 4096,                   /* tags in one stretch of a template */
    LIMIT_TABLE_COLUMNS = 32,
    LIMIT_TABLE_ROWS = 20000,
    LIMIT_XPATH_BYTES = 2000, /* one expression */
};

#endif
