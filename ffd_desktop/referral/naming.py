"""What the children of one family are called: whole, and as short as tells them apart.

Makes up no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.people import Child


def short_names(children: Sequence[Child]) -> dict[str, str]:
    """Give each child's first names where no other child has the same, by ids; else more."""
    first = [_first(child, number) for number, child in enumerate(children, start=1)]
    whole = [called(child) or short for child, short in zip(children, first, strict=True)]
    firsts, wholes = Counter(first), Counter(whole)
    names = {}
    for number, child in enumerate(children, start=1):
        short, long = first[number - 1], whole[number - 1]
        apart = long if wholes[long] == 1 else f"{long} ({number})"
        names[child.id] = short if firsts[short] == 1 else apart
    return names


def called(child: Child) -> str:
    """Name a child; one not born yet is the baby, whatever family name is given; may be empty."""
    if not is_due(child) or (isinstance(child.first_names, str) and child.first_names):
        return child.name
    family = child.family_name
    return f"The baby ({family})" if isinstance(family, str) and family else "The baby"


def is_due(child: Child) -> bool:
    """Tell whether a child is not born yet, by the date that is given."""
    born = child.date_of_birth
    return isinstance(born, PartDate) and born.is_due


def _first(child: Child, number: int) -> str:
    if isinstance(child.first_names, str) and child.first_names:
        return child.first_names
    return "The baby" if is_due(child) else child.name or f"Child {number}"
