"""Dates that cannot be, or that do not go together. Keeps them all as they were typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of, title_of
from ffd_desktop.referral.dates import DateKind, PartDate, age_on
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Child, Item
from ffd_desktop.referral.statements import Event, Examination, Injury, Statement

_PARTIAL = "Published English referral forms"

CANNOT_BE = Rule(
    "dates.cannot_be", Grade.SHOULD, "Nobody can put it on a calendar.", _PARTIAL, answerable=True
)
BIRTH_CANNOT_BE = Rule("dates.birth_cannot_be", Grade.MUST, "A child’s age decides much.", _PARTIAL)
BIRTH_FUTURE = Rule("dates.birth_in_future", Grade.MUST, "A child’s age decides much.", _PARTIAL)
DUE_PAST = Rule("dates.due_in_past", Grade.SHOULD, "The baby may be born and have a name by now.",
                _PARTIAL, answerable=True)  # fmt: skip
GROWN_UP = Rule("dates.grown_up", Grade.SHOULD, "The front door is for those up to 18 years old.",
                "Worcestershire scrutiny report 2019, para 1", answerable=True)  # fmt: skip
FUTURE = Rule(
    "dates.in_future",
    Grade.SHOULD,
    "It is told as past, and lies ahead.",
    _PARTIAL,
    answerable=True,
)
BEFORE_BIRTH = Rule("dates.before_birth", Grade.COULD, "It is older than the child it is about.",
                    _PARTIAL, answerable=True)  # fmt: skip
INJURY_BEFORE_BIRTH = Rule("dates.injury_before_birth", Grade.SHOULD,
                           "It is older than the child it is about.", _PARTIAL,
                           answerable=True)  # fmt: skip
PARENT_AGE = Rule("dates.parent_too_young", Grade.COULD, "One of the two dates may be mistyped.",
                  _PARTIAL, answerable=True)  # fmt: skip

_AHEAD = frozenset({"statements[].by_when", "after.next_review"})
_BIRTHS = frozenset({"children[].date_of_birth", "people[].date_of_birth"})
_OVERDUE = timedelta(days=14)
_YOUNGEST_PARENT = 12
_KINDS: dict[type[Item], str] = {
    Event: "An event",
    Statement: "An entry",
    Injury: "A mark",
    Examination: "An occasion",
}


def dates(look: Look) -> Iterator[Finding]:
    """Find dates that cannot be."""
    for compiled in look.form.dates:
        section = compiled.section
        for asked in compiled.asked:
            path = asked.field.path
            if not section.repeats:
                value = read(look.referral, path)
                if isinstance(value, PartDate):
                    yield from _one(look, path, path, value, asked.field.label, None)
                continue
            name = asked.field.attribute
            for number, item in enumerate(look.items(compiled), start=1):
                value = getattr(item, name)
                if isinstance(value, PartDate) and _is_suspect(value, look.today):
                    label = f"{title_of(item, section, number, look)}: {asked.field.label}"
                    yield from _one(look, path, place(path, item.id), value, label, item)
    yield from _births(look)
    yield from _older_than_the_child(look)
    yield from _parents(look)


def _is_suspect(value: PartDate, today: date) -> bool:
    """Tell quickly whether a date needs a closer look; most do not."""
    first = value.earliest()
    return first is None or first > today


def _one(
    look: Look, asked: str, path: str, value: PartDate, label: str, item: Item | None
) -> Iterator[Finding]:
    first = value.earliest()
    if first is None:
        rule = BIRTH_CANNOT_BE if asked == "children[].date_of_birth" else CANNOT_BE
        yield from look.say(
            rule,
            path,
            what=f"{label}: “{value.words()}” cannot be read as a date.",
            how="Write it like 27 March 2015, March 2015, 2015 or “about 4 years old”, or choose "
            "“Not known”.",
            item=item,
        )
    elif asked not in _AHEAD | _BIRTHS and value.kind is not DateKind.DUE and first > look.today:
        yield from look.say(
            FUTURE,
            path,
            what=f"{label}: {value.words()} lies in the future.",
            how="Look at the day and the year once more.",
            item=item,
        )


def _births(look: Look) -> Iterator[Finding]:
    for child in look.referral.children:
        born = child.date_of_birth
        if not isinstance(born, PartDate) or not born.is_date:
            continue
        path, name = f"children[{child.id}].date_of_birth", name_of(child)
        first, last = born.earliest(), born.latest()
        if born.kind is DateKind.DUE:
            if last is not None and look.today - last > _OVERDUE:
                yield from look.say(
                    DUE_PAST,
                    path,
                    what=f"{name} was {born.words()}.",
                    how="If the baby is born, enter the date of birth and the name.",
                )
        elif first is not None and first > look.today:
            yield from look.say(
                BIRTH_FUTURE,
                path,
                what=f"{name}: the date of birth, {born.words()}, lies in the future.",
                how="Look at the year. For a baby not yet born write “due” before the date.",
            )
        elif child.referred and (age := age_on(born, look.today)) and age[0] >= 18:
            yield from look.say(
                GROWN_UP,
                path,
                what=f"{name} is {age[0]} years old.",
                how="Look at the year. If it is right, ask the front door who can help.",
            )


def _older_than_the_child(look: Look) -> Iterator[Finding]:
    births = {
        child.id: first
        for child in look.referral.children
        if isinstance(child.date_of_birth, PartDate)
        and child.date_of_birth.kind is not DateKind.DUE
        and (first := child.date_of_birth.earliest())
    }
    dated: list[tuple[Item, str, object, object]] = [
        *((one, f"events[{one.id}].when", one.when, one.children) for one in look.referral.events),
        *((one, f"statements[{one.id}].when", one.when, one.children)
          for one in look.referral.statements),
        *((one, f"injuries[{one.id}].seen_on", one.seen_on, (one.child,))
          for one in look.referral.injuries),
        *((one, f"examinations[{one.id}].when", one.when, (one.child,))
          for one in look.referral.examinations),
    ]  # fmt: skip
    newest = max((born.year for born in births.values()), default=0)
    for item, path, value, ids in dated:
        if not isinstance(value, PartDate) or value.year > newest or not isinstance(ids, tuple):
            continue
        known = [births[one] for one in ids if one in births]
        if len(known) < len(ids) or not known:
            continue
        last = value.latest()
        if last is not None and last < min(known):
            yield from _before_birth(look, item, path, value)


def _before_birth(look: Look, item: Item, path: str, value: PartDate) -> Iterator[Finding]:
    rule = INJURY_BEFORE_BIRTH if isinstance(item, Injury | Examination) else BEFORE_BIRTH
    kind = _KINDS[type(item)]
    yield from look.say(
        rule,
        path,
        what=f"{kind} of {value.words()} is older than every child it is about.",
        how="Look at the year, or at the children chosen.",
        item=item,
    )


def _parents(look: Look) -> Iterator[Finding]:
    for child in look.referral.children:
        born = _latest(child)
        if born is None:
            continue
        for tie in look.ties[child.id]:
            person = look.people.get(tie.person)
            if tie.kind not in ("PAM", "PAF") or person is None:
                continue
            own = person.date_of_birth
            age = age_on(own, born) if isinstance(own, PartDate) else None
            if age is not None and age[1] < _YOUNGEST_PARENT:
                yield from look.say(
                    PARENT_AGE,
                    f"people[{person.id}].date_of_birth",
                    what=f"{name_of(person)} would have been under {_YOUNGEST_PARENT} when "
                    f"{name_of(child)} was born.",
                    how="Look at both dates once more.",
                )


def _latest(child: Child) -> date | None:
    born = child.date_of_birth
    return born.latest() if isinstance(born, PartDate) else None
