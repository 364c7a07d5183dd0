from __future__ import annotations


class Error(Exception):
    """The one exception of this package.

    ``file`` says what it is about: a path as it was given, or ``charges``, ``report``, ``said``; ``line`` is the line in it, or
    the number of the charge, from 1. Both are ``None`` where there is no such place. A file that makes no sense is no error but a
    part of the report, with line and text.
    """

    def __init__(self, message: str, file: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.file = file
        self.line = line

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        message = str(self.args[0])
        return f"{place}: {message}" if place else message

    def __reduce__(self) -> tuple[type[Error], tuple[str, str | None, int | None]]:
        # It has to cross to other processes whole.
        return Error, (str(self.args[0]), self.file, self.line)
