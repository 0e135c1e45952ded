"""What setting a computer up asks of a person. Makes nothing itself."""

from __future__ import annotations

from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.referral.private import Private
from ffd_desktop.vault.keys import Argon2Cost


class SetUp(Private, frozen=True):
    """What is asked of whoever sets a computer up.

    Attributes:
        passphrase: As typed.
        profile: The school and the person; the person's name is on the vault's first slot.
        params: What a guess costs; calibrated on this computer when not given.
        agreed_to: What speaks against the folder and is known; ``ANYTHING`` for invented people.
    """

    passphrase: str
    profile: SchoolProfile
    params: Argon2Cost | None = None
    agreed_to: tuple[str, ...] = ()
