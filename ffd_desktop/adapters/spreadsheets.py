"""Reads an Excel workbook (.xlsx, .xlsm) as a table of text, by openpyxl. Writes nothing.

SECURITY: the archive is measured before it is read (``tables/archives.py``). A part that declares a
document type is refused, the door to entity bombs and to other files; defusedxml, which openpyxl
uses, stands behind that. Macros, links and pictures are not opened; of a formula only the value
that was last reckoned is seen.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import BinaryIO, Final, Protocol

from ffd_desktop.tables import archives
from ffd_desktop.tables.layout import LOOKED_AT, MOST_COLUMNS, score
from ffd_desktop.tables.purpose import Purpose, Refusals

_WHAT: Final = "spreadsheet"
_BOOK: Final = "xl/workbook.xml"
_MOST_SHEETS: Final = 20
_MOST_STRINGS: Final = 100_000_000  # bytes of the strings that all cells share: held in memory
_STRINGS: Final = "sharedstrings.xml"
_MOST_WHOLE: Final = 20_000_000  # bytes of a part that is read whole, such as the styles
_NEVER_WHOLE: Final = ("xl/worksheets/", "xl/pivotcache/", "xl/drawings/", "xl/externallinks/")
_MOST_ROWS: Final = 1_048_576  # of any sheet (ECMA-376)
_ERRORS: Final = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
_BEGINNING: Final = 16_384
_BEFORE_ROOT: Final = re.compile(rb"\s+|<\?xml[^>]{0,200}\?>|<!--.*?-->", re.DOTALL)
_ROOT: Final = re.compile(rb"<[A-Za-z_]")
_CONTROLS: Final = dict.fromkeys((*range(9), *range(11, 13), *range(14, 32)), " ")


class _Worksheet(Protocol):
    """As much of openpyxl's sheet as is used."""

    title: str
    sheet_state: str

    def reset_dimensions(self) -> None: ...
    def iter_rows(self, *, values_only: bool) -> Iterable[tuple[object, ...]]: ...


class _Workbook(Protocol):
    """As much of openpyxl's workbook as is used."""

    worksheets: Sequence[_Worksheet]

    def __getitem__(self, title: str) -> _Worksheet: ...
    def close(self) -> None: ...


def is_workbook(stream: BinaryIO) -> bool:
    """Tell whether a file is an Excel workbook."""
    return _BOOK in archives.names_in(stream)


class WorkbookSheet:
    """The sheet of a workbook whose headings say most. Sees the ``Sheet`` port."""

    repaired = False

    def __init__(self, stream: BinaryIO, stop: Callable[[], bool], purpose: Purpose) -> None:
        self._stream = stream
        self._stop = stop
        self._purpose = purpose
        self._name = ""

    @property
    def read_bytes(self) -> int:
        """How far into the file the reading is."""
        return self._stream.tell()

    def rows(self) -> Iterator[list[str]]:
        """Give every row of the sheet from the first on."""
        refusals = self._purpose.refusals
        with _book(self._stream, self._purpose) as book:
            if not self._name:
                self._name = _likeliest(book, self._purpose)
            with archives.broken_told(_WHAT, refusals):
                text_of = _moment_text if self._purpose.with_times else _text_of
                for number, row in enumerate(_values(book[self._name])):
                    if number % 500 == 0 and self._stop():
                        raise refusals.stopped()
                    if number > _MOST_ROWS:
                        raise refusals.archive_too_big()
                    yield [text_of(value) for value in row[:MOST_COLUMNS]]


@contextmanager
def _book(stream: BinaryIO, purpose: Purpose) -> Iterator[_Workbook]:
    os.environ["OPENPYXL_LXML"] = "False"  # the same parser everywhere, whatever is installed
    import openpyxl

    refusals = purpose.refusals
    with archives.opened(stream, _WHAT, refusals) as archive:
        for one in archive.infolist():
            if _is_out_of_measure(one.filename.lower(), one.file_size):
                raise refusals.archive_too_big()
            if one.filename.lower().endswith((".xml", ".rels")):
                with archives.broken_told(_WHAT, refusals), archive.open(one) as part:
                    _refuse_document_type(part.read(_BEGINNING), refusals)
    warnings.filterwarnings("ignore", module=r"openpyxl\.")  # about looks that are left aside
    with archives.broken_told(_WHAT, refusals):
        stream.seek(0)
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    with closing(book):
        yield book


def _is_out_of_measure(name: str, size: int) -> bool:
    """Tell whether a part would fill the memory, since the library reads it whole."""
    if name.startswith(_NEVER_WHOLE) or not name.endswith((".xml", ".rels")):
        return False
    return size > (_MOST_STRINGS if name.endswith(_STRINGS) else _MOST_WHOLE)


def _refuse_document_type(start: bytes, refusals: Refusals) -> None:
    """Look at a part's beginning: what may stand before its root, and no document type.

    Raises:
        Refused: There is one, or the root does not begin soon, or it is not written in UTF-8.
    """
    text = start.removeprefix(b"\xef\xbb\xbf")
    while match := _BEFORE_ROOT.match(text):
        text = text[match.end() :]
    if not _ROOT.match(text) and text:
        raise refusals.unsafe("a document type definition or hidden text")


def _likeliest(book: _Workbook, purpose: Purpose) -> str:
    """Give the name of the visible sheet whose headings say most."""
    with archives.broken_told(_WHAT, purpose.refusals):
        shown = [one for one in book.worksheets if one.sheet_state == "visible"]
        if not shown:
            raise purpose.refusals.no_headings(purpose.of_what)
        scores = [_best_score(one, purpose) for one in shown[:_MOST_SHEETS]]
        return str(shown[scores.index(max(scores))].title)


def _best_score(sheet: _Worksheet, purpose: Purpose) -> int:
    rows = islice(_values(sheet), LOOKED_AT)
    return max(
        (score([_text_of(one) for one in row[:MOST_COLUMNS]], purpose) for row in rows), default=0
    )


def _values(sheet: _Worksheet) -> Iterator[tuple[object, ...]]:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    return iter(sheet.iter_rows(values_only=True))


def _text_of(value: object) -> str:
    """Write a cell's value as a table in text would have it; days in ISO form."""
    if isinstance(value, str):
        return "" if value in _ERRORS else value.translate(_CONTROLS)
    if value is None or isinstance(value, time | timedelta):
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _moment_text(value: object) -> str:
    """Write a cell's value as ``_text_of`` does, with the time of day that is in it."""
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return _text_of(value)
