"""One finding on the check screen: what, why, what to do, and on whose word. A link, not a gate."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ffd_desktop.checking.finding import Finding
from ui.screens.check.answering import ReasonBox
from ui.style.tokens import SPACE
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words
from ui.widgets.wrapping_link import WrappingLink


class FindingCard(Panel):
    """A finding whose heading leads to its answer."""

    def __init__(self, finding: Finding, section: str, follow: Callable[[Finding], object]) -> None:
        super().__init__("plain", gap=SPACE.tight)
        self.link = WrappingLink(finding.what, strong=True)
        self.link.setAccessibleDescription(f"In “{section}”. {finding.how}")
        self.link.clicked.connect(lambda: follow(finding))
        self.add(self.link, *_words(finding, section))
        self.reason: ReasonBox | None = None
        self.column.setContentsMargins(SPACE.medium, SPACE.medium, SPACE.large, SPACE.medium)

    def offer_answer(self, finding: Finding) -> ReasonBox:
        """Offer to leave it as it is and say why."""
        self.reason = ReasonBox(finding)
        self.add(self.reason)
        return self.reason


def _words(finding: Finding, section: str) -> tuple[QWidget, ...]:
    parts = (
        (finding.how, Kind.BODY),
        (finding.why, Kind.HINT),
        (" · ".join(p for p in (section, _source(finding)) if p), Kind.HINT),
    )
    made = tuple(Words(text, kind) for text, kind in parts if text)
    for one in made:
        one.setContentsMargins(SPACE.tight, 0, 0, 0)
    return made


def _source(finding: Finding) -> str:
    return f"Source: {finding.source}" if finding.source else ""
