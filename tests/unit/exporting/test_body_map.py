"""The marks on paper: every one in a picture's words and in the table, with the same number."""

from __future__ import annotations

from datetime import date

import pytest

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.body_map import body_map, occasions
from ffd_desktop.exporting.outline import AnyBlock, Figure, Heading, Paragraph, Table
from ffd_desktop.exporting.pictures.body.telling import quoted
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from tests.builders.marks import marked

TODAY = date(2026, 11, 20)


def paper(referral: Referral) -> list[AnyBlock]:
    return list(body_map(Wording(referral, bundled_pack("worcestershire"), TODAY)))


@pytest.mark.parametrize(("count", "loose"), [(1, 0), (9, 1), (25, 3)])
def test_every_mark_is_told_by_a_figure_and_in_the_table(count: int, loose: int) -> None:
    blocks = paper(marked(count, loose=loose))
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    told = " ".join(block.alternative for block in blocks if isinstance(block, Figure))
    assert len(rows) == count + loose
    for row in rows:
        place = row[1].split("\n")[0]
        assert f"Mark {row[0]}: {place}" in told
    for n in range(count + loose):
        assert sum(f"Size: {n + 1} cm across" in row[2] for row in rows) == 1
        assert f"{n + 1} cm across" in told


def test_an_explanation_stands_word_for_word_in_quotation_marks() -> None:
    cells = [row[3] for block in paper(marked(3)) if isinstance(block, Table) for row in block.rows]
    assert "“I fell off the wall 2 times.”\nGiven by: The child, to the nurse" in cells
    assert quoted("“The dog.”") == "“The dog.”"


def test_each_childs_occasions_stand_by_date_with_who_saw_them() -> None:
    blocks = paper(marked(9, loose=1))
    titles = [block.text for block in blocks if isinstance(block, Heading)]
    assert [title.rpartition(", ")[2] for title in titles] == [
        "24 October 2026 at 09:20", "2 November 2026 at 09:20", "other marks",
        "11 November 2026 at 09:20",
    ]  # fmt: skip
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert any("Seen by: Ifeoma Teasel" in one and "Also there: Class teacher" in one
               for one in lines)  # fmt: skip
    assert "Seen when the sleeves were rolled up for painting." in lines


def test_who_saw_a_mark_and_when_is_told_of_those_that_have_it_of_their_own() -> None:
    tables = [block for block in paper(marked(3, loose=1)) if isinstance(block, Table)]
    own = [table for table in tables if len(table.columns) == 5]
    assert [table.rows[0][4] for table in own] == ["20 November 2026\nNnamdi Larkspur"]


def test_a_mark_with_a_place_in_words_only_is_in_the_table_and_in_no_figure() -> None:
    bare = replay(marked(1), [put("injuries[i0].view", None)])
    blocks = paper(bare)
    assert not [block for block in blocks if isinstance(block, Figure)]
    assert [row[1] for block in blocks if isinstance(block, Table) for row in block.rows] == [
        "Mouth or lips\n(Not on a picture)"
    ]


def test_occasions_stand_alone_only_where_no_mark_was_entered() -> None:
    pack = bundled_pack("worcestershire")
    assert not list(occasions(Wording(marked(1), pack, TODAY)))
    alone = list(occasions(Wording(marked(0), pack, TODAY)))
    assert sum(isinstance(block, Heading) for block in alone) == 3
