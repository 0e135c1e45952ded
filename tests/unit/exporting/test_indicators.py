"""What was marked of the guidance, on paper: a picture that its words say too, and a table."""

from __future__ import annotations

from datetime import datetime

import msgspec

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.workdays import LONDON
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.drawing import Label, Rect
from ffd_desktop.exporting.outline import Answer, Figure, OnePage, Table, walk
from ffd_desktop.exporting.pictures.levels import levels_grid
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import IndicatorMark, Reply
from tests.builders.items import TODAY
from tests.builders.referrals import bare, typical

PACK = bundled_pack("walsall")
MARKS = (
    IndicatorMark(id="m1", code="2c-health-4", evidence=("s1", "e1")),
    IndicatorMark(
        id="m2",
        code="4p-care-2",
        children=("c1",),
        since=read_date("March 2026", today=TODAY),
        note="L3",
    ),
    IndicatorMark(id="m3", code="elsewhere-9"),
)


def marked(*marks: IndicatorMark, start: Referral | None = None) -> Referral:
    base = start or typical()
    return msgspec.structs.replace(base, council="walsall", form="marf", indicators=marks)


def blocks(referral: Referral):
    form = PACK.form("marf")
    now = datetime(2026, 11, 20, 10, 0, tzinfo=LONDON)
    return list(walk(compose(referral, form, pack=PACK, findings=(), now=now).blocks))


def table_of(referral: Referral) -> Table:
    return next(
        one for one in blocks(referral) if isinstance(one, Table) and one.columns[0] == "Level"
    )


def test_the_highest_level_comes_first_and_each_says_for_whom_and_what_shows_it() -> None:
    rows = table_of(marked(*MARKS)).rows
    assert [row[0] for row in rows] == ["Level 4", "Level 2", "–"]
    assert "Barnardo" in rows[0][1]
    assert rows[0][2] == f"{typical().children[0].name}\nsince March 2026"
    assert rows[0][3] == "L3"
    assert rows[1][2] == "All 4 children"
    assert "Worry 1" in rows[1][3]
    assert "Event " in rows[1][3]
    assert "another council’s guidance" in rows[2][1]
    assert rows[2][3] == "Nothing is named"


def test_the_picture_has_a_square_for_each_and_its_words_say_as_much() -> None:
    figure = levels_grid(marked(*MARKS), PACK)
    assert figure is not None
    squares = [one for one in figure.drawing.shapes if isinstance(one, Rect)]
    assert len(squares) == 2
    assert "Child development factors: 1 at level 2." in figure.alternative
    assert "Parenting factors: 1 at level 4." in figure.alternative
    assert "Family and environmental factors: nothing." in figure.alternative


def test_many_in_one_square_are_counted_in_figures_and_stay_inside() -> None:
    codes = [one.code for one in PACK.indicators if one.level == "4"]
    figure = levels_grid(marked(*(IndicatorMark(id=c, code=c) for c in codes)), PACK)
    assert figure is not None
    assert any(
        isinstance(one, Label) and one.text.endswith(" marked") for one in figure.drawing.shapes
    )
    for one in figure.drawing.shapes:
        if isinstance(one, Rect):
            assert 0 <= one.x <= figure.drawing.width - one.w


def test_nothing_marked_draws_nothing() -> None:
    assert levels_grid(marked(), PACK) is None
    assert levels_grid(marked(*MARKS, start=bare()), bundled_pack("worcestershire")) is None


def test_a_reason_that_answers_the_guidance_is_printed_under_the_judgement() -> None:
    reply = Reply(
        id="r", rule="x", path="y", said="You have marked one thing.", reason="Looked at."
    )
    referral = msgspec.structs.replace(marked(*MARKS), replies=(reply, Reply(id="q", said="No.")))
    answers = [one for one in blocks(referral) if isinstance(one, Answer)]
    assert Answer("You have marked one thing.", ("Looked at.",)) in answers
    assert not any(one.label == "No." for one in answers)


def test_the_front_page_shows_it_small_and_does_without_where_there_is_no_room() -> None:
    pages = next(one for one in blocks(marked(*MARKS)) if isinstance(one, OnePage)).variants
    drawn = [
        any(isinstance(one, Figure) and "indicators" in one.alternative for one in page)
        for page in pages
    ]
    assert drawn[0]
    assert not drawn[-1]
