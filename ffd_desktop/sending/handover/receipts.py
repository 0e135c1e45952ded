"""The receipt for a package: a few lines that name no child, proved by who could open it.

KCSIE asks for a confirmation when a child protection file goes to another school. Whoever opened
the package can make its proof, and nobody else but the sender can check it.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

import msgspec

from ffd_desktop.referral.private import Private
from ffd_desktop.sending.canonical import canonical
from ffd_desktop.sending.handover import trouble
from ffd_desktop.sending.handover.notes import Confirmed, HandedOver, TakenIn

MOST_BYTES: Final = 16 * 1024
_KIND: Final = "FFD Desktop: receipt for a package, 1"


class Receipt(Private, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the receiver says.

    Attributes:
        digest: SHA-256 of the package's file.
        proof: HMAC-SHA256 over the canonical JSON of the rest.
    """

    kind: str = _KIND
    package: str
    digest: str
    reference: str
    school: str
    person: str
    received_at: str
    proof: str = ""


_RECEIPT: Final = msgspec.json.Decoder(Receipt)


def receipt_for(taken: TakenIn, *, school: str, person: str, at: str) -> Receipt:
    """Say that a package is here."""
    told = Receipt(
        package=taken.package,
        digest=taken.digest,
        reference=taken.reference,
        school=school,
        person=person,
        received_at=at,
    )
    return msgspec.structs.replace(told, proof=_proof(told, taken.proof_key))


def encode(receipt: Receipt) -> bytes:
    """Write a receipt for people and programs: JSON, a line for each thing."""
    return msgspec.json.format(msgspec.json.encode(receipt), indent=2) + b"\n"


def decode(data: bytes) -> Receipt:
    """Read a receipt.

    Raises:
        ProblemForPerson: ``receipt_unknown``.
    """
    try:
        found = _RECEIPT.decode(data[: MOST_BYTES + 1])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise trouble.no_receipt() from None
    if found.kind != _KIND:
        raise trouble.no_receipt()
    return found


def confirmed(receipt: Receipt, handed: HandedOver) -> Confirmed:
    """Give what to note of a receipt.

    Raises:
        ProblemForPerson: ``receipt_not_ours``: whoever made it had not opened that package.
    """
    is_proved = hmac.compare_digest(
        _proof(receipt, handed.proof_key).encode(), receipt.proof.encode("utf-8", "replace")
    )
    if not is_proved or receipt.digest != handed.digest:
        raise trouble.not_our_receipt()
    return Confirmed(
        package=receipt.package,
        school=receipt.school,
        person=receipt.person,
        received_at=receipt.received_at,
    )


def _proof(receipt: Receipt, key: bytes) -> str:
    told = canonical(msgspec.structs.replace(receipt, proof=""))
    return hmac.new(key, told, hashlib.sha256).hexdigest()
