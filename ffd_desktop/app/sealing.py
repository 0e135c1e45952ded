"""Sealing: the content frozen, its paper made once, the copies that leave; then kept as one.

Making touches no vault and may run on any lane; ``Keeping`` and whatever takes a desk belong to
the vault lane. Nothing here asks whether a referral is ready.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

import msgspec

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.app import attaching, papers
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.pieces import at_one_go
from ffd_desktop.app.program import Program
from ffd_desktop.attachments.words import leaving_name
from ffd_desktop.drafting.files import PIECE
from ffd_desktop.drafting.ports import By
from ffd_desktop.exporting.addendum_paper import addendum_paper
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.outline import Document
from ffd_desktop.exporting.seal import Seal
from ffd_desktop.progress import SILENT, Part, Progress
from ffd_desktop.referral import codec
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.referral.statements import Attachment
from ffd_desktop.sending import trouble
from ffd_desktop.sending.addendum import Addendum
from ffd_desktop.sending.canonical import canonical, digest_of
from ffd_desktop.sending.handover.notes import taken_in
from ffd_desktop.sending.handover.trouble import not_ours_to_change
from ffd_desktop.sending.sealed import REFERRAL, LeavingCopy, Sealed, SealedFacts
from ffd_desktop.sending.stood import findings_as_they_stand
from ffd_desktop.vault.head_code import printed
from ffd_desktop.vault.keysfile import Anchor

COPYING: Final = "Making the copies that leave"
PAPER: Final = "Making the paper"
KEEPING: Final = "Sealing"
_AFTER_COPIES: Final = 500


class Made(Private, frozen=True):
    """Something ready to be sealed: what will be kept, and the copies that are not as they came."""

    sealed: Sealed
    copies: Mapping[str, bytes]


class Moment(Private, frozen=True):
    """Who seals, when, and where the vault's records stand; taken on the vault lane."""

    by: By
    head: Anchor


def moment(desk: Desk, screen: str) -> Moment:
    """Say who seals, now."""
    return Moment(desk.by(screen), desk.head)


def make(
    program: Program,
    referral: Referral,
    at: Moment,
    read: Callable[[Attachment], bytes],
    *,
    progress: Progress = SILENT,
) -> Made:
    """Make everything that sealing a referral keeps.

    Args:
        program: For its packs.
        referral: As it stands, saved.
        at: Who seals, and when.
        read: Gives an attachment's file as it came.
        progress: Hears how far it is.

    Raises:
        ProblemForPerson: ``stopped``, ``not_sealable``, ``file_damaged`` ..., ``council_unknown``.
    """
    pack, form = papers.form_of(program, referral)
    content = canonical(as_sealed(referral))
    frozen = codec.decode(content)
    copies, leaving = _copies(frozen, read, Part(progress, COPYING, end=_AFTER_COPIES))
    part = Part(progress, PAPER, start=_AFTER_COPIES)
    part.step(0, 1)
    seal = _seal(at.by, digest_of(content))
    beside = {one.attachment: one.digest for one in leaving}
    shaped = compose(frozen, form, pack=pack, findings=(), now=seal.at, seal=seal, beside=beside)
    pdf, pages = _pdf(shaped, at)
    part.step(1, 1)
    sealed = Sealed(
        id=new_id(),
        referral=frozen.id,
        reference=frozen.reference,
        number=REFERRAL,
        digest=seal.digest,
        pdf_digest=digest_of(pdf),
        pages=pages,
        sealed_by=at.by.actor,
        sealed_at=at.by.at,
        council=frozen.council,
        form=frozen.form,
        pack_version=pack.version,
        findings=findings_as_they_stand(frozen, form, pack, today=seal.at.date()),
        attachments=leaving,
        content=content,
        pdf=pdf,
    )
    return Made(sealed, copies)


def make_addendum(program: Program, referral: Sealed, earlier: int, text: str, at: Moment) -> Made:
    """Make everything that sealing an addendum keeps.

    Args:
        program: For its packs.
        referral: As it was sealed.
        earlier: How many addenda there are already.
        text: What was wrong or is new, and why.
        at: Who seals, and when.

    Raises:
        ProblemForPerson: ``addendum_empty``.
    """
    if not text.strip():
        raise trouble.addendum_empty()
    place, by, frozen = earlier + 1, at.by, codec.decode(referral.content)
    told = Addendum(
        frozen.id, frozen.reference, place, referral.digest, text.strip(), by.actor, by.at
    )
    content = canonical(told)
    seal = _seal(by, digest_of(content))
    pack = program.pack(referral.council)
    before = Seal(by=referral.sealed_by, at=_local(referral.sealed_at), digest=referral.digest)
    shaped = addendum_paper(frozen, told.text, place=place, pack=pack, seal=seal, corrects=before)
    pdf, pages = _pdf(shaped, at)
    sealed = Sealed(
        id=new_id(),
        referral=frozen.id,
        reference=frozen.reference,
        number=REFERRAL + place,
        digest=seal.digest,
        pdf_digest=digest_of(pdf),
        pages=pages,
        sealed_by=by.actor,
        sealed_at=by.at,
        council=referral.council,
        form=referral.form,
        pack_version=pack.version,
        text=told.text,
        content=content,
        pdf=pdf,
    )
    return Made(sealed, {})


