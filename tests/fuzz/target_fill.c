/* A Word file as a template: its tags over a small document, listed and worked out; what comes out
 * is a Word file again. */
#include <stdlib.h>

#include "docx/property.h"
#include "fill/fill.h"
#include "opc/input.h"
#include "parcel.h"
#include "xml/census.h"

static const char data_text[] = "<plan title='质量月'><note>a **b**\n\n1. c\n</note><empty/>"
                                "<item id='1'>甲<part>a</part><part>b</part></item><item "
                                "id='2'>乙<br/><part>c</part></item></plan>";

static struct fill_data data;
static struct vocabulary vocabulary;

static void end(void)
{
    xml_document_free(data.document);
}

void fuzz_begin(struct arena *arena)
{
    static const char *const words[] = {"the data", "数据"};
    static struct findings findings;
    findings = findings_on(arena);
    struct file file = {"data.xml", data_text, sizeof data_text - 1};
    data.document = xml_parse(&findings, &file);
    if (!data.document)
        fuzz_fail("the data cannot be read");
    vocabulary = (struct vocabulary){
        .is_open = true,
        .kind = words,
        .where = words,
        .elements = census_names(arena, data.document, NAME_ELEMENT),
        .attributes = census_names(arena, data.document, NAME_ATTRIBUTE),
    };
    data.vocabulary = &vocabulary;
    atexit(end);
}

static void read_again(struct fuzz *fuzz, const struct package *package)
{
    const char *name;
    struct file file = {"filled.docx", package->bytes, package->length};
    struct opc_input *input = opc_input_open(&fuzz->findings, &file);
    struct xml_document *main = input ? opc_input_main(input, DOCX_MAIN, "document", &name) : NULL;
    if (!main)
        fuzz_fail("what was filled cannot be read");
    xml_document_free(main);
    opc_input_free(input);
}

void fuzz_run(struct fuzz *fuzz)
{
    struct file file = parcel_pack(fuzz);
    struct package package;
    struct fill_tag *tags;
    struct findings found = findings_on(fuzz->arena);
    fill_tags(&fuzz->findings, &file, data, &found, &tags);
    fuzz->findings = findings_on(fuzz->arena);
    if (fill_docx(&fuzz->findings, &file, data, &package))
        read_again(fuzz, &package);
}
