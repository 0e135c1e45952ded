"""Tab follows the eye, through what was built late and past what is hidden or resting."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLayoutItem,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.tab_order import reading_order, step_focus


def page(*boxes: QWidget) -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    lines = QVBoxLayout(made)
    for box in boxes:
        lines.addWidget(box)
    return made, lines


def walked(root: QWidget, *, onward: bool = True, steps: int = 3) -> list[str]:
    names = []
    for _ in range(steps):
        assert step_focus(root, onward=onward)
        focus = QApplication.focusWidget()
        names.append(focus.objectName() if focus is not None else "")
    return names


def box(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def shown(qtbot, root: QWidget) -> None:
    qtbot.addWidget(root)
    with qtbot.waitActive(root):
        root.show()
        root.activateWindow()


def test_what_is_built_late_is_met_where_it_stands(qtbot) -> None:
    first, last = box("first"), box("last")
    root, lines = page(first, last)
    shown(qtbot, root)
    late = box("late")
    lines.insertWidget(1, late)
    late.show()
    first.setFocus()
    assert walked(root) == ["late", "last", "first"]
    assert walked(root, onward=False) == ["last", "late", "first"]


def test_hidden_and_resting_boxes_are_passed_by(qtbot) -> None:
    boxes = [box(name) for name in ("first", "hidden", "resting", "last")]
    root, _ = page(*boxes)
    boxes[1].hide()
    boxes[2].setEnabled(False)
    shown(qtbot, root)
    boxes[0].setFocus()
    assert walked(root, steps=2) == ["last", "first"]


def test_tab_goes_into_what_scrolls(qtbot) -> None:
    inner, _ = page(box("inside"))
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    first = box("first")
    root, _ = page(first, area, box("last"))
    shown(qtbot, root)
    first.setFocus()
    assert walked(root) == ["inside", "last", "first"]


def test_inner_layouts_are_read_where_they_stand(qtbot):
    first, second, third, last = (box(name) for name in ("first", "second", "third", "last"))
    root, lines = page(first)
    inner = QVBoxLayout()
    inner.addWidget(second)
    inner.addWidget(third)
    lines.addLayout(inner)
    lines.addWidget(last)
    shown(qtbot, root)
    first.setFocus()
    assert walked(root, steps=4) == ["second", "third", "last", "first"]


def test_walking_leaves_no_wrapper_of_an_item_that_qt_will_free(qtbot):
    root, _ = page(box("first"), box("second"))
    shown(qtbot, root)
    before = {id(one) for one in gc.get_objects() if isinstance(one, QLayoutItem)}
    assert len(list(reading_order(root))) == 3
    after = [one for one in gc.get_objects() if isinstance(one, QLayoutItem)]
    assert [one for one in after if id(one) not in before] == []


def test_no_layout_is_asked_for_its_items():
    for path in (Path(__file__).parents[2] / "ui").rglob("*.py"):
        assert ".itemAt(" not in path.read_text(encoding="utf-8"), path.name
