"""What a row of the shelf says, and which rows a filter lets through. Holds no widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from ffd_desktop.drafting import restricting
from ffd_desktop.drafting.ports import DraftState, ShelfRow
from ffd_desktop.referral.private import Private
from ui.when import when_words

STATE_WORDS: dict[DraftState, str] = {
    DraftState.DRAFT: "Draft",
    DraftState.SEALED: "Sealed, not sent",
    DraftState.SENT: "Sent",
    DraftState.CLOSED: "Closed",
    DraftState.ARCHIVED: "Archived",
}


class Filter(StrEnum):
    """Which part of the shelf is looked at."""

    DRAFTS = "Drafts"
    SEALED = "Sealed"
    ARCHIVED = "Archived"
    ALL = "All"

    def lets_through(self, state: DraftState) -> bool:
        """Tell whether a referral in this state is shown."""
        match self:
            case Filter.DRAFTS:
                return state is DraftState.DRAFT
            case Filter.SEALED:
                return state in {DraftState.SEALED, DraftState.SENT, DraftState.CLOSED}
            case Filter.ARCHIVED:
                return state is DraftState.ARCHIVED
            case Filter.ALL:
                return True


class Row(Private, frozen=True):
    """A referral as the shelf shows it, all in words.

    Attributes:
        forms: Title of the form.
        said: The whole row as one sentence, for a screen reader.
        is_restricted: Whether only some of the staff may read it.
        is_hidden: Whether whoever sits here is not among them; ``children`` then says whom to ask.
        comments: What colleagues said that whoever sits here has not seen, in words.
        sending: How it stands on its way to the council, in words; empty where that says nothing.
    """

    id: str
    reference: str
    children: str
    form: str
    changed: str
    state: DraftState
    said: str
    is_restricted: bool = False
    is_hidden: bool = False
    comments: str = ""
    sending: str = ""

    @property
    def beneath(self) -> str:
        """The quieter words under the children."""
        restricted = "Restricted" if self.is_restricted and not self.is_hidden else ""
        return "  ·  ".join(one for one in (self.reference, restricted, self.comments) if one)

    @property
    def state_words(self) -> str:
        """Where the referral stands."""
        return self.sending or STATE_WORDS[self.state]

    @property
    def is_archived(self) -> bool:
        """Whether it was taken out of daily sight."""
        return self.state is DraftState.ARCHIVED


class Rows:
    """Rows of the shelf, put in words only when they are looked at: ten thousand cost nothing."""

    def __init__(
        self,
        found: Sequence[ShelfRow],
        chosen: Filter,
        *,
        forms: Mapping[tuple[str, str], str],
        now: datetime,
        names: Mapping[str, str] | None = None,
        comments: Mapping[str, str] | None = None,
        sending: Mapping[str, str] | None = None,
    ) -> None:
        """Take the stored rows, leaving out what the filter hides.

        Args:
            found: In the order to show.
            chosen: Which states are shown.
            forms: Short titles by (council, form); the form's key stands in for a missing one.
            now: For "today 14:03".
            names: Of the staff, by id.
            comments: News of comments, by the referral's id.
            sending: How it stands on its way to the council, by the referral's id.
        """
        shown = {state for state in DraftState if chosen.lets_through(state)}
        self._stored = [one for one in found if one.state in shown]
        self._forms = forms
        self._now = now
        self._names = names or {}
        self._comments = comments or {}
        self._sending = sending or {}
        self._said: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._stored)

    def __getitem__(self, at: int) -> Row:
        row = self._said.get(at)
        if row is None:
            stored = self._stored[at]
            row = self._said[at] = _row(
                *(stored, self._forms, self._now, self._names),
                comments="" if stored.is_hidden else self._comments.get(stored.id, ""),
                sending=self._way_of(stored),
            )
        return row

    def _way_of(self, stored: ShelfRow) -> str:
        is_told = stored.state is DraftState.SEALED and not stored.is_hidden
        return self._sending.get(stored.id, "") if is_told else ""

    def at(self, referral_id: str) -> int:
        """Find a referral's place; -1 when it is not among them."""
        places = (at for at, one in enumerate(self._stored) if one.id == referral_id)
        return next(places, -1)


def counts_of(found: Sequence[ShelfRow]) -> dict[Filter, int]:
    """Count what stands behind each filter."""
    states = Counter(one.state for one in found)
    return {
        chosen: sum(count for state, count in states.items() if chosen.lets_through(state))
        for chosen in Filter
    }


NO_ROWS = Rows((), Filter.ALL, forms={}, now=datetime.min)  # noqa: DTZ901 - nothing is dated


def _row(
    stored: ShelfRow,
    forms: Mapping[tuple[str, str], str],
    now: datetime,
    names: Mapping[str, str],
    *,
    comments: str = "",
    sending: str = "",
) -> Row:
    asked = restricting.ask_words(stored.readers, names)
    children = asked if stored.is_hidden else children_words(stored.children)
    form = forms.get((stored.council, stored.form), stored.form)
    changed = when_words(stored.changed_at, now)
    state = sending or STATE_WORDS[stored.state]
    restricted = "Restricted" if stored.readers and not stored.is_hidden else ""
    parts = (children, form, f"Reference {stored.reference}", state, restricted, comments)
    said = f"{'. '.join(part for part in parts if part)}. Last changed {changed}."
    return Row(
        id=stored.id,
        reference=stored.reference,
        children=children,
        form=form,
        changed=changed,
        state=stored.state,
        said=said,
        is_restricted=bool(stored.readers),
        is_hidden=stored.is_hidden,
        comments=comments,
        sending=sending,
    )


def children_words(names: Sequence[str]) -> str:
    """Join children's names as a person would: "A, B and C"."""
    known = [name for name in names if name]
    if not known:
        return "No child named yet"
    if len(known) == 1:
        return known[0]
    return f"{', '.join(known[:-1])} and {known[-1]}"
