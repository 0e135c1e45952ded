"""What is to be known of the program and its open vault, told in the window's banner.

Damage of the vault comes with the way to its check. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from ffd_desktop.app.desk import Desk

OPEN = "The vault is open, and there is something to know"
_SOMETHING = "There is something to know"
_DAMAGE = frozenset({"records_rolled_back", "keys_meddled"})


class News:
    """Tells in one banner."""

    def __init__(self, banner: Banner) -> None:
        self._banner = banner
        self._news = ""
        self._is_damage = False
        self._damage = ""

    def learn(self, desk: Desk) -> None:
        """Learn what is to be known of a vault that was just opened."""
        self._news = " ".join(_news_of(desk))
        self._is_damage = any(one.code in _DAMAGE for one in desk.vault.notices)

    def tell(self) -> None:
        """Tell what was learned, once; at the next screen the banner is empty again."""
        news, self._news = self._news, ""
        self._damage = news if self._is_damage else ""
        if news:
            self._tell(OPEN, news)
        else:
            self._banner.clear()

    def add(self, words: tuple[str, ...]) -> None:
        """Tell what was found out a moment later; damage stays told before it."""
        if words:
            parts = (self._damage, *words) if self._damage else words
            self._tell(OPEN if self._damage else _SOMETHING, " ".join(parts))

    def tell_of_last_fault(self) -> None:
        """Tell that the program's last run met a fault of its own."""
        self._banner.tell(
            "note",
            "The program met a fault of its own last time",
            "Everything it had shown as saved is safe. What is known of the fault, without "
            "any of your words, was kept for whoever looks after this program.",
        )

    def _tell(self, heading: str, words: str) -> None:
        action = "Check the vault" if self._damage else ""
        self._banner.tell("warn", heading, words, action=action)


def _news_of(desk: Desk) -> Iterator[str]:
    if desk.is_recovered:
        yield (
            f"The {desk.staff_name} opened it: set a new passphrase in Settings now. With it you "
            "also see what is restricted to some of the staff."
        )
    yield from (notice.words for notice in desk.vault.notices)
