"""One job in which everything goes wrong: nothing is lost, nothing is there twice, each culprit is named."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from conftest import MANY, charges_in, charges_of, failures, rows

import lots
from shapes import HOUSEHOLDS_IN

COUNT, EACH = 200, 10


def hostile(household: dict[str, Any], name: str, content: bytes = b"") -> None:
    household["files"].append({"name": name, "content": content})


def bomb() -> bytes:
    """A hundred kilobytes that want to be a hundred megabytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as zip:
        zip.writestr("Retail.OrderHistory.1.csv", b"Order ID,Order Date\n" + b"0" * 100_000_000)
    return content.getvalue()


def below(root: int, mark: str) -> dict[int, int]:
    """The processes below one that have this in their command, each with the one above it."""
    # In any width: without it, some cut the lines.
    listed = subprocess.run(["ps", "-A", "-ww", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    found = {int(pid): (int(above), command) for pid, above, command in (line.split(maxsplit=2) for line in listed.splitlines())}

    def is_below(pid: int) -> bool:
        while pid in found and pid != root:
            pid = found[pid][0]
        return pid == root

    return {pid: above for pid, (above, command) in found.items() if mark in command and is_below(pid)}


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def kill(found: Callable[[], Iterable[int]]) -> None:
    """One of these, as soon as there is one."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        for pid in found():
            with contextlib.suppress(ProcessLookupError):
                return os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)
    raise AssertionError("there was nothing to kill")


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_nothing_is_lost_doubled_or_unnamed(made: Callable[[int], list[dict[str, Any]]], tmp_path: Path) -> None:
    households = made(COUNT)
    ids = [household["id"] for household in households]
    expected = {
        ids[5]: "clock",
        ids[55]: "cpu",
        ids[105]: "memory",
        ids[155]: "ended",
    }
    # One in a hundred is hostile, or a few more.
    assert COUNT <= len(expected) * 100
    for id, name in zip(expected, ("hangs", "runs-on", "eats", "aborts")):
        hostile(households[ids.index(id)], name)
    refused, torn, bombed = households[45], households[85], households[125]
    refused["today"] = "tomorrow"
    expected[refused["id"]] = "refused"
    export = torn["files"][-1]
    export["content"] = export["content"][: len(export["content"]) // 2]
    hostile(bombed, "bomb.zip", bomb())

    source, out = tmp_path / "in", tmp_path / "out"
    assert lots.write_parts(households, source, HOUSEHOLDS_IN, EACH) == COUNT
    (source / "broken.parquet").write_bytes(b"PAR1 and nothing else")
    job: list[str | Path] = [sys.executable, MANY / "job.py", source, out, "--master=local[2]", "--cpu-seconds=1", "--clock-seconds=20"]
    environment = {**os.environ, "PYTHONPATH": str(MANY / "tests" / "misbehaving")}
    done = out / "households"

    def when(lots: int) -> None:
        deadline = time.monotonic() + 150
        while len(list(done.glob("*.parquet"))) < lots:
            assert running.poll() is None and time.monotonic() < deadline
            time.sleep(0.05)

    def workers() -> list[int]:
        daemons = below(running.pid, "pyspark.daemon")
        return [pid for pid, above in daemons.items() if above in daemons]

    with (tmp_path / "log").open("wb") as log:
        running = subprocess.Popen(job, env=environment, preexec_fn=os.setpgrp, stdout=log, stderr=log)
    try:
        when(1)
        kill(lambda: below(running.pid, "helper.py"))
        when(2)
        kill(workers)
        when(5)
        helpers = below(running.pid, "helper.py")
        assert helpers
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    deadline = time.monotonic() + 30
    while any(map(is_there, helpers)):
        assert time.monotonic() < deadline, "helpers outlive their job"
        time.sleep(0.1)
    kept = {path: path.stat().st_mtime_ns for path in done.iterdir()}
    assert 5 <= len(kept) < COUNT // EACH

    again = subprocess.run(job, env=environment, capture_output=True, text=True, check=False)
    assert again.returncode == 1, again.stdout + again.stderr
    assert f"lot {COUNT // EACH:06} cannot be read" in again.stdout
    assert not list((out / "unfinished").iterdir())
    assert f"{len(kept)} of them done before" in again.stdout
    assert {path: path.stat().st_mtime_ns for path in kept} == kept

    assert sorted(rows(out, "SELECT household FROM households")) == [(id,) for id in sorted(ids)]
    assert failures(out) == expected
    judged = charges_in(out)
    assert len(judged) == len(set(judged))
    alone = [charges_of(household) for household in households if household["id"] not in expected]
    assert set(judged) == set().union(*alone)
    unread = dict(rows(out, "SELECT household, unread FROM households WHERE unread <> []"))
    assert unread == {torn["id"]: ["Your Orders.zip"], bombed["id"]: ["bomb.zip/Retail.OrderHistory.1.csv"]}
