"""The base of every value that may hold a child's data: it never shows its contents by accident.

A traceback, a log line or a failed assertion prints the type and nothing else.
"""

from __future__ import annotations

import msgspec


class Private(msgspec.Struct, frozen=True):
    """A frozen value whose ``repr`` names its type only.

    SECURITY: exceptions, crash notes and test output use ``repr``; contents must not follow.
    """

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"
