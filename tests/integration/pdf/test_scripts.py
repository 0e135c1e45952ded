"""Names in any script: seen as themselves, and the same characters when copied out."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from ffd_desktop.adapters.pdf.catalogue import TEXT_FACES, Weight
from ffd_desktop.adapters.pdf.faces import face
from ffd_desktop.adapters.pdf.scripts import PLAIN
from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.exporting.outline import Answer, Paragraph
from tests.builders.outlines import document
from tests.integration.pdf.reading import by_pdfium, by_poppler, by_structure, pdf_of

LEFT_TO_RIGHT = {
    "Polish": "Łukasz Żółć",
    "Vietnamese": "Nguyễn Thị Hoà",
    "Turkish": "İbrahim Çağrı",
    "Cyrillic": "Ольга Щукіна",
    "Greek": "Γιώργος Ξένος",
    "Georgian": "ნინო",
    "Armenian": "Անահիտ",
    "Bengali": "নূরজাহান ক্ষমা",
    "Devanagari": "क्षितिज श्रीवास्तव",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Gujarati": "પ્રિયંકા",
    "Tamil": "ஸ்ரீ கௌரி",
    "Telugu": "శ్రీనివాస్",
    "Kannada": "ಲಕ್ಷ್ಮಿ",
    "Malayalam": "ശ്രീകുമാർ",
    "Sinhala": "ශ්‍රී ලංකා",
    "Thai": "กมลชนก น้ำ",
    "Lao": "ພອນສະຫວັນ",
    "Khmer": "សុភាព ខ្មែរ",
    "Myanmar": "မြန်မာ",
    "Tibetan": "བསྟན་འཛིན",
    "Ethiopic": "አማኑኤል",
    "Chinese": "王小明",
    "Japanese": "さくら サクラ",
    "Korean": "김지훈",
    "Cherokee": "ᏣᎳᎩ",
    "Tifinagh": "ⵜⵉⴼⵉⵏⴰⵖ",
}
RIGHT_TO_LEFT = {
    "Arabic": "محمد الحسن سلام",
    "Urdu": "نذیر احمد چوہدری",
    "Persian": "علی‌رضا گلپایگانی",
    "Pashto": "ګلالۍ",
    "Kurdish": "هێمن",
    "Hebrew": "נועה כהן",
    "Syriac": "ܐܫܘܪ",
}


@pytest.mark.parametrize("script", sorted(LEFT_TO_RIGHT))
def test_a_name_comes_out_as_it_went_in(script: str) -> None:
    name = LEFT_TO_RIGHT[script]
    result = write_pdf(document(Paragraph(f"Called {name} at home")))
    assert result.missing_characters == ()
    for read in (by_poppler, by_pdfium, by_structure):
        said = " ".join(read(result.data).replace('"', " ").split())
        assert f"Called {name} at home" in said, read.__name__


@pytest.mark.parametrize("script", sorted(RIGHT_TO_LEFT))
def test_a_right_to_left_name_comes_out_in_the_order_of_reading(script: str) -> None:
    name = RIGHT_TO_LEFT[script]
    result = write_pdf(document(Answer("Name", (name,))))
    assert result.missing_characters == ()
    for read in (by_poppler, by_pdfium):
        assert name in " ".join(read(result.data).split()), read.__name__


@pytest.mark.parametrize("name", ["שָׁלוֹם", "مُحَمَّد"])
def test_a_name_with_its_vowels_comes_out_whole(name: str) -> None:
    data = pdf_of(Answer("Name", (name,)))
    assert name in by_poppler(data).split()
    assert sorted(name) == sorted(c for c in by_pdfium(data) if c in name)


def test_a_right_to_left_word_of_two_fonts_keeps_its_order() -> None:
    assert "אבמح".replace("מ", "م") in by_poppler(pdf_of(Paragraph("Said אבمح here")))


def test_letters_shown_the_other_way_round_are_marked_so() -> None:
    with pikepdf.open(BytesIO(pdf_of(Paragraph("Called أميرة at home")))) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert content.count(b"/ReversedChars <</MCID") == 1


def test_thaana_is_drawn() -> None:
    assert write_pdf(document(Paragraph("އަހްމަދު"))).missing_characters == ()


def test_a_character_without_a_font_is_printed_as_its_code_and_reported() -> None:
    result = write_pdf(document(Paragraph("a \U0001f9ff b \U0001f9ff c \U00013000")))
    assert "a [U+1F9FF] b [U+1F9FF] c [U+13000]" in by_poppler(result.data)
    assert [tuple(each) for each in result.missing_characters] == [
        ("\U00013000", 1),
        ("\U0001f9ff", 2),
    ]


def test_a_direction_override_is_shown_and_does_not_act() -> None:
    said = by_poppler(pdf_of(Paragraph("seen \u202egnp.exe and \x07 heard")))
    assert "seen [U+202E]gnp.exe and [U+0007] heard" in said


def test_accents_written_apart_are_one_letter_to_the_reader() -> None:
    said = by_structure(pdf_of(Paragraph("Zoe\u0308 and Łukasz")))
    assert '"Zoe\u0308 and Łukasz"' in said or '"Zo\u00eb and Łukasz"' in said


@pytest.mark.parametrize("weight", Weight)
def test_each_cut_of_the_text_face_has_every_plain_character(weight: Weight) -> None:
    of = face(TEXT_FACES[weight])
    plain = [c for c in map(chr, range(0x20, 0x3000)) if PLAIN.fullmatch(c)]
    assert len(plain) > 300
    assert [c for c in plain if not of.has(ord(c))] == []


def test_no_font_is_opened_that_no_character_needs() -> None:
    data = pdf_of(Paragraph("Plain English words."))
    assert b"Arabic" not in data
    assert b"Droid" not in data
