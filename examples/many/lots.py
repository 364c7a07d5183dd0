"""Which lots there are, which of them are done, and one lot: Parquet or folders in, Parquet out, all of it or nothing."""

from __future__ import annotations

import json
import os
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from guard import Guard, Limits, Outcome
from shapes import CHARGES, HOUSEHOLDS, failed

#: A group of rows that unpacks to more is not read: it would not fit in anybody's memory.
LARGEST = 512 << 20
#: What :func:`write_parts` puts into one group of rows.
GROUP = 16 << 20


@dataclass(frozen=True)
class Lot:
    """What is done, or done again, as one."""

    name: str
    parquet: str | None = None
    folders: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """What a job does, from its first run to its last."""

    source: str
    asked: dict[str, str]
    lots: list[Lot]


class Unusable(Exception):
    """There is nothing to do in a source, or the results in a folder are of something else."""


def planned(source: Path, out: Path, asked: dict[str, str], folders: int) -> Plan:
    """The plan that the first run left in ``out``, or a new one: a part of Parquet is a lot, or so many folders are."""
    path = out / "plan.json"
    if path.exists():
        kept = json.loads(path.read_text("utf-8"))
        plan = Plan(kept["source"], kept["asked"], [Lot(**lot) for lot in kept["lots"]])
        if (plan.source, plan.asked) != (str(source), asked):
            raise Unusable(f"{out} has results of {plan.source} with {plan.asked}: take another folder for others")
        return plan
    lots = _lots(source, folders)
    if not lots:
        raise Unusable(f"{source} has neither parts of Parquet nor folders")
    plan = Plan(str(source), asked, lots)
    for table in ("charges", "households", "unfinished"):
        (out / table).mkdir(parents=True, exist_ok=True)
    _put(path, json.dumps(asdict(plan)).encode(), out)
    return plan


def _lots(source: Path, folders: int) -> list[Lot]:
    if not source.is_dir():
        return []
    parts = sorted(source.glob("*.parquet"))
    if parts:
        return [Lot(f"{number:06}", parquet=str(part)) for number, part in enumerate(parts)]
    found = sorted(str(entry) for entry in source.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    lots = [found[first : first + folders] for first in range(0, len(found), folders)]
    return [Lot(f"{number:06}", folders=lot) for number, lot in enumerate(lots)]


def tidy(out: Path) -> None:
    """Takes away what killed workers left half written, when nobody works any more."""
    for left in (out / "unfinished").iterdir():
        left.unlink()


def is_done(out: Path, lot: Lot) -> bool:
    # Its households are written last.
    return (out / "households" / f"{lot.name}.parquet").exists()


def do(lot: Lot, out: Path, asked: dict[str, str], guard: Guard) -> Counter[str]:
    """Judges a lot and puts the results there; says how many households, charges and failures there were."""
    rows: list[pa.RecordBatch] = []
    charges: list[pa.RecordBatch] = []
    for outcome in _outcomes(lot, asked, guard):
        rows.append(outcome.row)
        if outcome.charges is not None:
            charges.append(outcome.charges)
    households = pa.Table.from_batches(rows, HOUSEHOLDS)
    _put_table(pa.Table.from_batches(charges, CHARGES), out, "charges", lot)
    _put_table(households, out, "households", lot)
    failures = [failure for failure in households["failure"].to_pylist() if failure]
    return Counter(households=len(rows), charges=sum(map(len, charges)), **Counter(failures))


def _outcomes(lot: Lot, asked: dict[str, str], guard: Guard) -> Iterator[Outcome]:
    if lot.parquet is None:
        ids = [Path(folder).name for folder in lot.folders]
        yield from guard.judge({"folders": lot.folders, "ids": ids, "asked": asked})
        return
    with pq.ParquetFile(lot.parquet) as part:
        for group in range(part.num_row_groups):
            given = part.read_row_group(group, columns=["id"], use_threads=False)["id"].to_pylist()
            ids = [f"{lot.name}:{group}:{row}" if id is None else str(id) for row, id in enumerate(given)]
            size = part.metadata.row_group(group).total_byte_size
            if size <= LARGEST:
                yield from guard.judge({"parquet": lot.parquet, "group": group, "ids": ids, "asked": asked})
                continue
            words = f"a group of rows with {size >> 20} MB: hand large files over in folders"
            yield from (Outcome(failed(id, "too-large", words, 0)) for id in ids)


def _put_table(table: pa.Table, out: Path, kind: str, lot: Lot) -> None:
    buffer = pa.BufferOutputStream()
    pq.write_table(table.combine_chunks(), buffer, compression="zstd")
    _put(out / kind / f"{lot.name}.parquet", buffer.getvalue(), out)


def _put(target: Path, content: Any, out: Path) -> None:
    """All of it or nothing, whenever this process or its machine ends, and whoever else does the same lot."""
    unfinished = out / "unfinished" / uuid.uuid4().hex
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(target)


def write_parts(households: Iterable[dict[str, Any]], folder: Path, schema: pa.Schema, each: int) -> int:
    """Households as parts of so many, in groups of rows that a worker can hold; one larger than a group has it for itself."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    writer: pq.ParquetWriter | None = None
    group: list[dict[str, Any]] = []
    size = 0

    def close_group() -> None:
        nonlocal group, size
        if writer is not None and group:
            writer.write_table(pa.Table.from_pylist(group, schema))
        group, size = [], 0

    for household in households:
        if count % each == 0:
            close_group()
            if writer is not None:
                writer.close()
            writer = pq.ParquetWriter(folder / f"{count // each:06}.parquet", schema, compression="zstd")
        own = sum(len(file["content"]) for file in household["files"])
        if GROUP < size + own:
            close_group()
        group.append(household)
        size += own
        count += 1
    close_group()
    if writer is not None:
        writer.close()
    return count
