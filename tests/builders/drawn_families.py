"""Families by name, for pictures: who is whose, who lives where. Everybody in them is invented."""

from datetime import date

import msgspec

from ffd_desktop.referral.answers import NotKnown, Reason
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
from tests.builders.items import address
from tests.builders.names import family, first


class FamilyMaker:
    """Puts a family together a person at a time; ids are the names in small letters."""

    def __init__(self) -> None:
        self._children: list[Child] = []
        self._people: list[Person] = []
        self._ties: list[Relationship] = []
        self._couples: list[Partnership] = []
        self._siblings: list[SiblingTie] = []
        self._addresses: list[Address] = []

    def home(self, *, kept_from: str | None = None) -> str:
        """Add an address and give its id."""
        one = address(len(self._addresses) + 1)
        self._addresses.append(msgspec.structs.replace(one, confidential_from=kept_from))
        return one.id

    def adult(self, name: str, sex: str | None = None, home: str = "", **more: object) -> str:
        """Add an adult and give the id."""
        first_names, _, last = name.partition(" ")
        key = f"p{len(self._people) + 1}"
        self._people.append(
            Person(
                id=key,
                first_names=first_names or NotKnown(Reason.NOT_KNOWN),
                family_name=last or None,
                sex=sex,
                home=home or None,
                **more,
            )
        )
        return key

    def child(
        self,
        name: str,
        sex: str,
        born: date | PartDate | None,
        home: str = "",
        **more: object,
    ) -> str:
        """Add a child and give the id; ``mother="p1"`` and the like are ties."""
        first_names, _, last = name.partition(" ")
        key = f"c{len(self._children) + 1}"
        self._children.append(
            Child(
                id=key,
                first_names=first_names or None,
                family_name=last or None,
                sex=sex,
                date_of_birth=on(born) if isinstance(born, date) else born,
                home=home or None,
                **more,
            )
        )
        return key

    def tie(self, person: str, kind: str, *children: str, **more: object) -> None:
        """Say what an adult is to children."""
        for one in children:
            key = f"t{len(self._ties) + 1}"
            self._ties.append(Relationship(id=key, child=one, person=person, kind=kind, **more))

    def couple(self, one: str, other: str, kind: str, **more: object) -> None:
        """Say what two adults are to each other."""
        key = f"u{len(self._couples) + 1}"
        self._couples.append(Partnership(id=key, first=one, second=other, kind=kind, **more))

    def siblings(self, one: str, other: str, kind: str) -> None:
        """Say how two children are related."""
        key = f"s{len(self._siblings) + 1}"
        self._siblings.append(SiblingTie(id=key, first=one, second=other, kind=kind))

    def referral(self) -> Referral:
        """Give the referral of the family."""
        return Referral(
            id="r-family",
            reference="FFD-2026-0007",
            council="worcestershire",
            form="csc",
            children=tuple(self._children),
            people=tuple(self._people),
            relationships=tuple(self._ties),
            partnerships=tuple(self._couples),
            sibling_ties=tuple(self._siblings),
            addresses=tuple(self._addresses),
        )


DUE = PartDate(kind=DateKind.DUE, year=2027, month=3, day=27)
ABOUT_FOUR = PartDate(
    kind=DateKind.AGE, years=4, about=True, said_on=date(2026, 11, 20).isoformat()
)


def nuclear() -> Referral:
    """Mother and father, married, with three children, two of them twins."""
    f = FamilyMaker()
    home = f.home()
    mother = f.adult("Lowri Tanglewood", "F", home, date_of_birth=on(date(1988, 5, 14)))
    father = f.adult("Emrys Tanglewood", "M", home, date_of_birth=on(date(1986, 2, 3)))
    children = [
        f.child("Kyle Tanglewood", "M", date(2014, 3, 27), home),
        f.child("Amy Tanglewood", "F", date(2018, 7, 1), home),
        f.child("Ben Tanglewood", "M", date(2018, 7, 1), home, referred=False),
    ]
    f.tie(mother, "PAM", *children)
    f.tie(father, "PAF", *children)
    f.couple(mother, father, "married")
    f.siblings(children[1], children[2], "twin")
    return f.referral()


