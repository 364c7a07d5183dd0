"""The job beside the bare loop of ``bare.rs``, in turns; how it grows; whether memory stays: ``bench.py [--households 10000]``.

Needs Linux (memory and time are read from ``/proc``), and both programs: ``cargo build --release -p mioboe-tests --example households
--example bare``.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE.parents[1] / "target" / "release" / "examples"
CORES = 2
#: How many kinds of households there are, so that a sample has as many of each.
KINDS = 20
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Watch:
    """Time and memory of a process and all below it, as long as it runs."""

    root: int
    #: Seconds of a processor by process, as last seen.
    seconds: dict[int, float] = field(default_factory=dict)
    #: Memory of the helpers, of Spark's workers and of Spark itself, in MB, by the moment.
    memory: dict[str, list[tuple[float, float]]] = field(default_factory=dict)

    def look(self) -> None:
        seen: dict[int, tuple[int, float, float]] = {}
        for entry in os.scandir("/proc"):
            if entry.name.isdigit():
                try:
                    words = Path(entry.path, "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                except OSError:
                    continue
                seconds = (int(words[11]) + int(words[12])) / TICK
                seen[int(entry.name)] = int(words[1]), seconds, int(words[21]) * PAGE / 1e6
        for pid, (_, seconds, memory) in seen.items():
            above = pid
            while above in seen and above != self.root:
                above = seen[above][0]
            if above == self.root:
                self.seconds[pid] = seconds
                self.memory.setdefault(kind(pid), []).append((time.monotonic(), memory))

    def spent(self) -> float:
        return sum(self.seconds.values())


def kind(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_text("utf-8", "replace")
    except OSError:
        return "other"
    for mark, name in (("helper.py", "helper"), ("pyspark.daemon", "worker"), ("java", "Spark")):
        if mark in words:
            return name
    return "other"


@dataclass
class Run:
    """What a number of households took."""

    households: int
    #: Of a clock, and of the processors, without the start of Spark.
    clock: float
    processor: float
    start_clock: float = 0.0
    start_processor: float = 0.0
    watch: Watch | None = None


def bare(program: Path, streams: list[Path], households: int) -> Run:
    """The bare loop, a process a core."""
    start = time.monotonic()
    before = sum(os.times()[2:4])
    loops = []
    for stream in streams:
        with stream.open("rb") as content:
            loops.append(subprocess.Popen([program], stdin=content, stdout=subprocess.DEVNULL))
    if any(loop.wait() for loop in loops):
        sys.exit("the bare loop failed")
    return Run(households, time.monotonic() - start, sum(os.times()[2:4]) - before)


def job(source: Path, out: Path, households: int) -> Run:
    command: list[str | Path] = [sys.executable, HERE / "job.py", source, out, "--master", f"local[{CORES}]"]
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    watch = Watch(process.pid)
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(0.5):
            watch.look()

    looking = threading.Thread(target=look)
    looking.start()
    started, spent, told = begin, 0.0, ""
    assert process.stdout
    for line in process.stdout:
        told += line
        if line.startswith("Spark is there"):
            started, spent = time.monotonic(), watch.spent()
        # What follows is Spark going away.
        if " charges in " in line:
            done = time.monotonic()
    ended.set()
    looking.join()
    if process.wait() or f"{households} households" not in told:
        sys.exit(f"the job failed: {told}")
    return Run(households, done - started, watch.spent() - spent, started - begin, spent, watch)


def stream(program: Path, count: int, first: int, path: Path) -> Path:
    with path.open("wb") as out:
        subprocess.run([program, str(count), str(first)], stdout=out, check=True)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--households", type=int, default=10_000)
    parser.add_argument("--sample", type=int, default=24 * KINDS, help="households of each bare loop")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="many-") as folder:
        measure(Path(folder), given.households // 3, given.sample)


def measure(home: Path, count: int, sample: int) -> None:
    """A job of so many and one of twice as many, with bare loops before, between and after."""
    halves = [
        stream(PROGRAMS / "households", sample // CORES, half * sample // CORES, home / f"half-{half}")
        for half in range(CORES)
    ]
    sources = []
    for name, many, first in (("once", count, 0), ("twice", 2 * count, count)):
        made = stream(PROGRAMS / "households", many, first, home / "made")
        sources.append(home / name)
        with made.open("rb") as content:
            pack: list[str | Path] = [sys.executable, HERE / "pack.py", sources[-1]]
            subprocess.run(pack, stdin=content, stdout=subprocess.DEVNULL, check=True)
    alone, through = [told("bare loop", bare(PROGRAMS / "bare", halves, sample))], []
    for turn, source in enumerate(sources, 1):
        through.append(told("job", job(source, home / f"out-{turn}", turn * count)))
        alone.append(told("bare loop", bare(PROGRAMS / "bare", halves, sample)))
    # Each job beside the loops before and after it.
    between = [(first, second) for first, second in zip(alone, alone[1:])]
    for what, cost in (("processor", processor), ("clock", clock)):
        over = [cost(run) / statistics.mean(map(cost, beside)) - 1 for run, beside in zip(through, between)]
        print(f"overhead against the bare loop, {what}: " + ", ".join(f"{100 * one:+.1f} %" for one in over))
    once, twice = through
    print(f"n -> 2n: processor {twice.processor / once.processor:.2f}, clock {twice.clock / once.clock:.2f}")
    print(f"{3 * count} households through the engine, {once.households / once.clock / CORES:.1f} and "
          f"{twice.households / twice.clock / CORES:.1f} a second and core of the clock")
    assert twice.watch
    for name, seen in sorted(twice.watch.memory.items()):
        if name != "other":
            quarter = len(seen) // 4
            parts = [max(memory for _, memory in seen[at * quarter : (at + 1) * quarter]) for at in range(4)]
            print(f"memory, {name}: at most " + ", ".join(f"{part:.0f}" for part in parts) + " MB by quarters of the time")


def told(what: str, run: Run) -> Run:
    start = f" (and {run.start_clock:.0f} s, {run.start_processor:.1f} s to start Spark)" if run.watch else ""
    print(
        f"{what}: {run.households} households, {run.clock:.0f} s of the clock, {run.processor:.1f} s of processors, "
        f"{1000 * processor(run):.1f} ms each{start}",
        flush=True,
    )
    return run


def processor(run: Run) -> float:
    return run.processor / run.households


def clock(run: Run) -> float:
    return run.clock / run.households


if __name__ == "__main__":
    main()
