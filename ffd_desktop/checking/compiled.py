"""A form made ready for checking: tests of conditions, and where each path is asked.

Made once for each form and kept, so that a check after every keystroke stays quick.
"""

from __future__ import annotations

from collections.abc import Callable

from ffd_desktop.councils.conditions import (
    Answered,
    Both,
    Condition,
    Either,
    Equals,
    Not,
    holds,
)
from ffd_desktop.councils.pack import Field, FieldKind, Form, Section, Value, without_ids
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read
from ffd_desktop.referral.people import Item

Test = Callable[[Referral, Item | None], bool]
_KEPT = 16
_LINES = frozenset({"addresses[].lines", "referrer.school_address"})


class Asked(Value, frozen=True):
    """A question with the tests that say whether it is shown and needed."""

    field: Field
    is_shown: Test | None
    is_needed: Test | None


class CompiledSection(Value, frozen=True):
    """A section with its questions, and the test of its items, made ready."""

    section: Section
    asked: tuple[Asked, ...]
    belongs: Test | None


class CompiledForm(Value, frozen=True):
    """A form made ready.

    Attributes:
        needed: Only the sections and questions that can be needed.
        stories: Only those answered in sentences.
        by_path: Sections that ask for a path, or that repeat a list, in the form's order.
        rank: Place of each section in the form.
    """

    form: Form
    sections: tuple[CompiledSection, ...]
    needed: tuple[CompiledSection, ...]
    dates: tuple[CompiledSection, ...]
    texts: tuple[CompiledSection, ...]
    stories: tuple[CompiledSection, ...]
    by_path: dict[str, tuple[CompiledSection, ...]]
    rank: dict[str, int]

    def section_for(
        self, path: str, referral: Referral, item: Item | None = None
    ) -> Section | None:
        """Find the section in which a path, or an item of a list, is put right."""
        for one in self.by_path.get(without_ids(path), ()):
            if item is None or one.belongs is None or one.belongs(referral, item):
                return one.section
        return None


def items_of(compiled: CompiledSection, referral: Referral) -> tuple[Item, ...]:
    """Give the items that a repeating section shows."""
    found = read(referral, compiled.section.repeats)
    everyone = found if isinstance(found, tuple) else ()
    belongs = compiled.belongs
    if belongs is None:
        return everyone
    return tuple(one for one in everyone if belongs(referral, one))


_kept: dict[int, CompiledForm] = {}


def compile_form(form: Form) -> CompiledForm:
    """Make a form ready for checking; the same form is made ready once."""
    found = _kept.get(id(form))
    if found is None or found.form is not form:
        if len(_kept) >= _KEPT:
            _kept.clear()
        found = _kept[id(form)] = _compile(form)
    return found


def _compile(form: Form) -> CompiledForm:
    sections = tuple(
        CompiledSection(
            section=section,
            asked=tuple(_asked(field) for field in section.fields),
            belongs=compile_condition(section.where),
        )
        for section in form.sections
    )
    return CompiledForm(
        form=form,
        sections=sections,
        needed=_only(sections, lambda one: one.field.needed is not None),
        dates=_only(sections, lambda one: one.field.kind is FieldKind.DATE),
        texts=_only(sections, lambda one: one.field.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT)),
        stories=_only(sections, _is_story),
        by_path=_by_path(sections),
        rank={section.key: number for number, section in enumerate(form.sections)},
    )


def _only(
    sections: tuple[CompiledSection, ...], keep: Callable[[Asked], bool]
) -> tuple[CompiledSection, ...]:
    kept = (
        CompiledSection(
            section=one.section, asked=tuple(filter(keep, one.asked)), belongs=one.belongs
        )
        for one in sections
    )
    return tuple(one for one in kept if one.asked)


def _is_story(one: Asked) -> bool:
    return one.field.kind is FieldKind.LONG_TEXT and one.field.path not in _LINES


def _asked(field: Field) -> Asked:
    return Asked(
        field=field,
        is_shown=compile_condition(field.shown_when),
        is_needed=compile_condition(field.needed.when if field.needed else None),
    )


def _by_path(sections: tuple[CompiledSection, ...]) -> dict[str, tuple[CompiledSection, ...]]:
    """Index sections by what they ask; those that show a list whole come before the others."""
    found: dict[str, list[CompiledSection]] = {}
    for one in sorted(sections, key=lambda section: section.belongs is not None):
        paths = [asked.field.path for asked in one.asked]
        if repeats := one.section.repeats:
            paths += [repeats, f"{repeats}[]"]
        for path in paths:
            found.setdefault(path, []).append(one)
    return {path: tuple(ones) for path, ones in found.items()}


def compile_condition(condition: Condition | None) -> Test | None:
    """Turn a condition into a quick test; ``None`` for one that always holds."""
    if condition is None:
        return None
    match condition:
        case Both(inner):
            tests = [test for one in inner if (test := compile_condition(one))]
            return lambda referral, item: all(test(referral, item) for test in tests)
        case Either(inner):
            tests = [test for one in inner if (test := compile_condition(one))]
            return lambda referral, item: any(test(referral, item) for test in tests)
        case Not(one):
            inverse = compile_condition(one)
            return lambda referral, item: not (inverse and inverse(referral, item))
        case Equals(path, values) if _is_of_the_item(path):
            return _equals(path[1:], values)
        case Answered(path) if _is_of_the_item(path):
            name = path[1:]
            return lambda _, item: is_answered(getattr(item, name))
        case _:
            return lambda referral, item: holds(condition, referral, item)


def _is_of_the_item(path: str) -> bool:
    return path.startswith(".") and not {".", "["} & set(path[1:])


def _equals(name: str, values: tuple[bool | int | str, ...]) -> Test:
    wanted = {(type(value) is bool, value) for value in values}

    def test(_: Referral, item: Item | None) -> bool:
        found = getattr(item, name)
        if isinstance(found, tuple):
            return any((False, one) in wanted for one in found)
        return isinstance(found, str | int) and (type(found) is bool, found) in wanted

    return test
