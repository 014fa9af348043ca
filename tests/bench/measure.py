"""What benchmarks share: programs run by turns, medians and spread, the machine they ran on."""
import os
import pathlib
import statistics
import subprocess
import tempfile
import time
from collections import namedtuple

ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "HOME": "/nonexistent"}

# Seconds from start to end; seconds of all cores, and those of them that the system took; MiB at the most: of several
# processes the sum, of a process and its children the largest.
Sample = namedtuple("Sample", "wall cpu system memory")


def run(commands, on_one_core=False, environment=None):
    """All commands at the same time, each a list of words. Fails if one fails."""
    core = ["taskset", "-c", str(min(os.sched_getaffinity(0)))] if on_one_core else []
    start = time.perf_counter()
    running = [(words, subprocess.Popen([*core, *words], env={**ENVIRONMENT, **(environment or {})}, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE)) for words in commands]
    cpu = system = memory = 0
    for words, process in running:
        said = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        if process.returncode:
            raise SystemExit(f"{' '.join(map(str, words))}: status {process.returncode}\n{said}")
        cpu += usage.ru_utime + usage.ru_stime
        system += usage.ru_stime
        memory += usage.ru_maxrss / 1024
    return Sample(time.perf_counter() - start, cpu, system, memory)


def by_turns(jobs, rounds):
    """Samples of each job, by name; a job is a function that gives one. Each round runs all, so that what else the
    machine does meanwhile strikes all alike."""
    samples = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            samples[name].append(job())
    return samples


def median(samples, what="wall"):
    return statistics.median(getattr(sample, what) for sample in samples)


def spread(samples, what="wall"):
    """Half the distance between the quartiles, as a share of the median."""
    values = sorted(getattr(sample, what) for sample in samples)
    if len(values) < 4:
        return (values[-1] - values[0]) / 2 / statistics.median(values)
    low, _, high = statistics.quantiles(values, n=4)
    return (high - low) / 2 / statistics.median(values)


def first_line(words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def machine():
    """Cores, processor, memory, system; and how busy it is with other things."""
    processor = [line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
                 if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = os.getloadavg()[0]
    return (f"{os.cpu_count()} cores, {processor[0] if processor else os.uname().machine}, {memory:.0f} GiB, "
            f"Linux {os.uname().release}; load before the run {busy:.1f}")


def folder_in_memory():
    """A folder for the time of a run; on tmpfs where there is one."""
    shared = pathlib.Path("/dev/shm")
    return tempfile.TemporaryDirectory(prefix="gongwen-bench-", dir=shared if shared.is_dir() else None)
