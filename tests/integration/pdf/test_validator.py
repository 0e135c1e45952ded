"""The check of tagging can fail: each kind of damage is found."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from ffd_desktop.adapters.pdf.writer import write_pdf
from tests.builders.outlines import every_kind
from tests.integration.pdf.validator import faults


def _damaged(damage) -> list[str]:
    with pikepdf.open(BytesIO(write_pdf(every_kind()).data)) as pdf:
        damage(pdf)
        out = BytesIO()
        pdf.save(out)
    return faults(out.getvalue())


def _paint_outside(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 5 5 re f")


def _forget_a_mark(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].Contents
    content.write(content.read_bytes().replace(b"/H1 <</MCID 0>>", b"/Artifact <<>>"))


def _swap_owners(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0] = owners[1]


def _lose_the_words_of_figures(pdf: pikepdf.Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure":
            del found["/Alt"]


def _lose_the_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


@pytest.mark.parametrize(
    "damage",
    [_paint_outside, _forget_a_mark, _swap_owners, _lose_the_words_of_figures, _lose_the_language],
)
def test_damage_is_found(damage) -> None:
    assert _damaged(damage) != []
