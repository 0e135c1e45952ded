"""What every council pack that comes with the program keeps to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest

from ffd_desktop.councils.bundled import (
    after_form,
    bundled_councils,
    bundled_files,
    bundled_pack,
    shared,
)
from ffd_desktop.councils.pack import FieldKind, Form, Pack, Section
from ffd_desktop.councils.proving import prove_form
from ffd_desktop.councils.reading import read_pack
from ffd_desktop.councils.tables import Mistake, Place
from ffd_desktop.exporting.family_copy import ALWAYS
from ffd_desktop.referral.after import After
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.edits import Edit, apply
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import field_types
from ffd_desktop.referral.people import Item

PACKS = [bundled_pack(key) for key in bundled_councils()]
FORMS = [(pack, form) for pack in PACKS for form in pack.forms]
SECTIONS = [(pack, form, section) for pack, form in FORMS for section in form.sections]
every_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.key)
every_form = pytest.mark.parametrize(
    ("pack", "form"), FORMS, ids=lambda one: one.key if isinstance(one, Pack | Form) else None
)
every_section = pytest.mark.parametrize(
    ("pack", "form", "section"), SECTIONS, ids=lambda one: getattr(one, "key", None)
)

UNWELCOME = re.compile(r"\*|\b(please|invalid|required|oops|sorry)\b|lorem|\bTODO\b", re.IGNORECASE)
SAMPLES: dict[FieldKind, object] = {
    FieldKind.TEXT: "x",
    FieldKind.LONG_TEXT: "x\ny",
    FieldKind.DATE: {"type": "date", "kind": "year", "year": 2026},
    FieldKind.YES_NO: True,
    FieldKind.NUMBER: 3,
    FieldKind.ADDRESS: "a1",
    FieldKind.CHILD: "c1",
    FieldKind.CHILDREN: ["c1"],
    FieldKind.PERSON: "p1",
    FieldKind.PEOPLE: ["p1"],
    FieldKind.EVIDENCE: ["s1"],
}


def test_there_are_three_forms_of_two_councils() -> None:
    assert {(pack.key, form.key) for pack, form in FORMS} == {
        ("worcestershire", "csc"),
        ("worcestershire", "eh"),
        ("walsall", "marf"),
    }


def test_no_form_speaks_of_another_council() -> None:
    ours = re.compile(r"Worcestershire|Family Front Door|emergency duty team|\bEDT\b")
    assert any(ours.search(words) for words in _said(bundled_pack("worcestershire")))
    assert [words for words in _said(bundled_pack("walsall")) if ours.search(words)] == []
    theirs = re.compile(r"Walsall|MASH|MARF")
    assert [words for words in _said(bundled_pack("worcestershire")) if theirs.search(words)] == []


def _said(pack: Pack) -> Iterator[str]:
    """Give what a writer reads of a pack's forms and levels; where it comes from is left out."""
    for part in (pack.forms, pack.levels, pack.contacts):
        yield from _words_but_sources(part)


