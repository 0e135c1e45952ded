"""The words that stand for a genogram, and what it takes from a referral."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from ffd_desktop.exporting.drawing import Label
from tests.builders import drawn_families as families
from tests.builders.generated import referrals
from tests.unit.exporting.genogram_kit import EVERY, alternative, drawn, laid_out


@pytest.mark.parametrize("name", EVERY)
def test_the_words_say_everything_that_is_drawn(name):
    check_words(EVERY[name]())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(referrals())
def test_the_words_say_everything_of_any_family(referral):
    check_words(referral)


def check_words(referral):
    facts, said = laid_out(referral).facts, alternative(referral)
    lines = said.splitlines()
    for one in facts.members.values():
        if one.id.startswith("?"):
            assert f"({one.name.lower()} not recorded)" in said
        else:
            assert any(says_person(line, one) for line in lines)
    for union in facts.unions:
        parents = [facts.members[p].name for p in union.pair if not p.startswith("?")]
        for line in union.lines:
            child = facts.members[line.child].name
            assert any(says_child(one, child, parents) for one in lines)
    for home in facts.households:
        for start, whom in (("At ", home.members), ("Also at ", home.second)):
            for who in whom:
                name = facts.members[who].name
                assert any(one.startswith(start) and name in one for one in lines)
    assert sum(one.startswith("Of one birth: ") for one in lines) == len(facts.births)


def says_person(line, one):
    parts = [one.name if one.is_open else f"{one.name}: ", *one.words]
    if one.age and not one.is_open:
        parts.append("under 1 year" if one.age == "<1" else f"age {one.age}")
    if one.is_child:
        parts.append("; referred" if one.referred else "; not referred")
    if one.died:
        parts.append("died")
    return all(part in line for part in parts)


def says_child(line, child, parents):
    starts = ("Children of", "Adopted children of", "Fostered or cared for by")
    whom, _, names = line.partition(": ")
    return line.startswith(starts) and child in names and all(one in whom for one in parents)


@pytest.mark.parametrize("name", EVERY)
def test_what_is_written_in_the_picture_is_in_the_words(name):
    referral = EVERY[name]()
    said = alternative(referral).lower()
    made = laid_out(referral)
    for one in made.facts.members.values():
        for line in one.under:
            if (
                " more" not in line
                and not line.startswith(("all ", "born"))
                and "of all" not in line
            ):
                assert line.lower() in said, line


def test_an_address_to_be_kept_back_is_nowhere_in_the_picture():
    referral = families.foster()
    kept = next(one for one in referral.addresses if one.confidential_from)
    written = [one.text for one in drawn(referral).shapes if isinstance(one, Label)]
    assert "Address kept back" in written
    for part in (*str(kept.lines).splitlines()[:1], str(kept.postcode)):
        assert not any(part in text for text in written)
        assert part not in alternative(referral)


def test_two_parents_have_a_union_though_nobody_said_what_they_are():
    made = laid_out(families.foster())
    union = made.facts.unions[0]
    assert (union.first, union.second, union.kind) == ("p1", "p2", "")
    assert "Lowri Tanglewood and Emrys Tanglewood: what they are to each other is not stated." in (
        alternative(families.foster())
    )


def test_a_step_parent_stands_beside_the_only_parent_it_can_be():
    f = families.FamilyMaker()
    mother, partner = f.adult("Lowri Moss", "F"), f.adult("Owen Ash", "M")
    kyle = f.child("Kyle Moss", "M", date(2015, 3, 27))
    f.tie(mother, "PAM", kyle)
    f.tie(partner, "STF", kyle)
    unions = laid_out(f.referral()).facts.unions
    assert [one.pair for one in unions if one.guessed] == [(mother, partner)]


def test_a_partner_of_either_parent_is_put_beside_neither():
    f = families.FamilyMaker()
    mother, father = f.adult("Lowri Moss", "F"), f.adult("Emrys Moss", "M")
    partner = f.adult("Owen Ash", "M")
    kyle = f.child("Kyle Moss", "M", date(2015, 3, 27))
    f.tie(mother, "PAM", kyle)
    f.tie(father, "PAF", kyle)
    f.tie(partner, "PPM", kyle)
    assert [one for one in laid_out(f.referral()).facts.unions if partner in one.pair] == []
    assert "Partner of a parent of Kyle" in alternative(f.referral())


def test_the_source_of_harm_looks_like_everybody_else():
    plain = families.nuclear()
    accused = msgspec.structs.replace(
        plain,
        people=tuple(
            msgspec.structs.replace(one, alleged_source_of_harm=True, risk="Knives")
            for one in plain.people
        ),
    )
    assert drawn(plain) == drawn(accused)
    assert alternative(plain) == alternative(accused)


def test_half_brothers_with_one_recorded_parent_have_a_father_each():
    f = families.FamilyMaker()
    mother = f.adult("Lowri Moss", "F")
    a = f.child("Kyle Moss", "M", date(2015, 3, 27))
    b = f.child("Ben Moss", "M", date(2017, 3, 27))
    f.tie(mother, "PAM", a, b)
    assert sum(who.startswith("?") for who in laid_out(f.referral()).facts.members) == 1
    f.siblings(a, b, "half")
    assert sum(who.startswith("?") for who in laid_out(f.referral()).facts.members) == 2


def test_who_has_no_name_is_told_by_whose_parent_they_are():
    said = alternative(families.three_fathers())
    assert "Father of Celina Wiśniewska: male; name not known." in said
