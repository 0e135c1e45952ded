"""Files brought to a referral: looked at, taken in by pieces, and the copy that leaves.

Looking and cleaning touch no vault and may run on any lane; whatever takes a desk belongs to the
vault lane. No name of a file is ever written outside the vault.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from ffd_desktop.adapters import chosen, files, images
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.pieces import at_one_go
from ffd_desktop.attachments import docx, jpeg, png, trouble
from ffd_desktop.attachments.facts import FileFacts, MediaType
from ffd_desktop.attachments.kinds import kind_of
from ffd_desktop.attachments.pictures import Cleaned, Measure
from ffd_desktop.attachments.words import leaving_name
from ffd_desktop.drafting.files import PIECE, KeptFile, damaged
from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.progress import SILENT, Part, Progress
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import Attachment

TAKING_IN: Final = "Taking the file into the vault"
MOST_INSIDE: Final = 50_000_000
_LONGEST_NAME: Final = 200
_MEASURES: Final[dict[MediaType, Callable[[bytes], Measure]]] = {
    MediaType.JPEG: jpeg.measure,
    MediaType.PNG: png.measure,
}
_CLEANS: Final[dict[MediaType, Callable[[bytes], Cleaned]]] = {
    MediaType.JPEG: jpeg.cleaned,
    MediaType.PNG: png.cleaned,
}


class Looked(Private, frozen=True):
    """A file that may come in: what is known of it, and its bytes."""

    facts: FileFacts
    data: bytes


# ---- what comes in -------------------------------------------------------------------------------


def look(path: Path) -> Looked:
    """Read a chosen file and look whether it may come in.

    Raises:
        ProblemForPerson: ``file_unread``, ``file_too_big``, or why not, as ``looked_at``.
    """
    if chosen.size_of(path) > trouble.MOST_BYTES:
        raise trouble.too_big()
    with chosen.open_chosen(path) as stream:
        data = stream.read(trouble.MOST_BYTES + 1)
    return looked_at(path.name, data)


def looked_at(name: str, data: bytes) -> Looked:
    """Look whether some bytes may come in as a file; by what they are, never by the name.

    Raises:
        ProblemForPerson: ``file_too_big``, ``file_empty``, ``file_kind_...``, ``file_broken``,
            ``file_too_many_pixels``, ``file_locked``, ``file_macros``, ``file_hostile``.
    """
    if len(data) > trouble.MOST_BYTES:
        raise trouble.too_big()
    kind = kind_of(data)
    facts = FileFacts(_name(name), kind, len(data), hashlib.sha256(data).hexdigest())
    match kind:
        case MediaType.PDF:
            facts = replace(facts, pages=_pages(data))
        case MediaType.DOCX:
            facts = replace(facts, reaches_out=docx.look(data))
        case MediaType.JPEG | MediaType.PNG:
            width, height = _pixels(kind, data)
            facts = replace(facts, width=width, height=height)
    return Looked(facts, data)


def _pixels(kind: MediaType, data: bytes) -> tuple[int, int]:
    width, height = _MEASURES[kind](data).upright
    if width * height > trouble.MOST_PIXELS:
        raise trouble.too_many_pixels(width, height)
    if kind is MediaType.PNG:
        png.demand_whole(data)
    else:
        images.demand_whole_jpeg(jpeg.cleaned(data).data)
    return width, height


def _pages(data: bytes) -> int:
    from ffd_desktop.adapters.pdf.pages import Refused, count_pages

    try:
        return count_pages(data)
    except Refused as refused:
        raise (trouble.pdf_locked() if refused.is_locked else trouble.broken("PDF")) from None


def _name(name: str) -> str:
    """Keep a name that can be shown: no path, no signs that cannot be seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(one for one in last if one.isprintable())[:_LONGEST_NAME]


# ---- into the vault ------------------------------------------------------------------------------


class Arrival:
    """One file on its way into the vault, a piece at a time; on the vault lane.

    Between two pieces the lane is free, so that a save waits for one piece and not for the file.
    """

    def __init__(self, desk: Desk, referral_id: str, looked: Looked) -> None:
        self.file = KeptFile(new_id(), looked.facts)
        self._desk, self._referral_id, self._data = desk, referral_id, looked.data
        self._coming: int | None = None
        self._at = 0

    @property
    def total(self) -> int:
        """How many bytes there are."""
        return len(self._data)

    def step(self) -> int:
        """Take the next piece in; give how many bytes are in, which is ``total`` once it counts.

        Raises:
            ProblemForPerson: Trouble with the disk; the file is then not there.
        """
        store = self._desk.files
        if self._coming is None:
            self._coming = store.begin(self._referral_id)
        piece = self._data[self._at : self._at + PIECE]
        store.add(self._coming, piece)
        self._at += len(piece)
        if self._at >= self.total:
            store.finish(self._coming, self._referral_id, self.file, by=self._desk.by("files"))
        return self._at

    def give_up(self) -> bool:
        """Clear away some of what came in; say whether there is more to clear."""
        return self._coming is not None and self._desk.files.give_up(self._coming)


