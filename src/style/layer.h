/* A style and those that it is based on, read but not yet understood: layer 0 is the base of all.
 */
#ifndef STYLE_LAYER_H
#define STYLE_LAYER_H

#include "style/style.h"
#include "xml/tree.h"

enum { LAYERS_MOST = 8 };

struct layers {
    struct xml_document *document[LAYERS_MOST];
    int count;
    bool complete; /* down to a style that has no base */
};

/* Reads the files and checks their names: elements, attributes. False if anything was reported. The
 * caller frees the layers in either case. */
bool layers_read(struct findings *findings, const char *name, struct place asked,
                 style_find_fn find, void *context, struct layers *layers);
void layers_free(struct layers *layers);

#endif
