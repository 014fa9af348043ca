"""The golden documents of the fixtures: what is compared, and how a package becomes text.

Everything is compared exactly. notice.docx and overview.docx are dumped whole. The other packages
repeat parts of notice.docx, so of them only the document properties are dumped, and of what a
department gets the text; the other parts are held by a SHA-256 of their dump.
"""
import difflib
import hashlib
import pathlib
import re
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
DUMPED_WHOLE = {"notice.docx", "overview.docx"}
ALWAYS_DUMPED = {"docProps/core.xml"}
DUMPED_OF_DEPARTMENT = ALWAYS_DUMPED | {"docProps/custom.xml", "word/document.xml"}
# One department of a fixture, whose part is compared.
DEPARTMENT = {"pingdingshan-2021": "wlj", "shizhong-2022": "yjj"}


def dump_xml(text):
    """One element a line, indented by one blank a level."""
    lines, depth = [], 0
    for line in text.replace("><", ">\n<").split("\n"):
        if line.startswith("</"):
            depth -= 1
        lines.append(" " * max(depth, 0) + line)
        opens = re.match(r"<[^/?!]", line) and not line.endswith("/>") and "</" not in line
        depth += 1 if opens else 0
    return "\n".join(lines) + "\n"


def dumped_parts(output):
    """The names of the parts that are dumped; None: all."""
    if output in DUMPED_WHOLE:
        return None
    return DUMPED_OF_DEPARTMENT if "/" in output else ALWAYS_DUMPED


def dump_package(path, dumped=None):
    """The parts of a package in their order. Sizes are left out: they are the compressor's."""
    out = []
    with zipfile.ZipFile(path) as package:
        for part in package.infolist():
            method = {0: "stored", 8: "deflated"}.get(part.compress_type, part.compress_type)
            date = "%04d-%02d-%02d %02d:%02d:%02d" % part.date_time
            out.append(f"== {part.filename} {method} {date}\n")
            text = dump_xml(package.read(part).decode("utf-8"))
            if dumped is None or part.filename in dumped:
                out.append(text)
            else:
                digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
                lines = text.count("\n")
                out.append(f"sha256 {digest} of {lines} lines\n")
    return "".join(out)


def notices():
    """The notice of each fixture, by its name: real ones, and those made for what no real one has."""
    found = {path.parent.name: path for path in PROJECT.glob("fixtures/*/notice.xml")}
    found.update({path.parent.parent.name: path for path in HERE.glob("*/project/notice.xml")})
    return found


def fixtures():
    return sorted(notices())


def render(program, fixture):
    """What the program makes of a fixture: the name of each output and its text."""
    program = str(pathlib.Path(program).resolve())
    department = DEPARTMENT.get(fixture)
    with tempfile.TemporaryDirectory() as folder:
        notice = str(notices()[fixture].relative_to(PROJECT))
        command = [program, "render", notice, "--to", "docx,md,tree",
                   "-o", folder, "--quiet", *(["--each-department"] if department else [])]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{fixture}: status {done.returncode}\n{done.stderr.decode()}")
        texts = {"tree": done.stdout.decode("utf-8")}
        for path in [*pathlib.Path(folder).glob("*.*"), *pathlib.Path(folder).glob(f"departments/{department}/*")]:
            output = path.relative_to(folder).as_posix()
            if path.suffix == ".docx":
                texts[output] = dump_package(path, dumped_parts(output))
            else:
                texts[output] = path.read_bytes().decode("utf-8")
    return texts


def golden_path(fixture, output):
    """tree -> tree.txt, notice.docx -> notice.docx.txt, notice.md -> notice.md"""
    return HERE / fixture / (output if output.endswith(".md") else output + ".txt")


def output_of(fixture, path):
    name = path.relative_to(HERE / fixture).as_posix()
    return name if path.suffix == ".md" else name.removesuffix(".txt")


def read_golden(fixture, output):
    """"" if there is none."""
    path = golden_path(fixture, output)
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def goldens(fixture):
    return sorted(output_of(fixture, path) for path in (HERE / fixture).rglob("*.*")
                  if path.is_file() and not path.is_relative_to(HERE / fixture / "project"))


def difference(fixture, output, expected, found):
    return list(difflib.unified_diff(
        expected.split("\n"), found.split("\n"),
        f"golden {fixture} {output}", f"rendered {fixture} {output}", lineterm=""))
