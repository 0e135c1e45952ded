"""The courier: the network is waited for on its own lane, and a lock waits for nothing."""

from __future__ import annotations

import pytest

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending import errands
from ffd_desktop.sending.outcomes import Answer, Failed, Trouble
from ffd_desktop.sending.submission import State, Submission, again, hurried, is_due
from tests.builders import referrals as built
from tests.builders.sealed import sealed
from tests.builders.submissions import queued
from tests.fakes.portal import FakePortal
from tests.reference_portal.misbehaving import Fault
from tests.ui.around_kit import desk as desk_of
from tests.ui.lanes import HandLane
from ui.courier import Courier

SMALL = built.small()
FACTS = sealed(SMALL)


class Way:
    """A way to a portal in memory, signed in or not."""

    def __init__(self, portal: FakePortal) -> None:
        self.portal, self.is_signed_in, self.asked = portal, True, 0
        self.refuses: ProblemForPerson | None = None

    def carry(self, errand, progress):
        if not self.is_signed_in:
            return Failed(Trouble.SIGN_IN, reached=False)
        outcome = errands.do(errand, self.portal, progress)
        if outcome == Failed(Trouble.SIGN_IN, reached=False):
            self.is_signed_in = False
        return outcome

    def hang_up(self) -> None:
        self.is_hung_up = True

    def sign_in(self, opens, progress) -> None:
        self.asked += 1
        if self.refuses:
            raise self.refuses
        self.is_signed_in = True


class Post:
    """The post over a desk in memory."""

    def __init__(self) -> None:
        self.desk = desk_of()
        self.desk._referrals.create(SMALL, by=self.desk.by("test"))
        self.desk.sealed.seal(FACTS, by=self.desk.by("test"))
        self.way = Way(FakePortal())
        self.was_cut = False

    def has_portal(self, council):
        return True

    def way_to(self, council):
        return self.way

    def queue(self, facts):
        found = self.desk.outbox.of(facts.id)
        made = queued(facts)
        if found is not None:
            is_over = found.state is State.REFUSED
            made = again(found, key="1" * 32, now=self.now) if is_over else hurried(found)
        self.desk.outbox.put(made, by=self.desk.by("test"))
        return made

    def hurry(self, submission):
        self.desk.outbox.put(hurried(submission), by=self.desk.by("test"))

    @property
    def now(self):
        return self.desk.clock.now()

    def look(self):
        waiting = self.desk.outbox.waiting()

        class Found:
            due = tuple((one.sealed, self.way) for one in waiting if is_due(one, self.now))
            is_anything = bool(waiting)

        return Found

    def take(self, sealed_id, *, is_fresh=True):
        by = self.desk.by("test")
        return errands.take(self.desk.outbox, sealed_id, by=by, is_fresh=is_fresh)

    def carry(self, errand, way, *, ask, progress):
        return way.carry(errands.filled(errand, self.desk.sealed, ask), progress)

    def question(self, sealed_id):
        return errands.question(self.desk.outbox, sealed_id)

    def note(self, errand, outcome, way):
        by = self.desk.by("test")
        return errands.note(self.desk.outbox, errand, outcome, by=by, now=self.now)

    def keep_sign_in(self, way) -> None:
        pass

    def cut(self) -> None:
        self.was_cut = True


class Here:
    """A courier whose two lanes run when the test says so."""

    def __init__(self) -> None:
        self.post, self.vault, self.away = Post(), HandLane(), HandLane()
        self.courier = Courier(
            self.post, vault=self.vault, away=self.away, asks=errands.directly, opens=lambda _: True
        )
        self.moved: list[Submission] = []
        self.failed: list[str] = []
        self.courier.moved.connect(self.moved.append)
        self.courier.failed.connect(lambda _, problem: self.failed.append(problem.code))

    def run(self) -> None:
        while self.vault.jobs or self.away.jobs:
            self.vault.run()
            self.away.run()

    @property
    def state(self) -> State:
        return self.kept.state

    @property
    def kept(self) -> Submission:
        found = self.post.desk.outbox.of(FACTS.id)
        assert found is not None
        return found

    def fail(self, *faults: Fault) -> None:
        self.post.way.portal.next_times.extend(faults)


@pytest.fixture
def here(qapp):
    made = Here()
    yield made
    made.courier.close()


def test_it_is_on_the_disk_as_being_sent_before_the_first_byte_goes_out(here):
    here.courier.send(FACTS)
    here.vault.run()
    assert here.state is State.SENDING
    assert len(here.away.jobs) == 1
    here.run()
    assert here.state is State.DELIVERED
    states = [State.QUEUED, State.SENDING, State.DELIVERED]
    assert [one.state for one in here.moved] == states
    assert not here.courier.is_busy(FACTS.id)


def test_pressing_twice_sends_once(here):
    here.courier.send(FACTS)
    here.courier.send(FACTS)
    here.run()
    here.courier.send(FACTS)
    here.run()
    assert len(here.post.way.portal.ledger) == 1


