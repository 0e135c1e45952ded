"""Saltmarsh Green Primary (fictional): the families of the demonstration's roll.

Every person, number and place is invented. Run as a module, it writes ``resources/demo``.
"""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from ffd_desktop.roll.pupil import (
    AttendanceYear,
    Contact,
    FreeMeals,
    Language,
    PastSchool,
    Pupil,
    RollAddress,
    SenNeed,
    SenProvision,
)
from tests.builders.names import family, first
from tests.builders.roll import SOURCE, ctf_text, landline, mobile, upn

ROLL = Path("resources/demo/8850000_CTF_XXXXXXX_001.xml")
_serials = count(101)
_numbers = count(101)


def home(first: str, second: str = "", postcode: str = "WR99 1AA") -> RollAddress:
    lines = (first, second, "Saltmarsh") if second else (first, "Saltmarsh")
    return RollAddress(lines=lines, postcode=postcode)


def adult(
    name: str,
    kind: str,
    order: int = 1,
    *,
    title: str = "Ms",
    at: RollAddress | None = None,
    responsible: bool | None = True,
    order_of_court: bool = False,
    landline_too: bool = False,
) -> Contact:
    """A contact with a number of their own; without ``at`` they live with the pupil."""
    forename, _, surname = name.partition(" ")
    number = next(_numbers)
    lives_apart = kind in {"SWR", "DOC", "CHM"} or at is not None
    return Contact(
        order=order,
        title=title,
        forename=forename,
        surname=surname,
        sex="M" if title == "Mr" else "F",
        relationship=kind,
        responsibility=responsible,
        lives_with_pupil=not lives_apart,
        address=at,
        phones=(mobile(number), landline(number)) if landline_too else (mobile(number),),
        email=f"{forename}.{surname}{number}@home.example".lower() if surname.isascii() else "",
        court_order=order_of_court,
    )


def again(contact: Contact, order: int, *, at: RollAddress | None = None) -> Contact:
    """The same adult on another child's record."""
    apart = at is not None
    return replace(contact, order=order, lives_with_pupil=not apart, address=at)


def pupil(
    name: str,
    year: int,
    born: tuple[int, int],
    sex: str,
    address: RollAddress | None,
    *contacts: Contact,
    known_as: str = "",
    language: str = "ENG",
    ethnicity: str = "WBRI",
) -> Pupil:
    """A pupil of a year group (0 is Reception), born on a month and day of that year's children."""
    forename, _, surname = name.partition(" ")
    month, day = born
    start = 2021 - year
    return Pupil(
        upn=upn(next(_serials), year=26 - year),
        forename=forename,
        surname=surname,
        preferred_forename=known_as,
        date_of_birth=date(start if month >= 9 else start + 1, month, day),
        sex=sex,
        year_group=str(year or "R"),
        ethnicity=ethnicity,
        ethnicity_source="P",
        languages=(Language(kind="F", code=language),),
        service_child="N",
        medical_flag=False,
        enrol_status="C",
        sen=(SenProvision(code="N", start="2026-09-01"),),
        address=address,
        contacts=contacts,
        attendance=(
            AttendanceYear(
                year="2025",
                school=SOURCE.school_name,
                possible=380,
                attended=361 - 9 * (month % 4),
                authorised=12,
                unauthorised=7 + month,
            ),
        )
        if year
        else (),
    )


def support(one: Pupil, code: str, *needs: str) -> Pupil:
    ranked = tuple(SenNeed(code=need, rank=str(n)) for n, need in enumerate(needs, start=1))
    return replace(one, sen=(SenProvision(code=code, start="2025-09-01"),), sen_needs=ranked)


def five_children_of_three_fathers() -> list[Pupil]:
    here, there = home("12 Reed Row"), home("3 Osier Walk", postcode="WR99 2BB")
    mum = adult("Hanna Reedmace", "PAM", landline_too=True)
    first = adult(
        "Marek Żak", "PAF", 2, title="Mr", at=home("Flat 2, 9 Quay Court"), order_of_court=True
    )
    second = adult("Dean Osier", "PAF", 2, title="Mr", at=there)
    third = adult("Callum Sallow", "PAF", 2, title="Mr", responsible=False)
    gran = adult("Irena Reedmace", "FAM", 3, at=home("40 Tern Street"), responsible=False)
    kacper = pupil("Kacper Reedmace-Żak", 6, (10, 3), "M", here, mum, first, gran)
    kacper = replace(kacper, ethnicity="WEEU", free_meals=(FreeMeals(start="2024-09-01"),))
    maja = pupil("Maja Reedmace-Żak", 4, (5, 27), "F", here, mum, first, ethnicity="WEEU")
    tyler = support(pupil("Tyler Osier", 3, (1, 15), "M", here, mum, second), "K", "SEMH", "SLCN")
    ruby = pupil("Ruby Osier", 1, (11, 8), "F", there, again(second, 1), again(mum, 2, at=here))
    teddy = pupil("Edward Reedmace", 0, (7, 30), "M", here, mum, third, known_as="Teddy")
    step = [again(replace(third, relationship="STF"), 4) for _ in range(3)]
    return [
        replace(kacper, contacts=(*kacper.contacts, step[0])),
        replace(maja, contacts=(*maja.contacts, step[1])),
        replace(tyler, contacts=(*tyler.contacts, step[2])),
        ruby,
        teddy,
    ]


