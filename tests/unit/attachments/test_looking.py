"""What comes in, by what it is; what does not, and what a person is told to do instead."""

import io
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image

from ffd_desktop.app.attaching import look, looked_at
from ffd_desktop.attachments import docx, trouble
from ffd_desktop.attachments.facts import MediaType
from ffd_desktop.problems import ProblemForPerson
from tests.builders.files import chunk, document, paper, photo, picture

PNG = b"\x89PNG\r\n\x1a\n"
CUT = {"file_broken", "file_locked", "file_kind_unknown"}


def told(name: str, data: bytes) -> ProblemForPerson:
    with pytest.raises(ProblemForPerson) as raised:
        looked_at(name, data)
    return raised.value


def test_a_photograph_that_goes_through_itself_again_and_again_does_not_come_in() -> None:
    made = io.BytesIO()
    Image.new("RGB", (64, 32), (9, 9, 9)).save(made, "JPEG", progressive=True)
    data = made.getvalue()
    last, end = data.rindex(b"\xff\xda"), data.rindex(b"\xff\xd9")
    scan = data[last:end]
    assert looked_at("x.jpg", data[:end] + scan * 50 + data[end:]).facts.width == 64
    assert told("x.jpg", data[:end] + scan * 100 + data[end:]).code == "file_broken"


def test_a_list_of_members_cannot_hide_behind_a_second_end() -> None:
    data = document()
    end = data.rindex(b"PK\x05\x06")
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    long = data[start:end] + data[start : start + 46 + data[start + 28]] * 100_000
    size = len(long).to_bytes(4, "little")
    hidden = data[: end + 8] + b"PK\x05\x06" + size + data[end + 16 :]
    whole = hidden[:start] + long + hidden[end:]
    tracemalloc.start()
    try:
        assert told("x.docx", whole).code == "file_hostile"
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_what_is_asked_from_elsewhere_is_found_however_the_part_is_spelt() -> None:
    tie = b'<Relationships><Relationship Type="x/image" TargetMode="External"/></Relationships>'
    made = io.BytesIO(document())
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("word/_rels/settings.xml.RELS", tie)
    assert looked_at("x.docx", made.getvalue()).facts.reaches_out


def test_each_kind_is_known_by_its_content_whatever_it_is_called() -> None:
    found = looked_at("x.docx", photo(turn=6)).facts
    assert (found.media_type, found.width, found.height) == (MediaType.JPEG, 32, 64)
    found = looked_at("x.exe", picture()).facts
    assert (found.media_type, found.width, found.height) == (MediaType.PNG, 64, 32)
    found = looked_at("x.png", paper("one", "two")).facts
    assert (found.media_type, found.pages) == (MediaType.PDF, 2)
    found = looked_at("x.pdf", document()).facts
    assert (found.media_type, found.reaches_out) == (MediaType.DOCX, False)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "file_kind_heic", "Apple"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00", "file_kind_film", "film"),
        (b"\x00\x00\x00\x18ftypavif\x00\x00", "file_kind_avif", "AVIF"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "file_kind_webp", "WebP"),
        (b"GIF89a\x01\x00", "file_kind_gif", "GIF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "file_kind_office", "older Office"),
        (b"{\\rtf1 hello", "file_kind_rtf", "RTF"),
        (b"MZ\x90\x00", "file_kind_program", "program"),
        (b"<?xml version='1.0'?><svg/>", "file_kind_svg", "SVG"),
        (b"From: someone\r\nTo: us\r\n", "file_kind_mail", "e-mail"),
        (b"Dear Sir or Madam", "file_kind_text", "plain text"),
        (b"\x01\x02\x03\x80", "file_kind_unknown", "PDF, DOCX, JPEG and PNG"),
        (b"", "file_empty", "empty"),
    ],
)
def test_everything_else_is_told_with_what_to_do(data: bytes, code: str, words: str) -> None:
    problem = told("holiday.jpg", data)
    assert problem.code == code
    assert words in f"{problem.what} {problem.next_step}"
    assert "It was not added" in problem.what


