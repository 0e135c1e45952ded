"""The names in a referral, which are never marked."""

import msgspec

from ffd_desktop.referral.model import Referrer
from ffd_desktop.referral.people import Address, Child, Person, Professional
from ffd_desktop.referral.statements import Event
from ffd_desktop.spelling.names import names_in
from tests.builders import referrals


def test_the_names_of_everybody_and_of_places_are_there() -> None:
    referral = msgspec.structs.replace(
        referrals.bare(),
        children=(Child("c1", first_names="Żaneta Mia", family_name="O’Quill-Feather"),),
        people=(Person("p1", known_as="Nnamdi"),),
        professionals=(Professional("w1", name="Ffion Reedmace"),),
        addresses=(Address("a1", lines="3 Tanglewode Rise\nWychbold"),),
        referrer=Referrer(school_name="Merriweather Primary"),
    )
    wanted = "żaneta mia o'quill-feather feather nnamdi ffion reedmace tanglewode wychbold"
    assert set(wanted.split()) <= names_in(referral)
    assert "merriweather" in names_in(referral)


def test_of_a_line_that_tells_who_only_words_with_a_capital_are_names() -> None:
    referral = msgspec.structs.replace(
        referrals.bare(), events=(Event("e1", who="Mrs Okafor, class techer"),)
    )
    assert "okafor" in names_in(referral)
    assert "techer" not in names_in(referral)


def test_an_honest_absence_names_nobody() -> None:
    referral = msgspec.structs.replace(
        referrals.bare(), children=(Child("c1", first_names=referrals.LATER),)
    )
    assert "later" not in names_in(referral)
