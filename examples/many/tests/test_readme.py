"""What the README shows works as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from conftest import MANY, PROGRAM, ROOT, rows

README = (MANY / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the second command, with fewer households and programs that are there already."""
    (block,) = blocks("sh")
    _, command = block.splitlines()
    home = tmp_path_factory.mktemp("readme")
    for there, here in (
        ("cargo run --release --quiet -p mioboe-tests --example households -- 1000", f"{PROGRAM} 48"),
        ("target/many/venv/bin/python", sys.executable),
        ("target/many/in", str(home / "in")),
        ("target/many/out", str(home / "out")),
    ):
        assert there in command
        command = command.replace(there, here)
    ran = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "48 households, " in ran.stdout
    again = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 0 and "1 lots, 1 of them done before" in again.stdout
    return home / "out"


def test_the_commands_install_what_is_needed() -> None:
    (block,) = blocks("sh")
    install, _ = block.splitlines()
    for given in re.findall(r"(?:-r )(\S+)|(\./\S+)", install):
        assert (ROOT / "".join(given)).exists(), given


def test_the_questions_are_answered(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(out)
    flagged, unanswered, shared, uneven = [duckdb.execute(question).fetchall() for question in blocks("sql")]
    assert flagged and all(charges > 0 and households > 0 for *_, charges, _, households in flagged)
    assert sum(charges for *_, charges, _, _ in flagged) == rows(out, "SELECT sum(flagged) FROM households")[0][0]
    assert unanswered == uneven == []
    # They are made up one by one.
    assert shared == []
