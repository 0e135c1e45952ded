"""What the signs of a genogram mean: only those that stand in the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from ffd_desktop.exporting.drawing import AnyShape, Ink, Label, Line, Rect
from ffd_desktop.exporting.pictures.family.facts import Family, Member
from ffd_desktop.exporting.pictures.family.kinds import Descent, Sex
from ffd_desktop.exporting.pictures.family.symbols import symbol
from ffd_desktop.exporting.pictures.letters import width

_HALF: Final = 7.0
_LETTERS: Final = 8.0
_ROW: Final = 19.0
_GAP: Final = 14.0
_SIGN: Final = 24.0

Sign = Callable[[float, float], Iterator[AnyShape]]


class Entry(NamedTuple):
    """One sign and its meaning; ``sign`` draws it round a point."""

    words: str
    sign: Sign


def legend(facts: Family, left: float, top: float, room: float) -> tuple[list[AnyShape], float]:
    """Give the legend in rows no wider than the room, and where it ends."""
    shapes: list[AnyShape] = [
        Line(x1=left, y1=top, x2=left + room, y2=top, line=Ink.QUIET, width=0.5)
    ]
    x, y = left, top + _ROW * 0.75
    for entry in entries(facts):
        wide = _SIGN + width(entry.words, _LETTERS)
        if x > left and x + wide > left + room:
            x, y = left, y + _ROW
        shapes += entry.sign(x + _SIGN / 2 - 4, y)
        shapes.append(
            Label(x=x + _SIGN, y=y + 2.8, text=entry.words, size=_LETTERS, line=Ink.QUIET,
                  room=left + room - x - _SIGN)
        )  # fmt: skip
        x += wide + _GAP
    return shapes, y + _ROW * 0.75


def entries(facts: Family) -> Iterator[Entry]:
    """Yield what has to be explained of this picture."""
    yield from _people(facts)
    yield from _unions(facts)
    lines = [line for union in facts.unions for line in union.lines]
    if any(line.descent is Descent.ADOPTED for line in lines):
        yield Entry("Adopted, where the line down is dashed", _down)
    if any(line.descent is Descent.CARED_FOR for line in lines):
        yield Entry("Fostered or cared for, where the line down is dashed", _down)
    if facts.births:
        yield Entry("Of one birth", _fork)
    if any(one.members for one in facts.households):
        yield Entry("Lives together", _home)


def _people(facts: Family) -> Iterator[Entry]:
    members = facts.members.values()
    plain = [one for one in members if not one.unborn]
    for sex, words in ((Sex.MALE, "Male"), (Sex.FEMALE, "Female"), (Sex.OTHER, "Sex not known")):
        if any(one.sex is sex for one in plain):
            yield Entry(words, _symbol(sex))
    if any(one.unborn for one in members):
        yield Entry("Unborn", _symbol(Sex.OTHER, unborn=True))
    if any(one.is_child and one.referred for one in members):
        yield Entry("Doubled: referred", _symbol(Sex.MALE, is_child=True, referred=True))
    if any(one.died for one in members):
        yield Entry("Has died", _symbol(Sex.FEMALE, died=True))
    if any(one.is_open for one in members):
        yield Entry("Not named or not recorded", _symbol(Sex.MALE, is_open=True))
    if any(one.age and not one.died for one in members):
        yield Entry("Age; the date of birth is beneath the name", _number)


def _symbol(
    sex: Sex,
    *,
    unborn: bool = False,
    is_child: bool = False,
    referred: bool = False,
    died: bool = False,
    is_open: bool = False,
) -> Sign:
    one = Member(
        id="", name="", sex=sex, unborn=unborn, is_child=is_child, referred=referred, died=died,
        is_open=is_open,
    )  # fmt: skip
    return lambda x, y: symbol(one, x, y, _HALF)


def _unions(facts: Family) -> Iterator[Entry]:
    kinds = {union.kind for union in facts.unions if union.second}
    looks = (
        ("Married or civil partners", ("married", "civil_partnership"), False, 0, False),
        ("A couple, not married", ("living_together", "couple"), True, 0, False),
        ("Separated", ("separated",), False, 1, False),
        ("Divorced or dissolved", ("divorced",), False, 2, False),
        ("A couple in the past", ("ended",), True, 2, False),
        ("What they are to each other is not stated", ("",), False, 0, True),
    )
    for words, codes, dashed, slashes, quiet in looks:
        if kinds & set(codes):
            yield Entry(words, _line(dashed=dashed, slashes=slashes, quiet=quiet))


def _line(*, dashed: bool, slashes: int, quiet: bool) -> Sign:
    def sign(x: float, y: float) -> Iterator[AnyShape]:
        ink, thick = (Ink.QUIET, 0.7) if quiet else (Ink.TEXT, 1.1)
        yield Line(x1=x - 9, y1=y, x2=x + 9, y2=y, line=ink, width=thick, dashed=dashed)
        for n in range(slashes):
            at = x + (n - (slashes - 1) / 2) * 5
            yield Line(x1=at - 2.5, y1=y + 5, x2=at + 2.5, y2=y - 5, width=1.1)

    return sign


def _number(x: float, y: float) -> Iterator[AnyShape]:
    yield Label(x=x, y=y + 3.2, text="12", size=9.0, anchor="middle")


def _down(x: float, y: float) -> Iterator[AnyShape]:
    yield Line(x1=x, y1=y - _HALF, x2=x, y2=y + _HALF, width=1.1, dashed=True)


def _fork(x: float, y: float) -> Iterator[AnyShape]:
    for way in (-1, 1):
        yield Line(x1=x, y1=y - 6, x2=x + 8 * way, y2=y + 5, width=1.1)


def _home(x: float, y: float) -> Iterator[AnyShape]:
    yield Rect(x=x - 9, y=y - 6, w=18, h=12, line=Ink.QUIET, width=0.8, dashed=True)
