from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import mioboe
import pytest

from pack import households

MANY = Path(__file__).resolve().parents[1]
ROOT = MANY.parents[1]
#: `cargo xtask test` says where it is.
PROGRAM = os.environ.get("HOUSEHOLDS", str(ROOT / "target" / "debug" / "examples" / "households"))


@pytest.fixture(scope="session")
def made() -> Callable[[int], list[dict[str, Any]]]:
    def made(count: int) -> list[dict[str, Any]]:
        with subprocess.Popen([PROGRAM, str(count)], stdout=subprocess.PIPE) as program:
            assert program.stdout
            return list(households(program.stdout))

    return made


def charges_of(household: dict[str, Any]) -> set[tuple[str, ...]]:
    """What the engine says without any of this around it."""
    files = [(file["name"], file["content"]) for file in household["files"]]
    report = mioboe.analyze(files, **{key: household[key] for key in ("today", "utc_offset", "region")})
    return {
        (household["id"], charge["id"], charge["verdict"], charge["cause"] or "", ",".join(order["orderId"] for order in charge["orders"]))
        for charge in report["charges"]
    }


def rows(out: Path, question: str) -> list[tuple[Any, ...]]:
    """SQL over the results."""
    with duckdb.connect() as base:
        for table in ("charges", "households"):
            base.execute(f"CREATE VIEW {table} AS FROM '{out}/{table}/*.parquet'")
        return base.execute(question).fetchall()


def charges_in(out: Path) -> list[tuple[Any, ...]]:
    return rows(out, "SELECT household, charge, verdict, coalesce(cause, ''), array_to_string(orders, ',') FROM charges")


def failures(out: Path) -> dict[str, str]:
    return dict(rows(out, "SELECT household, failure FROM households WHERE failure IS NOT NULL"))


