"""The marks of a referral by child and occasion, each with its number; and where they stand.

A mark's number counts within its occasion, in the order in which marks were entered. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ffd_desktop.exporting.pictures.body.plates import CHILD, INFANT, VIEWS
from ffd_desktop.referral.dates import DateKind, PartDate, age_on
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import Examination, Injury

_INFANT_UNDER = 2


class Group(Private, frozen=True):
    """The marks of one child that were seen on one occasion, or on none that is entered.

    Attributes:
        child: Id of the child; empty while nobody said whose the marks are.
        examination: The occasion; ``None`` for marks that stand in none.
    """

    child: str
    examination: Examination | None
    marks: tuple[Injury, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells this group from the others."""
        return (self.child, self.examination.id if self.examination else "")

    def number(self, mark_id: str) -> int:
        """Give a mark's number; 0 when it is not in this group."""
        return next((n for n, one in enumerate(self.marks, 1) if one.id == mark_id), 0)

    def on(self, view: str) -> tuple[Injury, ...]:
        """Give the marks that stand on a picture."""
        return tuple(one for one in self.marks if is_placed(one) and one.view == view)

    def views(self) -> tuple[str, ...]:
        """Give the pictures that have marks, in their order."""
        return tuple(view for view in VIEWS if self.on(view))

    def beside(self) -> tuple[Injury, ...]:
        """Give the marks that stand on no picture."""
        return tuple(one for one in self.marks if not is_placed(one))


def is_placed(mark: Injury) -> bool:
    """Tell whether a mark stands on a picture; one at the very corner was never put there."""
    return mark.view in VIEWS and (mark.x, mark.y) != (0.0, 0.0)


def groups(referral: Referral) -> tuple[Group, ...]:
    """Give all marks by child and then by date, those of no occasion after the others."""
    occasions = {one.id: one for one in referral.examinations}
    marks: dict[tuple[str, str], list[Injury]] = {
        (known(one.child), one.id): [] for one in referral.examinations
    }
    for mark in referral.injuries:
        occasion = occasions.get(known(mark.examination))
        child = known(mark.child) or (known(occasion.child) if occasion else "")
        marks.setdefault((child, occasion.id if occasion else ""), []).append(mark)
    found = (
        Group(child, occasions.get(occasion), tuple(ours))
        for (child, occasion), ours in marks.items()
    )
    children = [child.id for child in referral.children]
    return tuple(sorted(found, key=lambda one: _order(one, children)))


def groups_to_choose(referral: Referral) -> tuple[Group, ...]:
    """Give all groups, and an empty one for each referred child that has none; never nothing."""
    found = groups(referral)
    have = {one.child for one in found}
    new = [Group(one.id, None) for one in referral.referred_children() if one.id not in have]
    return (*found, *new) or (Group("", None),)


def group_of(referral: Referral, mark_id: str) -> Group | None:
    """Give the group in which a mark stands."""
    return next((one for one in groups(referral) if one.number(mark_id)), None)


def outline_of(group: Group, referral: Referral, today: date) -> str:
    """Give the outline that marks stand on: the chosen one, else by the child's age that day."""
    chosen = group.examination.outline if group.examination else None
    if isinstance(chosen, str):
        return chosen
    child = next((one for one in referral.children if one.id == group.child), None)
    return INFANT if child and _is_infant(child, _day(group, today)) else CHILD


def known(value: object) -> str:
    """Give an id that was chosen; empty for none, and for an honest absence."""
    return value if isinstance(value, str) else ""


def _is_infant(child: Child, day: date) -> bool:
    born = child.date_of_birth
    if not isinstance(born, PartDate):
        return False
    ages = age_on(born, day)
    return born.kind is DateKind.DUE or (ages is not None and ages[1] < _INFANT_UNDER)


def _day(group: Group, today: date) -> date:
    when = group.examination.when if group.examination else None
    return (when.earliest() if isinstance(when, PartDate) else None) or today


def _order(group: Group, children: list[str]) -> tuple[object, ...]:
    at = children.index(group.child) if group.child in children else len(children)
    occasion = group.examination
    when = occasion.when if occasion and isinstance(occasion.when, PartDate) else None
    return (at, occasion is None, when is None, *(when.sort_key() if when else ()))


def all_marks(found: tuple[Group, ...]) -> Iterator[tuple[Group, int, Injury]]:
    """Yield every mark with its group and number."""
    for group in found:
        for number, mark in enumerate(group.marks, start=1):
            yield group, number, mark