def twins_and_their_childminder() -> list[Pupil]:
    minder = adult("Cass Teasel", "CHM", 3, responsible=False)
    mum, dad = adult("Nia Withy", "PAM"), adult("Gareth Withy", "PAF", 2, title="Mr")
    here = home("5 Larch Lane", postcode="WR99 3CC")
    ada = pupil("Ada Withy", 2, (2, 29), "F", here, mum, dad, minder)
    twins = [ada, pupil("Bea Withy", 2, (2, 29), "F", here, mum, dad, minder)]
    other = adult("Joy Burnet", "PAM")
    minded = pupil("Finn Burnet", 1, (3, 4), "M", home("77 Tern Street"), other, minder)
    return [*twins, minded]


def foster_home() -> list[Pupil]:
    here = home("Fernley House", "Sedge Road", "WR99 4DD")
    carer = adult("Pat Fernley", "FOM", 1, title="Mrs", responsible=False)
    first = adult("Sam Yarrow", "SWR", 2, responsible=False)
    second = adult("Lou Tansy", "SWR", 2, title="Mr", responsible=False)
    dad = adult("Ross Marsh", "PAF", 3, title="Mr", at=home("1 Quay Court"), order_of_court=True)
    jayden = pupil("Jayden Marsh", 5, (12, 1), "M", here, carer, first, dad)
    kira = pupil("Kira Holt", 3, (6, 18), "F", here, carer, second)
    in_care = [
        replace(one, looked_after=True, care_authority=code)
        for one, code in ((jayden, "885"), (kira, "335"))
    ]
    own = replace(carer, relationship="PAM", responsibility=True)
    return [
        support(in_care[0], "E", "SEMH"),
        in_care[1],
        pupil("Leo Fernley", 4, (9, 9), "M", here, own),
    ]


def names_from_everywhere() -> list[Pupil]:
    polish, arabic = home("18 Tern Street"), home("21 Tern Street")
    chinese, bengali = home("2 Heron Way"), home("6 Heron Way")
    mama = adult("Małgorzata Wójcik", "PAM")
    tata = adult("Łukasz Wójcik", "PAF", 2, title="Mr")
    layla = adult("Amina Al-Khatib", "PAM")
    omar = adult("Omar Al-Khatib", "PAF", 2, title="Mr")
    mei = adult("Mei Li", "PAM")
    rahima = adult("Rahima Begum", "PAM")
    karim = adult("Abdul Karim", "PAF", 2, title="Mr")
    poles = {"language": "POL", "ethnicity": "WEEU"}
    arabs = {"language": "ARA", "ethnicity": "OARA"}
    bengalis = {"language": "BNG", "ethnicity": "ABAN"}
    return [
        pupil("Zuzanna Wójcik", 5, (4, 2), "F", polish, mama, tata, known_as="Zuzia", **poles),
        pupil("Stanisław Wójcik", 2, (8, 31), "M", polish, mama, tata, known_as="Staś", **poles),
        pupil("Yusuf Al-Khatib", 4, (3, 19), "M", arabic, layla, omar, known_as="يوسف", **arabs),
        pupil("Layla Al-Khatib", 1, (9, 1), "F", arabic, layla, omar, known_as="ليلى", **arabs),
        pupil(
            "Xiaoming Li", 3, (2, 10), "M", chinese, mei, known_as="小明", language="CHI",
            ethnicity="CHNE",
        ),
        pupil(
            "Nusrat Jahan", 6, (12, 16), "F", bengali, rahima, karim, known_as="নুসরাত", **bengalis
        ),
        pupil("Rafi Karim", 0, (5, 5), "M", bengali, rahima, karim, known_as="রাফি", **bengalis),
    ]  # fmt: skip


