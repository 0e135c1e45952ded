"""Tables and archives that are something else, broken or malicious: explained, memory bounded."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from ffd_desktop.adapters import chosen, spreadsheets
from ffd_desktop.adapters.spreadsheets import WorkbookSheet
from ffd_desktop.app.formats import formats, proposed
from ffd_desktop.concern_log.purpose import LOG
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll.ctf import never
from ffd_desktop.roll.formats import format_of
from ffd_desktop.roll.pupil import Pupil, Unreadable
from ffd_desktop.tables import archives
from tests.builders.dialects import arbor, made_pupil, oneroster, sims, table, workbook, zipped
from tests.builders.roll import pupils_in, upn

MEGABYTE = 1_000_000
FORMATS = formats(proposed)
HEAD = ["UPN", "Surname", "Forename", "DOB"]
OLA = [upn(1), "Fenwick", "Ola", "01/09/2015"]


def rows_of(data: bytes | io.RawIOBase, name: str = "roll.csv") -> list[Pupil | Unreadable]:
    stream = io.BytesIO(data) if isinstance(data, bytes) else data
    reading = format_of(stream, FORMATS).read(stream, file_name=name, stop=never)  # type: ignore[arg-type]
    return list(pupils_in(reading))


def refusal(data: bytes | io.RawIOBase, name: str = "roll.csv") -> ProblemForPerson:
    with pytest.raises(ProblemForPerson) as caught:
        rows_of(data, name)
    assert "left as it is" in caught.value.what
    return caught.value


def with_part(data: bytes, name: str, content: bytes, *, instead: bool = True) -> bytes:
    """Give an archive with one member changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for one in old.infolist():
            if one.filename != name or not instead:
                new.writestr(one.filename, old.read(one))
        new.writestr(name, content)
    return out.getvalue()


