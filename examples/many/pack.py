"""Made-up households from standard input, as ``households.rs`` makes them, to parts of Parquet: ``pack.py FOLDER [--each 250]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lots import write_parts
from shapes import HOUSEHOLDS_IN


def households(stream: IO[bytes]) -> Iterator[dict[str, Any]]:
    for line in iter(stream.readline, b""):
        head = json.loads(line)
        yield {
            "id": head["id"],
            "today": head["today"],
            "utc_offset": head["utcOffset"],
            "region": head["region"],
            "files": [{"name": name, "content": stream.read(size)} for name, size in head["files"]],
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=250, help="households in a part")
    given = parser.parse_args()
    count = write_parts(households(sys.stdin.buffer), given.folder, HOUSEHOLDS_IN, given.each)
    print(f"{count} households in {given.folder}")


if __name__ == "__main__":
    main()
