"""A table written as text (CSV): its encoding, its delimiter, its rows. Parses no value.

SECURITY: reads forwards in small pieces; a cell, a row and a line are bounded.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import BinaryIO, Final

from ffd_desktop.tables.layout import LOOKED_AT, MOST_COLUMNS, heading_place, score
from ffd_desktop.tables.purpose import Purpose
from ffd_desktop.tables.transcoding import Transcoder

HEAD: Final = 65_536
_CHUNK: Final = 65_536
_LONGEST_LINE: Final = 1_000_000
_MOST_EMPTY: Final = 8
_END: Final = "\x1aend"  # the text has no control characters, so this is never in a cell
_DELIMITERS: Final = ",;\t|"
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class TextSheet:
    """A table in a stream of text. Sees the ``Sheet`` port."""

    def __init__(self, stream: BinaryIO, stop: Callable[[], bool], purpose: Purpose) -> None:
        self.repaired = False
        self._stream = stream
        self._stop = stop
        self._refusals = purpose.refusals
        stream.seek(0)
        self._head = stream.read(HEAD)
        self._encoding = _unmarked_wide(self._head)
        self._delimiter = delimiter_of(text_of(self._head, purpose), purpose)

    @property
    def read_bytes(self) -> int:
        """How much of the file has been read."""
        return self._stream.tell()

    def rows(self) -> Iterator[list[str]]:
        """Give every row from the first on."""
        reader = csv.reader(self._lines(), delimiter=self._delimiter)
        number = 0
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                raise self._refusals.broken(number) from None
            if row and _END in row[-1]:
                if row != [_END]:  # a quotation mark was opened and never closed
                    raise self._refusals.broken(number)
                return
            number += 1
            yield row[: MOST_COLUMNS + 1]  # one more than is taken tells that there are too many

    def _lines(self) -> Iterator[str]:
        """Give the lines, their ends made alike. The stream is read anew."""
        self._stream.seek(0)
        transcoder = Transcoder(self._head, self._refusals, encoding=self._encoding)
        ends = io.IncrementalNewlineDecoder(None, translate=True)
        left = ""
        while chunk := self._stream.read(_CHUNK):
            if self._stop():
                raise self._refusals.stopped()
            clean = transcoder.feed(chunk)
            if len(clean) * _MOST_EMPTY < len(chunk):
                raise csv.Error  # mostly noughts: no text
            text = ends.decode(clean.decode("utf-8"))
            *lines, left = (left + text).split("\n")
            for line in lines:
                yield f"{line}\n"
            if len(left) > _LONGEST_LINE:
                raise csv.Error
        left += ends.decode(transcoder.feed(b"", last=True).decode("utf-8"), final=True)
        self.repaired = transcoder.repaired
        if left:
            yield f"{left}\n"
        yield _END


def text_of(head: bytes, purpose: Purpose) -> str:
    """Decode the beginning of a file as a table would be."""
    transcoder = Transcoder(head, purpose.refusals, encoding=_unmarked_wide(head))
    text = transcoder.feed(head).decode("utf-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def delimiter_of(text: str, purpose: Purpose) -> str:
    """Give the mark that makes most sense of a text's first lines."""
    return max(_DELIMITERS, key=lambda mark: _sense(text, mark, purpose))


def is_table(text: str, purpose: Purpose) -> bool:
    """Tell whether a text begins as a table whose headings say what they are."""
    return heading_place(_first_rows(text, delimiter_of(text, purpose)), purpose) is not None


def _sense(text: str, mark: str, purpose: Purpose) -> tuple[int, int]:
    rows = _first_rows(text, mark)
    return max((score(row, purpose) for row in rows), default=0), max(map(len, rows), default=0)


def _first_rows(text: str, mark: str) -> list[list[str]]:
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(csv.reader(text.split("\n")[:LOOKED_AT], delimiter=mark))
    return rows


def _unmarked_wide(head: bytes) -> str:
    """Tell UTF-16 without its mark by the noughts in it; empty when it is something else."""
    if head.startswith(_MARKS) or len(head) < 8:
        return ""
    even, odd = head[0:400:2].count(0), head[1:400:2].count(0)
    many = len(head[:400]) // 4
    if odd > many and not even:
        return "utf-16-le"
    return "utf-16-be" if even > many and not odd else ""