def bring_in(
    desk: Desk, referral_id: str, looked: Looked, *, progress: Progress = SILENT
) -> KeptFile:
    """Take a whole file into the vault at one go, for whoever types nothing meanwhile.

    Raises:
        ProblemForPerson: ``stopped``, ``referral_missing`` ... or trouble with the disk; nothing
            of the file is then left behind.
    """
    arrival = Arrival(desk, referral_id, looked)
    at_one_go(arrival, Part(progress, TAKING_IN))
    return arrival.file


def attach(
    file: KeptFile, *, referral: Referral, attachment: str = "", title: str = ""
) -> tuple[Edit, ...]:
    """Give the edits that name a file in a referral.

    Args:
        file: What is in the vault.
        referral: As it stands.
        attachment: The id of one that was named without its file; empty for a new one.
        title: What it is; without one the file's name stands in where none was written.
    """
    facts = file.facts
    told = {
        "file": file.id,
        "file_name": facts.name,
        "media_type": facts.media_type.value,
        "size": facts.size,
        "digest": facts.digest,
        "pages": facts.pages,
        "width": facts.width,
        "height": facts.height,
    }
    title = title or Path(facts.name).stem
    found = next((one for one in referral.attachments if one.id == attachment), None)
    if found is not None:
        named = {} if is_answered(found.title) else {"title": title}
        told = {**told, **named}
        return tuple(put(f"attachments[{found.id}].{name}", one) for name, one in told.items())
    made = new_id()
    whole = {"id": made, "title": title, **told}
    return (put(f"attachments[{made}]", {name: one for name, one in whole.items() if one}),)


# ---- out of the vault ----------------------------------------------------------------------------


def pieces(desk: Desk, referral_id: str, attachment: Attachment) -> Iterator[bytes]:
    """Give the pieces of an attachment's file; each asks the vault lane's thread.

    Raises:
        ProblemForPerson: ``file_missing``, ``referral_restricted`` ...
    """
    return desk.files.pieces(referral_id, attachment.file)


def read(desk: Desk, referral_id: str, attachment: Attachment) -> bytes:
    """Give an attachment's file as it came.

    Raises:
        ProblemForPerson: ``file_missing``, ``file_damaged``, ``referral_restricted`` ...
    """
    data = b"".join(pieces(desk, referral_id, attachment))
    digest = hashlib.sha256(data).hexdigest()
    if digest != attachment.digest and digest not in _left(desk, referral_id, attachment):
        raise damaged()
    return data


def _left(desk: Desk, referral_id: str, attachment: Attachment) -> set[str]:
    """Give the digest of the copy that left: all that a record from another school brings."""
    sealed = desk.sealed.of(referral_id)[:1]
    return {
        one.digest
        for facts in sealed
        for one in facts.attachments
        if one.attachment == attachment.id
    }


def measure(kind: MediaType, data: bytes) -> Measure:
    """Give a picture's size and how it lies."""
    return _MEASURES[kind](data)


def cleaned(kind: MediaType, data: bytes) -> bytes:
    """Give a picture that tells nothing; as it lies."""
    return _CLEANS[kind](data).data


def leaving(media_type: str, data: bytes) -> Cleaned:
    """Give the copy that leaves: of a picture the picture alone, upright; all else as it came.

    Raises:
        ProblemForPerson: ``file_broken``.
    """
    kind = next((one for one in MediaType if one == media_type), None)
    if kind is None or not kind.is_picture:
        return Cleaned(data, frozenset())
    turn, told = measure(kind, data).turn, _CLEANS[kind](data)
    if turn == 1:
        return told
    upright = images.turned(told.data, kind, turn)
    return Cleaned(cleaned(kind, upright), told.taken_out)


def embedded(referral: Referral, read_one: Callable[[Attachment], bytes]) -> tuple[Embedded, ...]:
    """Give the copies of the files that are to go inside a PDF of the referral.

    Raises:
        ProblemForPerson: ``too_much_inside``, or why one of the files cannot be read.
    """
    chosen_ones = [
        (number, one)
        for number, one in enumerate(referral.attachments, start=1)
        if one.file and one.embed is True
    ]
    if sum(one.size for _, one in chosen_ones) > MOST_INSIDE:
        raise trouble.too_much_inside(MOST_INSIDE)
    return tuple(
        Embedded(
            one.id,
            leaving_name(referral.reference, number, one.media_type),
            one.title if isinstance(one.title, str) else "",
            one.media_type,
            leaving(one.media_type, read_one(one)).data,
        )
        for number, one in chosen_ones
    )


def write(target: Path, data: bytes, *, replacing: bool = False) -> None:
    """Write a copy to the place that a person chose; nothing partial is left behind.

    Raises:
        ProblemForPerson: ``file_exists`` without ``replacing``; trouble with the folder or disk.
    """
    files.write_once(target, data, replacing=replacing)
