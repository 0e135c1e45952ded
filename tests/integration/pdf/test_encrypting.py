"""An encrypted PDF: opened by other programs with its passphrase, and holding no plain word."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from ffd_desktop.adapters.pdf.encrypting import encrypt
from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.exporting.outline import Paragraph
from tests.builders.outlines import every_kind
from tests.integration.pdf.reading import by_structure, pdf_of
from tests.tools import needs_tool

PASSPHRASE = "482199301175306622914480"
WORDS = "zzcanaryzz at the gate"


@pytest.fixture
def plain() -> bytes:
    return pdf_of(Paragraph(WORDS))


def qpdf(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [needs_tool("qpdf"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_another_program_sees_aes_256_revision_6_and_opens_it(plain: bytes, tmp_path: Path) -> None:
    locked, opened = tmp_path / "locked.pdf", tmp_path / "opened.pdf"
    locked.write_bytes(encrypt(plain, PASSPHRASE))
    told = qpdf(f"--password={PASSPHRASE}", "--show-encryption", locked).stdout
    assert "R = 6" in told
    for what in ("stream", "string", "file"):
        assert f"{what} encryption method: AESv3" in told
    assert "extract for accessibility: allowed" in told
    assert qpdf(f"--password={PASSPHRASE}", "--check", locked).returncode == 0
    assert qpdf(f"--password={PASSPHRASE}", "--decrypt", locked, opened).returncode == 0
    assert WORDS in by_structure(opened.read_bytes())


@pytest.mark.parametrize("wrong", ["", "482199301175306622914481", "4821 9930 1175 3066 2291 4480"])
def test_another_passphrase_is_refused(plain: bytes, tmp_path: Path, wrong: str) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(encrypt(plain, PASSPHRASE))
    told = qpdf(f"--password={wrong}", "--check", locked)
    assert told.returncode != 0
    assert "invalid password" in told.stderr


def pieces(data: bytes) -> list[bytes]:
    """The beginnings of everything that the file holds as a stream, as they lie in it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [one.read_raw_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
    return [one[:48] for one in found if len(one) > 24]


def said_of(data: bytes) -> list[bytes]:
    """The title, author and dates."""
    with pikepdf.open(BytesIO(data)) as pdf:
        values = pdf.docinfo.as_dict().values()
        return [bytes(value) for value in values if len(bytes(value)) > 3]


def test_neither_pages_nor_title_nor_metadata_stand_in_it_in_plain() -> None:
    plain = write_pdf(every_kind()).data
    locked = encrypt(plain, PASSPHRASE)
    with pikepdf.open(BytesIO(plain)) as pdf:
        unlocked = BytesIO()
        pdf.save(unlocked, fix_metadata_version=False)
    told = [*pieces(plain), *said_of(plain)]
    assert len(told) > 10
    assert all(one in unlocked.getvalue() for one in told), "this test would find them"
    assert not [one for one in told if one in locked]
    assert b"<rdf" not in locked


def test_the_digest_that_names_the_plain_paper_is_not_in_it() -> None:
    plain = write_pdf(every_kind()).data
    with pikepdf.open(BytesIO(plain)) as pdf:
        names = [bytes(one) for one in pdf.trailer.ID]
    locked = encrypt(plain, PASSPHRASE)
    assert not [one for one in names if one in locked or one.hex().encode() in locked.lower()]


def test_tags_language_and_bookmarks_are_as_in_the_plain_one() -> None:
    plain = write_pdf(every_kind()).data
    locked = encrypt(plain, PASSPHRASE)
    with (
        pikepdf.open(BytesIO(plain)) as before,
        pikepdf.open(BytesIO(locked), password=PASSPHRASE) as after,
    ):
        assert str(after.Root.Lang) == str(before.Root.Lang)
        assert after.Root.MarkInfo.Marked
        assert len(after.Root.StructTreeRoot.K) == len(before.Root.StructTreeRoot.K)
        assert len(after.pages) == len(before.pages)
        assert after.docinfo.Title == before.docinfo.Title
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert [page.Contents.read_bytes() for page in after.pages] == [
            page.Contents.read_bytes() for page in before.pages
        ]
