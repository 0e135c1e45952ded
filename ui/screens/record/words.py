"""What the screen of a record's papers says. No widget."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from ffd_desktop.app.records import RecordKind


class Which(StrEnum):
    """The papers that can be chosen."""

    REFERRAL = "referral"
    CHRONOLOGY = "chronology"
    HISTORY = "history"
    AFTER = "after"
    SENT = "sending"
    SUBJECT = "subject"


KINDS: Final[Mapping[Which, RecordKind]] = {
    Which.CHRONOLOGY: RecordKind.CHRONOLOGY,
    Which.HISTORY: RecordKind.HISTORY,
    Which.AFTER: RecordKind.AFTER,
    Which.SENT: RecordKind.SENT,
}
LABELS: Final[Mapping[Which, tuple[str, str]]] = {
    Which.REFERRAL: ("The referral", "As it was sealed; a draft as it stands."),
    Which.CHRONOLOGY: ("The chronology", "Its picture and its rows alone."),
    Which.HISTORY: (
        "The history of changes",
        "Who changed what and when, day by day. For the school’s own file.",
    ),
    Which.AFTER: (
        "What came after sending",
        "The council’s answer, calls and chases, disagreement, and what is due.",
    ),
    Which.SENT: (
        "How it was sent",
        "The school’s own note with the fingerprint. A receipt stands on the sealed page.",
    ),
    Which.SUBJECT: (
        "A copy for a subject access request",
        "One person’s data; everything about others is taken out.",
    ),
}
NOTHING_YET: Final = "Nothing was printed or saved yet."
FOR_WHOM: Final = "For whom is it?"
FOR_WHOM_HINT: Final = "Kept in the history with your name and the time, such as: the head teacher"
AGAINST: Final = "⚠ It was judged unsafe to tell the family"
AGREE: Final = "I have thought about who asks, and the copy can be made"
AGREE_FIRST: Final = "Agree on the page first: something speaks against a copy."
CHOOSE_FIRST: Final = "Choose whose data it is."
REOPEN: Final = (
    "The family, the worries and the chronology come along. Danger, calls, consent, why now and "
    "the signature are asked afresh, and the new referral names this one."
)
