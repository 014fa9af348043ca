/* Playing the program of a story: the bytes of its part, with what the data give. Within the room.
 */
#ifndef FILL_PLAY_H
#define FILL_PLAY_H

#include "base/buffer.h"
#include "compose/compose.h"
#include "compose/field_ids.h"
#include "fill/looks.h"
#include "fill/numbers.h"
#include "fill/op.h"

/* What all stories of a file share. */
struct filling {
    struct filler *filler;
    struct composer *composer; /* of prose; NULL: the data have none */
    const struct looks *looks;
    struct numbers *numbers;     /* that elements may still have */
    struct restarts *restarts;   /* of lists */
    struct field_ids *field_ids; /* of form fields */
    size_t turns;                /* that sections have taken so far */
};

struct player {
    struct filling *filling;
    const struct program *program;
    struct buffer out;
    bool seen;           /* something that shows was written since that was last asked */
    bool *done;          /* what stands once: written */
    struct above *above; /* the row that was written before in this table; NULL: none that merges */
    struct above *row;   /* that is being written */
};

/* Its bytes are the arena's. Whatever goes wrong is reported. */
struct buffer program_play(struct filling *filling, const struct program *program,
                           struct scope scope);

/* For the files that know some of the ops. */
void ops_play(struct player *player, const struct op *ops, struct scope scope);
void bytes_play(struct player *player, struct bytes bytes);
/* False, and reported at the mark, if the expression of its tag cannot be worked out. */
bool mark_run(struct player *player, const struct mark *mark, struct scope scope,
              struct xpath_value *value);
/* That the expression of its tag finds nothing where something must stand. */
void empty_report(struct player *player, const struct mark *mark, struct scope scope);
bool is_blank_since(const struct player *player, size_t length); /* of what is written */
bool ends_with_table(const struct player *player);
/* A paragraph without words, with the properties that the op has. */
void blank_play(struct player *player, const struct op *op);

void row_play(struct player *player, const struct op *op, struct scope scope);
void cell_play(struct player *player, const struct op *op, struct scope scope);
void phrase_play(struct player *player, const struct op *op, struct scope scope);
void blocks_play(struct player *player, const struct op *op, struct scope scope);
/* The runs of a composed paragraph: they look as its style says, or as the op does. */
void runs_play(struct player *player, const struct op *op, bool is_styled,
               const struct paragraph *paragraph);
/* A composed table, its cells' words as the op says where the template has no style for them. */
void table_play(struct player *player, const struct op *op, const struct table *table);
/* A form field in runs that look as the op says. */
void control_play(struct player *player, const struct op *op, const struct run *field);
void field_play(struct player *player, const struct op *op, struct scope scope);

#endif
