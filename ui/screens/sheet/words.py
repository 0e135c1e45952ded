"""What the transfer sheet says. Holds no widget."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ffd_desktop.sending.sheet import Entry, Page

INTRO = (
    "Open the council’s web form beside this window. Enter copies an answer and goes on to the "
    "next; paste it there. What you copied is remembered, so a time-out costs nothing."
)
OWN_ORDER = (
    "The order of the council’s own web form is not known here, so the answers stand in the order "
    "of this form."
)
CLEARED = "The clipboard is cleared two minutes after the last copy, and when you leave."


def order_words(source: str) -> str:
    """Say whose order it is, and on whose word."""
    return f"In the order of the web form. Source: {source}" if source else OWN_ORDER


def marks_of(pages: Sequence[Page]) -> tuple[str, ...]:
    """Give the mark of every part of every answer, in order."""
    return tuple(
        one.mark(part) for page in pages for one in page.entries for part in range(len(one.parts))
    )


def progress_words(pages: Sequence[Page], copied: Collection[str]) -> str:
    """Say how much is done."""
    marks = marks_of(pages)
    done = sum(one in copied for one in marks)
    if done == len(marks):
        return f"All {done} answers are done."
    return f"{done} of {len(marks)} done."


def page_words(pages: Sequence[Page], at: int) -> str:
    """Say which page it is."""
    return f"Page {at + 1} of {len(pages)}"


def deed(entry: Entry, part: int) -> str:
    """Say what the button does: copy, or note that it was chosen there."""
    if entry.is_choice:
        return "Chosen there"
    several = len(entry.parts) > 1
    return f"Copy part {part + 1} of {len(entry.parts)}" if several else "Copy"


def limit_words(entry: Entry) -> str:
    """Say how much the box takes, where that is known."""
    return f"The box takes {entry.limit:,} characters." if entry.limit else ""
