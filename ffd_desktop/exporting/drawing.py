"""Pictures as geometry: a few vector shapes that the window and the PDF draw alike.

Never loads, draws or measures anything. Points are in the drawing's own units, the origin at the
top left, y growing downwards.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias

import msgspec


class Ink(StrEnum):
    """The few colours that a picture may use; each reader has its own palette for them."""

    TEXT = "text"
    QUIET = "quiet"
    ACCENT = "accent"
    WASH = "wash"
    DANGER = "danger"
    PAPER = "paper"


class Shape(msgspec.Struct, frozen=True, kw_only=True, tag_field="shape"):
    """What all shapes share: the ink of the line and the fill, and the line's width."""

    line: Ink | None = Ink.TEXT
    fill: Ink | None = None
    width: float = 1.0
    dashed: bool = False


class Line(Shape, frozen=True, kw_only=True, tag="line"):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


class Rect(Shape, frozen=True, kw_only=True, tag="rect"):
    """A rectangle from its top left corner; ``radius`` rounds its corners."""

    x: float
    y: float
    w: float
    h: float
    radius: float = 0.0


class Circle(Shape, frozen=True, kw_only=True, tag="circle"):
    """A circle round (x, y)."""

    x: float
    y: float
    r: float


class Ellipse(Shape, frozen=True, kw_only=True, tag="ellipse"):
    """An ellipse round (x, y)."""

    x: float
    y: float
    rx: float
    ry: float


class Polygon(Shape, frozen=True, kw_only=True, tag="polygon"):
    """A closed figure through the points."""

    points: tuple[tuple[float, float], ...]


class Path(Shape, frozen=True, kw_only=True, tag="path"):
    """Steps of a pen: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) and ("Z",)."""

    steps: tuple[tuple[str | float, ...], ...]


class Label(Shape, frozen=True, kw_only=True, tag="label"):
    """One line of words; (x, y) is the start, middle or end of its base line.

    Where ``room`` is given, a reader whose letters are wider sets the words smaller, so that they
    take no more than that.
    """

    x: float
    y: float
    text: str
    size: float = 9.0
    anchor: Literal["start", "middle", "end"] = "start"
    strong: bool = False
    room: float = 0.0


AnyShape: TypeAlias = Line | Rect | Circle | Ellipse | Polygon | Path | Label
AnyOutline: TypeAlias = Line | Rect | Circle | Ellipse | Polygon | Path


class Drawing(msgspec.Struct, frozen=True):
    """Shapes on a canvas of the given size, drawn in order."""

    width: float
    height: float
    shapes: tuple[AnyShape, ...]
