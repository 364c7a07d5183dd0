"""What comes in, one row a household; what goes out, one row a household and one a charge."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as paj

#: One row a household. All but ``id`` and ``files`` may be null or missing: then what the job was told is true of it.
HOUSEHOLDS_IN = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        ("files", pa.list_(pa.struct([("name", pa.string()), ("content", pa.large_binary())]))),
        # The only clock, `2026-11-24`.
        ("today", pa.string()),
        ("utc_offset", pa.string()),
        ("region", pa.string()),
        # Whose cards these are, by their last digits.
        ("household", pa.map_(pa.string(), pa.list_(pa.string()))),
        # What was never a file, as `2026-11-03 3980 JPY AMAZON.CO.JP`.
        ("charges", pa.list_(pa.string())),
    ]
)

VERDICTS = {
    "explained": "explained",
    "ask": "ask",
    "flagged": "flagged",
    "notCovered": "not_covered",
    "other": "other",
}

#: One row a household, in the order of the input.
HOUSEHOLDS = pa.schema(
    [
        pa.field("household", pa.string(), nullable=False),
        # Why there is no answer: `refused`, `too-large`, `memory`, `cpu`, `clock`, `ended`; null where there is one.
        ("failure", pa.string()),
        ("failure_words", pa.string()),
        ("files", pa.int32()),
        # Files that gave nothing, or ended the engine and were set aside.
        ("unread", pa.list_(pa.string())),
        # Rows and files that make no sense: what and where stands in the report.
        ("problems", pa.int32()),
        ("charges", pa.int32()),
        *((count, pa.int32()) for count in VERDICTS.values()),
        # The engine's time.
        ("seconds", pa.float64()),
        # The report as it came, where the job was asked for it.
        ("report", pa.string()),
    ]
)

#: One row a row of a statement that is a charge or money back.
CHARGES = pa.schema(
    [
        pa.field("household", pa.string(), nullable=False),
        # Its id in the report.
        ("charge", pa.string()),
        ("file", pa.string()),
        ("line", pa.int32()),
        ("date", pa.date32()),
        ("merchant", pa.string()),
        # Positive: money out. Exact: what has more places is no household's sum, and refused.
        ("amount", pa.decimal128(18, 6)),
        ("currency", pa.string()),
        ("service", pa.string()),
        ("verdict", pa.string()),
        ("cause", pa.string()),
        ("confidence", pa.decimal128(3, 2)),
        ("orders", pa.list_(pa.string())),
    ]
)


#: What is read of a report.
_REPORT = pa.schema(
    [
        (
            "charges",
            pa.list_(
                pa.struct(
                    [
                        *((name, pa.string()) for name in ("id", "date", "merchant", "amount", "currency", "service")),
                        *((name, pa.string()) for name in ("verdict", "cause", "confidence")),
                        *((name, pa.int64()) for name in ("source", "line")),
                        ("orders", pa.list_(pa.struct([("orderId", pa.string())]))),
                    ]
                )
            ),
        ),
        (
            "sources",
            pa.list_(
                pa.struct(
                    [
                        ("id", pa.int64()),
                        *((name, pa.string()) for name in ("name", "kind")),
                        ("problems", pa.list_(pa.struct([("code", pa.string())]))),
                    ]
                )
            ),
        ),
    ]
)


def answered(household: str, report: str, seconds: float, keep: bool) -> tuple[pa.RecordBatch, pa.RecordBatch]:
    """The row of a household and the rows of its charges, of its report as JSON."""
    text = report.encode()
    read = paj.read_json(
        pa.BufferReader(text),
        paj.ReadOptions(use_threads=False, block_size=len(text) + 1),
        paj.ParseOptions(explicit_schema=_REPORT, unexpected_field_behavior="ignore"),
    ).to_batches()[0]
    charges, sources = read["charges"].flatten(), read["sources"].flatten()
    verdicts = {count["values"]: count["counts"] for count in charges.field("verdict").value_counts().to_pylist()}
    row: dict[str, Any] = {
        "household": household,
        "files": len(sources.filter(pc.not_equal(sources.field("kind"), "typed"))),
        "unread": sources.field("name").filter(pc.equal(sources.field("kind"), "unreadable")).to_pylist(),
        "problems": len(sources.field("problems").flatten()),
        "charges": len(charges),
        **{count: verdicts.get(verdict, 0) for verdict, count in VERDICTS.items()},
        "seconds": seconds,
        "report": report if keep else None,
    }
    given = {
        "household": pa.repeat(household, len(charges)),
        "charge": charges.field("id"),
        "file": sources.field("name").take(pc.index_in(charges.field("source"), sources.field("id"))),
        "orders": _inside(charges.field("orders"), "orderId"),
    }
    columns = [
        given[column.name] if column.name in given else charges.field(column.name).cast(column.type)
        for column in CHARGES
    ]
    return household_row(row), pa.RecordBatch.from_arrays(columns, schema=CHARGES)


def _inside(lists: pa.ListArray, name: str) -> pa.ListArray:
    """Lists of one field, of lists of structs."""
    return pa.ListArray.from_arrays(lists.offsets, lists.values.field(name), mask=lists.is_null())


def failed(household: str, failure: str, words: str, seconds: float) -> pa.RecordBatch:
    """The row of a household without an answer."""
    return household_row(
        {"household": household, "failure": failure, "failure_words": words, "seconds": seconds}
    )


def household_row(row: dict[str, Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([row], schema=HOUSEHOLDS)