def crowded_addresses() -> list[Pupil]:
    hostel, flats = home("Harbour House", "Quay Lane", "WR99 5EE"), home("Heron Court", "Quay Lane")
    mothers = ("Amy Rush", "Beth Sedge", "Cora Flag", "Dina Spear", "Esme Club")
    children = ("Poppy Rush", "Max Sedge", "Isla Flag", "Noah Spear", "Eve Club")
    away = [
        pupil(child, n, (n + 1, 12), "FM"[n % 2], hostel, adult(mother, "PAM"))
        for n, (mother, child) in enumerate(zip(mothers, children, strict=True))
    ]
    near = [
        pupil("Alfie Bulrush", 2, (10, 10), "M", flats, adult("Tess Bulrush", "PAM")),
        pupil("Grace Sweetflag", 5, (4, 21), "F", flats, adult("Ian Sweetflag", "PAF", title="Mr")),
    ]
    return [*away, *near]


def namesakes() -> list[Pupil]:
    one, two = home("8 Larch Lane"), home("50 Osier Walk")
    return [
        pupil("Oscar Vetch", 6, (1, 2), "M", one, adult("Sarah Vetch", "PAM")),
        pupil("Millie Clover", 6, (3, 8), "F", two, adult("Sarah Vetch", "PAM")),
    ]


def everybody_else() -> list[Pupil]:
    return [
        pupil(
            f"{first(n)} {family(n)}",
            n % 7,
            (1 + n % 12, 14),
            "FM"[n % 2],
            home(f"{60 + n} Tern Street"),
            adult(f"{first(n + 9)} {family(n)}", "PAM", landline_too=True),
            adult(f"{first(n + 4)} {family(n + 3)}", "PAF", 2, title="Mr"),
        )
        for n in range(7)
    ]


def unusual_records() -> list[Pupil]:
    gran = adult("Maureen Thrift", "REL", 1, title="Mrs")
    nobody = RollAddress(lines=("No fixed abode",), postcode="ZZ99 3VZ")
    aunt = adult("Olena Koval", "OTH", 1, responsible=None)
    new = pupil("Danylo Koval", 4, (6, 6), "M", nobody, aunt, language="UKR", ethnicity="WEEU")
    soldier = adult("Kit Samphire", "PAF", 1, title="Mr")
    shouting = pupil("JACK DOCK", 3, (7, 7), "M", home("9 Tern Street"), adult("KIM DOCK", "PAM"))
    moved = pupil("Seren O'Brannagh", 5, (2, 2), "F", home("4 Heron Way"),
                  adult("Órla O'Brannagh", "PAM"))  # fmt: skip
    doctor = Contact(
        order=9, title="Dr", surname="Abara", relationship="DOC", phones=(landline(99),)
    )
    return [
        pupil("Archie Thrift", 2, (11, 30), "M", home("1 Gull Close"), gran),
        replace(new, upn=upn(7, year=26, temporary="T"), former_upn=""),
        replace(
            pupil("Freya Samphire", 1, (8, 14), "F", home("2 Gull Close"), soldier),
            service_child="Y",
        ),
        replace(shouting, ethnicity="REFU"),
        replace(
            moved,
            former_surname="Keane",
            medical_flag=True,
            contacts=(*moved.contacts, doctor),
            schools=(PastSchool(name="Cockle Bay Infants", leaving="2023-07-21", la="885"),),
        ),
        replace(pupil("Willow Glasswort", 0, (9, 3), "F", home("3 Gull Close")), upn=""),
        replace(
            support(
                pupil("Theo Glasswort", 4, (9, 3), "M", home("3 Gull Close"),
                      adult("Ash Glasswort", "", responsible=True)),
                "E", "ASD", "SLCN",
            ),
            disabilities=("AUT", "EAT"),
        ),
    ]  # fmt: skip


def fictional_pupils() -> list[Pupil]:
    """Give the whole school, families together; always the same, however often it is called."""
    global _serials, _numbers
    _serials, _numbers = count(101), count(101)  # the same numbers each time
    return [
        *five_children_of_three_fathers(),
        *twins_and_their_childminder(),
        *foster_home(),
        *names_from_everywhere(),
        *crowded_addresses(),
        *namesakes(),
        *unusual_records(),
        *everybody_else(),
    ]


if __name__ == "__main__":
    ROLL.parent.mkdir(parents=True, exist_ok=True)
    ROLL.write_text(ctf_text(*fictional_pupils()), encoding="utf-8", newline="\n")
