"""Stylesheet rules for words: headings, body, quiet text, tags."""

from __future__ import annotations

from ui.style.tokens import TYPE, Style


def rules(style: Style) -> str:
    """Write the rules for every kind of words in the window."""
    return "\n".join((_labels(style), _coloured(style), _tags(style)))


def _labels(style: Style) -> str:
    strong = TYPE.strong
    return f"""
QLabel {{ background: transparent; }}
QLabel[words="title"] {{ font-size: {style.points(TYPE.title)}pt; font-weight: {strong}; }}
QLabel[words="heading"] {{ font-size: {style.points(TYPE.heading)}pt; font-weight: {strong}; }}
QLabel[words="lead"] {{ font-size: {style.points(TYPE.lead)}pt; }}
QLabel[words="label"] {{ font-size: {style.points(TYPE.body)}pt; font-weight: {strong}; }}
QLabel[words="strong"] {{ font-size: {style.points(TYPE.body)}pt; font-weight: {strong}; }}
QLabel[words="body"] {{ font-size: {style.points(TYPE.body)}pt; }}
QLabel[words="number"] {{ font-size: {style.points(TYPE.number)}pt; font-weight: {strong}; }}
QLabel[words="hint"], QLabel[words="quiet"], QLabel[words="small"],
QLabel[words="alarm"], QLabel[words="warn"], QLabel[words="good"] {{
  font-size: {style.points(TYPE.small)}pt; }}
"""


def _coloured(style: Style) -> str:
    c = style.colours
    return f"""
QLabel[words="hint"], QLabel[words="quiet"] {{ color: {c.quiet}; }}
QLabel[words="alarm"] {{ color: {c.alarm}; font-weight: {TYPE.strong}; }}
QLabel[words="warn"] {{ color: {c.warn}; font-weight: {TYPE.strong}; }}
QLabel[danger="true"] {{ color: {c.alarm}; }}
QLabel[words="good"] {{ color: {c.good}; font-weight: {TYPE.strong}; }}
"""


def _tags(style: Style) -> str:
    c = style.colours
    small = style.points(TYPE.small)
    return f"""
QLabel[tag] {{
  font-size: {small}pt; padding: 2px 8px; border-radius: 4px; border: 1px solid {c.line};
  background: {c.sunken}; color: {c.quiet}; }}
QLabel[tag="plain"] {{ border-color: transparent; background: transparent; color: {c.ink}; }}
QLabel[tag="accent"] {{ border-color: {c.accent}; background: {c.soft}; color: {c.link}; }}
QLabel[tag="good"] {{ border-color: {c.good}; background: {c.good_soft}; color: {c.good}; }}
QLabel[tag="warn"] {{ border-color: {c.warn}; background: {c.warn_soft}; color: {c.warn}; }}
QLabel[tag="alarm"] {{ border-color: {c.alarm}; background: {c.alarm_soft}; color: {c.alarm}; }}
"""