def _words_but_sources(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _words_but_sources(one)
    elif isinstance(value, msgspec.Struct):
        for name in field_types(type(value)):
            if name not in ("source", "published_in"):
                yield from _words_but_sources(getattr(value, name))


def test_walsalls_matrix_is_whole() -> None:
    """Walsall thresholds 2018, criteria to support the levels of need: counted in the source."""
    pack = bundled_pack("walsall")
    counts = Counter(one.level for one in pack.indicators)
    assert counts == {"1": 37, "2": 55, "3": 45, "4": 63}
    assert len({one.factor for one in pack.indicators}) == 3
    words = Counter(one.words for one in pack.indicators)
    twice = {one for one, times in words.items() if times > 1}
    assert {one.level for one in pack.indicators if one.words in twice} == {"3", "4"}
    assert len(twice) == 2
    by_code = {one.code: one for one in pack.indicators}
    for one in pack.indicators:
        assert all(one.code in by_code[other].compare for other in one.compare), one.code
    alone = [one for one in pack.indicators if one.alone]
    assert {one.level for one in alone} == {"4"}
    assert len(alone) == 12


def test_walsalls_words_keep_the_degree_of_the_source() -> None:
    """Significant harm has a meaning in law; a weaker or stronger word would be another level."""
    words = {one.code: one.words for one in bundled_pack("walsall").indicators}
    for code in ("1p-care-2", "4c-independence-1"):
        assert "significant harm" in words[code]
    for code in ("4c-health-6", "4p-care-3", "4p-warmth-1", "4p-guidance-1"):
        assert "significant risk" in words[code]
    for code in ("4c-social-2", "4c-social-7"):
        assert "serious risk" in words[code]


@every_pack
def test_nothing_is_said_to_touch_a_child_that_only_affects_one(pack: Pack) -> None:
    touch = re.compile(r"\btouch(es|ed)?\b", re.IGNORECASE)
    assert [words for words in _words((pack.indicators, pack.levels, pack.forms))
            if touch.search(words)] == []  # fmt: skip


def test_a_council_without_a_pack_is_not_made_up() -> None:
    with pytest.raises(KeyError):
        bundled_pack("../codes")


@every_pack
def test_a_pack_reads_the_same_twice_and_names_its_review(pack: Pack) -> None:
    assert read_pack(bundled_files(pack.key), shared()) == pack
    assert pack.reviewed_on < pack.review_by
    assert pack.valid_from <= pack.review_by


@every_form
def test_every_question_takes_an_answer_of_its_kind_and_an_honest_absence(
    pack: Pack, form: Form
) -> None:
    for section in form.sections:
        for field in section.fields:
            referral = Referral(id="r", reference="FFD", council=pack.key, form=form.key)
            if section.repeats:
                referral = apply(
                    referral, Edit(f"{section.repeats}[i1]", section.new_item)
                ).referral
            path = field.path.replace("[]", "[i1]")
            for value in (*_samples(pack, field.kind, field.codes), *_absence(field.not_known)):
                after = apply(referral, Edit(path, value)).referral
                assert after != referral or field.path.endswith((".referred", ".in_referral"))


def _samples(pack: Pack, kind: FieldKind, codes: str) -> list[object]:
    match kind:
        case FieldKind.CODE:
            return [code.code for code in pack.codes(codes).codes]
        case FieldKind.CODES:
            return [[code.code for code in pack.codes(codes).codes]]
        case FieldKind.LEVEL:
            return [level.code for level in pack.levels]
        case _:
            return [SAMPLES[kind]]


def _absence(offered: bool) -> list[object]:
    return [{"type": "not_known", "reason": "declined"}] if offered else []


@pytest.mark.parametrize(
    ("pack", "form", "section"),
    [one for one in SECTIONS if one[2].repeats],
    ids=lambda one: getattr(one, "key", None),
)
def test_an_item_added_in_a_section_stands_in_that_section(
    pack: Pack, form: Form, section: Section
) -> None:
    referral = Referral(id="r", reference="FFD", council=pack.key, form=form.key)
    added = apply(referral, Edit(f"{section.repeats}[i1]", section.new_item)).referral
    assert [item.id for item in section.of(added)] == ["i1"]


@every_section
def test_a_section_says_what_it_is_for_and_where_that_comes_from(
    pack: Pack, form: Form, section: Section
) -> None:
    assert section.title
    assert len(section.title) <= 40
    assert section.intro.endswith(".")
    assert section.source
    labels = [field.label for field in section.fields]
    assert len(labels) == len(set(labels))
    for field in section.fields:
        assert not (field.help or field.guiding) or field.source, field.key
        assert field.needed is None or (field.needed.why and field.needed.source), field.key
        assert not field.hint.endswith("."), field.key


@every_form
def test_every_question_is_asked_once(pack: Pack, form: Form) -> None:
    seen: dict[tuple[str, str], str] = {}
    for section in form.sections:
        for field in section.fields:
            key = (field.path, repr(section.where))
            assert key not in seen, f"{field.path}: {seen.get(key)} and {section.key}"
            seen[key] = section.key


def test_the_social_care_form_asks_for_everything_before_sending() -> None:
    """Sections A to S of the merged field list; T comes after sending."""
    form = bundled_pack("worcestershire").form("csc")
    asked = {field.path for field in form.fields()}
    left_out = {"header.completed", "statements[].kind", "injuries[].x", "injuries[].y"}
    left_out |= {"injuries[].examination", "injuries[].outline"}  # set by where a mark is put
    of_file = "file file_name media_type size digest pages width height"  # set by adding a file
    left_out |= {f"attachments[].{name}" for name in of_file.split()}
    untyped = ("id", "reference", "council", "form", "pack_version", "format", "local", "origins")
    expected = set(_answers(Referral, "", (*untyped, "after", "indicators", "replies", "comments")))
    assert expected - asked - left_out == set()
    assert not left_out & asked


@every_pack
def test_what_comes_after_sending_is_asked_beside_every_pack(pack: Pack) -> None:
    mistakes: list[Mistake] = []
    prove_form(after_form(), pack, lambda file: Place(file, mistakes))
    assert mistakes == []
    assert [one for one in _words(after_form()) if UNWELCOME.search(one)] == []


def test_the_form_for_after_sending_asks_all_of_section_t() -> None:
    asked = {field.path for field in after_form().fields()}
    on_the_sealed_page = ("addendum",)
    expected = {f"after.{path}" for path in _answers(After, "", on_the_sealed_page)}
    assert expected == asked


def _answers(struct: type[msgspec.Struct], prefix: str, skip: tuple[str, ...]) -> Iterator[str]:
    for name, kind in field_types(struct).items():
        if name in skip or (name == "id" and issubclass(struct, Item)):
            continue
        path = f"{prefix}{name}"
        inner = kind.__args__[0] if getattr(kind, "__origin__", None) is tuple else kind
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct) and inner is not PartDate:
            brackets = "[]" if inner is not kind else ""
            yield from _answers(inner, f"{path}{brackets}.", ())
        else:
            yield path


