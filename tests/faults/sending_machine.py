"""A model of sending: whatever goes wrong, on either side and at any step, three promises hold.

Nothing that was queued is lost; nothing is stored twice; nothing is called delivered that is not.
Walks any client and portal that keep to sending's ports.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ffd_desktop.drafting.ports import By
from ffd_desktop.progress import SILENT
from ffd_desktop.sending import errands
from ffd_desktop.sending.outcomes import NeverHad, Outcome
from ffd_desktop.sending.sealed import Sealed
from ffd_desktop.sending.submission import State, Submission, again, hurried
from tests.builders import referrals as built
from tests.builders.sealed import sealed
from tests.builders.vaults import by
from tests.fakes.referral_store import FakeReferralStore
from tests.reference_portal.misbehaving import Fault

SMALL = built.small()
THINGS = (sealed(SMALL), *(sealed(SMALL, number=n, text=f"More, {n}.") for n in (2, 3)))
FAULTS = st.lists(st.sampled_from(list(Fault)), min_size=1, max_size=2)
STEPS = st.none() | st.integers(0, 7)


class Killed(BaseException):
    """The program was killed here."""


class Steps:
    """Counts the places at which a kill makes a difference, and kills at the chosen one."""

    def __init__(self) -> None:
        self.left: int | None = None

    def passed(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Killed


class KillableOutbox:
    """An outbox before or after whose commit the program may be killed."""

    def __init__(self, machine: Sending, steps: Steps) -> None:
        self._machine = machine
        self._steps = steps

    def put(self, submission: Submission, *, by: By) -> None:
        self._steps.passed()
        self._machine.kept.put(submission, by=by)
        self._steps.passed()

    def of(self, sealed_id: str) -> Submission | None:
        found: Submission | None = self._machine.kept.of(sealed_id)
        return found


class KillablePortal:
    """A portal before or after whose answer the program may be killed; notes what it was asked."""

    def __init__(self, portal: Any, steps: Steps, stored: Callable[[], Collection[str]]) -> None:
        self._portal = portal
        self._stored = stored
        self._steps = steps
        self.asked: list[tuple[str, str]] = []

    def submit(self, key: str, package: bytes, *more: Any) -> Outcome:
        self._steps.passed()
        self.asked.append((key, "submit"))
        outcome: Outcome = self._portal.submit(key, package, *more)
        self._steps.passed()
        return outcome

    def ask(self, key: str) -> Outcome:
        self._steps.passed()
        was_there = key in self._stored()
        outcome: Outcome = self._portal.ask(key)
        assert not (was_there and outcome == NeverHad())
        self.asked.append((key, "never had" if outcome == NeverHad() else "asked"))
        self._steps.passed()
        return outcome


class At:
    """A clock that stands still."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return 0.0


class Sending(RuleBasedStateMachine):
    """One office and one council."""

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 11, 20, 16, 25, tzinfo=UTC)
        self.steps = Steps()
        self.store = self.make_store()
        self.store.referrals.create(SMALL, by=by())
        for one in THINGS:
            self.store.sealed.seal(one, by=by(10 + one.number))
        self.outbox = KillableOutbox(self, self.steps)
        self.real = self.make_portal()
        self.portal = KillablePortal(self.real, self.steps, self.stored)
        self.queued: set[str] = set()

    # ---- what another machine walks instead -----------------------------------------------------

    def make_store(self) -> Any:
        store = FakeReferralStore()
        store.referrals = store  # type: ignore[attr-defined]
        return store

    def start_again(self) -> None:
        """The program was killed; its vault is opened anew."""

    def make_portal(self) -> Any:
        raise NotImplementedError

    def fails(self, faults: list[Fault]) -> None:
        """The next calls go wrong like this."""
        raise NotImplementedError

    def stored(self) -> dict[str, str]:
        """What the ledger shows: the digest of the content under each key."""
        raise NotImplementedError

    # ---- what may happen ------------------------------------------------------------------------

    @property
    def kept(self) -> Any:
        """The outbox as it lies on the disk."""
        return self.store.outbox

    @rule(at=st.sampled_from(THINGS))
    def queue(self, at: Sealed) -> None:
        if at.id not in self.queued:
            self.kept.put(self._new(at), by=by())
            self.queued.add(at.id)

    @rule(at=st.sampled_from(THINGS), faults=FAULTS, kill=STEPS)
    def turn(self, at: Sealed, faults: list[Fault], kill: int | None) -> None:
        self.fails(faults)
        self.steps.left = kill
        try:
            found = errands.turn(
                *(self.outbox, self.store.sealed, self.portal, at.id),  # type: ignore[arg-type]
                by=by(),
                clock=At(self.now),
                progress=SILENT,
            )
            assert found is None or found.state is not State.SENDING
        except Killed:
            self.start_again()
        self.steps.left = None
        self.fails([])

    @rule(hours=st.integers(-24, 24))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(at=st.sampled_from(THINGS))
    def hurry(self, at: Sealed) -> None:
        found = self.kept.of(at.id)
        if found is not None and found.is_open:
            self.kept.put(hurried(found), by=by())

    @rule(at=st.sampled_from(THINGS))
    def send_again_what_was_refused(self, at: Sealed) -> None:
        found = self.kept.of(at.id)
        if found is not None and found.state is State.REFUSED:
            self.kept.put(again(found, key=self.new_key(), now=self.now), by=by())

    # ---- what holds whatever happens -----------------------------------------------------------

    @invariant()
    def nothing_is_lost(self) -> None:
        assert {one.id for one in THINGS if self.kept.of(one.id)} == self.queued

    @invariant()
    def nothing_is_stored_twice(self) -> None:
        digests = list(self.stored().values())
        assert len(digests) == len(set(digests))

    @invariant()
    def nothing_is_called_delivered_that_is_not(self) -> None:
        for one in THINGS:
            found = self.kept.of(one.id)
            if found is not None and found.state is State.DELIVERED:
                assert self.stored().get(found.key) == one.digest
                assert found.receipt is not None

    @invariant()
    def nothing_is_called_refused_that_is_stored(self) -> None:
        for one in THINGS:
            found = self.kept.of(one.id)
            if found is not None and found.state is State.REFUSED:
                assert found.key not in self.stored()
                assert found.reason

    @invariant()
    def nothing_goes_out_a_second_time_unasked(self) -> None:
        last: dict[str, str] = {}
        for key, what in self.portal.asked:
            assert (last.get(key), what) not in {("submit", "submit"), ("asked", "submit")}
            last[key] = what

    def teardown(self) -> None:
        """When nothing goes wrong any more, everything arrives, once."""
        self.heal()
        for one in THINGS:
            self.send_again_what_was_refused(one)
            self.turn(one, [], None)
        for one in THINGS:
            found = self.kept.of(one.id)
            assert found is None or found.state is State.DELIVERED
        assert sorted(self.stored().values()) == sorted(
            one.digest for one in THINGS if one.id in self.queued
        )

    def heal(self) -> None:
        """Nothing goes wrong any more."""

    # ---- for these -------------------------------------------------------------------------------

    _keys = 0

    def new_key(self) -> str:
        self._keys += 1
        return f"{self._keys:032x}"

    def _new(self, one: Sealed) -> Submission:
        at = self.now.isoformat(timespec="seconds")
        return Submission(one.id, one.referral, one.digest, self.new_key(), at)
