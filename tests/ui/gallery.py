"""Pictures of every widget and editor, to be looked at: ``python -m tests.ui.gallery FOLDER``.

Shows invented people only. Checks nothing: eyes do.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Field, FieldKind
from ffd_desktop.councils.hours import NumberCard as Numbers
from ffd_desktop.councils.hours import NumberLine
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.model import Origin
from tests.builders.editor_fields import CASES, CONTEXT, TODAY
from ui.editors.field_row import FieldRow
from ui.editors.finding_lines import FindingLine
from ui.style.apply import apply_style
from ui.style.tokens import SPACE, Mode
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.number_card import NumberCard
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.saved_mark import SavedMark
from ui.widgets.search_box import SearchBox
from ui.widgets.status_tag import StatusTag, Tone
from ui.widgets.task_row import TaskRow
from ui.widgets.words import Kind, Words

FULL = ProblemForPerson("The disk is full.", "Make room on it.", "disk_full")
NUMBERS = Numbers(
    danger=NumberLine(
        key="999", name="Police or ambulance", purpose="Immediate danger", phone="999",
        when="Always answered", provenance="", is_confirmed=True,
    ),
    now=NumberLine(
        key="door", name="Family Front Door", purpose="A referral or advice", phone="01632 960001",
        when="Open until 16:30 today",
        provenance="As published in the council's guidance; not yet checked by this office",
        is_confirmed=False,
    ),
    other=NumberLine(
        key="edt", name="Emergency Duty Team", purpose="Evenings, weekends, bank holidays",
        phone="01632 960002", when="From 16:30 today",
        provenance="As published; confirmed by A. Example on 3 November 2026", is_confirmed=True,
    ),
    is_open=True, changes_at=None,
)  # fmt: skip


def page() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    made.setObjectName("page")
    column = QVBoxLayout(made)
    column.setContentsMargins(SPACE.page, SPACE.page, SPACE.page, SPACE.page)
    column.setSpacing(SPACE.wide)
    return made, column


def flowing(*widgets: QWidget) -> QWidget:
    made = QWidget()
    flow = Flow(made, gap=SPACE.medium)
    for widget in widgets:
        flow.addWidget(widget)
    return made


def words_page() -> QWidget:
    made, column = page()
    column.addWidget(Words("Referral FFD-2026-0042", Kind.TITLE))
    column.addWidget(Words("What happened, in your own words", Kind.HEADING))
    column.addWidget(Words("Everything you write is kept. You can leave at any time.", Kind.LEAD))
    column.addWidget(Words("Body text <b>never</b> read as markup, & shown as it is. " * 3))
    column.addWidget(Words("A quiet note: from the guidance, paragraph 47", Kind.QUIET))
    buttons = ("primary", "secondary", "quiet", "link", "danger")
    column.addWidget(flowing(*(Button(f"{kind.capitalize()} button", kind) for kind in buttons)))
    off = Button("Off", "primary")
    off.setEnabled(False)
    focused = Button("With the focus", "primary")
    other = Button("Off")
    other.setEnabled(False)
    column.addWidget(flowing(focused, off, other))
    tags = (
        StatusTag("Not started", Tone.QUIET), StatusTag("In progress", Tone.ACCENT),
        StatusTag("Done", Tone.GOOD), StatusTag("To put right", Tone.WARN),
        StatusTag("Not sent", Tone.ALARM),
    )  # fmt: skip
    column.addWidget(flowing(*tags))
    column.addWidget(SearchBox("Find a referral by name, reference or words"))
    box = PassphraseBox()
    box.line.setText("four invented words here")
    column.addWidget(box)
    marks = [SavedMark() for _ in range(4)]
    marks[1].saved(datetime(2026, 11, 21, 14, 3, 7))  # noqa: DTZ001 - local, as it is shown
    marks[2].saving()
    marks[3].not_saved(FULL)
    column.addWidget(flowing(*marks[:3]))
    column.addWidget(marks[3])
    column.addStretch(1)
    made.resize(720, 700)
    made.start = focused
    return made


def cards_page() -> QWidget:
    made, column = page()
    card = NumberCard()
    card.show_numbers(NUMBERS)
    column.addWidget(card)
    problem, news, warn = Banner(), Banner(), Banner()
    problem.show_problem(FULL, action="Try again", sticky=True)
    news.tell("good", "The roll is in", "412 pupils, 3 new. Nothing could not be read.")
    warn.tell("warn", "The council's numbers were last checked a year ago", action="Check them")
    for banner in (problem, news, warn):
        column.addWidget(banner)
    rows = QWidget()
    lines = QVBoxLayout(rows)
    lines.setSpacing(SPACE.hair)
    states = (
        ("Immediate danger", "Done", Tone.GOOD), ("The children", "In progress", Tone.ACCENT),
        ("Parents, carers and who else lives there", "To put right", Tone.WARN),
        ("What you are worried about", "Not started", Tone.QUIET),
    )  # fmt: skip
    for number, (title, state, tone) in enumerate(states):
        row = TaskRow(title, state, tone)
        row.setChecked(number == 1)
        lines.addWidget(row)
    lines.addStretch(1)
    narrow = NumberCard(narrow=True)
    narrow.show_numbers(NUMBERS)
    side = QHBoxLayout()
    side.setSpacing(SPACE.large)
    side.addWidget(rows, 1)
    side.addWidget(narrow, 1)
    column.addLayout(side)
    column.addStretch(1)
    made.resize(720, 900)
    return made


def editors_page(*names: str) -> QWidget:
    made, column = page()
    for case in CASES:
        if case.name in names:
            row = FieldRow(case.field, CONTEXT)
            row.set_answer(case.one)
            column.addWidget(row)
            made.start = row
    column.addStretch(1)
    made.resize(720, 700)
    return made


def rows_page() -> QWidget:
    made, column = page()
    field = Field(
        key="a", path="a", kind=FieldKind.LONG_TEXT, label="What happened?",
        hint="What was seen and heard, by whom, in their own words",
        help="Facts first, then what you make of them.", source="HM Government 2023, para 40",
        guiding=("Who saw it?", "What did the child say, exactly?"),
    )  # fmt: skip
    first = FieldRow(field, CONTEXT)
    first.set_answer("He came in without a coat and said “I slept in the car”. " * 9)
    first.help.button.click()
    second = FieldRow(CASES[2].field, CONTEXT)
    second.set_answer(
        read_date("27 March 2015", today=TODAY),
        Origin("roll", "2026-11-03", care="Looked after: the roll may be out of date"),
    )
    third = FieldRow(CASES[0].field, CONTEXT)
    third.set_answer(NotKnown(Reason.WILL_FIND_OUT))
    fourth = FieldRow(CASES[4].field, CONTEXT)
    fourth.not_known_button.click()
    fifth = FieldRow(CASES[0].field, CONTEXT)
    finding = FindingLine("must", "The place is missing", "Say where, or why not", "para 47")
    fifth.show_findings((finding,))
    for row in (first, second, third, fourth, fifth):
        column.addWidget(row)
    column.addStretch(1)
    made.resize(720, 900)
    return made


PAGES = {
    "words": words_page,
    "cards": cards_page,
    "rows": rows_page,
    "editors-1": lambda: editors_page("text", "date", "kept date", "yes or no", "few codes"),
    "editors-2": lambda: editors_page("many codes", "some of few", "some of many", "scale"),
    "editors-3": lambda: editors_page("number", "address", "child", "children", "level"),
}
STYLES = {
    "light": (Mode.LIGHT, 1.0),
    "dark": (Mode.DARK, 1.0),
    "large": (Mode.LIGHT, 2.0),
    "contrast": (Mode.CONTRAST, 1.0),
}


def take_pictures(folder: Path, app: QApplication) -> None:
    """Draw each page in each style."""
    folder.mkdir(parents=True, exist_ok=True)
    for style, (mode, scale) in STYLES.items():
        apply_style(app, mode, scale)
        for name, make in PAGES.items():
            made = make()
            made.resize(720, max(made.heightForWidth(720), 300))
            made.show()
            made.activateWindow()
            start = getattr(made, "start", None)
            if isinstance(start, FieldRow):
                start.focus_in_editor()
            elif start is not None:
                start.setFocus()
            for _ in range(2):
                app.processEvents()
                made.resize(720, max(made.layout().totalHeightForWidth(720), 300))
            app.processEvents()
            made.grab().save(str(folder / f"{name}-{style}.png"))
            made.close()


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]), QApplication(sys.argv[:1]))
