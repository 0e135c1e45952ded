"""The closed grammar of conditions, and what its sentences mean."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.checking.compiled import compile_condition
from ffd_desktop.councils.conditions import Condition, holds, paths_of
from ffd_desktop.councils.grammar import WrongCondition, read_condition
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.model import Concern, Header, Referral
from ffd_desktop.referral.people import Child

CHILDREN = (
    Child(id="c1", first_names="Órla", looked_after=True, abuse_categories=("neglect",)),
    Child(
        id="c2",
        referred=False,
        looked_after=NotKnown(),
        date_of_birth=PartDate(kind=DateKind.DUE, year=2027, month=3, day=27),
    ),
)
REFERRAL = Referral(
    id="r",
    reference="FFD",
    council="w",
    form="csc",
    children=CHILDREN,
    header=Header(reasons=("disability", "step_up")),
    concern=Concern(immediate_danger=False, what_happened="  ", danger_done=""),
    local={"pets": True},
)

ROWS = [
    ({"path": "concern.immediate_danger", "is": False}, None, True),
    ({"path": "concern.immediate_danger", "is": 0}, None, False),
    ({"path": "concern.immediate_danger", "is_not": True}, None, True),
    ({"path": "concern.danger_done", "answered": True}, None, False),
    ({"path": "concern.danger_done", "answered": False}, None, True),
    ({"path": "concern.immediate_danger", "answered": True}, None, True),
    ({"path": "header.reasons", "is": "step_up"}, None, True),
    ({"path": "header.reasons", "in": ["accommodation", "disability"]}, None, True),
    ({"path": "header.reasons", "in": ["accommodation"]}, None, False),
    ({"path": "header.why_now", "is": "x"}, None, False),
    ({"path": "header.why_now", "is_not": "x"}, None, True),
    ({"path": "local[pets]", "is": True}, None, True),
    ({"path": "local[dogs]", "answered": True}, None, False),
    ({"path": "children", "answered": True}, None, True),
    ({"path": "people", "answered": True}, None, False),
    ({"path": "children[].looked_after", "is": True}, None, True),
    ({"path": "children[].looked_after", "not_known": True}, None, True),
    ({"path": "children[c1].looked_after", "not_known": True}, None, False),
    ({"path": "children[].date_of_birth", "unborn": True}, None, True),
    ({"path": ".referred", "is": True}, 0, True),
    ({"path": ".referred", "is": True}, 1, False),
    ({"path": ".looked_after", "not_known": True}, 1, True),
    ({"path": ".looked_after", "answered": True}, 1, True),
    ({"path": ".looked_after", "is_not": True}, 1, True),
    ({"path": ".date_of_birth", "unborn": True}, 1, True),
    ({"path": ".date_of_birth", "unborn": True}, 0, False),
    ({"path": ".date_of_birth", "unborn": False}, 0, True),
    ({"path": ".abuse_categories", "is": "neglect"}, 0, True),
    ({"path": ".abuse_categories", "in": ["sexual"]}, 0, False),
    ({"path": ".first_names", "in": ["Órla", "Wen"]}, 0, True),
    ({"all": [{"path": ".referred", "is": True}, {"path": "people", "answered": False}]}, 0, True),
    ({"any": [{"path": ".referred", "is": False}, {"path": "people", "answered": True}]}, 0, False),
    ({"not": {"path": ".referred", "is": True}}, 1, True),
]


@pytest.mark.parametrize(("table", "at", "expected"), ROWS)
def test_a_sentence_means_what_it_says(table: object, at: int | None, expected: bool) -> None:
    condition = read_condition(table)
    item = None if at is None else CHILDREN[at]
    assert holds(condition, REFERRAL, item) is expected
    test = compile_condition(condition)
    assert test is not None
    assert test(REFERRAL, item) is expected


def test_no_condition_always_holds() -> None:
    assert holds(None, REFERRAL)
    assert compile_condition(None) is None


@pytest.mark.parametrize(
    "table",
    [
        True,
        "x",
        [],
        {},
        {"path": "a"},
        {"path": "", "is": 1},
        {"path": 3, "is": 1},
        {"path": "a", "is": 1, "in": [1]},
        {"path": "a", "matches": "b"},
        {"path": "a", "is": 1.5},
        {"path": "a", "is": None},
        {"path": "a", "in": []},
        {"path": "a", "in": "b"},
        {"path": "a", "in": [[]]},
        {"path": "a", "answered": "yes"},
        {"path": "a", "unborn": 1},
        {"all": []},
        {"any": {}},
        {"not": []},
        {"xor": []},
        {"all": [{"path": "a", "is": 1}], "any": []},
    ],
)
def test_what_is_outside_the_grammar_is_refused(table: object) -> None:
    with pytest.raises(WrongCondition):
        read_condition(table)


def test_a_bottomless_condition_is_refused() -> None:
    table: dict[str, object] = {"path": "a", "is": 1}
    for _ in range(100):
        table = {"not": table}
    with pytest.raises(WrongCondition):
        read_condition(table)


def test_the_paths_to_watch_are_each_named_once() -> None:
    leaf = {"path": "concern.when", "answered": True}
    table = {"all": [leaf, {"not": leaf}, {"any": [{"path": ".sex", "is": "F"}]}]}
    assert paths_of(read_condition(table)) == ("concern.when", ".sex")
    assert paths_of(None) == ()


LEAVES = st.sampled_from([row[0] for row in ROWS if row[1] is None])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda one: {"not": one}, inner),
        st.builds(lambda many: {"all": many}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda many: {"any": many}, st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=6,
)


@given(TREES, st.booleans())
def test_the_quick_test_and_the_plain_reading_agree(table: object, danger: bool) -> None:
    condition: Condition = read_condition(table)
    concern = msgspec.structs.replace(REFERRAL.concern, immediate_danger=danger)
    referral = msgspec.structs.replace(REFERRAL, concern=concern)
    test = compile_condition(condition)
    assert test is not None
    assert test(referral, None) is holds(condition, referral)


@given(TREES)
def test_not_turns_every_sentence_round(table: object) -> None:
    plain = holds(read_condition(table), REFERRAL)
    assert holds(read_condition({"not": table}), REFERRAL) is not plain
