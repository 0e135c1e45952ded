import pytest

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Origin
from tests.builders import referrals
from tests.ui.draft_kit import DISK_FULL, FORM, KeepingDesk, TestClock, opened
from tests.ui.lanes import HandLane
from ui.editors.context import AddressAnswer
from ui.saving import SaveState
from ui.screens.draft.checking import Checked
from ui.screens.draft.presenter import DraftPresenter


class Kit:
    def __init__(self, referral=None):
        self.clock = TestClock()
        self.lane = HandLane()
        draft = opened(referral)
        self.desk = KeepingDesk(draft.referral, self.clock)
        self.looked = 0
        self.presenter = DraftPresenter(
            draft,
            pack=bundled_pack("worcestershire"),
            form=FORM,
            check=self.look,
            lane=self.lane,
            desk=self.desk,
            clock=self.clock,
        )
        self.states = []
        self.presenter.saver.moved.connect(lambda saving: self.states.append(saving.state))

    def look(self, _referral):
        self.looked += 1
        return Checked()

    def pause(self):
        """Let the time for a save pass, and the timer ring."""
        self.clock.seconds += 1
        self.presenter.saver.save_now()


@pytest.fixture
def kit(qapp):
    return Kit()


def test_saved_is_said_only_after_the_commit(kit):
    kit.presenter.edited("concern.where", "At the gate")
    assert kit.states == [SaveState.WRITING]
    kit.pause()
    assert kit.states == [SaveState.WRITING]
    kit.lane.run()
    assert kit.states == [SaveState.WRITING, SaveState.SAVED]
    assert kit.presenter.saver.now_stands.at == kit.clock.now()
    assert kit.desk.kept.concern.where == "At the gate"


def test_a_pause_saves_by_itself(kit, qtbot):
    kit.presenter.edited("concern.where", "At the gate")
    kit.clock.seconds += 0.3
    qtbot.waitUntil(lambda: bool(kit.lane.jobs))
    kit.lane.run()
    assert kit.desk.kept.concern.where == "At the gate"


def test_a_failed_write_is_red_keeps_the_words_and_is_tried_at_the_next_edit(kit):
    kit.desk.trouble = DISK_FULL
    kit.presenter.edited("concern.where", "At the gate")
    kit.pause()
    kit.lane.run()
    assert kit.presenter.saver.now_stands.state is SaveState.FAILED
    assert kit.presenter.saver.now_stands.problem is DISK_FULL
    assert kit.presenter.referral.concern.where == "At the gate"
    kit.desk.trouble = None
    kit.presenter.edited("concern.where", "At the gate, late")
    kit.lane.run()
    assert kit.states[-1] is SaveState.SAVED
    assert kit.desk.kept.concern.where == "At the gate, late"


def test_a_failed_write_is_tried_again_without_an_edit(kit, qtbot, monkeypatch):
    monkeypatch.setattr("ui.saving.RETRY_MS", 1)
    kit.desk.trouble = DISK_FULL
    kit.presenter.edited("concern.where", "At the gate")
    kit.pause()
    kit.lane.run()
    kit.desk.trouble = None
    qtbot.waitUntil(lambda: bool(kit.lane.jobs))
    kit.lane.run()
    assert kit.desk.kept.concern.where == "At the gate"


def test_two_seconds_without_a_commit_are_shown_as_slow(kit, qtbot, monkeypatch):
    monkeypatch.setattr("ui.saving.SLOW_MS", 1)
    kit.presenter.edited("concern.where", "At the gate")
    qtbot.waitUntil(lambda: kit.states[-1] is SaveState.SLOW)
    kit.pause()
    kit.lane.run()
    assert kit.states[-1] is SaveState.SAVED


def test_leaving_waits_for_the_commit(kit):
    left = []
    kit.presenter.edited("concern.where", "At the gate")
    kit.presenter.leave(lambda: left.append(kit.desk.kept.concern.where))
    assert left == []
    kit.lane.run()
    assert left == ["At the gate"]


def test_leaving_with_a_batch_under_way_waits_for_what_was_typed_after_it(kit):
    left = []
    kit.presenter.edited("concern.where", "At the")
    kit.pause()
    kit.presenter.edited("concern.where", "At the gate")
    kit.presenter.leave(lambda: left.append(kit.desk.kept.concern.where))
    kit.lane.run()
    assert left == ["At the gate"]


def test_leaving_with_nothing_unsaved_is_at_once(kit):
    left = []
    kit.presenter.leave(lambda: left.append(1))
    assert left == [1]


def test_leaving_while_the_disk_is_full_tells_the_shell_and_leaves_once_it_works(kit):
    left, told = [], []
    kit.presenter.saver.not_left.connect(told.append)
    kit.desk.trouble = DISK_FULL
    kit.presenter.edited("concern.where", "At the gate")
    kit.presenter.leave(lambda: left.append(1))
    kit.lane.run()
    assert told == [DISK_FULL]
    assert left == []
    kit.desk.trouble = None
    kit.presenter.saver.save_now()
    kit.lane.run()
    assert left == [1]
    assert kit.desk.kept.concern.where == "At the gate"


