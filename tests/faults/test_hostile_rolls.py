"""Rolls that are something else, broken or malicious: explained, never read whole, never fatal."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll.ctf import read_ctf
from ffd_desktop.roll.pupil import Pupil, Unreadable
from tests.builders.roll import ctf_pieces, ctf_stream, ctf_text, pupils_in

SAMPLES = Path(__file__).parent.parent / "data" / "ctf"
GOOD = (SAMPLES / "8850000_CTF_XXXXXXX_001.xml").read_bytes()
MEGABYTE = 1_000_000


class Endless(io.RawIOBase):
    """A file of any size that holds a beginning and then the same bytes for ever."""

    def __init__(self, start: bytes, again: bytes, size: int = 200 * MEGABYTE) -> None:
        self.given = 0
        self._left = start
        self._again = again * (65536 // len(again) + 1)
        self._size = size

    def read(self, size: int = -1) -> bytes:
        piece, self._left = self._left[:size], self._left[size:]
        if not piece:
            piece = self._again[: min(size, self._size - self.given)]
        self.given += len(piece)
        return piece


def refusal(stream: io.RawIOBase | io.BytesIO | bytes, file_name: str = "") -> ProblemForPerson:
    source = io.BytesIO(stream) if isinstance(stream, bytes) else stream
    with pytest.raises(ProblemForPerson) as caught:
        for _ in read_ctf(source, file_name=file_name):  # type: ignore[arg-type]
            pass
    assert "left as it is" in caught.value.what
    return caught.value


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("start", "again", "code"),
    [
        (b"", b"\0", "roll_file_empty"),
        (b"", b" \n", "roll_file_empty"),
        (b"", b"It was a dark and stormy night. ", "not_a_roll"),
        (b"", b"Forename,Surname,UPN\r\nOla,Fenwick,T885000024001\r\n", "not_a_roll"),
        (b"", b"<", "not_a_roll"),
        (b"", b"<a>", "not_a_roll"),
        (b"<!--", b"-", "not_a_roll"),
        (b"<?xml", b" ", "not_a_roll"),
        (b"PK\x03\x04", b"\x17\x99", "not_a_roll"),
        (b"\xff\xfe", b"\x17\x99", "not_a_roll"),
        (b"<html>", b"<p>", "not_a_roll"),
        (b'{"pupils": [', b"{},", "not_a_roll"),
    ],
)
def test_200_megabytes_of_something_else_are_not_read(
    start: bytes, again: bytes, code: str
) -> None:
    stream = Endless(start, again)
    assert refusal(stream).code == code
    assert stream.given <= MEGABYTE


@pytest.mark.parametrize(
    "start",
    [
        b"<CTfile>",
        b"<CTfile><Header>",
        b"<CTfile><Header><SchoolName>",
        b"<CTfile><CTFpupilData><Pupil>",
        b"<CTfile><CTFpupilData><Pupil><Surname>",
        b"<CTfile><CTFpupilData><Pupil><Surname a='",
        b"<CTfile><CTFpupilData></CTFpupilData>",
    ],
)
@pytest.mark.parametrize("again", [b"x", b" ", b"<b/>", b"<!-- -->"])
def test_a_part_without_end_is_given_up_early(start: bytes, again: bytes) -> None:
    stream = Endless(start, again)
    assert refusal(stream).code in ("roll_file_part_too_big", "roll_file_broken")
    assert stream.given <= 3 * MEGABYTE


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (b"", "roll_file_empty", "empty"),
        (b"\xef\xbb\xbf", "roll_file_empty", "empty"),
        (b"\r\n\r\n", "roll_file_empty", "empty"),
        (zipped("CTF.xml"), "not_a_roll", "compressed"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "not_a_roll", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "not_a_roll", "Excel"),
        (b"%PDF-1.7", "not_a_roll", "PDF"),
        (b"\x89PNG\r\n", "not_a_roll", "picture"),
        (b"<!DOCTYPE html><html></html>", "not_a_roll", "web page"),
        (b"<html><body/></html>", "not_a_roll", "web page"),
        (b"Surname;Forename;UPN\n", "not_a_roll", "table"),
        (b"[1, 2]", "not_a_roll", "JSON"),
        (b"<svg/>", "not_a_roll", "another kind of XML"),
        (b"<ATfile><ATFpupilData/></ATfile>", "atf_not_a_roll", "admissions"),
        (b"<CMEfile/>", "ctf_not_a_roll", "missing education"),
        (b"<CTfile><CTFpupilData/></CTfile>", "ctf_without_pupils", "no pupils"),
        (b"<CTfile/>", "ctf_without_pupils", "no pupils"),
    ],
)
def test_every_other_file_is_named_for_what_it_is(content: bytes, code: str, word: str) -> None:
    problem = refusal(content)
    assert problem.code == code
    assert word in problem.what


def test_a_file_in_a_strange_encoding_is_refused_in_words() -> None:
    text = b'<?xml version="1.0" encoding="EBCDIC-CP-GB"?><CTfile/>'
    assert refusal(text).code == "roll_file_encoding"


@pytest.mark.parametrize("name", ["8850000_CML_XXXXXXX_001.xml", "8850000_cmj_LLLLLLL_001.XML"])
def test_a_message_about_leavers_or_joiners_is_known_by_its_name(name: str) -> None:
    assert refusal(GOOD, file_name=name).code == "ctf_not_a_roll"


def test_a_message_about_missing_children_is_known_by_its_head() -> None:
    content = GOOD.replace(b"Common Transfer File", b"Children Missing Education")
    assert refusal(content).code == "ctf_not_a_roll"


def test_results_without_families_are_known_by_their_head() -> None:
    content = (SAMPLES / "CTF_giap_shape_attainment_only.xml").read_bytes()
    assert refusal(content).code == "ctf_attainment_only"


def test_results_without_families_are_known_by_their_shape() -> None:
    content = (SAMPLES / "CTF_giap_shape_attainment_only.xml").read_bytes()
    for word in (b"GIAP", b"attainment "):
        content = content.replace(word, b"")
    assert refusal(content).code == "ctf_attainment_only"


LAUGHS = (
    '<!DOCTYPE CTfile [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    "<CTfile><CTFpupilData><Pupil><Surname>&c;</Surname></Pupil></CTFpupilData></CTfile>"
)
THIEF = (
    '<!DOCTYPE CTfile [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    "<CTfile><CTFpupilData><Pupil><Surname>&x;</Surname></Pupil></CTFpupilData></CTfile>"
)


@pytest.mark.parametrize("text", [LAUGHS, THIEF, '<!DOCTYPE CTfile SYSTEM "ctf.dtd"><CTfile/>'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize(
    "before", ["", "<?xml version='1.0'?>", "\n<!-- <CTfile> -->\n", "<!----><?x y?>\t"]
)
def test_a_document_type_is_refused_before_parsing(text: str, encoding: str, before: str) -> None:
    assert refusal((before + text).encode(encoding)).code == "roll_file_unsafe"


def test_a_document_type_behind_the_root_is_refused_too() -> None:
    text = ctf_text(Pupil(surname="Fenwick")) + '<!DOCTYPE x [<!ENTITY a "ha">]>'
    assert refusal(text.encode()).code == "roll_file_broken"


def test_an_encoding_declared_to_hide_a_document_type_does_not_work() -> None:
    hidden = LAUGHS.encode("utf-7").replace(b"<", b"+ADw-")
    assert isinstance(refusal(b'<?xml version="1.0" encoding="utf-7"?>' + hidden), ProblemForPerson)


def nested(depth: int) -> str:
    return "<a>" * depth + "</a>" * depth


@pytest.mark.parametrize("depth", [50, 5_000, 250_000])
@pytest.mark.parametrize("part", ["Contacts", "StageAssessments", "Whatever"])
def test_deep_nesting_is_refused(depth: int, part: str) -> None:
    text = ctf_text(f"<Pupil><Surname>F</Surname><{part}>{nested(depth)}</{part}></Pupil>")
    assert refusal(text.encode()).code == "roll_file_unsafe"


def test_deep_nesting_outside_the_pupils_is_refused() -> None:
    text = ctf_text(Pupil(surname="Fenwick")).replace("<Header>", "<Header>" + nested(5_000))
    assert refusal(text.encode()).code == "roll_file_unsafe"


def test_a_value_far_too_long_costs_one_pupil_only() -> None:
    long = "<Pupil><Surname>" + "x" * 5_000 + "</Surname></Pupil>"
    reading = read_ctf(ctf_stream(Pupil(surname="A"), long, Pupil(surname="B")))
    rows = list(pupils_in(reading))
    assert [isinstance(row, Pupil) for row in rows] == [True, False, True]
    assert isinstance(rows[1], Unreadable)
    assert rows[1].row == 2
    assert "surname" in rows[1].reason
    assert "xxx" not in rows[1].reason


def test_a_file_cut_off_anywhere_is_told_and_never_taken_for_whole() -> None:
    end = GOOD.rindex(b">")
    for at in [*range(0, end, 61), end]:
        with pytest.raises(ProblemForPerson) as caught:
            list(read_ctf(io.BytesIO(GOOD[:at])))
        assert caught.value.code in ("roll_file_cut_off", "not_a_roll", "roll_file_empty")


def test_a_cut_off_file_tells_how_many_pupils_stood_before() -> None:
    problem = refusal(GOOD[: GOOD.rindex(b"<Contacts>")])
    assert problem.code == "roll_file_cut_off"
    assert "2 pupils could be read" in problem.what


def test_a_damaged_file_tells_the_line() -> None:
    problem = refusal(GOOD.replace(b"<Forename>Piotr</Forename>", b"<Forename>Piotr & Co</For"))
    assert problem.code == "roll_file_broken"
    line = GOOD[: GOOD.index(b"Piotr")].count(b"\n") + 1
    assert f"line {line}:" in problem.what


@given(st.binary(max_size=200), st.integers(0, len(GOOD)), st.integers(0, 40))
def test_no_damage_makes_anything_but_pupils_or_words(junk: bytes, at: int, gone: int) -> None:
    damaged = GOOD[:at] + junk + GOOD[at + gone :]
    try:
        rows = list(pupils_in(read_ctf(io.BytesIO(damaged))))
    except ProblemForPerson:
        return
    assert all(isinstance(row, Pupil | Unreadable) for row in rows)


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(junk: bytes) -> None:
    with pytest.raises(ProblemForPerson):
        list(read_ctf(io.BytesIO(junk)))


class Pieces(io.RawIOBase):
    """A file made while it is read."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        while len(self._left) < size and (piece := next(self._pieces, "")):
            self._left += piece.encode()
        given, self._left = self._left[:size], self._left[size:]
        return given


