"""What all findings keep to: calm words, a place to go, the same id each time; and progress."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.checking.compiled import compile_form
from ffd_desktop.checking.findings import Finding, Grade, by_grade, check, is_ready
from ffd_desktop.checking.progress import SectionState, section_states, unanswered
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.grammar import read_condition
from ffd_desktop.councils.pack import Form
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read
from tests.builders.referrals import TODAY, bare, largest, small, typical

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
UNWELCOME = re.compile(r"\*|\b(please|invalid|required|error|oops|sorry)\b", re.IGNORECASE)


def look(referral: Referral, form: Form = FORM) -> tuple[Finding, ...]:
    return check(referral, form, PACK, today=TODAY)


def after(referral: Referral, *edits: tuple[str, object]) -> Referral:
    return replay(referral, [Edit(path, value) for path, value in edits])


def spoilt() -> Referral:
    """A large referral in which much is blank or does not hold."""
    return msgspec.structs.replace(
        largest(),
        statements=tuple(
            msgspec.structs.replace(one, when=None, source=None, certainty=None)
            for one in largest().statements
        ),
        children=tuple(
            msgspec.structs.replace(
                one, date_of_birth=read_date("31 February 2020", today=TODAY), views=None, upn="x1"
            )
            for one in largest().children
        ),
        judgement=bare().judgement,
    )


@pytest.mark.parametrize("referral", [bare(), spoilt()], ids=["bare", "spoilt"])
def test_every_finding_leads_somewhere_and_says_what_to_do(referral: Referral) -> None:
    sections = {section.key for section in FORM.sections}
    found = look(referral)
    assert found
    for one in found:
        assert one.section in sections
        assert one.what
        assert one.why.endswith(".")
        assert one.source
        assert one.how.endswith(".")
        assert not UNWELCOME.search(f"{one.what} {one.why} {one.how}"), one.rule
        read(referral, one.path)  # raises when it leads nowhere


def test_the_same_referral_gives_the_same_findings_with_ids_of_their_own() -> None:
    first, second = look(spoilt()), look(spoilt())
    assert first == second
    assert len({one.id for one in first}) == len(first) > 300


def test_findings_come_in_the_order_of_the_form() -> None:
    order = [section.key for section in FORM.sections]
    places = [order.index(one.section) for one in look(spoilt())]
    assert places == sorted(places)


def test_a_finding_shows_no_name_when_it_is_logged() -> None:
    one = next(one for one in look(spoilt()) if one.rule == "family.voice")
    assert "Bronisław" in one.what
    assert repr(one) == "<Finding>"


def test_not_known_is_an_answer_for_every_needed_question() -> None:
    fields = [field for field in FORM.fields() if field.needed and not field.path.count("[")]
    edits = [(one.path, {"type": "not_known", "reason": "declined"}) for one in fields]
    rules = {one.rule for one in look(after(bare(), *edits))}
    assert not rules & {f"needed.{field.key}" for field in fields}


@given(st.sampled_from([field for field in FORM.fields() if field.needed]))
def test_answering_a_needed_question_takes_its_finding_away(field) -> None:
    start = after(
        small(), ("concern.immediate_danger", True), ("first_call.phoned", True),
        ("first_call.when", msgspec.to_builtins(read_date("19 November 2026", today=TODAY))),
        ("examinations[x1]", {}), ("injuries[i1]", {"child": "c1"}), ("dangers[d1]", {}),
        ("attachments[f1]", {}), ("calls[k1]", {}),
    )  # fmt: skip
    section = next(one for one in FORM.sections if field in one.fields)
    ids = [item.id for item in section.of(start)][:1]
    path = field.path.replace("[]", f"[{ids[0]}]") if ids else field.path
    blank = after(start, (path, None))
    known = after(start, (path, msgspec.to_builtins(NotKnown())))
    rule = f"needed.{field.key}"
    assert field.needed.when or (rule, path) in {(one.rule, one.path) for one in look(blank)}
    assert (rule, path) not in {(one.rule, one.path) for one in look(known)}


@pytest.mark.parametrize(("born", "asks"), [("due 14 February 2027", False), ("2020", True)])
def test_nobody_need_say_where_a_baby_not_yet_born_is_now(born: str, asks: bool) -> None:
    date = msgspec.to_builtins(read_date(born, today=TODAY))
    path = "children[c1].where_now"
    referral = after(small(), ("children[c1].date_of_birth", date), (path, None))
    assert (path in {one.path for one in look(referral)}) is asks


@pytest.mark.parametrize(
    ("danger", "asks"), [(True, True), (NotKnown(), True), (False, False), (None, False)]
)
def test_danger_that_is_not_known_counts_as_danger(danger: object, asks: bool) -> None:
    referral = after(
        small(), ("concern.immediate_danger", msgspec.to_builtins(danger)),
        ("first_call.phoned", None),
    )  # fmt: skip
    paths = {one.path for one in look(referral) if one.grade is Grade.MUST}
    assert ("concern.danger_done" in paths) is asks
    assert ("first_call.phoned" in paths) is asks


def test_a_question_that_is_not_shown_is_not_missed() -> None:
    field = FORM.field("judgement_tools")
    shown = read_condition({"path": "judgement.level", "is": "4"})
    hidden = msgspec.structs.replace(
        field, needed=FORM.field("judgement_reason").needed, shown_when=shown
    )
    section = msgspec.structs.replace(FORM.section("level"), fields=(hidden,))
    form = msgspec.structs.replace(FORM, sections=(section,))
    level = after(bare(), ("judgement.level", "4"))
    assert [one.rule for one in look(level, form)] == ["needed.judgement_tools"]
    assert look(bare(), form) == ()


def test_what_needs_to_happen_has_no_witness() -> None:
    everything = msgspec.structs.replace(FORM.section("worries"), where=None)
    form = msgspec.structs.replace(FORM, sections=(everything,))
    blank = {"source": None, "when": None, "certainty": None}
    edits = [(f"statements[{one}].{name}", None) for one in ("s1", "s3") for name in blank]
    paths = {one.path for one in look(after(small(), *edits), form)}
    assert paths == {f"statements[s1].{name}" for name in blank}


def test_an_event_kept_out_of_the_referral_is_left_alone() -> None:
    referral = after(small(), ("events[e1].what", None))
    assert [one.path for one in look(referral)] == ["events[e1].what"]
    assert look(after(referral, ("events[e1].in_referral", False))) == ()


def test_a_form_that_does_not_ask_is_not_told_off_for_it() -> None:
    short = msgspec.structs.replace(FORM, sections=(FORM.section("danger"),))
    assert {one.section for one in look(spoilt(), short)} == set()
    assert {one.section for one in look(bare(), short)} == {"danger"}


def test_a_form_is_made_ready_once_and_never_mixed_up() -> None:
    other = msgspec.structs.replace(FORM, title="Another")
    assert compile_form(FORM) is compile_form(FORM)
    assert compile_form(other).form is other


def test_findings_are_counted_by_grade_and_must_decides_readiness() -> None:
    found = look(bare())
    groups = by_grade(found)
    assert list(groups) == [Grade.MUST, Grade.SHOULD, Grade.COULD]
    assert sum(map(len, groups.values())) == len(found)
    assert not is_ready(found)
    assert is_ready(look(typical()))
    assert by_grade(()) == {Grade.MUST: (), Grade.SHOULD: (), Grade.COULD: ()}


def states(referral: Referral) -> dict[str, SectionState]:
    return section_states(referral, FORM, look(referral))


def test_an_untouched_referral_is_not_started_anywhere() -> None:
    found = states(bare())
    assert set(found) == {section.key for section in FORM.sections}
    assert set(found.values()) == {SectionState.NOT_STARTED}


@pytest.mark.parametrize(
    ("path", "value", "section", "state"),
    [
        ("concern.immediate_danger", False, "danger", SectionState.DONE),
        ("concern.immediate_danger", True, "danger", SectionState.IN_PROGRESS),
        ("judgement.level", "4", "level", SectionState.IN_PROGRESS),
        ("judgement.level", "9", "level", SectionState.PUT_RIGHT),
        ("judgement.tools", "x", "level", SectionState.IN_PROGRESS),
        ("children[c1]", {"first_names": "Wen"}, "children", SectionState.IN_PROGRESS),
        ("children[c1]", {"first_names": "Wen"}, "voice", SectionState.NOT_STARTED),
        ("children[c1]", {}, "children", SectionState.NOT_STARTED),
        ("statements[s1]", {"kind": "need", "text": "x"}, "needs", SectionState.DONE),
        ("statements[s1]", {"kind": "need", "text": "x"}, "worries", SectionState.NOT_STARTED),
        ("statements[s1]", {"kind": "worry", "text": "x"}, "worries", SectionState.IN_PROGRESS),
        ("visiting.known_risk", False, "visiting", SectionState.DONE),
    ],
)
def test_a_section_says_how_far_it_has_come(
    path: str, value: object, section: str, state: SectionState
) -> None:
    assert states(after(bare(), (path, value)))[section] is state


def test_a_tick_of_the_guidance_begins_its_section_before_anything_is_said_of_it() -> None:
    walsall = bundled_pack("walsall")
    marf = walsall.form("marf")
    ticked = after(bare(), ("indicators[m1]", {"code": "4c-social-4"}))
    for referral, state in ((bare(), "not_started"), (ticked, "done")):
        found = check(referral, marf, walsall, today=TODAY)
        assert section_states(referral, marf, found)["indicators"] == state


def test_a_full_referral_is_done_wherever_it_was_touched() -> None:
    found = states(small())
    assert set(found.values()) <= {SectionState.DONE, SectionState.NOT_STARTED}
    assert found["children"] is SectionState.DONE
    assert found["injuries"] is SectionState.NOT_STARTED


def test_what_could_still_be_said_leaves_a_section_done() -> None:
    assert "voice" in {one.section for one in look(typical())}
    assert states(typical())["voice"] is SectionState.DONE


def test_a_wrong_date_is_something_to_put_right() -> None:
    wrong = {"type": "date", "kind": "text", "text": "31 February 2020"}
    found = states(after(small(), ("children[c1].date_of_birth", wrong)))
    assert found["children"] is SectionState.PUT_RIGHT


def test_unanswered_questions_are_counted_as_they_are_shown() -> None:
    before = unanswered(bare(), FORM)
    assert before["children"] == 0
    assert before["danger"] == 2  # the danger, and whether somebody phoned
    with_danger = unanswered(after(bare(), ("concern.immediate_danger", True)), FORM)
    assert with_danger["danger"] == 3  # answered one; two more are shown
    child = unanswered(after(bare(), ("children[c1]", {"first_names": "Wen"})), FORM)
    # two are answered, and when a child died is asked once it is said that they have
    assert child["children"] == len(FORM.section("children").fields) - 3


def test_nobody_need_name_a_baby_not_yet_born() -> None:
    baby = {"date_of_birth": {"type": "date", "kind": "due", "year": 2027, "month": 3, "day": 1}}
    found = check(after(bare(), ("children[c1]", baby)), FORM, PACK, today=TODAY)
    assert not any("name" in one.path for one in found if one.path.startswith("children"))
