"""The outline as plain text."""

from __future__ import annotations

from ffd_desktop.exporting.outline import Answer, Callout, Document, Heading, Paragraph, Table, Tone
from ffd_desktop.exporting.text import WIDTH, wrapped, write_text
from tests.builders.outlines import document


def test_no_line_is_wider_than_the_page_unless_one_word_is() -> None:
    text = write_text(document(Answer("Seen", ("many words " * 200,)), Heading(2, "word " * 40)))
    assert max(map(len, text.splitlines())) <= WIDTH


def test_a_long_word_is_left_whole() -> None:
    assert wrapped("a " + "b" * 200 + " c") == ["a", "b" * 200, "c"]


def test_each_cell_is_read_behind_its_column() -> None:
    text = write_text(document(Table(("When", "What"), (("May", "Fell"),))))
    assert "When: May" in text
    assert "What: Fell" in text
    assert text.index("When: May") < text.index("What: Fell")


def test_a_row_that_has_a_name_begins_with_it() -> None:
    named = Table(("Child", "Year"), (("Ann", "4"),), row_header=True)
    assert "  Child: Ann\n    Year: 4\n" in write_text(document(named))


def test_a_question_keeps_its_own_mark() -> None:
    lines = write_text(document(Answer("Afraid?", ("Yes",)), Answer("When", ("Now",)))).splitlines()
    assert "Afraid?" in lines
    assert "When:" in lines


def test_a_word_of_warning_is_not_said_twice() -> None:
    boxes = (Callout("Take care", (), Tone.CAUTION), Callout("A child", (), Tone.DANGER))
    lines = write_text(document(*boxes)).splitlines()
    assert "Take care" in lines
    assert "DANGER: A child" in lines


def test_a_draft_says_so_in_words() -> None:
    assert "DRAFT" in write_text(document(draft=True))
    assert "DRAFT" not in write_text(document())


def test_the_fingerprint_is_told_only_when_given() -> None:
    bare = Document(title="Record", reference="R", blocks=(Paragraph("x"),))
    sealed = Document(title="Record", reference="R", blocks=(), fingerprint="ab12")
    assert "Fingerprint" not in write_text(bare)
    assert "Fingerprint: ab12" in write_text(sealed)
