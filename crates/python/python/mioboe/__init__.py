"""Which of the Amazon charges on a card statement are mine?

Statement and order files in, one report out; nothing is sent anywhere. What a report and a case hold is in :mod:`mioboe.shapes`.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Mapping
from typing import Protocol, Union, cast

from . import _mioboe
from ._error import Error
from .shapes import Case, ChargeGiven, Report, Said

__all__ = [
    "Case",
    "ChargeGiven",
    "Content",
    "Error",
    "FileLike",
    "Given",
    "Report",
    "Said",
    "__version__",
    "advise",
    "advise_json",
    "analyze",
    "analyze_json",
]

__version__ = _mioboe.VERSION


class FileLike(Protocol):
    """What has bytes to read: an open file, a response, ``io.BytesIO``."""

    def read(self) -> bytes: ...


Content = Union[bytes, bytearray, memoryview, FileLike]
#: A path to a file or a folder; or what is in a file, better with its name: ``("202611.csv", data)``.
Given = Union[str, "os.PathLike[str]", Content, "tuple[str, Content]"]


def analyze(
    files: Iterable[Given],
    *,
    today: str | datetime.date,
    utc_offset: str = "+09:00",
    region: str = "jp",
    household: Mapping[str, Iterable[str]] | None = None,
    charges: Iterable[str | ChargeGiven] = (),
) -> Report:
    """Says of every charge in the files what is behind it.

    ``files``: statements, order exports, mails, ZIPs, in any order; which is which is found out from content. Of a path large tables
    and mailboxes are read in pieces; bytes and file-likes are held whole. ``today``: the day to answer for, the only clock there
    is. ``utc_offset``: where the person's days begin. ``region``: ``jp``, ``us``, ``uk``, ``eu``, … whose facts and contacts
    apply. ``household``: whose cards these are, by their last digits: ``{"花子": ["1234"]}``. ``charges``: what the person typed,
    as ``"2026-11-03 3980 JPY AMAZON.CO.JP"`` or field by field.

    Other threads go on meanwhile. Raises :class:`Error` where a path cannot be read or the request makes no sense.
    """
    text = analyze_json(
        files, today=today, utc_offset=utc_offset, region=region, household=household, charges=charges
    )
    return cast(Report, json.loads(text))


def analyze_json(
    files: Iterable[Given],
    *,
    today: str | datetime.date,
    utc_offset: str = "+09:00",
    region: str = "jp",
    household: Mapping[str, Iterable[str]] | None = None,
    charges: Iterable[str | ChargeGiven] = (),
) -> str:
    """Like :func:`analyze`; the report as one line of JSON, the same bytes as ``mioboe analyze --format json`` prints."""
    if isinstance(files, (str, bytes, bytearray, memoryview, os.PathLike)):
        raise TypeError("files is a list of files")
    asked = {
        "today": str(today),
        "utc_offset": utc_offset,
        "region": region,
        "household": [{"name": name, "cards": list(cards)} for name, cards in (household or {}).items()],
        "charges": list(charges),
    }
    given = [_given(file, number) for number, file in enumerate(files, 1)]
    return _mioboe.analyze_json(given, json.dumps(asked))


def advise(report: Report | str, said: Said | str | None = None) -> Case:
    """Says what to do about a report, or about a case file of the page, and about what the person said of it.

    ``said`` holds answers, the day and the region to answer for, and more: see :class:`Said`. Without a region no law is claimed.
    """
    return cast(Case, json.loads(advise_json(report, said)))


def advise_json(report: Report | str, said: Said | str | None = None) -> str:
    """Like :func:`advise`; the case as one line of JSON, the same bytes as ``mioboe advise --format json`` prints."""
    return _mioboe.advise_json(_text(report), None if said is None else _text(said))


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _given(file: Given, number: int) -> str | os.PathLike[str] | tuple[str, bytes]:
    if isinstance(file, (str, os.PathLike)):
        return file
    if isinstance(file, tuple):
        name, content = file
        return name, _bytes(content)
    own = getattr(file, "name", None)
    return os.path.basename(own) if isinstance(own, str) else str(number), _bytes(file)


def _bytes(content: Content) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, (bytearray, memoryview)):
        return bytes(content)
    read = content.read()
    if not isinstance(read, bytes):
        raise TypeError(f"a file is read as bytes, not as {type(read).__name__}: open it with mode 'rb'")
    return read
