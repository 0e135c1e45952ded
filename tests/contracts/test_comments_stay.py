"""No word of a comment is in anything that leaves, of whatever kind and for whatever reader."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.app import papers
from ffd_desktop.app.program import Program
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.forms import Field, FieldKind, Form, Section
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.picture_paper import family_paper
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.model import Referral
from tests.builders.comments import CANARY, commented
from tests.builders.referrals import small, typical

PACK = bundled_pack("worcestershire")
NOW = datetime(2026, 11, 20, 14, 3, 7, tzinfo=UTC)
MADE = [
    (kind, one) for kind in papers.KINDS for one in Reader if (kind, one) != ("json", Reader.FAMILY)
]
ASKING = Section(
    key="said",
    title="Said",
    intro="",
    repeats="comments",
    item_name="comment",
    fields=(
        Field(key="text", path="comments[].text", kind=FieldKind.LONG_TEXT, label="Text"),
        Field(key="by", path="comments[].by", kind=FieldKind.TEXT, label="By"),
    ),
)


def asks_for_comments(form: Form) -> Form:
    """A form that asks for what nobody may send, as a mistaken pack might."""
    return msgspec.structs.replace(form, sections=(*form.sections, ASKING))


@pytest.mark.parametrize(("kind", "reader"), MADE)
@pytest.mark.parametrize("form", ["csc", "eh"])
@pytest.mark.parametrize("plain", [small(), typical()], ids=["small", "typical"])
def test_a_paper_is_the_same_with_comments_as_without(
    plain: Referral, form: str, kind: papers.Kind, reader: Reader, tmp_path: Path
) -> None:
    program = StillProgram(folder=tmp_path)
    plain = msgspec.structs.replace(plain, form=form)
    full = commented(plain)
    assert full.comments
    made = papers.make(program, full, kind, reader=reader)
    assert made.data == papers.make(program, plain, kind, reader=reader).data
    assert CANARY.encode() not in made.data
    if kind != "json":
        drawn = papers.family_picture(program, full, kind, reader=reader)
        assert drawn.data == papers.family_picture(program, plain, kind, reader=reader).data


class StillProgram(Program):
    """A program whose clock stands, so that two papers are of the same moment."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder=folder)
        self.clock = StillClock()


class StillClock:
    """Half past two, for ever."""

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return 0.0


@pytest.mark.parametrize("reader", list(Reader))
def test_not_even_a_form_that_asks_for_comments_gets_them(reader: Reader) -> None:
    form = asks_for_comments(PACK.form("csc"))
    full = commented(typical())
    made = compose(full, form, pack=PACK, findings=(), now=NOW, reader=reader)
    drawn = family_paper(full, form, pack=PACK, now=NOW, reader=reader)
    for one in (made, drawn):
        assert CANARY not in msgspec.json.encode(one).decode()
        assert CANARY not in write_text(one)
