"""The guarded process: reads households one by one, asks the engine, hands the rows back. Whatever ends it costs one household.

Started by :mod:`guard`, as ``python helper.py LIMITS``. Each line of its input names a piece of work; its output is frames, each a
letter, a length and as many bytes: ``B`` before a household is read, ``C`` its charges, ``H`` its own row, with which it is done.
"""

from __future__ import annotations

import json
import math
import os
import resource
import struct
import sys
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import pyarrow as pa

FRAME = struct.Struct(">cQ")


class Refused(Exception):
    """What the caller can mend, in words that are safe to show."""


def main() -> None:
    limits = json.loads(sys.argv[1])
    # What an import or the engine prints is no frame.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    be_the_first_to_go()
    threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
    limit(resource.RLIMIT_AS, limits["memory_mb"] << 20)
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_FSIZE, 0)
    for line in sys.stdin:
        work(json.loads(line), limits, out)


def be_the_first_to_go() -> None:
    """Where the machine itself has no more memory, Linux ends this process and not Spark's."""
    try:
        with open("/proc/self/oom_score_adj", "w", encoding="ascii") as score:
            score.write("1000")
    except OSError:
        pass


def end_with(worker: int) -> None:
    """Nobody hears a helper whose worker was killed."""
    while os.getppid() == worker:
        time.sleep(1)
    os._exit(1)


def limit(kind: int, most: int) -> None:
    try:
        resource.setrlimit(kind, (most, most))
    except (OSError, ValueError):
        # macOS knows no limit of memory.
        pass


def work(piece: dict[str, Any], limits: dict[str, Any], out: BinaryIO) -> None:
    households: Iterator[dict[str, Any]] | None = None
    for at in range(piece["from"], len(piece["ids"])):
        send(out, b"B")
        out.flush()
        # The kernel counts whole seconds, and ends the process by a signal of its own.
        used = math.ceil(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + limits["cpu_seconds"], resource.RLIM_INFINITY))
        name = piece["ids"][at]
        start = time.perf_counter()
        try:
            if households is None:
                households = read(piece, at)
            charges, row = judged(name, next(households), piece["asked"], limits)
            send(out, b"C", charges.serialize())
        except Exception as error:
            row = failed(name, error, time.perf_counter() - start)
            # A reader that failed has no next household: the next one is found anew.
            households = None
        send(out, b"H", row.serialize())
        out.flush()


def send(out: BinaryIO, letter: bytes, content: Any = b"") -> None:
    out.write(FRAME.pack(letter, len(content)))
    out.write(content)


def read(piece: dict[str, Any], first: int) -> Iterator[dict[str, Any]]:
    """The households of a piece from one on."""
    if "folders" in piece:
        yield from ({"files": [folder]} for folder in piece["folders"][first:])
        return
    import pyarrow.parquet as pq

    with pq.ParquetFile(piece["parquet"]) as part:
        group = part.read_row_group(piece["group"], use_threads=False)
    for at in range(first, len(group)):
        yield from group.slice(at, 1).to_pylist()


def judged(
    name: str, household: dict[str, Any], asked: dict[str, Any], limits: dict[str, Any]
) -> tuple[pa.RecordBatch, pa.RecordBatch]:
    import mioboe
    import shapes

    files = [
        (file["name"], file["content"]) if isinstance(file, dict) else file for file in household["files"] or []
    ]
    said = {key: household.get(key) or asked.get(key) for key in ("today", "utc_offset", "region")}
    if not said["today"]:
        raise Refused("no day to answer for: a column `today`, or `--today`")
    start = time.perf_counter()
    text = mioboe.analyze_json(
        files,
        household=dict(household.get("household") or []),
        charges=household.get("charges") or [],
        **{key: value for key, value in said.items() if value},
    )
    seconds = time.perf_counter() - start
    row, charges = shapes.answered(name, text, seconds, limits["reports"])
    return charges, row


def failed(name: str, error: Exception, seconds: float) -> pa.RecordBatch:
    import shapes

    failure = "memory" if isinstance(error, MemoryError) else "refused"
    # Words of others may hold anything; those of the engine hold no row of a statement.
    own = isinstance(error, Refused) or type(error).__module__.startswith("mioboe")
    words = str(error) if own else type(error).__name__
    return shapes.failed(name, failure, words, seconds)


if __name__ == "__main__":
    main()
