/* Blocks that stand in one document after the other are printed once. */
#ifndef DOCX_PRINTED_H
#define DOCX_PRINTED_H

#include "docx/body.h"

/* Prints a block and fills the page with it, whatever it is and wherever it stands. */
typedef void block_printer(struct body *body, const struct block *previous,
                           const struct block *block, struct setting setting);

/* The same, by that printer or from what it printed before. */
void printed_write(struct body *body, const struct block *previous, const struct block *block,
                   struct setting setting, block_printer *print);

#endif
