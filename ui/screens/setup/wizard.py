"""The steps of setting up, as an object without a screen: next, back, answers kept.

Going back never loses a word; once the vault is made, its own steps cannot be gone back to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Protocol

import msgspec

from ffd_desktop.app.where import Place
from ffd_desktop.vault.passphrase import Verdict
from ffd_desktop.vault.recovery import ORDINALS, RecoveryCode, is_typed_back, two_groups
from ui.screens.setup.answers import Answers, Slip, council_slips, school_slips, you_slips


class Step(StrEnum):
    """One page of setting up; the value is its heading."""

    SCHOOL = "Your school"
    COUNCIL = "Your council"
    YOU = "About you"
    PLACE = "Where the vault is kept"
    PASSPHRASE = "A passphrase"  # noqa: S105 - a heading
    RECOVERY = "The recovery sheet"
    NUMBERS = "Whom to phone"
    ROLL = "The school’s roll"


STEPS = tuple(step for step in Step if step is not Step.PLACE)


class Judge(Protocol):
    """Judges a passphrase; ``about`` are words that an acquaintance would try first."""

    def __call__(self, text: str, about: tuple[str, ...]) -> Verdict:
        """Give the verdict in words."""
        ...


class Wizard:
    """Where a person is in setting up, and what was answered."""

    def __init__(
        self,
        *,
        judge: Judge,
        asked: Callable[[], tuple[int, int]] = two_groups,
        council: str = "",
    ) -> None:
        self.code: RecoveryCode | None = None
        self.asked = asked()
        self.answers = Answers(council=council)
        self.place: Place | None = None
        self._judge = judge
        self._at = 0
        self._steps = STEPS

    @property
    def step(self) -> Step:
        """The page that is shown."""
        return self._steps[self._at]

    @property
    def progress(self) -> str:
        """Where this page stands, such as "Step 3 of 7"."""
        return f"Step {self._at + 1} of {len(self._steps)}"

    @property
    def is_made(self) -> bool:
        """Whether the vault is made; what was asked before is then changed in Settings."""
        return self.code is not None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one that may still be changed."""
        first = self._steps.index(Step.RECOVERY) if self.is_made else 0
        return self._at > first

    @property
    def is_last(self) -> bool:
        """Whether this is the last page."""
        return self._at == len(self._steps) - 1

    def keep(self, **changes: str | bool) -> None:
        """Keep what was typed."""
        self.answers = msgspec.structs.replace(self.answers, **changes)

    def verdict(self) -> Verdict:
        """Judge the passphrase as typed so far."""
        return self._judge(self.answers.passphrase, self.answers.about())

    def slips(self) -> tuple[Slip, ...]:
        """Say what to put right on this page before going on."""
        match self.step:
            case Step.SCHOOL:
                return tuple(school_slips(self.answers))
            case Step.COUNCIL:
                return tuple(council_slips(self.answers))
            case Step.YOU:
                return tuple(you_slips(self.answers))
            case Step.PLACE:
                return tuple(self._place_slips())
            case Step.PASSPHRASE:
                return tuple(self._passphrase_slips())
            case Step.RECOVERY:
                return tuple(self._recovery_slips())
            case Step.NUMBERS | Step.ROLL:
                return ()

    def next(self) -> tuple[Slip, ...]:
        """Go on, unless there is something to put right; gives what that is."""
        slips = self.slips()
        if not slips and not self.is_last:
            self._at += 1
        return slips

    def back(self) -> None:
        """Go back a page, if there is one."""
        if self.can_go_back:
            self._at -= 1

    def asked_words(self) -> tuple[str, str]:
        """Name the two groups that are typed back, such as "second" and "fifth"."""
        first, second = self.asked
        return ORDINALS[first], ORDINALS[second]

    def found(self, place: Place) -> None:
        """Note where the vault would be; a page of its own comes if something speaks against it.

        The page stays when another folder was chosen on it, and the answer is asked anew. Whoever
        was past it already is led back to it.
        """
        at = self.step
        self.place = place
        self.keep(place_agreed=False)
        if place.concerns and Step.PLACE not in self._steps:
            self._steps = tuple(Step)
        late = bool(place.concerns) and at is Step.PASSPHRASE
        self._at = self._steps.index(Step.PLACE if late else at)

    def agreed_to(self) -> tuple[str, ...]:
        """Give what speaks against the folder and was agreed to."""
        if self.place is None or not self.answers.place_agreed:
            return ()
        return tuple(one.code for one in self.place.concerns if not one.final)

    def made(self, code: RecoveryCode) -> None:
        """Note that the vault is made, go on to its code, and let the passphrase go."""
        self.code = code
        self._at = self._steps.index(Step.RECOVERY)
        self.keep(passphrase="", again="")

    def _place_slips(self) -> Iterator[Slip]:
        place = self.place
        if place is None or not place.concerns:
            return
        if place.is_impossible:
            yield Slip("place", "Choose another folder: a vault cannot work in this one.")
        elif not self.answers.place_agreed:
            yield Slip("place", "Choose another folder, or say that this one is to be used.")

    def _passphrase_slips(self) -> Iterator[Slip]:
        verdict = self.verdict()
        if not self.answers.passphrase:
            yield Slip("passphrase", "Enter a passphrase.")
        elif not verdict.is_accepted:
            yield Slip("passphrase", verdict.words)
        elif not self.answers.shown and self.answers.again != self.answers.passphrase:
            yield Slip("again", "The two passphrases must be the same. Show them to compare.")

    def _recovery_slips(self) -> Iterator[Slip]:
        typed = {
            "first_back": self.answers.first_back,
            "second_back": self.answers.second_back,
        }
        for (box, text), at in zip(typed.items(), self.asked, strict=True):
            if self.code is None or not is_typed_back(self.code, at, text):
                name = ORDINALS[at]
                yield Slip(box, f"The {name} group must be as it stands on the sheet.")
