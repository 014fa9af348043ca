/* How far an expression sees: whether all that it looks at lies in one tree of the document. */
#ifndef TAG_REACH_H
#define TAG_REACH_H

#include "xml/tree.h"

enum standpoint {
    STANDS_INSIDE, /* in the tree */
    STANDS_ABOVE,  /* on the way from its top to the root of the document */
    STANDS_ASIDE,  /* anywhere else */
};

/* Where a node stands to the tree below `top`. */
struct reach {
    struct xml_node *top;
    enum standpoint standpoint;
    long levels; /* INSIDE: so many at least below the top. ABOVE: so many above it. ASIDE: so many
                    below the node of that way that is next, */
    long fork;   /* which is so many above the top */
};

struct reach reach_of(struct xml_node *top, struct xml_node *node);

/* What an expression that runs on a node may be seen to give. */
enum sight {
    SIGHT_LOST,  /* it may look at something outside the tree */
    SIGHT_VALUE, /* a value made of the tree alone, or of nothing */
    SIGHT_NODES, /* nodes of the tree, which are found without a look elsewhere */
};

/* Where it may stand for SIGHT_NODES is told in *inside. Whoever takes nodes above the tree by
 * their names must find one of each name there. */
enum sight reach_sight(const char *expression, struct reach from, struct reach *inside);

#endif
