"""A worker's part of the work, without Spark."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mioboe
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT, charges_in, failures, rows

import lots
from guard import Guard, Limits
from shapes import HOUSEHOLDS_IN

LABELLED = ROOT / "tests" / "fixtures" / "cases" / "clean-02-rakuten"


def run(source: Path, out: Path, limits: Limits = Limits(), **asked: str) -> None:
    guard = Guard(limits)
    try:
        for lot in lots.planned(source, out, asked, 2).lots:
            lots.do(lot, out, asked, guard)
    finally:
        guard.stop()


def test_folders_one_of_them_too_large(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    for name in ("a", "c"):
        shutil.copytree(LABELLED, source / name, ignore=shutil.ignore_patterns("truth.json"))
    for name in ("b", "d", ".hidden"):
        (source / name).mkdir()
    with (source / "b" / "large.pdf").open("wb") as large:
        # Takes nothing of the disk.
        large.truncate(2 << 30)
    run(source, out, Limits(memory_mb=1024, reports=True), today="2026-11-21")
    assert failures(out) == {"b": "refused", "d": "refused"}
    report = mioboe.analyze_json([source / "a"], today="2026-11-21")
    assert rows(out, "SELECT household, report FROM households WHERE failure IS NULL ORDER BY 1") == [("a", report), ("c", report)]
    words = dict(rows(out, "SELECT household, failure_words FROM households WHERE failure = 'refused'"))
    assert "large.pdf" in words["b"] and "out of memory" in words["b"]
    assert words["d"] == "there is no file and no charge"


def test_all_that_a_row_may_say(tmp_path: Path) -> None:
    statement = "date,merchant,amount\n2026/11/03,AMAZON.CO.UK,19.80\n2026/11/04,AMAZON.CO.UK,12.50\n"
    full = {
        "id": "full",
        "files": [{"name": "1234.csv", "content": statement.encode()}],
        "today": "2026-11-24",
        "utc_offset": "+00:00",
        "region": "uk",
        "household": [("花子", ["1234"])],
        "charges": ["2026-11-05 3980 JPY AMAZON.CO.JP"],
    }
    bare = {"id": "bare", "files": full["files"]}
    source, out = tmp_path / "in", tmp_path / "out"
    lots.write_parts([full, bare, {"id": "empty", "files": []}], source, HOUSEHOLDS_IN, 3)
    run(source, out)
    assert failures(out) == {"bare": "refused", "empty": "refused"}
    assert rows(out, "SELECT failure_words FROM households WHERE household = 'bare'")[0][0].startswith("no day")
    assert rows(out, "SELECT amount::VARCHAR, date::VARCHAR, currency, file, line FROM charges ORDER BY date") == [
        ("19.800000", "2026-11-03", "GBP", "1234.csv", 2),
        ("12.500000", "2026-11-04", "GBP", "1234.csv", 3),
        ("3980.000000", "2026-11-05", "JPY", "typed", 1),
    ]
    assert rows(out, "SELECT files, charges FROM households WHERE household = 'full'") == [(1, 3)]
    # What the job is told holds where the row says nothing.
    run(source, tmp_path / "told", today="2026-11-24")
    assert failures(tmp_path / "told") == {"empty": "refused"}


def test_a_large_household_has_a_group_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Callable[[int], list[dict[str, Any]]]) -> None:
    monkeypatch.setattr(lots, "GROUP", 100_000)
    monkeypatch.setattr(lots, "LARGEST", 150_000)
    households = made(6)
    households[3]["files"][0]["content"] = os.urandom(200_000)
    source, out = tmp_path / "in", tmp_path / "out"
    assert lots.write_parts(households, source, HOUSEHOLDS_IN, 10) == 6
    with pq.ParquetFile(source / "000000.parquet") as part:
        assert part.num_row_groups >= 3
    run(source, out)
    assert failures(out) == {households[3]["id"]: "too-large"}


def test_a_helper_that_is_killed_costs_nothing(tmp_path: Path, made: Callable[[int], list[dict[str, Any]]]) -> None:
    source = tmp_path / "in"
    households = made(8)
    lots.write_parts(households, source, HOUSEHOLDS_IN, 8)
    guard = Guard(Limits())
    outcomes = []
    piece = {"parquet": str(source / "000000.parquet"), "group": 0, "ids": [one["id"] for one in households], "asked": {}}
    for outcome in guard.judge(piece):
        outcomes.append(outcome.row.to_pylist()[0])
        if len(outcomes) in (1, 4) and guard._helper:
            os.kill(guard._helper._process.pid, signal.SIGKILL)
    guard.stop()
    assert [(one["household"], one["failure"]) for one in outcomes] == [(one["id"], None) for one in households]


def test_rows_without_a_name_and_names_that_are_numbers(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    pq.write_table(pa.table({"id": [7, None], "today": ["2026-11-24"] * 2, "files": [[], []]}), source / "a.parquet")
    run(source, out)
    assert failures(out) == {"7": "refused", "000000:0:1": "refused"}


def test_who_stops_listening_hears_nothing_old(tmp_path: Path, made: Callable[[int], list[dict[str, Any]]]) -> None:
    source = tmp_path / "in"
    lots.write_parts(made(3), source, HOUSEHOLDS_IN, 3)
    piece = {"parquet": str(source / "000000.parquet"), "group": 0, "asked": {}}
    guard = Guard(Limits())
    begun = guard.judge({**piece, "ids": ["a", "b", "c"]})
    next(begun)
    begun.close()
    assert [one.row["household"].to_pylist() for one in guard.judge({**piece, "ids": ["x", "y", "z"]})] == [["x"], ["y"], ["z"]]
    guard.stop()


def test_results_of_something_else_are_left_alone(tmp_path: Path) -> None:
    for name in ("in", "other"):
        (tmp_path / name / "a").mkdir(parents=True)
    for nothing in ("gone", "in/a"):
        with pytest.raises(lots.Unusable, match="neither"):
            lots.planned(tmp_path / nothing, tmp_path / "empty", {}, 2)
    plan = lots.planned(tmp_path / "in", tmp_path / "out", {}, 2)
    assert lots.planned(tmp_path / "in", tmp_path / "out", {}, 5) == plan
    for source, asked in (("other", {}), ("in", {"today": "2026-11-24"})):
        with pytest.raises(lots.Unusable):
            lots.planned(tmp_path / source, tmp_path / "out", asked, 2)
