"""The stylesheet of the window, made from the tokens. Names no colour and no screen itself."""

from __future__ import annotations

from ui.style import sheet_buttons, sheet_draft, sheet_inputs, sheet_tables, sheet_words
from ui.style.tokens import Style


def stylesheet(style: Style) -> str:
    """Write the Qt stylesheet for a style; the same for every operating system."""
    parts = (_ground(style), sheet_words.rules(style), sheet_buttons.rules(style))
    boxes = (sheet_inputs.rules(style), sheet_tables.rules(style), sheet_draft.rules(style))
    return "\n".join((*parts, *boxes, _bars(style)))


def _ground(style: Style) -> str:
    c = style.colours
    return f"""
QWidget {{ color: {c.ink}; }}
QMainWindow, QDialog, QWidget#page {{ background: {c.page}; }}
QScrollArea, QScrollArea > QWidget#viewport {{ background: transparent; border: 0; }}
QFrame[card="plain"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; }}
QFrame[card="sunken"] {{ background: {c.sunken}; border: 0; border-radius: 8px; }}
QFrame[card="accent"] {{
  background: {c.surface}; border: 1px solid {c.line}; border-left: 5px solid {c.accent};
  border-radius: 0; }}
QFrame[card="alarm"] {{
  background: {c.alarm_soft}; border: 0; border-left: 5px solid {c.alarm}; border-radius: 0; }}
QFrame[card="warn"] {{
  background: {c.warn_soft}; border: 0; border-left: 5px solid {c.warn}; border-radius: 0; }}
QFrame[card="good"] {{
  background: {c.good_soft}; border: 0; border-left: 5px solid {c.good}; border-radius: 0; }}
QFrame[card="note"] {{
  background: {c.soft}; border: 0; border-left: 5px solid {c.accent}; border-radius: 0; }}
QFrame[rule="true"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
QToolTip {{ background: {c.ink}; color: {c.page}; border: 0; padding: 6px 8px; }}
"""


def _bars(style: Style) -> str:
    c = style.colours
    return f"""
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {c.line}; }}
QProgressBar {{
  background: {c.surface}; border: 1px solid {c.edge}; border-radius: 6px; min-height: 10px;
  max-height: 10px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 5px; }}
QMenu {{
  background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; padding: 6px; }}
QMenu::item {{ padding: 8px 22px 8px 14px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.select}; color: {c.on_select}; }}
QMenu::item:disabled {{ color: {c.quiet}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 6px 8px; }}
"""
