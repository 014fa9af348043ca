"""What the tests of faults run: each command in a folder of its own, with one call that goes wrong."""
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
BASE = SOURCE / "tests" / "bad" / "base"
SCRATCH = re.compile(r"(^|/)\.gongwen-[^/]{6}(/|$)")
UNFILED = re.compile(r"^\.new-")
CSV = "项目,考核内容,分值\n质量,提升质量。,2\n"
NAMED = """<notice><title>关于公布名单的通知</title><annex title="名单" template="list" rows="list.csv"/></notice>
"""
# More than is put together in memory.
NAMES = "县,单位名称,统一社会信用代码,备注\n" + "".join(f"县{i // 9},第{i}号厂,{i * 7919},\n" for i in range(1500))
RECORDS = "id,/notice/title\n" + "".join(f"county-{i},关于第{i}号工作的通知\n" for i in range(1, 6))
STAMP = ".gongwen-stamp"
FORM = "out/departments/czj/self-assessment.docx"


class Scenario:
    """A command, what its folder holds before, and what must hold after."""

    def __init__(self, name, words, status, files):
        self.name, self.words, self.status = name, words.split(), status
        self.files = files  # that it writes, below the folder OUT; the archive's are not known beforehand
        self.counts = []    # of each process, calls of each kind in a run where nothing goes wrong
        self.new = {}

    def is_archive(self):
        return not self.files

    def is_batch(self):
        return "--batch" in self.words

    def moments(self, kind):
        """Each call of a kind, of each process."""
        return [(kind, at, process) for process, counts in enumerate(self.counts) for at in range(1, counts[kind] + 1)]

    def bundles(self, snapshot_):
        """What is put in place together, without the stamps: all of it, or each record's folder."""
        bundles = {}
        for path, bytes_ in snapshot_.items():
            if not path.endswith(STAMP):
                bundles.setdefault(path.split("/")[0] if self.is_batch() else "", {})[path] = bytes_
        return bundles


SCENARIOS = [
    Scenario("render", "render notice.xml --each-department -o OUT", 0,
             [f"{name}.{kind}" for kind in ("docx", "md") for name in
              ["notice", "overview", "annex-1"] + [f"departments/{department}/{part}" for department in ("czj", "jiaoyu")
                                                   for part in ("responsibilities", "evidence", "self-assessment")]]),
    Scenario("list", "render list/notice.xml -o OUT", 0,
             [f"{name}.{kind}" for kind in ("docx", "md") for name in ("notice", "annex-1")]),
    # Two processes have all that is left behind the first record from the start: nobody is faster.
    Scenario("batch", "render notice.xml --batch records.csv --to docx --jobs 2 --resume -o OUT", 0,
             [f"county-{i}/{name}" for i in range(1, 6) for name in ("notice.docx", "annex-1.docx", STAMP)]),
    Scenario("archive add", "archive add OUT notice.xml issued.docx --retention Y", 0, []),
    Scenario("collect", "collect --rubric rubrics/scheme.xml form.docx -o OUT", 1,
             [f"collection.{kind}" for kind in ("docx", "md", "csv", "json")]),
    Scenario("import", "import scheme.csv -o OUT/scheme.xml", 0, ["scheme.xml"]),
    Scenario("diff", "diff rubrics/scheme.xml new.xml --to docx -o OUT/diff.docx", 1, ["diff.docx"]),
]


def fault(moment, action):
    """What the shim is told: an action at a call of a kind in a process."""
    return dict(zip(("FAULT_KIND", "FAULT_AT", "FAULT_PROCESS"), moment), FAULT_DO=action)


def content(path):
    """A stamp tells behind its key what was read, more or less of it when something went wrong on the way."""
    bytes_ = path.read_bytes()
    return bytes_.partition(b"\n")[0] if path.name == STAMP else bytes_


