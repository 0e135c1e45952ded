"""On the day of an emergency only what decides tonight is asked; a day later all of it again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ffd_desktop.checking.findings import Finding, Grade, check
from ffd_desktop.checking.progress import SectionState, section_states
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.edits import Edit, replay
from tests.builders.referrals import TODAY, bare, small

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
DANGER = ("concern.immediate_danger", True)
TODAY_S = {"type": "date", "kind": "day", "year": 2026, "month": 11, "day": 20}


def look(*edits: tuple[str, object], today: date = TODAY) -> tuple[Finding, ...]:
    referral = replay(bare(), [Edit(path, value) for path, value in edits])
    return check(referral, FORM, PACK, today=today)


def rules(found: tuple[Finding, ...]) -> set[str]:
    return {one.rule for one in found}


def test_what_can_wait_is_one_line_in_an_emergency() -> None:
    calm, danger = look(), look(DANGER)
    could = {one.rule for one in calm if one.is_gap and one.grade is Grade.COULD}
    assert could
    waits = {one.rule for one in calm if one.can_wait} | could
    assert {"evidence.no_strength", "needed.history_school_offer"} <= waits
    assert not rules(danger) & waits
    lines = [one for one in danger if one.rule == "emergency.can_wait"]
    assert [one.what for one in lines] == [
        f"{len(waits)} questions can wait until the child is safe."
    ]
    assert lines[0].grade is Grade.COULD


def test_nothing_that_must_be_said_can_wait() -> None:
    everything = (*look(), *look(DANGER, ("children[c1]", {}), ("people[p1]", {})))
    assert not [one.rule for one in everything if one.can_wait and one.grade is Grade.MUST]


@pytest.mark.parametrize(
    ("later", "when", "waits"),
    [(0, TODAY_S, True), (1, TODAY_S, False), (1, None, True), (0, None, True)],
)
def test_it_waits_until_the_day_after_the_call(later: int, when: object, waits: bool) -> None:
    found = look(DANGER, ("first_call.when", when), today=TODAY + timedelta(days=later))
    assert ("evidence.no_strength" not in rules(found)) is waits


def test_a_call_that_was_noted_beside_the_first_counts_as_well() -> None:
    call = ("calls[k1]", {"to": "police", "when": TODAY_S})
    assert "evidence.no_strength" not in rules(look(DANGER, call))
    assert "evidence.no_strength" in rules(look(DANGER, call, today=TODAY + timedelta(days=1)))


def test_a_section_whose_questions_only_wait_is_not_done() -> None:
    begun = [Edit(*DANGER), Edit("wanted.asked", "Somebody tonight.")]
    referral = replay(bare(), begun)
    found = check(referral, FORM, PACK, today=TODAY)
    assert not [one for one in found if one.section == "wanted"]
    assert section_states(referral, FORM, found)["wanted"] is SectionState.IN_PROGRESS
    rest = [Edit("wanted.difference", "She sleeps."), Edit("wanted.school_will", "Breakfast.")]
    whole = replay(referral, rest)
    states = section_states(whole, FORM, check(whole, FORM, PACK, today=TODAY))
    assert states["wanted"] is SectionState.DONE


def test_nothing_is_said_where_nothing_waits() -> None:
    full = replay(small(), [Edit(*DANGER)])
    assert "emergency.can_wait" not in rules(check(full, FORM, PACK, today=TODAY))


def test_danger_that_is_over_or_not_known_is_told_apart() -> None:
    absent = {"type": "not_known", "reason": "not_known"}
    assert "emergency.can_wait" in rules(look(("concern.immediate_danger", absent)))
    assert "emergency.can_wait" not in rules(look(("concern.immediate_danger", False)))
