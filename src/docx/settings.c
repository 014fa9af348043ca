/* word/settings.xml and word/fontTable.xml. */
#include "docx/part.h"

#include "base/text.h"

/* Without this setting Word opens the document as one of Word 2007. */
static void compatibility_write(struct xml_writer *out)
{
    xml_open(out, "w:compat");
    xml_empty(out, "w:doNotExpandShiftReturn", NULL,
              NULL); /* a line that ends in a break is not justified */
    xml_open(out, "w:compatSetting");
    xml_attribute(out, "w:name", "compatibilityMode");
    xml_attribute(out, "w:uri", "http://schemas.microsoft.com/office/word");
    xml_attribute(out, "w:val", "15");
    xml_close(out);
    xml_close(out);
}

/* By which a theme tells its fonts. */
static void theme_languages_write(struct xml_writer *out, const struct letterhead *letterhead)
{
    static const char *const names[LETTERHEAD_LANGUAGES] = {"w:val", "w:eastAsia", "w:bidi"};
    xml_open(out, "w:themeFontLang");
    for (int i = 0; i < LETTERHEAD_LANGUAGES; i++)
        if (letterhead->theme_languages[i])
            xml_attribute(out, names[i], letterhead->theme_languages[i]);
    xml_close(out);
}

void settings_write(struct xml_writer *out, const struct docx *docx)
{
    xml_open(out, "w:settings");
    xml_attribute(out, "xmlns:w", NAMESPACE_W);
    xml_empty(out, "w:evenAndOddHeaders", NULL, NULL);
    compatibility_write(out);
    if (docx->letterhead && docx->letterhead->has_theme)
        theme_languages_write(out, docx->letterhead);
    xml_close(out);
}

static void font_entry_write(struct xml_writer *out, const struct font *font)
{
    xml_open(out, "w:font");
    xml_attribute(out, "w:name", font->name);
    if (font->alternate)
        xml_empty(out, "w:altName", "w:val", font->alternate);
    xml_empty(out, "w:charset", "w:val", "86"); /* GB 2312 */
    xml_empty(out, "w:family", "w:val", "auto");
    xml_empty(out, "w:pitch", "w:val", "default");
    xml_close(out);
}

static bool is_repeated(const struct style *style, int index)
{
    for (int i = 0; i < index; i++)
        if (text_equal(style->fonts[i].name, style->fonts[index].name))
            return true;
    return false;
}

void fonts_write(struct xml_writer *out, const struct docx *docx)
{
    xml_open(out, "w:fonts");
    xml_attribute(out, "xmlns:w", NAMESPACE_W);
    for (int i = 0; i < docx->style->font_count; i++)
        if (!is_repeated(docx->style, i))
            font_entry_write(out, &docx->style->fonts[i]);
    xml_close(out);
}
