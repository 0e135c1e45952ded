"""Reads a Common Transfer File of any version as a stream: the head, then pupil by pupil.

Reads leniently and refuses what is no CTF, with the reason in words. Stores nothing: a file that
turns out to be broken half way has changed nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from ffd_desktop.roll import branches, trouble
from ffd_desktop.roll.branches import Branch, BranchStream
from ffd_desktop.roll.ctf_pupil import NoName, read_known
from ffd_desktop.roll.pupil import Found, RollSource, Unreadable
from ffd_desktop.roll.sniffing import refuse_by_signature, refuse_unless_ctf
from ffd_desktop.roll.upn import normalise
from ffd_desktop.tables.signatures import HEAD
from ffd_desktop.tables.transcoding import Transcoder

CHUNK = 16384  # few enough elements at once that the collector seldom wakes
_OTHER_NAME = re.compile(r"_CM[LJ]_", re.IGNORECASE)
_SKIPPED = frozenset({"stageassessments", "nawdetails"})
_FAMILY_PARTS = ("basicdetails", "address", "contacts", "phones", "schoolhistory", "lookedafter")

Stop = Callable[[], bool]


def never() -> bool:
    """Never ask the reading to stop."""
    return False


class CtfReading:
    """One reading of one file; iterate it once.

    Attributes:
        read_bytes: How much of the file has been read so far.
        repaired: Whether Windows letters were met in a file that said UTF-8.
    """

    def __init__(self, stream: BinaryIO, *, file_name: str = "", stop: Stop = never) -> None:
        self.read_bytes = 0
        self.repaired = False
        self._stream = stream
        self._file_name = file_name
        self._stop = stop
        self._tree = BranchStream("ctfpupildata", "pupil", skip=_SKIPPED)
        self._source: RollSource | None = None
        self._row = 0
        self._readable = 0
        self._has_family = False
        self._has_results = False

    @property
    def source(self) -> RollSource:
        """The head of the file; complete at the latest when the last pupil has been given."""
        if self._source is None or not self._source.document:
            self._source = read_source(self._tree.rest().one("header"), self._file_name)
        return self._source

    def __iter__(self) -> Iterator[Found | Unreadable]:
        """Give every pupil in the file's order, or why one could not be read.

        Raises:
            NotARoll: The file is something else, or a CTF that is no roll.
            BrokenRoll: It is damaged or cut off; says how many pupils stood before that.
            Stopped: ``stop`` said so.
        """
        try:
            yield from self._rows()
        except branches.Broken as error:
            if error.line:
                raise trouble.broken(self._readable, error.line) from None
            raise trouble.cut_off(self._readable) from None
        except branches.TooDeep:
            raise trouble.REFUSALS.unsafe("elements nested too deeply") from None
        except (branches.TooBig, branches.TextTooLong):
            raise trouble.too_big(self._readable) from None

    def _rows(self) -> Iterator[Found | Unreadable]:
        for text in self._texts():
            for found in self._tree.feed(text):
                yield self._row_of(found)
        for found in self._tree.close():
            yield self._row_of(found)
        self._refuse_other_messages()
        if not self._row:
            raise trouble.no_pupils()
        if self._has_results and not self._has_family:
            raise trouble.attainment_only()

    def _texts(self) -> Iterator[bytes]:
        """Give the file's text as UTF-8, once its beginning has shown that it is a CTF."""
        first = _fill(self._stream, HEAD)
        refuse_by_signature(first)
        transcoder = Transcoder(first, trouble.REFUSALS)
        text = transcoder.feed(first)
        refuse_unless_ctf(text.decode("utf-8", "ignore"))
        chunk = first
        while chunk:
            if self._stop():
                raise trouble.Stopped
            self.read_bytes += len(chunk)
            yield text
            chunk = self._stream.read(CHUNK)
            text = transcoder.feed(chunk, last=not chunk)
            self.repaired = transcoder.repaired
        yield text

    def _row_of(self, found: Branch | branches.TextTooLong) -> Found | Unreadable:
        self._row += 1
        if self._row == 1:
            self._refuse_other_messages()
        if isinstance(found, branches.TextTooLong):
            return self._unreadable(f"The value of “{str(found)[:40]}” is far too long.")
        if not self._has_family:  # one pupil with a family shows that it is a roll
            self._has_family = found.has(*_FAMILY_PARTS)
            self._has_results = self._has_results or found.has("stageassessments")
        try:
            known = read_known(found)
        except NoName:
            return self._unreadable("There is no name.", normalise(found.text("upn")))
        self._readable += 1
        return Found(known, found.packed())

    def _unreadable(self, reason: str, upn: str = "") -> Unreadable:
        return Unreadable(row=self._row, reason=reason, upn=upn, file_name=self._file_name)

    def _refuse_other_messages(self) -> None:
        """Refuse a CTF-shaped file that is another message: by its head or its name."""
        source = self.source
        if "missing" in source.document.lower() or _OTHER_NAME.search(self._file_name):
            raise trouble.missing_education()
        if source.supplier.upper() == "GIAP" or "attainment" in source.description.lower():
            raise trouble.attainment_only()


def read_ctf(stream: BinaryIO, *, file_name: str = "", stop: Stop = never) -> CtfReading:
    """Begin to read a Common Transfer File (DfE CTF, any version).

    Args:
        stream: The file's bytes; read once, forwards, in small pieces.
        file_name: Its name without folders, to recognise messages that are no roll.
        stop: Asked now and then; ``True`` ends the reading with ``Stopped``.
    """
    return CtfReading(stream, file_name=file_name, stop=stop)


def read_source(header: Branch, file_name: str = "") -> RollSource:
    """Read the ``<Header>``: who wrote the file, when, for whom."""
    text = header.text
    school, destination = header.one("sourceschool").text, header.one("destschool").text
    return RollSource(
        file_name=file_name,
        exported_at=text("datetime"),
        school_name=school("schoolname"),
        la=school("lea"),
        estab=school("estab"),
        urn=school("urn"),
        academic_year=school("academicyear"),
        ctf_version=text("ctfversion"),
        qualifier=text("documentqualifier").lower(),
        supplier=text("supplierid"),
        description=text("datadescriptor"),
        document=text("documentname"),
        destination=_known_school(destination("lea"), destination("estab")),
    )


def _known_school(la: str, estab: str) -> str:
    """Join a destination's numbers; X (unknown), M (abroad) and L (authority) name no school."""
    number = la + estab
    return number if number.isdigit() else ""


def _fill(stream: BinaryIO, size: int) -> bytes:
    """Read until there are ``size`` bytes or no more, whatever the stream's own pieces are."""
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
