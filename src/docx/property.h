/* Elements and attributes that say how a Word file looks. */
#ifndef DOCX_PROPERTY_H
#define DOCX_PROPERTY_H

#include "xml/tree.h"

#define DOCX_MAIN "word/document.xml" /* the main part, as all programs name it */

enum number_kind {
    NUMBER_LENGTH, /* twips, not negative */
    NUMBER_TWIPS,
    NUMBER_SIZE, /* half-points */
    NUMBER_CHARS /* 1/100 character */
};

/* The child of that name; NULL if there is none, or no node. */
struct xml_node *property_below(struct xml_node *node, const char *name);
/* w:val of that child; NULL if there is none. */
const char *property_value(struct xml_node *node, const char *name);
/* The attribute of that name whatever its namespace; "" if it is not there. */
const char *attribute_or_empty(const struct xml_node *node, const char *name);
/* Whether a property that is on or off is there and on. */
bool property_is_on(const struct xml_node *property);
bool switch_is_on(const char *value); /* of w:val */

/* Reads an attribute; one that is not there leaves *value as it is. False and reported if it is no
 * number or out of the range that Word knows. */
bool property_number(struct findings *findings, const struct xml_node *node, const char *attribute,
                     enum number_kind kind, long *value);

/* Reports an attribute whose value is not what it must be. */
void property_report(struct findings *findings, const struct xml_node *node, const char *attribute,
                     const char *english, const char *chinese);

#endif
