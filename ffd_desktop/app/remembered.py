"""Which column was what in tables with the same headings, kept in the vault. For the vault lane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ffd_desktop.app.desk import Desk
from ffd_desktop.tables.remembering import heading_set

MOST_REMEMBERED: Final = 20


def find(desk: Desk, setting: str, headings: Sequence[str]) -> object:
    """Give what was kept last for a table with these headings; ``None`` for nothing."""
    return _kept(desk, setting).get(heading_set(headings))


def keep(desk: Desk, setting: str, headings: Sequence[str], mapping: object) -> None:
    """Keep a mapping for the next table with the same headings, of the last ``MOST_REMEMBERED``."""
    kept = _kept(desk, setting)
    name = heading_set(headings)
    kept.pop(name, None)
    kept[name] = mapping
    desk.settings.put(setting, dict(list(kept.items())[-MOST_REMEMBERED:]))


def _kept(desk: Desk, setting: str) -> dict[str, object]:
    kept = desk.settings.get(setting)
    return dict(kept) if isinstance(kept, dict) else {}
