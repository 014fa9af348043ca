/* Following a document from its head to its record. */
#include "docx/recognise.h"

#include "base/text.h"
#include "docx/clue.h"
#include "docx/reshape.h"

/* Short lines over the title leave it still to come. */
static enum stage stage_below_other(const struct clue *clue)
{
    enum { LINE_MOST = 40 };
    bool may_precede = clue->stage == STAGE_HEAD && clue->count <= LINE_MOST;
    return clue->stage == STAGE_CLOSED || may_precede ? clue->stage : STAGE_TEXT;
}

static enum stage stage_below(const struct clue *clue, enum role role)
{
    switch (role) {
    case ROLE_COPY_NUMBER:
    case ROLE_SECRECY:
    case ROLE_URGENCY:
    case ROLE_ISSUER_MARK:
    case ROLE_DOCUMENT_NUMBER:
    case ROLE_NUMBER_UPWARD:
        return clue->stage;
    case ROLE_ANNEX_LABEL:
        return STAGE_HEAD;
    case ROLE_TITLE:
    case ROLE_SUBTITLE:
        return STAGE_TITLE;
    case ROLE_ANNEX_LIST:
    case ROLE_ANNEX_LIST_FIRST:
    case ROLE_ANNEX_LIST_NEXT:
        return STAGE_LIST;
    case ROLE_DATE:
    case ROLE_DATE_UNSEALED:
    case ROLE_DATE_JOINT:
    case ROLE_NOTE:
    case ROLE_COPY_TO:
    case ROLE_PRINTING:
        return STAGE_CLOSED;
    default:
        return stage_below_other(clue);
    }
}

/* the whole */

static enum role recognise_paragraph(struct clue *clue, const struct passage *passage)
{
    clue->passage = passage;
    clue->text = passage_text(clue->arena, passage);
    clue->count = text_count(clue->text);
    if (passage->starts_page && clue_is_centered(clue))
        clue->stage = STAGE_HEAD;
    enum role role = passage->role != ROLE_COUNT ? passage->role : clue_role(clue);
    clue->stage = stage_below(clue, role);
    clue->first_page &= role != ROLE_ANNEX_LABEL;
    clue->previous = role;
    clue->previous_text = clue->text;
    clue->below_table = false;
    return role;
}

static void pass_table(struct clue *clue)
{
    clue->previous = ROLE_COUNT;
    clue->previous_text = NULL;
    clue->below_table = true;
}

/* The passage to go on after. */
static struct passage *settle(struct clue *clue, struct passage *previous, struct passage *passage)
{
    enum role role = recognise_paragraph(clue, passage);
    passage_set_role(passage, role);
    if (passage_goes_on_title(previous, passage)) {
        passage_join_title(clue->arena, previous, passage);
        return previous;
    }
    if (passage->role == ROLE_COUNT && role_info(role)->outline)
        passage_run_in(clue->arena, passage);
    return passage;
}

void recognise(struct reader *reader, struct flow *flow)
{
    struct clue clue = {
        .arena = reader->arena, .stage = STAGE_HEAD, .first_page = true, .previous = ROLE_COUNT};
    struct passage *previous = NULL;
    for (struct passage *passage = flow->first; passage; passage = passage->next) {
        if (!is_paragraph(passage) && is_record_table(reader->arena, passage))
            passage = flow_unwrap(reader->arena, flow, previous, passage);
        clue.first_page &= !previous || !passage->starts_page;
        if (is_paragraph(passage))
            passage = settle(&clue, previous, passage);
        else
            pass_table(&clue);
        previous = passage;
    }
    flow->last = previous;
}
