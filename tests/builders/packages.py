"""Packages for tests: sound ones, and ones that a sender with the passphrase made to do harm."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.sending.canonical import canonical, digest_of
from ffd_desktop.sending.handover.parts import About, PartHead, Role, What, framed
from ffd_desktop.sending.handover.pieces import sealed_up
from ffd_desktop.sending.sealed import Sealed, facts_of
from tests.builders.vaults import CHEAP

PASSPHRASE = "482199301175306622914480"
PDF = b"%PDF-1.7 not really one"
Part = tuple[PartHead, Sequence[bytes]]


def about(parts: int, **changes: Any) -> About:
    """What a package says that it is."""
    told = About(
        what=What.DRAFT,
        package="ab" * 16,
        reference="FFD-2026-0042",
        parts=parts,
        made_at="2026-11-20T09:00:00.000Z",
        by="Rhiannon Tanglewood",
        school="Larkrise Fictional Primary School",
    )
    return msgspec.structs.replace(told, **changes)


def part(role: Role, data: bytes, **more: Any) -> Part:
    """One part with its bytes."""
    return PartHead(role=role, size=len(data), digest=digest_of(data), **more), (data,)


def draft_parts(referral: Referral) -> list[Part]:
    """A draft without files."""
    return [part(Role.CONTENT, canonical(as_sealed(referral))), part(Role.PAPER, PDF)]


def sealed_parts(*sealed: Sealed) -> list[Part]:
    """What was sealed, without files."""
    made = []
    for one in sealed:
        facts = msgspec.structs.replace(facts_of(one), findings=())
        made += [
            part(Role.FACTS, msgspec.json.encode(facts), number=one.number),
            part(Role.CONTENT, one.content, number=one.number),
            part(Role.PAPER, one.pdf, number=one.number),
        ]
    return made


def plain(held: Sequence[Part], **changes: Any) -> bytes:
    """What is inside."""
    return b"".join(framed(about(**{"parts": len(held), **changes}), held))


def package(inside: Iterable[bytes]) -> bytes:
    """A package of any bytes, cheap to open with PASSPHRASE."""
    _, pieces = sealed_up(inside, PASSPHRASE, cost=CHEAP)
    return b"".join(pieces)


def written(folder: Path, held: Sequence[Part], **changes: Any) -> Path:
    """A package as a file."""
    path = folder / "made.ffd"
    path.write_bytes(package([plain(held, **changes)]))
    return path
