"""The local authorities' numbers, as they stand in UPNs and in the heads of roll files.

Never decides that a number is wrong: the list ages, and old numbers live on in children's UPNs.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Authorities(msgspec.Struct, frozen=True):
    """Names by three-digit number: those that exist, and those that were abolished."""

    current: dict[str, str]
    former: dict[str, str]

    def name(self, code: str) -> str:
        """Give the authority's name, or an empty string for a number that is not listed."""
        return self.current.get(code) or self.former.get(code, "")


@cache
def authorities() -> Authorities:
    """Read the list that comes with the program (``resources/codes/la_codes.toml``)."""
    text = (files("resources") / "codes" / "la_codes.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    current = {**table["england"], **table["wales"], **table["elsewhere"]}
    return Authorities(current=current, former=table["former"])
