"""The locked screen: the passphrase, the recovery code instead, and whom to phone meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToRestore
from ui.lanes import Lane, Submits
from ui.screen import Screen
from ui.screens.locked.presenter import Doors, LockedPresenter
from ui.screens.locked.quick_presenter import QuickDoors, QuickPresenter
from ui.screens.locked.quick_way import QuickWay
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.live_numbers import LiveNumbers, Whom
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside, fill
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.two_columns import TwoColumns
from ui.widgets.words import Kind, Words

if TYPE_CHECKING:
    from ffd_desktop.app.desk import Desk
    from ffd_desktop.app.quick_unlock import Offer

AFTER_PAINT_MS = 300
"""Reading the keys file loads the vault's code, and must not keep the window from coming up."""
DAMAGE = frozenset({"keys_damaged", "vault_damaged", "vault_missing", "vault_io"})
GET_BACK = "Put a backup back"
KEPT = "Every word you wrote is kept in the vault. Nobody can read it until it is opened."


class LockedScreen(Screen):
    """Opens the vault.

    Signals:
        opened: The vault is open; carries the ``Desk``.
    """

    opened = Signal(object)
    title = "Locked"

    def __init__(
        self,
        *,
        doors: Doors,
        lane: Submits,
        whom: Whom,
        quick: QuickDoors,
        keyring_lane: Submits,
        hint: str = "",
    ) -> None:
        super().__init__()
        self.banner = Banner()
        self.why = Words("", Kind.LEAD)
        self.why.hide()
        self.who = QComboBox()
        self.passphrase = PassphraseBox()
        self.code = QLineEdit()
        self.open_button = Button("Open the vault", "primary", says="Open the vault")
        self.code_button = Button("Open with the code", "primary")
        self.use_code = Button("Use the recovery code instead", "link")
        self.use_passphrase = Button("Use the passphrase instead", "link")
        self.get_back = Button("Put a backup back", "link", does=self._on_get_back)
        self.working = Words("", Kind.QUIET)
        self.working.hide()
        self.quick = QuickWay()
        self._asked_who = Question("Your name", self.who)
        self._asked_who.hide()
        self._asked = Question("Passphrase", self.passphrase, hint=_hint(hint))
        self._asked_code = Question(
            "Recovery code",
            self.code,
            hint="The groups and the last symbol, from the recovery sheet or the school’s key",
        )
        self._lay_out(LiveNumbers(whom, narrow=True, after_paint=True))
        self._presenter = LockedPresenter(self, doors=doors, lane=Lane(lane, self))
        self._quick = QuickPresenter(
            self.quick,
            doors=quick,
            opens=self._presenter,
            vault=Lane(lane, self),
            keyring=Lane(keyring_lane, self),
        )
        self._join()

    @property
    def is_opening(self) -> bool:
        """Whether a passphrase or a code is being tried now."""
        return not self.open_button.isEnabled()

    def entered(self) -> None:
        """Start with an empty box and the caret in it."""
        self.passphrase.clear()
        self.code.clear()
        self._show_way(0)
        QTimer.singleShot(AFTER_PAINT_MS, self, self._look)

    def say_why(self, why: str) -> None:
        """Say why it locked, when it did by itself."""
        self.why.say(why)

    # ---- what the presenter asks ------------------------------------------------------------

    def show_staff(self, names: Sequence[str]) -> None:
        """Ask who opens it; the first is chosen already, and the caret stays where it is."""
        self.who.clear()
        self.who.addItems(names)
        self._asked_who.show()

    def show_working(self, words: str) -> None:
        """Say that the vault is being opened."""
        self.working.say(words)
        for button in (self.open_button, self.code_button, *self.quick.buttons):
            button.setEnabled(not words)
        if words:
            self.banner.clear()
            self._say_slip("")

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong; what was typed is marked, so that typing replaces it."""
        is_damage = problem.code in DAMAGE
        self.banner.show_problem(problem, action=GET_BACK if is_damage else "")
        if is_damage:
            give_focus(self.banner.action)
            return
        line = self._line()
        give_focus(line)
        line.selectAll()

    def show_slip(self, words: str) -> None:
        """Say what is still to type."""
        self._say_slip(words)
        give_focus(self._line())

    def vault_opened(self, desk: Desk) -> None:
        """Leave with the open vault and forget what was typed."""
        self.passphrase.clear()
        self.code.clear()
        self.opened.emit(desk)

    # ---- layout and keys --------------------------------------------------------------------

    def _lay_out(self, numbers: QWidget) -> None:
        ways = QWidget()  # the layout's owner from the start: it shows its first part at once
        self._ways = QStackedLayout(ways)
        for asked, button, other in (
            ((self._asked_who, self._asked), self.open_button, self.use_code),
            ((self._asked_code,), self.code_button, self.use_passphrase),
        ):
            way = QWidget()
            column = QVBoxLayout(way)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE.large)
            fill(column, *asked, beside(button, other))
            column.addStretch(1)
            self._ways.addWidget(way)
        card = Panel(gap=SPACE.large)
        trouble = Words("Does the vault not open, or is something lost?", Kind.QUIET, wraps=False)
        card.add(self.banner, ways, self.quick, self.working, beside(trouble, self.get_back))
        columns = TwoColumns(side=360, least=820)
        fill(columns.main, card)
        columns.main.addStretch(1)
        fill(columns.side, numbers)
        columns.side.addStretch(1)
        page = Page(widest=1000, middle=True)
        page.add(
            Words("FFD Desktop is locked", Kind.TITLE),
            self.why,
            Words(KEPT, Kind.LEAD),
            SPACE.small,
            columns,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)

    def _join(self) -> None:
        self.banner.pressed.connect(self._on_get_back)
        self.passphrase.submitted.connect(self._on_open)
        self.open_button.clicked.connect(self._on_open)
        self.code.returnPressed.connect(self._on_open_with_code)
        self.code_button.clicked.connect(self._on_open_with_code)
        self.use_code.clicked.connect(lambda: self._show_way(1))
        self.use_passphrase.clicked.connect(lambda: self._show_way(0))
        self.quick.wanted.connect(self._on_quick)

    def _look(self) -> None:
        self._presenter.look()
        self._quick.look()

    def _on_quick(self, offer: Offer) -> None:
        """Ask the keyring; the caret goes where the passphrase is typed, should it not answer."""
        give_focus(self._line())
        self._quick.want(offer)

    def _on_get_back(self) -> None:
        self.wants(ToRestore())

    def _on_open(self) -> None:
        self._quick.give_up()
        self._presenter.open(self.passphrase.text(), self.who.currentText())

    def _on_open_with_code(self) -> None:
        self._quick.give_up()
        self._presenter.open_with_code(self.code.text())

    def _show_way(self, way: int) -> None:
        self._ways.setCurrentIndex(way)
        self.banner.clear()
        self._say_slip("")
        give_focus(self._line())

    def _line(self) -> QLineEdit:
        return self.code if self._ways.currentIndex() else self.passphrase.line

    def _say_slip(self, words: str) -> None:
        asked = self._asked_code if self._ways.currentIndex() else self._asked
        asked.slip(words)


def _hint(hint: str) -> str:
    return f"The fictional school’s passphrase is: {hint}" if hint else ""
