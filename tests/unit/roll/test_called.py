"""Which of some full names are pupils'."""

from __future__ import annotations

from ffd_desktop.roll.called import pupils_called
from ffd_desktop.roll.pupil import Pupil, RollSource
from tests.builders.roll import row_of
from tests.fakes.roll_store import FakeRollStore


def roll(*pupils: Pupil) -> FakeRollStore:
    store = FakeRollStore()
    store.replace_with([row_of(one) for one in pupils], RollSource())
    return store


def test_a_full_name_of_a_pupil_is_known_also_as_they_are_called() -> None:
    pupil = Pupil(
        upn="B885000018001",
        forename="Anna Maria",
        surname="Kowalska-Żak",
        preferred_forename="Ania",
    )
    asked = ("anna kowalska zak", "anna maria kowalska zak", "ania kowalska zak")
    assert pupils_called(roll(pupil), asked) == frozenset(asked)


def test_half_a_name_or_another_order_is_nobodys() -> None:
    pupil = Pupil(upn="B885000018001", forename="Anna", surname="Kowalska")
    asked = ("kowalska anna", "ann kowalska", "anna kowal", "anna anna", "tom kowalska")
    assert pupils_called(roll(pupil), asked) == frozenset()
