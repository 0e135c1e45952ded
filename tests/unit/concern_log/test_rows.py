"""Rows as they would come in: whom they are about, what they say, what is there already."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.concern_log.columns import AT_END, LEFT_OUT, TIME, WHAT, WHEN
from ffd_desktop.concern_log.counting import counted
from ffd_desktop.concern_log.edits import edits_for
from ffd_desktop.concern_log.mapping import Mapping, from_kept, from_toml, to_keep, to_toml
from ffd_desktop.concern_log.material import Material, from_sheet, from_text
from ffd_desktop.concern_log.proposing import propose
from ffd_desktop.concern_log.purpose import LOG
from ffd_desktop.concern_log.rows import LogRow, Standing, Target, rows_of
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child
from ffd_desktop.tables.text import TextSheet
from tests.builders import logs, referrals
from tests.builders.logs import copied

TODAY = date(2026, 11, 26)
CHILDREN = (
    Child(id="c1", first_names="Ola Ruth", family_name="Fenwick", upn="T885000024001"),
    Child(id="c2", first_names="Ben", family_name="Fenwick", known_as="Benny"),
    Child(id="c3", first_names="Żaneta", family_name="O’Neill-Pike", referred=False),
)
FAMILY = msgspec.structs.replace(referrals.bare(), children=CHILDREN)


def material(*lines: str) -> Material:
    return from_text(copied([line.split("|") for line in lines]))


def rows(
    made: Material, referral: Referral = FAMILY, target: Target = Target.EVENTS
) -> tuple[LogRow, ...]:
    return rows_of(made, propose(made, today=TODAY), referral, target, today=TODAY)


def brought(referral: Referral, found: tuple[LogRow, ...], target: Target = Target.EVENTS, **how):
    wanted = [row for row in found if row.is_proposed]
    return replay(referral, edits_for(wanted, target, **how))


# ---- what is proposed ---------------------------------------------------------------------------


def meanings(*lines: str) -> list[str]:
    return list(propose(material(*lines), today=TODAY).meanings)


def test_headings_in_the_words_of_many_schools_are_known() -> None:
    head = "Date of Incident|Time|Student|Incident Details|Reported By|Action Taken|Outcome|Ref"
    assert meanings(head, "1/3/26|9:00|Ola|x|y|z|o|7") == (
        ["when", "time", "child", "what", "who", "action", "outcome", "source"]
    )


def test_the_day_it_happened_wins_over_the_day_it_was_written_down() -> None:
    assert meanings("Date logged|Incident date|Details", "1/3/26|2/3/26|x") == [AT_END, WHEN, WHAT]
    assert meanings("Date logged|Details", "1/3/26|x") == [WHEN, WHAT]


def test_without_headings_the_cells_tell() -> None:
    assert meanings("1/3/26|09:15|Mum called in tears|KT", "2/3/26|10:00|Nobody came in|KT") == (
        ["when", "time", "what", "at_end"]
    )


def test_what_was_pasted_is_never_left_out_and_a_files_unknown_column_is() -> None:
    assert meanings("Date|Details|Tutor", "1/3/26|x|7B") == ["when", "what", "at_end"]
    sheet = TextSheet(io.BytesIO(logs.below_titles()), lambda: False, LOG)
    found = from_sheet(sheet, lambda _: None)
    assert found.heading_row == 14
    assert propose(found, today=TODAY).meanings == (
        "surname", "forename", "when", "what", "who", LEFT_OUT,
    )  # fmt: skip


# ---- what a row says ----------------------------------------------------------------------------


def test_everything_of_a_row_finds_its_place_and_exact_words_stay_to_the_letter() -> None:
    exact = '  “I  said\n no”, "twice" '
    head = ["Date", "Time", "Details", "Exact words", "Reported by", "Action", "Impact", "Category"]
    row = ["12/03/2026", "9.05am", "Came late.", exact, "R T", "Rang home", "Tired", "Bullying"]
    (event,) = brought(FAMILY, rows(from_text(copied([head, row])))).events
    assert event.when is not None
    assert event.when.words() == "12 March 2026 at 09:05"
    assert event.exact_words == exact
    assert event.what == "Came late.\n\nCategory: Bullying"
    assert (event.who, event.action, event.impact) == ("R T", "Rang home", "Tired")
    assert event.in_referral


def test_only_on_file_is_for_all() -> None:
    found = rows(material("Date|Details", "1/3/26|x", "2/3/26|y"))
    assert [one.in_referral for one in brought(FAMILY, found, in_referral=False).events] == (
        [False, False]
    )


def test_a_worry_keeps_at_its_end_what_it_has_no_box_for() -> None:
    found = rows(
        material("Date|Details|Reported by|Action|Ref", "1/3/26|x|R T|Rang home|77"),
        target=Target.WORRIES,
    )
    (worry,) = brought(FAMILY, found, Target.WORRIES).statements
    assert worry.text == "x\n\nWhere it is recorded: 77\nWhat was done: Rang home"
    assert (worry.source, worry.kind) == ("R T", "worry")
    again = rows(
        material("Date|Details|Reported by|Action|Ref", "1/3/26|x|R T|Rang home|77"),
        brought(FAMILY, found, Target.WORRIES),
        Target.WORRIES,
    )
    assert [one.standing for one in again] == [Standing.THERE]


@given(st.lists(st.lists(st.text(alphabet='ab1/"\t\n é’=', max_size=9), min_size=1, max_size=4)))
def test_every_letter_that_was_pasted_is_in_the_rows(cells: list[list[str]]) -> None:
    made = from_text(copied(cells))
    read = propose(made, today=TODAY).meanings
    for raw, row in zip(made.rows, rows(made), strict=True):
        told = Counter("".join(said_by(row)))
        dated = row.when is not None and row.when.is_date
        kept = (
            cell
            for meaning, cell in zip_longest(read, raw.cells, fillvalue="")
            if not (dated and meaning in (WHEN, TIME))
        )
        assert Counter("".join("".join(kept).split())) <= told


def said_by(row: LogRow) -> Iterator[str]:
    """Give everything that a row says, without spaces."""
    texts = (row.what, row.exact_words, row.who, row.source, row.action, row.outcome, row.impact)
    for text in (*texts, row.when.words() if row.when else ""):
        yield "".join(text.split())


# ---- whom it is about ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "children", "standing"),
    [
        ("Ola Fenwick", ("c1",), Standing.NEW),
        ("FENWICK, Ola", ("c1",), Standing.NEW),
        ("Ola Ruth Fenwick (7B)", ("c1",), Standing.NEW),
        ("Benny Fenwick", ("c2",), Standing.NEW),
        ("Ola Fenwick; Ben Fenwick", ("c1", "c2"), Standing.NEW),
        ("Ola Fenwick, Ben Fenwick", ("c1", "c2"), Standing.NEW),
        ("Zaneta ONeill Pike", ("c3",), Standing.NEW),
        ("Ola Pike", (), Standing.ELSEWHERE),
        ("Ola Marsh; Ben Pike", (), Standing.ELSEWHERE),
        ("Ola Marsh and Cy Fenwick", (), Standing.ELSEWHERE),
        ("Fenwick", (), Standing.ELSEWHERE),
        ("", None, Standing.NEW),
    ],
)
def test_a_child_is_known_by_every_part_of_the_name(
    said: str, children: tuple[str, ...] | None, standing: Standing
) -> None:
    (row,) = rows(material("Date|Student|Details", f"1/3/26|{said}|x"))
    assert (row.children, row.standing) == (children, standing)
    assert row.whose == (said if standing is Standing.ELSEWHERE else "")


@pytest.mark.parametrize(
    ("upn", "name", "children"),
    [
        ("t885000024001", "Somebody Else", ("c1",)),
        ("T885000024002", "Ola Fenwick", ()),
        ("T885000024002", "Ben Fenwick", ("c2",)),
        ("T885000024002", "", ()),
    ],
)
def test_a_upn_goes_before_a_name(upn: str, name: str, children: tuple[str, ...]) -> None:
    (row,) = rows(material("Date|UPN|Student|Details", f"1/3/26|{upn}|{name}|x"))
    assert row.children == children
    assert row.is_proposed == bool(children)


def test_two_children_of_one_name_are_not_told_apart_by_guess() -> None:
    twins = (CHILDREN[1], Child(id="c9", first_names="Ben", family_name="Fenwick"))
    family = msgspec.structs.replace(FAMILY, children=twins)
    (row,) = rows(material("Date|Student|Details", "1/3/26|Ben Fenwick|x"), family)
    assert (row.children, row.whose, row.standing) == ((), "Ben Fenwick", Standing.NEW)


# ---- what is there already ----------------------------------------------------------------------


def test_bringing_the_same_in_again_brings_nothing_in() -> None:
    made = material("Date|Student|Details", "1/3/26|Ola Fenwick|x  y", "2/3/26|Ben Fenwick|z")
    once = brought(FAMILY, rows(made))
    again = rows(made, once)
    assert [row.standing for row in again] == [Standing.THERE, Standing.THERE]
    assert brought(once, again) == once
    assert counted(again) == "2 rows: 2 already there"


def test_one_event_written_for_two_children_comes_in_once_about_both() -> None:
    made = material("Date|Student|Details", "1/3/26|Ola Fenwick|x", "1/3/26|Ben Fenwick|x")
    first, second = rows(made)
    assert first.children == ("c1", "c2")
    assert (second.standing, second.same_as) == (Standing.TWICE, first.number)
    (event,) = brought(FAMILY, (first, second)).events
    assert event.children == ("c1", "c2")


def test_a_row_that_names_no_child_concerns_all_or_those_who_were_chosen() -> None:
    made = material("Date|Student|Details", "1/3/26||x", "1/3/26|Ben Fenwick|y")
    read = propose(made, today=TODAY)
    found = rows_of(made, read, FAMILY, Target.EVENTS, today=TODAY, whom=("c1",))
    assert [row.children for row in found] == [("c1",), ("c2",)]
    assert [one.children for one in brought(FAMILY, rows(made)).events] == [None, ("c2",)]


def test_a_row_for_all_and_the_same_for_one_concern_all() -> None:
    made = material("Date|Student|Details", "1/3/26||x", "1/3/26|Ben Fenwick|x")
    assert [row.children for row in rows(made)] == [None, ("c2",)]


def test_the_same_words_on_another_day_are_another_event() -> None:
    found = rows(material("Date|Details", "1/3/26|absent", "2/3/26|absent"))
    assert all(row.is_proposed for row in found)


def test_rows_are_counted_in_words() -> None:
    made = material(
        "Date|Student|Details", "1/3/26|Ola Fenwick|x", "soon|Ben Fenwick|y", "1/3/26|Cy Marsh|z"
    )
    assert counted(rows(made)) == (
        "3 rows: 2 new, 1 about nobody in this referral, 1 without a date"
    )
    assert counted(()) == "No rows"


def test_a_row_without_words_is_not_proposed() -> None:
    (row,) = rows(material("Date|Details|Reported by", "1/3/26||R T"))
    assert row.standing is Standing.WORDLESS


# ---- mappings kept ------------------------------------------------------------------------------


def test_a_mapping_is_kept_for_the_same_headings_and_dropped_for_others() -> None:
    mapping = Mapping(("Date", "Note", "Note"), (WHEN, WHAT, LEFT_OUT))
    kept = to_keep(mapping)
    other_order = from_kept(kept, ("Note", "Date", "Note"))
    assert other_order is not None
    assert other_order.meanings == (WHAT, WHEN, LEFT_OUT)
    assert from_kept(kept, ("Date", "Note")) is None
    assert from_kept([["date", 1, "nonsense"]], ("Date",)) == Mapping(("Date",), (LEFT_OUT,))


def test_a_mapping_file_comes_back_and_a_wrong_one_is_told() -> None:
    mapping = Mapping(("Date", 'He said "x"'), (WHEN, WHAT))
    assert from_toml(to_toml(mapping).encode(), mapping.headings) == mapping
    with pytest.raises(ProblemForPerson, match="none of the names"):
        from_toml(b'[[column]]\nheading="Date"\nis="birthday"', ("Date",))


def test_what_only_one_column_can_say_moves_and_words_may_come_from_several() -> None:
    mapping = Mapping(("a", "b"), (WHEN, WHAT))
    assert mapping.having(1, WHEN).meanings == (LEFT_OUT, WHEN)
    assert mapping.having(0, WHAT).meanings == (WHAT, WHAT)


def test_without_a_column_of_words_nothing_can_come_in() -> None:
    mapping = Mapping(("Date",), (WHEN,))
    with pytest.raises(ProblemForPerson, match="what happened") as caught:
        mapping.refuse_missing()
    assert caught.value.code == "log_columns_missing"
