/* Writing content types and relationships. */
#include "opc/write.h"

void types_open(struct xml_writer *out)
{
    xml_open(out, "Types");
    xml_attribute(out, "xmlns", OPC "content-types");
}

void type_default_write(struct xml_writer *out, const char *extension, const char *type)
{
    xml_open(out, "Default");
    xml_attribute(out, "Extension", extension);
    xml_attribute(out, "ContentType", type);
    xml_close(out);
}

void type_write(struct xml_writer *out, struct arena *arena, const char *name, const char *type)
{
    xml_open(out, "Override");
    xml_attribute(out, "PartName", arena_printf(arena, "/%s", name));
    xml_attribute(out, "ContentType", type);
    xml_close(out);
}

void relationships_open(struct xml_writer *out)
{
    xml_open(out, "Relationships");
    xml_attribute(out, "xmlns", OPC_RELATIONSHIPS);
}

static void relationship_open(struct xml_writer *out, const char *id, const char *type,
                              const char *target)
{
    xml_open(out, "Relationship");
    xml_attribute(out, "Id", id);
    xml_attribute(out, "Type", type);
    xml_attribute(out, "Target", target);
}

void relationship_write(struct xml_writer *out, const char *id, const char *type,
                        const char *target)
{
    relationship_open(out, id, type, target);
    xml_close(out);
}

void relationship_external_write(struct xml_writer *out, const char *id, const char *type,
                                 const char *target)
{
    relationship_open(out, id, type, target);
    xml_attribute(out, "TargetMode", "External");
    xml_close(out);
}
