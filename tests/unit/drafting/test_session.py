"""A draft being written: undo, redo, and nothing lost between the screen and the disk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ffd_desktop.drafting import autosave
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.paths import UnknownPath

BLANK = Referral("r1", "FFD-2026-0001", "worcestershire", "csc")
STORY = "concern.what_happened"


class Ticks:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_typing_on_is_one_step_of_undo_and_a_pause_begins_another() -> None:
    ticks = Ticks()
    session = DraftSession(BLANK, monotonic=ticks)
    for text in ("H", "He", "He s"):
        ticks.now += 0.2
        session.apply(put(STORY, text))
    ticks.now += 10
    session.apply(put(STORY, "He said"))
    session.undo()
    assert session.referral.concern.what_happened == "He s"
    session.undo()
    assert session.referral.concern.what_happened is None
    session.redo()
    session.redo()
    assert session.referral.concern.what_happened == "He said"


def type_on(text: str, every: float = 0.05) -> DraftSession:
    """Type a text letter by letter without a pause."""
    ticks = Ticks()
    session = DraftSession(BLANK, monotonic=ticks)
    for end in range(1, len(text) + 1):
        ticks.now += every
        session.apply(put(STORY, text[:end]))
    return session


def steps_of(session: DraftSession) -> list[str]:
    """Undo everything; give what stood after each undo but the last."""
    found = []
    while session.can_undo:
        session.undo()
        found.append(session.referral.concern.what_happened)
    assert found.pop() is None
    return [text for text in found if isinstance(text, str)]


def test_a_line_break_ends_a_step() -> None:
    assert steps_of(type_on("First.\nSecond.\nThird.")) == ["First.\nSecond.\n", "First.\n"]


def test_forty_words_end_a_step_between_two_words() -> None:
    text = "word " * 100
    assert steps_of(type_on(text)) == ["word " * 80, "word " * 40]


def test_twenty_seconds_end_a_step_at_the_next_word() -> None:
    (kept,) = steps_of(type_on("neighbour " * 5, every=0.75))
    assert kept == "neighbour " * 3


def test_ten_minutes_of_flowing_typing_are_many_steps_also_without_spaces() -> None:
    kept = steps_of(type_on("字" * 1200, every=0.5))
    assert len(kept) >= 20
    assert max(len(kept[0]) - len(kept[1]), 1200 - len(kept[0])) <= 60


def test_taking_words_out_letter_by_letter_is_as_many_steps_as_putting_them_in() -> None:
    ticks = Ticks()
    text = "word " * 100
    session = DraftSession(BLANK, monotonic=ticks)
    session.apply(put(STORY, text))
    session.end_step()
    for end in range(len(text) - 1, -1, -1):
        ticks.now += 0.05
        session.apply(put(STORY, text[:end]))
    session.undo()
    assert isinstance(session.referral.concern.what_happened, str)
    assert 20 <= len(session.referral.concern.what_happened.split()) <= 41


def test_undo_crosses_fields() -> None:
    session = DraftSession(BLANK, monotonic=Ticks())
    session.apply(put(STORY, "one"))
    session.apply(put("concern.where", "two"))
    assert session.undo().paths == ("concern.where",)
    assert session.undo().paths == (STORY,)
    assert not session.can_undo


def test_confirming_a_prefilled_answer_is_a_change() -> None:
    session = DraftSession(BLANK, monotonic=Ticks())
    session.apply(put(STORY, "from the roll", origin=Origin("roll")))
    assert session.apply(put(STORY, "from the roll")).paths == (STORY,)
    assert session.apply(put(STORY, "from the roll")).paths == ()


def test_edits_that_could_not_be_stored_are_handed_over_again_in_order() -> None:
    session = DraftSession(BLANK, monotonic=Ticks())
    session.apply(put(STORY, "one"))
    assert session.take_unsaved() is not None
    session.apply(put("concern.where", "two"))
    session.not_stored()
    batch = session.take_unsaved()
    assert batch is not None
    assert [edit.value for edit in batch.edits] == ["one", "two"]


@given(st.lists(st.floats(0.001, 0.9), min_size=1, max_size=200))
def test_continuous_typing_is_never_unsaved_for_more_than_a_second(gaps: list[float]) -> None:
    now, unsaved, oldest = 0.0, None, 0.0
    for gap in gaps:
        until = now + gap
        due = autosave.due_in(unsaved, now)
        if due is not None and now + due <= until:
            assert now + due - oldest <= autosave.LONGEST + 1e-9
            unsaved = None
        now = until
        oldest = now if unsaved is None else oldest
        unsaved = autosave.edited(unsaved, now)


class Writing(RuleBasedStateMachine):
    """Whatever is typed, undone and stored in whatever order, disk and screen agree in the end."""

    def __init__(self) -> None:
        super().__init__()
        self.session = DraftSession(BLANK, monotonic=Ticks())
        self.disk = BLANK
        self.flying: object = None

    @rule(path=st.sampled_from([STORY, "concern.where", "local[x]"]), text=st.text(max_size=5))
    def types(self, path: str, text: str) -> None:
        self.session.apply(put(path, text))

    @rule(child=st.sampled_from("ab"), there=st.booleans())
    def children(self, child: str, there: bool) -> None:
        known = any(one.id == child for one in self.session.referral.children)
        if there or known:
            self.session.apply(Edit(f"children[{child}]", {"first_names": "x"} if there else None))

    @rule()
    def undoes(self) -> None:
        self.session.undo()

    @rule()
    def redoes(self) -> None:
        self.session.redo()

    @precondition(lambda self: self.flying is None)
    @rule()
    def takes(self) -> None:
        self.flying = self.session.take_unsaved()

    @precondition(lambda self: self.flying is not None)
    @rule(good=st.booleans())
    def answers(self, good: bool) -> None:
        batch, self.flying = self.flying, None
        if good:
            self.disk = replay(self.disk, batch.edits)
            assert self.disk == batch.after
            self.session.stored()
        else:
            self.session.not_stored()

    @invariant()
    def says_saved_only_when_it_is(self) -> None:
        if not self.session.has_unsaved:
            assert self.disk == self.session.referral


TestWriting = Writing.TestCase


def test_a_step_may_add_a_child_and_answer_about_it() -> None:
    session = DraftSession(BLANK, monotonic=Ticks())
    session.apply(put("children[c1]", {"id": "c1"}), put("children[c1].referred", value=False))
    assert session.referral.children[0].referred is False
    session.undo()
    assert session.referral == BLANK


def test_a_step_about_a_child_who_is_nowhere_is_told_and_none_of_it_is_done() -> None:
    session = DraftSession(BLANK, monotonic=Ticks())
    with pytest.raises(UnknownPath):
        session.apply(put(STORY, "He"), put("children[c9].referred", value=False))
    assert session.referral == BLANK
    assert not session.has_unsaved
