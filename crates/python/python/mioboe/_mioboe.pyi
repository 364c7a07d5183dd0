from os import PathLike

__all__ = ["VERSION", "advise_json", "analyze_json"]

VERSION: str

def analyze_json(files: list[str | PathLike[str] | tuple[str, bytes]], asked: str) -> str: ...
def advise_json(report: str, said: str | None) -> str: ...
