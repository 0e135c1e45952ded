"""What a roll file would change, before anything is stored. Shows, stores nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from ffd_desktop.roll.preview import RollPreview
from ui.screens.roll.words import Count, changes_words, counts, source_words, unreadable_words
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside, empty
from ui.widgets.words import Kind, Words

MOST_LINES = 5


class PreviewPanel(Panel):
    """Counts, warnings, rows that could not be read, and the two ways on."""

    def __init__(self) -> None:
        super().__init__(gap=SPACE.small)
        self.source = Words("", Kind.BODY)
        self._counts = QHBoxLayout()
        self._counts.setSpacing(SPACE.small)
        self.warnings = Panel("warn", gap=SPACE.small)
        self.list_words = Words("", Kind.STRONG)
        self.unreadable = QPlainTextEdit()
        self.unreadable.setReadOnly(True)
        self.unreadable.setTabChangesFocus(True)
        self.unreadable.setAccessibleName("Rows that need a look, and why")
        self.take = Button("Bring this roll in", "primary")
        self.leave_it = Button("Leave it as it is")
        self.columns = Button("Change the columns", "link")
        self.changes = Words("", Kind.BODY)
        self.add(
            Words("What this file would change", Kind.HEADING),
            self.source,
            self._counts,
            self.changes,
            self.warnings,
            self.list_words,
            self.unreadable,
            Words(
                "Nothing is stored yet. Referrals already written keep their answers either way.",
                Kind.QUIET,
            ),
            beside(self.take, self.leave_it, self.columns),
        )

    def show_preview(self, preview: RollPreview, *, is_table: bool = False) -> None:
        """Show a preview; of a table the columns can be changed."""
        self.columns.setVisible(is_table)
        self.changes.say(changes_words(preview))
        self.source.setText(source_words(preview.source))
        empty(self._counts)
        for count in counts(preview):
            self._counts.addWidget(_tile(count), 1)
        self.warnings.clear()
        self.warnings.setVisible(bool(preview.warnings))
        for words in preview.warnings:
            self.warnings.add(Words(words))
        rows = preview.to_look_at
        self.list_words.say("Rows that need a look" if rows else "")
        self.unreadable.setVisible(bool(rows))
        self.unreadable.setPlainText(
            "\n".join(unreadable_words(row, preview.source) for row in rows)
        )
        lines = min(max(len(rows), 1), MOST_LINES)
        line = self.unreadable.fontMetrics().lineSpacing()
        self.unreadable.setFixedHeight(lines * line + SPACE.wide + SPACE.small)


def _tile(count: Count) -> Panel:
    tile = Panel("sunken", gap=0)
    tile.add(Words(count.number, Kind.NUMBER), Words(count.name, Kind.STRONG))
    tile.add(Words(count.meaning, Kind.QUIET))
    tile.column.addStretch(1)
    tile.setAccessibleName(f"{count.number} {count.name}: {count.meaning}")
    return tile
