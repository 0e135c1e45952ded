"""Comments joined to the draft screen: bubble, box, page at the side, counts, keys.

What is shown is brought up to date in a pause, never for each key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ffd_desktop.app.comment_notes import news_words
from ffd_desktop.referral.commenting import is_gone, is_section
from ffd_desktop.referral.comments import Comment
from ui.editors.field_row import FieldRow
from ui.screens.draft.comments.box import Box
from ui.screens.draft.comments.bubble import Bubble
from ui.screens.draft.comments.page import CommentsPage
from ui.screens.draft.comments.words import Telling
from ui.screens.draft.focus_follower import FocusFollower
from ui.screens.draft.item_card import ItemCard
from ui.screens.draft.items import item_word

if TYPE_CHECKING:
    from ui.screens.draft.screen import DraftScreen

PAUSE_MS = 400
COMMENT: Final = "Ctrl+Shift+M"
KEYS: Final = {"comment": COMMENT, "next": "F8", "previous": "Shift+F8"}
_Act = Callable[[], object]


class Comments(QObject):
    """Everything on the draft screen that has to do with comments."""

    def __init__(self, screen: DraftScreen, focus: FocusFollower) -> None:
        super().__init__(screen)
        self._screen, self._focus = screen, focus
        self.comments = comments = screen.presenter.comments
        self.page = CommentsPage(comments, f"{COMMENT} comments on the answer with the caret.")
        self.tab = screen.side.add_page("Comments", self.page)
        self.box: Box | None = None
        self.bubble: Bubble | None = None
        self._at = ""
        self._due = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._due.timeout.connect(self.show_now)
        comments.changed.connect(self._due.start)
        screen.sections.chosen.connect(lambda _: self._due.start())
        comments.wanted.connect(self.comment_on)
        comments.pointed.connect(self._on_pointed)
        focus.came.connect(self._on_came)
        self.page.shown.connect(self._show_page)
        self.page.followed.connect(self.follow)
        self.page.wanted.connect(self._on_wanted)
        acts: dict[str, _Act] = {
            "comment": self.comment_here,
            "next": lambda: self.step(1),
            "previous": lambda: self.step(-1),
        }
        for name, act in acts.items():
            QShortcut(QKeySequence(KEYS[name]), screen).activated.connect(act)
        self._show_counts()
        self._tell_news()

    # ---- showing -----------------------------------------------------------------------------

    def show_now(self) -> None:
        """Show what is said now, everywhere."""
        self._due.stop()
        self._show_counts()
        asked = self._screen.middle.asked()
        for path, row in (asked.rows if asked is not None else {}).items():
            row.show_comments(self.comments.mark(path))
        if self._screen.middle.page is not None:
            self._screen.middle.page.sum_up()
        if self._box() is not None:
            self._show_box()
        if self.page.isVisible():
            self._show_page()

    def _show_counts(self) -> None:
        count = self.comments.open_count
        words = f"Comments ({count})" if count else "Comments"
        self.tab.setText(words)
        self.tab.setAccessibleName(words)
        self._screen.sections.rows.show_comments(self.comments.by_section())

    def _show_page(self) -> None:
        box = self._box()
        written = box.writing.said if box is not None else ""
        self.page.show_comments(self._telling(), elsewhere=written)
        self.page.show_here(self._item_word())

    def _show_box(self) -> None:
        if self.box is not None:
            self.box.show_comments(self._telling())

    def _tell_news(self) -> None:
        new = self.comments.new
        names = [one.by for one in self.comments.all if one.id in new]
        names += [it.by for one in self.comments.all for it in one.replies if it.id in new]
        if names:
            self._screen.notice.tell("note", news_words(names))
            self.tab.click()

    # ---- commenting --------------------------------------------------------------------------

    def comment_here(self) -> None:
        """Comment on the answer with the caret, or on the item or section that is shown."""
        card = self._card_in_focus()
        if card is not None:
            self.comment_on(self._path_of(card.item_id))
        else:
            self._on_wanted("answer")

    def comment_on(self, path: str, *, to_read: bool = False) -> None:
        """Open the box beneath an answer, or one at the side for anything else."""
        asked = self._screen.middle.asked()
        row = asked.rows.get(path) if asked is not None else None
        if row is not None:
            self._open_box(row, path, to_read=to_read)
        elif not self.comments.is_fixed:
            self.show_page()
            about = self._telling().about(path)
            self.page.write(f"Comment on “{about}”", lambda text: self.comments.begin(path, text))

    def show_page(self) -> None:
        """Show the page at the side."""
        if self._screen.side.isHidden():
            self._screen.panes.toggle_side()
        self.tab.click()

    def follow(self, comment: Comment) -> None:
        """Show what a comment is about, with the comment beneath it where it is an answer."""
        self._at = comment.id
        path = comment.path
        if is_section(path):
            self._screen.show_section(path)
        elif path and not is_gone(self._screen.presenter.referral, path):
            row = self._screen.go_to(path)
            if row is not None and self._screen.middle.path_of(row) == path:
                self.comment_on(path, to_read=True)

    def step(self, by: int) -> None:
        """Go to the next open comment, or the one before, as the page lists them."""
        self._show_page()
        listed = list(self.page.open.slots)
        if not listed:
            return
        at = listed.index(self._at) + by if self._at in listed else min(by, 0)
        comment = self.comments.find(listed[at % len(listed)])
        if comment is not None:
            self.follow(comment)
            if not self._box_is_about(comment.path):
                self.show_page()
                self.page.open.focus_on(comment.id)

    def _open_box(self, row: FieldRow, path: str, *, to_read: bool) -> None:
        self._close_box()
        self.box = box = Box(self.comments, path, row.field.label)
        box.ended.connect(self._on_ended)
        self._show_box()
        row.put_beneath(box)
        box.show()
        box.take_focus(to_read=to_read)
        QTimer.singleShot(0, box, lambda: self._screen.middle.view.reveal(box))

    def _on_ended(self) -> None:
        path = self.box.path if self.box is not None else ""
        self._close_box()
        self.show_now()
        self._screen.go_to(path)

    def _close_box(self) -> None:
        box = self._box()
        if box is not None:
            box.hide()
            box.setParent(None)
            box.deleteLater()
        self.box = None

    def _box(self) -> Box | None:
        if self.box is not None and not isValid(self.box):
            self.box = None  # it went with the page that it stood on
        return self.box

    def _box_is_about(self, path: str) -> bool:
        box = self._box()
        return box is not None and box.path == path

    # ---- what the writer does ----------------------------------------------------------------

    def _on_came(self, row: FieldRow) -> None:
        self._on_pointed(row)
        if self.page.isVisible():
            self._due.start()

    def _on_pointed(self, row: FieldRow) -> None:
        if self.comments.is_fixed:
            return
        if self.bubble is not None and isValid(self.bubble):
            if self.bubble.parent() is row:
                return
            self.bubble.hide()
            self.bubble.deleteLater()
        self.bubble = Bubble(row, COMMENT)
        self.bubble.clicked.connect(lambda: self.comment_on(self._screen.middle.path_of(row)))

    def _on_wanted(self, what: str) -> None:
        row, item = self._focus.row, self._open_item()
        answer = self._screen.middle.path_of(row) if row is not None else ""
        section = self._screen.section
        paths = {"answer": answer or item or section, "item": item, "section": section, "whole": ""}
        self.comment_on(paths[what])

    def _telling(self) -> Telling:
        page = self._screen.middle.page
        context = page.context if page is not None else None
        return Telling(self._screen.presenter, context=context)

    def _open_item(self) -> str:
        page = self._screen.middle.page
        return self._path_of(page.open_item()) if page is not None else ""

    def _path_of(self, item_id: str) -> str:
        page = self._screen.middle.page
        return f"{page.section.repeats}[{item_id}]" if page is not None and item_id else ""

    def _item_word(self) -> str:
        page = self._screen.middle.page
        return item_word(page.section) if page is not None and page.open_item() else ""

    def _card_in_focus(self) -> ItemCard | None:
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, FieldRow):
            if isinstance(widget, ItemCard):
                return widget
            widget = widget.parentWidget()
        return None
