"""The columns of a table as they were set when the vault was locked. Holds no pupil."""

from __future__ import annotations

from collections.abc import Mapping as Named

import msgspec

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.tables.fields import target_of
from ffd_desktop.roll.tables.mapping import Mapping


class HalfSet(Private, frozen=True):
    """Which files, and what each of their columns was said to be (empty: left out)."""

    files: tuple[str, ...]
    headings: tuple[str, ...]
    columns: tuple[str, ...]

    def typed(self) -> dict[str, object]:
        """Give it JSON-like, for the vault to keep."""
        kept = msgspec.to_builtins(self)
        return dict(kept)


def read_half_set(typed: Named[str, object]) -> HalfSet | None:
    """Read what ``typed`` gave; ``None`` for anything else."""
    try:
        return msgspec.convert(dict(typed), HalfSet)
    except msgspec.ValidationError:
        return None


def half_set_in(proposed: Mapping, half: HalfSet | None) -> Mapping:
    """Set the columns of a table as they were, unless its headings are others now."""
    if half is None or half.headings != proposed.headings:
        return proposed
    if len(half.columns) != len(proposed.targets):
        return proposed
    return Mapping(proposed.headings, tuple(target_of(text) for text in half.columns))
