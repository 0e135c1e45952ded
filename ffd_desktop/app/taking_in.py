"""Opening a package from another FFD Desktop: looked at whole first, then taken in, or nothing.

Looking touches no vault and may run on any lane; ``Taking`` belongs to the vault lane. SECURITY: a
package may be made to do harm, so everything in it is held to the same bounds as what a person
brings in, and its facts are held against its bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec

from ffd_desktop.adapters import chosen
from ffd_desktop.app import attaching, papers
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.pieces import at_one_go
from ffd_desktop.app.program import Program
from ffd_desktop.app.unpacked import Inside, checked
from ffd_desktop.attachments.facts import FileFacts
from ffd_desktop.drafting.files import KeptFile
from ffd_desktop.progress import SILENT, Part, Progress
from ffd_desktop.referral.ids import new_id, new_referral_id
from ffd_desktop.referral.model import Declaration, Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.handover import trouble
from ffd_desktop.sending.handover.notes import Arrived, ArrivedFile, TakenIn
from ffd_desktop.sending.handover.parts import MOST_TOTAL, About, PartReader, Role, What
from ffd_desktop.sending.handover.pieces import HEAD_BYTES, PackageKey, key_of, opened
from ffd_desktop.sending.sealed import Sealed
from ffd_desktop.sending.spoken import GROUP, GROUPS

LOOKING: Final = "Looking into the package"
TAKING: Final = "Taking it in"
_GAPS: Final = re.compile(r"[\s\-\u2010-\u2015.]+")


class Looked(Private, frozen=True, kw_only=True):
    """What is in a package that is sound from one end to the other.

    Attributes:
        digest: SHA-256 of its file.
        size: Of its file.
        referral: As it is in there; of a record, exactly what was sealed.
        files: By attachment.
    """

    path: Path
    key: PackageKey
    digest: str
    size: int
    about: About
    referral: Referral
    sealed: tuple[Sealed, ...]
    files: dict[str, FileFacts]


def typed(passphrase: str) -> str:
    """Read a passphrase as it was typed; gaps between figures do not matter."""
    bare = _GAPS.sub("", passphrase)
    is_spoken = len(bare) == GROUP * GROUPS and bare.isascii() and bare.isdecimal()
    return bare if is_spoken else passphrase


def look(program: Program, path: Path, passphrase: str, *, progress: Progress = SILENT) -> Looked:
    """Open a package and look at all of it.

    Raises:
        ProblemForPerson: ``package_unknown``, ``package_too_new``, ``package_passphrase``,
            ``package_damaged``, ``package_misshapen``, ``package_too_large``, ``file_unread``,
            ``council_unknown``, ``form_unknown``, ``stopped``; or why a file may not come in.
    """
    size = chosen.size_of(path)
    if size > MOST_TOTAL:
        raise trouble.too_large()
    part = Part(progress, LOOKING)
    with chosen.open_chosen(path) as raw:
        stream = _Heard(raw, lambda done: part.step(done, size))
        key = key_of(stream, typed(passphrase))
        reader = PartReader(opened(stream, key))
        inside, files = Inside(reader.about), dict[str, FileFacts]()
        for head, pieces in reader.parts():
            data = b"".join(pieces)
            inside.add(head, data)
            if head.role is Role.FILE:
                files[head.attachment] = attaching.looked_at(head.name, data).facts
    referral, sealed = checked(inside, files)
    papers.form_of(program, referral)
    return Looked(
        path=path,
        key=key,
        digest=stream.digest.hexdigest(),
        size=size,
        about=reader.about,
        referral=referral,
        sealed=sealed,
        files=files,
    )


class _Heard:
    """A file that is read: digested, and told how far it is."""

    def __init__(self, raw: BinaryIO, told: Callable[[int], None]) -> None:
        self._raw, self._told = raw, told
        self.digest, self.done = hashlib.sha256(), 0

    def read(self, count: int, /) -> bytes:
        data = self._raw.read(count)
        self.digest.update(data)
        self.done += len(data)
        self._told(self.done)
        return data


# ---- into the vault ------------------------------------------------------------------------------


class Taking:
    """One package on its way into the vault, a piece at a time; on the vault lane.

    Between two pieces the lane is free. It counts with the last step, whole; until then nothing
    of it is on the shelf.
    """

    def __init__(self, desk: Desk, looked: Looked, *, screen: str) -> None:
        self._desk, self._looked, self._screen = desk, looked, screen
        self._coming: list[int] = []
        self._steps = self._run()
        self.total = looked.size + 1
        self._done = 0
        self.referral_id = ""

    def step(self) -> int:
        """Take the next piece in; give how far it is, which is ``total`` once it counts.

        Raises:
            ProblemForPerson: ``package_here``, ``package_destroyed``, ``package_damaged`` (it was
                changed since it was looked at); or trouble with the disk. Nothing is there then.
        """
        self._done = next(self._steps, self.total)
        return self._done

    def give_up(self) -> bool:
        """Clear away some of what came in; say whether there is more to clear."""
        self._steps.close()
        return any(self._desk.files.give_up(one) for one in self._coming)

    def _run(self) -> Generator[int]:
        looked, desk = self._looked, self._desk
        desk.handovers.demand_new(looked.about.package, _own_id(looked))
        arriving = dict[str, int]()
        with chosen.open_chosen(looked.path) as raw:
            stream = _Heard(raw, lambda _: None)
            stream.read(HEAD_BYTES)
            for head, pieces in PartReader(opened(stream, looked.key)).parts():
                coming = None
                if head.role is Role.FILE:
                    coming = arriving[head.attachment] = desk.handovers.begin()
                    self._coming.append(coming)
                for piece in pieces:
                    if coming is not None:
                        desk.files.add(coming, piece)
                        yield min(stream.done, looked.size)
        if stream.digest.hexdigest() != looked.digest:
            raise trouble.damaged()
        arrived = _arrived(desk, looked, arriving)
        desk.handovers.take_in(arrived, by=desk.by(self._screen))
        self.referral_id = arrived.referral.id


def take_in(desk: Desk, looked: Looked, *, screen: str, progress: Progress = SILENT) -> str:
    """Take a package in at one go, for whoever types nothing meanwhile; give the referral's id."""
    taking = Taking(desk, looked, screen=screen)
    at_one_go(taking, Part(progress, TAKING))
    return taking.referral_id


