"""Edits: each has an inverse, and replaying them makes the same referral."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.edits import Edit, apply, apply_all, put, replay, take_out
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.paths import read

BLANK = Referral("r1", "FFD-2026-0001", "worcestershire", "csc")
ONE_CHILD = apply(BLANK, Edit("children[c1]", {"first_names": "Ada"})).referral

texts = st.text(max_size=40)
answers = st.one_of(
    st.none(), texts, st.sampled_from([{"type": "not_known", "reason": r.value} for r in Reason])
)
ids = st.sampled_from(["a", "b", "c"])
edits = st.one_of(
    st.builds(
        Edit, st.sampled_from(["concern.what_happened", "consent.reason", "local[extra]"]), answers
    ),
    st.builds(
        lambda i, name, before: Edit(f"children[{i}]", {"first_names": name}, before),
        ids,
        texts,
        ids,
    ),
    st.builds(lambda i: Edit(f"children[{i}]"), ids),
    st.builds(lambda i, text: Edit(f"children[{i}].concern", text), ids, answers),
    st.builds(lambda i, text: Edit(f"consent.conversations[{i}]", {"words": text}), ids, texts),
    st.builds(
        lambda i, text: Edit(f"children[{i}].school", text, origin=Origin("roll", "x")), ids, texts
    ),
)


@given(st.lists(edits, max_size=25))
def test_inverses_in_reverse_lead_back_to_the_start(script: list[Edit]) -> None:
    referral, back = BLANK, []
    for edit in script:
        try:
            done = apply(referral, edit)
        except ProblemForPerson:
            continue
        referral = done.referral
        back.append(done.inverse)
    returned = replay(referral, reversed(back))
    assert codec.encode(without_marks(returned)) == codec.encode(BLANK)


runs = st.lists(
    st.one_of(
        edits,
        st.builds(lambda n: Edit(f"events[{n}]", {"what": n}), st.sampled_from("abcdef")),
        st.builds(lambda n: Edit(f"events[{n}]"), st.sampled_from("abcdef")),
        st.builds(lambda n: Edit(f"events[{n}]", {"what": n}, "b"), st.sampled_from("abcdef")),
        st.just(Edit("events[]", {"what": "nobody"})),
    ),
    max_size=12,
)
FIVE = replay(BLANK, [Edit(f"events[{one}]", {"what": one}) for one in "abcde"])


def one_by_one(referral: Referral, script: list[Edit]) -> tuple[Referral, tuple[Edit, ...]]:
    back = []
    for edit in script:
        done = apply(referral, edit)
        referral = done.referral
        back.append(done.inverse)
    return referral, tuple(reversed(back))


@given(runs, st.sampled_from([BLANK, FIVE]))
@example([Edit("events[d]"), Edit("events[b]"), Edit("events[c]"), Edit("events[a]")], FIVE)
@example([Edit("events[a]"), Edit("events[a]")], FIVE)
@example([Edit("events[x]", {"what": "x"}), Edit("events[y]", {"what": "y"})], FIVE)
@example([Edit("events[]", {"what": "x"}), Edit("events[y]", {"what": "y"})], FIVE)
def test_many_edits_at_once_are_the_same_as_one_after_the_other(
    script: list[Edit], start: Referral
) -> None:
    try:
        wanted = one_by_one(start, script)
    except ProblemForPerson as problem:
        with pytest.raises(type(problem)):
            apply_all(start, script)
        return
    assert apply_all(start, script) == wanted
    assert codec.encode(without_marks(replay(*wanted))) == codec.encode(start)


def without_marks(referral: Referral) -> Referral:
    """Marks of prefilled items outlive the item, so that bringing it back brings them too."""
    return msgspec.structs.replace(referral, origins={})


@given(st.lists(edits, max_size=25))
def test_a_referral_survives_json_exactly(script: list[Edit]) -> None:
    referral = BLANK
    for edit in script:
        try:
            referral = apply(referral, edit).referral
        except ProblemForPerson:
            continue
    written = codec.encode(referral)
    assert codec.decode(written) == referral
    assert codec.encode(codec.decode(written)) == written


def test_an_item_that_was_taken_out_comes_back_to_its_place() -> None:
    three = replay(BLANK, [Edit(f"children[c{n}]", {"first_names": str(n)}) for n in (1, 2, 3)])
    gone = apply(three, take_out("children[c2]"))
    assert [child.id for child in gone.referral.children] == ["c1", "c3"]
    assert apply(gone.referral, gone.inverse).referral == three


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nowhere",
        "children",
        "children[]",
        "children[zz].concern",
        "children[c1].nothing",
        "children[c1].id",
        "id",
        "origins[x]",
        "concern.what_happened.more",
        "a..b",
        "local[x].y",
        "children[c1",
        "concern[x]",
    ],
)
def test_a_path_that_leads_nowhere_is_a_plain_problem(path: str) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        apply(ONE_CHILD, Edit(path, "x"))
    assert caught.value.code in {"unknown_path", "value_does_not_fit"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("children[c1].disabled", "perhaps"),
        ("concern.what_happened", 3),
        ("children[c1].date_of_birth", "2015"),
        ("children[c1]", "Ada"),
        ("children[c1]", {"unheard_of": 1}),
        ("concern.what_happened", {"type": "not_known", "reason": "bored"}),
    ],
)
def test_a_value_of_another_kind_is_refused_without_quoting_it(path: str, value: object) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        apply(ONE_CHILD, Edit(path, value))
    assert caught.value.code == "value_does_not_fit"
    assert "perhaps" not in str(caught.value)


def test_what_a_person_writes_loses_the_mark_of_the_roll() -> None:
    mark = Origin("roll", "2026-11-03")
    filled = apply(ONE_CHILD, put("children[c1].school", "Saltmarsh", origin=mark)).referral
    assert filled.origins == {"children[c1].school": mark}
    changed = apply(filled, put("children[c1].school", "Elsewhere"))
    assert changed.referral.origins == {}
    assert apply(changed.referral, changed.inverse).referral.origins == filled.origins


def test_a_prefilled_item_marks_each_of_its_answers() -> None:
    mark = Origin("roll", "2026-11-03")
    filled = apply(BLANK, Edit("people[p1]", {"first_names": "Zoë", "sex": "F"}, origin=mark))
    assert set(filled.referral.origins) == {"people[p1].first_names", "people[p1].sex"}


def test_half_a_surrogate_pair_is_replaced_not_stored() -> None:
    done = apply(BLANK, Edit("concern.what_happened", "torn \ud83d paste, whole 😀"))
    kept = codec.decode(codec.encode(done.referral)).concern.what_happened
    assert kept == "torn \ufffd paste, whole 😀"
    nested = apply(BLANK, put("children[c9]", {"views": "\udc00\udfff"}))
    assert read(nested.referral, "children[c9].views") == "\ufffd\ufffd"


def test_not_known_is_an_answer_with_a_reason() -> None:
    done = apply(BLANK, put("children[c9]", {}))
    done = apply(done.referral, put("children[c9].date_of_birth", NotKnown(Reason.WILL_FIND_OUT)))
    assert read(done.referral, "children[c9].date_of_birth") == NotKnown(Reason.WILL_FIND_OUT)


def test_no_word_of_a_referral_shows_in_a_repr() -> None:
    filled = apply(ONE_CHILD, put("concern.what_happened", "CANARY")).referral
    assert "CANARY" not in repr(filled)
    assert "Ada" not in f"{filled!r} {filled.children!r} {put('concern.where', 'CANARY')!r}"
