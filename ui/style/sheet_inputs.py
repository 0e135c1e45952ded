"""Stylesheet rules for what a person writes in and chooses from."""

from __future__ import annotations

from ui.style.contrast import is_dark
from ui.style.places import icon
from ui.style.tokens import SPACE, TYPE, Style


def rules(style: Style) -> str:
    """Write the rules for boxes to write in, lists and combo boxes."""
    return "\n".join((_boxes(style), _combo(style), _lists(style)))


def _boxes(style: Style) -> str:
    c = style.colours
    return f"""
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{
  font-size: {style.points(TYPE.body)}pt; background: {c.surface}; color: {c.ink};
  border: 1px solid {c.edge}; border-radius: {SPACE.radius}px; padding: 6px 8px;
  selection-background-color: {c.select}; selection-color: {c.on_select};
  placeholder-text-color: {c.quiet}; }}
QLineEdit, QComboBox, QSpinBox {{ min-height: 20px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
  border: {SPACE.ring}px solid {c.focus}; padding: 4px 6px; }}
QLineEdit:read-only, QPlainTextEdit[quiet="true"] {{
  background: {c.sunken}; border: 1px solid {c.line}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
  background: {c.sunken}; color: {c.quiet}; border: 1px solid {c.line}; }}
"""


def _combo(style: Style) -> str:
    arrow = icon("chevron-dark.svg" if is_dark(style.colours.surface) else "chevron-light.svg")
    size = style.pixels(16)
    return f"""
QComboBox QLineEdit, QComboBox QLineEdit:focus {{
  border: 0; padding: 0; background: transparent; min-height: 0; }}
QComboBox::drop-down {{
  border: 0; width: {style.pixels(30)}px; subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {size}px; height: {size}px; }}
"""


def _lists(style: Style) -> str:
    c = style.colours
    tick, size = icon("tick.svg"), style.pixels(16)
    return f"""
QListView::indicator {{
  width: {size}px; height: {size}px; border: 2px solid {c.edge}; border-radius: 4px;
  background: {c.surface}; }}
QListView::indicator:checked {{
  background: {c.accent}; border: 2px solid {c.accent}; image: url("{tick}"); }}
QListView {{
  font-size: {style.points(TYPE.body)}pt; background: {c.surface}; color: {c.ink};
  border: 1px solid {c.edge}; border-radius: {SPACE.radius}px; padding: 4px; outline: 0; }}
QListView:focus {{ border: {SPACE.ring}px solid {c.focus}; padding: 2px; }}
QListView::item {{ padding: 5px 8px; border-radius: 4px; min-height: 20px; color: {c.ink}; }}
QListView::item:hover {{ background: {c.soft}; }}
QListView::item:selected {{ background: {c.soft}; color: {c.ink}; }}
QListView::item:focus {{ border: 2px solid {c.focus}; padding: 3px 6px; }}
QComboBox QAbstractItemView::item:selected {{ background: {c.select}; color: {c.on_select}; }}
"""
