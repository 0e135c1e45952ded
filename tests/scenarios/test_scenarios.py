"""Written scenarios: each gives the findings that an experienced DSL expects, and no other.

A false alarm fails as a missing finding does. The stories are in ``told``, one file for each.
"""

from __future__ import annotations

import pytest

from ffd_desktop.checking.written_after_call import written_after_call
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.hours import whom_to_phone
from ffd_desktop.drafting.aiming import unasked
from tests.scenarios.telling import Told, as_lines, names, tell, words_of

COUNCILS = ("worcestershire", "walsall")


@pytest.fixture(params=names())
def one(request: pytest.FixtureRequest) -> Told:
    """Each scenario in turn."""
    return tell(str(request.param))


def test_a_scenario_has_the_expected_findings_and_no_other(one: Told) -> None:
    found = {finding.id: finding for finding in one.findings()}
    expected = {f"{wanted.rule}:{wanted.at}": wanted for wanted in one.scenario.expected}
    alarms = {key: finding for key, finding in found.items() if key not in expected}
    missed = sorted(set(expected) - set(found))
    assert not alarms, f"false alarms:\n{as_lines(alarms)}"
    assert not missed, f"not said: {missed}"
    for key, wanted in expected.items():
        assert wanted.says in found[key].what, found[key].what


def test_what_is_not_wanted_stays_unsaid_though_the_words_are_near(one: Told) -> None:
    said = {finding.rule for finding in one.findings()}
    words = words_of(one)
    for unwanted in one.scenario.not_wanted:
        assert unwanted.rule not in said, unwanted.why
        assert unwanted.near in words, f"“{unwanted.near}” does not stand in the referral"


def test_the_card_names_whom_to_phone_at_that_hour(one: Told) -> None:
    if one.scenario.phone:
        assert whom_to_phone(one.pack, one.now).now.key == one.scenario.phone


def test_the_council_s_rule_on_writing_after_a_call_is_told(one: Told) -> None:
    due = written_after_call(one.referral, one.pack)
    assert one.scenario.written in (due.words if due else "")
    assert bool(one.scenario.written) == (due is not None)


def test_what_the_form_does_not_ask_is_kept_and_named(one: Told) -> None:
    others = [form for key in COUNCILS for form in bundled_pack(key).forms if form is not one.form]
    kept = [found.words for found in unasked(one.referral, one.form, others)]
    assert kept == one.scenario.kept