def sheet(body: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'.encode()


GOOD_BOOK = workbook({"Pupils": [HEAD, OLA]})
SHEET = "xl/worksheets/sheet1.xml"


class Sparse(io.RawIOBase):
    """A file of a gigabyte that begins in some way and holds nothing but noughts behind that."""

    def __init__(self, start: bytes, again: bytes = b"\0", size: int = 1_000 * MEGABYTE) -> None:
        self.given = 0
        self._start, self._again, self._size, self._at = start, again, size, 0

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = 0) -> int:
        self._at = place + (0, self._at, self._size)[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        size = min(size if size >= 0 else self._size, self._size - self._at)
        left = self._start[self._at : self._at + size]
        piece = left + (self._again * (size // len(self._again) + 1))[: size - len(left)]
        self._at += len(piece)
        self.given += len(piece)
        return piece


@pytest.mark.parametrize(
    ("start", "again", "name"),
    [
        (b"", b"\0", "roll.csv"),
        (b"", b"UPN, Surname", "roll.csv"),
        (b"It was a dark and stormy night\n", b"and so it was, ", "roll.csv"),
        (b"PK\x03\x04", b"\0", "roll.xlsx"),
        (b"PK\x03\x04xl/workbook.xml", b"\x17\x99", "roll.xlsx"),
        (b"UPN,Surname,Forename\n", b"\0", "roll.csv"),
        (b"UPN,Surname,Forename\n", b"x", "roll.csv"),
        (b'UPN,Surname,Forename\n"', b"x\n", "roll.csv"),
    ],
)
def test_a_gigabyte_of_something_else_is_not_read(start: bytes, again: bytes, name: str) -> None:
    stream = Sparse(start, again)
    refusal(stream, name)
    assert stream.given <= 4 * MEGABYTE


def test_a_zip_bomb_in_a_workbook_is_not_opened() -> None:
    bomb = with_part(GOOD_BOOK, SHEET, sheet(" " * 50 * MEGABYTE))
    assert len(bomb) < MEGABYTE
    tracemalloc.start()
    try:
        assert refusal(bomb).code == "roll_archive_too_big"
        assert tracemalloc.get_traced_memory()[1] < 5 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_a_zip_bomb_beside_the_tables_is_not_opened() -> None:
    bomb = with_part(oneroster([made_pupil(1)]), "readme.txt", b"0" * 20 * MEGABYTE)
    assert refusal(bomb, "oneroster.zip").code == "roll_archive_too_big"


def test_many_parts_that_are_too_much_together_are_not_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archives, "MOST_UNPACKED", 5_000)
    assert refusal(arbor([made_pupil(one) for one in range(40)])).code == "roll_archive_too_big"


def test_an_archive_of_very_many_parts_is_not_opened() -> None:
    data = zipped({"users.csv": [["sourcedId"]], **{f"{one}.csv": [] for one in range(2_100)}})
    assert refusal(data, "oneroster.zip").code == "roll_archive_too_big"


def with_long_list(data: bytes, members: int) -> bytes:
    """Give an archive whose list of members is as long as that of very many."""
    end = data.rindex(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    long = data[start:end] + data[start : start + 46 + data[start + 28]] * members
    tail = data[end : end + 12] + len(long).to_bytes(4, "little") + data[end + 16 :]
    return data[:start] + long + tail


@pytest.mark.parametrize("name", ["roll.xlsx", "oneroster.zip"])
def test_a_list_of_members_without_end_is_not_read(name: str) -> None:
    good = GOOD_BOOK if name == "roll.xlsx" else oneroster([made_pupil(1)])
    assert rows_of(with_long_list(good, 0), name)
    stream = io.BytesIO(with_long_list(good, 100_000))
    tracemalloc.start()
    try:
        refusal(stream, name)  # type: ignore[arg-type]
        assert tracemalloc.get_traced_memory()[1] < 5 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_styles_out_of_all_measure_are_not_read() -> None:
    various = "".join(f'<xf numFmtId="{one * one}"/>' for one in range(200_000))
    styles = f"<styleSheet><cellXfs>{various * 5}</cellXfs></styleSheet>".encode()
    book = with_part(GOOD_BOOK, "xl/styles.xml", styles)
    assert refusal(book).code == "roll_archive_too_big"


def test_a_row_further_down_than_any_sheet_goes_is_given_up() -> None:
    cells = "".join(
        f'<c r="{column}1" t="inlineStr"><is><t>{words}</t></is></c>'
        for column, words in zip("ABCD", HEAD, strict=True)
    )
    far = '<row r="2000000"><c r="A2000000"><v>1</v></c></row>'
    book = with_part(GOOD_BOOK, SHEET, sheet(f'<row r="1">{cells}</row>{far}'))
    given = WorkbookSheet(io.BytesIO(book), never, LOG).rows()
    with pytest.raises(ProblemForPerson) as caught:
        assert sum(1 for _ in given) < 2_000_000
    assert caught.value.code == "log_archive_too_big"


def test_a_part_that_says_it_is_small_gives_no_more_than_it_said() -> None:
    rows = [[upn(one), "Fenwick", "Ola", ""] for one in range(900)]
    data = bytearray(workbook({"Pupils": [HEAD, *rows]}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        real = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    lying = bytes(data).replace(real, (200).to_bytes(4, "little"))
    assert lying != bytes(data)
    assert refusal(lying).code == "roll_archive_broken"


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;">]>"""
THIEF = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/hostname">]>'
INLINE = '<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>'


@pytest.mark.parametrize("door", [LAUGHS, THIEF])
@pytest.mark.parametrize(
    ("name", "body"),
    [
        (SHEET, sheet(INLINE)),
        ("xl/sharedStrings.xml", b"<sst><si><t>&c;</t></si></sst>"),
        ("xl/workbook.xml", b"<workbook>&c;</workbook>"),
        ("xl/styles.xml", b"<styleSheet>&c;</styleSheet>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships>&c;</Relationships>"),
        ("[Content_Types].xml", b"<Types>&c;</Types>"),
    ],
)
def test_entities_in_any_part_of_a_workbook_are_refused(
    door: bytes, name: str, body: bytes
) -> None:
    assert refusal(with_part(GOOD_BOOK, name, door + body)).code == "roll_file_unsafe"


@pytest.mark.parametrize("door", [LAUGHS, THIEF])
def test_entities_are_refused_by_the_parser_too(
    door: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheets, "_refuse_document_type", lambda *_: None)
    book = with_part(GOOD_BOOK, SHEET, door + sheet(INLINE))
    assert refusal(book).code == "roll_archive_broken"


def test_a_document_type_cannot_hide_behind_a_long_comment() -> None:
    hidden = b"<!--" + b" " * 20_000 + b"-->" + LAUGHS.partition(b"?>")[2] + sheet(INLINE)
    assert refusal(with_part(GOOD_BOOK, SHEET, hidden)).code == "roll_file_unsafe"


@pytest.mark.parametrize(
    "name", ["../../users.csv", "/etc/users.csv", "C:\\users.csv", "..\\users.csv", "a/b/users.csv"]
)
def test_a_name_with_a_path_in_it_is_only_a_name(name: str, tmp_path: Path) -> None:
    good = zipfile.ZipFile(io.BytesIO(oneroster([made_pupil(1)])))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, good.read("users.csv"))
    try:
        rows = rows_of(out.getvalue(), "oneroster.zip")
    except ProblemForPerson:
        rows = []
    assert len(rows) in (0, 1)
    assert list(tmp_path.iterdir()) == []


def test_macros_are_carried_by_nobody() -> None:
    book = with_part(GOOD_BOOK, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Auto_Open", instead=False)
    (ola,) = rows_of(book, "roll.xlsm")
    assert isinstance(ola, Pupil)


def test_a_workbook_locked_with_a_password_is_told() -> None:
    assert "Excel" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500).what


def test_a_zip_locked_with_a_password_is_told() -> None:
    data = bytearray(oneroster([made_pupil(1)]))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert refusal(bytes(data), "oneroster.zip").code == "roll_archive_broken"


FORMULA = '=HYPERLINK("http://elsewhere.example","Ola")'


def test_a_formula_in_a_table_of_text_is_text() -> None:
    (ola,) = rows_of(table([HEAD, [upn(1), "Fenwick", FORMULA, ""]]))
    assert isinstance(ola, Pupil)
    assert ola.forename == FORMULA


def test_of_a_formula_in_a_workbook_only_its_last_value_is_seen() -> None:
    cells = "".join(
        f'<c r="{column}1" t="inlineStr"><is><t>{words}</t></is></c>'
        for column, words in zip("ABCD", HEAD, strict=True)
    )
    formula = '<c r="C2" t="str"><f>1+1</f><v>Ola</v></c>'
    own = "".join(
        f'<c r="{column}2" t="inlineStr"><is><t>{words}</t></is></c>'
        for column, words in (("A", upn(1)), ("B", "Fenwick"))
    )
    body = f'<row r="1">{cells}</row><row r="2">{own}{formula}</row>'
    (ola,) = rows_of(with_part(GOOD_BOOK, SHEET, sheet(body)))
    assert isinstance(ola, Pupil)
    assert ola.forename == "Ola"


def test_a_cell_at_the_far_end_of_a_sheet_costs_no_memory() -> None:
    cells = "".join(
        f'<c r="{column}1" t="inlineStr"><is><t>{words}</t></is></c>'
        for column, words in zip("ABCD", HEAD, strict=True)
    )
    far = '<row r="20000"><c r="XFD20000"><v>1</v></c></row>'
    book = with_part(GOOD_BOOK, SHEET, sheet(f'<row r="1">{cells}</row>{far}'))
    tracemalloc.start()
    try:
        assert rows_of(book) == []
        assert tracemalloc.get_traced_memory()[1] < 20 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_a_row_beyond_every_sheet_is_given_up() -> None:
    cells = '<c r="A1" t="inlineStr"><is><t>UPN</t></is></c>'
    cells += '<c r="B1" t="inlineStr"><is><t>Surname</t></is></c>'
    cells += '<c r="C1" t="inlineStr"><is><t>Forename</t></is></c>'
    far = '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'
    book = with_part(GOOD_BOOK, SHEET, sheet(f'<row r="1">{cells}</row>{far}'))
    assert refusal(book).code == "roll_archive_too_big"


@pytest.mark.parametrize("columns", [300, 500])
def test_a_table_of_very_many_columns_is_read(columns: int) -> None:
    more = [f"Column {number}" for number in range(columns)]
    for data in (
        table([[*HEAD, *more], [*OLA, *more]]),
        workbook({"Pupils": [[*HEAD, *more], [*OLA, *more]]}),
    ):
        assert len(rows_of(data)) == 1


def test_a_table_of_absurdly_many_columns_is_refused() -> None:
    assert refusal(table([[*HEAD, *["x"] * 5_000], OLA])).code == "roll_table_too_wide"


def test_headings_in_the_14th_row_are_found() -> None:
    above = [["Saltmarsh Green"], *([["", "printed", "by", "the office"]] * 12)]
    for data in (
        table([*above, HEAD, OLA]),
        workbook({"Pupils": [*above, HEAD, OLA]}),
    ):
        (ola,) = rows_of(data)
        assert isinstance(ola, Pupil)
        assert ola.surname == "Fenwick"


def test_mixed_encodings_in_one_file_are_read() -> None:
    rows = table([HEAD, [upn(1), "O'Neïll", "Ola", ""]]) + table(
        [[upn(2), "Müller", "Zoë", ""]], encoding="cp1252"
    )
    first, second = rows_of(rows)
    assert isinstance(first, Pupil)
    assert isinstance(second, Pupil)
    assert (first.surname, second.surname, second.forename) == ("O'Neïll", "Müller", "Zoë")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_each_encoding_and_delimiter_is_found(encoding: str, mark: str) -> None:
    (one,) = rows_of(table([HEAD, [upn(1), "O'Neïll", "Zoë", ""]], encoding=encoding, mark=mark))
    assert isinstance(one, Pupil)
    assert one.name == "Zoë O'Neïll"


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_each_kind_of_line_end_is_read_and_lines_within_quotes_stay(end: bytes) -> None:
    data = end.join([b"UPN,Surname,Forename,Address", b'%s,Fenwick,Ola,"1 Reed Row%sSaltmarsh"'])
    (one,) = rows_of(data % (upn(1).encode(), end))
    assert isinstance(one, Pupil)
    assert one.address is not None
    assert one.address.lines == ("1 Reed Row", "Saltmarsh")


def test_a_cell_far_too_long_costs_one_row_only() -> None:
    rows = rows_of(
        table([HEAD, OLA, [upn(2), "x" * 5_000, "Bo", ""], [upn(3), "Fenwick", "Cy", ""]])
    )
    (told,) = (row for row in rows if isinstance(row, Unreadable))
    assert len(rows) == 3
    assert told.row == 3
    assert "xxx" not in told.reason


@pytest.mark.parametrize("more", [1, 20, 9_000])
def test_a_quotation_mark_that_never_ends_is_told_with_the_row(more: int) -> None:
    rows = [[upn(number % 900), "Fenwick", "Ola", ""] for number in range(more)]
    data = table([HEAD, OLA]) + b'"' + table(rows)
    problem = refusal(data)
    assert problem.code == "roll_table_broken"
    assert "row 2" in problem.what


def test_a_table_without_headings_is_told_what_to_do() -> None:
    problem = refusal(b"T885000024001,Fenwick,Ola\nT885000024002,Fenwick,Bo\n", "roll.csv")
    assert problem.code == "roll_table_without_headings"
    assert "Forename" in problem.next_step


def test_control_characters_do_no_harm() -> None:
    (one,) = rows_of(table([HEAD, [upn(1), "Fen\x00\x1b[31mwick", "O\u202ela", ""]]))
    assert isinstance(one, Pupil)
    assert "\x1b" not in one.surname
    assert "\x00" not in one.surname


def test_a_folder_is_read_only_for_its_tables(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(oneroster([made_pupil(1)]))) as archive:
        archive.extractall(tmp_path)
    (tmp_path / "photos.jpg").write_bytes(b"x" * MEGABYTE)
    (tmp_path / "deep.csv").mkdir()
    (tmp_path / "deep.csv").rmdir()
    rows = rows_of(chosen.open_folder(tmp_path).read(), "folder")
    assert len(rows) == 1


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        chosen.open_folder(tmp_path)
    assert caught.value.code == "file_unread"


def test_memory_stays_flat_however_long_a_table() -> None:
    def peak(count: int) -> int:
        data = sims([made_pupil(number) for number in range(count)])
        tracemalloc.start()
        try:
            stream = io.BytesIO(data)
            reading = format_of(stream, FORMATS).read(stream, file_name="roll.csv", stop=never)
            assert len([1 for _ in reading]) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(50)
    assert peak(4_000) < peak(1_000) + MEGABYTE
