/* Widths of names and dates, by counting characters, and the indents that follow from them. */
#include "docx/closing.h"

#include "base/text.h"

static long least(long a, long b)
{
    return a < b ? a : b;
}

static long most(long a, long b)
{
    return a > b ? a : b;
}

/* Word takes indents in characters, which are as wide as the size says, and leaves no room between
 * Han characters and digits, as the document asks. LibreOffice takes twips, and version 7 always
 * leaves a fifth of a character there. What is measured for one would be off in the other by half
 * a character. */
enum reader { WORD, LIBREOFFICE };

static long em(const struct role_style *role)
{
    return role->size * TWIPS_PER_HALF_POINT;
}

static long indent(const struct role_style *role, long hundredths, enum reader reader)
{
    return reader == WORD ? em(role) * hundredths / 100 : role_chars(role, hundredths);
}

/* A digit is half as wide as a Han character; the spacing is the same. */
static long advance(const struct role_style *role, uint32_t code)
{
    return (code_is_wide(code) ? em(role) : em(role) / 2) + role->spacing;
}

static long paragraph_width(const struct role_style *role, const struct paragraph *paragraph,
                            enum reader reader)
{
    long width = 0;
    uint32_t last = 0;
    for (const struct run *run = paragraph->first; run; run = run->next) {
        const char *text = run->kind == RUN_TEXT ? run->text : "";
        if (run->kind == RUN_FIELD)
            width += indent(role, role->blank, reader);
        for (uint32_t code; (code = text_next(&text)); last = code) {
            width += advance(role, code);
            if (reader == LIBREOFFICE && last && code_is_wide(last) != code_is_wide(code))
                width += em(role) / 5;
        }
    }
    return width;
}

static const struct role_style *role_of(const struct style *style, const struct block *block)
{
    return &style->role[block->paragraph.role];
}

static bool is_of(const struct block *block, enum role role)
{
    return block && block->kind == BLOCK_PARAGRAPH && block->paragraph.role == role;
}

/* The role of the date that belongs to a name; ROLE_COUNT if the role is not that of a name. */
static enum role date_role(const struct role_style *name)
{
    return name->ahead_of != ROLE_COUNT ? name->ahead_of : name->centered_over;
}

const struct block *closing_names(const struct style *style, const struct block *names,
                                  const struct block *previous, const struct block *block)
{
    if (block->kind != BLOCK_PARAGRAPH)
        return NULL;
    bool goes_on = names && is_of(previous, names->paragraph.role);
    if (goes_on &&
        (is_of(block, names->paragraph.role) || is_of(block, date_role(role_of(style, names)))))
        return names;
    return date_role(role_of(style, block)) != ROLE_COUNT ? block : NULL;
}

/* Names and their date, measured. */
struct closing {
    enum reader reader;
    const struct role_style *name, *date;
    long longest; /* of the names; one that is longer than a line is as long as this */
    long dated;   /* width of the date */
};

static long names_width(const struct role_style *role, const struct block *names,
                        enum reader reader)
{
    long longest = 0;
    for (const struct block *block = names; is_of(block, names->paragraph.role);
         block = block->next)
        longest = most(longest, paragraph_width(role, &block->paragraph, reader));
    return longest;
}

static const struct block *date_below(const struct style *style, const struct block *names)
{
    const struct block *block = names;
    while (is_of(block, names->paragraph.role))
        block = block->next;
    return is_of(block, date_role(role_of(style, names))) ? block : NULL;
}

static struct closing closing_measure(const struct style *style, const struct block *names,
                                      const struct block *date, long width, enum reader reader)
{
    struct closing closing = {
        .reader = reader, .name = role_of(style, names), .date = role_of(style, date)};
    long room = width;
    if (closing.name->ahead_of != ROLE_COUNT)
        room -= indent(closing.name, closing.name->right, reader);
    closing.longest = least(names_width(closing.name, names, reader), room);
    closing.dated = paragraph_width(closing.date, &date->paragraph, reader);
    return closing;
}

