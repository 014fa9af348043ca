/* The functions of the tag language beside those of XPath. docs/templates.md lists them. */
#ifndef TAG_FUNCTIONS_H
#define TAG_FUNCTIONS_H

#include "xml/xpath.h"

extern const struct xpath_function_entry tag_functions[]; /* ends with name NULL */

#endif
