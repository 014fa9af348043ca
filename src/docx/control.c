/* <w:sdtPr> */
#include "docx/control.h"

#include "base/text.h"

/* Word refuses longer titles and tags. */
static const char *short_text(struct arena *arena, const char *text)
{
    enum { CONTROL_TEXT_MOST = 64 };
    size_t length = (size_t)(text_after(text, CONTROL_TEXT_MOST) - text);
    return arena_copy_n(arena, text, length);
}

/* A day as GB/T 9704-2012 writes it (7.3.5.4), picked from a calendar. */
static void date_write(struct xml_writer *out, const struct field_form *form)
{
    (void)form;
    xml_open(out, "w:date");
    xml_empty(out, "w:dateFormat", "w:val", "yyyy年M月d日");
    xml_empty(out, "w:lid", "w:val", "zh-CN");
    xml_empty(out, "w:storeMappedDataAs", "w:val", "dateTime");
    xml_empty(out, "w:calendar", "w:val", "gregorian");
    xml_close(out);
}

static void choice_write(struct xml_writer *out, const struct field_form *form)
{
    xml_open(out, "w:dropDownList");
    for (size_t i = 0; i < form->choice_count; i++) {
        xml_open(out, "w:listItem");
        xml_attribute(out, "w:displayText", form->choices[i]);
        xml_attribute(out, "w:value", form->choices[i]);
        xml_close(out);
    }
    xml_close(out);
}

/* A text is a control without w:text: LibreOffice, when it saves, multiplies text controls. */
static void form_write(struct xml_writer *out, const struct field_form *form)
{
    static void (*const write[])(struct xml_writer *, const struct field_form *) = {
        [FIELD_DATE] = date_write, [FIELD_CHOICE] = choice_write};
    if (form && write[form->kind])
        write[form->kind](out, form);
}

/* In the order of CT_SdtPr. */
void control_properties_write(struct xml_writer *out, struct arena *arena, const struct run *field,
                              long number)
{
    xml_open(out, "w:sdtPr");
    xml_empty(out, "w:alias", "w:val", short_text(arena, field->text));
    xml_empty(out, "w:tag", "w:val", short_text(arena, field->field));
    xml_empty_number(out, "w:id", "w:val", number);
    form_write(out, field->form);
    xml_close(out);
}
