"""A helper process and its limits: whatever a household does to the helper, it is named, and the next one has a new helper."""

from __future__ import annotations

import collections
import contextlib
import functools
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

import helper
from shapes import CHARGES, HOUSEHOLDS, failed


@dataclass(frozen=True)
class Limits:
    """What one household may take."""

    memory_mb: int = 2048
    cpu_seconds: int = 60
    clock_seconds: int = 120
    #: Whether the reports are wanted too.
    reports: bool = False


@dataclass(frozen=True)
class Outcome:
    """A household that is done."""

    row: pa.RecordBatch
    charges: pa.RecordBatch | None = None


class Ended(Exception):
    """The helper is no more."""

    def __init__(self, failure: str, words: str) -> None:
        super().__init__(words)
        self.failure = failure
        self.words = words


@functools.cache
def guarded(limits: Limits) -> Guard:
    """The one of this worker: Spark keeps a worker for many lots, and a helper takes a moment to start."""
    return Guard(limits)


class Guard:
    """Asks a helper, and starts another one where it ended."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._helper: Helper | None = None

    def judge(self, piece: dict[str, Any]) -> Generator[Outcome, None, None]:
        """The households of a piece, each once, in their order."""
        at, tried = 0, 0
        ids = piece["ids"]
        try:
            while at < len(ids):
                start = time.monotonic()
                try:
                    if self._helper is None:
                        self._helper = Helper(self.limits)
                    self._helper.send({**piece, "from": at})
                    while at < len(ids):
                        start = time.monotonic()
                        yield self._helper.outcome()
                        at, tried = at + 1, 0
                except Ended as ended:
                    self.stop()
                    tried += 1
                    # A kill from outside need not be the household's doing.
                    if ended.failure == "ended" and tried == 1:
                        continue
                    yield Outcome(failed(ids[at], ended.failure, ended.words, time.monotonic() - start))
                    at, tried = at + 1, 0
        finally:
            # Who stops listening in between leaves frames behind.
            if at < len(ids):
                self.stop()

    def stop(self) -> None:
        if self._helper is not None:
            self._helper.stop()
            self._helper = None


class Helper:
    """A running helper process."""

    def __init__(self, limits: Limits) -> None:
        self._clock = limits.clock_seconds
        self._process = subprocess.Popen(
            [sys.executable, str(Path(helper.__file__).resolve()), json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # What reserves address space in advance would take from the limit.
            env={**os.environ, "ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1"},
            bufsize=0,
        )
        self._read = bytearray()
        self._last_words: collections.deque[bytes] = collections.deque(maxlen=3)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def send(self, piece: dict[str, Any]) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(json.dumps(piece).encode() + b"\n")
        except BrokenPipeError:
            raise self._ended() from None

    def outcome(self) -> Outcome:
        """The next household, or :class:`Ended`."""
        deadline = time.monotonic() + self._clock
        charges = None
        while True:
            letter, size = helper.FRAME.unpack(self._take(helper.FRAME.size, deadline))
            content = self._take(size, deadline)
            if letter == b"C":
                charges = pa.ipc.read_record_batch(pa.py_buffer(content), CHARGES)
            elif letter == b"H":
                return Outcome(pa.ipc.read_record_batch(pa.py_buffer(content), HOUSEHOLDS), charges)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            assert pipe
            with contextlib.suppress(BrokenPipeError):
                pipe.close()

    def _take(self, size: int, deadline: float) -> bytes:
        assert self._process.stdout
        pipe = self._process.stdout.fileno()
        while len(self._read) < size:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                raise Ended("clock", f"no answer after {self._clock} s")
            some = os.read(pipe, max(1 << 16, size - len(self._read)))
            if not some:
                raise self._ended()
            self._read += some
        taken = bytes(self._read[:size])
        del self._read[:size]
        return taken

    def _ended(self) -> Ended:
        """Why, as far as it can be known from outside."""
        status = self._process.wait()
        self._listener.join()
        words = b"".join(self._last_words).decode(errors="replace").strip()
        if status == -signal.SIGXCPU:
            return Ended("cpu", "more seconds of a processor than allowed")
        # Rust's words, and C++'s.
        if "memory allocation of" in words or "bad_alloc" in words:
            return Ended("memory", "more memory than allowed")
        how = signal.Signals(-status).name if status < 0 else f"exit status {status}"
        return Ended("ended", f"the engine's process ended: {how}")

    def _listen(self) -> None:
        assert self._process.stderr
        for line in iter(self._process.stderr.readline, b""):
            self._last_words.append(line)
            sys.stderr.buffer.write(line)
            sys.stderr.flush()
