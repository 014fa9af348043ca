/* A collection as XML, for the template that prints it. */
#ifndef INTAKE_COLLECTION_XML_H
#define INTAKE_COLLECTION_XML_H

#include "intake/collection.h"

/* As data/collection.xsd says. Made for the caller to free. */
struct xml_document *collection_xml(const struct collection *collection);

/* answered, missing or older; points, deduction, veto or plain. */
const char *seat_state(const struct seat *seat);
const char *kind_name(const struct indicator *indicator);

/* Its points as they are printed: 2分; NULL if it has none. */
const char *indicator_label(const struct indicator *indicator);
const char *domain_title(const struct indicator *indicator);

#endif
