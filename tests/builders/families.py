"""Two large invented families: five children of three fathers at two addresses, and twelve.

Nobody here is real. A stranger must be able to draw either family from its referral alone.
"""

from datetime import date

import msgspec

from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.model import Family, Referral
from ffd_desktop.referral.people import Address, Child, Partnership, Person, Relationship
from ffd_desktop.referral.statements import Event, Statement, StatementKind
from tests.builders import referrals
from tests.builders.items import child, person
from tests.builders.names import phone, upn

DUE = PartDate(kind=DateKind.DUE, year=2027, month=2, day=14)
LARKRISE = "Larkrise Fictional Primary School"
TEME = "Teme Walk Fictional High School"


def five() -> Referral:
    """Five children, three fathers, two addresses; four of the children are referred.

    Grażyna has Lowri and Dafydd with Tadhg (divorced), Khadija with Ümit (separated, away) and
    Piotr and Órla with Hamish, with whom she lives. Lowri lives with Tadhg and his wife Siobhán,
    goes to another school and is not referred; Dafydd's week is shared between the two homes.
    """
    return msgspec.structs.replace(
        referrals.small(),
        id="r-five",
        reference="FFD-2026-0005",
        children=_five_children(),
        people=_five_people(),
        relationships=_five_ties(),
        partnerships=(
            _couple("u1", "p1", "p2", "divorced", until=2017),
            _couple("u2", "p1", "p3", "separated", until=2020),
            _couple("u3", "p1", "p4", "living_together", since=2021),
            _couple("u4", "p2", "p5", "married", since=2019),
        ),
        addresses=(
            Address(id="a1", lines="4 Pear Tree Lane\nWorcester", postcode="WR99 4AB"),
            Address(id="a2", lines="9 Teme Walk\nWorcester", postcode="WR99 9AB"),
        ),
        family=Family(
            other_children=True,
            household_notes="Grażyna, Hamish and four of the children at Pear Tree Lane.",
            support_network="Irena, the grandmother, who lives with Tadhg at Teme Walk.",
        ),
        statements=(
            _worry("s1", "The younger ones come hungry most Mondays.", None),
            _worry("s2", "Dafydd was hit with a belt.", ("c2",)),
            _worry("s3", "Khadija and Piotr were left alone overnight.", ("c3", "c4")),
            _said("s4", StatementKind.STRENGTH, "Dafydd is safe and fed at Teme Walk.", ("c2",)),
            _said("s5", StatementKind.NEED, "Somebody awake in the mornings.", None),
        ),
        events=(
            _event("e1", date(2026, 9, 14), "All late and without breakfast.", None),
            _event("e2", date(2026, 10, 5), "Dafydd limped; would not say why.", ("c2",)),
            _event("e3", date(2026, 11, 19), "Nobody collected the three at school.",
                   ("c2", "c3", "c4")),
        ),
    )  # fmt: skip


