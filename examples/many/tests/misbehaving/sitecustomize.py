"""The engine, but for files that are named so: what is known of no real file, and must not matter if there is one."""

from __future__ import annotations

import os
import time
from typing import Any

import mioboe

real = mioboe.analyze_json


def analyze_json(files: list[Any], **asked: Any) -> str:
    for name, *_ in (file for file in files if isinstance(file, tuple)):
        if name == "hangs":
            time.sleep(3600)
        elif name == "runs-on":
            while True:
                pass
        elif name == "eats":
            bytearray(16 << 30)
        elif name == "aborts":
            os.abort()
    return real(files, **asked)


mioboe.analyze_json = analyze_json
