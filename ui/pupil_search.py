"""Looking for pupils of the roll while somebody types: one search at a time, the last words win."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.upn import UpnCheck, normalise
from ui.lanes import Failed, Lane
from ui.widgets.pupil_words import ResultLine, result_line

_LIKE_A_UPN = range(11, 16)
_DIGITS_OF_A_UPN = 9


class Found(Private, frozen=True):
    """What came of looking for a text: pupils, and what is said of it as a UPN."""

    text: str
    pupils: tuple[Pupil, ...] = ()
    check: UpnCheck | None = None

    @property
    def lines(self) -> tuple[ResultLine, ...]:
        """The pupils, each on a line."""
        return tuple(result_line(one) for one in self.pupils)

    @property
    def suggestions(self) -> tuple[str, ...]:
        """UPNs that were probably meant, where nobody was found."""
        return self.check.suggestions if self.check and not self.pupils else ()

    @property
    def is_certain(self) -> bool:
        """Whether a sound UPN was typed and one pupil has it."""
        return self.check is not None and self.check.is_ok and len(self.pupils) == 1

    @property
    def words(self) -> str:
        """What there is to say about the search; empty when pupils were found."""
        if self.pupils or not self.text:
            return ""
        if self.check is None:
            return "Nobody on the roll has a name like that."
        if self.check.is_ok:
            return "That is a well-formed UPN, but no pupil on the roll has it."
        return " ".join(self.check.problems)


class PupilSearch:
    """Looks for what is typed, and tells what was found."""

    def __init__(
        self,
        lane: Lane,
        *,
        find: Callable[[str], Sequence[Pupil]],
        check: Callable[[str], UpnCheck],
        found: Callable[[Found], None],
        failed: Failed,
    ) -> None:
        self.text = ""
        self._lane = lane
        self._find, self._check = find, check
        self._found, self._failed = found, failed
        self._is_looking = False

    def look_for(self, text: str) -> None:
        """Look for a UPN or a name while it is typed."""
        if text.strip() == self.text:
            return
        self.text = text.strip()
        if not self.text:
            self._found(Found(""))
        elif not self._is_looking:
            self._look()

    def _look(self) -> None:
        self._is_looking = True
        text = self.text
        self._lane.run(lambda: self._work(text), done=self._on_found, failed=self._on_failed)

    def _work(self, text: str) -> Found:
        pupils = tuple(self._find(text))
        return Found(text, pupils, self._check(text) if looks_like_upn(text) else None)

    def _on_found(self, found: Found) -> None:
        self._is_looking = False
        if found.text == self.text:
            self._found(found)
        elif self.text:
            self._look()

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._is_looking = False
        self._failed(problem)


def looks_like_upn(text: str) -> bool:
    """Tell whether somebody probably meant to type a UPN."""
    plain = normalise(text)
    digits = sum(mark.isdigit() for mark in plain)
    return len(plain) in _LIKE_A_UPN and digits >= _DIGITS_OF_A_UPN
