"""Finding words in the whole draft: from answer to answer, each shown and marked.

Changes no answer; the focus stays in the bar until it is put away.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from ui.editors.field_row import FieldRow
from ui.screens.draft.find_bar import FindBar
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.searching import Hit, hits
from ui.widgets.words import restyle

Show = Callable[[str], FieldRow | None]


class FindInDraft(QObject):
    """Looks after the find bar.

    Args:
        bar: The bar.
        presenter: Whose answers are looked through.
        near: Gives the key of the section at hand; finding begins there.
        show: Brings the answer at a path into view.
        back: Puts the focus where it was, when nothing was found.
    """

    def __init__(
        self,
        bar: FindBar,
        presenter: DraftPresenter,
        *,
        near: Callable[[], str],
        show: Show,
        back: Callable[[], object],
    ) -> None:
        super().__init__(bar)
        self._bar, self._presenter = bar, presenter
        self._near, self._bring, self._back = near, show, back
        self._words = ""
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        self._marked: FieldRow | None = None
        bar.sought.connect(self._on_sought)
        bar.stepped.connect(self._on_stepped)
        bar.closed.connect(self._on_closed)

    def _on_sought(self, words: str) -> None:
        presenter = self._presenter
        self._words = words
        self._hits = hits(words, presenter.referral, presenter.form, presenter.context())
        sections = [hit.section for hit in self._hits]
        near = self._near()
        self._at = sections.index(near) if near in sections else 0
        self._show()

    def _on_stepped(self, step: int) -> None:
        if self._bar.box.text() != self._words:
            self._on_sought(self._bar.box.text())
        elif self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._show()

    def _show(self) -> None:
        self._unmark()
        count = len(self._hits)
        self._bar.tell(self._at + 1, count)
        row = self._bring(self._hits[self._at].path) if count else None
        if row is not None:
            row.find_text(self._words)
            _mark(row, on=True)
        self._marked = row

    def _on_closed(self) -> None:
        row = self._marked
        self._unmark()
        self._hits, self._words = (), ""
        if row is not None and isValid(row):
            row.focus_in_editor()
        else:
            self._back()

    def _unmark(self) -> None:
        row, self._marked = self._marked, None
        if row is not None and isValid(row):
            row.find_text("")
            _mark(row, on=False)


def _mark(row: FieldRow, *, on: bool) -> None:
    row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on)
    row.setProperty("found", on)
    restyle(row)
