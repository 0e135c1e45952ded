"""Families that nobody thought of, for laws that must hold for all."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import (
    Address,
    Child,
    Partnership,
    Person,
    Relationship,
    SiblingTie,
)
from tests.builders.names import family, first

KINDS = [
    *("PAM", "PAF", "STM", "STF", "PPM", "GRM", "GRF", "AUN", "SIB", "FOM", "FOF", "KIN"),
    *("LOD", "NEI", "OTH", None),
]
COUPLES = ["married", "living_together", "couple", "separated", "divorced", "ended", None]
_NAMES = st.one_of(
    st.builds(first, st.integers(0, 40)),
    st.sampled_from(
        ["", "Wolfeschlegelsteinhausenbergerdorff", "李明", "Æ", "محمد", "a-b-c-d-e-f"]
    ),
)
_BORN = st.one_of(
    st.none(),
    st.just(NotKnown()),
    st.builds(on, st.dates(date(2008, 1, 1), date(2026, 11, 1))),
    st.just(PartDate(kind=DateKind.DUE, year=2027, month=3, day=27)),
    st.builds(lambda y: PartDate(kind=DateKind.YEAR, year=y), st.integers(1930, 2026)),
    st.just(PartDate(kind=DateKind.TEXT, text="the winter after the flood, they think")),
)


@st.composite
def referrals(draw: st.DrawFn, *, children: int = 12, people: int = 14) -> Referral:
    """A family with any ties between anybody."""
    addresses = tuple(
        Address(id=f"a{n}", lines=f"{n} Orchard Rise\nWorcester", confidential_from=kept)
        for n, kept in enumerate(draw(st.lists(st.sampled_from([None, "The father"]), max_size=4)))
    )
    home = st.sampled_from([None, *(one.id for one in addresses)])
    role = st.sampled_from([None, "Lodger"])
    sex = st.sampled_from(["F", "M", "U", None])
    number = draw(st.integers(1, children))
    kids = tuple(
        Child(
            id=f"c{n}", first_names=draw(_NAMES), family_name=family(n), sex=draw(sex),
            date_of_birth=draw(_BORN), home=draw(home), second_home=draw(home),
            referred=draw(st.booleans()), has_died=draw(st.sampled_from([None, True])),
        )
        for n in range(number)
    )  # fmt: skip
    adults = tuple(
        Person(
            id=f"p{n}", first_names=draw(_NAMES), family_name=family(n + 3), sex=draw(sex),
            date_of_birth=draw(_BORN), home=draw(home), role=draw(role),
        )
        for n in range(draw(st.integers(0, people)))
    )  # fmt: skip
    child = st.sampled_from([one.id for one in kids])
    person = st.sampled_from([one.id for one in adults] or ["nobody"])
    ties = draw(st.lists(st.tuples(child, person, st.sampled_from(KINDS)), max_size=40))
    couples = draw(st.lists(st.tuples(person, person, st.sampled_from(COUPLES)), max_size=6))
    kin = st.sampled_from(["full", "half", "twin", "foster"])
    siblings = draw(st.lists(st.tuples(child, child, kin), max_size=5))
    return Referral(
        id="r-any",
        reference="FFD-2026-0008",
        council="worcestershire",
        form="csc",
        children=kids,
        people=adults,
        addresses=addresses,
        relationships=tuple(
            Relationship(id=f"t{n}", child=c, person=p, kind=k, lives_with=n % 5 == 0 or None)
            for n, (c, p, k) in enumerate(ties)
        ),
        partnerships=tuple(
            Partnership(id=f"u{n}", first=a, second=b, kind=k)
            for n, (a, b, k) in enumerate(couples)
        ),
        sibling_ties=tuple(
            SiblingTie(id=f"s{n}", first=a, second=b, kind=k)
            for n, (a, b, k) in enumerate(siblings)
        ),
    )
