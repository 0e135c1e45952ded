"""Comments of colleagues: made by edits, told apart from answers, and never in what leaves."""

from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given

from ffd_desktop.adapters.sqlcipher.words_of import words_of
from ffd_desktop.referral import codec
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.commenting import (
    as_sent,
    commenting,
    has_changed,
    is_comment,
    is_gone,
    open_comments,
    opening_again,
    reading_through,
    replying,
    resolving,
    second_readers,
)
from ffd_desktop.referral.comments import Author, Comment
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.edits import Edit, apply_all, put, replay
from ffd_desktop.referral.model import Origin, Referral
from tests.builders.comments import CANARY, commented, comments
from tests.builders.generated import referrals
from tests.builders.referrals import typical

ANNA = Author("Anna Birchwood", "p-anna", "2026-11-20T14:03:07.000+00:00")
BEN = Author("Ben Quarrystone", "p-ben", "2026-11-20T15:00:00.000+00:00")
WHAT = "concern.what_happened"


def told(referral: Referral, path: str, text: str = "Who saw it?") -> tuple[Referral, Comment]:
    after = replay(referral, [commenting(referral, path, text, ANNA)])
    return after, after.comments[-1]


@given(referrals(children=3, people=3), comments())
def test_nothing_that_leaves_holds_a_word_of_a_comment(
    referral: Referral, said: tuple[Comment, ...]
) -> None:
    marked = {"comments[x].text": Origin(CANARY), "children[c0].upn": Origin("roll")}
    full = msgspec.structs.replace(referral, comments=said, origins=marked)
    sent = as_sent(full)
    assert CANARY not in codec.encode(sent).decode()
    assert sent == msgspec.structs.replace(referral, origins={"children[c0].upn": Origin("roll")})


@given(referrals(children=3, people=3), comments())
def test_comments_come_back_from_the_vault_as_they_were(
    referral: Referral, said: tuple[Comment, ...]
) -> None:
    full = msgspec.structs.replace(referral, comments=said)
    assert codec.decode(codec.encode(full)) == full


def test_a_referral_of_before_has_no_comments_and_writes_none() -> None:
    data = codec.encode(typical())
    assert b"comments" not in data
    assert codec.decode(data).comments == ()
    assert as_sent(typical()) is not None
    assert as_sent(typical()) == typical()


def test_a_comment_says_who_when_and_what_the_answer_was() -> None:
    before = replay(typical(), [Edit(WHAT, "He came in late.")])
    after, made = told(before, WHAT)
    assert (made.by, made.person, made.at) == (ANNA.name, ANNA.person, ANNA.at)
    assert made.said_of == "He came in late."
    assert open_comments(after) == (made,)
    assert not has_changed(after, made)
    assert has_changed(replay(after, [Edit(WHAT, "He came in at ten.")]), made)


def test_everything_about_a_comment_can_be_taken_back() -> None:
    before, made = told(typical(), WHAT)
    for edits in (
        (replying(made, "I did.", BEN),),
        resolving(made, BEN),
        reading_through(before, BEN),
        (Edit("comments[" + made.id + "].text", "Who else saw it?"),),
    ):
        after, inverse = apply_all(before, edits)
        assert after != before
        assert replay(after, inverse) == before


def test_a_resolved_comment_is_open_again_when_somebody_says_so() -> None:
    before, made = told(typical(), WHAT)
    after = replay(before, resolving(made, BEN))
    assert after.comments[-1].resolved_by == BEN.name
    assert open_comments(after) == ()
    assert replay(after, opening_again(after.comments[-1])) == before


def test_a_comment_stays_when_what_it_was_about_is_taken_out() -> None:
    person = f"people[{typical().people[0].id}]"
    for path in (person, f"{person}.phone"):
        after, made = told(typical(), path)
        gone = replay(after, [Edit(person)])
        assert gone.comments == (made,)
        assert is_gone(gone, path)
        assert not has_changed(gone, made)
        assert not is_gone(after, path)


def test_a_comment_on_a_section_or_on_the_whole_is_never_out_of_date() -> None:
    for path in ("", "voice"):
        after, made = told(typical(), path)
        assert not is_gone(after, path)
        assert not has_changed(after, made)


OTHERWISE: dict[str, object] = {
    "upn": "T885000024001",
    "disabled": NotKnown(),
    "sen_needs": ("VI", "HI"),
    "date_of_birth": on(date(2011, 4, 9)),
    "home": None,
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_an_answer_of_any_kind_is_seen_to_change(name: str) -> None:
    path = f"children[{typical().children[0].id}].{name}"
    after, made = told(typical(), path)
    assert not has_changed(after, made)
    assert has_changed(replay(after, [put(path, OTHERWISE[name])]), made)


def test_who_commented_and_did_not_write_is_a_second_reader() -> None:
    writer = typical().referrer.name
    assert isinstance(writer, str)
    own = replay(typical(), [commenting(typical(), "", "See my note.", Author(writer, "w", ""))])
    assert second_readers(own) == ()
    answered = replay(own, [replying(own.comments[0], "Seen.", BEN)])
    assert second_readers(answered) == (BEN.name,)
    assert second_readers(replay(typical(), reading_through(typical(), ANNA))) == (ANNA.name,)


def test_the_shelf_finds_what_was_said_and_not_who_said_it() -> None:
    found = words_of(commented(typical()))
    assert f"{CANARY} text" in found
    assert f"{CANARY} reply" in found
    for kept in ("by", "person", "at", "said", "path", "resolved"):
        assert f"{CANARY} {kept}" not in found


def test_paths_of_comments_are_known_from_others() -> None:
    assert all(map(is_comment, ("comments", "comments[x]", "comments[x].replies[y].text")))
    assert not any(map(is_comment, ("", "commentary", "local[comments]", "concern.where")))


def test_the_json_of_a_comment_names_no_field_twice() -> None:
    data = json.loads(codec.encode(commented(typical())))
    assert set(data["comments"][0]) <= set(Comment.__struct_fields__)
