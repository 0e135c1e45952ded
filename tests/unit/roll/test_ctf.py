"""Reading a CTF: what the wild files do, and the law that what was written is read."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll import pupil as roll
from ffd_desktop.roll.ctf import CHUNK, read_ctf
from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress, Unreadable
from tests.builders.roll import SOURCE, ctf_stream, ctf_text, pupils_in

words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
codes = st.sampled_from(["", "A", "PAM", "WBRI", "ENG"])
days = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.isoformat)
counts = st.none() | st.integers(0, 400)


def some(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


phones = st.lists(
    st.builds(Phone, kind=codes, number=st.from_regex(r"07700 900\d{3}", fullmatch=True)),
    max_size=3,
    unique_by=lambda one: (one.kind, one.number),
).map(tuple)
addresses = st.builds(
    RollAddress,
    lines=st.lists(words, min_size=1, max_size=5).map(tuple),
    postcode=st.just("WR99 1AA") | st.just(""),
    country=codes,
)
contacts = st.builds(
    Contact,
    title=codes,
    forename=words,
    surname=words,
    relationship=codes,
    responsibility=st.none() | st.booleans(),
    address=st.none() | addresses,
    phones=phones,
    email=codes,
    court_order=st.none() | st.booleans(),
)
pupils = st.builds(
    Pupil,
    upn=st.sampled_from(["", "T885000024001", "Q88500002500T"]),
    forename=words,
    surname=words,
    preferred_forename=words | st.just(""),
    former_surname=words | st.just(""),
    date_of_birth=st.none() | st.dates(date(2000, 1, 1), date(2026, 1, 1)),
    sex=codes,
    languages=some(st.builds(roll.Language, code=words, kind=codes)),
    disabilities=some(words),
    medical_flag=st.none() | st.booleans(),
    looked_after=st.none() | st.booleans(),
    sen=some(st.builds(roll.SenProvision, code=words, start=days, end=days | st.just(""))),
    sen_needs=some(st.builds(roll.SenNeed, code=words, rank=codes)),
    free_meals=some(st.builds(roll.FreeMeals, start=days)),
    address=st.none() | addresses,
    phones=phones,
    contacts=st.lists(contacts, max_size=3).map(
        lambda found: tuple(replace(one, order=at) for at, one in enumerate(found))
    ),
    attendance=some(st.builds(roll.AttendanceYear, year=days, possible=counts, attended=counts)),
    schools=some(st.builds(roll.PastSchool, name=words, la=codes, entry=days)),
)


def only(text: str | bytes) -> Pupil:
    data = text if isinstance(text, bytes) else text.encode()
    (found,) = pupils_in(read_ctf(BytesIO(data)))
    assert isinstance(found, Pupil)
    return found


def wrapped(inside: str) -> str:
    return ctf_text(f"<Pupil><Surname>Fenwick</Surname>{inside}</Pupil>")


@given(st.lists(pupils, min_size=1, max_size=3))
def test_what_was_written_is_read(written: list[Pupil]) -> None:
    assert list(pupils_in(read_ctf(ctf_stream(*written)))) == written


def test_the_head_tells_school_day_and_version() -> None:
    reading = read_ctf(ctf_stream(Pupil(surname="Fenwick")), file_name="roll.xml")
    list(reading)
    assert reading.source == replace(SOURCE, file_name="roll.xml")
    assert reading.source.day == "2026-11-02"


def test_names_of_elements_are_read_in_any_case_order_and_namespace() -> None:
    text = (
        '<ctf:ctFILE xmlns:ctf="urn:x"><ctf:CTFPUPILDATA><ctf:pupil>'
        "<ctf:CONTACTS><ctf:contact><ctf:forename>Ada</ctf:forename></ctf:contact></ctf:CONTACTS>"
        "<ctf:dob>2015-09-01</ctf:dob><ctf:SURNAME>Fenwick</ctf:SURNAME><ctf:upn>t885000024001"
        "</ctf:upn></ctf:pupil></ctf:CTFPUPILDATA><ctf:HEADER><ctf:CTFVERSION>19.0"
        "</ctf:CTFVERSION></ctf:HEADER></ctf:ctFILE>"
    )
    reading = read_ctf(BytesIO(text.encode()))
    (found,) = pupils_in(reading)
    assert isinstance(found, Pupil)
    assert found.surname == "Fenwick"
    assert found.upn == "T885000024001"
    assert found.date_of_birth == date(2015, 9, 1)
    assert found.contacts[0].forename == "Ada"
    assert reading.source.ctf_version == "19.0"


@pytest.mark.parametrize("name", ["Sex", "Gender", "GENDER"])
def test_sex_and_gender_are_one_item(name: str) -> None:
    assert only(wrapped(f"<{name}>F</{name}>")).sex == "F"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("true", True), ("1", True), ("Y", True), ("false", False), ("0", False), ("N", False)],
)
def test_truth_is_read_in_every_way_it_is_written(text: str, meaning: bool) -> None:
    found = only(wrapped(f"<LookedAfter><InCare>{text}</InCare></LookedAfter>"))
    assert found.looked_after is meaning


def test_an_unclear_truth_is_silence_not_no() -> None:
    found = only(wrapped("<LookedAfter><InCare>perhaps</InCare></LookedAfter>"))
    assert found.looked_after is None


def test_contacts_stand_by_priority_and_those_without_come_last() -> None:
    inside = "".join(
        f"<Contact>{order}<Surname>{name}</Surname></Contact>"
        for order, name in [
            ("<Order>3</Order>", "Third"),
            ("", "Nowhere"),
            ("<Order>1</Order>", "First"),
            ("<Order>x</Order>", "Odd"),
            ("<Order>2</Order>", "Second"),
        ]
    )
    found = only(wrapped(f"<Contacts>{inside}</Contacts>"))
    assert [one.surname for one in found.contacts] == ["First", "Second", "Third", "Nowhere", "Odd"]


def test_a_missing_relationship_and_responsibility_stay_unknown() -> None:
    found = only(wrapped("<Contacts><Contact><Surname>Bob</Surname></Contact></Contacts>"))
    assert found.contacts == (Contact(surname="Bob"),)
    assert found.contacts[0].responsibility is None
    assert found.contacts[0].court_order is None


def test_a_number_given_twice_stands_once_and_two_kinds_stand_twice() -> None:
    numbers = [("M", "07700 900123"), ("M", "07700900123"), ("H", "07700 900123"), ("M", "")]
    inside = "".join(
        f"<Phone><TelephoneType>{kind}</TelephoneType><PhoneNo>{number}</PhoneNo></Phone>"
        for kind, number in numbers
    )
    found = only(wrapped(f"<Phones>{inside}</Phones>"))
    assert found.phones == (
        Phone(kind="M", number="07700 900123"),
        Phone(kind="H", number="07700 900123"),
    )


def test_a_coded_address_is_written_as_on_an_envelope() -> None:
    found = only(
        wrapped(
            "<Address><BS7666Address><SAON>Flat 2</SAON><PAON>          12</PAON>"
            "<Street>Sample Street</Street><Town>Saltmarsh</Town><PostTown>SALTMARSH</PostTown>"
            "</BS7666Address><County>Exampleshire</County><PostCode> WR99 1AA </PostCode>"
            "<Northing>1</Northing><Easting>300000.0</Easting></Address>"
        )
    )
    assert found.address == RollAddress(
        lines=("Flat 2", "12 Sample Street", "Saltmarsh", "Exampleshire"), postcode="WR99 1AA"
    )


def test_a_house_name_keeps_its_own_line() -> None:
    found = only(
        wrapped(
            "<Address><BS7666Address><PAON>Sedge Cottage</PAON><Street>Sample Lane</Street>"
            "</BS7666Address><ZIP>12345</ZIP><Country>Poland</Country></Address>"
        )
    )
    assert found.address == RollAddress(
        lines=("Sedge Cottage", "Sample Lane"), postcode="12345", country="Poland"
    )


def test_the_address_of_a_contact_can_be_the_pupils_own() -> None:
    found = only(
        wrapped(
            "<Address><AddressLines><AddressLine1>1 Reed Row</AddressLine1></AddressLines>"
            "</Address>"
            "<Contacts><Contact><Surname>Fenwick</Surname><Address><AddressAsPupil>true"
            "</AddressAsPupil></Address></Contact></Contacts>"
        )
    )
    assert found.contacts[0].lives_with_pupil
    assert found.home_of(found.contacts[0]) == RollAddress(lines=("1 Reed Row",))


def test_empty_elements_are_silence() -> None:
    found = only(
        wrapped("<Address/><Contacts></Contacts><BasicDetails> </BasicDetails><FSMhistory/>")
    )
    assert found == Pupil(surname="Fenwick")


@pytest.mark.parametrize(
    "text", ["2015-02-31", "31/02/2015", "2015-13-01", "not a date", "２０１５-09-01"]
)
def test_a_day_that_cannot_be_is_kept_as_written(text: str) -> None:
    found = only(wrapped(f"<DOB>{text}</DOB>"))
    assert found.date_of_birth is None
    assert found.born_as_written == text


@pytest.mark.parametrize("text", ["2015-09-01", "2015-09-01T00:00:00", "01/09/2015", "1/9/2015"])
def test_days_are_read_in_both_orders(text: str) -> None:
    assert only(wrapped(f"<DOB>{text}</DOB>")).date_of_birth == date(2015, 9, 1)


def test_the_provision_in_force_is_the_latest_that_has_not_ended() -> None:
    found = only(
        wrapped(
            "<SENhistory><SEN><StartDate>2021-01-01</StartDate><SENprovision>K</SENprovision>"
            "<EndDate>2023-01-01</EndDate></SEN><SEN><StartDate>2023-01-01</StartDate>"
            "<SENprovision>E</SENprovision></SEN><SENneeds><SENneed><SENtypeRank>1</SENtypeRank>"
            "<SENtype>ASD</SENtype></SENneed></SENneeds></SENhistory>"
        )
    )
    now = found.sen_now()
    assert now is not None
    assert now.code == "E"
    assert found.sen_needs[0].code == "ASD"


def test_a_pupil_without_any_name_is_told_with_row_and_upn() -> None:
    bad = "<Pupil><UPN>t885000024001</UPN><DOB>2015-09-01</DOB></Pupil>"
    reading = read_ctf(ctf_stream(Pupil(surname="Fenwick"), bad), file_name="roll.xml")
    first, second = pupils_in(reading)
    assert isinstance(first, Pupil)
    assert second == Unreadable(
        row=2, reason="There is no name.", upn="T885000024001", file_name="roll.xml"
    )


def test_a_preferred_name_stands_in_for_a_missing_legal_one() -> None:
    text = "<Pupil><BasicDetails><PreferredForename>Ola</PreferredForename></BasicDetails></Pupil>"
    assert only(ctf_text(text)).forename == "Ola"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"]
)
def test_any_unicode_encoding_is_understood(encoding: str) -> None:
    name = "Żółć Ó Néill 李 আলী"
    text = ctf_text(Pupil(surname=name))
    assert only(text.encode(encoding)).surname == name


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252"), ("iso-8859-2", "iso-8859-2")],
)
def test_a_declared_encoding_is_obeyed(declared: str, encoding: str) -> None:
    text = ctf_text(Pupil(surname="Müller")).replace('"utf-8"', f'"{declared}"')
    assert only(text.encode(encoding)).surname == "Müller"


def test_windows_letters_in_a_file_that_says_utf_8_are_read_and_told() -> None:
    reading = read_ctf(BytesIO(ctf_text(Pupil(surname="Zoë O’Neïll")).encode("cp1252")))
    (found,) = pupils_in(reading)
    assert isinstance(found, Pupil)
    assert found.surname == "Zoë O’Neïll"
    assert reading.repaired


def test_a_file_of_both_kinds_of_letters_keeps_each() -> None:
    text = ctf_text(Pupil(surname="Żak"), Pupil(surname="Q-Zo-Q")).encode()
    first, second = pupils_in(read_ctf(BytesIO(text.replace(b"Q-Zo-Q", b"Zo\xeb"))))
    assert isinstance(first, Pupil)
    assert isinstance(second, Pupil)
    assert (first.surname, second.surname) == ("Żak", "Zoë")


def test_a_sound_file_is_not_called_repaired() -> None:
    reading = read_ctf(ctf_stream(Pupil(surname="Żak")))
    list(reading)
    assert not reading.repaired


def test_control_characters_are_left_out() -> None:
    assert only(wrapped("<Forename>A\x0bd\x00a\x1f</Forename>")).forename == "Ada"


@pytest.mark.parametrize(
    ("name", "encoding"), [("Żółć李", "utf-8"), ("Żółć李", "utf-16"), ("Zoëéÿ é", "cp1252")]
)
def test_letters_split_between_two_reads_stay_whole(name: str, encoding: str) -> None:
    text = ctf_text(*(Pupil(surname=name * 400, forename="x" * at) for at in range(40)))
    rows = list(pupils_in(read_ctf(BytesIO(text.encode(encoding)))))
    assert len(rows) == 40
    assert len(text) > 4 * CHUNK
    for one in rows:
        assert isinstance(one, Pupil)
        assert one.surname == name * 400


def test_stopping_ends_the_reading() -> None:
    reading = read_ctf(ctf_stream(Pupil(surname="Fenwick")), stop=lambda: True)
    with pytest.raises(ProblemForPerson) as caught:
        list(reading)
    assert caught.value.code == "stopped"
