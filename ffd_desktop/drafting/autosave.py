"""When to save: a pure policy. Edits and the clock go in, a decision comes out.

A pause of 300 ms saves; so does one second of typing without a pause; leaving a field, switching
section, locking and closing save at once (security notes 4.5: idle alone loses everything while a
person keeps typing). Never touches a timer or a disk.
"""

from __future__ import annotations

import msgspec

IDLE = 0.3
LONGEST = 1.0


class Unsaved(msgspec.Struct, frozen=True):
    """Since when there is something unsaved, and when it last grew; monotonic seconds."""

    since: float
    last: float


def edited(unsaved: Unsaved | None, now: float) -> Unsaved:
    """Note an edit at ``now``."""
    return Unsaved(unsaved.since if unsaved else now, now)


def due_in(unsaved: Unsaved | None, now: float) -> float | None:
    """Seconds until a save is due: 0 for now, ``None`` when nothing is unsaved."""
    if unsaved is None:
        return None
    due = min(unsaved.last + IDLE, unsaved.since + LONGEST)
    return max(0.0, due - now)
