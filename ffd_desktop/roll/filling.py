"""One item that a prefill puts into a referral: its values, and where each needs care."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Origin


class Filling:
    """Gathers the values of one item of a list until they become edits."""

    def __init__(self, place: str, id_: str = "") -> None:
        """Begin an item of the list at ``place``, such as ``people``; ``id_`` is one's there."""
        self.id = id_ or new_id()
        self._path = f"{place}[{self.id}]"
        self._values: dict[str, object] = {}
        self._care: dict[str, str] = {}

    def say(self, name: str, value: object, *, care: str = "") -> None:
        """Give one attribute a value; silence (``None`` or empty) is not said."""
        if is_answered(value):
            self._values[name] = value
            self._care[name] = care

    def take_care(self, care: str, *names: str) -> None:
        """Ask for care about attributes already said."""
        for name in names:
            if name in self._values and care not in self._care[name]:
                self._care[name] = " ".join(part for part in (self._care[name], care) if part)

    def said(self) -> dict[str, tuple[object, str]]:
        """Give every attribute that was said: its value, and the care it asks for."""
        return {name: (value, self._care[name]) for name, value in self._values.items()}

    def edits(self, day: str) -> Iterator[Edit]:
        """Give the edits that put it in; every answer remembers the roll's day, ISO form."""
        plain = {name: one for name, one in self._values.items() if not self._care[name]}
        yield put(self._path, plain, origin=Origin("roll", day))
        for name, care in self._care.items():
            if care:
                path = f"{self._path}.{name}"
                yield put(path, self._values[name], origin=Origin("roll", day, care))
