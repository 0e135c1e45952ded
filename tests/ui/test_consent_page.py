"""The page about consent: the council's rule stands above the questions and moves with them."""

import msgspec
from PySide6.QtWidgets import QApplication

from tests.builders import referrals
from tests.ui.draft_kit import show_screen
from ui.widgets.words import Words


def judged(level, decision):
    start = referrals.typical()
    return msgspec.structs.replace(
        start,
        judgement=msgspec.structs.replace(start.judgement, level=level),
        consent=msgspec.structs.replace(start.consent, decision=decision),
    )


def said(page):
    QApplication.processEvents()  # Qt shows what is put into a layout a turn later
    return "\n".join(one.text() for one in page.rule.findChildren(Words) if one.isVisible())


def test_the_ways_on_come_and_go_with_the_decision(qtbot):
    screen = show_screen(qtbot, judged("2", "yes_verbal"), section="consent")
    page = screen.middle.page
    assert "The council’s rule at level 2" in said(page)
    assert "Without consent" not in said(page)
    screen.presenter.edited("consent.decision", "refused")
    assert "nothing here waits for consent" in said(page)
    screen.presenter.undo()
    assert "Without consent" not in said(page)


def test_where_the_sources_differ_both_are_told_beside_the_questions(qtbot):
    page = show_screen(qtbot, judged("4", "not_sought"), section="consent").middle.page
    assert "The sources differ" in said(page)


def test_no_question_is_shut_whatever_the_rule(qtbot):
    page = show_screen(qtbot, judged("2", "refused"), section="consent").middle.page
    assert all(row.editor.isEnabled() for row in page.asked().rows.values())


def test_how_consent_stands_is_in_sight_on_every_page(qtbot):
    screen = show_screen(qtbot, judged("2", None), section="chronology")
    assert screen.header.reference.text().endswith("Consent: not answered")
    screen.presenter.edited("consent.decision", "cannot_reach")
    assert "Consent: nobody reached" in screen.header.reference.text()
