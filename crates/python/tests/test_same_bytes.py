"""The package and the command line say the same, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import mioboe
from conftest import HOUSEHOLDS, Household, command_line


def test_there_are_households() -> None:
    assert len(HOUSEHOLDS) >= 30


def test_reports(household: Household) -> None:
    options = [f"--today={household.today}", f"--utc-offset={household.utc_offset}", f"--region={household.region}"]
    printed = command_line("analyze", "--format=json", *options, *household.paths)
    asked: dict[str, Any] = {"today": household.today, "utc_offset": household.utc_offset, "region": household.region}
    assert mioboe.analyze_json(household.paths, **asked).encode() == printed
    assert mioboe.analyze_json(household.contents, **asked).encode() == printed
    assert mioboe.analyze(household.contents, **asked) == json.loads(printed)


def test_cases_with_and_without_answers(household: Household, tmp_path: Path) -> None:
    report = mioboe.analyze_json(household.paths, today=household.today, region=household.region)
    (tmp_path / "report.json").write_text(report, "utf-8")
    silent: mioboe.Said = {"today": household.today, "region": household.region}
    charges = [charge["id"] for charge in json.loads(report)["charges"] if charge["verdict"] != "other"]
    said: mioboe.Said = {
        **silent,
        "answers": [
            {"charge": charge, "answer": "notMine" if number % 3 == 0 else "me"} for number, charge in enumerate(charges)
        ],
        "steps": [{"step": "contact-amazon", "done": True, "doneOn": household.today}],
        "salt": "invented",
        "looked": True,
    }
    for number, spoken in enumerate([silent, said]):
        path = tmp_path / f"said-{number}.json"
        path.write_text(json.dumps(spoken), "utf-8")
        printed = command_line("advise", tmp_path / "report.json", "--said", path, "--format=json")
        assert mioboe.advise_json(report, spoken).encode() == printed
        assert mioboe.advise(json.loads(report), spoken) == json.loads(printed)
    assert mioboe.advise(report, said) != mioboe.advise(report, silent)


def test_folders_and_typed_charges() -> None:
    folder = HOUSEHOLDS[0].folder
    typed = "2026-11-03 3980 JPY AMAZON.CO.JP"
    printed = command_line(
        "analyze", "--format=json", "--today=2026-11-24", "--household=花子=9900", f"--charge={typed}", "--charge=? 600",
        "--paid-by=2=debit", folder,
    )
    asked = mioboe.analyze_json(
        [str(folder)], today="2026-11-24", household={"花子": ["9900"]},
        charges=[typed, {"date": None, "amount": "600", "paidBy": "debit"}],
    )
    assert asked.encode() == printed
