"""How well brothers and sisters are proposed on a made roll, counted both ways of each pair."""

from __future__ import annotations

from dataclasses import dataclass

from ffd_desktop.roll.ports import RollStore
from ffd_desktop.roll.siblings import Strength, siblings_of
from tests.builders.made_roll import MadeRoll


@dataclass(frozen=True)
class Score:
    """What was proposed, and what is true.

    Attributes:
        likely: True proposals among those called likely.
        likely_wrong: The others.
        possible: True proposals among those called possible.
        possible_wrong: The others.
        siblings: All true pairs.
        untraced: Those of them of which the roll shows nothing.
    """

    likely: int
    likely_wrong: int
    possible: int
    possible_wrong: int
    siblings: int
    untraced: int

    @property
    def precision(self) -> float:
        """Which part of the likely ones is true."""
        return self.likely / (self.likely + self.likely_wrong)

    @property
    def recall(self) -> float:
        """Which part of all siblings is proposed, as likely or as possible."""
        return (self.likely + self.possible) / self.siblings


def score(roll: MadeRoll, store: RollStore) -> Score:
    """Ask for every pupil's brothers and sisters, and compare."""
    count = {(strength, is_true): 0 for strength in Strength for is_true in (True, False)}
    for pupil in roll.pupils:
        for one in siblings_of(pupil, store):
            count[one.strength, (pupil.upn, one.key) in roll.siblings] += 1
    return Score(
        likely=count[Strength.LIKELY, True],
        likely_wrong=count[Strength.LIKELY, False],
        possible=count[Strength.POSSIBLE, True],
        possible_wrong=count[Strength.POSSIBLE, False],
        siblings=len(roll.siblings),
        untraced=roll.untraced,
    )
