"""A lock loses nothing that was typed: every screen with a box to type in says what stands there.

Found by reading the code, so that a screen that comes later cannot forget it.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui.screens
from ui.screen import Screen

UI = Path(ui.screens.__file__).parents[1]
BOXES = frozenset(
    {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QDoubleSpinBox", "QDateEdit"}
)
SECRETS_ONLY = {
    "LockedScreen": "asks for a passphrase or a code, before any vault is open",
    "RestoreScreen": "asks for a passphrase or a code, and no vault is open while it is shown",
    "SetUpScreen": "no vault yet to keep it in; later the groups of a code, and numbers to confirm",
}


def screens() -> dict[str, type[Screen]]:
    """Give every screen of the window by its name."""
    for found in pkgutil.walk_packages(ui.screens.__path__, "ui.screens."):
        importlib.import_module(found.name)
    return {one.__name__: one for one in _beneath(Screen) if one.__module__.startswith("ui.")}


def _beneath(kind: type[Screen]) -> Iterator[type[Screen]]:
    for one in kind.__subclasses__():
        yield one
        yield from _beneath(one)


def classes() -> dict[str, ast.ClassDef]:
    """Give every class of the window's code by its name."""
    trees = (ast.parse(path.read_text("utf-8")) for path in UI.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.name: node for node in nodes if isinstance(node, ast.ClassDef)}


def names_in(node: ast.ClassDef) -> frozenset[str]:
    """Give what a class makes or builds on."""
    made = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
    return frozenset(one.id for one in (*made, *node.bases) if isinstance(one, ast.Name))


def with_boxes() -> frozenset[str]:
    """Name every class that holds a box to type in, however deep."""
    uses = {name: names_in(node) for name, node in classes().items()}
    found = BOXES
    while True:
        more = found | {name for name, used in uses.items() if used & found}
        if more == found:
            return found
        found = more


def has_boxes(screen: type[Screen], boxes: frozenset[str]) -> bool:
    """Tell whether anything in a screen's folder holds a box to type in."""
    room = Path(inspect.getfile(screen)).parent
    trees = (ast.parse(path.read_text("utf-8")) for path in room.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return any(names_in(node) & boxes for node in nodes if isinstance(node, ast.ClassDef))


def tells(screen: type[Screen]) -> bool:
    """Tell whether a screen gives what is half typed, and takes it back."""
    return screen.half_typed is not Screen.half_typed and screen.put_back is not Screen.put_back


@pytest.mark.parametrize("name", sorted(screens()))
def test_a_screen_with_a_box_to_type_in_says_what_is_half_typed(name: str) -> None:
    screen = screens()[name]
    if not has_boxes(screen, with_boxes()):
        assert name not in SECRETS_ONLY
    elif name not in SECRETS_ONLY:
        assert tells(screen), f"{name} has a box to type in, but no half_typed and put_back"
    else:
        assert not tells(screen), f"{name} needs no excuse any more"


def test_the_reading_finds_boxes_however_deep_and_none_where_there_are_none() -> None:
    boxes, found = with_boxes(), screens()
    assert {"PassphraseBox", "SearchBox", "GrowingText", "DetailsForm"} <= boxes
    assert has_boxes(found["DraftScreen"], boxes)
    assert not has_boxes(found["WelcomeScreen"], boxes)
    assert set(SECRETS_ONLY) <= set(found)
