"""Carries what was sealed to the council's portal, while its person goes on with their day.

What is on the disk is read and noted on the vault's lane; the network is waited for on a lane for
which nothing waits. Decides nothing of what follows from what (``ffd_desktop/sending``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import stopped
from ffd_desktop.sending import trouble
from ffd_desktop.sending.errands import Asks, Errand
from ffd_desktop.sending.outcomes import Failed, Outcome, Trouble
from ffd_desktop.sending.sealed import SealedFacts
from ffd_desktop.sending.submission import Action, Submission
from ui.courier_ports import GoesThere, Looked, Opens, Posts
from ui.lanes import Submits
from ui.progress import Moved, Progress

T = TypeVar("T")
LOOK_EVERY_MS = 10_000
GETTING_READY = "Getting it ready"
ALL_SENT = "All of it went out; waiting for the receipt"
ASKING = "Asking the portal what it has"


class Courier(QObject):
    """The courier of one open vault.

    Signals:
        moved: Something stands otherwise; carries the ``Submission``.
        working: What is being done for a sealed thing; carries its id, words (empty for nothing)
            and percent (-1 where nobody knows).
        failed: It cannot go on; carries the sealed thing's id and the ``ProblemForPerson``.
    """

    moved = Signal(object)
    working = Signal(str, str, int)
    failed = Signal(str, object)

    def __init__(
        self, post: Posts, *, vault: Submits, away: Submits, asks: Asks, opens: Opens
    ) -> None:
        super().__init__()
        self._post, self._vault, self._away, self._opens = post, vault, away, opens
        self._asks = asks
        self._busy: dict[str, Progress | None] = {}
        self._ways: dict[str, GoesThere] = {}
        self._is_over = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def find_portal(self, council: str, receiver: QObject, found: Callable[[bool], None]) -> None:
        """Find out whether a council takes referrals by the open protocol."""
        self._vault.submit(receiver, lambda: self._post.has_portal(council), found, _say_nothing)

    def is_busy(self, sealed_id: str) -> bool:
        """Whether something is being done for a sealed thing now."""
        return sealed_id in self._busy

    def send(self, facts: SealedFacts) -> None:
        """Send something sealed now, with a sign-in where need be; or go on with it at once."""
        one = facts.id
        if self._is_over or one in self._busy:
            return
        self._begin(one, GETTING_READY)

        def queued(found: tuple[Submission, GoesThere]) -> None:
            self.moved.emit(found[0])
            if found[1].is_signed_in:
                self._take(one, found[1], asks=True)
            else:
                self._sign_in(one, found[1])

        self._vault.submit(
            *(self, lambda: (self._post.queue(facts), self._post.way_to(facts.council))),
            *(queued, lambda problem: self._fail(one, problem)),
        )

    def ask(self, facts: SealedFacts) -> None:
        """Ask what the council says of something that is delivered."""
        one = facts.id
        if self._is_over or one in self._busy:
            return
        self._begin(one, ASKING)

        def found(way: GoesThere) -> None:
            if way.is_signed_in:
                self._question(one, way)
            else:
                self._sign_in(one, way, self._question)

        self._vault.submit(
            *(self, lambda: self._post.way_to(facts.council)),
            *(found, lambda problem: self._fail(one, problem)),
        )

    def stop(self, sealed_id: str) -> None:
        """Stop what is being done for a sealed thing, where it still can be."""
        progress, way = self._busy.get(sealed_id), self._ways.get(sealed_id)
        if progress is not None:
            progress.stop()
        if way is not None:
            way.hang_up()

    def look(self) -> None:
        """Look whether the pause of anything is over, and go on with it."""
        if not self._is_over:
            self._vault.submit(self, self._post.look, self._on_looked, self._on_not_looked)

    def close(self) -> None:
        """End: the vault is being locked. What is under way is cut, and is not known to be there.

        Nothing more is noted; the disk says since before the first byte that it is on its way.
        """
        self._is_over = True
        self._timer.stop()
        for one in tuple(self._busy):
            self.stop(one)
        self._post.cut()

    def _on_looked(self, found: Looked) -> None:
        if self._is_over:
            return
        for one, way in found.due:
            if one not in self._busy:
                self._begin(one, "")
                self._take(one, way, asks=False)
        if found.is_anything:
            self._timer.start()
        elif not self._busy:
            self._timer.stop()

    def _on_not_looked(self, _: ProblemForPerson) -> None:
        """The disk has trouble, which saving tells; the next look comes."""
        self._timer.start()

    def _question(self, one: str, way: GoesThere) -> None:
        def taken(errand: Errand | None) -> None:
            if errand is None:
                self._end(one)
                return
            self._ways[one] = way
            self._go_away(
                one,
                lambda progress: self._carry(errand, way, progress),
                lambda outcome: self._note(errand, outcome, way, asks=False),
            )

        self._vault.submit(
            *(self, lambda: self._post.question(one)),
            *(taken, lambda problem: self._fail(one, problem)),
        )

    def _sign_in(
        self,
        one: str,
        way: GoesThere,
        then: Callable[[str, GoesThere], None] | None = None,
    ) -> None:
        go_on = then or (lambda one, way: self._take(one, way, asks=False))

        def signed_in(_: object) -> None:
            self._vault.submit(
                self,
                lambda: self._post.keep_sign_in(way),
                lambda _: go_on(one, way),
                lambda problem: self._fail(one, problem),
            )

        self._go_away(one, lambda progress: way.sign_in(self._opens, progress), signed_in)

    def _take(self, one: str, way: GoesThere, *, asks: bool, is_fresh: bool = True) -> None:
        def taken(errand: Errand | None) -> None:
            if errand is None:
                self._end(one)
                return
            self.moved.emit(errand.submission)
            self._ways[one] = way
            if errand.action is Action.ASK:
                self.working.emit(one, ASKING, -1)
            self._go_away(
                one,
                lambda progress: self._carry(errand, way, progress),
                lambda outcome: self._note(errand, outcome, way, asks=asks),
            )

        self._vault.submit(
            self,
            lambda: self._post.take(one, is_fresh=is_fresh),
            taken,
            lambda problem: self._fail(one, problem),
        )

    def _carry(self, errand: Errand, way: GoesThere, progress: Progress) -> Outcome:
        """Do an errand on the lane for waiting; a closed vault is asked for nothing."""
        return self._post.carry(errand, way, ask=self._ask_vault, progress=progress)

    def _ask_vault(self, job: Callable[[], T]) -> T:
        def unless_over() -> T:
            if self._is_over:
                raise stopped()
            return job()

        return self._asks(unless_over)

    def _note(self, errand: Errand, outcome: Outcome, way: GoesThere, *, asks: bool) -> None:
        one = errand.submission.sealed
        if self._is_over:
            return

        def noted(submission: Submission) -> None:
            self.moved.emit(submission)
            if submission.cleared:
                self._take(one, way, asks=asks, is_fresh=False)
            elif submission.trouble is Trouble.SIGN_IN and asks:
                self._sign_in_again(one, submission, way)
            elif isinstance(outcome, Failed) and not submission.is_open:
                self._fail(one, trouble.no_answer())
            else:
                self._end(one)

        self._vault.submit(
            self,
            lambda: self._post.note(errand, outcome, way),
            noted,
            lambda problem: self._fail(one, problem),
        )

    def _sign_in_again(self, one: str, submission: Submission, way: GoesThere) -> None:
        self._vault.submit(
            self,
            lambda: self._post.hurry(submission),
            lambda _: self._sign_in(one, way),
            lambda problem: self._fail(one, problem),
        )

    def _go_away(
        self, one: str, work: Callable[[Progress], object], done: Callable[..., None]
    ) -> None:
        if self._is_over:
            return
        self._busy[one] = self._away.submit_long(
            self,
            work,
            done,
            lambda problem: self._fail(one, problem),
            moved=lambda moved: self._tell(one, moved),
        )

    def _tell(self, one: str, moved: Moved) -> None:
        if one not in self._busy:
            return
        if moved.total and moved.step >= moved.total:
            self.working.emit(one, ALL_SENT, -1)
        else:
            share = 100 * moved.step // moved.total if moved.total else -1
            self.working.emit(one, moved.words, share)

    def _begin(self, one: str, words: str) -> None:
        self._busy[one] = None
        self._timer.start()
        if words:
            self.working.emit(one, words, -1)

    def _fail(self, one: str, problem: ProblemForPerson) -> None:
        self._end(one)
        if not self._is_over:
            self.failed.emit(one, problem)

    def _end(self, one: str) -> None:
        self._busy.pop(one, None)
        self._ways.pop(one, None)
        self.working.emit(one, "", 0)


def _say_nothing(_: ProblemForPerson) -> None:
    """The council is unknown here, which is said elsewhere."""
