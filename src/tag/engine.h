/* What the files of this room share. */
#ifndef TAG_ENGINE_H
#define TAG_ENGINE_H

#include "tag/tag.h"

struct tag_engine {
    struct findings *findings; /* of what is read */
    struct findings *told;     /* of what is worked out */
    struct xpath_engine *xpath;
    const struct vocabulary *vocabulary;
};

/* That a tag is not understood, and how it is to be written. */
void tag_report(struct tag_engine *engine, const struct tag *tag, const char *english,
                const char *chinese);

/* Takes a field's expression apart: its kind, id, prompt and choices. False if what is wrong was
 * reported. */
bool field_read(struct tag_engine *engine, struct tag *tag);

#endif