def test_memory_stays_flat_however_long_the_roll() -> None:
    def peak(count: int) -> int:
        pupils = (Pupil(surname=f"Fenwick {n}", forename="Ola" * 20) for n in range(count))
        tracemalloc.start()
        try:
            stream = Pieces(ctf_pieces(pupils))
            assert len([1 for _ in read_ctf(stream)]) == count  # type: ignore[arg-type]
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(100)
    assert peak(10_000) < peak(2_000) + MEGABYTE


def test_the_four_spellings_of_the_sample_are_one_roll() -> None:
    plain, marked, wide, windows = (
        list(pupils_in(read_ctf(io.BytesIO(path.read_bytes()))))
        for path in sorted(SAMPLES.glob("885*"))
    )
    assert plain == marked == wide
    assert len(plain) == len(windows) == 3
    ola, same = plain[0], windows[0]
    assert isinstance(ola, Pupil)
    assert isinstance(same, Pupil)
    assert ola.surname == "O'Neïll-Żak"
    assert same.surname == "O'Neïll-Zak"


def test_the_sample_is_read_as_its_writer_meant_it() -> None:
    ola, piotr, bobbie = (
        row for row in pupils_in(read_ctf(io.BytesIO(GOOD))) if isinstance(row, Pupil)
    )
    assert [one.name for one in ola.contacts] == [
        "Zoë O'Neïll-Żak",
        "Jan Żak",
        "Ada Grannysample",
        "Bob Norelation",
    ]
    assert [one.court_order for one in ola.contacts] == [False, True, False, False]
    assert [one.responsibility for one in ola.contacts] == [True, True, False, False]
    assert ola.address is not None
    assert ola.address.lines == ("12 Example Street", "Exampleton", "Exampleshire")
    assert ola.contacts[0].lives_with_pupil
    assert ola.contacts[3].relationship == ""
    assert piotr.medical_flag is True
    assert bobbie.looked_after is True
    assert bobbie.care_authority == "885"
    assert bobbie.former_upn == "B33500002400A"
    assert bobbie.medical_flag is False
