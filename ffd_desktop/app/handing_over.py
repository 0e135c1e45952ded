"""Packing a draft or a record for another FFD Desktop, and the receipt that comes back.

What is packed is what may leave: a draft without comments and without what came after sending, a
sealed referral as it was sealed, of each file the copy that leaves. Nothing plain touches the disk.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeVar

import msgspec

from ffd_desktop.adapters import chosen, files
from ffd_desktop.app import attaching, papers
from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.app.program import Program
from ffd_desktop.attachments.words import leaving_name
from ffd_desktop.progress import SILENT, Part, Progress
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.sending.canonical import canonical, digest_of
from ffd_desktop.sending.handover import receipts, trouble
from ffd_desktop.sending.handover.notes import Confirmed, HandedOver, TakenIn
from ffd_desktop.sending.handover.parts import About, PartHead, Role, What, framed
from ffd_desktop.sending.handover.pieces import COST, sealed_up
from ffd_desktop.sending.sealed import SealedFacts, facts_of
from ffd_desktop.vault.keys import Argon2Cost

ENDING: Final = ".ffd"
RECEIPT_ENDING: Final = "-receipt.json"
PACKING: Final = "Packing"
T = TypeVar("T")
Parts = Iterator[tuple[PartHead, Iterable[bytes]]]


class Asks(Protocol):
    """Something that does a job where the vault is and gives its answer."""

    def __call__(self, job: Callable[[], T], /) -> T:
        """Do a job."""
        ...


def here(job: Callable[[], T], /) -> T:
    """Do it at once: for whoever is on the vault's own thread."""
    return job()


class Packed(Private, frozen=True):
    """A package that was written."""

    package: str
    digest: str
    size: int
    what: What


def name_of(reference: str) -> str:
    """Give the neutral name of a package's file."""
    return f"{reference}{ENDING}"


def pack(
    program: Program,
    desk: Desk,
    referral_id: str,
    target: Path,
    *,
    passphrase: str,
    to: str,
    screen: str,
    ask: Asks = here,
    replacing: bool = False,
    progress: Progress = SILENT,
    cost: Argon2Cost = COST,
) -> Packed:
    """Write a package, and note with the referral that it was handed over.

    Args:
        program: For its packs.
        desk: Where the referral is.
        referral_id: Which.
        target: Where a person chose.
        passphrase: That opens it.
        to: For whom, in words.
        screen: From where it is asked.
        ask: Gets to the vault's lane, from the work lane.
        replacing: Whether a file of that name is written over.
        progress: Hears how far it is.
        cost: Of a guess at the passphrase.

    Raises:
        ProblemForPerson: ``referral_missing``, ``referral_restricted``, ``file_damaged``,
            ``stopped``, ``file_exists``; or trouble with the disk. Nothing is then left.
    """
    draft = ask(lambda: desk.open(referral_id))
    by = ask(lambda: desk.by(screen))
    gathered = _sealed(desk, draft, ask) if draft.sealed else _draft(program, desk, draft, ask)
    about = About(
        what=What.SEALED if draft.sealed else What.DRAFT,
        package=secrets.token_hex(16),
        reference=draft.referral.reference,
        parts=gathered.count,
        made_at=by.at,
        by=by.actor,
        school=ask(desk.profile).school_name,
        to=to.strip(),
        is_restricted=draft.is_restricted,
    )
    watched = _watched(gathered.parts, Part(progress, PACKING), gathered.count)
    key, package = sealed_up(framed(about, watched), passphrase, cost=cost)
    counted = _Counted(package)
    files.write_pieces(target, counted, replacing=replacing)
    digest = counted.digest.hexdigest()
    noted = HandedOver(
        package=about.package,
        digest=digest,
        what=about.what,
        to=about.to,
        proof_key=key.of("receipt"),
    )
    ask(lambda: desk.handovers.note(referral_id, noted, by=by))
    return Packed(about.package, digest, counted.size, about.what)


class _Gathered(msgspec.Struct, frozen=True):
    count: int
    parts: Parts


