"""A copy for the family: nothing that is kept from anybody is anywhere in it; all else still is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import bundled_councils, bundled_pack
from ffd_desktop.councils.pack import Form
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.family_copy import ALWAYS, family_form, for_family, private_paths
from ffd_desktop.exporting.family_warnings import against_a_copy, left_out_of_a_copy
from ffd_desktop.exporting.outline import Document
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.text import write_text
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.keeping import PHONES
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.people import Address
from ffd_desktop.referral.statements import StatementKind
from tests.builders.confidential import CANARY, confidential, private_in_words, private_words
from tests.builders.referrals import largest, small, typical

PACKS = [bundled_pack(key) for key in bundled_councils()]
FORMS = [form for pack in PACKS for form in pack.forms]
FORM = bundled_pack("worcestershire").form("csc")
NOW = datetime(2026, 11, 20, 14, 3, 7, tzinfo=UTC)
UNKNOWN = NotKnown(Reason.NOT_KNOWN)


def paper(referral: Referral, reader: Reader = Reader.FAMILY, form: Form = FORM) -> Document:
    pack = next(one for one in PACKS if form in one.forms)
    return compose(referral, form, pack=pack, findings=(), now=NOW, reader=reader)


def everything_in(document: Document) -> str:
    """All words of a document, also those in pictures and their alternatives."""
    return msgspec.json.encode(document).decode()


def after(referral: Referral, *edits: tuple[str, object]) -> Referral:
    return replay(referral, [Edit(path, value) for path, value in edits])


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.key)
@pytest.mark.parametrize("referral", [small(), typical()], ids=lambda one: one.reference)
@pytest.mark.parametrize("hide", [private_words, confidential], ids=lambda one: one.__name__)
def test_no_canary_comes_out_in_the_copy_and_each_does_in_the_councils(
    referral: Referral, hide: Callable[[Referral, Form], Referral], form: Form
) -> None:
    hidden = hide(referral, form)
    assert CANARY not in everything_in(paper(hidden, form=form))
    assert CANARY not in write_text(paper(hidden, form=form))
    assert CANARY not in msgspec.json.encode(for_family(hidden, form)).decode()
    assert CANARY in everything_in(paper(hidden, Reader.COUNCIL, form))


def test_every_private_answer_of_the_form_is_tried() -> None:
    assert len(private_in_words(FORM)) > 8
    assert {field.path for field in FORM.fields() if field.private} >= ALWAYS


SENTENCE = "He waits at 7 Larkrise  Lane, worcester (wr997xy) or rings 07700 900-777 at night."
SHOWN = "He waits at [kept back], worcester ([kept back]) or rings [kept back] at night."


def test_the_words_of_what_is_kept_back_are_taken_out_of_sentences_too() -> None:
    told = after(
        small(),
        ("addresses[a1].lines", "7 Larkrise Lane\nWorcester"),
        ("addresses[a1].postcode", "WR99 7XY"),
        ("addresses[a1].kept_from_people", ["p2"]),
        ("people[p2].phone", "07700 900777"),
        ("people[p2].phone_is_safe", False),
        ("concern.what_happened", SENTENCE),
    )
    assert for_family(told, FORM).concern.what_happened == SHOWN
    assert for_family(told, FORM).referrer == told.referrer


def test_the_street_of_a_hidden_address_is_taken_out_without_its_number_too() -> None:
    told = after(
        small(),
        ("addresses[a1].lines", "Flat 2, 7 Zebra Lane\nWorcester"),
        ("addresses[a1].kept_from_people", ["p2"]),
        ("family.support_network", "Gran, who lives round the corner from Zebra Lane."),
    )
    said = for_family(told, FORM).family.support_network
    assert said == "Gran, who lives round the corner from [kept back]."


@pytest.mark.parametrize(
    "lines", ["Flat 2\nZebra Lane\nWorcester", "Flat 2, Block C\nThe Yard\nZebra Lane"]
)
def test_a_street_in_a_later_line_of_a_hidden_address_is_taken_out(lines: str) -> None:
    told = after(
        small(),
        ("addresses[a1].lines", lines),
        ("addresses[a1].kept_from_people", ["p2"]),
        ("family.support_network", "Gran, who lives round the corner from Zebra Lane."),
    )
    said = for_family(told, FORM).family.support_network
    assert said == "Gran, who lives round the corner from [kept back]."


def test_a_town_that_stands_in_an_open_address_too_stays_in_sentences() -> None:
    told = after(
        small(),
        ("addresses[a1].lines", "7 Zebra Lane\nGreat Quagga"),
        ("addresses[a1].kept_from_people", ["p2"]),
        ("addresses[a9]", {"id": "a9", "lines": "1 Open Road\ngreat quagga"}),
        ("family.support_network", "Gran in Great Quagga."),
    )
    assert for_family(told, FORM).family.support_network == "Gran in Great Quagga."


@pytest.mark.parametrize(
    "kept",
    ["07700 900123", "+44 7700 900123", "0044 (0)7700 900 123", "07700/900123", "447700900123"],
)
@pytest.mark.parametrize(
    "said",
    [
        "07700 900123", "+44 7700 900123", "+447700900123", "0044 7700 900123", "07700/900123",
        "+44 (0)7700 900-123", "07700.900.123", "07700\u2011900123",
    ],
)  # fmt: skip
def test_a_number_is_found_however_it_is_written(kept: str, said: str) -> None:
    told = after(
        small(),
        ("people[p1].phone", kept),
        ("people[p1].phone_is_safe", False),
        ("family.support_network", f"Ring {said} at night, not 07700 900124."),
    )
    shown = for_family(told, FORM).family.support_network
    assert isinstance(shown, str)
    assert shown.removeprefix("Ring ").lstrip("+(") == "[kept back] at night, not 07700 900124."


@pytest.mark.parametrize(
    "kept", ["01905 900123 ext 45", "07700 900199 / 01905 900123", "Gran: 01905 900123"]
)
def test_each_number_of_an_answer_with_several_or_with_words_is_found(kept: str) -> None:
    told = after(
        small(),
        ("people[p1].phone", kept),
        ("people[p1].phone_is_safe", False),
        ("family.support_network", "Ring 01905 900123."),
    )
    assert for_family(told, FORM).family.support_network == "Ring [kept back]."


def test_a_professional_of_all_children_is_one_of_the_hidden_child_too() -> None:
    told = after(
        small(), ("addresses[a1].kept_from_people", ["p2"]), ("professionals[w1].children", None)
    )
    assert for_family(told, FORM).professionals[0].organisation == "Kept back"


def test_a_name_that_stands_in_the_referral_anyway_is_not_taken_out_of_it() -> None:
    name = small().referrer.name
    told = after(
        small(),
        ("statements[s1].source", name),
        ("statements[s1].source_anonymous", True),
        ("statements[s2].source", "Mrs Grapevine"),
        ("statements[s2].source_anonymous", True),
        ("concern.action_taken", f"{name} spoke with Mrs Grapevine."),
    )
    copy = for_family(told, FORM)
    assert copy.concern.action_taken == f"{name} spoke with [kept back]."
    assert copy.statements[0].source == "Kept back"


@pytest.mark.parametrize(
    ("edits", "attribute", "is_back"),
    [
        ([("phone_is_safe", False)], "phone", True),
        ([("phone_is_safe", {"type": "not_known", "reason": "not_known"})], "phone", True),
        ([("phone_is_safe", {"type": "not_known", "reason": "not_applicable"})], "phone", False),
        ([("phone_is_safe", True)], "phone", False),
        ([("phone_is_safe", False)], "email", False),
        ([("safe_to_contact", False)], "phone", True),
        ([("safe_to_contact", False)], "email", True),
        ([("safe_to_contact", {"type": "not_known", "reason": "not_asked"})], "email", True),
    ],
)
def test_a_number_that_may_not_be_safe_is_kept_back(
    edits: list[tuple[str, object]], attribute: str, *, is_back: bool
) -> None:
    told = after(small(), *((f"people[p1].{name}", value) for name, value in edits))
    was, now = (getattr(one.people[0], attribute) for one in (told, for_family(told, FORM)))
    assert now == ("Kept back" if is_back else was)


def test_an_address_kept_from_nobody_stays() -> None:
    assert for_family(typical(), FORM).addresses == typical().addresses
    none = NotKnown(Reason.NOT_APPLICABLE)
    place_ = msgspec.structs.replace(small().addresses[0], confidential_from=none)
    copy = for_family(msgspec.structs.replace(small(), addresses=(place_,)), FORM)
    assert copy.addresses[0].lines == place_.lines


def test_an_address_of_which_nobody_knows_from_whom_is_kept_back() -> None:
    place_ = msgspec.structs.replace(small().addresses[0], confidential_from=UNKNOWN)
    copy = for_family(msgspec.structs.replace(small(), addresses=(place_,)), FORM)
    assert copy.addresses == (Address(id="a1", lines="Kept back"),)


def test_evidence_that_is_only_on_file_is_not_named() -> None:
    told = after(
        small(),
        ("events[e1].in_referral", False),
        ("indicators[m1]", {"code": "x", "evidence": ["e1", "s1"]}),
    )
    copy = for_family(told, FORM)
    assert copy.events == ()
    assert copy.indicators[0].evidence == ("s1",)


def test_the_school_that_refers_stays_named_also_for_a_child_whose_home_is_kept_back() -> None:
    told = after(
        small(),
        ("addresses[a1].kept_from_people", ["p2"]),
        ("children[c1].school", small().referrer.school_name),
    )
    assert for_family(told, FORM).children[0].school == small().referrer.school_name


def test_where_a_hidden_child_goes_is_told_nowhere() -> None:
    told = after(
        small(),
        ("addresses[a1].kept_from_people", ["p2"]),
        ("children[c1].gp", "Zebra Walk Surgery"),
        ("children[c1].school", "Quagga Lane School"),
        ("professionals[w1].children", ["c1"]),
        ("professionals[w1].organisation", "Zebra Walk Surgery"),
        ("family.siblings_schools_told", "Yes, Quagga Lane School."),
        ("concern.where", "Outside Zebra  walk surgery"),
    )
    copy = for_family(told, FORM)
    words = everything_in(paper(told)).casefold()
    assert "zebra" not in words
    assert "quagga" not in words
    assert copy.professionals[0].name == told.professionals[0].name


def test_where_a_child_who_may_be_found_goes_stays_also_when_another_is_hidden() -> None:
    told = after(
        small(),
        ("addresses[a9]", {"lines": "9 Teme Walk", "confidential_from": "him"}),
        ("children[c9]", {"first_names": "Wen", "home": "a9", "gp": "Zebra Walk Surgery"}),
        ("children[c1].gp", "Zebra Walk Surgery"),
    )
    copy = for_family(told, FORM)
    assert [child.gp for child in copy.children] == ["Zebra Walk Surgery", "Kept back"]


def test_what_the_roll_says_to_take_care_of_is_not_told() -> None:
    marks = {"children[c1].home": Origin("roll", "2026-11-03", f"{CANARY}: look it up.")}
    told = msgspec.structs.replace(small(), origins=marks)
    assert CANARY not in everything_in(paper(told))


def test_what_is_kept_back_bears_no_mark_of_where_it_came_from() -> None:
    marks = {path: Origin("roll", "2026-11-03") for path in
             ("addresses[a1].lines", "addresses[a1].postcode", "children[c1].home")}  # fmt: skip
    told = msgspec.structs.replace(small(), origins=marks)
    told = after(told, ("addresses[a1].kept_from_people", ["p2"]))
    assert set(for_family(told, FORM).origins) == {"children[c1].home"}


def test_the_questions_kept_for_the_council_are_not_counted_as_unanswered() -> None:
    paths = {field.path for field in family_form(FORM).fields()}
    assert not paths & private_paths(FORM)
    assert "Alleged source of harm" not in everything_in(paper(typical()))
    assert "Alleged source of harm" in everything_in(paper(typical(), Reader.COUNCIL))


def test_the_copy_says_that_it_is_one_on_its_title_its_front_and_each_foot() -> None:
    made = paper(typical())
    assert made.title == f"Copy for the family of referral record {typical().reference}"
    assert made.footer.startswith("Copy for the family.")
    assert "This is a copy for the family." in write_text(made).replace("\n", " ")
    assert "family" not in paper(typical(), Reader.COUNCIL).footer


def test_a_copy_of_a_copy_is_the_same() -> None:
    once = for_family(confidential(private_words(typical(), FORM), FORM), FORM)
    assert for_family(once, FORM) == once


def test_a_referral_with_nothing_to_keep_back_loses_only_what_the_form_keeps() -> None:
    copy = for_family(largest(), FORM)
    assert copy.children == largest().children
    assert copy.events == largest().events
    assert copy.concern.what_happened == largest().concern.what_happened


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("consent.safe_to_discuss", False, "not safe to talk"),
        ("consent.safe_to_discuss", {"type": "not_known", "reason": "not_known"}, "do not know"),
        ("consent.keep_from", "His new address.", "kept from somebody"),
        ("concern.immediate_danger", True, "immediate danger"),
        ("concern.immediate_danger", {"type": "not_known", "reason": "not_known"}, "do not know"),
    ],
)
def test_what_speaks_against_a_copy_is_said(path: str, value: object, words: str) -> None:
    assert against_a_copy(small()) == ()
    (said,) = against_a_copy(after(small(), (path, value)))
    assert words in said


def test_what_is_left_out_is_counted() -> None:
    assert any("answers that the form keeps" in one for one in left_out_of_a_copy(small(), FORM))
    counted = " ".join(left_out_of_a_copy(confidential(small(), FORM), FORM))
    for words in ("1 address", "telephone numbers", "3 sources", "1 event that is only on file",
                  "1 attachment about somebody else"):  # fmt: skip
        assert words in counted


MARKS = st.sampled_from([True, False, None, UNKNOWN])


@settings(max_examples=60)
@given(data=st.data())
def test_whatever_is_marked_stays_out_and_whatever_is_not_stays_in(data: st.DataObject) -> None:
    told, kept, shown = typical(), set[str](), set[str]()
    edits: list[tuple[str, object]] = []

    def put(path: str, words: str, *, back: bool) -> None:
        edits.append((path, words))
        (kept if back else shown).add(words)

    hidden = {one.id: data.draw(st.booleans()) for one in told.addresses}
    for number, one in enumerate(told.addresses):
        put(f"addresses[{one.id}].lines", f"{number} Zebra{number} Street", back=hidden[one.id])
        who = ["p1"] if hidden[one.id] else None
        name = data.draw(st.sampled_from(["kept_from_people", "kept_from_children"]))
        edits.append((f"addresses[{one.id}].{name}", who))
    for number, adult in enumerate(told.people):
        home = data.draw(st.sampled_from([*hidden, None]))
        contact = data.draw(MARKS)
        edits += [
            (f"people[{adult.id}].home", home),
            (f"people[{adult.id}].safe_to_contact", msgspec.to_builtins(contact)),
        ]
        never = contact in (False, UNKNOWN) or bool(home and hidden[home])
        for index, (phone, mark) in enumerate(PHONES.items()):
            safe = data.draw(MARKS)
            edits.append((f"people[{adult.id}].{mark}", msgspec.to_builtins(safe)))
            words = f"07700 90{number}{index}11"
            put(f"people[{adult.id}].{phone}", words, back=never or safe in (False, UNKNOWN))
    asked = [one for one in told.statements if one.kind is not StatementKind.NEED]
    for number, one_said in enumerate(asked):
        mark = data.draw(MARKS)
        edits.append((f"statements[{one_said.id}].source_anonymous", msgspec.to_builtins(mark)))
        words = f"Grape{number}vine Lee"
        put(f"statements[{one_said.id}].source", words, back=mark in (True, UNKNOWN))
    for number, row in enumerate(told.events):
        is_in = data.draw(st.booleans())
        edits.append((f"events[{row.id}].in_referral", is_in))
        put(f"events[{row.id}].what", f"Quagga{number} came.", back=not is_in)
    told = after(told, *edits)
    words = everything_in(paper(told))
    assert [one for one in kept if one in words] == []
    assert [one for one in shown if one not in words] == []
