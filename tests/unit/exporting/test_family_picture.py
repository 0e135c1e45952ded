"""The picture of the family on paper: in the form, and alone."""

from __future__ import annotations

import msgspec
import pytest

from ffd_desktop.exporting.drawing import Label
from ffd_desktop.exporting.family_picture import HIGHEST
from ffd_desktop.exporting.outline import BulletList, Document, Figure, Heading, Table, walk
from ffd_desktop.exporting.picture_paper import NOBODY, family_paper
from ffd_desktop.exporting.pictures.family.genogram import genograms
from ffd_desktop.exporting.pictures.family.where import CAPTION
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.model import Referral
from tests.builders import drawn_families as families
from tests.builders.referrals import bare, largest, small
from tests.unit.exporting.genogram_kit import FORM, NOW, PACK, PAGE, SMALLEST, whole, wording

ROOM = 676.0  # points on a page, beneath a heading


def alone(referral: Referral, reader: Reader = Reader.COUNCIL) -> Document:
    return family_paper(referral, FORM, pack=PACK, now=NOW, reader=reader)


def figures(document: Document) -> list[Figure]:
    """Give the pictures of the family, without that of the front page."""
    found = (one for one in walk(document.blocks) if isinstance(one, Figure))
    return [one for one in found if one.caption != CAPTION]


def test_the_picture_stands_before_the_table_of_who_belongs_to_whom():
    blocks = [*walk(whole(families.nuclear()).blocks)]
    at = next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.key == "ties")
    figure, table = blocks[at + 1 : at + 3]
    assert isinstance(figure, Figure)
    assert isinstance(table, Table)
    assert "Tanglewood" in figure.alternative


def test_a_family_without_any_tie_is_drawn_as_well():
    nobody = msgspec.structs.replace(families.nuclear(), relationships=())
    assert len(figures(whole(nobody))) == 1


def test_one_child_alone_needs_no_picture():
    child = msgspec.structs.replace(small(), people=(), relationships=())
    assert not figures(whole(child))


def test_the_paper_is_the_picture_and_the_same_in_words():
    paper = alone(families.three_fathers())
    (figure,) = figures(paper)
    said = next(one for one in walk(paper.blocks) if isinstance(one, BulletList))
    assert "\n".join(said.items) == figure.alternative
    words = " ".join(write_text(paper).split())
    assert "FFD-2026-0007" in words
    assert "20 November 2026 at 14:03" in words


def test_the_title_of_the_paper_names_nobody():
    paper = alone(families.three_fathers())
    for name in ("Wiśniewska", "Aleksandra"):
        assert name not in paper.title
        assert name not in paper.footer


def test_a_family_of_nobody_says_so():
    assert NOBODY in write_text(alone(bare()))


def test_an_address_kept_from_somebody_is_not_in_the_family_s_picture():
    words = write_text(alone(families.foster(), Reader.FAMILY))
    assert "2 Pear Tree Lane" not in words
    assert "Copy for the family" in words


@pytest.mark.parametrize("make", [largest, families.big, families.three_fathers])
def test_every_picture_can_be_read_on_its_page(make):
    for highest in (HIGHEST, HIGHEST - 90):
        for figure in genograms(wording(make()), highest=highest):
            drawing = figure.drawing
            scale = min(1.0, PAGE / drawing.width, ROOM / drawing.height)
            letters = [one.size for one in drawing.shapes if isinstance(one, Label)]
            assert min(letters) * scale >= SMALLEST


def test_those_to_whom_no_line_leads_have_a_page_of_their_own_where_it_is_full():
    referral = largest()
    parts = genograms(wording(referral), highest=500.0)
    assert len(parts) > 1
    everyone = [one.name for one in (*referral.children, *referral.people)]
    for name in everyone:
        assert sum(f"{name}: " in one.alternative for one in parts) == 1
    assert len(genograms(wording(referral), highest=5000.0)) == 1
