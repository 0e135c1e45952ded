"""Marks in words: for whoever listens, for the list beside the picture, and for paper. Pure.

The words are the person's own, and the labels of the council's code lists; nothing is judged.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ffd_desktop.exporting.pictures.body.marks import Group
from ffd_desktop.referral.answers import NotKnown, is_answered
from ffd_desktop.referral.statements import Injury

Label = Callable[[str, str], str]
"""Gives the label of a code list's code."""

SITES: Final = "body_sites"
VIEWS: Final = "body_views"
KINDS: Final = "injury_kinds"
NO_PLACE: Final = "Not on a picture"
_OPENING: Final = ("\u201c", "\u2018", '"', "'")


def place_words(mark: Injury, label: Label) -> str:
    """Say where a mark is, such as "Left cheek"."""
    return _coded(SITES, mark.site, label) or "No place said"


def looks_words(mark: Injury, label: Label) -> str:
    """Say what a mark looks like: its kind, size, colour and shape, as far as it was said."""
    parts = (_coded(KINDS, mark.kind, label), *map(_plain, (mark.size, mark.colour, mark.shape)))
    return ", ".join(part for part in parts if part)


def mark_words(mark: Injury, label: Label) -> str:
    """Say a mark on one line: where it is and what it looks like."""
    return ", ".join(part for part in (place_words(mark, label), looks_words(mark, label)) if part)


def numbered(group: Group, mark: Injury, label: Label) -> str:
    """Say a mark with its number, such as "Mark 2: Left cheek, Bruise, 2 cm"."""
    return f"Mark {group.number(mark.id)}: {mark_words(mark, label)}"


def view_words(group: Group, view: str, label: Label) -> str:
    """Say a picture and every mark on it."""
    marks = group.on(view)
    told = ". ".join(numbered(group, one, label) for one in marks) or "No mark on it"
    return f"{label(VIEWS, view)}: {told}."


def quoted(words: str) -> str:
    """Put words between quotation marks, unless whoever wrote them has."""
    return words if words.lstrip().startswith(_OPENING) else f"\u201c{words}\u201d"


def _coded(codes: str, value: object, label: Label) -> str:
    return label(codes, value) if isinstance(value, str) and value else ""


def _plain(value: object) -> str:
    if isinstance(value, NotKnown) or not is_answered(value):
        return ""
    return " ".join(str(value).split())