def test_somebody_signs_in_first_where_nobody_is(here):
    here.post.way.is_signed_in = False
    here.courier.send(FACTS)
    here.run()
    assert (here.post.way.asked, here.state) == (1, State.DELIVERED)


def test_a_sign_in_that_ended_is_made_anew_once(here):
    here.fail(Fault.SIGNED_OUT)
    here.courier.send(FACTS)
    here.run()
    assert (here.post.way.asked, here.state) == (1, State.DELIVERED)


def test_a_sign_in_that_fails_is_told_and_what_is_queued_stays(here):
    here.post.way.is_signed_in = False
    here.post.way.refuses = ProblemForPerson("Not signed in.", "Again.", "sign_in_refused")
    here.courier.send(FACTS)
    here.run()
    assert here.failed == ["sign_in_refused"]
    assert here.state is State.QUEUED
    assert not here.courier.is_busy(FACTS.id)


def test_a_stop_also_ends_the_waiting_for_an_answer(here):
    here.courier.send(FACTS)
    here.vault.run()
    here.courier.stop(FACTS.id)
    assert here.post.way.is_hung_up
    here.run()
    assert (here.state, here.kept.trouble) == (State.QUEUED, Trouble.STOPPED)
    here.courier.look()
    here.run()
    assert here.kept.trouble is Trouble.STOPPED


def test_the_portal_is_asked_before_anything_goes_out_again(here):
    here.fail(Fault.CUT_BEFORE_BODY)
    here.courier.send(FACTS)
    here.run()
    assert here.state is State.UNKNOWN
    here.courier.send(FACTS)
    here.run()
    assert here.state is State.DELIVERED
    assert here.kept.attempts == 2


def test_a_lock_cuts_what_is_under_way_and_notes_nothing_more(here):
    here.courier.send(FACTS)
    here.vault.run()
    here.courier.close()
    here.run()
    assert here.post.was_cut
    assert here.state is State.SENDING
    assert [one.state for one in here.moved][-1] is State.SENDING
    again_open = Here()
    again_open.post.desk, again_open.post.way = here.post.desk, here.post.way
    again_open.courier.look()
    again_open.run()
    assert again_open.state is State.DELIVERED
    assert len(here.post.way.portal.ledger) <= 1
    again_open.courier.close()


def test_a_lock_while_it_is_read_asks_the_closed_vault_for_nothing(here):
    here.courier.send(FACTS)
    here.vault.run()
    here.courier._is_over = True  # the lock came between two pieces
    here.run()
    assert here.post.way.portal.ledger == {}
    assert here.failed == []
    assert here.state is State.SENDING


def test_after_a_lock_nothing_is_begun(here):
    here.courier.close()
    here.courier.send(FACTS)
    here.courier.look()
    here.run()
    assert here.moved == []


def test_a_look_goes_on_only_with_what_is_due_and_asks_nobody_to_sign_in(here):
    here.fail(Fault.CUT_BEFORE_BODY)
    here.courier.send(FACTS)
    here.run()
    here.courier.look()
    here.run()
    assert here.state is State.UNKNOWN
    here.post.desk.clock.seconds += 20
    here.fail(Fault.SIGNED_OUT)
    here.courier.look()
    here.run()
    assert here.post.way.asked == 0
    assert here.kept.trouble is Trouble.SIGN_IN


def test_it_looks_again_while_anything_waits_and_rests_when_nothing_does(here):
    here.courier.look()
    here.run()
    assert not here.courier._timer.isActive()
    here.fail(Fault.CUT_BEFORE_BODY)
    here.courier.send(FACTS)
    here.run()
    here.courier.look()
    here.run()
    assert here.courier._timer.isActive()


ANSWER = Answer("outcome", "2026-11-23T10:00:00Z", "Early help", "The threshold was not met.")


def test_what_the_council_says_of_it_is_kept(here):
    here.courier.send(FACTS)
    here.run()
    here.post.way.portal.answers[here.kept.key] = (ANSWER,)
    here.courier.ask(FACTS)
    here.run()
    assert here.kept.answers == (ANSWER,)
    assert here.moved[-1].answers == (ANSWER,)
    assert here.state is State.DELIVERED


def test_a_question_that_finds_nobody_is_told_and_changes_nothing(here):
    here.courier.send(FACTS)
    here.run()
    before = here.kept
    here.fail(Fault.CAPTIVE)
    here.courier.ask(FACTS)
    here.run()
    assert (here.kept, here.failed) == (before, ["portal_unreachable"])
    assert not here.courier.is_busy(FACTS.id)


def test_nothing_is_asked_of_what_is_not_delivered(here):
    here.courier.ask(FACTS)
    here.run()
    assert here.failed == here.moved == []
    assert not here.courier.is_busy(FACTS.id)
