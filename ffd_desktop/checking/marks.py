"""Marks that are said to be one child's, and stand in another child's occasion."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.belonging import OWN
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look, name_of
from ffd_desktop.referral.answers import is_known

OTHER_CHILD = Rule(
    "marks.other_child",
    Grade.SHOULD,
    "A mark belongs to one child.",
    OWN,
)


def marks(look: Look) -> Iterator[Finding]:
    """Find marks whose child is not the one of whom the occasion tells."""
    whose = {one.id: one.child for one in look.referral.examinations if is_known(one.child)}
    for mark in look.referral.injuries:
        said = whose.get(str(mark.examination))
        if said is None or not is_known(mark.child) or mark.child == said:
            continue
        child, other = look.children.get(str(mark.child)), look.children.get(str(said))
        yield from look.say(
            OTHER_CHILD,
            f"injuries[{mark.id}].child",
            what=f"A mark is {name_of(child)}’s, and stands among those seen on {name_of(other)}.",
            how="Choose the child, or the occasion on which it was seen.",
            item=mark,
        )
