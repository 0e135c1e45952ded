"""Hidden addresses and numbers not to ring, on the paper for the council: said, and by a shape."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.outline import Callout, Document, Table, walk
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.edits import Edit, replay
from tests.builders.referrals import small, typical

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


def paper(*edits: tuple[str, object]) -> Document:
    told = replay(typical(), [Edit(path, value) for path, value in edits])
    return compose(told, FORM, pack=PACK, findings=(), now=NOW)


def care(*edits: tuple[str, object]) -> list[str]:
    boxes = (one for one in walk(paper(*edits).blocks) if isinstance(one, Callout))
    return [line for box in boxes if box.title == "Take care" for line in box.lines]


NAMES = {one.id: one.name for one in (*typical().people, *typical().children)}


def test_the_front_page_names_the_adults_and_children_who_must_not_learn_an_address() -> None:
    (line,) = care(
        ("addresses[a2].kept_from_people", ["p3"]),
        ("addresses[a2].kept_from_children", ["c3"]),
        ("addresses[a2].confidential_from", "his brother"),
    )
    assert line.startswith("Telling: ")
    assert line.endswith(f"⚠ To be kept from: {NAMES['p3']}, {NAMES['c3']}, his brother")


@pytest.mark.parametrize(
    ("edits", "line"),
    [
        (
            [("people[p1].phone_is_safe", False)],
            f"Phoning: not safe on {typical().people[0].phone} ({NAMES['p1']})",
        ),
        (
            [("children[c1].phone", "07700 900222"), ("children[c1].phone_is_safe", False)],
            f"Phoning: not safe on 07700 900222 ({NAMES['c1']})",
        ),
        (
            [("people[p1].other_phone", "07700 900333"), ("people[p1].other_phone_is_safe", False)],
            f"Phoning: not safe on 07700 900333 ({NAMES['p1']})",
        ),
    ],
)
def test_the_front_page_says_which_number_is_not_safe(
    edits: list[tuple[str, object]], line: str
) -> None:
    assert care(*edits) == [line]


def test_who_must_not_be_contacted_at_all_is_said_once() -> None:
    lines = care(("people[p1].safe_to_contact", False), ("people[p1].phone_is_safe", False))
    assert lines == [f"Contacting: not safe with {NAMES['p1']}"]


def test_a_number_that_is_not_safe_bears_the_mark_where_it_stands() -> None:
    blocks = walk(paper(("people[p1].phone_is_safe", False)).blocks)
    cells = [cell for one in blocks if isinstance(one, Table) for row in one.rows for cell in row]
    number = str(typical().people[0].phone)
    assert f"{number}\n⚠ Not safe to phone" in cells


def test_numbers_and_addresses_that_are_safe_bear_no_mark() -> None:
    made = paper(("people[p1].phone_is_safe", True))
    assert "⚠" not in write_text(made)
    assert care() == []


def test_a_draft_from_before_reads_as_it_did() -> None:
    whole = small()
    assert whole.addresses[0].kept_from_people is None
    assert whole.people[0].phone_is_safe is None