@pytest.mark.parametrize(
    ("member", "code"), [("xl/workbook.xml", "sheet"), ("ppt/x.xml", "slides"), ("a.txt", "zip")]
)
def test_other_packages_are_told_by_what_they_are(member: str, code: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(member, "x")
    assert told("x.docx", made.getvalue()).code == f"file_kind_{code}"


@pytest.mark.parametrize("make", [photo, picture, paper, document])
def test_a_file_cut_anywhere_is_told_and_crashes_nothing(make) -> None:
    data = make()
    ends = range(12, len(data) - 12, max(len(data) // 60, 1))
    assert {outcome(data[:end]) for end in ends} <= CUT | {""}


def outcome(data: bytes) -> str:
    try:
        looked_at("x", data)
    except ProblemForPerson as problem:
        return problem.code
    return ""


def test_a_locked_pdf_is_told() -> None:
    assert told("x.pdf", paper(password="lantern")).code == "file_locked"


def test_a_picture_of_50_000_by_50_000_pixels_is_not_unpacked() -> None:
    header = (50_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    rows = zlib.compress(bytes(1_000_000))
    bomb = PNG + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    assert told("x.png", bomb).code == "file_too_many_pixels"
    data = bytearray(photo())
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = (50_000).to_bytes(2, "big") * 2
    problem = told("x.jpg", bytes(data))
    assert problem.code == "file_too_many_pixels"
    assert "50,000 by 50,000" in problem.what


def test_a_picture_that_unpacks_to_more_than_it_says_is_broken() -> None:
    header = (10).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    rows = zlib.compress(bytes(50_000_000))
    bomb = PNG + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    assert told("x.png", bomb).code == "file_broken"


def test_a_sparse_file_of_1_gb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(1_000_000_000)
    with pytest.raises(ProblemForPerson) as raised:
        look(path)
    assert raised.value.code == "file_too_big"


def test_a_folder_a_pipe_and_a_missing_file_are_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(ProblemForPerson) as raised:
            look(path)
        assert raised.value.code == "file_unread"


def test_a_name_keeps_no_path_and_no_hidden_signs() -> None:
    assert looked_at("../..\\C:\\kit\u202egnp.jpg", photo()).facts.name == "kitgnp.jpg"
    assert len(looked_at("k" * 999, photo()).facts.name) == 200


def test_interlaced_grey_and_palette_pictures_come_in() -> None:
    for mode in ("1", "L", "LA", "P", "RGBA", "I;16"):
        made = io.BytesIO()
        Image.new(mode, (33, 17)).save(made, "PNG")
        assert looked_at("x", made.getvalue()).facts.width == 33


# ---- documents -----------------------------------------------------------------------------------


def test_the_words_of_a_document_are_read_with_its_tables() -> None:
    assert list(docx.words(document())) == [
        "It began\ton Monday.",
        "When | What happened",
        "",
        "It ended.",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (document(**{"word/vbaProject.bin": b"x"}), "file_macros"),
        (document(types="application/vnd.ms-word.document.macroEnabled.main+xml"), "file_macros"),
        (document(**{"../../evil.exe": b"x"}), "file_hostile"),
        (document(**{"/etc/passwd": b"x"}), "file_hostile"),
        (document(**{"C:\\evil.exe": b"x"}), "file_hostile"),
        (document(**{"WORD/document.XML": b"x"}), "file_hostile"),
        (document(**{"word/bomb.bin": bytes(20_000_000)}), "file_hostile"),
        (document("<w:p>" * 600 + "</w:p>" * 600), "file_hostile"),
        (document("<w:p>"), "file_broken"),
    ],
)
def test_a_document_that_could_harm_is_kept_out(data: bytes, code: str) -> None:
    assert told("x.docx", data).code == code


def test_a_document_type_in_a_document_is_refused_before_parsing() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml", '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><x>&b;</x>'
        )
    assert told("x.docx", made.getvalue()).code == "file_hostile"


def test_a_list_of_members_that_would_fill_the_memory_is_not_read() -> None:
    data = document()
    end = data.rindex(b"PK\x05\x06")
    long = data[: end + 12] + (90_000_000).to_bytes(4, "little") + data[end + 16 :]
    assert told("x.docx", long).code == "file_hostile"


def test_what_a_document_asks_for_from_elsewhere_is_noticed() -> None:
    ties = (
        "<R><Relationship Type='x/{}' Target='http://x' TargetMode='External'/>"
        "<Relationship Type='x/styles' Target='styles.xml'/></R>"
    )
    for kind, reaches_out in (("image", True), ("attachedTemplate", True), ("hyperlink", False)):
        data = document(**{"word/_rels/document.xml.rels": ties.format(kind)})
        assert looked_at("x", data).facts.reaches_out is reaches_out


def test_a_file_of_more_than_25_mb_is_told() -> None:
    assert told("x", bytes(trouble.MOST_BYTES + 1)).code == "file_too_big"
