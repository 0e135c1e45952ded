"""Canary words, made up anew for each run, and the search for them in what a program left.

A canary is a word that nothing else on the machine holds. Looked for as UTF-8 and UTF-16 in both
byte orders, in small letters too, in a file's name, and inside anything deflated (a PDF, a PNG, a
gzip file). Pictures of words are not read.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from tests.builders.roll import upn

_DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_WIDEST = 64 * 1024 * 1024
_CODES = ("utf-8", "utf-16-le", "utf-16-be")


class Canaries(msgspec.Struct, frozen=True):
    """What stands for a child and for a secret in one run."""

    forename: str
    surname: str
    upn: str
    story: str
    parent: str
    phone: str
    secret: str

    @property
    def all(self) -> tuple[str, ...]:
        """Every one of them."""
        return msgspec.structs.astuple(self)


def fresh() -> Canaries:
    """Make canaries that were never used before."""
    chance = random.SystemRandom()

    def word(start: str) -> str:
        return start + "".join(chance.choices("bcdfglmnprstv", k=7))

    return Canaries(
        forename=word("Quill"),
        surname=word("Feather"),
        upn=upn(chance.randrange(1, 999)),
        story=word("canarystory"),
        parent=word("Plume"),
        phone=f"07700 900{chance.randrange(1000):03}",
        secret=f"{word('curlew')} bramble {word('teapot')} 47",
    )


def forms(word: str) -> Iterator[bytes]:
    """Give the bytes that a word may have been written as."""
    for text in {word, word.lower(), word.upper(), word.replace(" ", "")}:
        yield from (text.encode(code) for code in _CODES)


def found_in(data: bytes, words: Iterable[str]) -> set[str]:
    """Give the words that stand in some bytes, or in what is deflated in them."""
    texts = [data, *inflated(data)]
    return {word for word in words if any(form in text for form in forms(word) for text in texts)}


def inflated(data: bytes) -> Iterator[bytes]:
    """Give what can be inflated, from wherever in the bytes it begins."""
    for start in _DEFLATED.finditer(data):
        reader = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
        try:
            yield reader.decompress(data[start.start() :], _WIDEST)
        except zlib.error:
            continue


def holders(places: Iterable[Path], words: Iterable[str]) -> dict[Path, set[str]]:
    """Give the files below some folders that hold a word, or whose name does, with what it is."""
    wanted = tuple(words)
    met = (path for place in places for path in place.rglob("*"))
    found = ((path, _held_by(path, wanted)) for path in met)
    return {path: held for path, held in found if held}


def _held_by(path: Path, words: tuple[str, ...]) -> set[str]:
    in_name = found_in(path.name.encode(), words)
    if path.is_symlink() or not path.is_file():
        return in_name
    return in_name | found_in(path.read_bytes(), words)
