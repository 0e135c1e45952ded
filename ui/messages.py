"""Sentences that the window says in more than one place, and the words of problems.

Short and plain, no blame. A problem is shown in a banner on the page, never in a box.
"""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.problems import ProblemForPerson

THERE_IS_A_PROBLEM = "There is a problem"
SAVING = "Saving…"
NOT_SAVED = "Not saved"
NOTHING_TO_SAVE = "Everything is saved"
KEEP_OPEN = "Your words are still here. Keep this window open; saving is tried again by itself."
NOT_KNOWN = "Not known"
WORKING = "Working…"
STOPPING = "Stopping…"
STOP = "Stop"

BUG_PROBLEM = ProblemForPerson(
    "Something went wrong inside the program. Everything shown as saved is safe.",
    "Try once more. If it happens again, tell whoever looks after this program.",
    "bug",
)
LANE_CLOSED = ProblemForPerson(
    "The program is closing, so this was not done. Everything shown as saved is safe.",
    "Open the program again and do it then.",
    "closing",
)


def saved_at(moment: datetime) -> str:
    """Say when the last word was made durable, such as "Saved 14:03:07"."""
    return f"Saved {moment:%H:%M:%S}"
