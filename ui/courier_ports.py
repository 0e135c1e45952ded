"""What a courier needs: a post that keeps, and ways that go to portals. Declares shapes only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.sending.errands import Asks, Errand
from ffd_desktop.sending.outcomes import Outcome
from ffd_desktop.sending.sealed import SealedFacts
from ffd_desktop.sending.submission import Submission

Opens = Callable[[str], bool]


class GoesThere(Protocol):
    """A way to one council's portal; its methods wait for the network."""

    @property
    def is_signed_in(self) -> bool:
        """Whether there is a sign-in to go on with."""
        ...

    def carry(self, errand: Errand, progress: Progress = SILENT) -> Outcome:
        """Do an errand whose package is put to it."""
        ...

    def sign_in(self, opens: Opens, progress: Progress) -> None:
        """Let the person sign in in their browser."""
        ...

    def hang_up(self) -> None:
        """Cut what is under way, from any thread."""
        ...


class Looked(Protocol):
    """What a look into the outbox found."""

    @property
    def due(self) -> tuple[tuple[str, GoesThere], ...]:
        """What is to be tried now, by which way."""
        ...

    @property
    def is_anything(self) -> bool:
        """Whether anything waits at all."""
        ...


class Posts(Protocol):
    """What a courier needs of the post; all but ``carry`` and ``cut`` on the vault lane."""

    def has_portal(self, council: str) -> bool:
        """Whether a council takes referrals by the open protocol."""
        ...

    def way_to(self, council: str) -> GoesThere:
        """Give the way to a council's portal."""
        ...

    def queue(self, facts: SealedFacts) -> Submission:
        """Queue something sealed, or hurry on what is queued."""
        ...

    def hurry(self, submission: Submission) -> None:
        """Let its pause be over."""
        ...

    def look(self) -> Looked:
        """Look what is to be tried now."""
        ...

    def take(self, sealed_id: str, *, is_fresh: bool = True) -> Errand | None:
        """Take the next errand for a sealed thing."""
        ...

    def carry(self, errand: Errand, way: GoesThere, *, ask: Asks, progress: Progress) -> Outcome:
        """Do an errand; reads what is sealed by ``ask``. On the lane for waiting."""
        ...

    def question(self, sealed_id: str) -> Errand | None:
        """Take the errand of asking what the council says of something delivered."""
        ...

    def note(self, errand: Errand, outcome: Outcome, way: GoesThere) -> Submission:
        """Note what came of an errand."""
        ...

    def keep_sign_in(self, way: GoesThere) -> None:
        """Keep what renews a sign-in."""
        ...

    def cut(self) -> None:
        """Cut every connection; from any thread."""
        ...
