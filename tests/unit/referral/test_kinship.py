"""How children are related: what follows from parents and couples, and what never does."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.kinship import Family, Kin
from ffd_desktop.referral.people import Child, Partnership, Person, Relationship, SiblingTie
from tests.builders.families import five, twelve
from tests.builders.referrals import bare

TODAY = on(date(2015, 3, 27))


def family(*ties, couples=(), pairs=(), born=None, unnamed=()):
    """Two children and the adults of some ties: (child, adult, kind) and perhaps a basis."""
    people = dict.fromkeys(tie[1] for tie in ties)
    for couple in couples:
        people.update(dict.fromkeys(couple[:2]))
    return msgspec.structs.replace(
        bare(),
        children=(Child(id="a", date_of_birth=born), Child(id="b", date_of_birth=born)),
        people=tuple(
            Person(id=one, first_names=None if one in unnamed else one.upper()) for one in people
        ),
        relationships=tuple(
            Relationship(id=f"g{n}", child=tie[0], person=tie[1], kind=tie[2],
                         basis=tie[3] if len(tie) > 3 else None)
            for n, tie in enumerate(ties)
        ),
        partnerships=tuple(
            Partnership(id=f"u{n}", first=one, second=other, kind=kind)
            for n, (one, other, kind) in enumerate(couples)
        ),
        sibling_ties=tuple(
            SiblingTie(id=f"s{n}", first=one, second=other, kind=kind)
            for n, (one, other, kind) in enumerate(pairs)
        ),
    )  # fmt: skip


MUM = (("a", "m", "PAM"), ("b", "m", "PAM"))
DADS = (("a", "f", "PAF"), ("b", "g", "PAF"))
APART = (("a", "m", "PAM"), ("a", "f", "PAF"), ("b", "n", "PAM"), ("b", "g", "PAF"))

CASES = {
    "the same mother and father": (family(*MUM, ("a", "f", "PAF"), ("b", "f", "PAF")), Kin.FULL),
    "the same two mothers": (family(*MUM, ("a", "n", "PAM"), ("b", "n", "PAM")), Kin.FULL),
    "one mother, two fathers": (family(*MUM, *DADS), Kin.HALF),
    "one mother, one father not said": (family(*MUM, DADS[0]), Kin.SOME),
    "one mother, a father without a name": (family(*MUM, *DADS, unnamed=("g",)), Kin.SOME),
    "nobody in common": (family(*APART), Kin.NONE),
    "a parent of one lives with a parent of the other": (
        family(*APART, couples=(("m", "g", "living_together"),)), Kin.STEP,
    ),
    "a parent of one was once with a parent of the other": (
        family(*APART, couples=(("m", "g", "divorced"),)), Kin.NONE,
    ),
    "parents by adoption": (
        family(("a", "m", "PAM"), ("a", "f", "PAF"), ("b", "m", "PAM", "adoption")), Kin.ADOPTIVE,
    ),
    "one foster mother": (family(("a", "c", "FOM"), ("b", "c", "FOM")), Kin.FOSTER),
    "the foster carer's own child": (family(("a", "c", "FOM"), ("b", "c", "PAM")), Kin.FOSTER),
    "nothing said": (family(("a", "m", "PAM")), Kin.UNKNOWN),
    "a step-parent of one is a parent of the other": (
        family(*APART[:2], ("b", "n", "PAM"), ("b", "f", "STF")), Kin.STEP,
    ),
    "a partner of a parent is no parent in common": (
        family(("a", "m", "PAM"), ("b", "m", "PPM")), Kin.STEP,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("referral", "kin"), CASES.values(), ids=CASES)
def test_two_children_are(referral, kin):
    assert Family(referral).between("a", "b").kin is kin


def test_what_is_stated_wins_and_keeps_what_it_would_rest_on():
    stated = family(*MUM, *DADS, pairs=(("b", "a", "twin"),))
    found = Family(stated).between("a", "b")
    assert found.kin is Kin.TWIN
    assert found.stated is not None
    assert found.through == ("m",)


def test_one_mother_and_one_birthday_may_be_twins_and_never_are_by_themselves():
    found = Family(family(*MUM, born=TODAY)).between("a", "b")
    assert found.may_be_twins
    assert found.kin is Kin.SOME
    year = PartDate(kind=DateKind.YEAR, year=2015)
    assert not Family(family(*MUM, born=year)).between("a", "b").may_be_twins
    assert not Family(family(*APART, born=TODAY)).between("a", "b").may_be_twins
    stated = family(*MUM, born=TODAY, pairs=(("a", "b", "half"),))
    assert not Family(stated).between("a", "b").may_be_twins


ADULTS = st.sampled_from("mnfg")
TIES = st.lists(
    st.tuples(st.sampled_from("ab"), ADULTS, st.sampled_from(("PAM", "PAF", "FOM", "PPM"))),
    max_size=8,
)
COUPLES = st.lists(
    st.tuples(ADULTS, ADULTS, st.sampled_from(("married", "divorced", "living_together"))),
    max_size=3,
)


@given(TIES, COUPLES)
def test_it_is_the_same_whichever_child_comes_first(ties, couples):
    known = Family(family(*ties, couples=couples))
    one, other = known.between("a", "b"), known.between("b", "a")
    assert one.kin is other.kin
    assert {*one.through} == {*other.through}


@given(TIES, COUPLES)
def test_a_couple_never_makes_or_unmakes_a_parent_in_common(ties, couples):
    without = Family(family(*ties)).between("a", "b").kin
    with_them = Family(family(*ties, couples=couples)).between("a", "b").kin
    assert with_them is without or (with_them is Kin.STEP and without not in BY_BIRTH)


BY_BIRTH = (Kin.FULL, Kin.HALF, Kin.SOME)


@given(TIES, COUPLES)
def test_nobody_is_called_full_or_half_without_two_parents_of_each_being_said(ties, couples):
    known = Family(family(*ties, couples=couples))
    if known.between("a", "b").kin in (Kin.FULL, Kin.HALF):
        assert known.has_both("a")
        assert known.has_both("b")


def test_five_children_of_three_fathers():
    kin = {(one.first, one.second): one.kin for one in Family(five()).pairs()}
    full = {pair for pair, one in kin.items() if one is Kin.FULL}
    assert full == {("c1", "c2"), ("c4", "c5")}
    assert {one for pair, one in kin.items() if pair not in full} == {Kin.HALF}


def test_twelve_children_of_many_homes():
    known = Family(twelve())
    assert known.between("c3", "c4").may_be_twins
    assert known.between("c1", "c8").kin is Kin.STEP
    assert known.between("c8", "c12").kin is Kin.HALF
    assert known.between("c8", "c11").kin is Kin.NONE
