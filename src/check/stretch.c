/* Paragraphs of one role in a row. */
#include "check/stretch.h"

#include <string.h>

#include "base/buffer.h"
#include "check/kind.h"

static const struct passage *next_of_stretch(const struct passage *passage)
{
    const struct passage *next = passage->next;
    bool goes_on = next && next->role == passage->role && next->section == passage->section &&
                   next->cell == passage->cell;
    return goes_on ? next : NULL;
}

bool stretch_find(const struct subject *subject, const struct passage *from, enum role role,
                  struct stretch *stretch)
{
    while (from && from->role != role)
        from = from->next;
    *stretch = (struct stretch){from, from, NULL};
    struct buffer text = buffer_on(subject->arena);
    for (const struct passage *p = from; p; p = next_of_stretch(p)) {
        buffer_add(&text, p->text);
        stretch->last = p;
    }
    stretch->text = buffer_text(&text);
    return from;
}

bool stretch_next(const struct subject *subject, struct stretch *stretch, enum role role)
{
    const struct passage *from = stretch->last ? stretch->last->next : subject->passages;
    while (stretch_find(subject, from, role, stretch)) {
        if (!section_is_annex(stretch->first->section))
            return true;
        from = stretch->last->next;
    }
    return false;
}

struct spot stretch_spot(const struct subject *subject, const struct stretch *stretch, size_t start,
                         size_t end)
{
    const struct passage *passage = stretch->first;
    for (; passage != stretch->last && start >= strlen(passage->text); passage = passage->next) {
        start -= strlen(passage->text);
        end -= strlen(passage->text);
    }
    return spot_in(subject, passage, start, end);
}
