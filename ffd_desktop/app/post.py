"""The post: what was sealed, on its way to the council's portal and back with a receipt.

Whatever takes a desk belongs to the vault lane; ``carry`` and ``sign_in`` touch no vault and may
wait for the network on a lane of their own. Holds no rule of what follows from what (``sending``).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.referral.private import Private
from ffd_desktop.sending import errands, trouble
from ffd_desktop.sending.errands import Asks, Errand
from ffd_desktop.sending.handover.notes import taken_in
from ffd_desktop.sending.handover.trouble import not_ours_to_send
from ffd_desktop.sending.outcomes import Failed, Outcome, Trouble
from ffd_desktop.sending.sealed import SealedFacts
from ffd_desktop.sending.submission import (
    State,
    Submission,
    after,
    again,
    hurried,
    is_due,
    woken,
)

if TYPE_CHECKING:
    from ffd_desktop.adapters.portal.reference import Reached
    from ffd_desktop.adapters.portal.sign_in import Opens
    from ffd_desktop.adapters.portal.tokens import SignedIn
    from ffd_desktop.adapters.portal.wire import Wire

SCREEN: Final = "sending"
_RENEWAL: Final = "portal_sign_in"


class Carries(Protocol):
    """What does an errand whose package is put to it."""

    def carry(self, errand: Errand, progress: Progress = SILENT) -> Outcome:
        """Do it."""
        ...


class Way:
    """The way to one council's portal: where it is, and who is signed in there."""

    def __init__(self, reached: Reached, wire: Wire, signed_in: SignedIn) -> None:
        self._reached = reached
        self._wire = wire
        self._signed_in = signed_in
        self.renewals: list[str] = []

    @property
    def is_signed_in(self) -> bool:
        """Whether there is a sign-in to go on with, though the portal may have forgotten it."""
        return self._signed_in.is_known

    def carry(self, errand: Errand, progress: Progress = SILENT) -> Outcome:
        """Do an errand; touches no vault."""
        from ffd_desktop.adapters.portal.client import HttpPortal

        portal = HttpPortal(self._reached.portal, self._wire, self._signed_in)
        return errands.do(errand, portal, progress)

    def cut(self) -> None:
        """Cut what is under way, and begin nothing more; from any thread."""
        self._wire.abort()

    def hang_up(self) -> None:
        """Cut what is under way: somebody has stopped waiting; from any thread."""
        self._wire.hang_up()

    def sign_in(self, opens: Opens, progress: Progress = SILENT) -> None:
        """Let the person sign in in their browser; touches no vault.

        Raises:
            ProblemForPerson: ``stopped``, ``no_browser``, ``sign_in_refused``, ``sign_in_waited``,
                ``portal_unreachable``.
        """
        from ffd_desktop.adapters.portal.sign_in import sign_in

        self._signed_in.take(sign_in(self._reached.portal, self._wire, opens, progress=progress))


class Look(Private, frozen=True):
    """What a look into the outbox found: what is to be tried now, by which way."""

    due: tuple[tuple[str, Way], ...]
    is_anything: bool


