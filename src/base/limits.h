/* Caps over input. Each is said in the manual and tested at the cap and one past it. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
    LIMIT_FILE_BYTES = 32 * 1024 * 1024, /* one input file */
    LIMIT_FINDINGS = 200,                /* problems reported in one run */
    LIMIT_GROUP_DEPTH = 16,              /* nested groups of a rubric */
    LIMIT_FOLDER_NAME = 100,             /* bytes of a department's id that names a folder */
    LIMIT_INDICATORS = 20000,            /* of a rubric */
    LIMIT_GROUPS = 20000,                /* of a rubric */
    LIMIT_INDICATOR_ID = 48,             /* characters: with an ending it is a form field's */
    LIMIT_DEPARTMENTS = 500,             /* of a notice or a rubric */
    LIMIT_LIKELY = 12,                   /* indicators that one of the other scheme may have been */
    LIMIT_LIKENESS_CHARACTERS = 400,     /* of a wording that is looked at */
    LIMIT_WORDS_COMPARED = 500,          /* of a wording, between the first change and the last */
    LIMIT_REST_DAYS = 4000,              /* days in one file of rest days */
    LIMIT_SECTION_DEPTH = 32,            /* nested sections and partials of a template */
    LIMIT_LIST_DEPTH = 8,                /* nested lists and quotes of Markdown */
    LIMIT_TAGS = 4096,                   /* tags in one stretch of a template */
#ifdef TURNS_MOST                        /* where it is fuzzed: no short input may take long */
    LIMIT_TURNS = TURNS_MOST,
#else
    LIMIT_TURNS = 1000000, /* of all sections and rows of the templates */
#endif
    LIMIT_TABLE_COLUMNS = 32,    /* of a table that a template makes */
    LIMIT_TABLE_ROWS = 20000,    /* of it */
    LIMIT_CHART_CATEGORIES = 40, /* more have no room for their names on a page */
    LIMIT_CHART_SERIES = 2,
    LIMIT_XPATH_BYTES = 2000,               /* one expression */
    LIMIT_FIELD_ID = 64,                    /* characters of a form field's id: Word's own limit */
    LIMIT_CHOICES = 100,                    /* of one form field */
    LIMIT_TITLE = 200,                      /* characters of a title that is broken into lines */
    LIMIT_PACKAGE_ENTRIES = 4096,           /* of a ZIP package that is read */
    LIMIT_PART_BYTES = 16 * 1024 * 1024,    /* one entry, inflated */
    LIMIT_PACKAGE_BYTES = 64 * 1024 * 1024, /* all entries that are read, inflated */
    LIMIT_STYLE_CHAIN = 32,                 /* styles of a Word file, each based on the next */
    LIMIT_PATTERN_STEPS = 1000000,          /* of one search in a text */
    LIMIT_PATTERN_BYTES = 64 * 1024 * 1024, /* memory of one search */
    LIMIT_PARAGRAPHS = 100000,              /* of a Word file whose text is read */
    LIMIT_FIELD_BYTES = 16 * 1024 * 1024,   /* of all form fields of such a file */
    LIMIT_TABLE_DEPTH = 8,                  /* tables inside tables of such a file */
    LIMIT_GRID_ROWS = 20000,                /* of a table that is read, whatever the file */
    LIMIT_GRID_COLUMNS = 256,               /* of it */
    LIMIT_GRID_PLACES = 2000000,            /* rows times columns, of all tables of a file */
    LIMIT_SHEETS = 1000,                    /* of one workbook */
    LIMIT_TERMS = 2000,                     /* lines of a list of a scheme's words */
    LIMIT_FORMS = 1000,                     /* that are put together in one run */
    LIMIT_FORM_VALUE = 10000,               /* characters filled into one place of a form */
    LIMIT_BAG_FILES = 10000,                /* files of one bag of an archive */
    LIMIT_BAG_BYTES = 512 * 1024 * 1024,    /* all of them */
    LIMIT_BAG_DEPTH = 64,                   /* folders of a bag, one inside the other */
};

#endif
