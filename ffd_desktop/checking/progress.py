"""How far each section has come: for the list at the left and the words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from ffd_desktop.checking.compiled import Asked, CompiledSection, compile_form, items_of
from ffd_desktop.checking.emergency import CAN_WAIT
from ffd_desktop.checking.finding import Finding, Grade
from ffd_desktop.councils.pack import Form, Section
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.statements import IndicatorMark


class SectionState(StrEnum):
    """The state of a section."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    PUT_RIGHT = "something_to_put_right"


STATE_WORDS: dict[SectionState, str] = {
    SectionState.NOT_STARTED: "Not started",
    SectionState.IN_PROGRESS: "In progress",
    SectionState.DONE: "Done",
    SectionState.PUT_RIGHT: "Something to put right",
}


def section_states(
    referral: Referral, form: Form, findings: Iterable[Finding]
) -> dict[str, SectionState]:
    """Give the state of every section.

    Untouched is "not started", whatever is missing there. A touched section with only unanswered
    questions left to find is "in progress"; one with an answer that does not hold has something
    to put right; one with nothing that must or should be done is done.
    """
    missing: set[str] = set()
    wrong: set[str] = set()
    for one in findings:
        if one.grade is not Grade.COULD:
            (missing if one.is_gap else wrong).add(one.section)
        elif one.rule == CAN_WAIT.name:
            missing.update(_waiting(referral, form))
    return {
        compiled.section.key: _state(compiled, referral, missing, wrong)
        for compiled in compile_form(form).sections
    }


def _waiting(referral: Referral, form: Form) -> Iterator[str]:
    """Give the sections with a question that only waits: it is unsaid today, and not done."""
    for compiled in compile_form(form).needed:
        asked = [one for one in compiled.asked if _should_wait(one)]
        items = items_of(compiled, referral) if compiled.section.repeats else (None,)
        if any(_is_missing(one, referral, item) for one in asked for item in items):
            yield compiled.section.key


def _should_wait(asked: Asked) -> bool:
    needed = asked.field.needed
    return needed is not None and needed.can_wait and needed.grade is not Grade.COULD


def _is_missing(asked: Asked, referral: Referral, item: Item | None) -> bool:
    value = (
        read(referral, asked.field.path) if item is None else getattr(item, asked.field.attribute)
    )
    needed = asked.is_needed is None or asked.is_needed(referral, item)
    return needed and is_shown(referral, asked, item) and not is_answered(value)


def _state(
    compiled: CompiledSection, referral: Referral, missing: set[str], wrong: set[str]
) -> SectionState:
    key = compiled.section.key
    if not _is_touched(compiled, referral):
        return SectionState.NOT_STARTED
    if key in wrong:
        return SectionState.PUT_RIGHT
    return SectionState.IN_PROGRESS if key in missing else SectionState.DONE


def _is_touched(compiled: CompiledSection, referral: Referral) -> bool:
    section = compiled.section
    if not section.repeats:
        return any(is_answered(read(referral, one.field.path)) for one in compiled.asked)
    items = items_of(compiled, referral)
    if any(isinstance(item, IndicatorMark) for item in items):
        return True  # the tick is the answer; what shows it may follow
    names = [one.field.attribute for one in compiled.asked if one.field.attribute != "referred"]
    return any(is_answered(getattr(item, name)) for item in items for name in names)


def unanswered(referral: Referral, form: Form) -> dict[str, int]:
    """Count, for each section, the questions that are shown and have no answer."""
    return {
        compiled.section.key: sum(1 for _ in _blanks(compiled, referral))
        for compiled in compile_form(form).sections
    }


def is_shown(referral: Referral, asked: Asked, item: Item | None = None) -> bool:
    """Tell whether a question is shown for the referral, or for an item of a list."""
    return asked.is_shown is None or asked.is_shown(referral, item)


def _blanks(compiled: CompiledSection, referral: Referral) -> Iterator[str]:
    section: Section = compiled.section
    if not section.repeats:
        for one in compiled.asked:
            if not is_answered(read(referral, one.field.path)) and is_shown(referral, one):
                yield one.field.path
        return
    for item in items_of(compiled, referral):
        for one in compiled.asked:
            name = one.field.attribute
            if not is_answered(getattr(item, name)) and is_shown(referral, one, item):
                yield name
