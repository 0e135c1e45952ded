"""Files inside a PDF: told in its list, found by other readers, and never under a child's name."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.app import attaching
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.text import write_text
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import Attachment
from tests.builders import referrals as built
from tests.builders.files import SECRETS, paper, photo
from tests.integration.pdf.reading import by_poppler, by_structure, words_said
from tests.integration.pdf.validator import faults
from tests.tools import needs_tool

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
FILES = {"a1": photo(), "a2": paper("one", "two")}


def attachment(one: str, name: str, title: str, *, embed: bool) -> Attachment:
    facts = attaching.looked_at(name, FILES[one]).facts
    return Attachment(
        id=one,
        title=title,
        kind="report",
        file=f"file-{one}",
        file_name=facts.name,
        media_type=facts.media_type.value,
        size=facts.size,
        digest=facts.digest,
        pages=facts.pages,
        width=facts.width,
        height=facts.height,
        embed=embed,
    )


@pytest.fixture(scope="module")
def referral() -> Referral:
    return msgspec.structs.replace(
        built.small(),
        attachments=(
            attachment("a1", "Kit zzname.jpg", "The bruise, Łucja\u2019s photograph", embed=True),
            attachment("a2", "zzname letter.pdf", "Letter of the nurse", embed=False),
            Attachment(id="a3", title="Health plan", third_party_data=True, redacted=True),
        ),
    )


def enclosed(referral: Referral) -> tuple[Embedded, ...]:
    return attaching.embedded(referral, lambda one: FILES[one.id])


def made(referral: Referral, files: tuple[Embedded, ...] = (), reader=Reader.COUNCIL) -> bytes:
    inside = [one.attachment for one in files]
    shaped = compose(referral, FORM, pack=PACK, findings=(), now=NOW, inside=inside, reader=reader)
    return write_pdf(shaped, files=files).data


def test_only_what_was_chosen_goes_inside_and_tells_nothing(
    referral: Referral, tmp_path: Path
) -> None:
    data = made(referral, enclosed(referral))
    path = tmp_path / "made.pdf"
    path.write_bytes(data)
    tool = needs_tool("pdfdetach", package="poppler-utils")
    listed = subprocess.run([tool, "-list", path], capture_output=True, check=True, text=True)
    assert "1 embedded files" in listed.stdout
    assert f"1: {referral.reference}-attachment-1.jpg" in listed.stdout
    subprocess.run([tool, "-saveall", "-o", tmp_path, path], check=True)
    out = (tmp_path / f"{referral.reference}-attachment-1.jpg").read_bytes()
    assert out == attaching.leaving("image/jpeg", FILES["a1"]).data
    assert not any(secret in data for secret in SECRETS)
    assert b"zzname" not in data


def test_the_list_says_where_each_file_is(referral: Referral) -> None:
    words = " ".join(words_said(by_structure(made(referral, enclosed(referral)))))
    name = f"{referral.reference}-attachment-1.jpg"
    assert f"Inside this PDF, as {name}" in words.replace("- ", "-")
    for said in (
        "In the school\u2019s vault; not with this paper",
        "Named only: it comes another way",
        "Photograph (JPEG)",
        "64 by 32 pixels",
        "2 pages",
        "Holds data about somebody else, blacked out",
    ):
        assert said in words, said
    assert "Inside this PDF" not in by_poppler(made(referral))
    assert "zzname" not in words


def test_the_tags_are_right_and_other_programs_find_no_fault(
    referral: Referral, tmp_path: Path
) -> None:
    data = made(referral, enclosed(referral))
    assert faults(data) == []
    path = tmp_path / "made.pdf"
    path.write_bytes(data)
    subprocess.run([needs_tool("qpdf"), "--check", path], check=True, capture_output=True)
    said = by_structure(data)
    assert "The bruise" in said
    assert by_structure(made(referral)).count("Table") == said.count("Table")


def test_the_same_files_give_the_same_bytes(referral: Referral) -> None:
    assert made(referral, enclosed(referral)) == made(referral, enclosed(referral))


def test_a_copy_for_the_family_names_no_file_and_says_nothing_is_inside(referral: Referral) -> None:
    words = by_poppler(made(referral, reader=Reader.FAMILY))
    assert "zzname" not in words
    assert "Inside this PDF" not in words


def test_text_lists_them_too(referral: Referral) -> None:
    shaped = compose(referral, FORM, pack=PACK, findings=(), now=NOW)
    assert "Letter of the nurse" in write_text(shaped)


def test_too_much_for_one_pdf_is_told(referral: Referral) -> None:
    big = msgspec.structs.replace(referral.attachments[0], size=attaching.MOST_INSIDE + 1)
    with pytest.raises(ProblemForPerson) as raised:
        enclosed(msgspec.structs.replace(referral, attachments=(big,)))
    assert raised.value.code == "too_much_inside"
