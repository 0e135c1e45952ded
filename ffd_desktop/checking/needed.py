"""Questions that the pack says should not stay unanswered. "Not known" is an answer."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.compiled import Asked, CompiledSection
from ffd_desktop.checking.finding import Finding, Rule
from ffd_desktop.checking.looking import Look, make, title_of
from ffd_desktop.councils.pack import Section
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.statements import Event

_HOW = "Answer it, or choose “Not known” and say why."
_HOW_PLAIN = "Answer it."


def needed(look: Look) -> Iterator[Finding]:
    """Find the unanswered questions that are needed and shown."""
    for compiled in look.form.needed:
        if compiled.section.repeats:
            yield from _of_each(look, compiled)
        else:
            yield from _once(look, compiled.section, compiled.asked)


def _once(look: Look, section: Section, asked: tuple[Asked, ...]) -> Iterator[Finding]:
    for one in asked:
        if not is_answered(read(look.referral, one.field.path)) and _speaks(one, look, None):
            yield from _say(one, section, one.field.path, "")


def _of_each(look: Look, compiled: CompiledSection) -> Iterator[Finding]:
    section = compiled.section
    names = [(one, one.field.attribute) for one in compiled.asked]
    for number, item in enumerate(look.items(compiled), start=1):
        if isinstance(item, Event) and not item.in_referral:
            continue
        for one, name in names:
            if not is_answered(getattr(item, name)) and _speaks(one, look, item):
                title = title_of(item, section, number, look)
                yield from _say(one, section, place(one.field.path, item.id), f"{title}: ")


def _speaks(one: Asked, look: Look, item: Item | None) -> bool:
    if one.is_shown is not None and not one.is_shown(look.referral, item):
        return False
    return one.is_needed is None or one.is_needed(look.referral, item)


def _say(one: Asked, section: Section, path: str, whose: str) -> Iterator[Finding]:
    need = one.field.needed
    if need is not None:
        rule = Rule(
            f"needed.{one.field.key}", need.grade, need.why, need.source,
            is_gap=True, can_wait=need.can_wait,
        )  # fmt: skip
        what = f"{whose}“{one.field.label}” has no answer yet."
        how = need.how or (_HOW if one.field.not_known else _HOW_PLAIN)
        yield make(rule, path, section, what=what, how=how)