def new_partner() -> Referral:
    """Parents apart; the mother lives with a new partner, by whom she is expecting."""
    f = FamilyMaker()
    home, away = f.home(), f.home()
    mother = f.adult("Lowri Tanglewood", "F", home, date_of_birth=on(date(1990, 5, 14)))
    father = f.adult("Emrys Kaya", "M", away, date_of_birth=PartDate(DateKind.YEAR, year=1988))
    partner = f.adult("Nnamdi Vale", "M", home)
    kyle = f.child("Kyle Kaya", "M", date(2015, 3, 27), home, second_home=away)
    amy = f.child("Amy Kaya", "F", date(2017, 7, 1), home, second_home=away)
    baby = f.child("", "U", DUE, home)
    f.tie(mother, "PAM", kyle, amy, baby)
    f.tie(father, "PAF", kyle, amy)
    f.tie(partner, "PPM", kyle, amy)
    f.tie(partner, "PAF", baby)
    f.couple(mother, father, "separated")
    f.couple(mother, partner, "living_together")
    return f.referral()


def three_fathers() -> Referral:
    """One mother, five children by three fathers, two addresses, a grandmother, a lodger."""
    f = FamilyMaker()
    home, away = f.home(), f.home()
    mother = f.adult("Zofia Wiśniewska", "F", home, date_of_birth=on(date(1989, 5, 14)))
    first_ = f.adult("Marek Wiśniewski", "M", away)
    second = f.adult("", "M")
    third = f.adult("Tomasz Okonjo-Vale", "M", home)
    old = f.adult("Halina Wiśniewska", "F", away, date_of_birth=PartDate(DateKind.YEAR, year=1961))
    f.adult("Piotr Kowal", "M", home, role="Lodger")
    a = f.child("Aleksandra Wiśniewska", "F", date(2012, 3, 27), home)
    b = f.child("Borys Wiśniewski", "M", date(2013, 7, 1), away)
    c = f.child("Celina Wiśniewska", "F", date(2016, 1, 9), home)
    d = f.child("Dawid Okonjo-Vale", "M", ABOUT_FOUR, home)
    e = f.child("", "U", DUE, home)
    f.tie(mother, "PAM", a, b, c, d, e)
    f.tie(first_, "PAF", a, b)
    f.tie(second, "PAF", c)
    f.tie(third, "PAF", d, e)
    f.tie(old, "GRM", a, b, c, d, e)
    f.couple(mother, first_, "divorced")
    f.couple(mother, third, "living_together")
    return f.referral()


def shared_care() -> Referral:
    """Two homes, the children half the week in each; each parent has a new partner."""
    f = FamilyMaker()
    one, two = f.home(), f.home()
    mother = f.adult("Lowri Tanglewood", "F", one)
    father = f.adult("Emrys Kaya", "M", two)
    step_f = f.adult("Nnamdi Vale", "M", one)
    step_m = f.adult("Rhian Moss", "F", two)
    kyle = f.child("Kyle Kaya", "M", date(2015, 3, 27), one, second_home=two)
    amy = f.child("Amy Kaya", "F", date(2017, 7, 1), one, second_home=two)
    f.tie(mother, "PAM", kyle, amy)
    f.tie(father, "PAF", kyle, amy)
    f.tie(step_f, "STF", kyle, amy)
    f.tie(step_m, "STM", kyle, amy)
    f.couple(mother, father, "divorced")
    f.couple(mother, step_f, "married")
    f.couple(father, step_m, "couple")
    return f.referral()


def kinship() -> Referral:
    """Grandparents bring up two children; the mother has died, the father is not recorded."""
    f = FamilyMaker()
    home = f.home()
    gran = f.adult("Halina Kowal", "F", home, date_of_birth=on(date(1960, 1, 2)))
    grandad = f.adult("Jan Kowal", "M", home)
    mother = f.adult("Ewa Kowal", "F", has_died=True, died_on=PartDate(DateKind.YEAR, year=2021))
    a = f.child("Kyle Kowal", "M", date(2015, 3, 27), home)
    b = f.child("Amy Kowal", "F", date(2017, 7, 1), home)
    f.tie(gran, "GRM", a, b, parental_responsibility=True)
    f.tie(grandad, "GRF", a, b)
    f.tie(mother, "PAM", a, b)
    f.couple(gran, grandad, "married")
    return f.referral()