def snapshot(folder):
    return {str(path.relative_to(folder)): content(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def left_beside(folder):
    """What a run that was killed may leave, and no other."""
    names = [str(path.relative_to(folder)) for path in folder.rglob("*")]
    return [name for name in names if SCRATCH.search(name) or UNFILED.search(name)]


class Bench:
    def __init__(self, program, shim, folder):
        self.folder = folder
        (folder / "bin").mkdir()
        self.program = shutil.copy(program, folder / "bin" / "gongwen")
        shutil.copytree(SOURCE / "templates", folder / "share" / "gongwen" / "templates")
        # A run that is killed while it counts its lines would spoil the counts of all others.
        self.environment = {"LC_ALL": "C", "SOURCE_DATE_EPOCH": "1664150400", "LD_PRELOAD": preload(program, shim),
                            "LLVM_PROFILE_FILE": os.devnull}
        self.failed = self.passed = 0
        self.lay_out()

    def lay_out(self):
        """The folders that each run starts from: `fresh`, without outputs, and `old`, with those of another day."""
        fresh, old = self.folder / "fresh", self.folder / "old"
        shutil.copytree(BASE, fresh)
        scheme = (fresh / "rubrics" / "scheme.xml").read_text(encoding="utf-8")
        (fresh / "new.xml").write_text(scheme.replace("保障质量经费", "保障质量工作经费"), encoding="utf-8")
        (fresh / "scheme.csv").write_text(CSV, encoding="utf-8")
        (fresh / "list").mkdir()
        (fresh / "list" / "notice.xml").write_text(NAMED, encoding="utf-8")
        (fresh / "list" / "list.csv").write_text(NAMES, encoding="utf-8")
        (fresh / "records.csv").write_text(RECORDS, encoding="utf-8")
        (fresh / "templates").mkdir()
        for name in ("overview.md", "diff.md", "collection.md"):  # not to be passed by for the program's own
            text = (SOURCE / "templates" / name).read_text(encoding="utf-8")
            (fresh / "templates" / name).write_text(text + "\n特此说明。\n", encoding="utf-8")
        self.run(fresh, "render notice.xml --each-department -o out".split())
        shutil.copy(fresh / FORM, fresh / "form.docx")
        shutil.move(fresh / "out" / "notice.docx", fresh / "issued.docx")
        shutil.rmtree(fresh / "out")
        shutil.copytree(fresh, old)
        for scenario in SCENARIOS:
            for start in ("fresh", "old"):
                shutil.copytree(self.folder / start, self.folder / f"{start}-{scenario.name}")
            self.prepare(scenario)

    def prepare(self, scenario):
        fresh, old = self.start(scenario, "fresh"), self.start(scenario, "old")
        for path in scenario.files:
            (old / "OUT" / path).parent.mkdir(parents=True, exist_ok=True)
            (old / "OUT" / path).write_text("last year's\n")
        if scenario.is_archive():
            for start in (fresh, old):
                self.run(start, "archive init OUT --fonds J001 --organ BGS".split())
            self.run(old, scenario.words)
        with self.copy(scenario, "old") as parent:
            work = pathlib.Path(parent) / "work"
            done = self.run(work, scenario.words, FAULT_COUNT=pathlib.Path(parent) / "counts")
            assert done.returncode == scenario.status, (scenario.name, done)
            scenario.new = snapshot(work / "OUT")
            assert not scenario.files or set(scenario.new) == set(scenario.files), set(scenario.new)
            for path in sorted(pathlib.Path(parent).glob("counts*")):
                words = path.read_text().split()
                scenario.counts.append(dict(zip(words[::2], map(int, words[1::2]))))
            assert len(scenario.counts) == (3 if scenario.is_batch() else 1)

    def start(self, scenario, start):
        return self.folder / f"{start}-{scenario.name}"

    def copy(self, scenario, start):
        """A folder of its own, in which `work` is a copy."""
        parent = tempfile.TemporaryDirectory(dir=self.folder)
        shutil.copytree(self.start(scenario, start), pathlib.Path(parent.name) / "work")
        return parent

    def environment_of(self, faults):
        return dict(self.environment, **{name: str(value) for name, value in faults.items()})

    def run(self, work, words, **faults):
        return subprocess.run([self.program, *words], cwd=work, env=self.environment_of(faults), text=True,
                              encoding="utf-8", capture_output=True, check=False, timeout=60)

    def begin(self, work, words, closed=(), limit=None, ignored=False, stdout=subprocess.DEVNULL, **faults):
        """A run that is not waited for, with streams closed, a cap on files, or SIGPIPE ignored."""
        def begin():
            for descriptor in closed:
                os.close(descriptor)
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            signal.signal(signal.SIGPIPE, signal.SIG_IGN if ignored else signal.SIG_DFL)
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        return subprocess.Popen([self.program, *words], cwd=work, env=self.environment_of(faults), text=True,
                                encoding="utf-8", stdout=stdout, stderr=subprocess.PIPE, preexec_fn=begin)

    def expect(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(f"FAILED {what}", flush=True)

    def expect_whole(self, scenario, work, what, together=False):
        """Every file in place is the old one or the new one; together: all are old or all are new."""
        if scenario.is_archive():
            done = self.run(work, ["archive", "verify", "OUT"])
            self.expect(done.returncode == 0, f"{what}: {done.stdout}{done.stderr}")
            return
        old, now = snapshot(self.start(scenario, "old") / "OUT"), snapshot(work / "OUT")
        places = {path: bytes_ for path, bytes_ in now.items() if not SCRATCH.search(path)}
        for path, bytes_ in places.items():
            self.expect(bytes_ in (old.get(path), scenario.new.get(path)), f"{what}: {path} is neither old nor new")
        before, after = scenario.bundles(old), scenario.bundles(scenario.new)
        for name, bundle in scenario.bundles(places).items():
            stamp = f"{name}/{STAMP}"
            stamped = stamp in places and places[stamp] == scenario.new[stamp]
            self.expect(not stamped or bundle == after[name], f"{what}: {stamp} stands beside what it does not speak of")
            self.expect(not together or bundle in (before.get(name), after[name]), f"{what}: {name} is old and new")

    def expect_mended(self, scenario, work, what):
        """The next run does its work, and nothing is left beside."""
        done = self.run(work, scenario.words)
        self.expect(done.returncode == scenario.status, f"{what}: the next run: status {done.returncode}\n{done.stderr}")
        self.expect(not left_beside(work / "OUT"), f"{what}: the next run leaves {left_beside(work / 'OUT')}")
        if scenario.is_archive():
            self.expect_whole(scenario, work, f"{what}: after the next run")
        else:
            self.expect(snapshot(work / "OUT") == scenario.new, f"{what}: the next run writes something else")


def preload(program, shim):
    """The sanitizers of gcc are a library that must come first."""
    libraries = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    sanitizer = re.search(r"=> (\S*libasan\S*)", libraries)
    return f"{sanitizer[1]}:{shim}" if sanitizer else shim


def main(tests):
    program, shim, *names = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(os.path.abspath(program), os.path.abspath(shim), pathlib.Path(folder))
        for name in names or tests:
            tests[name](bench)
    print(f"{bench.passed} checks passed, {bench.failed} failed")
    return 1 if bench.failed or not bench.passed else 0
