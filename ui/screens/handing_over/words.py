"""What the page of handing over says."""

from __future__ import annotations

from collections.abc import Sequence

from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.sealed import SealedFacts

FOR_WHOM = "For whom"
FOR_WHOM_HELP = "Such as the new school and its safeguarding lead. They see it."
STAYS = "Comments of colleagues, the history, and what came after sending stay here."
AFTERWARDS = (
    "They need FFD Desktop too, and choose “Open a package” on their shelf. They can send a "
    "receipt back: bring it in here."
)
NONE_YET = "Nothing was handed over yet."


def what_goes(referral: Referral, sealed: Sequence[SealedFacts]) -> str:
    """Say what is in the package."""
    files = sum(bool(one.file) for one in referral.attachments)
    counted = f" and {_count(files, 'file')}" if files else ""
    if not sealed:
        return f"The draft as it stands now, with a PDF of it{counted}. {STAYS}"
    added = len(sealed) - 1
    addenda = f" with {_count(added, 'addendum', 'addenda')}" if added else ""
    return f"What was sealed, unchanged: the referral{addenda}, as PDF too{counted}. {STAYS}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"1 {one}" if number == 1 else f"{number} {many or f'{one}s'}"
