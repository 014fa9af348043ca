"""Forms of the departments, filled in: as Word leaves them, or by LibreOffice."""
import pathlib
import re
import subprocess
import zipfile
from xml.sax.saxutils import escape

FILL_BAS = pathlib.Path(__file__).resolve().parent.parent / "forms" / "fill.bas"
BASIC = "user/basic/Standard"
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">
%s</script:module>
"""
CONTROL = re.compile(r'<w:sdt><w:sdtPr>(?:(?!</w:sdt>).)*?<w:tag w:val="([^"]*)"/>.*?</w:sdt>')
BOOKMARKED = re.compile(r'<w:bookmarkStart [^>]*w:name="([^"]*)"/>(?:<w:sdt>)<w:sdtPr>(?:(?!</w:sdt>).)*?'
                        r'<w:tag w:val="([^"]*)"/>')


def tags(form):
    """All fields of a form, each with the name of its bookmark."""
    with zipfile.ZipFile(form) as package:
        text = package.read("word/document.xml").decode()
    return {tag: name for name, tag in BOOKMARKED.findall(text)}


def rewrite(form, target, **changes):
    """A copy of a package with the texts of parts changed, each by a function; a part for which it gives None goes."""
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            text = old.read(part).decode()
            change = changes.get(part.rpartition("/")[2].partition(".")[0], str)
            if change(text) is not None:
                new.writestr(part, change(text))
    return target


def fill_as_word(form, target, values):
    def put(found):
        if found[1] not in values:
            return found[0]
        return (f'<w:sdt><w:sdtPr><w:tag w:val="{found[1]}"/></w:sdtPr><w:sdtContent><w:r>'
                f'<w:t xml:space="preserve">{escape(values[found[1]])}</w:t></w:r></w:sdtContent></w:sdt>')
    return rewrite(form, target, document=lambda text: CONTROL.sub(put, text))


class Office:
    """LibreOffice with a profile of its own."""

    def __init__(self, folder, some_document):
        """It makes its profile when it first opens a document."""
        self.folder = folder
        self.run("--convert-to", "txt:Text", "--outdir", folder / "first", some_document)
        basic = folder / "profile" / BASIC
        (basic / "Fill.xba").write_text(MODULE % escape(FILL_BAS.read_text()))
        library = basic / "script.xlb"
        library.write_text(library.read_text().replace(
            "</library:library>", '<library:element library:name="Fill"/></library:library>'))

    def run(self, *words):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--norestore",
                        *map(str, words)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)

    def fill(self, form, target, values):
        """Through the bookmarks, which are all that it leaves of a field when it saves."""
        names = tags(form)
        listed = self.folder / "values"
        listed.write_text("".join(f"{names[tag]}\tlines\t{value}\n" for tag, value in values.items() if value))
        self.run(f"macro:///Standard.Fill.Main({form},{target},{listed})")
        return target
