"""An answer, or an honest absence of one.

A blank (``None``) means that nobody has answered yet. ``NotKnown`` is an answer: it says why there
is nothing to say, and it prints as such.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar, Union

import msgspec


class Reason(StrEnum):
    """Why a question has no value (Worcestershire scrutiny report 2019, paras 26 and 68)."""

    NOT_KNOWN = "not_known"
    NOT_ASKED = "not_asked"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"
    WILL_FIND_OUT = "will_find_out"


REASON_WORDS: dict[Reason, str] = {
    Reason.NOT_KNOWN: "Not known",
    Reason.NOT_ASKED: "Not asked",
    Reason.DECLINED: "Asked, and declined to say",
    Reason.NOT_APPLICABLE: "Does not apply",
    Reason.WILL_FIND_OUT: "Not known yet, will find out",
}


class NotKnown(msgspec.Struct, frozen=True, tag="not_known", forbid_unknown_fields=True):
    """An honest absence: the question was met, and this is why there is no value."""

    reason: Reason = Reason.NOT_KNOWN

    @property
    def words(self) -> str:
        """The absence as it is shown and printed."""
        return REASON_WORDS[self.reason]


T = TypeVar("T")
Answer = Union[T, NotKnown, None]  # noqa: UP007 - an alias over a TypeVar needs the long form


def is_answered(value: object) -> bool:
    """Tell whether a person has said anything here: a value, or an honest absence."""
    return value is not None and value not in ("", ())


def is_known(value: object) -> bool:
    """Tell whether there is a value, not merely an honest absence."""
    return is_answered(value) and not isinstance(value, NotKnown)
