"""The transfer sheet: the web form's order and names, and no answer forgotten."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from ffd_desktop.councils.bundled import bundled_councils, bundled_pack
from ffd_desktop.councils.conditions import holds
from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.councils.reading import read_pack
from ffd_desktop.referral.answers import NotKnown, Reason, is_answered
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Child
from ffd_desktop.sending.sheet import Page, is_own_order, pages_of
from tests.builders import referrals
from tests.builders.packs import SHARED, as_bytes, pack_files

TODAY = date(2026, 11, 26)
FORMS = [
    (bundled_pack(key), form) for key in bundled_councils() for form in bundled_pack(key).forms
]
LARKRISE = read_pack(as_bytes(pack_files()), SHARED)
CSC = LARKRISE.form("csc")


def answered(referral: Referral, form: Form) -> Counter[str]:
    """Give the paths that a form asks for, shows, and that are answered."""
    paths: Counter[str] = Counter()
    for section in form.sections:
        for item in section.of(referral) if section.repeats else (None,):
            for field in section.fields:
                path = place(field.path, item.id) if item else field.path
                if holds(field.shown_when, referral, item) and is_answered(read(referral, path)):
                    paths[path] += 1
    return paths


@pytest.mark.parametrize(("pack", "form"), FORMS, ids=lambda one: one.key)
def test_every_answer_stands_on_the_sheet_once(pack: Pack, form: Form) -> None:
    referral = referrals.typical()
    told = [one for page in pages_of(referral, form, pack, today=TODAY) for one in page.entries]
    assert Counter(one.path for one in told if one.parts) == answered(referral, form)
    assert is_own_order(pack, form)


def family() -> Referral:
    mia = Child("c1", first_names="Mia Aurelia Constance", sex="F")
    tom = Child("c2", first_names="Tom", sex=NotKnown(Reason.NOT_ASKED))
    blank = Referral("r", "FFD", "larkrise", "csc", children=(mia, tom))
    return replay(blank, [put("concern.immediate_danger", False), put("local[pets]", True)])


@pytest.fixture
def pages() -> tuple[Page, ...]:
    return pages_of(family(), CSC, LARKRISE, today=TODAY)


def test_the_web_forms_order_and_names_come_first(pages: tuple[Page, ...]) -> None:
    assert not is_own_order(LARKRISE, CSC)
    assert [page.title for page in pages] == [
        "1. The child: child 1 of 2",
        "1. The child: child 2 of 2",
        "2. Risk",
        "Not asked by the web form: Check for danger",
    ]
    first = pages[0].entries
    assert [(one.asks, one.parts, one.is_choice) for one in first] == [
        ("Gender", ("Girl",), True),
        ("Forename(s)", ("Mia Aurelia ", "Constance"), False),
    ]


def test_not_known_is_typed_as_words_and_a_blank_has_nothing_to_copy(
    pages: tuple[Page, ...],
) -> None:
    gender = pages[1].entries[0]
    assert gender.parts == ("Not asked",)
    assert not gender.is_choice
    blank = replay(family(), [put("children[c2].first_names", None)])
    forename = pages_of(blank, CSC, LARKRISE, today=TODAY)[1].entries[1]
    assert (forename.parts, forename.absent) == ((), "Not answered")


def test_what_the_web_form_does_not_ask_is_named_and_not_forgotten(
    pages: tuple[Page, ...],
) -> None:
    assert [one.path for one in pages[-1].entries] == ["local[pets]"]


def test_a_part_that_changes_is_another_part() -> None:
    def marks(referral: Referral) -> set[str]:
        pages = pages_of(referral, CSC, LARKRISE, today=TODAY)
        entries = [one for page in pages for one in page.entries]
        return {one.mark(part) for one in entries for part in range(len(one.parts))}

    before = marks(family())
    after = marks(replay(family(), [put("children[c1].first_names", "Mia Aurelia Beatrice")]))
    assert len(before - after) == 1
    assert len(before & after) == len(before) - 1
