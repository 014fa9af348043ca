"""The five real notices, as they were issued with all their mistakes, and corrected.

corrected/NAME.patch says what a careful office would mend in fixtures/NAME and its rubric.
"""
import json
import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
NAMES = ("yongji-2022", "pingdingshan-2021", "chongyang-2022", "national-2022", "shizhong-2022")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C", "NO_COLOR": "1"}


def notice(name):
    return os.path.join("fixtures", name, "notice.xml")


def corrected(folder):
    """A copy of the project with all patches applied, in `folder`."""
    for name in ("fixtures", "rubrics", "templates"):
        shutil.copytree(os.path.join(ROOT, name), os.path.join(folder, name))
    for name in NAMES:
        with open(os.path.join(HERE, "corrected", f"{name}.patch"), "rb") as patch:
            subprocess.run(["patch", "-s", "-p1", "--no-backup-if-mismatch"], cwd=folder,
                           stdin=patch, check=True)
    return folder


def check(program, folder, file, *options):
    """What the program says of a file, and its status."""
    done = subprocess.run([program, "check", file, "-q", *options], cwd=folder, env=ENVIRONMENT,
                          capture_output=True, text=True, timeout=120)
    return done.stdout + done.stderr, done.returncode


def findings(program, folder, file, *options):
    """The same as objects; what keeps it from checking is one with the rule "trouble"."""
    said, status = check(program, folder, file, "--format", "json", *options)
    if status == 2:
        return [{"rule": "trouble", "message": said}]
    return [json.loads(line) for line in said.splitlines()]