def _own_id(looked: Looked) -> str:
    """Give the id under which it will be here; a draft's is made when it comes."""
    return looked.referral.id if looked.about.what is What.SEALED else ""


def _arrived(desk: Desk, looked: Looked, arriving: dict[str, int]) -> Arrived:
    about, referral = looked.about, looked.referral
    ids = {one.id: one.file for one in referral.attachments if one.file}
    if about.what is What.DRAFT:
        ids = {attachment: new_id() for attachment in ids}
        referral = _as_draft_here(desk, looked, ids)
    restricted = about.is_restricted and desk.person
    return Arrived(
        referral=referral,
        files=tuple(
            ArrivedFile(coming, KeptFile(ids[attachment], looked.files[attachment]))
            for attachment, coming in arriving.items()
        ),
        sealed=looked.sealed,
        readers=(desk.person,) if restricted else (),
        noted=TakenIn(
            package=about.package,
            digest=looked.digest,
            what=about.what,
            reference=about.reference,
            school=about.school,
            sent_by=about.by,
            made_at=about.made_at,
            proof_key=looked.key.of("receipt"),
        ),
    )


def _as_draft_here(desk: Desk, looked: Looked, ids: dict[str, str]) -> Referral:
    """Give a draft an id and a reference of its own, and its files the facts of their copies.

    Whoever signed it signed at the other school.
    """

    def attached(one: Any) -> Any:
        if one.id not in ids:
            return one
        facts = looked.files[one.id]
        return msgspec.structs.replace(
            one,
            file=ids[one.id],
            media_type=facts.media_type.value,
            size=facts.size,
            digest=facts.digest,
            pages=facts.pages,
            width=facts.width,
            height=facts.height,
        )

    old = looked.referral
    return msgspec.structs.replace(
        old,
        id=new_referral_id(),
        reference=desk.next_reference(),
        declaration=Declaration(),
        attachments=tuple(map(attached, old.attachments)),
    )
