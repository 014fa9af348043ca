"""What each fuzz target begins with: seeds, made of the fixtures and the tests, and a dictionary of the names that the
sources know."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
BAD = SOURCE / "tests" / "bad"
MARK = "%%% "

# A Word file has parts that no reader opens.
UNREAD = re.compile(r"theme|fontTable|settings|docProps")


def files(*patterns):
    for pattern in patterns:
        for path in sorted(filter(pathlib.Path.is_file, SOURCE.glob(pattern))):
            yield path.read_bytes()


def parcel(parts):
    return b"".join(f"{MARK}{name}\n".encode() + content.rstrip(b"\n") + b"\n" for name, content in parts)


def unzipped(content, scratch):
    """The parts of a package; none where it is too damaged to be opened."""
    (scratch / "package").write_bytes(content)
    try:
        with zipfile.ZipFile(scratch / "package") as package:
            return [(info.filename, package.read(info)) for info in package.infolist()
                    if info.file_size < 1 << 20 and not UNREAD.search(info.filename)]
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError):
        return []


def both(packages, scratch):
    """Packages as they are, and as parcels."""
    for content in packages:
        yield content
        parts = unzipped(content, scratch)
        if parts:
            yield parcel(parts)


def notices(_program, _scratch):
    names = ((rb'prose="[^"]*"', b'prose="notice.md"'), (rb'rubric="[^"]*\.xml"', b'rubric="rubrics/scheme.xml"'))
    for content in files("tests/bad/base/notice.xml", "tests/bad/*/notice.xml", "fixtures/*/notice.xml"):
        for pattern, name in names:
            content = re.sub(pattern, name, content)
        yield content


def rubrics(_program, _scratch):
    yield from files("tests/bad/base/rubrics/*.xml", "tests/bad/*/rubrics/*.xml", "tests/check/*/*/rubrics/*.xml",
                     "rubrics/*.xml")


def styles(_program, _scratch):
    yield from files("templates/styles/*.xml", "tests/bad/*/templates/styles/*.xml")


def templates(_program, _scratch):
    yield from files("templates/*.md", "fixtures/*/*.md", "tests/bad/*/templates/*.md", "tests/bad/*/*.md",
                     "tests/golden/chart/project/templates/*.md")


def tags(program, scratch):
    for content in templates(program, scratch):
        yield from re.findall(rb"{{[^\n]*}}", content)
        yield from (b"{{ %s }}" % found for found in re.findall(rb"(?:node|value|rows)[:=] *\"?([^\"\n]+)", content))


def render(program, scratch):
    shutil.copytree(BAD / "base", scratch / "base", dirs_exist_ok=True)
    subprocess.run([program, "render", "-q", scratch / "base" / "notice.xml", "--each-department", "-o", scratch / "out"],
                   check=True)
    return sorted((scratch / "out").rglob("*.docx"))


def words(program, scratch):
    yield from files("tests/fuzz/seeds/docx/*")
    yield from both(files("tests/bad/*/*.docx"), scratch)
    yield from both((path.read_bytes() for path in render(program, scratch)), scratch)


def fillable(_program, scratch):
    yield from both(files("tests/bad/fill-*/*.docx"), scratch)
    yield from files("tests/fuzz/seeds/fill/*")


def workbooks(_program, scratch):
    yield from files("tests/fuzz/seeds/xlsx/*")
    yield from both(files("tests/bad/*/*.xlsx"), scratch)


def separated(_program, _scratch):
    yield from files("tests/bad/*/*.csv")
    for content in files("tests/fuzz/seeds/csv/*"):
        yield content
        for encoding in ("utf-8-sig", "gb18030", "utf-16"):
            yield content.decode().encode(encoding)


def bags(program, scratch):
    """A notice that was filed, with its manifests and without."""
    archive = scratch / "archive"
    documents = render(program, scratch)
    subprocess.run([program, "archive", "init", archive, "--fonds", "J001"], check=True, stderr=subprocess.DEVNULL)
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1664150400")
    subprocess.run([program, "archive", "add", archive, scratch / "base" / "notice.xml", "--issued", documents[0],
                    "--retention", "D10"], env=environment, check=False, capture_output=True)
    bag = archive / "bags" / "000001"
    parts = [("archive.xml", (archive / "archive.xml").read_bytes())]
    yield parcel(parts)
    parts += [(str(path.relative_to(bag)), path.read_bytes()) for path in sorted(bag.rglob("*"))
              if path.is_file() and path.suffix != ".docx" and path.stat().st_size < 8192]
    whole = parts + [("register.tsv", (archive / "register.tsv").read_bytes())]
    yield parcel(whole)
    yield parcel([part for part in whole if "manifest" not in part[0] and part[0] != "bag-info.txt"])


# The seeds of a target, how long an input may be, and where the words of its dictionary stand.
TARGETS = {
    "notice": (notices, 8192, ["src/data/notice.xsd"]),
    "rubric": (rubrics, 8192, ["src/data/rubric.xsd"]),
    "style": (styles, 12288, ["src/style/*.c", "src/doc/role.h"]),
    "template": (templates, 8192, ["src/data/notice.xsd", "src/data/kind.c", "src/compose/*.c", "src/tag/*.c"]),
    "xpath": (tags, 512, ["src/data/*.xsd", "src/data/kind.c", "src/xml/xpath.c", "src/tag/*.c"]),
    "docx": (words, 16384, ["src/opc/*.c", "src/docx/*.c", "src/intake/form*.c"]),
    "fill": (fillable, 16384, ["src/fill/*.c", "src/tag/*.c"]),
    "xlsx": (workbooks, 16384, ["src/opc/*.c", "src/sheet/*.c"]),
    "csv": (separated, 4096, ["templates/scheme-*.tsv"]),
    "bag": (bags, 16384, ["src/archive/*.xsd", "src/archive/*.[ch]", "src/flow/archive*.c"]),
}


def gather(program, name, folder):
    """Writes the seeds of a target that are not too long, each once."""
    make, longest, _ = TARGETS[name]
    with tempfile.TemporaryDirectory() as scratch:
        seeds = dict.fromkeys(seed for seed in make(program, pathlib.Path(scratch)) if len(seed) <= longest)
    folder.mkdir(parents=True)
    for number, seed in enumerate(seeds, 1):
        (folder / f"{number:04}").write_bytes(seed)


def quoted(word):
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02X}" for b in word.encode()) + '"'


def dictionary(name):
    """The string constants of C sources, the values of attributes in schemas, the words of lists."""
    found = {}
    for pattern in TARGETS[name][2]:
        for path in sorted(SOURCE.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            words = text.split() if path.suffix == ".tsv" else re.findall(r'"([^"\\\n%]{1,40})"', text)
            found.update(dict.fromkeys(word for word in words if len(word.encode()) <= 60 and not word.endswith(".h")))
    return "".join(f"{quoted(word)}\n" for word in found)
