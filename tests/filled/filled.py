"""Word files of the office's own, filled: each folder here holds a template/ as it lies in its package, unpacked so that
it can be read, its data.xml or notice.xml (or NOTICES names a notice), and as expected/ what filling it gives: text.txt, the
text that people read, and each part that is no longer the template's."""
import difflib
import pathlib
import subprocess
import tempfile
import xml.etree.ElementTree as ET
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
NOTICES = {"reply-slip": "pingdingshan-2021", "indicator-letter": "pingdingshan-2021", "letterhead": "yongji-2022"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {f"{W}tab": "\t", f"{W}br": "⏎", f"{W}footnoteReference": "[^]", f"{W}drawing": "◆"}


def cases():
    return sorted(path.parent.name for path in HERE.glob("*/template"))


def parts_of(case):
    """[Content_Types].xml goes first, as in every package."""
    folder = HERE / case / "template"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def pack(parts, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)


def data_of(case):
    if case in NOTICES:
        return f"fixtures/{NOTICES[case]}/notice.xml"
    [path] = (HERE / case).glob("*.xml")
    return path.relative_to(PROJECT)


def words(element):
    """Of a paragraph, with what is in a text box where it hangs."""
    text = ""
    for child in element:
        if child.tag == f"{W}t":
            text += child.text or ""
        elif child.tag not in (FALLBACK, f"{W}tabs"):
            text += SIGNS.get(child.tag, "") + words(child)
    return text


def cell_text(cell):
    """Rows of a table inside it stand in brackets."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is not None and merge.get(f"{W}val") != "restart":
        return "″"
    return " / ".join(f"[{line[2:-2]}]" if line.startswith("| ") else line for line in lines_in(cell) if line)


def lines_in(element):
    """A paragraph a line; a row a line, its cells between bars."""
    for child in element:
        if child.tag == f"{W}p":
            number = child.find(f"{W}pPr/{W}numPr/{W}numId")
            yield (f"({number.get(f'{W}val')}) " if number is not None else "") + words(child)
        elif child.tag == f"{W}tr":
            yield "| " + " | ".join(cell_text(cell) for cell in child.findall(f"{W}tc")) + " |"
        else:
            yield from lines_in(child)


def text_of(parts):
    out = []
    for name in sorted(parts):
        if name.startswith("word/") and name.endswith(".xml"):
            lines = [line for line in lines_in(ET.fromstring(parts[name]))]
            out += [f"== {name}", *lines, ""] if any(lines) else []
    return "\n".join(out)


def fill_in(program, case, folder):
    """Packs the template as FOLDER/templates/CASE.docx and fills it as FOLDER/filled/CASE.docx; gives the parts of that."""
    template, out = (folder / name / f"{case}.docx" for name in ("templates", "filled"))
    template.parent.mkdir(parents=True, exist_ok=True)
    pack(parts_of(case), template)
    done = subprocess.run([pathlib.Path(program).resolve(), "fill", template, data_of(case), "-o", out], cwd=PROJECT,
                          capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{case}: status {done.returncode}\n{done.stderr}")
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def fill(program, case, folder=None):
    """What filling the template gives: texts by their name in expected/."""
    before = parts_of(case)
    with tempfile.TemporaryDirectory() as work:
        after = fill_in(program, case, pathlib.Path(folder or work).resolve())
    if list(after) != list(before):
        raise SystemExit(f"{case}: the parts are {list(after)}")
    changed = {name: content.decode("utf-8") for name, content in after.items() if content != before[name]}
    return {"text.txt": text_of(after), **changed}


def expected(case):
    folder = HERE / case / "expected"
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def difference(case, name, before, after):
    return "\n".join(difflib.unified_diff(before.split("\n"), after.split("\n"), f"expected {case} {name}",
                                          f"filled {case} {name}", lineterm=""))
