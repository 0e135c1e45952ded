"""What colleagues say to each other about a draft: comments and the replies to them.

They stand in the referral, so that they are saved, undone and kept in the history like every
answer, and are in nothing that leaves (``commenting.as_sent``).
"""

from __future__ import annotations

from ffd_desktop.referral.people import Item
from ffd_desktop.referral.private import Private


class Author(Private, frozen=True):
    """Who says something, and when; set by the program from whoever unlocked, never typed.

    Attributes:
        name: As it stood in the vault at the time.
        person: The id that outlives a name; empty for whoever came in by a sheet.
        at: UTC, ISO form.
    """

    name: str
    person: str
    at: str


class CommentReply(Item, frozen=True):
    """What somebody says to a comment; ``by``, ``person`` and ``at`` are an author's."""

    text: str = ""
    by: str = ""
    person: str = ""
    at: str = ""


class Comment(Item, frozen=True):
    """What a member of staff says about something in the draft.

    Attributes:
        path: The answer or the item that it is about, the key of a section, or empty for the
            referral as a whole.
        by: The author's name, with ``person`` and ``at`` as in ``Author``.
        said_of: The answer's words as they stood then, so that a change since can be told.
        resolved_by: Who said that it is done with; empty while it is open.
    """

    path: str = ""
    text: str = ""
    by: str = ""
    person: str = ""
    at: str = ""
    said_of: str = ""
    replies: tuple[CommentReply, ...] = ()
    resolved_by: str = ""
    resolved_at: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet that it is done with."""
        return not self.resolved_at
