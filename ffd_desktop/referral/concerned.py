"""Whom an entry concerns: all the children who are referred, or those who are named.

``None`` is said of all the children referred, whoever they are when it is read: a child who is
referred later is among them. Ids in a tuple are those children and no others: a child who comes
later is offered, never put in. ``()`` is said of nobody yet, and is asked about.

Whoever takes children in and out until just those referred are left says ``None`` again, so that
"All 5 children" on the screen is always the same answer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

_NOBODY = "No child yet"


def concerned(whom: object, referred: Sequence[str]) -> tuple[str, ...]:
    """Give the ids of the children whom an entry concerns; nobody where that is not known."""
    if whom is None:
        return tuple(referred)
    return tuple(one for one in whom if isinstance(one, str)) if isinstance(whom, tuple) else ()


def turned(
    whom: object, child: str, *, everyone: Sequence[str], referred: Collection[str]
) -> tuple[str, ...] | None:
    """Take one child in, or out, and give whom the entry concerns then.

    Args:
        whom: Whom it concerned.
        child: The id of the child who is taken in or out.
        everyone: The ids of all children of the family, in their order.
        referred: The ids of those who are referred.
    """
    before = concerned(whom, [one for one in everyone if one in referred])
    now = {*before} ^ {child}
    if now and now == {*referred}:
        return None
    order = (*everyone, *(one for one in before if one not in everyone))
    return tuple(one for one in order if one in now)


def only(child: str, *, referred: Collection[str]) -> tuple[str, ...] | None:
    """Name one child alone; ``None`` when no other is referred."""
    return None if {*referred} == {child} else (child,)


def whom_in_words(
    whom: object, names: Mapping[str, str], *, referred: Sequence[str]
) -> tuple[str, ...]:
    """Say whom an entry concerns: "All 5 children", or each by name; nothing where not known.

    ``names`` holds every child of the family by id.
    """
    if whom is None:
        return _all_in_words(names, referred)
    ids = concerned(whom, referred)
    if whom == ():
        return (_NOBODY,)
    return tuple(names.get(one, "Someone no longer in this referral") for one in ids)


def _all_in_words(names: Mapping[str, str], referred: Sequence[str]) -> tuple[str, ...]:
    if len(referred) < 2:
        return tuple(names.get(one, one) for one in referred)
    many = "Both" if len(referred) == 2 else f"All {len(referred)}"
    more = " referred" if len(names) > len(referred) else ""
    return (f"{many} children{more}",)
