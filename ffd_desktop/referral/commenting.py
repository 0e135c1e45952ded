"""Commenting on a draft: the edits that do it, what a comment is about, and what leaves without.

Pure. ``as_sent`` is the one gate: whatever leaves the vault is made from what it gives.
"""

from __future__ import annotations

from typing import Final

import msgspec

from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.comments import Author, Comment, CommentReply
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import UnknownPath, read
from ffd_desktop.referral.people import Item

COMMENTS: Final = "comments"
READ_THROUGH: Final = "Read through."


def as_sent(referral: Referral) -> Referral:
    """Give the referral as it may leave: without what is between colleagues alone.

    That is their comments, and the reasons that answer a check and stay on file.

    SECURITY: papers, JSON, copies for a family, seals and packages are all made from this.
    """
    origins = {path: one for path, one in referral.origins.items() if not is_comment(path)}
    replies = tuple(one for one in referral.replies if not one.on_file)
    kept = len(origins) == len(referral.origins) and len(replies) == len(referral.replies)
    if not referral.comments and kept:
        return referral
    return msgspec.structs.replace(referral, comments=(), origins=origins, replies=replies)


def is_comment(path: str) -> bool:
    """Tell whether a path leads to a comment, or to something in one."""
    return path == COMMENTS or path.startswith((f"{COMMENTS}[", f"{COMMENTS}."))


# ---- the edits -------------------------------------------------------------------------------


def commenting(referral: Referral, path: str, text: str, author: Author) -> Edit:
    """Give the edit that comments on what stands at a path."""
    made = Comment(
        id=new_id(),
        path=path,
        text=text,
        by=author.name,
        person=author.person,
        at=author.at,
        said_of=words_at(referral, path),
    )
    return put(f"{COMMENTS}[{made.id}]", made)


def replying(comment: Comment, text: str, author: Author) -> Edit:
    """Give the edit that replies to a comment."""
    made = CommentReply(id=new_id(), text=text, by=author.name, person=author.person, at=author.at)
    return put(f"{COMMENTS}[{comment.id}].replies[{made.id}]", made)


def resolving(comment: Comment, author: Author) -> tuple[Edit, ...]:
    """Give the edits that say a comment is done with."""
    return _resolved(comment, author.name, author.at)


def opening_again(comment: Comment) -> tuple[Edit, ...]:
    """Give the edits that say a comment is not done with after all."""
    return _resolved(comment, "", "")


def reading_through(referral: Referral, author: Author) -> tuple[Edit, ...]:
    """Give the edits that note that somebody has read the whole draft: a comment, done with."""
    made = commenting(referral, "", READ_THROUGH, author)
    comment = msgspec.convert(made.value, Comment)
    return (made, *resolving(comment, author))


def _resolved(comment: Comment, name: str, at: str) -> tuple[Edit, ...]:
    where = f"{COMMENTS}[{comment.id}]"
    return (put(f"{where}.resolved_by", name), put(f"{where}.resolved_at", at))


# ---- what a comment is about -----------------------------------------------------------------


def is_section(path: str) -> bool:
    """Tell whether a comment's path is the key of a section."""
    return bool(path) and not any(mark in path for mark in ".[")


def is_gone(referral: Referral, path: str) -> bool:
    """Tell whether what a comment was about is there no longer."""
    if not path or is_section(path):
        return False
    try:
        read(referral, path)
    except UnknownPath:
        return True
    return False


def has_changed(referral: Referral, comment: Comment) -> bool:
    """Tell whether the answer has other words now than when it was commented on."""
    if is_gone(referral, comment.path):
        return False
    return words_at(referral, comment.path) != comment.said_of


def words_at(referral: Referral, path: str) -> str:
    """Give the words of one answer, to be held against later; none of an item or a section."""
    if not path or is_section(path) or is_gone(referral, path):
        return ""
    match read(referral, path):
        case None | Item():
            return ""
        case str() as text:
            return text
        case NotKnown() as absent:
            return absent.words
        case PartDate() as when:
            return when.words()
        case value:
            return msgspec.json.encode(value, order="sorted").decode()


def open_comments(referral: Referral) -> tuple[Comment, ...]:
    """Give the comments that nobody has resolved, oldest first."""
    return tuple(one for one in referral.comments if one.is_open)


def second_readers(referral: Referral) -> tuple[str, ...]:
    """Give the names of those who commented and are not the one who refers, in order."""
    writer = referral.referrer.name
    said = (name for one in referral.comments for name in (one.by, *(r.by for r in one.replies)))
    return tuple(dict.fromkeys(name for name in said if name and name != writer))
