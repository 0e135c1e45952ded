"""Keeping Python alive under a fault of PySide6 6.12.0. Does nothing where the fault cannot bite.

WORKAROUND: PySide6 6.12.0 on CPython before 3.12 gives back references that it never took: one to
``None`` for each Qt call that returns nothing, one to ``True`` for each signal emitted. Some
thousands of calls later Python aborts with "deallocating None". From 3.12 on these constants are
immortal (PEP 683); this makes them so before, until PySide6 counts right (6.11.3 does).
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 60
IMMORTAL_FROM = (3, 12)
CONSTANTS = (None, True, False)


def keep_constants() -> None:
    """Give the constants more references than any run of the program could take away."""
    if sys.implementation.name != "cpython" or sys.version_info >= IMMORTAL_FROM:
        return
    for one in CONSTANTS:
        if sys.getrefcount(one) < ENOUGH // 2:
            ctypes.c_ssize_t.from_address(id(one)).value += ENOUGH
