"""What a new referral asks of the roll: shapes only. Each call belongs on the vault lane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.siblings import Proposal
from ffd_desktop.roll.upn import UpnCheck


class RollDesk(Protocol):
    """What the roll can do for a new referral (``ffd_desktop/app/rolls.py``)."""

    def find_pupils(self, desk: Desk, text: str) -> Sequence[Pupil]:
        """Find pupils by UPN or any part of any name, best first, a screenful at most."""
        ...

    def check_upn(self, desk: Desk, text: str) -> UpnCheck:
        """Check a UPN, suggesting numbers of this roll."""
        ...

    def family_of(self, desk: Desk, upn: str) -> Sequence[Proposal]:
        """Propose who may be a brother or sister, likeliest first."""
        ...

    def start_from_roll(
        self,
        desk: Desk,
        aim: Aim,
        upn: str,
        choices: Mapping[str, str],
        *,
        edits: Sequence[Edit],
        screen: str,
    ) -> Referral:
        """Start a draft with the pupil, the chosen siblings, and some more edits in it.

        Args:
            desk: Whose shelf the draft is put on.
            aim: Which form.
            upn: The pupil.
            choices: UPN of a sibling to ``refer`` or ``family``; all others are left out.
            edits: Put in after the prefill, such as the answer about danger.
            screen: For the history.
        """
        ...
