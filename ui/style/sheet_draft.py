"""Stylesheet rules of the draft and check screens: head, side panel, tabs, list, grid."""

from __future__ import annotations

from ui.style.tokens import SPACE, TYPE, Style


def rules(style: Style) -> str:
    """Write the rules."""
    return "\n".join((_panes(style), _tabs(style), _grid(style)))


def _panes(style: Style) -> str:
    c = style.colours
    return f"""
QFrame#head {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.line}; }}
QFrame[bar="find"] {{ background: {c.sunken}; border: 0; border-bottom: 1px solid {c.line}; }}
QWidget#side {{ background: {c.sunken}; border-left: 1px solid {c.line}; }}
QListView[list="sections"], QListView[list="sections"]:focus {{
  background: {c.sunken}; border: 0; border-right: 1px solid {c.line}; border-radius: 0;
  padding: 0; }}
QListView[list="rows"] {{
  background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge};
  border-radius: {SPACE.radius}px; padding: 2px; outline: 0;
  font-size: {style.points(TYPE.body)}pt; }}
QListView[list="rows"]:focus {{ border: {SPACE.ring}px solid {c.focus}; padding: 0; }}
QScrollArea[details="true"]:focus {{ border: {SPACE.ring}px solid {c.focus}; }}
QScrollArea[card="view"] {{
  background: {c.sunken}; border: 1px solid {c.line}; padding: {SPACE.ring - 1}px; }}
QScrollArea[card="view"]:focus {{ border: {SPACE.ring}px solid {c.focus}; padding: 0; }}
QWidget[found="true"] {{ background: {c.warn_soft}; border-radius: {SPACE.radius}px; }}
"""


def _tabs(style: Style) -> str:
    c = style.colours
    return f"""
QPushButton[kind="tab"] {{
  background: transparent; border: 0; border-bottom: 3px solid {c.line}; border-radius: 0;
  color: {c.link}; padding: 6px 8px; font-size: {style.points(TYPE.small)}pt; }}
QPushButton[kind="tab"]:hover {{ background: {c.soft}; }}
QPushButton[kind="tab"]:checked {{
  background: transparent; border: 0; border-bottom: 3px solid {c.accent}; color: {c.ink};
  font-weight: {TYPE.strong}; padding: 6px 8px; }}
QPushButton[kind="tab"]:focus, QPushButton[kind="tab"]:checked:focus {{
  border: {SPACE.ring}px solid {c.focus}; padding: 3px 5px; }}
"""


def _grid(style: Style) -> str:
    c = style.colours
    return f"""
QTableWidget {{
  background: {c.surface}; color: {c.ink}; gridline-color: {c.line}; border: 1px solid {c.line};
  font-size: {style.points(TYPE.small)}pt; selection-background-color: {c.soft};
  selection-color: {c.ink}; }}
QTableWidget:focus {{ border: 1px solid {c.focus}; }}
QTableWidget::item {{ padding: 6px 8px; }}
QTableWidget::item:selected {{ background: {c.soft}; color: {c.ink}; }}
QTableWidget::item:focus {{ border: {SPACE.ring}px solid {c.focus}; padding: 3px 5px; }}
QHeaderView, QTableCornerButton::section {{ background: {c.sunken}; border: 0; }}
QHeaderView::section {{
  background: {c.sunken}; color: {c.ink}; border: 0; border-right: 1px solid {c.line};
  border-bottom: 1px solid {c.line}; padding: 6px 8px; font-weight: {TYPE.strong};
  font-size: {style.points(TYPE.small)}pt; }}
"""