class _Counted:
    """The pieces of a package on their way out, counted and digested."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self.digest, self.size = hashlib.sha256(), 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.digest.update(piece)
            self.size += len(piece)
            yield piece


def _watched(parts: Parts, part: Part, count: int) -> Parts:
    for done, one in enumerate(parts):
        part.step(done, count)
        yield one


def _sealed(desk: Desk, draft: OpenDraft, ask: Asks) -> _Gathered:
    copies = draft.sealed[0].attachments

    def parts() -> Parts:
        for facts in draft.sealed:
            yield from _whole(desk, facts, ask)
        for copy in copies:
            read = _copy(desk, draft.sealed[0].id, copy.attachment)
            yield _part(Role.FILE, ask(read), attachment=copy.attachment, name=copy.name)

    return _Gathered(3 * len(draft.sealed) + len(copies), parts())


def _whole(desk: Desk, facts: SealedFacts, ask: Asks) -> Parts:
    sealed = ask(lambda: desk.sealed.whole(facts.id))
    told = msgspec.structs.replace(facts_of(sealed), findings=())
    number = facts.number
    yield _part(Role.FACTS, msgspec.json.encode(told), number=number)
    yield _part(Role.CONTENT, sealed.content, number=number, name=f"{facts.name}.json")
    yield _part(Role.PAPER, sealed.pdf, number=number, name=f"{facts.name}.pdf")


def _copy(desk: Desk, sealed_id: str, attachment: str) -> Callable[[], bytes]:
    return lambda: b"".join(desk.sealed.copy(sealed_id, attachment))


def _draft(program: Program, desk: Desk, draft: OpenDraft, ask: Asks) -> _Gathered:
    referral = as_sealed(draft.referral)
    attached = [
        (number, one) for number, one in enumerate(referral.attachments, start=1) if one.file
    ]

    def parts() -> Parts:
        name = referral.reference
        yield _part(Role.CONTENT, canonical(referral), name=f"{name}.json")
        paper = papers.make(program, referral, "pdf", head=desk.head)
        yield _part(Role.PAPER, paper.data, name=f"{name}.pdf")
        for number, one in attached:
            data = ask(lambda one=one: attaching.read(desk, referral.id, one))  # type: ignore[misc]
            copy = attaching.leaving(one.media_type, data).data
            called = leaving_name(name, number, one.media_type)
            yield _part(Role.FILE, copy, attachment=one.id, name=called)

    return _Gathered(2 + len(attached), parts())


def _part(
    role: Role, data: bytes, *, number: int = 1, name: str = "", attachment: str = ""
) -> tuple[PartHead, Sequence[bytes]]:
    head = PartHead(
        role=role,
        size=len(data),
        digest=digest_of(data),
        number=number,
        name=name,
        attachment=attachment,
    )
    return head, (data,)


# ---- the receipt -----------------------------------------------------------------------------


def make_receipt(desk: Desk, referral_id: str) -> receipts.Receipt:
    """Say, for whoever sent it, that a package is here.

    Raises:
        ProblemForPerson: ``not_received``.
    """
    noted = (note for note in desk.handovers.of(referral_id) if isinstance(note.noted, TakenIn))
    note = next(noted, None)
    if note is None or not isinstance(note.noted, TakenIn):
        raise trouble.not_received()
    return receipts.receipt_for(
        note.noted, school=desk.profile().school_name, person=note.by.actor, at=note.by.at
    )


def receipt_name(receipt: receipts.Receipt) -> str:
    """Give the neutral name of a receipt's file."""
    return f"{receipt.reference}{RECEIPT_ENDING}"


def read_receipt(path: Path) -> receipts.Receipt:
    """Read a receipt that a person chose; touches no vault.

    Raises:
        ProblemForPerson: ``file_unread``, ``receipt_unknown``.
    """
    with chosen.open_chosen(path) as stream:
        return receipts.decode(stream.read(receipts.MOST_BYTES + 1))


def note_receipt(desk: Desk, receipt: receipts.Receipt, *, screen: str) -> tuple[str, Confirmed]:
    """Note with what was handed over that the other school has it; give which referral it is.

    Raises:
        ProblemForPerson: ``receipt_not_ours``, ``referral_restricted``.
    """
    found = desk.handovers.handed_as(receipt.package)
    if found is None:
        raise trouble.not_our_receipt()
    referral_id, handed = found
    confirmed = receipts.confirmed(receipt, handed)
    if not any(note.noted == confirmed for note in desk.handovers.of(referral_id)):
        desk.handovers.note(referral_id, confirmed, by=desk.by(screen))
    return referral_id, confirmed


def write_receipt(target: Path, receipt: receipts.Receipt, *, replacing: bool = False) -> None:
    """Write a receipt to the place that a person chose; it is no secret, and names no child.

    Raises:
        ProblemForPerson: ``file_exists`` without ``replacing``; trouble with the folder or disk.
    """
    files.write_once(target, receipts.encode(receipt), replacing=replacing)
