"""The section of attachments: files are chosen, dropped or pasted here, and looked at here.

The cards and their questions are those of every list; a file's own facts stand above them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from ffd_desktop.attachments.trouble import MOST_BYTES
from ffd_desktop.attachments.words import file_words, leaving_name
from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.session import Changes
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.statements import Attachment
from ui.editors.context import EditorContext
from ui.screens.draft.attachments import choosing
from ui.screens.draft.attachments.at_hand import FilesAtHand
from ui.screens.draft.attachments.bringing import Source, Wish, Work
from ui.screens.draft.attachments.file_strip import FileStrip
from ui.screens.draft.attachments.saving_copy import CopyOut
from ui.screens.draft.attachments.viewer import Viewer
from ui.screens.draft.item_card import ItemCard
from ui.screens.draft.items_page import ItemsPage
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.words import Summary
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

ATTACHMENTS: Final = "attachments"
DROP: Final = "Drop PDFs, Word documents and photographs here, or:"
KEPT: Final = (
    f"Up to {MOST_BYTES // 1_000_000} MB each. They are kept encrypted in the vault as they came. "
    "Of a photograph, the copy that leaves tells no place, device or time; what a PDF or a Word "
    "document says of its author stays in it. The file that you choose also stays where it was: "
    "delete it there if nobody else should find it."
)
LOOKED_AT: Final = "looked_at"
NAME_ONLY: Final = "Add an attachment without its file"
NOTHING_TO_PASTE: Final = ProblemForPerson(
    "There is no picture and no file to paste. Nothing was added.",
    "Copy a picture in another program first, then paste it here.",
    "nothing_to_paste",
)


class AttachmentsPage(ItemsPage):
    """The attachments of a draft."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
        *,
        at_hand: FilesAtHand,
    ) -> None:
        self._hand = at_hand
        self._strips: dict[str, FileStrip] = {}
        self.dialog: QFileDialog | None = None
        super().__init__(presenter, section, context, item, parent)
        files, bringing = at_hand.files, at_hand.bringing
        self.problem = Banner()
        self.working = Working("Bringing a file in", stops=bringing.stop)
        self.viewer = Viewer(files, vault=at_hand.vault, work=at_hand.work)
        self.copies = CopyOut(self, at_hand)
        self.choose = Button("Choose files …", "primary", does=self._on_choose)
        self.paste = Button("Paste a picture", does=self._on_paste)
        self.drop = self._drop_card()
        for place, part in enumerate((self.drop, self.working, self.problem, self.viewer)):
            self.body.insertWidget(place, part)
        self.drop.setVisible(self._adds)
        self.setAcceptDrops(self._adds)
        bringing.moved.connect(self._on_moved)
        bringing.failed.connect(self._on_failed)
        bringing.brought.connect(self._on_brought)
        self.viewer.closed.connect(self._on_closed)
        self.viewer.failed.connect(self.problem.show_problem)
        self.copies.failed.connect(self.problem.show_problem)
        self.copies.said.connect(lambda words, more: self.problem.tell("good", words, more))
        self._on_moved(bringing.now_stands)
        if bringing.missed is not None:
            self.problem.show_problem(bringing.missed)

    # ---- what the screen asks ------------------------------------------------------------------

    def start(self) -> QWidget | None:
        """Start where files are chosen, while there is nothing yet."""
        return super().start() if self.cards or not self._adds else self.choose

    def half_typed(self) -> Mapping[str, object]:
        """Give which file is looked at; nothing of what is in it."""
        return {LOOKED_AT: self.viewer.shown} if self.viewer.shown else {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Stand where it can be looked at again; it is not opened for whoever comes."""
        item_id = str(typed.get(LOOKED_AT, ""))
        if self._attachment(item_id) is not None:
            self.open_card(item_id)
            self._on_closed(item_id)

    def show_moved(self, changes: Changes) -> None:
        """Show what moved; a file that is gone is not looked at any more."""
        super().show_moved(changes)
        shown = self._attachment(self.viewer.shown)
        if self.viewer.shown and (shown is None or not shown.file):
            self.viewer.put_away()
        for item_id in tuple(self._strips):
            strip, now = self._strips[item_id], self._attachment(item_id)
            if now is not None and now.file != strip.attachment.file and item_id in self.cards:
                self._put_strip(self.cards[item_id], now)

    # ---- bringing in ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by the usual key, where no box takes it."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._adds:
            self._on_paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures, and nothing else."""
        if choosing.held(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what is dropped."""
        event.acceptProposedAction()
        self._bring(choosing.sources(event.mimeData(), self._hand.files))

    def _on_choose(self, attachment: str = "") -> None:
        def chosen(paths: Sequence[Path]) -> None:
            sources = choosing.of_paths(self._hand.files, paths)
            self._bring(sources[:1], attachment)
            self._bring(sources[1:])

        self.dialog = choosing.choose_files(self, chosen)

    def _on_paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        sources = choosing.sources(mime, self._hand.files)
        if sources:
            self._bring(sources)
        else:
            self.problem.show_problem(NOTHING_TO_PASTE)

    def _bring(self, sources: Sequence[Source], attachment: str = "") -> None:
        self.problem.clear()
        self._hand.bringing.add(*(Wish(source, attachment) for source in sources))

    def _on_moved(self, work: Work) -> None:
        self.working.show_work(work.words, percent=work.percent)

    def _on_failed(self, problem: ProblemForPerson) -> None:
        """Say why a file did not come in, below what was said of the ones before."""
        if self.problem.isHidden():
            self.problem.show_problem(problem)
            return
        said = f"{self.problem.what.text()} {self.problem.next_step.text()}".strip()
        more = f"{problem.what} {problem.next_step}"
        if more not in said:
            self.problem.tell("alarm", "There are problems", f"{said}\n{more}")

    def _on_brought(self, attachment: str) -> None:
        self.open_card(attachment)

    # ---- looking and saving --------------------------------------------------------------------

    def _fill(self, card: ItemCard, number: int) -> None:
        is_new = card.questions is None
        super()._fill(card, number)
        attachment = self._attachment(card.item_id)
        if is_new and attachment is not None:
            self._put_strip(card, attachment)

    def _put_strip(self, card: ItemCard, attachment: Attachment) -> None:
        strip = FileStrip(attachment, is_fixed=self.presenter.is_fixed)
        strip.looked.connect(lambda: self._on_look(attachment.id))
        strip.saved.connect(lambda: self._on_save(attachment.id))
        strip.chosen.connect(lambda: self._on_choose(attachment.id))
        self._strips[attachment.id] = strip
        card.put_above(strip)

    def _on_look(self, item_id: str) -> None:
        attachment = self._attachment(item_id)
        if attachment is not None:
            self.problem.clear()
            self.viewer.show_file(self.presenter.referral.id, attachment)

    def _on_closed(self, item_id: str) -> None:
        strip, card = self._strips.get(item_id), self.cards.get(item_id)
        if strip is not None and card is not None and card.questions is not None:
            strip.look.setFocus()
        else:
            self.focus_start()

    def _on_save(self, item_id: str) -> None:
        attachment = self._attachment(item_id)
        if attachment is not None:
            number = self._number(item_id) + 1
            name = leaving_name(self.presenter.referral.reference, number, attachment.media_type)
            self.dialog = self.copies.ask(attachment, name)

    # ---- words ---------------------------------------------------------------------------------

    def _summary(self, number: int) -> Summary:
        summed = super()._summary(number)
        attachment = self._attachment(self._items[number].id)
        about = file_words(attachment) if attachment is not None else ""
        return Summary(summed.title, " · ".join(part for part in (summed.note, about) if part))

    def _add_button(self) -> Button:
        return Button(NAME_ONLY, "quiet", does=self._on_add)

    def _attachment(self, item_id: str) -> Attachment | None:
        found = self.presenter.referral.attachments
        return next((one for one in found if one.id == item_id), None)

    def _drop_card(self) -> Panel:
        card = Panel("sunken", gap=SPACE.medium)
        buttons = Flow(gap=SPACE.small)
        for button in (self.choose, self.paste):
            buttons.addWidget(button)
        card.add(Words(DROP, Kind.STRONG), buttons, Words(KEPT, Kind.HINT))
        return card