@every_pack
def test_words_for_people_are_calm(pack: Pack) -> None:
    found = [words for words in _words(pack) if UNWELCOME.search(words)]
    assert not found


def test_the_check_of_calm_words_would_notice() -> None:
    for words in ("Name *", "Please enter", "This is invalid", "A required field", "TODO"):
        assert UNWELCOME.search(words)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif isinstance(value, msgspec.Struct):
        for name in field_types(type(value)):
            yield from _words(getattr(value, name))


@every_pack
def test_every_level_and_number_has_its_source(pack: Pack) -> None:
    assert [level.number for level in pack.levels] == sorted({one.number for one in pack.levels})
    for level in pack.levels:
        assert level.source
        assert level.consent.source
        assert level.meaning
    for contact in pack.contacts:
        assert contact.published_in
        assert contact.checked_on is None, "only an office checks its numbers"


def test_worcestershire_makes_no_indicator_and_no_hours_up() -> None:
    pack = bundled_pack("worcestershire")
    assert pack.indicators == ()
    assert [level.code for level in pack.levels] == ["1", "2", "3", "4"]
    four = pack.level("4")
    assert four is not None
    assert all(para in four.consent.doubt for para in ("56", "18", "82"))
    clocks = {clock.event: clock for clock in pack.clocks}
    assert (clocks["outcome"].amount, clocks["outcome"].unit) == (3, "working_days")
    assert clocks["written_confirmation"].amount is None
    assert all(stage.amount is None and stage.ask for stage in pack.stages)


def test_extended_ethnicity_codes_lead_to_main_ones() -> None:
    import tomllib
    from importlib.resources import files

    text = files("resources").joinpath("codes/ethnicity_extended.toml").read_text("utf-8")
    table = tomllib.loads(text)
    main = {code.code for code in bundled_pack("worcestershire").codes("ethnicity").codes}
    assert len(main) == 20
    assert set(table["map"].values()) <= main
    assert not set(table["map"]) & main
    assert table["map"]["WENG"] == "WBRI"


@every_form
def test_what_only_says_that_something_is_kept_from_somebody_is_private(
    pack: Pack, form: Form
) -> None:
    asked = {field.path for field in form.fields() if not field.private}
    assert not asked & ALWAYS, pack.key


def test_private_answers_are_marked_so() -> None:
    form = bundled_pack("worcestershire").form("csc")
    private = {field.path for field in form.fields() if field.private}
    assert {"consent.keep_from", "addresses[].confidential_from", "visiting.details"} <= private
