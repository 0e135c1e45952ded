"""What a row of the shelf says, and which rows a filter lets through. Holds no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from ffd_desktop.drafting.ports import DraftState, ShelfRow
from ffd_desktop.referral.private import Private
from ui.when import when_words

STATE_WORDS: dict[DraftState, str] = {
    DraftState.DRAFT: "Draft",
    DraftState.SEALED: "Ready to send",
    DraftState.SENT: "Sent",
    DraftState.CLOSED: "Closed",
    DraftState.ARCHIVED: "Archived",
}


class Filter(StrEnum):
    """Which part of the shelf is looked at."""

    DRAFTS = "Drafts"
    ARCHIVED = "Archived"
    ALL = "All"

    def lets_through(self, state: DraftState) -> bool:
        """Tell whether a referral in this state is shown."""
        match self:
            case Filter.DRAFTS:
                return state is not DraftState.ARCHIVED
            case Filter.ARCHIVED:
                return state is DraftState.ARCHIVED
            case Filter.ALL:
                return True


class Row(Private, frozen=True):
    """A referral as the shelf shows it, all in words.

    Attributes:
        forms: Title of the form.
        said: The whole row as one sentence, for a screen reader.
    """

    id: str
    reference: str
    children: str
    form: str
    changed: str
    state: DraftState
    said: str

    @property
    def state_words(self) -> str:
        """Where the referral stands."""
        return STATE_WORDS[self.state]

    @property
    def is_archived(self) -> bool:
        """Whether it was taken out of daily sight."""
        return self.state is DraftState.ARCHIVED


def rows_of(
    found: Sequence[ShelfRow],
    chosen: Filter,
    *,
    forms: Mapping[tuple[str, str], str],
    now: datetime,
) -> tuple[Row, ...]:
    """Put the stored rows in words, leaving out what the filter hides.

    Args:
        found: In the order to show.
        chosen: Which states are shown.
        forms: Short titles by (council, form); the form's key stands in for a missing one.
        now: For "today 14:03".
    """
    return tuple(_row(one, forms, now) for one in found if chosen.lets_through(one.state))


def _row(stored: ShelfRow, forms: Mapping[tuple[str, str], str], now: datetime) -> Row:
    children = children_words(stored.children)
    form = forms.get((stored.council, stored.form), stored.form)
    changed = when_words(stored.changed_at, now)
    state = STATE_WORDS[stored.state]
    said = f"{children}. {form}. Reference {stored.reference}. {state}. Last changed {changed}."
    return Row(
        id=stored.id,
        reference=stored.reference,
        children=children,
        form=form,
        changed=changed,
        state=stored.state,
        said=said,
    )


def children_words(names: Sequence[str]) -> str:
    """Join children's names as a person would: "A, B and C"."""
    known = [name for name in names if name]
    if not known:
        return "No child named yet"
    if len(known) == 1:
        return known[0]
    return f"{', '.join(known[:-1])} and {known[-1]}"
