"""What the tests share: the labelled households of the project, and its command line."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "fixtures" / "cases"


@dataclass(frozen=True)
class Household:
    """Files of made-up people, with the circumstances to ask with."""

    folder: Path
    today: str
    utc_offset: str
    region: str
    names: tuple[str, ...]

    @property
    def paths(self) -> list[Path]:
        return [self.folder / name for name in self.names]

    @property
    def contents(self) -> list[tuple[str, bytes]]:
        return [(path.name, path.read_bytes()) for path in self.paths]


def _household(folder: Path) -> Household:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    return Household(folder, truth["today"], truth["utcOffset"], truth["region"], tuple(truth["files"]))


HOUSEHOLDS = [_household(truth.parent) for truth in sorted(CASES.glob("*/truth.json"))]


@pytest.fixture(params=HOUSEHOLDS, ids=lambda household: household.folder.name)
def household(request: pytest.FixtureRequest) -> Household:
    assert isinstance(request.param, Household)
    return request.param


def command_line(*args: str | Path) -> bytes:
    """What `mioboe` prints; `cargo xtask test` says where it is."""
    mioboe = os.environ.get("MIOBOE", str(ROOT / "target" / "debug" / "mioboe"))
    return subprocess.run([mioboe, *args], capture_output=True, check=True).stdout
