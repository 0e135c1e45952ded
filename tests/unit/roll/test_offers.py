"""What the roll says otherwise now: offered for what is still the roll's, never forced."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll.offers import Offer, offers
from ffd_desktop.roll.prefill import Chosen, Standing, prefill
from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress, RollSource
from tests.builders.referrals import bare
from tests.builders.roll import SOURCE, upn

HOME = RollAddress(lines=("1 Reed Row", "Saltmarsh"), postcode="WR99 1AA")
AWAY = RollAddress(lines=("9 Elm Way",), postcode="WR99 2AA")
MUM = Contact(forename="Ada", surname="Fenwick", relationship="PAM", lives_with_pupil=True)
OLA = Pupil(
    upn=upn(1),
    forename="Ola",
    surname="Fenwick",
    date_of_birth=date(2015, 9, 1),
    year_group="5",
    address=HOME,
    contacts=(MUM,),
)
BO = replace(OLA, upn=upn(2), forename="Bo")


@pytest.fixture
def draft() -> Referral:
    chosen = [Chosen(BO, Standing.REFER_TOO)]
    return replay(bare(), prefill(OLA, chosen, source=SOURCE))


def found(draft: Referral, *now: Pupil, source: RollSource | None = SOURCE) -> dict[str, Offer]:
    roll = {one.upn: one for one in now}
    return {one.path.split("].")[1]: one for one in offers(draft, source, roll.get)}


def test_a_roll_that_says_the_same_offers_nothing(draft: Referral) -> None:
    assert found(draft, OLA, BO) == {}


def test_what_the_roll_says_otherwise_is_offered_and_taking_it_writes_just_that(
    draft: Referral,
) -> None:
    now = replace(OLA, date_of_birth=date(2015, 9, 11), year_group="6")
    given = found(draft, now, BO)
    assert {name: one.value for name, one in given.items()} == {
        "date_of_birth": on(date(2015, 9, 11)),
        "year_group": "Year 6",
    }
    taken = replay(draft, given["date_of_birth"].edits)
    assert taken.children[0].date_of_birth == on(date(2015, 9, 11))
    assert (
        replace(taken.children[0], date_of_birth=draft.children[0].date_of_birth)
        == (draft.children[0])
    )
    assert set(found(taken, now, BO)) == {"year_group"}


@pytest.mark.parametrize(
    "written", [on(date(2015, 9, 1)), on(date(2014, 1, 1)), NotKnown(Reason.NOT_ASKED)]
)
def test_what_a_person_wrote_or_confirmed_is_never_offered_otherwise(
    draft: Referral, written: object
) -> None:
    path = f"children[{draft.children[0].id}].date_of_birth"
    theirs = replay(draft, [put(path, written)])
    assert found(theirs, replace(OLA, date_of_birth=date(2015, 9, 11)), BO) == {}


def test_another_address_is_offered_for_that_child_alone(draft: Referral) -> None:
    given = found(draft, replace(OLA, address=AWAY), BO)
    assert list(given) == ["home"]
    assert given["home"].address == "9 Elm Way, WR99 2AA"
    taken = replay(draft, given["home"].edits)
    ola, bo = taken.children
    homes = {one.id: one.lines for one in taken.addresses}
    assert "9 Elm Way" in str(homes[str(ola.home)])
    assert "1 Reed Row" in str(homes[str(bo.home)])
    assert found(taken, replace(OLA, address=AWAY), BO) == {}


def test_an_address_written_otherwise_is_no_other_address(draft: Referral) -> None:
    same = RollAddress(lines=("1, Reed Row", "SALTMARSH"), postcode="wr991aa")
    assert found(draft, replace(OLA, address=same), BO) == {}


def test_a_court_order_asks_for_care_with_the_new_address(draft: Referral) -> None:
    now = replace(OLA, address=AWAY, contacts=(replace(MUM, court_order=True),))
    taken = replay(draft, found(draft, now, BO)["home"].edits)
    assert any("court order" in one.care for one in taken.origins.values())


def test_silence_of_the_roll_offers_nothing(draft: Referral) -> None:
    assert found(draft, Pupil(upn=upn(1), forename="Ola", surname="Fenwick")) == {}


def test_one_who_is_on_the_roll_no_more_is_left_as_they_are(draft: Referral) -> None:
    assert found(draft, replace(OLA, year_group="6", left_on="2026-11-21")) == {}
    assert found(draft) == {}


def test_without_a_roll_there_are_no_offers(draft: Referral) -> None:
    assert found(draft, replace(OLA, year_group="6"), source=None) == {}
