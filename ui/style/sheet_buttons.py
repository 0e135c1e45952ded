"""Stylesheet rules for buttons: primary, secondary, quiet, link, danger.

The focus ring takes the place of border and padding, so that nothing moves when focus comes.
"""

from __future__ import annotations

from ui.style.tokens import SPACE, TYPE, Style


def rules(style: Style) -> str:
    """Write the rules for every kind of button."""
    return "\n".join((_secondary(style), _filled(style), _quiet(style)))


def _secondary(style: Style) -> str:
    c = style.colours
    return f"""
QPushButton {{
  font-size: {style.points(TYPE.body)}pt; background: {c.surface}; color: {c.ink};
  border: 1px solid {c.edge}; border-radius: {SPACE.radius}px; padding: 6px 16px;
  min-height: 20px; outline: 0; }}
QPushButton:hover {{ background: {c.soft}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:focus {{
  border: {SPACE.ring}px solid {c.focus}; padding: 4px 14px; }}
QPushButton:disabled {{ color: {c.quiet}; background: {c.sunken}; border: 1px solid {c.line}; }}
QPushButton:checked {{
  background: {c.soft}; border: 2px solid {c.accent}; padding: 5px 15px; color: {c.ink}; }}
QPushButton:checked:focus {{
  border: {SPACE.ring}px solid {c.focus}; padding: 4px 14px; }}
"""


def _filled(style: Style) -> str:
    c = style.colours
    return f"""
QPushButton[kind="primary"] {{
  background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent};
  font-weight: {TYPE.strong}; }}
QPushButton[kind="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[size="big"] {{ font-size: {style.points(TYPE.lead)}pt; min-height: 30px; }}
QPushButton[kind="danger"] {{
  background: {c.danger}; color: {c.on_danger}; border: 1px solid {c.danger};
  font-weight: {TYPE.strong}; }}
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus {{
  border: {SPACE.ring}px solid {c.focus}; padding: 4px 14px; text-decoration: underline; }}
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {{
  color: {c.quiet}; background: {c.sunken}; border: 1px solid {c.line}; }}
"""


def _quiet(style: Style) -> str:
    c = style.colours
    small = style.points(TYPE.small)
    return f"""
QPushButton[kind="quiet"], QPushButton[kind="link"] {{
  background: transparent; border: 1px solid transparent; color: {c.link};
  padding: 4px 6px; font-size: {small}pt; text-align: left; min-height: 20px; }}
QPushButton[kind="link"] {{ text-decoration: underline; padding: 4px 4px; }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="link"]:hover {{ background: {c.soft}; }}
QPushButton[kind="quiet"]:focus {{
  border: {SPACE.ring}px solid {c.focus}; padding: 2px 4px; }}
QPushButton[kind="link"]:focus {{
  border: {SPACE.ring}px solid {c.focus}; padding: 2px 2px; }}
QPushButton[kind="row"] {{
  background: transparent; border: 1px solid transparent; border-radius: {SPACE.radius}px;
  padding: 0; text-align: left; }}
QPushButton[kind="row"]:hover {{ background: {c.soft}; }}
QPushButton[kind="row"]:checked {{
  background: {c.soft}; border: 0; border-left: 4px solid {c.accent}; border-radius: 0; }}
QPushButton[kind="row"]:focus {{ border: {SPACE.ring}px solid {c.focus}; }}
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled {{
  color: {c.quiet}; border: 1px solid transparent; background: transparent; }}
"""
