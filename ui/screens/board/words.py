"""What the board says: its groups, a line's place and day, and how much there is. No widget."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ffd_desktop.following.board import Line
from ffd_desktop.following.closures import Closure
from ffd_desktop.following.waiting import When
from ui.widgets.status_tag import Tone

GROUPS: Mapping[When, tuple[str, Tone]] = {
    When.OVERDUE: ("Overdue", Tone.ALARM),
    When.TODAY: ("Due today", Tone.WARN),
    When.SOON: ("Soon", Tone.ACCENT),
    When.LATER: ("Later", Tone.QUIET),
    When.ANY_TIME: ("No day given", Tone.QUIET),
}
NOTHING = (
    "Nothing is due. Once a referral has been sent, what you wait for stands here, with the day "
    "and where that is laid down."
)


def heading(line: Line) -> str:
    """Say what is due, and from whom."""
    return f"You: {line.waiting.what}" if line.waiting.is_ours else line.waiting.what


def about(line: Line) -> str:
    """Say which referral it belongs to."""
    names = ", ".join(name for name in line.of.children if name)
    return f"{names}  ·  {line.of.reference}" if names else line.of.reference


def day(line: Line) -> str:
    """Say when it is due, and that the school is closed then."""
    words = line.waiting.words
    due = f"Due {words}" if line.waiting.by and not words.startswith("You") else _sentence(words)
    closed = closed_words(line.closure)
    return f"{due.removesuffix('.')}. {closed}".strip() if closed else due


def closed_words(closure: Closure | None) -> str:
    """Say that the school is closed, and what follows from that."""
    if closure is None:
        return ""
    name = f" ({closure.name})" if closure.name else ""
    return f"The school is closed then{name}: say before {_day(closure.first)} who looks after it."


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