class Post:
    """One office's post, for as long as its vault is open."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program = program
        self._desk = desk
        self._ways: dict[str, Way] = {}

    def has_portal(self, council: str) -> bool:
        """Whether a council takes referrals by the open protocol."""
        return self._reached(council) is not None

    def way_to(self, council: str) -> Way:
        """Give the way to a council's portal; the same at each asking. On the vault lane.

        Raises:
            ProblemForPerson: ``no_portal``.
        """
        if council not in self._ways:
            reached = self._reached(council)
            if reached is None:
                raise no_portal()
            self._ways[council] = self._make_way(council, reached)
        return self._ways[council]

    def queue(self, facts: SealedFacts) -> Submission:
        """Queue something sealed, or hurry on what is queued; what was refused goes anew.

        Raises:
            ProblemForPerson: ``no_portal``; ``received_not_ours``: another school sealed it;
                trouble with the disk.
        """
        if taken_in(self._desk.handovers.of(facts.referral)) is not None:
            raise not_ours_to_send()
        self.way_to(facts.council)
        found = self._desk.outbox.of(facts.id)
        now = self._desk.clock.now()
        if found is None:
            at = now.isoformat(timespec="seconds")
            made = Submission(facts.id, facts.referral, facts.digest, _new_key(), at)
        elif found.state is State.REFUSED:
            made = again(found, key=_new_key(), now=now)
        elif found.is_open:
            made = hurried(found)
        else:
            return found
        self._desk.outbox.put(made, by=self._desk.by(SCREEN))
        return made

    def look(self) -> Look:
        """Look what is to be tried now, and whether anything waits at all.

        What waits for a sign-in that nobody has is noted as waiting for it.
        """
        now, waiting = self._desk.clock.now(), self._desk.outbox.waiting()
        due = [one for one in waiting if is_due(one, now)]
        ways = [(one.sealed, self._way_of(one)) for one in due]
        for one, (_, way) in zip(due, ways, strict=True):
            if way is not None and not way.is_signed_in and one.trouble is not Trouble.SIGN_IN:
                wants = Failed(Trouble.SIGN_IN, reached=False)
                self._desk.outbox.put(after(woken(one), wants, now=now), by=self._desk.by(SCREEN))
        ready = tuple((one, way) for one, way in ways if way is not None and way.is_signed_in)
        return Look(ready, is_anything=bool(waiting))

    def cut(self) -> None:
        """Cut every connection: the vault is being locked. From any thread."""
        for way in tuple(self._ways.values()):
            way.cut()

    def _way_of(self, submission: Submission) -> Way | None:
        found = self._desk.sealed.of(submission.referral)
        council = next((one.council for one in found if one.id == submission.sealed), "")
        return self.way_to(council) if council and self.has_portal(council) else None

    def hurry(self, submission: Submission) -> None:
        """Let its pause be over: somebody wants it tried now."""
        self._desk.outbox.put(hurried(submission), by=self._desk.by(SCREEN))

    def take(self, sealed_id: str, *, is_fresh: bool = True) -> Errand | None:
        """Take the next errand for a sealed thing; None where nothing is to be done."""
        desk = self._desk
        by = desk.by(SCREEN)
        return errands.take(desk.outbox, sealed_id, by=by, is_fresh=is_fresh)

    def carry(
        self,
        errand: Errand,
        way: Carries,
        *,
        ask: Asks = errands.directly,
        progress: Progress = SILENT,
    ) -> Outcome:
        """Do an errand; reads what is sealed by ``ask``, and waits for the network.

        Raises:
            ProblemForPerson: ``stopped``, when ``ask`` is over.
        """
        try:
            whole = errands.filled(errand, self._desk.sealed, ask)
        except ProblemForPerson as problem:
            if problem.code == "stopped":
                raise
            return Failed(Trouble.UNREADABLE, reached=False)
        return way.carry(whole, progress)

    def question(self, sealed_id: str) -> Errand | None:
        """Take the errand of asking what the council says of something that is delivered."""
        return errands.question(self._desk.outbox, sealed_id)

    def note(self, errand: Errand, outcome: Outcome, way: object) -> Submission:
        """Note what came of an errand, and what renews the sign-in."""
        desk, now = self._desk, self._desk.clock.now()
        self.keep_sign_in(way)
        noted = errands.note(desk.outbox, errand, outcome, by=desk.by(SCREEN), now=now)
        desk.saves[noted.referral] += 1  # the council's word changes what is due
        return noted

    def keep_sign_in(self, way: object) -> None:
        """Keep what renews a sign-in, inside the vault, for whoever unlocked alone."""
        for council, one in self._ways.items():
            while one is way and one.renewals:
                self._desk.settings.put(self._renewal_key(council), one.renewals.pop(0))

    def send(self, facts: SealedFacts, opens: Opens, *, progress: Progress = SILENT) -> Submission:
        """Send something sealed now, in one go: sign in where need be, hand over, note.

        For a caller without lanes. What could not be known stays in the outbox.
        """
        way = self.way_to(facts.council)
        submission = self._go(facts, way, progress) if way.is_signed_in else None
        if submission is None or submission.trouble is Trouble.SIGN_IN:
            way.sign_in(opens, progress)
            self.keep_sign_in(way)
            submission = self._go(facts, way, progress)
        return submission

    def ask(self, facts: SealedFacts, opens: Opens, *, progress: Progress = SILENT) -> Submission:
        """Ask what the council says of something that is delivered; signs in where need be.

        Raises:
            ProblemForPerson: ``not_delivered``, ``portal_unreachable``, trouble with the sign-in.
        """
        way, errand = self.way_to(facts.council), self.question(facts.id)
        if errand is None:
            raise trouble.not_delivered()
        if not way.is_signed_in:
            way.sign_in(opens, progress)
            self.keep_sign_in(way)
        outcome = way.carry(errand, progress)
        if isinstance(outcome, Failed):
            raise trouble.no_answer()
        return self.note(errand, outcome, way)

    def _go(self, facts: SealedFacts, way: Way, progress: Progress) -> Submission:
        submission, is_fresh = self.queue(facts), True
        while (errand := self.take(facts.id, is_fresh=is_fresh)) is not None:
            submission, is_fresh = (
                self.note(errand, self.carry(errand, way, progress=progress), way),
                False,
            )
            if not submission.cleared:
                break
        return submission

    def _make_way(self, council: str, reached: Reached) -> Way:
        from ffd_desktop.adapters.portal.tokens import SignedIn
        from ffd_desktop.adapters.portal.wire import Wire

        kept = self._desk.settings.get(self._renewal_key(council))
        renewals: list[str] = []
        signed_in = SignedIn(
            reached.portal,
            renewal=kept if isinstance(kept, str) else reached.renewal,
            keep=renewals.append,
        )
        way = Way(reached, Wire(authority=reached.authority), signed_in)
        way.renewals = renewals
        return way

    def _reached(self, council: str) -> Reached | None:
        """SECURITY: invented people go to the reference portal and to no other; real ones never."""
        from ffd_desktop.adapters.portal.reference import Reached, reference_portal

        if self._desk.profile().fictional:
            return reference_portal()
        table = self._program.pack(council).portal
        return Reached(table) if table is not None else None

    def _renewal_key(self, council: str) -> str:
        return f"{_RENEWAL}/{council}/{self._desk.person}"


def opens_browser() -> Callable[[str], bool]:
    """Give what shows a page in the person's own browser."""
    from ffd_desktop.adapters.portal.browser import show

    return show


def no_portal() -> ProblemForPerson:
    """The council takes nothing by this way."""
    return ProblemForPerson(
        "This council has no portal that takes referrals from this program. Nothing was sent; the "
        "sealed referral is safe.",
        "Print it or save it, and bring it to the council as it asks; phone if it cannot wait.",
        "no_portal",
    )


def _new_key() -> str:
    """SECURITY: random; neither it nor an address that holds it says anything of a child."""
    return secrets.token_hex(16)
