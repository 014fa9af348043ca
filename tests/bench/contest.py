"""The programs that are compared, and the folder that they run in."""
import json
import pathlib
import shutil
import subprocess

from measure import first_line, run

HERE = pathlib.Path(__file__).resolve().parent
NOTICE = HERE / "notice" / "notice.xml"
SCRIPTS = HERE / "peers"
SEVERAL = 1000

# How a peer is started, how many documents its warm run makes, the most rows that it is worth waiting for.
PEERS = {
    "carbone": (["node", SCRIPTS / "carbone.js"], 150, 100000),
    "docxtemplater": (["node", SCRIPTS / "docxtemplater.js"], 100, 43000),
    "easy-template-x": (["node", SCRIPTS / "easy-template-x.js"], 100, 43000),
    "docx": (["node", SCRIPTS / "docx.js"], 100, 43000),
    "docxtpl": ([SCRIPTS / "docxtpl"], 60, 4300),
    "pandoc": ([SCRIPTS / "pandoc"], 12, 4300),
}
METHODS = ("zlib", "libzip", "libdeflate")


def versions(peers):
    """Of each peer, by name."""
    found = {name: json.loads((peers / "node_modules" / name / "package.json").read_text(encoding="utf-8"))["version"]
             for name in PEERS if (peers / "node_modules" / name).is_dir()}
    found["docxtpl"] = first_line(["/usr/bin/python3", "-c", "import docxtpl; print(docxtpl.__version__)"])
    found["pandoc"] = first_line(["pandoc", "--version"]).split()[1]
    return found


def make(script, count, path):
    """The file that make-list or make-rows makes. It never stands in memory here: what does counts as that of the
    programs that are started, too."""
    if not path.exists():
        with open(path, "wb") as file:
            subprocess.run([HERE / script, str(count)], stdout=file, check=True)
    return path


class Contest:
    """Each method runs one contestant once and gives a sample of it."""

    def __init__(self, program, limit, peers, rounds, folder):
        self.program, self.limit, self.rounds, self.folder = program, limit, rounds, folder
        self.environment = {"NODE_PATH": str(peers / "node_modules")}
        self.out = folder / "out"
        self.given = self.prepared("notice", max(count for _, count, _ in PEERS.values()), self.single, "notice.docx")
        self.two = self.two_documents()

    def list(self, count):
        return make("make-list", count, self.folder / f"list-{count}.csv")

    def fresh(self):
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir()
        return self.out

    def render(self, *words, on_one_core=False):
        return run([[self.program, "render", "-q", "--to", "docx", "-o", self.fresh(), *words]], on_one_core)

    def single(self):
        return self.render(NOTICE)

    def batch(self, count, jobs, on_one_core=False):
        return self.render("--batch", self.list(count), "--jobs", str(jobs), NOTICE, on_one_core=on_one_core)

    def long_table(self, rows):
        """The annex alone, whose table has so many rows."""
        project = self.folder / f"growth-{rows}"
        if not project.exists():
            shutil.copytree(HERE / "growth", project)
            make("make-rows", rows, project / "rows.csv")
        return self.render("--annex", "1", project / "notice.xml")

    def filled(self, given):
        """The template with the tags of `fill`, and the values of the first record."""
        out = self.fresh() / "1"
        out.mkdir()
        sample = run([[self.program, "fill", given / "gongwen.docx", given / "data.xml", "-o", out / "notice.docx"]])
        subprocess.run([SCRIPTS / "check", given, self.out, "1"], check=True)
        return sample

    def peer(self, name, given, count, jobs, on_one_core=False):
        """Each job makes a share of the documents; they are looked into afterwards."""
        out, share = self.fresh(), count // jobs
        sample = run([[*PEERS[name][0], given, out, str(job * share), str(share)] for job in range(jobs)],
                     on_one_core, self.environment)
        subprocess.run([SCRIPTS / "check", given, out, str(count)], check=True)
        return sample

    def written(self, method, count):
        return run([[self.limit, method, str(count), self.fresh(), *self.two]], True)

    def prepared(self, name, records, render, document, *rows):
        """The folder with what the peers make the document from that `render` writes."""
        folder = self.folder / f"{name}-given"
        if not folder.exists():
            render()
            folder.mkdir()
            (self.out / document).rename(folder / "reference.docx")
            subprocess.run([SCRIPTS / "prepare", folder / "reference.docx", self.list(records), folder, *rows],
                           check=True)
        return folder

    def rows(self, count):
        """The same for a table of so many rows."""
        return self.prepared(f"rows-{count}", 1, lambda: self.long_table(2), "annex-1.docx",
                             make("make-rows", count, self.folder / f"rows-{count}.csv"))

    def two_documents(self):
        """Of one list, for what only deflates and writes."""
        self.batch(2, 1)
        kept = [self.folder / f"{path.parent.name}.docx" for path in sorted(self.out.glob("*/notice.docx"))]
        for path in kept:
            (self.out / path.stem / "notice.docx").rename(path)
        return kept
