/* Bars have the thickness that the style wants, or less where a page is full; names are broken into
 * lines and made smaller before they make the bars stand further apart. */
#include "docx/chart_size.h"

#include "base/text.h"

static long least(long a, long b)
{
    return a < b ? a : b;
}

static long most(long a, long b)
{
    return a > b ? a : b;
}

size_t chart_name_line(const char *name, long halves)
{
    const char *at = name, *next = name;
    for (uint32_t code; (code = text_next(&next)); at = next) {
        halves -= code_is_wide(code) ? 2 : 1;
        if (halves < 0 && at > name && !code_is_one_of(code, "，。、；：？！）》”’…,.;:?!)"))
            break;
    }
    return (size_t)(at - name);
}

static long count_lines(const char *name, long halves)
{
    long count = 0;
    for (; *name; count++)
        name += chart_name_line(name, halves);
    return count;
}

long chart_name_width(const char *name, long halves)
{
    long lines = count_lines(name, halves);
    long even = text_halves(name) / most(lines, 1);
    while (even < halves && count_lines(name, even) > lines)
        even++;
    return even;
}

static long halves_of_line(const struct style *style, long width, long size)
{
    return width * style->chart.names / 100 * 2 / (size * TWIPS_PER_HALF_POINT);
}

/* The tallest name. */
static long names_height(const struct style *style, const struct chart *chart, long width,
                         long size)
{
    long lines = 1, halves = halves_of_line(style, width, size);
    for (const struct category *c = chart->first; c; c = c->next)
        lines = most(lines, count_lines(c->name, halves));
    return lines * single_line(size, 0);
}

/* The largest size that fits a category of that height; `smallest` if none does. */
static long names_size(const struct style *style, const struct chart *chart, long width,
                       long height, long smallest)
{
    long size = style->role[ROLE_TABLE_TEXT].size;
    while (size > smallest && names_height(style, chart, width, size) > height)
        size--;
    return size;
}

static long bars_height(const struct style *style, const struct chart *chart)
{
    long height = (long)chart->series_count * style->chart.bar + style->chart.space;
    return most(height, 1); /* a style may want nothing */
}

static long category_height(const struct style *style, const struct chart *chart, long width)
{
    long height = bars_height(style, chart);
    long size = names_size(style, chart, width, height, style->chart.smallest);
    return most(height, names_height(style, chart, width, size));
}

static long title_height(const struct style *style, const struct chart *chart, long width)
{
    const struct role_style *role = &style->role[ROLE_TABLE_HEADER];
    long length = text_halves(chart->title) * role->size * TWIPS_PER_HALF_POINT / 2;
    return *chart->title ? role_pitch(role) * (length / width + 1) + style->chart.space : 0;
}

/* What is no category: title, legend, and room at the edges. */
static long frame_height(const struct style *style, const struct chart *chart, long width)
{
    long legend = chart->series_count > 1 ? role_pitch(&style->role[ROLE_TABLE_TEXT]) : 0;
    return title_height(style, chart, width) + legend + 2 * style->chart.space;
}

long chart_height(const struct style *style, const struct chart *chart, long width)
{
    return frame_height(style, chart, width) +
           (long)chart->count * category_height(style, chart, width);
}

long chart_space(const struct style *style)
{
    return style->chart.before + style->chart.after;
}

/* Digits are about 3/4 of their size high: they may be somewhat larger than the bar. */
struct chart_sizes chart_sizes(const struct style *style, const struct chart *chart, long width,
                               long height)
{
    enum { SMALLEST = 2 }; /* a point: DrawingML knows nothing smaller */
    long category = (height - frame_height(style, chart, width)) / (long)chart->count;
    long bar = category * style->chart.bar / bars_height(style, chart);
    long names = names_size(style, chart, width, category, SMALLEST);
    long lengths = least(style->role[ROLE_TABLE_TEXT].size, bar * 5 / 4 / TWIPS_PER_HALF_POINT);
    return (struct chart_sizes){names, most(lengths, SMALLEST),
                                halves_of_line(style, width, names)};
}
