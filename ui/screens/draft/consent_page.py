"""What a parent agreed to, under the council's rule for the level that is judged. Never a gate."""

from __future__ import annotations

from ffd_desktop.checking.consent_rule import RuleInForce, rule_in_force
from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.session import Changes
from ui.screens.draft.section_page import PlainPage
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

DECIDED = "consent.decision"


class RuleCard(Panel):
    """The rule in force, with its doubts and the ways on."""

    def __init__(self) -> None:
        super().__init__("note")
        self.shown: RuleInForce | None = None

    def show_rule(self, rule: RuleInForce) -> None:
        """Show another rule; does nothing when it is the same."""
        if rule == self.shown:
            return
        self.shown = rule
        self.clear()
        self.add(Words(rule.title, Kind.STRONG), Words(rule.words))
        if rule.doubt:
            self.add(Words(rule.doubt, Kind.HINT))
        if rule.ways_on:
            self.add(Words("Without consent", Kind.LABEL))
            self.add(*(Words(f"•  {way}") for way in rule.ways_on))
        if rule.source:
            self.add(Words(f"Source: {rule.source}", Kind.HINT))


class ConsentPage(PlainPage):
    """A section that asks for the decision about consent."""

    def _put_beside(self) -> None:
        super()._put_beside()
        self.rule = RuleCard()
        self._show_rule()
        self.body.insertWidget(0, self.rule)

    def show_moved(self, changes: Changes) -> None:
        """Show the rule too as things are now."""
        super().show_moved(changes)
        self._show_rule()

    def show_answered(self, path: str) -> None:
        """Show the ways on, or take them away, with the decision."""
        if path == DECIDED:
            self._show_rule()

    def _show_rule(self) -> None:
        self.rule.show_rule(rule_in_force(self.presenter.referral, self.presenter.pack))


def decides_consent(section: Section) -> bool:
    """Tell whether a section asks for the decision about consent."""
    return any(field.path == DECIDED for field in section.fields)
