/* Findings as bytes, to go from one process to another. Within the room. */
#ifndef FLOW_PARCEL_H
#define FLOW_PARCEL_H

#include "base/buffer.h"
#include "base/finding.h"

/* Adds the findings that are listed: rules, where they stand, and values. */
void parcel_pack(struct buffer *out, const struct findings *findings);
/* Reads back what parcel_pack put at *at, which moves past it. Their words stay in those bytes. */
void parcel_unpack(const char **at, struct findings *findings);

#endif
