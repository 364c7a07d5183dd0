"""Many households through the engine, on Spark: ``job.py SOURCE OUT``. Begun again it goes on where it was.

SOURCE is a folder with parts of Parquet (a row a household, `shapes.HOUSEHOLDS_IN`) or with one folder a household.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
from pyspark import SparkConf, SparkContext

import lots
from guard import Limits, guarded

#: A lot that fails for no reason of its own is tried so often.
TRIES = 4

#: Nothing listens to others, and Spark does not compile for hours to come what it does for minutes.
LOCALLY = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.log.level": "ERROR",
}

NO_JAVA = "Spark needs Java 17 or later: `apt-get install openjdk-17-jre-headless`, or https://adoptium.net"


def main() -> int:
    given = arguments()
    limits = Limits(given.memory_mb, given.cpu_seconds, given.clock_seconds, given.reports)
    asked = {name: value for name in ("today", "utc_offset", "region") if (value := getattr(given, name))}
    try:
        plan = lots.planned(given.source.resolve(), given.out.resolve(), asked, given.folders)
    except lots.Unusable as error:
        print(error, file=sys.stderr)
        return 2
    out = given.out.resolve()
    left = [lot for lot in plan.lots if not lots.is_done(out, lot)]
    print(f"{len(plan.lots)} lots, {len(plan.lots) - len(left)} of them done before", flush=True)
    if not left:
        return 0
    spark = context(given.master)
    print("Spark is there", flush=True)
    start = time.monotonic()
    done = run(spark, left, out, asked, limits)
    seconds = time.monotonic() - start
    spark.stop()
    lots.tidy(out)
    return tell(done, seconds)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--today", help="the day to answer for, where a row has none: 2026-11-24")
    parser.add_argument("--utc-offset", help="where a row has none: +09:00")
    parser.add_argument("--region", help="where a row has none: jp")
    parser.add_argument("--folders", type=int, default=250, help="how many folders make a lot")
    parser.add_argument("--reports", action="store_true", help="keep each report as it came, too")
    parser.add_argument("--memory-mb", type=int, default=Limits.memory_mb, help="what a household may take")
    parser.add_argument("--cpu-seconds", type=int, default=Limits.cpu_seconds)
    parser.add_argument("--clock-seconds", type=int, default=Limits.clock_seconds)
    parser.add_argument("--master", default="local[*]", help="Spark's, where spark-submit does not say it: local[2]")
    return parser.parse_args()


def context(master: str) -> SparkContext:
    settings = SparkConf().setAppName("mioboe")
    # spark-submit has said all of this, for its cluster.
    if "PYSPARK_GATEWAY_PORT" not in os.environ:
        if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
            sys.exit(NO_JAVA)
        os.environ["PYSPARK_PYTHON"] = sys.executable
        if master.startswith("local[") and "," not in master:
            # On one machine Spark tries once, unless it is told.
            master = f"{master.removesuffix(']')},{TRIES}]"
        settings.setMaster(master).setAll(list(LOCALLY.items()))
    spark = SparkContext(conf=settings)
    for module in ("guard", "helper", "lots", "shapes"):
        spark.addPyFile(str(Path(__file__).with_name(f"{module}.py")))
    return spark


def run(spark: SparkContext, left: list[lots.Lot], out: Path, asked: dict[str, str], limits: Limits) -> Counter[str]:
    """One task a lot. Spark sees names of lots and counts, and never what is in a file."""

    def judge(lines: Iterable[str]) -> Iterator[Counter[str]]:
        for line in lines:
            lot = lots.Lot(**json.loads(line))
            try:
                yield lots.do(lot, out, asked, guarded(limits))
            except (OSError, KeyError, pa.ArrowException) as error:
                yield Counter({f"lot {lot.name} cannot be read or written: {error}": 1})

    lines = [json.dumps(asdict(lot)) for lot in left]
    counted = spark.parallelize(lines, len(lines)).mapPartitions(judge).collect()
    return sum(counted, Counter())


def tell(done: Counter[str], seconds: float) -> int:
    households = done.pop("households", 0)
    charges = done.pop("charges", 0)
    print(f"{households} households, {charges} charges in {seconds:.1f} s")
    for what, count in sorted(done.items()):
        print(f"  {what}: {count}")
    return int(any(what.startswith("lot ") for what in done))


if __name__ == "__main__":
    sys.exit(main())
