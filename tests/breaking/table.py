"""Which guard stands behind which promise, how it is taken out, and which test must then fail."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

TABLE = Path(__file__).with_name("guards.toml")


class Guard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One guard: in ``file`` the text ``was`` stands once, and ``becomes`` takes its place."""

    promise: int
    guard: str
    file: str
    was: str
    becomes: str
    test: str

    def taken_out(self, text: str) -> str:
        """Give a file's text without the guard."""
        assert text.count(self.was) == 1, (
            f"{self.file}: {self.was!r} stands {text.count(self.was)}x"
        )
        return text.replace(self.was, self.becomes)


def guards() -> list[Guard]:
    """Read the table."""
    return msgspec.convert(tomllib.loads(TABLE.read_text(encoding="utf-8"))["guards"], list[Guard])
