"""The home decides whose council it is; a postcode hints, so the check only asks."""

from __future__ import annotations

import msgspec
import pytest

from ffd_desktop.checking.area import ELSEWHERE, SHARED
from ffd_desktop.checking.findings import Finding, Grade, check
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Address
from tests.builders.referrals import TODAY, largest, small

PACK = bundled_pack("worcestershire")
RULES = {ELSEWHERE.name, SHARED.name}


def found(referral: Referral, council: str = "worcestershire", form: str = "csc") -> list[Finding]:
    pack = bundled_pack(council)
    everything = check(referral, pack.form(form), pack, today=TODAY)
    return [one for one in everything if one.rule in RULES]


def living_at(postcode: object, **more: object) -> Referral:
    start = small()
    [home] = start.addresses
    return msgspec.structs.replace(
        start, addresses=(msgspec.structs.replace(home, postcode=postcode, **more),)
    )


@pytest.mark.parametrize(
    ("postcode", "rule"),
    [
        ("WR5 2CV", None),
        ("WR99 1AB", None),
        ("B61 0CV", None),
        ("B45 9CV", SHARED),
        ("DY9 9CV", SHARED),
        ("B5 7CV", ELSEWHERE),
        ("WS3 1CV", ELSEWHERE),
        ("LS6 1CV", ELSEWHERE),
        ("ZZ99 3VZ", None),
        ("", None),
        (None, None),
        (NotKnown(Reason.NOT_KNOWN), None),
    ],
)
def test_a_home_is_asked_about_where_its_postcode_says_so(postcode: object, rule: object) -> None:
    assert [one.rule for one in found(living_at(postcode))] == ([rule.name] if rule else [])


def test_it_asks_in_both_forms_and_both_councils() -> None:
    assert len(found(living_at("WS3 1CV"), form="eh")) == 1
    assert found(living_at("WS3 1CV"), "walsall", "marf") == []
    assert len(found(living_at("WR5 2CV"), "walsall", "marf")) == 1
    assert found(living_at("WR99 1AB"), "walsall", "marf") == []


def test_the_other_council_is_named_with_the_way_to_its_form() -> None:
    [walsall] = found(living_at("WS3 1CV"))
    assert walsall.grade is Grade.SHOULD
    assert "Report child abuse to a local council" in walsall.how
    assert "It may be Walsall." in walsall.how
    assert "Write it on another form" in walsall.how
    [birmingham] = found(living_at("B5 7CV"))
    assert "It may be Birmingham." in birmingham.how
    assert "another form" not in birmingham.how
    [leeds] = found(living_at("LS6 1CV"))
    assert "It may be" not in leeds.how


def test_no_address_stands_in_a_sentence_and_of_a_hidden_one_not_even_the_council() -> None:
    for kept in ({}, {"kept_from_people": ("p1",)}, {"confidential_from": "Anyone who asks"}):
        [one] = found(living_at("WS3 1CV", lines="4 Refuge Row\nWalsall", **kept))
        said = " ".join(map(str, (one.what, one.why, one.how)))
        assert "WS3" not in said
        assert "Refuge" not in said
        assert ("Walsall" in said) is (not kept)


def test_a_shared_postcode_is_asked_gently() -> None:
    [one] = found(living_at("B45 9CV"))
    assert one.grade is Grade.COULD
    assert one.what.endswith("lies in Worcestershire or beside it.")
    assert one.section == "addresses"


def with_homes(first: str, second: str) -> Referral:
    start = small()
    [child] = start.children
    moved = msgspec.structs.replace(child, home="a1", second_home="a2")
    places = (Address(id="a1", postcode=first), Address(id="a2", postcode=second))
    return msgspec.structs.replace(start, children=(moved,), addresses=places)


def test_of_two_homes_the_one_that_lies_elsewhere_is_named_as_what_it_is() -> None:
    [second] = found(with_homes("WR5 2CV", "WS3 1CV"))
    assert second.path == "addresses[a2].postcode"
    assert "the second home of" in second.what
    assert "tell both" in second.how
    assert len(found(with_homes("B5 7CV", "WS3 1CV"))) == 2


@pytest.mark.parametrize(
    ("lines", "postcode", "speaks"),
    [
        ("4 Orchard Rise\nWalsall", None, True),
        ("4 Orchard Rise, Birmingham", "", True),
        ("4 Orchard Rise\nwalsall ", NotKnown(Reason.NOT_KNOWN), True),
        ("4 Walsall Road\nWorcester", None, False),
        ("4 Orchard Rise\nRedditch", None, False),
        ("Rubery\nBirmingham", "B61 0CV", False),
        ("4 Orchard Rise\nBirmingham", "WR99 1AB", False),
        (None, None, False),
    ],
)
def test_without_a_postcode_a_line_that_names_another_council_is_asked_about(
    lines: str | None, postcode: object, speaks: bool
) -> None:
    asked = found(living_at(postcode, lines=lines))
    assert [one.rule for one in asked] == [SHARED.name] * speaks
    assert all("no postcode" in one.what and "Orchard" not in one.what for one in asked)


def test_an_address_where_no_referred_child_lives_is_nobodys_question() -> None:
    start = living_at("WS3 1CV")
    [child] = start.children
    nobody = msgspec.structs.replace(start, children=(msgspec.structs.replace(child, home=None),))
    assert found(nobody) == []
    not_referred = msgspec.structs.replace(child, referred=False)
    assert found(msgspec.structs.replace(start, children=(not_referred,))) == []
    died = msgspec.structs.replace(child, has_died=True)
    assert found(msgspec.structs.replace(start, children=(died,))) == []


def test_a_home_is_asked_about_once_with_all_who_live_there() -> None:
    family = largest()
    away = tuple(msgspec.structs.replace(one, postcode="WS3 1CV") for one in family.addresses)
    several = found(msgspec.structs.replace(family, addresses=away))
    assert len(several) == len({one.path for one in several}) <= len(away)
    assert any(" and " in one.what for one in several)


def test_a_child_in_care_has_a_worker_who_is_told_as_well() -> None:
    start = living_at("WS3 1CV")
    [child] = start.children
    in_care = (msgspec.structs.replace(child, looked_after=True),)
    [one] = found(msgspec.structs.replace(start, children=in_care))
    assert one.how.endswith("tell that worker as well.")


def test_a_pack_that_does_not_say_its_area_asks_nothing() -> None:
    silent = msgspec.structs.replace(PACK, area=None)
    checked = check(living_at("WS3 1CV"), silent.form("csc"), silent, today=TODAY)
    assert not RULES & {one.rule for one in checked}
