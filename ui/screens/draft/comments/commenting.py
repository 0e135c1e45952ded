"""What the draft's presenter does with comments: begins, changes, resolves them, and counts.

Every change is an edit of the draft. Counts are made anew only when a comment changed, never for a
key in an answer. Touches no widget.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ffd_desktop.app.desk import OpenDraft
from ffd_desktop.councils.forms import Field, Section
from ffd_desktop.drafting.session import Changes
from ffd_desktop.referral.commenting import (
    READ_THROUGH,
    commenting,
    is_comment,
    is_section,
    opening_again,
    reading_through,
    replying,
    resolving,
    second_readers,
)
from ffd_desktop.referral.comments import Author, Comment, CommentReply
from ffd_desktop.referral.edits import Edit, put, take_out
from ui.screens.draft.watching import plain
from ui.screens.draft.whereabouts import item_of, spot_of

if TYPE_CHECKING:
    from ui.screens.draft.presenter import DraftPresenter
    from ui.widgets.growing_text import GrowingText

SECOND_READER = "declaration.second_reader"


class Commenting(QObject):
    """The comments of one open draft.

    Signals:
        changed: Comments came, went or changed.
        wanted: Somebody wants to comment on what stands at a path; carries it.
        pointed: The pointer came over a question; carries its row.
    """

    changed = Signal()
    wanted = Signal(str)
    pointed = Signal(object)

    def __init__(self, presenter: DraftPresenter, draft: OpenDraft) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._me = draft.me
        self.new = frozenset(draft.new_comments)
        self._counted: tuple[Comment, ...] = ()
        self._counts = Counter[str]()
        self._places: dict[str, str] = {}
        self._fields = {plain(field.path): field for field in presenter.form.fields()}
        presenter.moved.connect(self._on_moved)
        presenter.answered.connect(self._on_answered)

    # ---- what stands -------------------------------------------------------------------------

    @property
    def all(self) -> tuple[Comment, ...]:
        """Every comment, oldest first."""
        return self._presenter.referral.comments

    def find(self, comment_id: str) -> Comment | None:
        """Give a comment; ``None`` when it is not there any more."""
        return next((one for one in self.all if one.id == comment_id), None)

    def words_of(self, said: str) -> str | None:
        """Give the words of a comment or a reply, by its own path; ``None`` when it is gone."""
        words = self._presenter.value(f"{said}.text")
        return words if isinstance(words, str) else None

    def about(self, path: str) -> tuple[Comment, ...]:
        """Give the comments on what stands at a path, open ones first."""
        here = (one for one in self.all if one.path == path)
        return tuple(sorted(here, key=lambda one: not one.is_open))

    def mark(self, path: str) -> str:
        """Say how many comments on an answer or an item as a whole are open."""
        return open_words(self._count()[path])

    def mark_within(self, section: Section, item_id: str) -> str:
        """Say how many comments on an item and on what stands in it are open."""
        return open_words(self._count()[_within(f"{section.repeats}[{item_id}]")])

    def want(self, section: Section, item_id: str) -> None:
        """Ask to comment on an item as a whole."""
        self.wanted.emit(f"{section.repeats}[{item_id}]")

    @property
    def open_count(self) -> int:
        """How many comments are open."""
        return sum(one.is_open for one in self.all)

    def by_section(self) -> dict[str, int]:
        """Count the open comments of each section, by its key."""
        return dict(Counter(self.section_of(one.path) for one in self.all if one.is_open))

    def section_of(self, path: str) -> str:
        """Give the key of the section in which a comment's path stands; empty for none."""
        if path not in self._places:
            self._places[path] = self._find_section(path)
        return self._places[path]

    def field_at(self, path: str) -> Field | None:
        """Give the question at a path; ``None`` where the form asks none."""
        return self._fields.get(plain(path))

    @property
    def sections(self) -> tuple[str, ...]:
        """The keys of the form's sections, in order."""
        return tuple(one.key for one in self._presenter.form.sections)

    def is_mine(self, said: Comment | CommentReply) -> bool:
        """Tell whether whoever sits here said it."""
        return (said.person, said.by) == (self._me.person, self._me.name) or (
            bool(said.person) and said.person == self._me.person
        )

    @property
    def is_fixed(self) -> bool:
        """Whether nothing can be said any more."""
        return self._presenter.is_fixed

    # ---- what is said ------------------------------------------------------------------------

    def begin(self, path: str, text: str) -> str:
        """Comment on what stands at a path; give the new comment's own path."""
        return self._begun(commenting(self._presenter.referral, path, text, self._author()), text)

    def begin_reply(self, comment: Comment, text: str) -> str:
        """Reply to a comment; give the new reply's own path, empty if it is gone."""
        if self.find(comment.id) is None:
            return ""
        return self._begun(replying(comment, text, self._author()), text)

    def say(self, said: str, text: str) -> None:
        """Change the words of a comment or a reply, by its own path."""
        self._presenter.edited(f"{said}.text", text)

    def take_back(self, said: str) -> None:
        """Take a comment or a reply out again; undo gives it back."""
        if self.words_of(said) is not None:
            self._presenter.do(take_out(said))

    def resolve(self, comment: Comment) -> None:
        """Say that a comment is done with."""
        if self.find(comment.id) is not None:
            self._presenter.do(*resolving(comment, self._author()))

    def open_again(self, comment: Comment) -> None:
        """Say that a comment is not done with after all."""
        if self.find(comment.id) is not None:
            self._presenter.do(*opening_again(comment))

    def done(self) -> None:
        """Save what was written at once."""
        self._presenter.left_field()

    def watch_spelling(self, box: GrowingText) -> None:
        """Have words marked in a box as in every answer."""
        if self._presenter.spelling is not None:
            self._presenter.spelling.watch(box)

    # ---- a second reader ---------------------------------------------------------------------

    @property
    def may_say_read(self) -> bool:
        """Whether somebody else than the writer sits here who has not said that they read it."""
        mine = (one for one in self.all if one.text == READ_THROUGH and self.is_mine(one))
        writer = self._presenter.referral.referrer.name
        return not self.is_fixed and self._me.name not in ("", writer) and not any(mine)

    def say_read(self) -> None:
        """Note that whoever sits here has read the whole draft."""
        self._presenter.do(*reading_through(self._presenter.referral, self._author()))

    @property
    def reader_to_name(self) -> str:
        """Whom the form could name as second reader, while it asks and nobody is named."""
        presenter = self._presenter
        asks = any(field.path == SECOND_READER for field in presenter.form.fields())
        if self.is_fixed or not asks or presenter.value(SECOND_READER) is not None:
            return ""
        return next(iter(second_readers(presenter.referral)), "")

    def name_reader(self) -> None:
        """Write down the second reader where the form asks for one."""
        self._presenter.do(put(SECOND_READER, self.reader_to_name))

    # ---- within ------------------------------------------------------------------------------

    def _find_section(self, path: str) -> str:
        if is_section(path):
            return path
        presenter = self._presenter
        spot = spot_of(presenter.form, presenter.referral, path) if path else None
        return spot.section if spot else ""

    def _author(self) -> Author:
        now = self._presenter.clock.now().astimezone(UTC)
        return Author(self._me.name, self._me.person, now.isoformat(timespec="milliseconds"))

    def _begun(self, edit: Edit, text: str) -> str:
        starts_as = edit.value if isinstance(edit.value, dict) else {}
        self._presenter.begun(edit.path, starts_as, f"{edit.path}.text", text)
        return edit.path

    def _count(self) -> Counter[str]:
        if self.all is not self._counted:
            self._counted = self.all
            still_open = [one.path for one in self.all if one.is_open]
            within = (_within(_item(path)) for path in still_open if _item(path))
            self._counts = Counter((*still_open, *within))
        return self._counts

    def _on_moved(self, changes: Changes) -> None:
        self._places.clear()  # an item may stand in another section now, or in none
        if any(is_comment(path) or self._count()[path] for path in changes.paths):
            self.changed.emit()

    def _on_answered(self, path: str) -> None:
        if is_comment(path) or self._count()[path]:
            self.changed.emit()


def open_words(many: int) -> str:
    """Say how many comments are open; nothing for none."""
    return "" if not many else "1 open comment" if many == 1 else f"{many} open comments"


def _item(path: str) -> str:
    items, item_id, _ = item_of(path)
    return f"{items}[{item_id}]" if item_id else ""


def _within(item: str) -> str:
    """Name the count of an item with all that stands in it; no path is written like this."""
    return f"{item}*"
