"""The referral on paper: the front page first, every answer after it, and nothing passed over."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from ffd_desktop.checking.finding import Finding
from ffd_desktop.checking.findings import check
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.outline import (
    Answer,
    AnswerState,
    AnyBlock,
    Callout,
    Document,
    Fact,
    Figure,
    Heading,
    KeyFacts,
    OnePage,
    Section,
    Table,
    Tone,
    walk,
)
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.model import Concern, Origin, Referral, Visiting
from ffd_desktop.referral.people import Address
from ffd_desktop.referral.statements import Event
from tests.builders.referrals import bare, largest, small, typical

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")


def paper(referral: Referral) -> Document:
    findings: tuple[Finding, ...] = check(referral, FORM, PACK, today=NOW.date())
    return compose(referral, FORM, pack=PACK, findings=findings, now=NOW)


def words(referral: Referral) -> str:
    return " ".join(write_text(paper(referral)).split())


def fronts(referral: Referral) -> tuple[tuple[AnyBlock, ...], ...]:
    first = paper(referral).blocks[0]
    assert isinstance(first, Section)
    (page,) = first.blocks
    assert isinstance(page, OnePage)
    return page.variants


def front(referral: Referral) -> tuple[AnyBlock, ...]:
    return fronts(referral)[0]


def fact(referral: Referral, label: str) -> Fact:
    (facts,) = (block for block in front(referral) if isinstance(block, KeyFacts))
    return next(one for one in facts.facts if one.label == label)


def callouts(referral: Referral) -> list[Callout]:
    return [block for block in front(referral) if isinstance(block, Callout)]


def changed(referral: Referral, **parts: object) -> Referral:
    return msgspec.structs.replace(referral, **parts)


def test_the_title_is_the_reference_and_no_name() -> None:
    assert paper(typical()).title == "Referral record FFD-2026-0042"


def test_it_is_a_draft_until_nothing_must_be_put_right() -> None:
    assert paper(bare()).draft
    assert not paper(small()).draft


def test_an_unfinished_referral_says_on_the_front_how_much_is_left() -> None:
    assert "DRAFT: this referral is not finished." in words(bare())


@pytest.mark.parametrize(
    ("answer", "tone", "title"),
    [
        (True, Tone.DANGER, "A child is in immediate danger"),
        (False, Tone.PLAIN, "No child is in immediate danger now"),
        (NotKnown(Reason.NOT_KNOWN), Tone.CAUTION, "Immediate danger: not known"),
        (None, Tone.CAUTION, "Immediate danger: not answered"),
    ],
)
def test_danger_is_the_first_thing_told(answer: object, tone: Tone, title: str) -> None:
    referral = changed(small(), concern=Concern(immediate_danger=answer))
    first = callouts(referral)[0]
    assert (first.tone, first.title) == (tone, title)


def test_a_place_to_be_kept_secret_is_on_the_front_page() -> None:
    place = Address(id="a1", lines="1 Orchard Rise", confidential_from="the father")
    boxes = callouts(changed(small(), addresses=(place,)))
    assert any("To be kept from: the father" in line for box in boxes for line in box.lines)


def test_a_risk_to_visitors_is_on_the_front_page() -> None:
    boxes = callouts(changed(small(), visiting=Visiting(known_risk=True, details="A large dog")))
    assert boxes[1].title == "Take care"
    assert boxes[1].lines == ("Visiting: A large dog",)


def test_words_on_which_safety_hangs_are_the_same_at_every_length_of_the_front() -> None:
    long = "Nobody may say this to him. " * 40
    whole = changed(
        typical(),
        concern=msgspec.structs.replace(typical().concern, danger_done=long),
        consent=msgspec.structs.replace(typical().consent, keep_from=long),
        visiting=Visiting(known_risk=True, details=long, advice=long),
    )
    pages = [[b for b in page if isinstance(b, Callout)] for page in fronts(whole)]
    assert len(pages) > 1
    assert all(page == pages[0] for page in pages)
    assert sum(line.count(long.strip()) for box in pages[0] for line in box.lines) == 4


def test_the_front_pages_grow_shorter() -> None:
    reason = "It grows worse from week to week. " * 40
    judgement = msgspec.structs.replace(small().judgement, reason=reason)
    pages = fronts(changed(small(), judgement=judgement))
    levels = [
        one.values[1]
        for page in pages
        for block in page
        if isinstance(block, KeyFacts)
        for one in block.facts
        if one.label == "Level of need"
    ]
    assert len(pages) == len(set(pages)) > 3
    assert len(levels[0]) > 200
    assert len(levels[-1]) < 80


def test_a_court_order_is_on_the_front_page() -> None:
    first, *others = typical().relationships
    ties = (msgspec.structs.replace(first, court_order=True), *others)
    lines = [line for box in callouts(changed(typical(), relationships=ties)) for line in box.lines]
    assert any(line.startswith("Court order: recorded for ") for line in lines)


def test_whom_it_is_not_safe_to_contact_is_on_the_front_page() -> None:
    first, *others = typical().people
    people = (msgspec.structs.replace(first, safe_to_contact=False), *others)
    boxes = callouts(changed(typical(), people=people))
    assert f"Contacting: not safe with {first.name}" in boxes[1].lines


def test_the_front_page_names_every_child_referred_and_no_other() -> None:
    children = typical().children
    others = (children[0], *(msgspec.structs.replace(one, referred=False) for one in children[1:]))
    (table,) = (b for b in front(changed(typical(), children=others)) if isinstance(b, Table))
    assert [row[0].startswith(children[0].name) for row in table.rows] == [True]


def test_the_front_page_does_not_ask_where_a_baby_not_yet_born_is() -> None:
    children = tuple(msgspec.structs.replace(one, where_now=None) for one in typical().children)
    (table,) = (b for b in front(changed(typical(), children=children)) if isinstance(b, Table))
    assert [row[-1] for row in table.rows] == ["Not answered"] * 3 + ["\u2013"]


def test_the_level_is_told_in_words_and_on_a_ladder() -> None:
    level = fact(small(), "Level of need")
    assert level.values[0].startswith("Level 4")
    assert (level.step, level.steps) == (4, 4)


def test_a_long_reason_is_cut_on_the_front_and_whole_further_on() -> None:
    reason = " ".join(f"because{number}" for number in range(200))
    referral = changed(small(), judgement=msgspec.structs.replace(small().judgement, reason=reason))
    cut = fact(referral, "Level of need").values[1]
    assert len(cut) < 400
    assert cut.endswith("(more under Level of need)")
    assert reason in words(referral)


def test_blanks_on_the_front_page_are_said_to_be_blank() -> None:
    for label in ("What is asked", "Level of need", "Consent", "Phone the school"):
        assert fact(bare(), label).values[0] == "Not answered"


def test_sections_stand_in_the_order_of_the_form() -> None:
    keys = [
        block.key
        for block in walk(paper(typical()).blocks)
        if isinstance(block, Heading) and block.level == 2
    ]
    order = [section.key for section in FORM.sections]
    assert [key for key in order if key in keys] == [key for key in keys if key != "left_out"]
    assert len(keys) > 20


def test_an_honest_absence_is_printed_as_such() -> None:
    referral = changed(small(), concern=Concern(where=NotKnown(Reason.WILL_FIND_OUT)))
    answers = [block for block in walk(paper(referral).blocks) if isinstance(block, Answer)]
    (one,) = (answer for answer in answers if answer.state is AnswerState.NOT_KNOWN)
    assert one.values == ("Not known yet, will find out",)


def test_unanswered_questions_are_left_out_counted_and_named() -> None:
    said = words(small())
    assert "questions were not answered and are left out; see \u201cWhat is not here\u201d" in said
    assert "Pets" in said.partition("What is not here -")[2]
    answers = [block for block in walk(paper(small()).blocks) if isinstance(block, Answer)]
    assert all(answer.label != "Pets" for answer in answers)


def test_a_blank_that_a_grid_shows_is_not_counted_as_left_out() -> None:
    first, *others = typical().children[:3]
    one = msgspec.structs.replace(first, school_reference="A 17")
    rest = (msgspec.structs.replace(each, school_reference=None) for each in others)
    referral = changed(typical(), children=(one, *rest))
    label = "School’s own reference for the child"
    (table,) = (
        block
        for block in walk(paper(referral).blocks)
        if isinstance(block, Table) and any(row[0] == label for row in block.rows)
    )
    (row,) = (row for row in table.rows if row[0] == label)
    assert row[1:] == ("A 17", *["Not answered"] * len(others))
    assert label not in words(referral).partition("What is not here -")[2]


def test_a_long_answer_that_some_lack_is_counted_for_those() -> None:
    first, *others = typical().children[:3]
    one = msgspec.structs.replace(first, attendance="Late on most days since September. " * 5)
    rest = (msgspec.structs.replace(each, attendance=None) for each in others)
    said = words(changed(typical(), children=(one, *rest)))
    assert "Attendance and lateness (2 of 3)" in said


def test_a_prefilled_answer_bears_a_sign_and_the_sign_is_explained_once() -> None:
    origins = {path: Origin("roll", "2026-11-03") for path in ("referrer.phone", "referrer.email")}
    said = words(changed(small(), origins=origins))
    assert "01632 960123 (roll)" in said
    assert "dsl@larkrise.example (roll)" in said
    legend = "(roll): taken from the school’s roll of 3 November 2026; not yet confirmed"
    assert said.count(legend) == 1
    assert said.index(legend) < said.index("960123 (roll)")


def test_what_a_person_confirmed_bears_no_sign() -> None:
    assert "(roll)" not in words(small())


def test_what_asks_for_care_is_said_once_for_each_person_and_address() -> None:
    care = "A court order is recorded. Read it first."
    person, place = typical().people[0], typical().addresses[0]
    origins = {
        f"{where}.{name}": Origin("roll", "2026-11-03", care)
        for where, names in (
            (f"people[{person.id}]", ("phone", "email")),
            (f"addresses[{place.id}]", ("lines", "postcode")),
        )
        for name in names
    }
    document = paper(changed(typical(), origins=origins))
    cells = [
        row
        for block in walk(document.blocks)
        if isinstance(block, Table)
        for row in block.rows
        if care in row
    ]
    assert [row[0] for row in cells] == ["Take care"]
    said = " ".join(write_text(document).split())
    assert said.count(care) == 2
    assert f"Take care: {care}" in said


def test_a_tie_from_the_roll_bears_the_sign_and_its_care() -> None:
    tie = typical().relationships[0]
    origins = {f"relationships[{tie.id}].kind": Origin("roll", "2026-11-03", "Ask first.")}
    referral = changed(typical(), origins=origins)
    (grid,) = (
        block
        for block in walk(paper(referral).blocks)
        if isinstance(block, Table) and block.columns[0] == "Person"
    )
    marked = [cell for row in grid.rows for cell in row if "(roll)" in cell]
    assert len(marked) == 1
    assert marked[0].endswith("Take care: Ask first.")


def test_an_answer_whose_question_is_hidden_is_still_printed() -> None:
    consent = msgspec.structs.replace(small().consent, reason="Kept from an earlier answer")
    said = words(changed(small(), consent=consent))
    assert "Kept from an earlier answer" in said
    assert said.index("does not ask this any more") < said.index("Kept from an earlier answer")


def test_the_chronology_is_in_the_order_of_time() -> None:
    events = (
        Event(id="e1", what="third", when=PartDate(kind=DateKind.DAY, year=2026, month=5, day=9)),
        Event(id="e2", what="undated"),
        Event(id="e3", what="second", when=PartDate(kind=DateKind.MONTH, year=2026, month=5)),
        Event(id="e4", what="first", when=PartDate(kind=DateKind.YEAR, year=2024)),
        Event(id="e5", what="kept-back", in_referral=False),
    )
    said = words(changed(small(), events=events))
    places = [said.index(word) for word in ("first", "What happened: second", "third", "undated")]
    assert places[1:] == sorted(places[1:])
    assert "kept-back" not in said
    assert "1 row stays in the school’s own record" in said


def chronology_of(*events: Event, children: int = 4) -> Table:
    family = typical()
    referral = changed(family, events=events, children=family.children[:children])
    tables = (block for block in walk(paper(referral).blocks) if isinstance(block, Table))
    return next(table for table in tables if table.columns[0] == "No.")


def test_the_rows_of_the_chronology_bear_the_numbers_of_the_timeline() -> None:
    table = chronology_of(Event(id="e1", what="one"), Event(id="e2", in_referral=False))
    assert [row[0] for row in table.rows] == ["1"]
    figures = [block for block in walk(paper(typical()).blocks) if isinstance(block, Figure)]
    (picture,) = (one for one in figures if one.alternative.startswith("Timeline of "))
    assert "1. " in picture.alternative


def test_exact_words_of_an_event_stand_apart_and_as_they_were_written() -> None:
    told, quoted = " he  said\n“no”", "“I hid.”"
    table = chronology_of(
        Event(id="e1", what="Seen", exact_words=told), Event(id="e2", exact_words=quoted)
    )
    cells = [row[2] for row in table.rows]
    assert f"Seen\nExact words: “{told}”" in cells[0]
    assert f"Exact words: {quoted}" in cells[1]
    assert "““" not in cells[1]


def test_an_event_says_whom_it_concerns_unless_there_is_only_one_child() -> None:
    child = typical().children[0]
    events = (Event(id="e1", what="x"), Event(id="e2", what="y", children=(child.id,)))
    cells = [row[2] for row in chronology_of(*events).rows]
    assert cells[0].endswith("Children: All 4 children")
    assert cells[1].endswith(f"Children: {child.name}")
    assert chronology_of(events[0], children=1).rows[0][2] == "x"


def test_the_grid_says_each_tie_of_each_person() -> None:
    tables = [block for block in walk(paper(typical()).blocks) if isinstance(block, Table)]
    (grid,) = (table for table in tables if table.columns[0] == "Person")
    assert len(grid.rows) == len(typical().people)
    assert len(grid.columns) == 1 + len(typical().children)
    assert "Parental responsibility: Yes" in grid.rows[0][1]


def _strings(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return {
            s for key, one in value.items() if key not in ("id", "origins") for s in _strings(one)
        }
    if isinstance(value, list):
        return {s for one in value for s in _strings(one)}
    return set()


def test_no_written_words_of_a_large_referral_are_missing() -> None:
    for referral in (typical(), largest()):
        said = words(referral)
        written = {" ".join(s.split()) for s in _strings(msgspec.to_builtins(referral))}
        prose = {one for one in written if " " in one and not one.startswith("Worcester")}
        assert len(prose) > 20
        missing = {one for one in prose if one not in said and one.replace("\n", ", ") not in said}
        assert missing <= {
            s for a in referral.addresses for s in (f"{a.lines}".replace("\n", " "),)
        }
