"""A copy for a subject access request: nothing of anybody else is in it, one’s own data is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import after_form, bundled_councils, bundled_pack
from ffd_desktop.councils.pack import FieldKind, Form
from ffd_desktop.exporting.outline import Document
from ffd_desktop.exporting.subject.asked import ANOTHER, EXEMPTIONS, Asked, Ground
from ffd_desktop.exporting.subject.by_eye import CANNOT_KNOW, to_look_at
from ffd_desktop.exporting.subject.others import pattern_of
from ffd_desktop.exporting.subject.subject_copy import OF_THE_FAMILY, for_subject
from ffd_desktop.exporting.subject.subject_paper import subject_paper
from ffd_desktop.exporting.text import write_text
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child, Item
from tests.builders.comments import commented
from tests.builders.confidential import CANARY, confidential, private_words
from tests.builders.generated import referrals
from tests.builders.referrals import largest, small, typical

PACKS = [bundled_pack(key) for key in bundled_councils()]
FORMS = [form for pack in PACKS for form in pack.forms]
FORM = bundled_pack("worcestershire").form("csc")
NOW = datetime(2026, 11, 20, 14, 3, 7, tzinfo=UTC)
WORDS = (FieldKind.TEXT, FieldKind.LONG_TEXT)


def paper(referral: Referral, asked: Asked, form: Form = FORM) -> Document:
    pack = next(one for one in PACKS if form in one.forms)
    return subject_paper(referral, form, after_form(), asked, pack=pack, now=NOW)


def everything_in(document: Document) -> str:
    return msgspec.json.encode(document).decode()


def after(referral: Referral, *edits: tuple[str, object]) -> Referral:
    return replay(referral, [Edit(path, value) for path, value in edits])


def of_others(referral: Referral, subject: str) -> Referral:
    """A canary in every answer in words about anybody but the subject."""
    parts: dict[str, object] = {}
    for name in ("children", "people"):
        parts[name] = tuple(
            one if one.id == subject else _canaried(one) for one in getattr(referral, name)
        )
    for name in ("statements", "events", "help_tried"):
        parts[name] = tuple(
            _canaried(one) if is_elsewhere(one, referral, subject) else one
            for one in getattr(referral, name)
        )
    for name in ("injuries", "examinations"):
        parts[name] = tuple(
            one if one.child == subject else _canaried(one) for one in getattr(referral, name)
        )
    changed = msgspec.structs.replace(referral, **parts)
    return after(changed, *((path, f"{CANARY} at home") for path in OF_THE_FAMILY))


def is_elsewhere(one: Item, referral: Referral, subject: str) -> bool:
    return one.children is not None and subject not in one.children


NAMED = ("first_names", "family_name", "known_as", "former_names", "email", "upn")


def _canaried(one: Item) -> Item:
    texts = {
        name: f"{CANARY} {name}"
        for name in one.__struct_fields__
        if name not in ("id", "children", "child", "examination", "home", "second_home", "view")
        and (isinstance(getattr(one, name), str) or getattr(one, name) is None)
        and name not in ("date_of_birth", "when", "died_on", "by_when", "kind", "seen_on")
        and name not in NAMED  # a canary in a name would take every other canary out
        and _takes_words(type(one), name)
    }
    return msgspec.structs.replace(one, **texts)


def _takes_words(kind: type[Item], name: str) -> bool:
    said = next(one for one in msgspec.structs.fields(kind) if one.name == name)
    return "str" in str(said.type) and "tuple" not in str(said.type)


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.key)
@pytest.mark.parametrize("referral", [small(), typical()], ids=lambda one: one.reference)
def test_no_canary_of_anybody_else_comes_out(referral: Referral, form: Form) -> None:
    for subject in (*referral.children, *referral.people):
        hidden = of_others(referral, subject.id)
        assert CANARY in msgspec.json.encode(hidden).decode()
        copy = paper(hidden, Asked(subject.id), form)
        assert CANARY not in everything_in(copy)
        assert CANARY not in write_text(copy)
        left = for_subject(hidden, form, Asked(subject.id))
        assert CANARY not in msgspec.json.encode(left).decode()


@pytest.mark.parametrize("hide", [private_words, confidential], ids=lambda one: one.__name__)
def test_what_is_kept_from_anybody_is_in_nobodys_copy(
    hide: Callable[[Referral, Form], Referral],
) -> None:
    hidden = hide(typical(), FORM)
    sent = tuple(one for one in hidden.events if one.in_referral)  # what is on file is held
    hidden = msgspec.structs.replace(hidden, events=sent)
    for subject in (*hidden.children, *hidden.people):
        assert CANARY not in everything_in(paper(hidden, Asked(subject.id)))


def test_no_comment_of_a_colleague_is_in_it() -> None:
    told = commented(typical())
    plain = paper(typical(), Asked(typical().children[0].id))
    assert everything_in(paper(told, Asked(told.children[0].id))) == everything_in(plain)
    asked = Asked(told.children[0].id)
    assert for_subject(told, FORM, asked).comments == ()
    assert any("Comments of colleagues" in one for one in to_look_at(told, FORM, asked))


def test_a_childs_own_answers_and_entries_are_in_it_also_those_on_file_only() -> None:
    referral = typical()
    child = referral.children[0]
    told = after(
        referral,
        (f"children[{child.id}].health", "Asthma, an inhaler at school."),
        ("events[e99]", {"id": "e99", "what": "Seen by the nurse.", "in_referral": False}),
        ("events[e99].children", [child.id]),
    )
    words = write_text(paper(told, Asked(child.id)))
    assert "Asthma, an inhaler" in words
    assert "Seen by the nurse." in words


NAMES = ["Marged", "Marged O’Nions-Hale", "MARGED", "marged", "Zoë", "Zoe", "O'Nions", "Hale’s"]


@pytest.mark.parametrize("said", NAMES)
def test_names_of_others_are_found_however_they_are_written(said: str) -> None:
    referral = after(
        small(),
        ("people[p9]", {"id": "p9", "first_names": "Marged Zoë", "family_name": "O’Nions-Hale"}),
    )
    told = after(referral, ("concern.what_happened", f"Then {said} came in."))
    copy = for_subject(told, FORM, Asked(told.children[0].id))
    assert isinstance(copy.concern.what_happened, str)
    assert ANOTHER in copy.concern.what_happened
    assert "Hale" not in copy.concern.what_happened


def test_ordinary_words_stay_and_the_name_is_named_to_be_looked_at() -> None:
    referral = after(
        small(),
        ("people[p9]", {"id": "p9", "first_names": "Will"}),
        ("concern.what_happened", "Will said that he will come."),
    )
    asked = Asked(referral.children[0].id)
    copy = for_subject(referral, FORM, asked)
    assert copy.concern.what_happened == f"{ANOTHER} said that he will come."
    assert any("ordinary word" in one for one in to_look_at(referral, FORM, asked))


def test_a_short_name_is_found_in_small_letters_too_and_a_shorter_one_is_named() -> None:
    referral = after(
        small(),
        ("people[p9]", {"id": "p9", "first_names": "Zoe Jo"}),
        ("concern.what_happened", "zoe came; Jo left; jo rang."),
    )
    asked = Asked(referral.children[0].id)
    copy = for_subject(referral, FORM, asked)
    assert copy.concern.what_happened == f"{ANOTHER} came; {ANOTHER} left; jo rang."
    assert any("short name" in one for one in to_look_at(referral, FORM, asked))


def test_whoever_may_stay_named_is_named_and_tells_no_more() -> None:
    referral = typical()
    child, adult = referral.children[0], referral.people[0]
    told = after(referral, (f"people[{adult.id}].health_needs", "Her own illness."))
    words = write_text(paper(told, Asked(child.id, named=(adult.id,))))
    assert str(adult.first_names) in words
    assert "Her own illness" not in words
    assert str(adult.first_names) not in write_text(paper(told, Asked(child.id)))


def test_an_adults_copy_holds_what_names_them_and_no_childs_entry() -> None:
    referral = typical()
    adult = referral.people[0]
    told = after(
        referral,
        ("statements[s9]", {"id": "s9", "text": f"{adult.first_names} shouted at the gate."}),
        ("statements[s8]", {"id": "s8", "text": "He came without a coat."}),
        ("header.why_now", "He was without a coat again."),
    )
    words = write_text(paper(told, Asked(adult.id)))
    assert "shouted at the gate" in words
    assert "without a coat" not in words


def test_what_is_withheld_is_not_in_it_and_the_ground_is_not_told() -> None:
    referral = after(typical(), ("judgement.reason", "Because of what she told us."))
    section = FORM.section_of("judgement.reason")
    assert section is not None
    asked = Asked(
        referral.children[0].id,
        withheld=(section.key,),
        grounds=(Ground("harm_education", "She may harm herself."),),
    )
    words = write_text(paper(referral, asked))
    assert "Because of what she told us." not in words
    assert "Parts are withheld" in words
    assert "harm herself" not in words
    assert "Schedule" not in words
    (told,) = asked.reasons()
    assert told.startswith("Data Protection Act 2018, Schedule 3, Part 4: She may harm herself.")
    assert told.endswith(f"Withheld: {section.key}.")


def test_an_exemption_needs_a_reason_and_parts_need_an_exemption() -> None:
    child = typical().children[0].id
    for asked in (
        Asked(child, grounds=(Ground("others", " "),)),
        Asked(child, withheld=("worries",)),
    ):
        with pytest.raises(ProblemForPerson) as problem:
            paper(typical(), asked)
        assert problem.value.code == "exemption_unclear"
    with pytest.raises(ProblemForPerson) as problem:
        paper(typical(), Asked("nobody"))
    assert problem.value.code == "subject_unknown"


def test_every_exemption_names_the_law() -> None:
    assert all("Data Protection Act 2018, Schedule" in one.source for one in EXEMPTIONS)


def test_it_is_always_said_that_no_program_can_know() -> None:
    assert to_look_at(small(), FORM, Asked(small().children[0].id))[-1] == CANNOT_KNOW


def test_no_title_and_no_foot_names_anybody() -> None:
    made = paper(typical(), Asked(typical().children[0].id))
    outside = f"{made.title} {made.footer} {made.made_at} {made.reference}"
    for one in (*typical().children, *typical().people):
        assert str(one.first_names) not in outside


@settings(max_examples=15, deadline=None)
@given(referrals(), st.data())
def test_no_name_of_another_is_ever_left(referral: Referral, data: st.DataObject) -> None:
    everyone = (*referral.children, *referral.people)
    if not everyone:
        return
    asked = Asked(data.draw(st.sampled_from(everyone)).id)
    pattern = pattern_of(referral, asked)
    copy = for_subject(referral, FORM, asked)
    kept = msgspec.structs.replace(copy, referrer=type(copy.referrer)())
    assert pattern is None or pattern.search(_texts(kept).replace(ANOTHER, "")) is None
    assert all(isinstance(one, Child) for one in copy.children)


_NO_WORDS = ("id", "council", "form", "reference", "kind")


def _texts(value: object) -> str:
    match value:
        case str():
            return value
        case msgspec.Struct():
            names = (one for one in value.__struct_fields__ if one not in _NO_WORDS)
            return "\n".join(_texts(getattr(value, name)) for name in names)
        case tuple() | list():
            return "\n".join(map(_texts, value))
        case dict():
            return "\n".join(map(_texts, value.values()))
        case _:
            return ""


def test_the_largest_referral_is_quick_enough_to_look_at() -> None:
    referral = largest()
    copy = for_subject(referral, FORM, Asked(referral.children[3].id))
    assert is_answered(copy.children[0].first_names)


def test_who_works_with_the_family_keeps_a_name_that_another_has_as_well() -> None:
    referral = after(
        small(),
        ("people[p9]", {"id": "p9", "first_names": "Grażyna"}),
        ("professionals[w9]", {"id": "w9", "name": "Grażyna Mistry-Cole"}),
    )
    assert "Grażyna Mistry-Cole" in write_text(paper(referral, Asked(referral.children[0].id)))


def test_no_picture_shows_the_others_of_the_family() -> None:
    words = write_text(paper(typical(), Asked(typical().children[0].id)))
    assert "A family picture of" not in words
    assert "Adults of the family" not in words
