"""Who belongs to whom: each adult against each child, and what each tie means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ffd_desktop.exporting.items import abreast, referred_first
from ffd_desktop.exporting.outline import AnyBlock, Table
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.people import Person, Relationship

_FACTS: Final = (
    ("Lives with the child", "lives_with"),
    ("Contact", "contact"),
    ("Court order", "court_order"),
    ("Knows of this referral", "aware_of_referral"),
    ("Order in which school calls", "contact_priority"),
    ("Note", "note"),
)


def people_grid(wording: Wording) -> Iterator[AnyBlock]:
    """Yield the grid: a column for each child, or a table for each child of a large family."""
    children = [child.id for child in referred_first(wording.referral.children)]
    for group in abreast(children):
        yield _grid(wording, group)
    known = set(children)
    people = {person.id for person in wording.referral.people}
    strays = [
        tie
        for tie in wording.referral.relationships
        if tie.child not in known or tie.person not in people
    ]
    if strays:
        rows = tuple(
            (wording.someone(tie.person), wording.someone(tie.child), _tie(tie, wording))
            for tie in strays
        )
        yield Table(("Person", "Child", "Tie"), rows, "Ties to someone who is not in the lists")


def _grid(wording: Wording, children: Sequence[str]) -> Table:
    ties: dict[tuple[str, str], list[Relationship]] = {}
    for tie in wording.referral.relationships:
        ties.setdefault((tie.person, tie.child), []).append(tie)
    rows = tuple(
        (
            _person(person, wording),
            *(
                "\n".join(_tie(tie, wording) for tie in ties.get((person.id, child), ()))
                or "No tie given"
                for child in children
            ),
        )
        for person in wording.referral.people
    )
    columns = ("Person", *map(wording.titled, children))
    return Table(columns, rows, row_header=True, shares=(1.25, *(1.0 for _ in children)))


def _person(person: Person, wording: Wording) -> str:
    name = wording.someone(person.id)
    born = said(person.date_of_birth)
    role = said(person.role)
    return "\n".join(part for part in (name, role, f"Born: {born}" if born else "") if part)


def _tie(tie: Relationship, wording: Wording) -> str:
    responsibility = said(tie.parental_responsibility)
    if responsibility and is_answered(tie.basis):
        responsibility += f" ({wording.code('pr_basis', tie.basis)})"
    kind = wording.code("relationship_kinds", tie.kind)
    lines = [_marked(kind, "kind", tie, wording) or "Relationship not answered"]
    if responsibility:
        words = _marked(responsibility, "parental_responsibility", tie, wording)
        lines.append(f"Parental responsibility: {words}")
    for name, attribute in _FACTS:
        words = _marked(said(getattr(tie, attribute)), attribute, tie, wording)
        if words:
            lines.append(f"{name}: {words}")
    care = wording.care(f"relationships[{tie.id}].")
    return "\n".join((*lines, f"Take care: {care}") if care else lines)


def _marked(words: str, attribute: str, tie: Relationship, wording: Wording) -> str:
    origin = wording.referral.origins.get(f"relationships[{tie.id}].{attribute}")
    return wording.marks.put(words, origin)
