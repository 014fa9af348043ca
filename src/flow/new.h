/* The job of `gongwen new`: a small notice to begin with. */
#ifndef FLOW_NEW_H
#define FLOW_NEW_H

#include "base/file.h"

/* Copies templates/new/KIND to a folder that has none of its files yet. False if something was
 * reported. */
bool flow_new(struct findings *findings, const char *share, const char *kind, const char *folder);

#endif
