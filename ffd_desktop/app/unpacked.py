"""Holds the parts of a package against each other: what is said must be what is there.

SECURITY: a package comes from elsewhere. Names that are shown or become names of files, ids and
digests are all asked here; whatever does not hold refuses the whole package.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from ffd_desktop.attachments.facts import FileFacts
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.sending.addendum import Addendum
from ffd_desktop.sending.canonical import digest_of
from ffd_desktop.sending.handover import trouble
from ffd_desktop.sending.handover.parts import About, PartHead, Role, What
from ffd_desktop.sending.sealed import REFERRAL, Sealed, SealedFacts, whole

MOST_SEALED: Final = 200
_REFERENCE: Final = re.compile(r"FFD-\d{4}-\d{1,9}", re.ASCII)
_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}", re.ASCII)
_NAME: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,99}", re.ASCII)
_PDF: Final = b"%PDF-"
_FACTS: Final = msgspec.json.Decoder(SealedFacts)
_ADDENDUM: Final = msgspec.json.Decoder(Addendum)


class Inside:
    """The parts of one package, in memory but for the files."""

    def __init__(self, about: About) -> None:
        self.about = about
        self.texts: dict[tuple[Role, int], bytes] = {}
        self.files: dict[str, PartHead] = {}

    def add(self, head: PartHead, data: bytes) -> None:
        """Take the next part; none comes twice, and files come last."""
        key = (head.role, head.number)
        if head.role is Role.FILE:
            _demand(head.attachment not in self.files and bool(_NAME.fullmatch(head.name)))
            self.files[head.attachment] = head
        else:
            _demand(key not in self.texts and not self.files)
            _demand(1 <= head.number <= MOST_SEALED)
            self.texts[key] = data

    def text(self, role: Role, number: int = REFERRAL) -> bytes:
        """Give the bytes of a part that has to be there."""
        _demand((role, number) in self.texts)
        return self.texts[role, number]


def checked(inside: Inside, files: Mapping[str, FileFacts]) -> tuple[Referral, tuple[Sealed, ...]]:
    """Give the referral and what was sealed of it, if everything holds together.

    Raises:
        ProblemForPerson: ``package_misshapen``; ``referral_too_new``.
    """
    about = inside.about
    _demand(bool(_ID.fullmatch(about.package) and _REFERENCE.fullmatch(about.reference)))
    referral = _referral(inside)
    _demand({one.id for one in referral.attachments if one.file} == set(files))
    if about.what is What.DRAFT:
        _demand(set(inside.texts) == {(Role.CONTENT, 1), (Role.PAPER, 1)})
        return referral, ()
    count, odd = divmod(len(inside.texts), 3)
    _demand(count > 0 and not odd)
    sealed = tuple(_sealed(inside, number) for number in range(REFERRAL, REFERRAL + count))
    _of_one(sealed, referral)
    _files_as_told(sealed[0], referral, files)
    return referral, sealed


def _referral(inside: Inside) -> Referral:
    try:
        referral = codec.decode(inside.text(Role.CONTENT))
        _demand(as_sealed(referral) == referral)
    except ProblemForPerson as problem:
        raise problem if problem.code == "referral_too_new" else trouble.misshapen() from None
    _demand(bool(_ID.fullmatch(referral.id)) and referral.reference == inside.about.reference)
    ids = [one.id for one in referral.attachments]
    held = [one.file for one in referral.attachments if one.file]
    _demand(len(ids) == len(set(ids)) and len(held) == len(set(held)))
    _demand(inside.text(Role.PAPER).startswith(_PDF))
    return referral


def _sealed(inside: Inside, number: int) -> Sealed:
    content, pdf = inside.text(Role.CONTENT, number), inside.text(Role.PAPER, number)
    try:
        facts = _FACTS.decode(inside.text(Role.FACTS, number))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise trouble.misshapen() from None
    told = (facts.number, facts.digest, facts.pdf_digest)
    _demand(told == (number, digest_of(content), digest_of(pdf)))
    _demand(not facts.findings and pdf.startswith(_PDF) and bool(_ID.fullmatch(facts.id)))
    return whole(facts, content=content, pdf=pdf)


def _of_one(sealed: tuple[Sealed, ...], referral: Referral) -> None:
    """Hold what was sealed against the referral that all of it must belong to."""
    _demand(len({one.id for one in sealed}) == len(sealed))
    for one in sealed:
        _demand((one.referral, one.reference) == (referral.id, referral.reference))
        _demand((one.council, one.form) == (referral.council, referral.form))
        if one.is_addendum:
            told = _addendum(one.content)
            place = one.number - REFERRAL
            stated = (told.referral, told.place, told.corrects, told.text)
            _demand(stated == (referral.id, place, sealed[0].digest, one.text))
            _demand(not one.attachments)


def _addendum(content: bytes) -> Addendum:
    try:
        return _ADDENDUM.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise trouble.misshapen() from None


def _files_as_told(sealed: SealedFacts, referral: Referral, files: Mapping[str, FileFacts]) -> None:
    held = {one.id: one.file for one in referral.attachments if one.file}
    _demand(len(sealed.attachments) == len(held))
    for copy in sealed.attachments:
        _demand(copy.attachment in files and bool(_NAME.fullmatch(copy.name)))
        facts = files[copy.attachment]
        told = (copy.file, copy.size, copy.digest, copy.media_type)
        there = (held[copy.attachment], facts.size, facts.digest, facts.media_type.value)
        _demand(told == there and bool(_ID.fullmatch(copy.file)))


def _demand(holds: bool) -> None:  # noqa: FBT001 - it reads as a sentence
    if not holds:
        raise trouble.misshapen()
