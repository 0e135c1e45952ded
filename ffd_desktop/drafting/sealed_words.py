"""What a sealed referral refuses, in words: a change of anything that was sealed."""

from __future__ import annotations

from collections.abc import Iterable

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.sealable import is_sealed


def refuse_change(edits: Iterable[Edit]) -> None:
    """Let only what belongs to the school alone be written once a referral is sealed.

    Raises:
        ProblemForPerson: ``referral_sealed``.
    """
    if any(is_sealed(edit.path) for edit in edits):
        raise stays_sealed()


def stays_sealed() -> ProblemForPerson:
    """A sealed referral stays as it is."""
    return ProblemForPerson(
        "This referral is sealed, so what it says stays as it is. Nothing of it was changed.",
        "Write an addendum to correct it or to say more, or copy it as a new referral.",
        "referral_sealed",
    )