class Keeping:
    """What was made, on its way into the vault a piece at a time; on the vault lane.

    Between two pieces the lane is free, so that a save waits for one piece.
    """

    def __init__(self, desk: Desk, made: Made, by: By) -> None:
        self._desk, self._made, self._by = desk, made, by
        self._coming: dict[str, int] = {}
        self._pieces = [
            (name, data[at : at + PIECE])
            for name, data in made.copies.items()
            for at in range(0, len(data), PIECE)
        ]
        self.total = len(self._pieces) + 1
        self._done = 0

    def step(self) -> int:
        """Take the next piece in, the seal last; give how many are in.

        Raises:
            ProblemForPerson: As ``SealedStore.seal``, or trouble with the disk; nothing is sealed.
        """
        sealed = self._made.sealed
        if self._done < len(self._pieces):
            name, piece = self._pieces[self._done]
            if name not in self._coming:
                self._coming[name] = self._desk.files.begin(sealed.referral)
            self._desk.files.add(self._coming[name], piece)
        else:
            self._desk.watch_clock(sealed.referral, self._by.screen)
            self._desk.sealed.seal(sealed, by=self._by, copies=self._coming)
        self._done += 1
        return self._done

    def give_up(self) -> bool:
        """Clear away some of what came in; say whether there is more to clear."""
        return any(self._desk.files.give_up(one) for one in self._coming.values())


def keep(desk: Desk, made: Made, by: By, *, progress: Progress = SILENT) -> None:
    """Seal at one go, for whoever types nothing meanwhile."""
    at_one_go(Keeping(desk, made, by), Part(progress, KEEPING))


def seal(
    program: Program, desk: Desk, referral_id: str, *, screen: str, progress: Progress = SILENT
) -> SealedFacts:
    """Seal a referral as it stands.

    Raises:
        ProblemForPerson: As ``make`` and ``SealedStore.seal``.
    """
    _demand_unsealed(desk, referral_id)
    referral, at = desk.open(referral_id).referral, moment(desk, screen)

    def read(one: Attachment) -> bytes:
        return attaching.read(desk, referral_id, one)

    keep(desk, make(program, referral, at, read, progress=progress), at.by)
    return desk.sealed.of(referral_id)[0]


def add(program: Program, desk: Desk, referral_id: str, text: str, *, screen: str) -> SealedFacts:
    """Seal an addendum to a sealed referral.

    Raises:
        ProblemForPerson: ``not_sealed``, ``received_not_ours``, ``addendum_empty``, and as
            ``SealedStore.seal``.
    """
    facts = desk.sealed.of(referral_id)
    if not facts:
        raise trouble.not_sealed()
    if taken_in(desk.handovers.of(referral_id)) is not None:
        raise not_ours_to_change()
    at = moment(desk, screen)
    made = make_addendum(program, desk.sealed.whole(facts[0].id), len(facts) - 1, text, at)
    keep(desk, made, at.by)
    return desk.sealed.of(referral_id)[-1]


def seal_of(facts: Sequence[SealedFacts]) -> Seal | None:
    """Give the seal of a referral by what was sealed of it; ``None`` for a draft."""
    if not facts:
        return None
    first = facts[0]
    return Seal(by=first.sealed_by, at=_local(first.sealed_at), digest=first.digest)


def paper(sealed: Sealed, kind: papers.Kind) -> papers.Paper:
    """Give what was sealed as a paper: the same bytes for ever.

    Raises:
        ProblemForPerson: ``sealed_no_text``: text is not sealed.
    """
    name = f"{sealed.name}{papers.ENDINGS[kind]}"
    match kind:
        case "pdf":
            made = papers.Paper(name, sealed.pdf, sealed.pages)
        case "json":
            made = papers.Paper(name, sealed.content)
        case "text":
            raise trouble.no_text()
    what = f"Addendum {sealed.number - REFERRAL}" if sealed.is_addendum else papers.REFERRAL
    return made.about(sealed.referral, f"{what}, as sealed")


def _demand_unsealed(desk: Desk, referral_id: str) -> None:
    if desk.sealed.of(referral_id):
        raise trouble.already_sealed()


def _copies(
    referral: Referral, read: Callable[[Attachment], bytes], part: Part
) -> tuple[dict[str, bytes], tuple[LeavingCopy, ...]]:
    """Make the copies that leave; those that leave as they came need no bytes of their own."""
    differing: dict[str, bytes] = {}
    leaving = []
    for number, one in enumerate(referral.attachments, start=1):
        part.step(number - 1, len(referral.attachments))
        if not one.file:
            continue
        data = attaching.leaving(one.media_type, read(one)).data
        digest = digest_of(data)
        if digest != one.digest:
            differing[one.id] = data
        name = leaving_name(referral.reference, number, one.media_type)
        leaving.append(LeavingCopy(one.id, one.file, name, one.media_type, len(data), digest))
    part.step(1, 1)
    return differing, tuple(leaving)


def _pdf(shaped: Document, at: Moment) -> tuple[bytes, int]:
    from ffd_desktop.adapters.pdf.writer import write_pdf

    made = write_pdf(msgspec.structs.replace(shaped, record=printed(at.head)))
    return made.data, made.pages


def _seal(by: By, digest: str) -> Seal:
    return Seal(by=by.actor, at=_local(by.at), digest=digest)


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(SCHOOL_ZONE)
