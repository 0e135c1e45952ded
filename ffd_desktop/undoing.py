"""Undoing what was begun when what follows does not come to its end, for whatever reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import ParamSpec

P = ParamSpec("P")


@contextmanager
def undone_on_failure(undo: Callable[P, object], *args: P.args, **more: P.kwargs) -> Iterator[None]:
    """Do what is inside; when it fails or is cut short, undo, and let the failure go on."""
    with ExitStack() as stack:
        stack.callback(undo, *args, **more)
        yield
        stack.pop_all()
