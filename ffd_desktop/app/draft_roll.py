"""The roll as an open draft uses it: the desk's, with nothing to choose but words and children."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ffd_desktop.app import rolls
from ffd_desktop.app.desk import Desk
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.called import pupils_called
from ffd_desktop.roll.prefill import Chosen, Standing
from ffd_desktop.roll.pupil import Pupil, RollSource
from ffd_desktop.roll.siblings import Proposal
from ffd_desktop.roll.upn import UpnCheck


class Picked(Private, frozen=True):
    """Pupils whom a person chose, and what their answers are to be marked with."""

    chosen: tuple[Chosen, ...]
    source: RollSource | None = None
    school: str = ""


class DraftRoll:
    """Finds pupils for a draft; each call belongs on the vault lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find_pupils(self, text: str) -> Sequence[Pupil]:
        """Find pupils by UPN or any part of any name, best first."""
        return rolls.find_pupils(self._desk, text)

    def check_upn(self, text: str) -> UpnCheck:
        """Check a UPN, suggesting numbers of this roll."""
        return rolls.check_upn(self._desk, text)

    def pupils_called(self, names: Sequence[str]) -> frozenset[str]:
        """Give those of some folded full names that a pupil has."""
        return pupils_called(self._desk.roll, names)

    def family_of(self, key: str) -> Sequence[Proposal]:
        """Propose who may be a brother or sister, likeliest first."""
        return rolls.family_of(self._desk, key)

    def pick(self, standings: Mapping[str, str]) -> Picked:
        """Give the pupils with these keys, each to ``refer`` or as ``family``.

        Raises:
            ProblemForPerson: ``pupil_unknown``, when one is on the roll no more.
        """
        chosen = tuple(
            Chosen(rolls.pupil_with(self._desk, key), Standing(one))
            for key, one in standings.items()
        )
        return Picked(chosen, self._desk.roll.source(), self._desk.profile().school_name)
