"""Stylesheet rules for tables: a quiet heading, a border that turns into the focus ring."""

from __future__ import annotations

from ui.style.tokens import SPACE, TYPE, Style


def rules(style: Style) -> str:
    """Write the rules for tables; what stands in a row is drawn by its delegate."""
    c = style.colours
    return f"""
QTableView {{
  font-size: {style.points(TYPE.body)}pt; background: {c.surface}; color: {c.ink};
  border: 1px solid {c.edge}; border-radius: {SPACE.radius}px; padding: 2px; outline: 0; }}
QTableView:focus {{ border: {SPACE.ring}px solid {c.focus}; padding: 0; }}
QTableView QHeaderView {{ background: {c.surface}; }}
QTableView QHeaderView::section {{
  font-size: {style.points(TYPE.small)}pt; background: {c.surface}; color: {c.quiet};
  border: 0; border-bottom: 1px solid {c.edge}; padding: 8px 8px 8px {SPACE.large}px; }}
QTableView QHeaderView::section:vertical {{ border-bottom-color: {c.line}; }}
"""