def foster() -> Referral:
    """Two at home with both parents, a brother fostered elsewhere, a child who came to stay."""
    f = FamilyMaker()
    home, away = f.home(), f.home(kept_from="The father")
    mother = f.adult("Lowri Tanglewood", "F", home)
    father = f.adult("Emrys Tanglewood", "M", home)
    fm = f.adult("Rhian Moss", "F", away)
    ff = f.adult("Owen Moss", "M", away)
    a = f.child("Kyle Tanglewood", "M", date(2013, 3, 27), home)
    b = f.child("Ben Tanglewood", "M", date(2015, 3, 27), away, referred=False, looked_after=True)
    c = f.child("Amy Tanglewood", "F", date(2017, 7, 1), home)
    d = f.child("Mia Ashby", "F", date(2016, 2, 2), away, referred=False)
    f.tie(mother, "PAM", a, b, c)
    f.tie(father, "PAF", a, b, c)
    f.tie(fm, "FOM", b, d)
    f.tie(ff, "FOF", b, d)
    f.siblings(b, d, "foster")
    return f.referral()


def two_mothers() -> Referral:
    """Two mothers in a civil partnership, one child of theirs, one adopted, one of the second's."""
    f = FamilyMaker()
    home = f.home()
    one = f.adult("Lowri Tanglewood", "F", home)
    two = f.adult("Rhian Moss", "F", home)
    a = f.child("Kyle Tanglewood", "M", date(2015, 3, 27), home)
    b = f.child("Amy Tanglewood", "F", date(2018, 3, 27), home)
    c = f.child("Sky Moss", "U", date(2011, 5, 5), home, referred=False)
    f.tie(one, "PAM", a)
    f.tie(two, "PAM", a)
    f.tie(one, "PAM", b, basis="adoption")
    f.tie(two, "PAM", b, basis="adoption")
    f.tie(two, "PAM", c)
    f.couple(one, two, "civil_partnership")
    return f.referral()


def nobody_named() -> Referral:
    """Two children without a recorded parent, a grown-up sister, a neighbour, an aunt."""
    f = FamilyMaker()
    home = f.home()
    a = f.child("Kyle Tanglewood", "M", date(2015, 3, 27), home)
    b = f.child("Amy Tanglewood", "F", None)
    sister = f.adult("Cerys Tanglewood", "F", home, date_of_birth=on(date(2004, 3, 27)))
    aunt = f.adult("Delyth Moss", "F")
    friend = f.adult("Owen Ash", "M")
    f.adult("Gwen Birch", "F", role="Neighbour who rang the school")
    f.tie(sister, "SIB", a, b)
    f.tie(aunt, "AUN", a)
    f.tie(friend, "FRI", a, b)
    f.siblings(a, b, "full")
    return f.referral()


def big() -> Referral:
    """Twelve children and nine adults: three fathers, grandparents, a lodger."""
    f = FamilyMaker()
    home, away, third_home = f.home(), f.home(), f.home()
    mother = f.adult("Zofia Wiśniewska", "F", home, date_of_birth=on(date(1984, 5, 14)))
    fathers = [
        f.adult("Marek Wiśniewski", "M", away),
        f.adult("Nnamdi Okonjo-Vale", "M", third_home),
        f.adult("Tomasz Featherstone", "M", home),
    ]
    step = f.adult("Rhian Moss", "F", away)
    gran = f.adult("Halina Wiśniewska", "F", home)
    grandad = f.adult("Jan Wiśniewski", "M", home)
    aunt = f.adult("Delyth Wiśniewska", "F", third_home)
    f.adult("Piotr Kowal", "M", home, role="Lodger")
    children = [
        f.child(
            f"{first(n)} {family(n // 4)}",
            "FM"[n % 2],
            date(2009 + n, 1 + n % 12, 3),
            (away if n in (1, 2) else third_home if n == 5 else home),
            referred=n > 1,
        )
        for n in range(12)
    ]
    f.tie(mother, "PAM", *children)
    for n, father in enumerate(fathers):
        f.tie(father, "PAF", *children[n * 4 : n * 4 + 4])
    f.tie(step, "STM", *children[:4])
    f.tie(gran, "GRM", *children)
    f.tie(grandad, "GRF", *children)
    f.tie(aunt, "AUN", *children)
    f.couple(mother, fathers[0], "divorced")
    f.couple(mother, fathers[1], "separated")
    f.couple(mother, fathers[2], "living_together")
    f.couple(fathers[0], step, "married")
    f.couple(gran, grandad, "married")
    f.siblings(children[9], children[10], "twin")
    return f.referral()


ORDINARY = {
    "nuclear": nuclear,
    "new partner": new_partner,
    "three fathers": three_fathers,
    "shared care": shared_care,
    "kinship": kinship,
    "foster": foster,
    "two mothers": two_mothers,
    "nobody named": nobody_named,
    "big": big,
}