/* 7.3.5.1, with a seal: the middle of the date is that of the names, unless a name so long would
 * not fit; then the names keep a middle of their own. */
static long centered_right(const struct closing *closing, const struct paragraph *name)
{
    long date_right = indent(closing->date, closing->date->right, closing->reader);
    long middle = most(date_right + closing->dated / 2, closing->longest / 2);
    long own = least(paragraph_width(closing->name, name, closing->reader), closing->longest);
    return middle - own / 2;
}

/* 7.3.5.2, without a seal: the date begins after the first character of the longest name; if it is
 * longer than that, the names go to the left instead. */
static long ahead_right(const struct closing *closing, bool is_name, bool date_is_longer)
{
    long name_right = indent(closing->name, closing->name->right, closing->reader);
    long date_right = indent(closing->date, closing->date->right, closing->reader);
    long ahead = indent(closing->name, closing->name->ahead, closing->reader);
    if (date_is_longer)
        return is_name ? date_right + closing->dated + ahead - closing->longest : date_right;
    return is_name ? name_right : name_right + closing->longest - ahead - closing->dated;
}

bool closing_right(const struct style *style, const struct block *names, const struct block *block,
                   long width, struct right_indent *right)
{
    const struct block *date = names ? date_below(style, names) : NULL;
    if (!date)
        return false;
    struct closing word = closing_measure(style, names, date, width, WORD);
    struct closing twips = closing_measure(style, names, date, width, LIBREOFFICE);
    bool is_name = block != date;
    if (word.name->ahead_of != ROLE_COUNT) {
        bool date_is_longer = word.dated > word.longest;
        right->chars = ahead_right(&word, is_name, date_is_longer);
        right->twips = ahead_right(&twips, is_name, date_is_longer);
    } else if (is_name) {
        right->chars = centered_right(&word, &block->paragraph);
        right->twips = centered_right(&twips, &block->paragraph);
    } else {
        return false;
    }
    right->chars = most(right->chars * 100 / em(role_of(style, block)), 1); /* 0 would be unset */
    right->twips = most(right->twips, 0);
    return true;
}

static const struct paragraph *first_paragraph(const struct cell *cell)
{
    return cell->first && cell->first->kind == BLOCK_PARAGRAPH ? &cell->first->paragraph : NULL;
}

static long name_width(const struct style *style, const struct cell *cell)
{
    const struct paragraph *name = first_paragraph(cell);
    return name ? paragraph_width(&style->role[name->role], name, WORD) : 0;
}

long closing_column(const struct style *style, const struct table *table, const struct cell *cell,
                    long width)
{
    const struct paragraph *name = first_paragraph(cell);
    const struct role_style *role = name ? &style->role[name->role] : NULL;
    if (!role || !role->spread)
        return 0;
    long longest = 0;
    for (const struct row *row = NULL; (row = table_next_row(table, row));)
        for (const struct cell *other = row->first; other; other = other->next)
            if (other->column == cell->column)
                longest = most(longest, name_width(style, other));
    return least(longest, width - role_chars(role, role->left + role->right));
}

const struct block *closing_above(const struct table *table, const struct cell *cell)
{
    const struct row *row = table_next_row(table, NULL);
    for (const struct cell *other = row->first; other; other = other->next)
        if (other == cell)
            return NULL;
    return row->first ? row->first->first : NULL;
}

long closing_gap(const struct role_style *role, const struct paragraph *name, long width)
{
    const struct run *run = name->first;
    if (!width || !run || run->next || run->kind != RUN_TEXT)
        return 0;
    long gaps = (long)text_count(run->text) - 1;
    long room = width - paragraph_width(role, name, WORD);
    return gaps > 0 && (gaps + 1) * 100 <= role->spread && room > 0 ? room / gaps : 0;
}
