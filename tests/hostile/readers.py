"""Every way in: which command reads a file, and where a hostile one is put. A project of one notice lies in the folder,
with its documents in `good`."""
import zipfile

# Beside the project: a file that is nobody's business, and two that are too large.
PRIVATE, SPACES, ZEROS = "private.txt", "spaces", "zeros"
WORDS_IN_PRIVATE = "仅限本人阅读"

WORKBOOK = {
    "[Content_Types].xml": b"""<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>
""",
    "_rels/.rels": b"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
</Relationships>
""",
    "xl/_rels/workbook.xml.rels": b"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
Target="sharedStrings.xml"/></Relationships>
""",
    "xl/workbook.xml": b"""<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1"
r:id="rId1"/></sheets></workbook>
""",
    "xl/sharedStrings.xml": """<?xml version="1.0" encoding="UTF-8"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>考核内容</t></si><si><t>分值</t></si>
<si><t>提升质量</t></si></sst>
""".encode(),
    "xl/worksheets/sheet1.xml": b"""<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s">
<v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>2</v></c></row>
</sheetData></worksheet>
""",
}


def parts_of(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


class Reader:
    """`words` of the command; the file that it reads; what it says besides, when that file cannot be used."""

    def __init__(self, words, file, besides=(), told=None):
        """told: the file's name as messages have it."""
        self.words, self.file, self.besides, self.told = words.split(), file, list(besides), told or file

    def path(self, work):
        return work / self.file


class PackageReader(Reader):
    """A reader of packages, whose parts it takes from a good one."""

    def __init__(self, words, file, main, besides=(), model=None):
        super().__init__(words, file, besides)
        self.main, self.model = main, model

    def parts(self, work):
        return parts_of(work / self.model) if self.model else dict(WORKBOOK)


FORM = "good/departments/jiaoyu/self-assessment.docx"
UNREAD_FORM = "no form could be read [forms-none]"
DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"

XML = {
    "notice, rendered": Reader("render notice.xml -o OUT", "notice.xml"),
    "notice, checked": Reader("check notice.xml", "notice.xml"),
    "rubric, checked": Reader("check rubrics/scheme.xml", "rubrics/scheme.xml"),
    "rubric, of a notice": Reader("render notice.xml -o OUT", "rubrics/scheme.xml"),
    "rubric, compared": Reader("diff old.xml rubrics/scheme.xml", "rubrics/scheme.xml"),
    "rubric, of forms": Reader(f"collect --rubric rubrics/scheme.xml -o OUT {FORM}", "rubrics/scheme.xml"),
    "style": Reader("render notice.xml -o OUT --style evil", "templates/styles/evil.xml"),
    "archive.xml": Reader("archive list archive", "archive/archive.xml"),
}

PACKAGES = {
    "Word, checked": PackageReader("check evil.docx", "evil.docx", DOCUMENT, model="good/notice.docx"),
    "Word, imported": PackageReader("import evil.docx -o OUT/r.xml", "evil.docx", DOCUMENT, model="good/notice.docx"),
    "Word, a form": PackageReader("collect --rubric rubrics/scheme.xml -o OUT evil.docx", "evil.docx", DOCUMENT,
                                  [UNREAD_FORM], FORM),
    "Word, a reference": PackageReader("render notice.xml -o OUT --reference-doc evil.docx", "evil.docx", "word/styles.xml",
                                       model="good/notice.docx"),
    "Word, a letterhead": PackageReader("render notice.xml -o OUT --reference-doc evil.docx", "evil.docx", "word/footer1.xml",
                                        model="good/notice.docx"),
    "Word, filled": PackageReader("fill evil.docx notice.xml -o OUT/f.docx", "evil.docx", DOCUMENT,
                                  model="good/notice.docx"),
    "workbook": PackageReader("import evil.xlsx -o OUT/r.xml", "evil.xlsx", SHEET),
}

# What a reader opens of a package.
WORD_PARTS = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", DOCUMENT)
PARTS = {
    "Word, checked": WORD_PARTS,
    "Word, imported": ("[Content_Types].xml", DOCUMENT),
    "Word, a form": ("[Content_Types].xml", DOCUMENT),
    "Word, a reference": ("[Content_Types].xml", "word/styles.xml"),
    "Word, a letterhead": ("word/_rels/document.xml.rels", "word/settings.xml", "word/footer1.xml", "word/footer2.xml"),
    "Word, filled": ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", DOCUMENT),
    "workbook": ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", SHEET),
}

TEXT = {
    "prose": Reader("render notice.xml -o OUT", "notice.md"),
    "prose, checked": Reader("check notice.xml", "notice.md"),
    "template": Reader("render notice.xml -o OUT", "templates/indicator-table.md"),
    "rest days": Reader("check notice.xml", "templates/rest-days.tsv"),
    "table as CSV": Reader("import evil.csv -o OUT/r.xml", "evil.csv"),
    "words of schemes": Reader("import old.csv -o OUT/r.xml", "templates/scheme-columns.tsv"),
}

LISTS = {"list of a batch": Reader("render notice.xml --batch evil.csv -o OUT", "evil.csv")}
