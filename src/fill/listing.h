/* The tags of a part, for those who ask what a template needs. Within the room. */
#ifndef FILL_LISTING_H
#define FILL_LISTING_H

#include "fill/fill.h"
#include "fill/story.h"

/* What the tags find from now on is kept for story_list. */
void story_watch(struct filler *filler, const struct story *story);
/* Adds the tags of a part; gives where those of the next one go. */
struct fill_tag **story_list(struct filler *filler, const struct story *story, bool is_played,
                             struct fill_tag **end);

#endif
