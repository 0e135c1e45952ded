"""The office's own words: in the vault's settings, those of one draft going with it."""

from ffd_desktop.app import own_words
from tests.ui.around_kit import AIM, desk


def test_at_first_words_are_marked_and_none_is_the_schools_own() -> None:
    own = own_words.read(desk(), "r1")
    assert own.is_on
    assert own.passing() == frozenset()


def test_a_word_is_kept_once_in_order_and_taken_out_again() -> None:
    made = desk()
    for word in ("Zed", "alpha", "Zed"):
        own_words.add(made, word)
    assert own_words.read(made).words == ("alpha", "Zed")
    own_words.take_out(made, "alpha")
    assert own_words.read(made).words == ("Zed",)
    assert own_words.read(made).passing() == {"zed"}


def test_marking_is_turned_off_and_on() -> None:
    made = desk()
    own_words.turn(made, on=False)
    assert not own_words.read(made).is_on
    own_words.turn(made, on=True)
    assert own_words.read(made).is_on


def test_a_word_left_in_one_draft_stays_there() -> None:
    made = desk()
    own_words.leave(made, "r1", "nana")
    own_words.leave(made, "r1", "bubba")
    assert own_words.read(made, "r1").left == ("nana", "bubba")
    assert own_words.read(made, "r2").left == ()


def test_the_words_of_a_destroyed_draft_go_with_it() -> None:
    made = desk()
    draft = made.start(AIM, screen="test")
    own_words.leave(made, draft.id, "nana")
    made.destroy(draft.id, reason="A test", screen="test")
    assert own_words.read(made, draft.id).left == ()


def test_no_word_is_shown_by_accident() -> None:
    made = desk()
    own_words.add(made, "Zed")
    assert "Zed" not in repr(own_words.read(made))