def twelve() -> Referral:
    """Twelve children of one household and beyond it, one of them unborn, eight referred.

    Grażyna had six with Tadhg, two of them twins; her partner Hamish brought three of his own;
    the two have one together and one to come. Wen, whom a foster carer looks after, is Tadhg's.
    """
    names = (
        ("Lowri", "F", date(2010, 4, 2)), ("Dafydd", "M", date(2011, 8, 19)),
        ("Fatima", "F", date(2013, 1, 30)), ("Chidera", "M", date(2013, 1, 30)),
        ("Eilidh", "F", date(2015, 6, 11)), ("Bronisław", "M", date(2016, 12, 3)),
        ("Yusuf", "M", date(2009, 2, 14)), ("Zofia", "F", date(2012, 10, 9)),
        ("Amélie", "F", date(2014, 3, 21)), ("Nnamdi", "M", date(2022, 5, 5)),
        ("Wen", "F", date(2012, 7, 7)),
    )  # fmt: skip
    born = tuple(
        _pupil(n, name, "Llewellyn" if n <= 6 else "Tanglewood", sex=sex, born=day)
        for n, (name, sex, day) in enumerate(names, start=1)
    )
    away = {
        "c1": {"referred": False, "school": TEME, "year_group": "12", "home": "a2"},
        "c7": {"referred": False, "school": TEME, "year_group": "13", "home": "a3"},
        "c8": {"second_home": "a3", "staying_elsewhere": "Every second weekend with Khadija."},
        "c11": {
            "referred": False, "family_name": "Kaya", "home": "a4", "looked_after": True,
            "living_arrangement": "looked_after", "looked_after_by": "Worcestershire",
            "school": TEME,
        },
    }  # fmt: skip
    children = tuple(msgspec.structs.replace(one, **away.get(one.id, {})) for one in born)
    return msgspec.structs.replace(
        five(),
        id="r-twelve",
        reference="FFD-2026-0012",
        children=(*children, _unborn("c12", "Tanglewood")),
        people=(
            _adult("p1", "Grażyna", "Wiśniewska", "F", 1985, "a1"),
            _adult("p2", "Tadhg", "Llewellyn", "M", 1982, "a2"),
            _adult("p3", "Hamish", "Tanglewood", "M", 1984, "a1"),
            _adult("p4", "Khadija", "Mistry-Cole", "F", 1986, "a3"),
            _adult("p5", "Siobhán", "Kaya", "F", 1988, None),
            _adult("p6", "Rhiannon", "Ashdown-Pike", "F", 1975, "a4"),
        ),
        relationships=_twelve_ties(),
        partnerships=(
            _couple("u1", "p1", "p2", "divorced", until=2019),
            _couple("u2", "p1", "p3", "living_together", since=2020),
            _couple("u3", "p3", "p4", "separated", until=2018),
            _couple("u4", "p2", "p5", "ended"),
        ),
        addresses=tuple(
            Address(id=f"a{n}", lines=f"{n} {street}\nWorcester", postcode=f"WR99 {n}AB")
            for n, street in enumerate(
                ("Orchard Rise", "Abberley View", "Larkrise Close", "Pear Tree Lane"), start=1
            )
        ),
        statements=(
            _worry("s1", "The children come hungry most Mondays.", None),
            _worry("s2", "The twins sleep in one bed with no bedding.", ("c3", "c4")),
            _said("s3", StatementKind.STRENGTH, "The eldest look after the small ones.", None),
            _said("s4", StatementKind.NEED, "Somebody awake in the mornings.", None),
        ),
        events=(
            _event("e1", date(2026, 9, 14), "All late and without breakfast.", None),
            _event("e2", date(2026, 10, 5), "Eilidh fell asleep in class.", ("c5",)),
        ),
    )


def _five_children() -> tuple[Child, ...]:
    lowri = _pupil(1, "Lowri", "Llewellyn", sex="F", born=date(2012, 2, 11), home="a2")
    dafydd = _pupil(2, "Dafydd", "Llewellyn", sex="M", born=date(2015, 9, 3))
    orla = _pupil(5, "Órla", "Tanglewood", sex="F", born=date(2025, 3, 30))
    change = msgspec.structs.replace
    return (
        change(
            lowri, referred=False, school=TEME, year_group="10", concern=None, views=None,
            level=None, level_reason=None, abuse_categories=None,
            staying_elsewhere="At Pear Tree Lane on some Saturdays.",
        ),
        change(
            dafydd, second_home="a2",
            staying_elsewhere="Thursday to Sunday at Teme Walk, otherwise at Pear Tree Lane.",
        ),
        _pupil(3, "Khadija", "Kaya", sex="F", born=date(2018, 6, 21)),
        _pupil(4, "Piotr", "Tanglewood", sex="M", born=date(2021, 11, 8)),
        change(orla, upn=None, school=NotKnown(Reason.NOT_APPLICABLE), year_group=None,
               views=NotKnown(Reason.NOT_APPLICABLE), attendance=None),
    )  # fmt: skip


def _five_people() -> tuple[Person, ...]:
    return (
        _adult("p1", "Grażyna", "Wiśniewska", "F", 1988, "a1"),
        _adult("p2", "Tadhg", "Llewellyn", "M", 1985, "a2"),
        _adult("p3", "Ümit", "Kaya", "M", 1986, NotKnown(Reason.NOT_KNOWN)),
        _adult("p4", "Hamish", "Tanglewood", "M", 1990, "a1"),
        _adult("p5", "Siobhán", "Llewellyn", "F", 1987, "a2"),
        _adult("p6", "Irena", "Wiśniewska", "F", 1960, "a2"),
    )


