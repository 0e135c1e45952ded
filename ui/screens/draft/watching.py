"""Which questions may appear or vanish when an answer changes, looked up and never searched.

Built once per form, so that a keystroke asks one dictionary. Decides nothing about being shown.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ffd_desktop.councils.conditions import paths_of
from ffd_desktop.councils.forms import Form, Section
from ffd_desktop.referral.paths import Key, split

_IDS = re.compile(r"\[[^\]]*\]")


class Watching:
    """Knows, for every answer, the keys of the fields whose condition reads it."""

    def __init__(self, form: Form) -> None:
        self._fields: dict[str, set[str]] = defaultdict(set)
        self._lists: dict[str, set[str]] = defaultdict(set)
        for section in form.sections:
            for field in section.fields:
                for path in paths_of(field.shown_when):
                    self._watch(_whole(path, section), field.key)

    def touched_by(self, path: str) -> frozenset[str]:
        """Give the keys of the fields to look at again after a change at a path with ids."""
        found = set(self._fields.get(plain(path), ()))
        if isinstance(split(path)[-1], Key):
            found |= self._lists.get(plain(path), set())
        return frozenset(found)

    def _watch(self, path: str, key: str) -> None:
        self._fields[plain(path)].add(key)
        for end in (match.end() for match in _IDS.finditer(path)):
            self._lists[plain(path[:end])].add(key)


def plain(path: str) -> str:
    """Write a path with every bracket empty, but for the keys of local answers."""
    return path if path.startswith("local[") else _IDS.sub("[]", path)


def _whole(path: str, section: Section) -> str:
    return f"{section.repeats}[]{path}" if path.startswith(".") else path
