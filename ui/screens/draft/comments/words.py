"""What a comment is about, by whom and when, in words. Pure but for the draft that it reads."""

from __future__ import annotations

from datetime import datetime

import msgspec

from ffd_desktop.councils.forms import Field, FieldKind, Section
from ffd_desktop.referral.commenting import has_changed, is_gone, is_section
from ffd_desktop.referral.comments import Comment, CommentReply
from ffd_desktop.referral.people import Item
from ui.editors.context import EditorContext
from ui.screens.draft.comments.card import Told
from ui.screens.draft.comments.commenting import Commenting
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.whereabouts import item_of
from ui.screens.draft.words import summary
from ui.when import when_words

WHOLE = "The whole referral"
GONE = "What this was about is not in the draft any more."
NOT_ASKED = "Not asked on this form"
CHANGED = "The answer has changed since."
_IN_WORDS = (FieldKind.TEXT, FieldKind.LONG_TEXT)
_LONGEST = 160


class Telling:
    """Says comments of one draft as they stand at one moment."""

    def __init__(self, presenter: DraftPresenter, *, context: EditorContext | None = None) -> None:
        self._presenter = presenter
        self._comments: Commenting = presenter.comments
        self._context = context
        self._now: datetime = presenter.clock.now()
        self._lists: dict[str, dict[str, tuple[int, Item]]] = {}

    def told(self, comment: Comment, *, about: bool, hiding: str = "") -> Told:
        """Say a comment; ``about`` with what it is about, ``hiding`` a reply that is written."""
        comments = self._comments
        shown = [one for one in comment.replies if one.id != hiding]
        ids = {comment.id, *(one.id for one in shown)}
        return Told(
            comment=msgspec.structs.replace(comment, replies=tuple(shown)),
            whose=self._whose(comment),
            about=self.about(comment.path) if about else "",
            note=self._note(comment),
            replies=tuple((self._who(one), one.text) for one in shown),
            is_new=comment.is_open and not comments.new.isdisjoint(ids),
            can_change=comments.is_mine(comment) and not shown,
            can_answer=not comments.is_fixed,
        )

    def about(self, path: str) -> str:
        """Say what stands at a path: a question, an item, a section, or all of it."""
        form, referral = self._presenter.form, self._presenter.referral
        if not path:
            return WHOLE
        if is_section(path):
            return next((one.title for one in form.sections if one.key == path), NOT_ASKED)
        items, item_id, attribute = item_of(path)
        label = _label(self._comments.field_at(path))
        section = next((one for one in form.sections if items and one.repeats == items), None)
        if section is None:
            return label or NOT_ASKED
        if is_gone(referral, path):
            return " · ".join(filter(None, (section.title, label)))
        title = self._title(section, item_id)
        return f"{title}: {label}" if attribute and label else title

    def _title(self, section: Section, item_id: str) -> str:
        number, item = self._listed(section).get(item_id, (0, None))
        if item is None:
            return section.title
        self._context = self._context or self._presenter.context()
        return summary(section, item, self._context, number=number).title

    def _listed(self, section: Section) -> dict[str, tuple[int, Item]]:
        if section.key not in self._lists:
            listed = enumerate(section.of(self._presenter.referral), start=1)
            self._lists[section.key] = {item.id: (number, item) for number, item in listed}
        return self._lists[section.key]

    def _whose(self, comment: Comment) -> str:
        if comment.is_open:
            return self._who(comment)
        at = when_words(comment.resolved_at, self._now)
        return f"{self._who(comment)} · resolved by {comment.resolved_by}, {at}"

    def _who(self, said: Comment | CommentReply) -> str:
        return f"{said.by}, {when_words(said.at, self._now)}"

    def _note(self, comment: Comment) -> str:
        referral = self._presenter.referral
        if is_gone(referral, comment.path):
            return GONE
        if not has_changed(referral, comment):
            return ""
        field = self._comments.field_at(comment.path)
        if field is None or field.kind not in _IN_WORDS:
            return CHANGED
        return f"{CHANGED} {_then(comment.said_of)}"


def _then(said_of: str) -> str:
    words = " ".join(said_of.split())
    if not words:
        return "It was empty then."
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"It read: “{short}”"


def _label(field: Field | None) -> str:
    return field.label if field else ""