def _five_ties() -> tuple[Relationship, ...]:
    fathers = {"c1": "p2", "c2": "p2", "c3": "p3", "c4": "p4", "c5": "p4"}
    at_mothers = ("c2", "c3", "c4", "c5")
    return (
        *(_tie(c, "p1", "PAM", "mother", lives=c in at_mothers) for c in fathers),
        _tie("c1", "p2", "PAF", "father_married", lives=True),
        _tie("c2", "p2", "PAF", "father_married", lives=True, note="Thursday to Sunday"),
        _tie("c3", "p3", "PAF", "father_registered", lives=False, note="Has been away since 2020"),
        *(_tie(c, "p4", "PAF", "father_registered", lives=True) for c in ("c4", "c5")),
        *(_tie(c, "p4", "PPM", lives=True) for c in ("c2", "c3")),
        *(_tie(c, "p5", "STM", lives=True) for c in ("c1", "c2")),
        *(_tie(c, "p6", "GRM", lives=c in ("c1", "c2")) for c in fathers),
    )


def _twelve_ties() -> tuple[Relationship, ...]:
    first = [f"c{n}" for n in range(1, 7)]
    own = ["c7", "c8", "c9"]
    together = ["c10", "c12"]
    return (
        *(_tie(c, "p1", "PAM", "mother", lives=c != "c1") for c in (*first, *together)),
        *(_tie(c, "p2", "PAF", "father_married", lives=c == "c1") for c in (*first, "c11")),
        *(_tie(c, "p3", "PAF", "father_registered", lives=c != "c7") for c in (*own, *together)),
        *(_tie(c, "p4", "PAM", "mother", lives=c == "c7") for c in own),
        _tie("c11", "p5", "PAM", "mother", lives=False),
        _tie("c11", "p6", "FOM", lives=True),
        *(_tie(c, "p3", "PPM", lives=True) for c in first[1:]),
    )


def _pupil(n: int, name: str, family: str, *, sex: str, born: date, home: str = "a1") -> Child:
    """Make a child of school age about whom everything that must be said is said."""
    return msgspec.structs.replace(
        child(n, home=home),
        first_names=name, family_name=family, known_as=None, sex=sex, date_of_birth=on(born),
        upn=upn(n), school=LARKRISE, year_group=_year(born),
    )  # fmt: skip


def _year(born: date) -> str:
    year = 2026 - born.year - 5
    return str(year) if year > 0 else "R"


def _unborn(key: str, family: str) -> Child:
    return msgspec.structs.replace(
        referrals.typical().children[3], id=key, family_name=family, date_of_birth=DUE
    )


def _adult(key: str, name: str, family: str, sex: str, year: int, home: object) -> Person:
    return msgspec.structs.replace(
        person(int(key[1:]), "a1"), id=key, first_names=name, family_name=family,
        sex=sex, date_of_birth=PartDate(kind=DateKind.YEAR, year=year), home=home,
        in_household=home == "a1", phone=phone(100 + int(key[1:])), email=None,
    )  # fmt: skip


def _tie(
    whose: str, who: str, kind: str, basis: str = "", *, lives: bool, note: str = ""
) -> Relationship:
    return Relationship(
        id=f"g-{whose}-{who}", child=whose, person=who, kind=kind,
        parental_responsibility=bool(basis), basis=basis or None, lives_with=lives,
        note=note or None,
    )  # fmt: skip


def _couple(
    key: str, first: str, second: str, kind: str, *, since: int = 0, until: int = 0
) -> Partnership:
    def year(number: int) -> PartDate | None:
        return PartDate(kind=DateKind.YEAR, year=number) if number else None

    return Partnership(
        id=key, first=first, second=second, kind=kind, since=year(since), until=year(until)
    )


def _worry(key: str, text: str, children: tuple[str, ...] | None) -> Statement:
    return _said(key, StatementKind.WORRY, text, children)


def _said(key: str, kind: StatementKind, text: str, children: tuple[str, ...] | None) -> Statement:
    return Statement(
        id=key, kind=kind, text=text, children=children, certainty="seen",
        source="Rhiannon Tanglewood", when=on(date(2026, 11, 16)),
    )  # fmt: skip


def _event(key: str, day: date, what: str, children: tuple[str, ...] | None) -> Event:
    return Event(
        id=key, when=on(day), what=what, who="Class teacher", source="School record",
        children=children,
    )  # fmt: skip
