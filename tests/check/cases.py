"""Cases of `gongwen check`: how they lie in folders and how the program is run on them.

tests/check/RULE/ holds folders wrong, wrong-…, right, right-…; each is laid over base/ and
`gongwen check notice.xml` runs there. If it holds word.xml, the inside of a w:body, that becomes
final.docx, on A4 and in Fangsong unless the case says otherwise, and `gongwen check final.docx`
runs instead; `arguments` replaces the words after the program's name. A wrong case has `expected`:
standard output and a last line "status N".
"""
import os
import shlex
import shutil
import subprocess
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
TEMPLATES = os.path.realpath(os.path.join(HERE, "..", "..", "templates"))
TOLD = ("expected", "arguments", "word.xml")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C", "NO_COLOR": "1"}

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = {
    "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "word/_rels/document.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="styles.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/styles"/></Relationships>',
    "word/styles.xml":
        f'<w:styles xmlns:w="{W}"><w:docDefaults>'
        '<w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults></w:styles>',
}
SECTION = ('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
           '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/></w:sectPr>')


def read_or(default, path):
    if not os.path.exists(path):
        return default
    with open(path, encoding="utf-8") as file:
        return file.read()


def cases():
    """(rule, case) of all folders, in order."""
    for rule in sorted(os.listdir(HERE)):
        folder = os.path.join(HERE, rule)
        if rule == "base" or rule.startswith("__") or not os.path.isdir(folder):
            continue
        for case in sorted(os.listdir(folder)):
            yield rule, case


def pack_word(body, path):
    section = "" if "<w:sectPr" in body else SECTION
    document = f'<w:document xmlns:w="{W}"><w:body>{body}{section}</w:body></w:document>'
    with zipfile.ZipFile(path, "w") as package:
        for name, text in {**PARTS, "word/document.xml": document}.items():
            package.writestr(name, text)


def lay_out(folder, work):
    shutil.copytree(os.path.join(HERE, "base"), work)
    shutil.copytree(folder, work, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*TOLD))
    body = read_or(None, os.path.join(folder, "word.xml"))
    if body is None:
        return "check notice.xml"
    pack_word(body, os.path.join(work, "final.docx"))
    return "check final.docx"


def run(program, rule, case, language="en"):
    """What the program prints, with its status."""
    folder = os.path.join(HERE, rule, case)
    with tempfile.TemporaryDirectory() as parent:
        work = os.path.join(parent, "work")
        words = lay_out(folder, work)
        words = read_or(words, os.path.join(folder, "arguments")).strip()
        done = subprocess.run([program, *shlex.split(words), "-q", "--lang", language], cwd=work,
                              env=ENVIRONMENT, capture_output=True, text=True, timeout=60)
        text = f"{done.stdout}{done.stderr}status {done.returncode}\n"
        return text.replace(TEMPLATES, "SHARE")


def expected_path(rule, case):
    return os.path.join(HERE, rule, case, "expected")
