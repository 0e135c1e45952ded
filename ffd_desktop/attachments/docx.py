"""DOCX (ECMA-376): what is in the package, and the words of its body. Unpacks nothing to the disk.

SECURITY: what the members come to is bounded by what the archive declares, and ``zipfile`` never
gives more of a member than that; document types are refused before parsing.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from xml.etree.ElementTree import Element, ParseError

import defusedxml
from defusedxml.ElementTree import iterparse

from ffd_desktop.attachments import trouble

_MOST_MEMBERS: Final = 2_000
_MOST_UNPACKED: Final = 200_000_000
_MOST_RATIO: Final = 200  # XML packs to a tenth or a thirtieth; bombs to a thousandth
_SMALL: Final = 1_000_000
_MOST_BODY: Final = 40_000_000
_MOST_DEPTH: Final = 400
_TAIL: Final = 65_557 + 20  # the longest end of an archive, and what stands before it in a long one
_END_OF_LIST: Final = b"PK\x05\x06"
_LONG_LIST: Final = b"PK\x06\x07"
_BODY: Final = "word/document.xml"
_TYPES: Final = "[Content_Types].xml"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OTHERS: Final = (
    ("xl/", "sheet"),
    ("ppt/", "slides"),
    ("META-INF/manifest.xml", "opendocument"),
)
_BROKEN: Final = (
    zipfile.BadZipFile,
    ParseError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def look(data: bytes) -> bool:
    """Look into a document; say whether it asks for something from elsewhere when it is opened.

    Raises:
        ProblemForPerson: ``file_hostile``, ``file_macros``, ``file_broken`` or, for another kind
            of package, ``file_kind_...``.
    """
    with _opened(data) as package:
        _refuse_other_kinds(package)
        _refuse_macros(package)
        for _ in _paragraphs(package):
            pass
        return _reaches_out(package)


def words(data: bytes) -> Iterator[str]:
    """Give the words of the body, a paragraph or a row of a table at a time.

    Raises:
        ProblemForPerson: As ``look``.
    """
    with _opened(data) as package:
        yield from _paragraphs(package)


@contextmanager
def _opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    _refuse_long_list(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_out_of_measure(package)
            _refuse_tricks(package)
            yield package
    except defusedxml.DefusedXmlException:
        raise trouble.hostile() from None
    except _BROKEN:
        raise trouble.broken("document") from None


def _refuse_long_list(data: bytes) -> None:
    """Refuse a list of members that would itself fill the memory, before it is read."""
    tail = data[-_TAIL:]
    lengths = (
        int.from_bytes(tail[one.start() + 12 : one.start() + 16], "little")
        for one in re.finditer(re.escape(_END_OF_LIST), tail)
    )  # there may be several such marks, and only the library knows which it takes
    if _LONG_LIST in tail or any(one > _SMALL for one in lengths):
        raise trouble.hostile()


def _refuse_out_of_measure(package: zipfile.ZipFile) -> None:
    members = package.infolist()
    if len(members) > _MOST_MEMBERS or sum(one.file_size for one in members) > _MOST_UNPACKED:
        raise trouble.hostile()
    for one in members:
        if one.file_size > _SMALL and one.file_size > _MOST_RATIO * max(one.compress_size, 1):
            raise trouble.hostile()


def _refuse_tricks(package: zipfile.ZipFile) -> None:
    """Refuse names that lead out of the package: the reader's program may follow them."""
    names = [one.filename.replace("\\", "/") for one in package.infolist()]
    if len({name.casefold() for name in names}) < len(names):
        raise trouble.hostile()
    for one, name in zip(package.infolist(), names, strict=True):
        leads_out = name.startswith("/") or ":" in name or ".." in name.split("/")
        if leads_out or stat.S_ISLNK(one.external_attr >> 16):
            raise trouble.hostile()


def _refuse_other_kinds(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    if _BODY in names and _TYPES in names:
        return
    for start, kind in _OTHERS:
        if any(name.startswith(start) for name in names):
            raise trouble.another_kind(kind)
    raise trouble.another_kind("zip")


def _refuse_macros(package: zipfile.ZipFile) -> None:
    is_program = any(name.lower().endswith("vbaproject.bin") for name in package.namelist())
    if is_program or b"macroenabled" in _small(package, _TYPES).lower():
        raise trouble.macros()


def _reaches_out(package: zipfile.ZipFile) -> bool:
    """Say whether anything but a link to be clicked points outside (a picture, a template ...)."""
    for name in package.namelist():
        if not name.lower().endswith(".rels"):
            continue
        for _, tie in iterparse(io.BytesIO(_small(package, name)), forbid_dtd=True):
            is_outside = tie.get("TargetMode") == "External"
            if is_outside and not tie.get("Type", "").endswith("/hyperlink"):
                return True
    return False


def _small(package: zipfile.ZipFile, name: str) -> bytes:
    if package.getinfo(name).file_size > _SMALL:
        raise trouble.hostile()
    return package.read(name)


def _paragraphs(package: zipfile.ZipFile) -> Iterator[str]:
    if package.getinfo(_BODY).file_size > _MOST_BODY:
        raise trouble.hostile()
    body = _Body()
    with package.open(_BODY) as stream:
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                body.start(element)
            elif (said := body.end(element)) is not None:
                yield said


class _Body:
    """What was read so far of the body: the paragraph, and the rows of tables that stand open."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._text: list[str] = []
        self._rows: list[list[str]] = []
        self._left_out = 0

    def start(self, element: Element) -> None:
        """Go into an element."""
        if len(self._open) > _MOST_DEPTH:
            raise trouble.hostile()
        self._open.append(element)
        self._left_out += element.tag == _FALLBACK
        if element.tag == f"{_W}tr":
            self._rows.append([])
        elif element.tag == f"{_W}tc" and self._rows:
            self._rows[-1].append("")

    def end(self, element: Element) -> str | None:
        """Leave an element; give a paragraph or a row that has ended outside every table."""
        self._open.pop()
        if self._open:
            self._open[-1].remove(element)
        if self._left_out:
            self._left_out -= element.tag == _FALLBACK
            return None
        if element.tag == f"{_W}t":
            self._text.append(element.text or "")
        elif element.tag in _MARKS:
            self._text.append(_MARKS[element.tag])
        elif element.tag == f"{_W}p":
            return self._said("".join(self._take()))
        elif element.tag == f"{_W}tr":
            return self._said(" | ".join(cell for cell in self._rows.pop() if cell))
        return None

    def _take(self) -> list[str]:
        taken, self._text = self._text, []
        return taken

    def _said(self, words: str) -> str | None:
        if not self._rows:
            return words
        if self._rows[-1] and words:
            cell = self._rows[-1][-1]
            self._rows[-1][-1] = f"{cell} {words}" if cell else words
        return None