def test_staying_forgets_the_way_out_but_not_the_words(kit):
    left = []
    kit.desk.trouble = DISK_FULL
    kit.presenter.edited("concern.where", "At the gate")
    kit.presenter.leave(lambda: left.append(1))
    kit.lane.run()
    kit.presenter.saver.stay()
    kit.desk.trouble = None
    kit.presenter.saver.save_now()
    kit.lane.run()
    assert left == []
    assert kit.desk.kept.concern.where == "At the gate"


def test_taking_out_a_child_takes_the_relationships_along_in_one_step(kit):
    before = kit.presenter.referral
    said = []
    kit.presenter.said.connect(said.append)
    kit.presenter.take_out(FORM.section("children"), "c1", "Ada")
    after = kit.presenter.referral
    assert "c1" not in {child.id for child in after.children}
    assert "c1" not in {tie.child for tie in after.relationships}
    assert all("c1" not in (event.children or ()) for event in after.events)
    assert len(after.events) == len(before.events)
    assert "relationships" in said[0]
    kit.presenter.undo()
    assert kit.presenter.referral == before
    assert not kit.presenter.can_undo


def test_taking_out_a_person_forgets_them_where_they_are_named(kit):
    kit.presenter.take_out(FORM.section("people"), "p3", "Bo")
    after = kit.presenter.referral
    assert "p3" not in {tie.person for tie in after.relationships}
    assert after.concern.source_of_harm is None
    kit.presenter.undo()
    assert kit.presenter.referral == referrals.typical()


def test_undo_goes_to_the_answer_that_changed(kit):
    went = []
    kit.presenter.went.connect(went.append)
    kit.presenter.edited("concern.where", "At the gate")
    kit.presenter.edited("wanted.asked", "An assessment.")
    kit.presenter.undo()
    kit.presenter.undo()
    kit.presenter.redo()
    assert went == ["wanted.asked", "concern.where", "concern.where"]


def test_an_answer_that_shows_another_question_says_which(kit):
    touched = []
    kit.presenter.shown_moved.connect(touched.append)
    kit.presenter.edited("concern.where", "At the gate")
    assert touched == []
    kit.presenter.edited("concern.immediate_danger", True)
    assert touched == [{"danger_done"}]
    assert kit.presenter.is_shown(FORM.field("danger_done"))


def test_a_question_asked_of_each_child_watches_that_child(kit):
    touched = []
    kit.presenter.shown_moved.connect(touched.append)
    kit.presenter.edited("children[c2].referred", False)
    assert touched == [{"concern"}]
    child = kit.presenter.referral.children[1]
    assert not kit.presenter.is_shown(FORM.field("concern"), child)


def test_keys_pressed_one_after_another_are_checked_once_after_the_pause(kit, qtbot, monkeypatch):
    monkeypatch.setattr("ui.screens.draft.presenter.CHECK_MS", 1)
    for end in range(1, 12):
        kit.presenter.edited("concern.where", "At the gate"[:end])
    assert kit.looked == 0
    qtbot.waitUntil(lambda: kit.looked > 0)
    assert kit.looked == 1


def test_not_known_is_an_answer_and_can_be_undone(kit):
    before = kit.presenter.referral.concern.where
    kit.presenter.not_known("concern.where", Reason.WILL_FIND_OUT)
    assert kit.presenter.value("concern.where") == NotKnown(Reason.WILL_FIND_OUT)
    kit.presenter.undo()
    assert kit.presenter.value("concern.where") == before


def test_confirming_keeps_the_words_and_drops_the_mark(qapp):
    path = "children[c1].first_names"
    marked = replay(referrals.typical(), (put(path, "Adela", origin=Origin("roll", "2026-11-03")),))
    kit = Kit(marked)
    moved = []
    kit.presenter.moved.connect(moved.append)
    assert kit.presenter.origin(path) is not None
    kit.presenter.confirm(path)
    assert kit.presenter.origin(path) is None
    assert kit.presenter.value(path) == "Adela"
    assert [changes.paths for changes in moved] == [(path,)]


def test_an_emptied_answer_is_unanswered(kit):
    kit.presenter.edited("concern.where", "")
    assert kit.presenter.value("concern.where") is None


def test_an_added_item_starts_as_the_form_says(kit):
    made = kit.presenter.add_item(FORM.section("children"))
    assert kit.presenter.referral.children[-1].id == made
    kit.presenter.undo()
    assert kit.presenter.referral == referrals.typical()


def test_a_new_address_is_one_step_and_the_next_key_only_changes_its_words(kit):
    path = "people[p1].home"
    kit.presenter.edited(path, AddressAnswer("new", "7 Mill"))
    kit.presenter.edited(path, AddressAnswer("new", "7 Mill Lane"))
    place = kit.presenter.referral.addresses[-1]
    assert (place.id, place.lines) == ("new", "7 Mill Lane")
    assert kit.presenter.value(path) == "new"
    kit.presenter.undo()
    kit.presenter.undo()
    assert kit.presenter.referral == referrals.typical()


def test_choosing_an_address_that_is_there_changes_no_address(kit):
    before = kit.presenter.referral.addresses
    kit.presenter.edited(
        "people[p1].home", AddressAnswer("a2", before[1].lines, before[1].postcode)
    )
    assert kit.presenter.referral.addresses == before
    assert kit.presenter.value("people[p1].home") == "a2"
