"""The history of changes in words: the question, not the path; the words before and after."""

from __future__ import annotations

from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import after_form, bundled_pack
from ffd_desktop.drafting.ports import By, StoredEdit
from ffd_desktop.exporting.records.changes import WITHHELD, Change, changes, differing
from ffd_desktop.exporting.records.questions import Questions
from ffd_desktop.referral.commenting import commenting
from ffd_desktop.referral.comments import Author
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Origin, Referral
from tests.builders.comments import CANARY
from tests.builders.referrals import small

PACK = bundled_pack("worcestershire")
QUESTIONS = Questions((PACK.form("csc"), after_form()))
LONDON = ZoneInfo("Europe/London")
LOUISE = "Rhiannon Tanglewood"


def stored(
    *edits: Edit, actor: str = LOUISE, at: str = "2026-07-20T13:00:00.000+00:00"
) -> list[StoredEdit]:
    numbers = count(5)
    return [StoredEdit(next(numbers), By(actor, "draft", at), one) for one in edits]


def told(*edits: StoredEdit, first: Referral | None = None) -> list[Change]:
    return list(changes(first or small(), edits, questions=QUESTIONS, pack=PACK, zone=LONDON))


def test_a_change_names_the_question_and_the_child_and_both_answers() -> None:
    referral = small()
    child = referral.children[0]
    [one] = told(*stored(put(f"children[{child.id}].first_names", "Wren")))
    assert one.what == f"First names, of Wren {child.family_name}"
    assert (one.before, one.after) == (child.first_names, "Wren")
    assert (one.who, one.at.hour) == (LOUISE, 14)


def test_codes_and_yes_and_no_are_given_in_words() -> None:
    [one] = told(*stored(put("concern.immediate_danger", True)))
    assert one.after == "Yes"
    [way] = told(*stored(put("after.sent_how", "post")))
    assert way.after not in ("", "post")


def test_typing_into_one_answer_is_one_change_until_somebody_goes_elsewhere() -> None:
    path = "concern.what_happened"
    typed = stored(
        put(path, "He"), put(path, "He came"), put("concern.where", "Hall"), put(path, "x")
    )
    found = told(*typed)
    assert [one.after for one in found] == ["He came", "Hall", "x"]
    assert [one.seq for one in found] == [6, 7, 8]
    assert found[2].before == "He came"


def test_another_person_and_another_day_make_another_change() -> None:
    path = "concern.what_happened"
    first = stored(put(path, "One"))
    other = stored(put(path, "Two"), actor="Idris Calloway")
    later = stored(put(path, "Three"), actor="Idris Calloway", at="2026-07-20T23:30:00+00:00")
    assert [one.at.day for one in told(*first, *other, *later)] == [20, 20, 21]


def test_an_item_is_added_and_taken_out_with_all_its_words() -> None:
    added = put("statements[s9]", {"id": "s9", "text": "Comes hungry."})
    found = told(*stored(added, Edit("statements[s9]")))
    assert [one.note for one in found] == ["added", "taken out"]
    assert "Comes hungry." in found[0].after
    assert "Comes hungry." in found[1].before
    assert (found[0].before, found[1].after) == ("", "")


def test_what_the_roll_filled_in_says_so() -> None:
    [one] = told(*stored(put("concern.where", "Hall", origin=Origin("roll", "2026-11-03"))))
    assert one.note == "filled in from the roll"


def test_no_comment_and_no_reason_kept_on_file_is_in_the_history() -> None:
    comment = commenting(small(), "concern.where", CANARY, Author("Idris", "p9", "2026-07-20"))
    reply = put(
        "replies[r1]",
        {"id": "r1", "rule": "x", "path": "", "said": "?", "reason": CANARY, "on_file": True},
    )
    found = told(*stored(comment, reply))
    assert [one.after for one in found] == [WITHHELD]
    assert CANARY not in repr([(one.what, one.before, one.after) for one in found])


def test_of_a_long_text_only_what_differs_is_shown() -> None:
    old = "It began in the hall and " + "went on " * 40 + "until noon."
    assert differing(old.replace("noon", "three"), old).endswith("until three.")
    assert differing(old, old.replace("noon", "three")).startswith("…")
    assert differing("short", "shorter") == "short"


@given(st.text(alphabet="ab ", max_size=400), st.text(alphabet="ab ", max_size=400))
def test_what_differs_is_never_cut_away(one: str, other: str) -> None:
    mine, theirs = (_core(differing(*pair)) for pair in ((one, other), (other, one)))
    cuts = (at for at in range(len(one) + 1) if one.startswith(mine, at))
    assert any(other == one[:at] + theirs + one[at + len(mine) :] for at in cuts)


def _core(shown: str) -> str:
    return shown.removeprefix("… ").removesuffix(" …")


@pytest.mark.parametrize("path", ["council", "pack_version"])
def test_what_no_form_asks_is_called_by_a_plain_name(path: str) -> None:
    [one] = told(*stored(put(path, "walsall")))
    assert one.what[0].isupper()
    assert "_" not in one.what
