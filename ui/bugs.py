"""A fault of our own, kept without any value: what kind it was, and where. Never shows its text."""

from __future__ import annotations

import traceback
from pathlib import PurePath

import msgspec


class Bug(msgspec.Struct, frozen=True):
    """A fault as it may be kept and sent to a support desk.

    Attributes:
        kind: The type of the exception.
        frames: ``file:line function``, the outermost first; file names only, no folders.
    """

    kind: str
    frames: tuple[str, ...]


def bug_of(fault: BaseException) -> Bug:
    """Keep of a fault its type and frames.

    SECURITY: neither the message nor any variable, for both may hold a child's words.
    """
    stack = traceback.extract_tb(fault.__traceback__)
    frames = tuple(f"{PurePath(one.filename).name}:{one.lineno} {one.name}" for one in stack)
    return Bug(type(fault).__qualname__, frames)
