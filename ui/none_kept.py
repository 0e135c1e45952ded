"""Keeping Python alive under a fault of PySide6 6.12.0. Does nothing where the fault cannot bite.

WORKAROUND: PySide6 6.12.0 on CPython before 3.12 gives back a reference to ``None`` that it never
took, each time that a Qt call returns nothing; some ten thousand calls later Python aborts with
"deallocating None". From 3.12 on ``None`` is immortal (PEP 683); this makes it so before, until
PySide6 counts right (6.11.3 does).
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 60
IMMORTAL_FROM = (3, 12)


def keep_none() -> None:
    """Give ``None`` more references than any run of the program could take away."""
    if sys.implementation.name != "cpython" or sys.version_info >= IMMORTAL_FROM:
        return
    if sys.getrefcount(None) < ENOUGH // 2:
        ctypes.c_ssize_t.from_address(id(None)).value += ENOUGH
