"""Comments of colleagues with one strange word in every place that holds words."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st

from ffd_desktop.referral.comments import Comment, CommentReply
from ffd_desktop.referral.model import Referral

CANARY = "Quillwort"
_PATHS = ["", "voice", "concern.what_happened", "children[c0]", "people[gone].phone"]


def said(number: int, path: str = "", *, replies: int = 1, resolved: bool = False) -> Comment:
    """A comment whose every word is a canary, but for its path."""
    return Comment(
        id=f"k{number}",
        path=path or f"local[{CANARY}]",
        text=f"{CANARY} text",
        by=f"{CANARY} by",
        person=f"{CANARY} person",
        at=f"{CANARY} at",
        said_of=f"{CANARY} said",
        replies=tuple(
            CommentReply(
                id=f"r{one}",
                text=f"{CANARY} reply",
                by=f"{CANARY} by",
                person=f"{CANARY} person",
                at=f"{CANARY} at",
            )
            for one in range(replies)
        ),
        resolved_by=f"{CANARY} resolved" if resolved else "",
        resolved_at=f"{CANARY} resolved" if resolved else "",
    )


@st.composite
def comments(draw: st.DrawFn) -> tuple[Comment, ...]:
    """Any number of comments on anything, answered or not, resolved or not."""
    return tuple(
        said(
            number,
            draw(st.sampled_from(_PATHS)),
            replies=draw(st.integers(0, 3)),
            resolved=draw(st.booleans()),
        )
        for number in range(draw(st.integers(1, 5)))
    )


def commented(referral: Referral) -> Referral:
    """The referral with comments on the whole, on an answer and on something that is gone."""
    several = (
        said(1),
        said(2, "concern.what_happened", replies=2),
        said(3, "people[gone].phone", resolved=True),
    )
    return msgspec.structs.replace(referral, comments=several)
