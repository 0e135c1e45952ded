"""What is written when a mark is set on a picture, moved, or joined to an occasion. Pure.

The place on the body is proposed from the point; what a person chose is never written over.
"""

from __future__ import annotations

from ffd_desktop.exporting.pictures.body.marks import Group, is_placed, known
from ffd_desktop.exporting.pictures.body.plates import CHILD, plate
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import Injury

_FIGURES = 4
_LEAST = 0.0001  # a mark at the very corner would count as nowhere


def new_mark(mark_id: str, group: Group) -> dict[str, object]:
    """Give what a new mark starts with: whose it is, and on which occasion it was seen."""
    start: dict[str, object] = {"id": mark_id}
    if group.child:
        start["child"] = group.child
    if group.examination:
        start["examination"] = group.examination.id
    return start


def setting(mark_id: str, group: Group, view: str, outline: str, *, x: float, y: float) -> Edit:
    """Give the edit that sets a new mark on a picture, with the place on the body if it is one."""
    start = new_mark(mark_id, group) | {"view": view, "outline": outline} | _spot(x, y)
    site = _site(view, outline, x, y)
    return put(f"injuries[{mark_id}]", start | {"site": site} if site else start)


def moving(mark: Injury, view: str, outline: str, *, x: float, y: float) -> tuple[Edit, ...]:
    """Give the edits that put a mark elsewhere; its place goes along while it is the proposed one.

    A place that differs from what the picture said was chosen by a person, and stays.
    """
    spot = _spot(x, y)
    wanted: dict[str, object] = {"x": spot["x"], "view": view, "outline": outline}
    if not is_answered(mark.site) or mark.site == proposed(mark, outline):
        wanted["site"] = _site(view, outline, x, y) or None
    wanted["y"] = spot["y"]  # whoever undoes or redoes it is led to a place, not to a question
    return tuple(put(f"injuries[{mark.id}].{name}", value) for name, value in wanted.items())


def proposed(mark: Injury, outline: str) -> str:
    """Give the place on the body that the picture says; empty for none, and beside the body."""
    if not is_placed(mark):
        return ""
    return _site(str(mark.view), known(mark.outline) or outline, mark.x, mark.y)


def taking_off(mark: Injury, view: object = None) -> tuple[Edit, ...]:
    """Give the edits that take a mark off its picture; all words about it stay."""
    place = {"view": view, "outline": None, "x": 0.0, "y": 0.0}
    return tuple(put(f"injuries[{mark.id}].{name}", value) for name, value in place.items())


def joining(mark: Injury, referral: Referral, occasion: str) -> tuple[Edit, ...]:
    """Give the edits that say on which occasion a mark was seen; an empty id says on none."""
    joined = put(f"injuries[{mark.id}].examination", occasion or None)
    found = next((one for one in referral.examinations if one.id == occasion), None)
    if found is None or not known(found.child) or found.child == mark.child:
        return (joined,)
    return (joined, put(f"injuries[{mark.id}].child", found.child))


def belonging(referral: Referral, occasion: str, child: object) -> tuple[Edit, ...]:
    """Give the edits that say whose occasion it was; marks that were the former child's follow."""
    before = next((one.child for one in referral.examinations if one.id == occasion), None)
    marks = (
        one for one in referral.injuries if one.examination == occasion and one.child == before
    )
    follow = (put(f"injuries[{mark.id}].child", child) for mark in marks)
    return (put(f"examinations[{occasion}].child", child), *follow)


def _site(view: str, outline: str, x: float, y: float) -> str:
    sheet = plate(view, outline or CHILD)
    return sheet.site_at(x, y) if sheet else ""


def _spot(x: float, y: float) -> dict[str, object]:
    return {name: max(round(min(at, 1.0), _FIGURES), _LEAST) for name, at in (("x", x), ("y", y))}
