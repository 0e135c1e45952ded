"""The rows as they are listed: their order and numbers, which of them are shown, their words.

The order is found when asked for, never by itself, so that no row moves under the caret.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

import msgspec

from ffd_desktop.councils.forms import Section
from ffd_desktop.referral.chronology import in_order, numbers, referred_ids
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import short_names
from ffd_desktop.referral.statements import Event
from ui.editors.context import EditorContext
from ui.screens.draft.chronology.row_words import RowWords, Wanted, passes, row_words


class Listing:
    """Lists the events of a referral that may change at any time."""

    def __init__(
        self,
        section: Section,
        referral: Callable[[], Referral],
        said: Callable[[Section, str], str] = lambda _section, _event_id: "",
    ) -> None:
        """Take the section, the referral as it stands, and what is to be noted with a row."""
        self._section, self._referral, self._said = section, referral, said
        self._order: tuple[Event, ...] = ()
        self._sorted_from: tuple[object, object] = (None, None)
        self._numbers: dict[str, int] = {}
        self._written: set[str] = set()
        self.names: dict[str, str] = {}
        self.name_children()

    def __len__(self) -> int:
        """Count all rows, shown or not."""
        return len(self._order)

    def knows(self, event_id: str) -> bool:
        """Tell whether a row was there when the order was found."""
        return event_id in self._numbers

    def sort(self) -> None:
        """Find the order and the numbers anew, if any event or child is another."""
        referral = self._referral()
        sorted_from = (referral.events, referral.children)
        if all(map(operator.is_, sorted_from, self._sorted_from)):
            return
        self._sorted_from = sorted_from
        self._order = in_order(referral.events, referral.children)
        self._numbers = {one.id: 0 for one in self._order} | numbers(self._order)

    def name_children(self) -> None:
        """Learn how the children are called now."""
        self.names = short_names(self._referral().children)

    def keep_shown(self, event_id: str) -> None:
        """Show a row whatever the filter says: it was just written or asked for."""
        self._written.add(event_id)

    def keep_only(self, *event_ids: str) -> None:
        """Let the filter decide about all rows but these."""
        self._written = set(event_ids) - {""}

    def shown(self, wanted: Wanted, context: EditorContext) -> list[str]:
        """Give the ids of the rows to show, in their order."""
        if not wanted.is_on:
            return [one.id for one in self._order]
        referred = referred_ids(self._referral().children)
        return [
            one.id
            for one in self._order
            if one.id in self._written or passes(wanted, one, self._section, context, referred)
        ]

    def event(self, event_id: str) -> Event | None:
        """Give an event as it stands now."""
        return next((one for one in self._referral().events if one.id == event_id), None)

    def words(self, event_id: str) -> RowWords:
        """Say a row as it stands now, with the number that it had in the order."""
        event = self.event(event_id) or Event(id=event_id)
        number = self._numbers.get(event_id, 0)
        words = row_words(event, number, self._referral(), self.names)
        said = self._said(self._section, event_id)
        if not said:
            return words
        return msgspec.structs.replace(words, note=" · ".join(filter(None, (said, words.note))))
