/* xml/declared.c: the names that are found in the text of a schema are those that it declares. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "data/schemas.h"
#include "support.h"

struct counting {
    const char *element;
    struct names names;
};

/* Each name that stands in the tree is among the names. */
static void count_in(struct counting *counting, struct xml_node *node, struct names *seen)
{
    const char *name = xml_is(node, counting->element) ? xml_get(node, "name") : NULL;
    if (name && !names_have(seen, name)) {
        assert_true(names_have(&counting->names, name));
        seen->name[seen->count++] = name;
    }
    for (struct xml_node *child = xml_first(node); child; child = xml_next(child))
        count_in(counting, child, seen);
}

static void assert_found(const struct schema *schema, enum name_kind kind, const char *element)
{
    struct arena *arena = arena_new();
    struct findings findings = findings_on(arena);
    struct xml_document *xsd = parse_text(&findings, schema->text);
    struct counting counting = {.element = element, .names = schema_names(arena, schema, kind)};
    struct names seen = {.name = ARENA_ARRAY(arena, const char *, counting.names.count + 1)};
    count_in(&counting, xml_root(xsd), &seen);
    assert_true(seen.count > 0);
    assert_int_equal(seen.count, counting.names.count);
    assert_non_null(strstr(schema->text, "documentation"));
    assert_null(strstr(schema->rules, "documentation"));
    xml_document_free(xsd);
    arena_free(arena);
}

static void all_names_of_our_schemas_are_found(void **state)
{
    (void)state;
    static const struct schema *const schemas[] = {&notice_schema, &rubric_schema, &register_schema,
                                                   &diff_schema, &collection_schema};
    for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++) {
        assert_found(schemas[i], NAME_ELEMENT, "element");
        assert_found(schemas[i], NAME_ATTRIBUTE, "attribute");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_names_of_our_schemas_are_found)};
    return cmocka_run_group_tests(tests, begin_xml, end_xml);
}
