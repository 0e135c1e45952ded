"""What goes along when an item is taken out of a referral: relationships, and mentions of it.

Gives edits to be applied as one step of undo; words that somebody wrote are never among them.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.edits import Edit, put, take_out
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Item

_MENTIONS: dict[str, tuple[str, ...]] = {
    "children": (
        "professionals[].children",
        "statements[].children",
        "events[].children",
        "help_tried[].children",
        "consent.conversations[].children",
        "examinations[].child",
        "injuries[].child",
        "indicators[].children",
        "addresses[].kept_from_children",
    ),
    "people": (
        "consent.given_by",
        "consent.conversations[].person",
        "concern.source_of_harm",
        "addresses[].kept_from_people",
    ),
    "addresses": ("children[].home", "children[].second_home", "people[].home"),
    "examinations": ("injuries[].examination",),
    "statements": ("indicators[].evidence",),
    "events": ("indicators[].evidence",),
}


class TakingOut(msgspec.Struct, frozen=True):
    """The edits that take an item out, and how many relationships and mentions go with it."""

    edits: tuple[Edit, ...]
    relationships: int = 0
    mentions: int = 0


def taking_out(referral: Referral, items: str, item_id: str) -> TakingOut:
    """Work out what goes when an item goes.

    Args:
        referral: The referral as it stands.
        items: Path of the list, such as ``children`` or ``consent.conversations``.
        item_id: Id of the item in it.
    """
    mentions = tuple(_mentions(referral, _MENTIONS.get(items, ()), item_id))
    local = tuple(_local_mentions(referral, item_id)) if items in _MENTIONS else ()
    ties = tuple(_ties(referral, items, item_id))
    kept = tuple(_kept_with_the_marks(referral, item_id)) if items == "examinations" else ()
    edits = (*kept, *mentions, *local, *ties, take_out(f"{items}[{item_id}]"))
    return TakingOut(edits, len(ties), len(mentions) + len(local))


def _ties(referral: Referral, items: str, item_id: str) -> Iterator[Edit]:
    for tie in referral.relationships:
        named = {"children": tie.child, "people": tie.person}.get(items)
        if named == item_id:
            yield take_out(f"relationships[{tie.id}]")
    if items == "people":
        for couple in referral.partnerships:
            if item_id in (couple.first, couple.second):
                yield take_out(f"partnerships[{couple.id}]")
    if items == "children":
        for pair in referral.sibling_ties:
            if item_id in (pair.first, pair.second):
                yield take_out(f"sibling_ties[{pair.id}]")


def _kept_with_the_marks(referral: Referral, examination_id: str) -> Iterator[Edit]:
    """Give the marks of an examination its child, date and witness, where they have none."""
    gone = next((one for one in referral.examinations if one.id == examination_id), None)
    if gone is None:
        return
    told = {"child": gone.child, "seen_on": gone.when, "seen_by": gone.seen_by}
    for mark in referral.injuries:
        if mark.examination == examination_id:
            for name, value in told.items():
                if is_answered(value) and not is_answered(getattr(mark, name)):
                    yield put(f"injuries[{mark.id}].{name}", value)


def _mentions(referral: Referral, paths: tuple[str, ...], item_id: str) -> Iterator[Edit]:
    for path in paths:
        for at, value in _answers(referral, path):
            if _names(value, item_id):
                yield put(at, _without(value, item_id, blank=_blank(path)))


def _local_mentions(referral: Referral, item_id: str) -> Iterator[Edit]:
    for key, value in referral.local.items():
        if _names(value, item_id):
            yield put(f"local[{key}]", _without(value, item_id))


def _answers(referral: Referral, path: str) -> Iterator[tuple[str, object]]:
    if "[]" not in path:
        yield path, read(referral, path)
        return
    items, _, attribute = path.partition("[].")
    for item in _items(read(referral, items)):
        yield place(path, item.id), getattr(item, attribute)


def _items(found: object) -> tuple[Item, ...]:
    return found if isinstance(found, tuple) else ()


def _names(value: object, item_id: str) -> bool:
    return value == item_id or (isinstance(value, tuple) and item_id in value)


def _without(value: object, item_id: str, *, blank: object = None) -> object:
    if not isinstance(value, tuple):
        return None
    return tuple(one for one in value if one != item_id) or blank


def _blank(path: str) -> object:
    """Give what says "of nobody": what was said of one child is never said of all by a loss."""
    return () if path.endswith("[].children") else None
