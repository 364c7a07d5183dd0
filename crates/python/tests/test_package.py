"""What the package promises: kinds of files, one exception with its place, other threads that go on, types that hold."""

from __future__ import annotations

import datetime
import io
import json
import os
import pickle
import subprocess
import sys
import threading
import time
from importlib import metadata, resources
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import mioboe
import pytest
from conftest import ROOT, Household
from mioboe import shapes

STATEMENT = "date,merchant,amount\n2026/11/03,AMAZON.CO.JP,1980\n"
TODAY = "2026-11-22"


def names(files: list[mioboe.Given]) -> list[str]:
    return [source["name"] for source in mioboe.analyze(files, today=TODAY)["sources"]]


def test_files_are_paths_bytes_and_file_likes(tmp_path: Path) -> None:
    path = tmp_path / "202611.csv"
    path.write_text(STATEMENT, "utf-8")
    data = STATEMENT.encode()
    for given in (path, str(path), ("202611.csv", data), ("202611.csv", io.BytesIO(data))):
        assert names([given]) == ["202611.csv"], given
    with path.open("rb") as opened:
        assert names([opened]) == ["202611.csv"]
    others: list[mioboe.Given] = [data, bytearray(data), memoryview(data), io.BytesIO(data)]
    assert names(others) == ["1", "2", "3", "4"]
    assert names([tmp_path]) == ["202611.csv"]
    by_day = mioboe.analyze_json([data], today=datetime.date(2026, 11, 22))
    assert by_day == mioboe.analyze_json([data], today=TODAY)


def test_what_is_no_list_of_bytes_is_refused() -> None:
    with pytest.raises(TypeError):
        mioboe.analyze("202611.csv", today=TODAY)
    with pytest.raises(TypeError, match="'rb'"):
        mioboe.analyze([io.StringIO(STATEMENT)], today=TODAY)  # type: ignore[list-item]


def test_a_file_without_sense_is_part_of_the_report() -> None:
    report = mioboe.analyze([b"\x00\x01\x02", STATEMENT.encode()], today=TODAY)
    assert [source["kind"] for source in report["sources"]] == ["unreadable", "statement"]
    bad = mioboe.analyze([(STATEMENT + "2026/13/40,AMAZON.CO.JP,1\n").encode()], today=TODAY)
    assert [(problem["line"], problem["code"]) for problem in bad["sources"][0]["problems"]] == [(3, "bad-date")]


@pytest.mark.parametrize(
    ("asked", "file", "line", "says"),
    [
        ({"files": ["gone/202612.csv"]}, "gone/202612.csv", None, "cannot be read"),
        ({"today": "22/11/2026"}, None, None, "`22/11/2026`"),
        ({"utc_offset": "9"}, None, None, "`9`"),
        ({"region": "Japan"}, None, None, "`Japan`"),
        ({"household": {"花子": ["12x4"]}}, None, None, "`12x4`"),
        ({"charges": ["? 600", "tomorrow 3980"]}, "charges", 2, "`tomorrow 3980`"),
        ({"charges": [{"merchant": "AMAZON"}]}, "charges", 1, "amount"),
        ({"charges": [{"amount": "1", "sum": "1"}]}, "charges", 1, "sum"),
        ({"charges": [{"amount": "1", "paidBy": "cheque"}]}, None, None, "`cheque`"),
        ({"files": []}, None, None, "no file"),
    ],
)
def test_one_exception_says_where(asked: dict[str, Any], file: str | None, line: int | None, says: str) -> None:
    given: dict[str, Any] = {"files": [STATEMENT.encode()], "today": TODAY, **asked}
    with pytest.raises(mioboe.Error, match=says) as caught:
        mioboe.analyze(given.pop("files"), **given)
    assert (caught.value.file, caught.value.line) == (file, line)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.file, again.line) == (str(caught.value), file, line)


