"""Collects Python's memory on the tests' own thread, as the program does (`ui/shell/tidying.py`).

Left to itself Python collects on whichever thread allocates; a widget freed on a lane's thread
ends the whole run.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count

_MIDDLING, _THOROUGH = 8, 64
_numbers = count(1)


def collecting_here() -> Iterator[None]:
    """Let nothing be collected during a test that uses Qt, and collect behind it."""
    gc.disable()
    yield
    number = next(_numbers)
    gc.collect(2 if number % _THOROUGH == 0 else 1 if number % _MIDDLING == 0 else 0)
