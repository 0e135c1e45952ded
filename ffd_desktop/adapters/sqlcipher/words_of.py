"""The words of a referral that the shelf's search looks in. Pure; knows no table."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ffd_desktop.referral.comments import Comment, CommentReply
from ffd_desktop.referral.model import Referral

_UNSAID = frozenset(
    {"id", "format", "origins", "pack_version", "council", "form", "file", "media_type", "digest"}
)


def names_of(referral: Referral) -> tuple[str, ...]:
    """Give the names of the children referred, in order; without a name, without a place."""
    names = (child.name for child in referral.referred_children())
    return tuple(name for name in names if name)


def words_of(referral: Referral) -> str:
    """Give everything that was written, in one text; of comments, what they say and no more."""
    return "\n".join(_texts(referral))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Comment | CommentReply):
        yield value.text
        yield from _texts(value.replies if isinstance(value, Comment) else ())
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name not in _UNSAID:
                yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from _texts(tuple(value.values()))
