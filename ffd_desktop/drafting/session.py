"""A draft being written: one edit in, Changes out, undo and redo. Never touches disk itself.

The caller takes the unsaved edits with ``take_unsaved``, stores them, and answers with ``stored``
or ``not_stored``; until then they stay here, so a failed write loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from ffd_desktop.drafting import autosave
from ffd_desktop.referral.edits import Edit, apply_all
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import UnknownPath, read
from ffd_desktop.referral.private import Private

UNDO_PAUSE = 1.5
STEP_WORDS = 40
STEP_SECONDS = 20.0
_END_OF_WORD = 5.0  # seconds that a step may go on for the word that is being written
Monotonic = Callable[[], float]


class Changes(msgspec.Struct, frozen=True):
    """What moved: the paths whose values changed, and whether a list gained or lost an item."""

    paths: tuple[str, ...] = ()
    shape: bool = False


class Batch(Private, frozen=True):
    """Edits to store together, and the referral after them."""

    edits: tuple[Edit, ...]
    after: Referral


class _Size(Private, frozen=True):
    """How much stands in an answer, and when."""

    words: int
    lines: int
    at: float


class _Step(Private, frozen=True):
    """One step of undo: what takes it back, in the order to apply.

    Attributes:
        label: The path of the answer that is being typed; empty when nothing may join the step.
        began: The answer before the step.
        last: The answer after it.
    """

    edits: tuple[Edit, ...]
    inverses: tuple[Edit, ...]
    label: str = ""
    began: _Size | None = None
    last: _Size | None = None


class DraftSession:
    """Holds one referral while it is written. Not thread-safe: it lives on the window's thread."""

    def __init__(self, referral: Referral, *, monotonic: Monotonic) -> None:
        self._referral = referral
        self._monotonic = monotonic
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._queue: list[Edit] = []
        self._in_flight: list[Edit] = []
        self._unsaved: autosave.Unsaved | None = None

    @property
    def referral(self) -> Referral:
        """The referral as it stands now, saved or not."""
        return self._referral

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._redo)

    def apply(self, *edits: Edit) -> Changes:
        """Do edits as one step of undo; typing on in one field joins the step before.

        Raises:
            ProblemForPerson: When a path or value does not fit; then nothing of it is done.
        """
        before = self._referral
        edits = tuple(edit for edit in edits if self._says_something(edit))
        if not edits:
            return Changes()
        after, inverses = apply_all(before, edits)
        self._referral = after
        self._push(edits, inverses)
        self._redo.clear()
        self._note(edits)
        return _changes(edits)

    def undo(self) -> Changes:
        """Take back the last step; an empty answer when there is none."""
        return self._travel(self._undo, self._redo)

    def redo(self) -> Changes:
        """Do the last undone step again; an empty answer when there is none."""
        return self._travel(self._redo, self._undo)

    def end_step(self) -> None:
        """Close the step, so that what follows is undone apart (leaving a field)."""
        if self._undo:
            last = self._undo[-1]
            self._undo[-1] = msgspec.structs.replace(last, label="")

    def save_due_in(self) -> float | None:
        """Seconds until ``take_unsaved`` should be called: 0 for now, ``None`` for nothing."""
        if self._in_flight:
            return None
        return autosave.due_in(self._unsaved, self._monotonic())

    @property
    def has_unsaved(self) -> bool:
        """Whether anything is not yet known to be on disk."""
        return bool(self._queue or self._in_flight)

    @property
    def unsaved_since(self) -> float | None:
        """Monotonic seconds at which the oldest unsaved edit was made."""
        return self._unsaved.since if self._unsaved else None

    def take_unsaved(self) -> Batch | None:
        """Hand over what is to be stored; ``None`` when there is nothing or one is under way."""
        if self._in_flight or not self._queue:
            return None
        self._in_flight, self._queue = _squeeze(self._queue), []
        return Batch(tuple(self._in_flight), self._referral)

    def stored(self) -> None:
        """Note that the batch that was taken is on disk."""
        self._in_flight = []
        now = self._monotonic()
        self._unsaved = autosave.Unsaved(now, now) if self._queue else None

    def not_stored(self) -> None:
        """Note that the batch could not be stored: it goes back to the head of the queue."""
        self._queue = [*self._in_flight, *self._queue]
        self._in_flight = []

    def _says_something(self, edit: Edit) -> bool:
        if edit.path.endswith("]") and not edit.path.startswith("local["):
            return True
        try:
            now = read(self._referral, edit.path)
        except UnknownPath:
            return True  # of an item that comes in the same step; else applying it tells
        marked = self._referral.origins.get(edit.path)
        return msgspec.to_builtins(now) != edit.value or marked != edit.origin

    def _push(self, edits: tuple[Edit, ...], inverses: tuple[Edit, ...]) -> None:
        if len(edits) != 1 or not isinstance(edits[0].value, str):
            self._undo.append(_Step(edits, inverses))
            return
        label, now = edits[0].path, self._monotonic()
        after = _size(edits[0].value, now)
        step = self._undo[-1] if self._undo else None
        if step and step.label == label and _goes_on(step, after):
            self._undo[-1] = msgspec.structs.replace(step, edits=edits, last=after)
        else:
            began = _size(inverses[0].value, now)
            self._undo.append(_Step(edits, inverses, label, began, after))

    def _travel(self, source: list[_Step], target: list[_Step]) -> Changes:
        if not source:
            return Changes()
        step = source.pop()
        self._referral, inverses = apply_all(self._referral, step.inverses)
        target.append(_Step(step.inverses, inverses))
        self._note(step.inverses)
        return _changes(step.inverses)

    def _note(self, edits: Sequence[Edit]) -> None:
        self._queue.extend(edits)
        self._unsaved = autosave.edited(self._unsaved, self._monotonic())


def _size(value: object, now: float) -> _Size:
    text = value if isinstance(value, str) else ""
    return _Size(len(text.split()), text.count("\n"), now)


def _goes_on(step: _Step, after: _Size) -> bool:
    """Tell whether typing joins the step: no pause, no line break, and not too much at once."""
    began, last = step.began, step.last
    if began is None or last is None or after.at - last.at >= UNDO_PAUSE:
        return False
    if last.lines != began.lines:
        return False
    age = after.at - began.at
    is_long = age >= STEP_SECONDS or abs(last.words - began.words) >= STEP_WORDS
    next_word = after.words != last.words
    return not (is_long and next_word) and age < STEP_SECONDS + _END_OF_WORD


def _changes(edits: Sequence[Edit]) -> Changes:
    shape = any(edit.path.endswith("]") and not edit.path.startswith("local[") for edit in edits)
    return Changes(tuple(dict.fromkeys(edit.path for edit in edits)), shape)


def _squeeze(edits: list[Edit]) -> list[Edit]:
    """Keep only the last of consecutive edits to one answer: one row per pause, not per key."""
    kept: list[Edit] = []
    for edit in edits:
        is_answer = not edit.path.endswith("]")
        if kept and is_answer and kept[-1].path == edit.path:
            kept[-1] = edit
        else:
            kept.append(edit)
    return kept
