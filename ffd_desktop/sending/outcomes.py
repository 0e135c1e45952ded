"""What may come of one attempt to hand over or to ask: values, and what each kind of trouble is.

Whoever speaks to a portal gives one of these; the state machine (``submission.py``) draws the
conclusions. Knows no network.
"""

from __future__ import annotations

from enum import StrEnum

from ffd_desktop.referral.private import Private


class Trouble(StrEnum):
    """Why an attempt did not end in a receipt or a refusal."""

    NO_CONNECTION = "no_connection"
    CERTIFICATE = "certificate"
    CUT = "cut"
    SLOW = "slow"
    SOMEBODY_ELSE = "somebody_else"
    SERVER = "server"
    BUSY = "busy"
    SIGN_IN = "sign_in"
    OTHER_RECEIPT = "other_receipt"
    NOT_TAKEN = "not_taken"
    HELD = "held"
    STOPPED = "stopped"
    CLOSED = "closed"
    UNREADABLE = "unreadable"


class Receipt(Private, frozen=True, omit_defaults=True):
    """What the council gives for a submission that it has and could read.

    Attributes:
        reference: The council's own.
        received_at: By the portal's clock, UTC.
        key: Of the submission.
        content_digest: Of the sealed content, as RFC 9530 writes it; worked out by the portal.
        repr_digest: Of the encrypted bytes as they arrived.
    """

    reference: str
    received_at: str
    key: str
    content_digest: str
    repr_digest: str


class Answer(Private, frozen=True, omit_defaults=True):
    """Something that the council said of a submission later.

    Attributes:
        kind: ``acknowledged``, ``decided`` or ``outcome``.
    """

    kind: str
    at: str
    outcome: str = ""
    reason: str = ""
    worker: str = ""


class Receipted(Private, frozen=True, tag=True):
    """The portal has it, it says, and gave a receipt."""

    receipt: Receipt
    answers: tuple[Answer, ...] = ()


class Refused(Private, frozen=True, tag=True):
    """The portal did not take it, and said why.

    Attributes:
        reason: In the portal's words, for the person who sent.
        final: Whether sending the same again can never work.
        wait_s: How long the portal asks to wait.
    """

    reason: str
    final: bool
    wait_s: int = 0


class Failed(Private, frozen=True, tag=True):
    """It went wrong.

    Attributes:
        reached: Whether any of it may have come to the portal.
    """

    trouble: Trouble
    reached: bool
    wait_s: int = 0


class NeverHad(Private, frozen=True, tag=True):
    """The portal itself says that nothing was ever stored under the key."""


class Held(Private, frozen=True, tag=True):
    """The portal stored it, and will open it and give a receipt later."""


Outcome = Receipted | Refused | Failed | NeverHad | Held