def test_a_report_that_is_none_says_its_line() -> None:
    report = mioboe.analyze_json([STATEMENT.encode()], today=TODAY)
    for case, file, line in [
        (("{\n\n!", None), "report", 3),
        (("{}", None), "report", None),
        ((report, "{\n\"mine\": []}"), "said", 2),
        ((report, '{"answers": [{"charge": "0:2", "answer": "perhaps"}]}'), "said", 1),
        ((report, {"today": "soon"}), None, None),
    ]:
        with pytest.raises(mioboe.Error) as caught:
            mioboe.advise(*case)  # type: ignore[arg-type]
        assert (caught.value.file, caught.value.line) == (file, line), case


def test_a_case_file_of_the_page_is_advised_too() -> None:
    report = mioboe.analyze([STATEMENT.encode()], today=TODAY)
    saved = {"mioboeCase": 2, "report": report, "answers": {report["charges"][0]["id"]: "notMine"}, "steps": {}}
    assert mioboe.advise(json.dumps(saved))["groups"][0] == "notMine"


def test_other_threads_go_on() -> None:
    rows = "".join(f"2026/{1 + n % 10:02}/{1 + n % 28:02},AMAZON.CO.JP,{100 + n % 9000}\n" for n in range(60_000))
    data = ("date,merchant,amount\n" + rows).encode()
    began, ended = threading.Event(), threading.Event()
    seconds = []

    def work() -> None:
        began.set()
        start = time.monotonic()
        mioboe.analyze_json([data], today=TODAY)
        seconds.append(time.monotonic() - start)
        ended.set()

    worker = threading.Thread(target=work)
    worker.start()
    began.wait()
    ticks = 0
    while not ended.is_set():
        time.sleep(0.002)
        ticks += 1
    worker.join()
    # Held up, this thread would be asked once, at the end.
    assert ticks > 10, f"{ticks} ticks in {seconds[0]:.2f} s"


def holds(value: object, kind: Any) -> bool:
    """Whether a value is of a type as `shapes` writes them."""
    if is_typeddict(kind):
        fields = get_type_hints(kind)
        return isinstance(value, dict) and value.keys() == fields.keys() and all(
            holds(value[name], fields[name]) for name in fields
        )
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return value in parts
    if origin is list:
        return isinstance(value, list) and all(holds(one, parts[0]) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(holds(one, parts[1]) for one in value.values())
    if origin is Union or parts:
        return any(holds(value, part) for part in parts)
    return type(value) is kind


def test_what_comes_out_is_of_its_type(household: Household) -> None:
    report = mioboe.analyze(household.contents, today=household.today, region=household.region)
    assert holds(report, shapes.Report)
    assert not holds({**report, "today": None}, shapes.Report)
    assert holds(mioboe.advise(report, {"region": "jp"}), shapes.Case)


def test_types_are_shipped_and_hold() -> None:
    assert resources.files("mioboe").joinpath("py.typed").is_file()
    tests = Path(__file__).parent
    for checker in (
        ["mypy", "--strict", f"--cache-dir={os.devnull}", tests, tests.parent / "python" / "mioboe"],
        ["mypy.stubtest", "mioboe._mioboe"],
    ):
        checked = subprocess.run(
            [sys.executable, "-m", *checker], capture_output=True, text=True, check=False, cwd=tests
        )
        assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_index_is_told_what_the_workspace_says() -> None:
    about = metadata.metadata("mioboe")
    assert about["License-Expression"] == "Apache-2.0 OR MIT"
    assert about["Requires-Python"] == ">=3.10"
    assert "Typing :: Typed" in about.get_all("Classifier", [])
    workspace = (ROOT / "Cargo.toml").read_text("utf-8")
    assert f'version = "{about["Version"]}"' in workspace and mioboe.__version__ == about["Version"]
    assert "## A household" in (metadata.distribution("mioboe").read_text("METADATA") or "")
    licences = [path.name for path in metadata.files("mioboe") or [] if path.name.startswith("LICENSE")]
    assert sorted(licences) == ["LICENSE-APACHE", "LICENSE-MIT"]
