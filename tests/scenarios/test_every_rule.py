"""Every rule of the checks has a scenario that expects it, and one in which it must stay unsaid."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from ffd_desktop import checking
from ffd_desktop.checking.finding import Rule
from tests.scenarios.telling import names, tell

TWENTY = [name for name in names() if name[:2].isdigit()]
SOUND = [name for name in names() if name.startswith("sound_")]


def rules() -> set[str]:
    """The names of all the rules that a module of the checks defines."""
    modules = [import_module(f"ffd_desktop.checking.{one.name}") for one in MODULES]
    return {
        value.name for one in modules for value in vars(one).values() if isinstance(value, Rule)
    }


MODULES = list(pkgutil.iter_modules(checking.__path__))


def test_there_are_twenty_scenarios_in_both_councils_and_on_every_form() -> None:
    assert len(TWENTY) == 20
    stories = [tell(name).scenario for name in TWENTY]
    assert {(one.council, one.form) for one in stories} == {
        ("worcestershire", "csc"), ("worcestershire", "eh"), ("walsall", "marf"),
    }  # fmt: skip
    assert len({one.title for one in stories}) == 20


def test_a_good_referral_on_each_form_has_no_findings() -> None:
    assert {tell(name).scenario.form for name in SOUND} == {"csc", "eh", "marf"}
    assert [tell(name).findings() for name in SOUND] == [()] * 3


def test_every_rule_is_expected_somewhere() -> None:
    expected = {one.rule for name in TWENTY for one in tell(name).scenario.expected}
    assert rules() - expected == set()


def test_every_rule_stays_unsaid_where_its_words_are_near() -> None:
    unwanted = {one.rule for name in names() for one in tell(name).scenario.not_wanted}
    assert rules() - unwanted == set()


def test_no_scenario_speaks_of_a_rule_that_there_is_not() -> None:
    spoken = {
        one.rule
        for name in names()
        for one in (*tell(name).scenario.expected, *tell(name).scenario.not_wanted)
    }
    known = rules()
    assert {one for one in spoken if not one.startswith("needed.")} <= known


def test_every_remark_says_why() -> None:
    for name in names():
        for one in tell(name).scenario.not_wanted:
            assert one.why.endswith("."), (name, one.rule)
            assert one.near, (name, one.rule)
