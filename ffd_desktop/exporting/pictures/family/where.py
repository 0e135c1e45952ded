"""Who lives where, at one glance: a box for each household, and in it everyone who lives there.

Small enough for a front page; says less of each person than the genogram and no more of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ffd_desktop.exporting.drawing import AnyShape, Drawing, Ink, Label, Rect
from ffd_desktop.exporting.outline import Figure
from ffd_desktop.exporting.pictures.family.facts import Household, Member
from ffd_desktop.exporting.pictures.family.homes import NO_HOME, homes
from ffd_desktop.exporting.pictures.family.kinds import BIRTH
from ffd_desktop.exporting.pictures.family.members import family, listed
from ffd_desktop.exporting.pictures.family.parentage import Ties
from ffd_desktop.exporting.pictures.family.symbols import symbol
from ffd_desktop.exporting.pictures.family.words import place_words
from ffd_desktop.exporting.pictures.letters import shortened
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.naming import short_names

CAPTION: Final = "Who lives where. A doubled outline is a child who is referred."
_WIDTH: Final = 483.0
_COLUMNS: Final = 4
_COLUMN: Final = 117.0
_GAP: Final = 5.0
_HALF: Final = 5.0
_ROW: Final = 13.6
_LETTERS: Final = 8.0
_HEAD: Final = 13.0
_EDGE: Final = 6.0


class _Someone(NamedTuple):
    """One line of a box."""

    member: Member
    words: str


class _Box(NamedTuple):
    """A household, its people, and in how many columns they stand."""

    label: str
    people: tuple[_Someone, ...]
    columns: int

    @property
    def height(self) -> float:
        """How high it is."""
        return _HEAD + -(-len(self.people) // self.columns) * _ROW + _EDGE

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.columns * _COLUMN + (self.columns - 1) * _GAP


def who_lives_where(wording: Wording) -> Figure | None:
    """Draw the households; ``None`` when nobody's home is recorded."""
    boxes = _boxes(wording)
    if not boxes:
        return None
    shapes: list[AnyShape] = []
    top = 1.0
    for row in _rows(boxes):
        left = 0.5
        for box in row:
            shapes += _drawn(box, left, top)
            left += box.width + _GAP
        top += max(box.height for box in row) + _GAP
    drawing = Drawing(_WIDTH, top - _GAP + 1, tuple(shapes))
    return Figure("\n".join(where_lines(wording)), drawing, CAPTION)


def where_lines(wording: Wording) -> Iterator[str]:
    """Say the same, a line for each household."""
    names = _names(wording)
    for child in wording.referral.children:
        if not child.referred:
            names[child.id] += " (not referred)"
    for home in homes(wording.referral):
        if home.members:
            yield f"At {place_words(home)}: {listed([names[one] for one in home.members])}."
        if home.second:
            second = listed([names[one] for one in home.second])
            yield f"Second home at {place_words(home)}: {second}."
    away = [names[one] for one in _away(wording)]
    if away:
        yield f"{NO_HOME}: {listed(away)}."


def _away(wording: Wording) -> tuple[str, ...]:
    """Give those of whom no home is recorded."""
    known = {who for home in homes(wording.referral) for who in home.members}
    everyone = (*wording.referral.children, *wording.referral.people)
    return tuple(one.id for one in everyone if one.id not in known)


def _names(wording: Wording) -> dict[str, str]:
    """Give everyone's short name, and what adults are to the children."""
    ties, names = Ties(wording.referral), dict(short_names(wording.referral.children))
    for person in wording.referral.people:
        kinds = ties.kinds(person.id)
        kind = next((one for one in kinds if one in BIRTH), kinds[0] if kinds else "")
        label = wording.code("relationship_kinds", kind)
        first = person.first_names if isinstance(person.first_names, str) else ""
        name = first or person.name
        names[person.id] = f"{name} ({label.lower()})" if name and label else name or label
        names[person.id] = names[person.id] or "somebody"
    return names


def _boxes(wording: Wording) -> list[_Box]:
    members, names = family(wording).members, _names(wording)
    boxes = [_box(home, members, names) for home in homes(wording.referral)]
    away = _away(wording)
    if boxes and away:
        boxes.append(_box(Household(key="", label=NO_HOME, members=away), members, names))
    return boxes


def _box(home: Household, members: Mapping[str, Member], names: Mapping[str, str]) -> _Box:
    people = [_Someone(members[one], names[one]) for one in home.members]
    people += [_Someone(members[one], f"{names[one]} (also here)") for one in home.second]
    columns = next((n for n, most in ((1, 3), (2, 8)) if len(people) <= most), _COLUMNS)
    return _Box(home.label, tuple(people), columns)


def _rows(boxes: Sequence[_Box]) -> Iterator[list[_Box]]:
    """Yield as many boxes beside each other as have room."""
    row: list[_Box] = []
    for box in boxes:
        if row and sum(one.columns for one in row) + box.columns > _COLUMNS:
            yield row
            row = []
        row.append(box)
    yield row


def _drawn(box: _Box, left: float, top: float) -> Iterator[AnyShape]:
    dashed = box.label != NO_HOME
    yield Rect(
        x=left, y=top, w=box.width - 1, h=box.height, radius=3, width=0.8,
        line=Ink.QUIET if dashed else None, dashed=dashed,
    )  # fmt: skip
    room = box.width - 2 * _EDGE
    yield Label(
        x=left + _EDGE, y=top + 10, text=shortened(box.label, room, _LETTERS, strong=True),
        size=_LETTERS, strong=True, room=room, line=Ink.ACCENT,
    )  # fmt: skip
    for n, one in enumerate(box.people):
        across, down = n % box.columns, n // box.columns
        x = left + _EDGE + _HALF + across * (_COLUMN + _GAP)
        y = top + _HEAD + _HALF + 2 + down * _ROW
        yield from symbol(one.member, x, y, _HALF, inside=False)
        room = _COLUMN - 2 * _EDGE - 2 * _HALF - 5
        yield Label(
            x=x + _HALF + 5, y=y + 2.8, text=shortened(one.words, room, _LETTERS),
            size=_LETTERS, room=room,
        )  # fmt: skip
