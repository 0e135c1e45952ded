"""Calls on paper: each one whole for the council; for the family, not what was said in them."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.calls import Call
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.model import FirstCall, Referral
from tests.builders.items import TODAY
from tests.builders.referrals import small

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
POLICE = Call(
    id="k1",
    to="police",
    when=read_date("20 November 2026 at 14:20", today=TODAY),
    number="999",
    spoke_to="Control room",
    said="That she told us of a knife.",
    advice="Do not ring home.",
    read_back=True,
    reference="Log 117",
)


def phoned(**first: object) -> Referral:
    call = FirstCall(police_called=True, phoned=True, said="That she is afraid.", **first)
    return msgspec.structs.replace(small(), first_call=call, calls=(POLICE,))


def words(
    referral: Referral, reader: Reader = Reader.COUNCIL, council: str = "worcestershire"
) -> str:
    pack = bundled_pack(council)
    form = pack.form("csc" if council == "worcestershire" else "marf")
    paper = compose(referral, form, pack=pack, findings=(), now=NOW, reader=reader)
    return " ".join(write_text(paper).split())


@pytest.mark.parametrize("council", ["worcestershire", "walsall"])
def test_the_council_reads_every_word_of_every_call(council: str) -> None:
    said = words(phoned(), council=council)
    for part in ("Police", "14:20", "999", "Control room", "told us of a knife",
                 "Do not ring home", "Log 117", "That she is afraid"):  # fmt: skip
        assert part in said, part


def test_the_family_does_not_read_what_was_said_in_a_call() -> None:
    said = words(phoned(), Reader.FAMILY)
    for part in ("knife", "Do not ring home", "That she is afraid"):
        assert part not in said, part


def test_the_front_gives_the_number_of_the_police_from_wherever_it_was_written() -> None:
    assert "Log number Log 117" in words(phoned())
    assert "Log number 0117" in words(phoned(police_log="0117"))
