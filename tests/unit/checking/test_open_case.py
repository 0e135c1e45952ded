"""A child who is open already: the worker is told beside the form, and the form names them."""

from __future__ import annotations

import pytest

from ffd_desktop.checking.findings import Grade, check
from ffd_desktop.checking.open_case import (
    NEWS,
    PLAN,
    PLAN_HERE,
    WORKER,
    tell_the_worker,
)
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from tests.builders.referrals import TODAY, small

RULES = {one.name for one in (NEWS, PLAN, PLAN_HERE, WORKER)}
OPEN, WHO, NEW = (
    "header.open_to_social_care",
    "header.open_case_details",
    "header.new_information",
)
PROTECTED, NEED, CARE = (
    f"children[c1].{name}" for name in ("protection_plan", "child_in_need", "looked_after")
)
NOT_KNOWN = {"type": "not_known", "reason": "not_known"}


def with_answers(answers: dict[str, object]) -> Referral:
    return replay(small(), [Edit(path, value) for path, value in answers.items()])


def found(referral: Referral, council: str = "worcestershire", form: str = "csc") -> dict[str, str]:
    pack = bundled_pack(council)
    everything = check(referral, pack.form(form), pack, today=TODAY)
    ours = [one for one in everything if one.rule in RULES]
    assert not any(one.grade is Grade.MUST for one in ours)
    return {one.path: one.rule for one in ours}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, {}),
        ({OPEN: None}, {}),
        ({OPEN: NOT_KNOWN}, {}),
        ({OPEN: True}, {WHO: WORKER.name, NEW: NEWS.name}),
        ({OPEN: True, WHO: "Duty team, 01632 960999", NEW: True}, {}),
        ({OPEN: True, WHO: NOT_KNOWN, NEW: False}, {}),
        ({OPEN: True, WHO: "Duty team", PROTECTED: True}, {NEW: NEWS.name}),
        ({PROTECTED: True}, {OPEN: PLAN.name}),
        ({NEED: True}, {OPEN: PLAN.name}),
        ({CARE: True}, {OPEN: PLAN.name}),
        ({CARE: True, OPEN: None}, {}),
        ({CARE: NOT_KNOWN}, {}),
    ],
)
def test_what_is_not_said_of_an_open_case_is_asked(
    answers: dict[str, object], said: dict[str, str]
) -> None:
    assert found(with_answers(answers)) == said
    assert found(with_answers(answers), "walsall", "marf") == said


def test_a_request_for_early_help_speaks_of_the_plan_itself() -> None:
    assert found(with_answers({PROTECTED: True}), form="eh") == {PROTECTED: PLAN_HERE.name}
    assert found(with_answers({OPEN: True}), form="eh") == {}


def test_a_plan_of_a_child_who_is_not_referred_is_no_contradiction() -> None:
    sibling = {"referred": False, "first_names": "Wen", "protection_plan": True}
    assert found(with_answers({"children[c9]": sibling})) == {}


def test_the_card_says_what_is_still_to_be_written_until_it_is() -> None:
    assert tell_the_worker(small()) is None
    card = tell_the_worker(with_answers({OPEN: True}))
    assert card is not None
    assert "the worker, team and telephone; whether this adds" in card.missing
    assert "Why now" not in card.missing
    whole = tell_the_worker(with_answers({OPEN: True, WHO: "Duty team", NEW: True}))
    assert whole is not None
    assert whole.missing == ""
