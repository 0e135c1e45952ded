"""The symbols of people, as social workers know them: square, circle, diamond, triangle.

A doubled outline is a child who is referred, a cross somebody who has died, dashes and "?"
somebody whom nobody has named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.exporting.drawing import (
    AnyShape,
    Circle,
    Ink,
    Label,
    Line,
    Polygon,
    Rect,
)
from ffd_desktop.exporting.pictures.family.facts import Member
from ffd_desktop.exporting.pictures.family.kinds import Sex

_WITHIN: Final = 3.4  # from the outer outline to the inner
_AGE_LETTERS: Final = 9.0


def symbol(
    member: Member, x: float, y: float, half: float, *, inside: bool = True
) -> Iterator[AnyShape]:
    """Yield the shapes of a symbol round a point; with ``inside`` also the age or "?" in it."""
    fill = Ink.WASH if member.referred and member.is_child else Ink.PAPER
    yield _outline(member, (x, y), half, fill)
    if member.is_child and member.referred:
        yield _outline(member, (x, y), half - _within(member, half), None)
    if member.died:
        yield from _cross(x, y, half)
    words = "?" if member.is_open else member.age
    if inside and words and not member.died:
        size = _AGE_LETTERS if not member.is_open else 11.0
        lower = half * 0.35 if member.unborn else 0.0
        room = 2 * (half - _within(member, half)) - 2
        yield Label(
            x=x, y=y + size * 0.35 + lower, text=words, size=size, anchor="middle", room=room
        )


def _within(member: Member, half: float) -> float:
    """A pointed symbol needs more, to look evenly doubled."""
    return min(_WITHIN, half * 0.36) * (
        1.9 if member.unborn else 1.4 if member.sex is Sex.OTHER else 1.0
    )


def _outline(
    member: Member, at: tuple[float, float], half: float, fill: Ink | None
) -> Rect | Circle | Polygon:
    x, y = at
    if member.unborn:
        down = y + 1.9 if half < 10 else y  # the middle of a triangle lies below its half
        points = ((x, down - half), (x + half, down + half), (x - half, down + half))
        return Polygon(points=points, fill=fill, width=1.2)
    dashed = member.is_open
    match member.sex:
        case Sex.MALE:
            size = half * 0.93
            return Rect(x=x - size, y=y - size, w=2 * size, h=2 * size, fill=fill, width=1.2,
                        dashed=dashed)  # fmt: skip
        case Sex.FEMALE:
            return Circle(x=x, y=y, r=half, fill=fill, width=1.2, dashed=dashed)
        case Sex.OTHER:
            corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
            return Polygon(points=corners, fill=fill, width=1.2, dashed=dashed)


def _cross(x: float, y: float, half: float) -> Iterator[Line]:
    reach = half * 0.93
    for way in (-1, 1):
        yield Line(x1=x - reach, y1=y - reach * way, x2=x + reach, y2=y + reach * way, width=1.0)
