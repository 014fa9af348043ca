/* The table of roles. */
#include "doc/role.h"

#include <string.h>

static const struct role_info roles[] = {
#define ROLE(name, id, outline) {id, outline},
    ROLES(ROLE)
#undef ROLE
};

static const char *const names[] = {
#define ROLE(name, id, outline) id,
    ROLES(ROLE)
#undef ROLE
};

const struct role_info *role_info(enum role role)
{
    return &roles[role];
}

enum role role_named(const char *id)
{
    for (size_t i = 0; i < ROLE_COUNT; i++)
        if (strcmp(names[i], id) == 0)
            return (enum role)i;
    return ROLE_COUNT;
}

const char *const *role_names(void)
{
    return names;
}

enum role role_heading(int level)
{
    return (enum role)(ROLE_HEADING_1 + level - 1);
}
