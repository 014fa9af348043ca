"""Words in the data that mean something to Word, to Markdown, to HTML, to a spreadsheet or to a template. In each output
they are words again: all else is what stands there for harmless ones."""
import collections
import csv
import html.parser
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from xml.sax.saxutils import escape

HARMLESS = "培养人才"
WORDS = {
    "a command": r'DDEAUTO c:\windows\system32\cmd.exe "/k calc"',
    "a field": '{ INCLUDETEXT "private.txt" }',
    "XML": '</w:t></w:r><w:altChunk r:id="rId1"/><w:r><w:t>',
    "a tag": "{{ /notice/title }}",
    "a section": "{{# /notice }}x{{/}}",
    "a template": "{{> indicator-table}}",
    "HTML": "<script>alert(1)</script>",
    "a picture in HTML": '<img src="x" onerror="alert(1)">',
    "a comment": "<!-- 质量",
    "a link": "[点击](javascript:alert(1))",
    "a link by reference": "[点击][1] [1]: http://192.0.2.1/",
    "a link in brackets": "<http://192.0.2.1/a>",
    "a picture": "![点击](http://192.0.2.1/a.png)",
    "pipes": "甲|乙||丙",
    "code": "`甲` ```乙```",
    "emphasis": "**甲** _乙_ ~~丙~~ ***",
    "a heading": "# 甲",
    "a list": "- 甲",
    "a number": "1. 甲",
    "a quote": "> 甲",
    "a reference": "&lt;b&gt;甲&#60;/b&#62;&copy;",
    "backslashes": "甲\\",
    "a formula": '=HYPERLINK("http://192.0.2.1/";"甲")',
    "a formula that starts a program": "=cmd|'/C calc'!A0",
    "a formula by plus": "+1+cmd|'/C calc'!A0",
    "a formula by minus": "-1",
    "a formula by at": "@SUM(1)",
    "a wide formula": "＝1+1",
}
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
FIELD = re.compile(r"\s*(PAGE|NUMPAGES|PAGEREF|REF|STYLEREF|SEQ|TOC)\b")
MARKDOWN = "commonmark+pipe_tables+strikeout+task_lists+footnotes+raw_html+fenced_divs"
SPACES = re.compile(r"\s+")


def seeded(project, words):
    """The project with the words in its data: as text and as attributes."""
    value = escape(words, {'"': "&quot;"})
    for name, olds in {"notice.xml": ("工作总结", "市财政局", "张三"), "rubrics/scheme.xml": ("财政局", HARMLESS, "培养质量人才")}.items():
        path = project / name
        text = path.read_text("utf-8")
        for old in olds:
            text = text.replace(old, value)
        path.write_text(text, encoding="utf-8")


class Page(html.parser.HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text = collections.Counter(), ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags[tag, tuple(sorted(name for name, _ in attributes))] += 1

    def handle_data(self, data):
        self.text += data


def page_of(path):
    done = subprocess.run(["pandoc", "-f", MARKDOWN, "-t", "html", "--wrap=none", path], check=True, capture_output=True)
    return Page(done.stdout.decode())


def document_of(path):
    """Elements with the names of their attributes; relationships; instructions of fields; text."""
    tags, relations, fields, text = set(), [], [], ""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            for element in ET.fromstring(package.read(name)).iter():
                local = element.tag.rsplit("}", 1)[1]
                tags.add((element.tag, tuple(sorted(element.attrib))))
                relations += [tuple(sorted(element.attrib.items()))] if local == "Relationship" else []
                fields += [element.text] if local in ("instrText", "fldSimple") else []
                text += (element.text or "") if local == "t" else "\n" if local == "p" else ""
    return tags, relations, fields, text


def squeezed(text):
    return SPACES.sub("", text)


def wrong_with_word(name, harmless, path, words):
    tags, relations, fields, text = document_of(path)
    plain = document_of(harmless)
    if {tag for tag, _ in tags} - {tag for tag, _ in plain[0]}:
        yield f"{name}: other elements: {tags - plain[0]}"
    if relations != plain[1]:
        yield f"{name}: other relationships: {relations}"
    if fields != plain[2] or not all(map(FIELD.match, fields)):
        yield f"{name}: other fields: {fields}"
    if squeezed(words) not in squeezed(text):
        yield f"{name}: the words do not stand there as they are"


def wrong_with_markdown(name, harmless, path, words):
    page, plain = page_of(path), page_of(harmless)
    if page.tags != plain.tags:
        yield f"{name}: other elements: {page.tags - plain.tags}, {plain.tags - page.tags}"
    if squeezed(words) not in squeezed(page.text):
        yield f"{name}: the words do not stand there as they are"


def wrong_with_table(name, harmless, path, words):
    """No cell begins a formula, and no cell begins or ends where it should not."""
    with open(path, encoding="utf-8-sig", newline="") as file, open(harmless, encoding="utf-8-sig", newline="") as other:
        rows, plain = list(csv.reader(file)), list(csv.reader(other))
    if [len(row) for row in rows] != [len(row) for row in plain]:
        yield f"{name}: other cells: {rows}"
    for cell in (cell for row in rows for cell in row if cell.startswith(FORMULA)):
        yield f"{name}: the cell {cell} is a formula"
    if not any(words in cell for row in rows for cell in row):
        yield f"{name}: the words do not stand there as they are"


OUTPUTS = {".docx": wrong_with_word, ".md": wrong_with_markdown, ".csv": wrong_with_table}
# Where the words stand, of all that is written.
FILES = ("notice.docx", "notice.md", "annex-1.docx", "annex-1.md", "departments/jiaoyu/self-assessment.docx",
         "departments/jiaoyu/self-assessment.md", "collected/collection.csv", "collected/collection.docx",
         "collected/collection.md")


def make_outputs(start, project, out):
    """Renders and collects; what went wrong with that."""
    form = out / "departments/jiaoyu/self-assessment.docx"
    for words, statuses in ((["render", "notice.xml", "--each-department", "-o", out], (0,)),
                            (["collect", "--rubric", "rubrics/scheme.xml", form, "-o", out / "collected"], (0, 1))):
        done = start(words, project)
        if done.status not in statuses:
            yield f"{words[0]}: status {done.status}\n{done.said}"


def wrong_with(start, project, folder, words):
    """What is other than it is with harmless words, whose outputs stand in the folder."""
    work = folder / "injected"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(project, work)
    seeded(work, words)
    failed = list(make_outputs(start, work, work / "out"))
    yield from failed
    for name in FILES if not failed else ():
        yield from OUTPUTS["." + name.rsplit(".", 1)[1]](name, folder / "harmless" / name, work / "out" / name, words)


def tried(start, project, folder):
    """For each kind of words: its name, and what is wrong."""
    plain = folder / "plain"
    shutil.copytree(project, plain)
    seeded(plain, HARMLESS)
    for problem in make_outputs(start, plain, folder / "harmless"):
        raise RuntimeError(problem)
    for name, words in WORDS.items():
        yield name, list(wrong_with(start, project, folder, words))
