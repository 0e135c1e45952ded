"""The council's rule on consent for the level that is judged, with its doubts and the ways on."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from ffd_desktop.checking.consent_rule import NO_LEVEL, rule_in_force
from ffd_desktop.councils.bundled import bundled_councils, bundled_pack
from ffd_desktop.councils.checked import CheckedDetail, DetailKind
from ffd_desktop.councils.details import in_force
from ffd_desktop.referral.model import Referral
from tests.builders.referrals import bare, small

WORCESTERSHIRE = bundled_pack("worcestershire")


def judged(level: str | None, decision: str | None = "refused") -> Referral:
    start = small()
    return msgspec.structs.replace(
        start,
        judgement=msgspec.structs.replace(start.judgement, level=level),
        consent=msgspec.structs.replace(start.consent, decision=decision),
    )


def test_the_rule_is_that_of_the_level_and_says_where_it_stands() -> None:
    for level in WORCESTERSHIRE.levels:
        rule = rule_in_force(judged(level.code), WORCESTERSHIRE)
        assert (rule.words, rule.source) == (level.consent.words, level.consent.source)
        assert rule.title.endswith(f"level {level.number}")


def test_where_the_councils_sources_differ_it_is_told() -> None:
    assert "differ" in rule_in_force(judged("4"), WORCESTERSHIRE).doubt


@pytest.mark.parametrize("council", bundled_councils())
@pytest.mark.parametrize("level", ["2", "3"])
def test_without_consent_at_a_low_level_the_ways_on_are_shown_with_whom_to_ask(
    council: str, level: str
) -> None:
    pack = bundled_pack(council)
    ways = rule_in_force(judged(level), pack).ways_on
    door = next(one for one in pack.contacts if one.key == "front_door")
    assert any(door.phone in way for way in ways)
    assert "nothing here waits for consent" in ways[0]
    assert rule_in_force(judged(level, "yes_verbal"), pack).ways_on == ()
    assert rule_in_force(judged(level, None), pack).ways_on == ways


def test_at_the_highest_level_nothing_has_to_be_got_round() -> None:
    assert rule_in_force(judged("4"), WORCESTERSHIRE).ways_on == ()


def test_without_a_judgement_it_says_that_the_rule_depends_on_it() -> None:
    assert rule_in_force(bare(), WORCESTERSHIRE).words == NO_LEVEL


def test_whom_to_ask_is_said_as_this_office_has_it():
    mine = CheckedDetail("01632 960555", "01905 822666", "A. Tanglewood", date(2026, 12, 3))
    pack = in_force(WORCESTERSHIRE, {"front_door": {DetailKind.PHONE: mine}}, date(2027, 1, 4))
    (ask,) = (one for one in rule_in_force(judged("2"), pack).ways_on if "Ask" in one)
    assert "Family Front Door (FFD), 01632 960555 (corrected by A. Tanglewood on" in ask
    (ask,) = (one for one in rule_in_force(judged("2"), WORCESTERSHIRE).ways_on if "Ask" in one)
    assert "01905 822666 (as published in" in ask
    assert ask.endswith("not yet checked by your office).")
