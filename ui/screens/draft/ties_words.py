"""What a square of the grid says, in short lines to see and in one sentence to hear. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ffd_desktop.checking.finding import Finding
from ffd_desktop.councils.forms import Field
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.people import Relationship
from ffd_desktop.referral.private import Private
from ui.editors.context import EditorContext
from ui.screens.draft.whereabouts import RELATIONSHIPS, item_of
from ui.screens.draft.words import answer_words

NOBODY: Final = "–"
EMPTY: Final = "Nothing said yet"
FROM_ROLL: Final = "○ from the roll"
LOOK: Final = "? Look again"
NOTHING_HEARD: Final = "nothing said yet"
_SHORT: Final = {
    "parental_responsibility": "PR",
    "lives_with": "Lives with",
    "contact": "Contact",
    "aware_of_referral": "Knows",
    "court_order": "Court order",
}
_LONGEST: Final = 40


class TieWords(Private, frozen=True):
    """A square in words.

    Attributes:
        shown: Lines to draw; the first is the relationship.
        heard: The same and more, as one text for a screen reader.
    """

    shown: str
    heard: str


class TieView(Private, frozen=True):
    """What squares are said against.

    Attributes:
        unconfirmed: Ids of relationships with an answer from the roll that nobody confirmed.
        doubts: What the checks ask of relationships, by their ids.
    """

    context: EditorContext
    unconfirmed: frozenset[str] = frozenset()
    doubts: Mapping[str, str] = {}


def view_of(context: EditorContext, origins: Iterable[str], findings: Iterable[Finding]) -> TieView:
    """Gather what squares are said against, once for all of them."""
    found = ((item_of(one.path), one) for one in findings if not one.is_gap)
    return TieView(
        context=context,
        unconfirmed=frozenset(
            item for items, item, _ in map(item_of, origins) if items == RELATIONSHIPS
        ),
        doubts={item: one.what for (items, item, _), one in found if items == RELATIONSHIPS},
    )


def tie_words(tie: Relationship | None, fields: Mapping[str, Field], view: TieView) -> TieWords:
    """Say what one square holds; ``fields`` are the form's, by attribute."""
    if tie is None:
        return TieWords(shown=NOBODY, heard=NOTHING_HEARD)
    context = view.context
    kind = _words(tie, "kind", fields, context)
    facts = [
        f"{short}: {_fact(tie, name, fields, context, but=kind)}"
        for name, short in _SHORT.items()
        if name in fields and is_answered(getattr(tie, name))
    ]
    lines = [line for line in (kind, *facts) if line] or [EMPTY]
    unconfirmed, doubt = tie.id in view.unconfirmed, view.doubts.get(tie.id, "")
    lines += [FROM_ROLL] * unconfirmed + [LOOK] * bool(doubt)
    heard = [
        f"{field.label.rstrip('?')}: {_fact(tie, name, fields, context)}"
        for name, field in fields.items()
        if name not in _NOT_HEARD and is_answered(getattr(tie, name))
    ]
    if unconfirmed:
        heard.append("Taken from the roll, not confirmed yet")
    if doubt:
        heard.append(doubt)
    return TieWords(shown="\n".join(lines), heard=". ".join(heard) or NOTHING_HEARD)


_NOT_HEARD: Final = frozenset({"child", "person", "basis"})


def _fact(
    tie: Relationship,
    name: str,
    fields: Mapping[str, Field],
    context: EditorContext,
    *,
    but: str = "",
) -> str:
    """Give one answer in short; the reason for responsibility is not said when it is ``but``."""
    words = " ".join(_words(tie, name, fields, context).split())
    if name == "parental_responsibility":
        basis = _words(tie, "basis", fields, context) if tie.parental_responsibility is True else ""
        return _lower(words) + (f" ({_without_note(basis)})" if basis and basis != but else "")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return _lower(words) if name != "contact" else words


def _words(
    tie: Relationship, name: str, fields: Mapping[str, Field], context: EditorContext
) -> str:
    field = fields.get(name)
    return answer_words(field, getattr(tie, name), context) if field else ""


def _without_note(label: str) -> str:
    """Leave out what a label adds in brackets, such as since when a law has held."""
    return label.partition(" (")[0]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
