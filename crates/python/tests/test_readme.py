"""The examples of the README run as they stand there, and their types hold."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CASES

README = Path(__file__).resolve().parents[1] / "README.md"
EXAMPLES = re.findall(r"^```python\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)

#: A word of what each prints.
PRINTED = ["JPY", "202612.csv", "clean-02-rakuten "]


def test_each_example_prints_something() -> None:
    assert len(EXAMPLES) == len(PRINTED) == 3


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder as the README has it."""
    people = [CASES / name for name in ("typical-02-smbc-vpass", "clean-02-rakuten")]
    (tmp_path / "statements").mkdir()
    for file in people[0].iterdir():
        if file.suffix == ".csv":
            shutil.copy(file, tmp_path / "statements")
        elif file.suffix == ".zip":
            shutil.copy(file, tmp_path / "Your Orders.zip")
    for person in people:
        shutil.copytree(person, tmp_path / "households" / person.name, ignore=shutil.ignore_patterns("truth.json"))
    return tmp_path


@pytest.mark.parametrize("number", range(len(PRINTED)))
def test_it_runs(number: int, home: Path) -> None:
    (home / "example.py").write_text(EXAMPLES[number], "utf-8")
    ran = subprocess.run([sys.executable, "example.py"], cwd=home, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert PRINTED[number] in ran.stdout, ran.stdout
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", f"--cache-dir={os.devnull}", "example.py"], cwd=home, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
