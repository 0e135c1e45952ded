"""What every exporter of an outline keeps: each word of each block, in order, whatever it is."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.exporting.characters import shown
from ffd_desktop.exporting.drawing import Drawing, Label
from ffd_desktop.exporting.outline import (
    Answer,
    BulletList,
    Callout,
    Document,
    Fact,
    Figure,
    Heading,
    KeyFacts,
    Paragraph,
    Table,
)
from ffd_desktop.exporting.text import write_text
from tests.builders.outlines import ALTERNATIVE, CANARIES, document, every_kind
from tests.tools import needs_tool

EMBEDDING_MARKS = dict.fromkeys(map(ord, "\u202a\u202b\u202c"))


def in_pdf(outline: Document) -> str:
    """The words of the PDF, as a reader's tool takes them out of its structure."""
    tool = needs_tool("pdfinfo", package="poppler-utils")
    data = write_pdf(outline).data
    run = subprocess.run([tool, "-struct-text", "-"], input=data, capture_output=True, check=True)
    return run.stdout.decode("utf-8")


EXPORTERS: dict[str, Callable[[Document], str]] = {"text": write_text, "pdf": in_pdf}


@pytest.fixture(params=sorted(EXPORTERS))
def export(request: pytest.FixtureRequest) -> Callable[[Document], str]:
    return EXPORTERS[request.param]


def test_each_word_of_each_kind_of_block_comes_out_once_and_in_order(export) -> None:
    written = export(every_kind())
    names = {"canary-c1", "canary-c2"}  # plain text says the column's name at each cell
    places = [written.index(word) for word in CANARIES if word not in names]
    assert places == sorted(places)
    for word in set(CANARIES) - names:
        assert written.replace(f"{word}-", "").count(word) == 1, word
    assert all(name in written for name in names)


def test_a_picture_is_told_in_words() -> None:
    assert f"Picture: {ALTERNATIVE}" in write_text(every_kind())
    assert f"/Alt ({ALTERNATIVE})".encode() in write_pdf(every_kind()).data


def test_the_same_outline_gives_the_same_bytes() -> None:
    assert write_pdf(every_kind()).data == write_pdf(every_kind()).data


anything = st.text(st.characters(exclude_categories=()), max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything)
def test_text_keeps_every_character_of_any_text(text: str) -> None:
    blocks = (
        Heading(2, text),
        Paragraph(text),
        Answer(text, (text, text), note=text),
        BulletList((text,)),
        Table((text, text), ((text, text),), text),
        Callout(text, (text,)),
        KeyFacts((Fact(text, (text,)),)),
    )
    for block in blocks:
        written = "".join(write_text(document(block)).split())
        assert "".join(shown(text).split()) in written
        write_text(document(block)).encode("utf-8")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything)
@example("\ud800")
def test_a_pdf_can_be_written_of_any_text(text: str) -> None:
    result = write_pdf(
        document(
            Heading(1, text, text),
            Figure(text, Drawing(9, 9, (Label(x=1, y=1, text=text),)), text),
            Paragraph(text),
            Answer(text, (text,), note=text),
            BulletList((text,)),
            Table((text,), ((text, text),), text),
            Callout(text, (text,)),
            KeyFacts((Fact(text, (text,)),)),
        )
    )
    assert result.pages >= 1
    for missing in result.missing_characters:
        assert missing.character in text


# Letters of the scripts whose glyphs match their characters from left to right; the others are
# looked at one by one in tests/integration/pdf.
LETTERS = "".join(
    chr(code)
    for first, last in (
        (0x21, 0x7E),
        (0xA1, 0xAC),
        (0xAE, 0x17F),
        (0x370, 0x3FF),
        (0x400, 0x4FF),
        (0x531, 0x556),
        (0x10D0, 0x10F0),
        (0x1200, 0x1248),
        (0x1EA0, 0x1EF9),
        (0x2010, 0x2014),
        (0x3041, 0x3096),
        (0x4E00, 0x4E40),
        (0xAC00, 0xAC40),
        (0x1F600, 0x1F640),
        (0x1F9F0, 0x1F9FF),
        (0x13000, 0x13010),
    )
    for code in range(first, last + 1)
    if unicodedata.category(chr(code)) not in ("Cn", "Mn", "Me")
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=10))
def test_a_pdf_keeps_every_letter_of_a_mixed_text(words: list[str]) -> None:
    result = write_pdf(document(Paragraph(" ".join(words))))
    expected = "".join(words)
    for missing in result.missing_characters:
        expected = expected.replace(missing.character, f"[U+{ord(missing.character):04X}]")
    run = subprocess.run(
        [needs_tool("pdfinfo", package="poppler-utils"), "-struct-text", "-"],
        input=result.data,
        capture_output=True,
        check=True,
    )
    said = run.stdout.decode("utf-8").split("P (block)", 1)[1]
    lines = [line.strip()[1:-1] for line in said.splitlines() if line.strip().startswith('"')]
    assert "".join("".join(lines).split()) == expected
