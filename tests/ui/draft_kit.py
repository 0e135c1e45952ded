"""What the tests of the draft screen share: a desk that keeps what it is given, and a form."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.adapters.pdf.pages import render_pages
from ffd_desktop.app import encrypted, papers
from ffd_desktop.app.desk import OpenDraft
from ffd_desktop.app.draft_roll import DraftRoll
from ffd_desktop.app.logs import DeskLogs
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.conditions import Equals
from ffd_desktop.councils.forms import Field, FieldKind, Form, Section
from ffd_desktop.councils.hours import whom_to_phone
from ffd_desktop.drafting.ports import DraftState, Place
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import replay
from tests.builders import referrals
from tests.builders.vaults import by
from tests.fakes.referral_store import FakeReferralStore
from tests.ui import around_kit
from tests.ui.lanes import HandLane
from ui.editors.field_row import FieldRow
from ui.files import DeskFiles
from ui.screens.draft.ports import Tools
from ui.screens.draft.screen import DraftScreen
from ui.shell.spelling import DeskSpelling
from ui.widgets.live_numbers import LiveNumbers

HALF_PAST_TWO = datetime(2026, 11, 20, 14, 30, 0, tzinfo=ZoneInfo("Europe/London"))
WHAT = "concern.what_happened"
DISK_FULL = ProblemForPerson("The disk is full.", "Make room on the disk.", "disk_full")


class TestClock:
    """A clock that a test moves by hand."""

    __test__ = False

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return HALF_PAST_TWO + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


class KeepingDesk:
    """Keeps batches as a store does: what it holds is what the edits lead to."""

    def __init__(self, referral, clock) -> None:
        self.kept = referral
        self.clock = clock
        self.batches = []
        self.places = []
        self.trouble = None
        self.jump = None
        store = FakeReferralStore()
        store.create(referral, by=by())
        self.files, self.sealed = store.files, store.sealed

    def save(self, referral_id, batch, *, screen):
        if self.trouble is not None:
            raise self.trouble
        self.kept = replay(self.kept, batch.edits)
        assert self.kept == batch.after
        self.batches.append(batch)
        return self.clock.now()

    def by(self, screen):
        return by(screen=screen)

    def take_clock_jump(self):
        found, self.jump = self.jump, None
        return found

    def remember_place(self, referral_id, place) -> None:
        self.places.append(place)


def text(key, path, **more):
    """A question that takes text."""
    return Field(key=key, path=path, kind=more.pop("kind", FieldKind.TEXT), label=key, **more)


FORM = Form(
    key="csc",
    title="A form",
    short_title="A form",
    route="csc",
    intro="",
    source="",
    sections=(
        Section(
            key="worry",
            title="The worry",
            intro="What happened.",
            fields=(
                Field(
                    key="danger",
                    path="concern.immediate_danger",
                    kind=FieldKind.YES_NO,
                    label="Is a child in immediate danger now?",
                ),
                text(
                    "danger_done",
                    "concern.danger_done",
                    shown_when=Equals("concern.immediate_danger", (True,)),
                ),
                text("what_happened", "concern.what_happened", kind=FieldKind.LONG_TEXT),
                text("where", "concern.where"),
            ),
        ),
        Section(
            key="children",
            title="Children",
            intro="",
            repeats="children",
            item_name="child",
            fields=(
                text("first", "children[].first_names"),
                text("last", "children[].family_name"),
                text("concern", "children[].concern", shown_when=Equals(".referred", (True,))),
            ),
        ),
        Section(
            key="people",
            title="Adults",
            intro="",
            repeats="people",
            item_name="person",
            fields=(
                text("p_first", "people[].first_names"),
                text("p_home", "people[].home", kind=FieldKind.ADDRESS),
            ),
        ),
        Section(
            key="events",
            title="Chronology",
            intro="",
            repeats="events",
            item_name="event",
            fields=(
                Field(key="when", path="events[].when", kind=FieldKind.DATE, label="When"),
                text("what", "events[].what", kind=FieldKind.LONG_TEXT),
            ),
        ),
        Section(
            key="asked",
            title="What is asked",
            intro="",
            fields=(text("asked", "wanted.asked", kind=FieldKind.LONG_TEXT),),
        ),
    ),
)


def opened(referral=None, place=None, state=DraftState.DRAFT, offers=(), unnamed=()):
    """A draft as the desk gives it."""
    referral = referral or referrals.typical()
    return OpenDraft(referral, place or Place(), state, offers=offers, unnamed=unnamed)


def make_screen(
    referral=None,
    *,
    place=None,
    section="",
    path="",
    state=DraftState.DRAFT,
    offers=(),
    pupils=(),
    unnamed=(),
    form=None,
):
    """A draft screen on the real form of the bundled council, and what it stands on."""
    pack = bundled_pack("worcestershire")
    clock, lane = TestClock(), HandLane()
    draft = opened(referral, place, state, offers, unnamed)
    desk = KeepingDesk(draft.referral, clock)
    tools = Tools(
        desk=desk,
        pack=pack,
        form=form or pack.form("csc"),
        clock=clock,
        papers=RealPapers(pack, clock),
        vault_lane=lane,
        work_lane=lane,
        logs=DeskLogs(around_kit.desk()),
        numbers=lambda: LiveNumbers(lambda: whom_to_phone(pack, clock.now())),
        whom=lambda: whom_to_phone(pack, clock.now()),
        roll=DraftRoll(around_kit.desk(pupils=pupils)),
        files=DeskFiles(desk),
        spelling=DeskSpelling(around_kit.desk()),
        words_lane=(words_lane := HandLane()),
    )
    screen = DraftScreen(draft, tools, section=section, path=path)
    screen.desk, screen.lane, screen.clock = desk, lane, clock
    screen.words_lane = words_lane
    lane.run()
    return screen


class RealPapers:
    """The real papers, for a pack and a clock instead of a whole program."""

    def __init__(self, pack, clock):
        self.packs = {pack.key: pack}
        self.clock = clock
        self.noted = []

    def pack(self, key):
        return self.packs[key]

    def make(self, referral, kind, reader=Reader.COUNCIL, *, encloses=False):
        return papers.make(self, referral, kind, reader=reader)

    def family_picture(self, referral):
        return papers.family_picture(self, referral)

    def encrypted(self, paper, passphrase):
        return encrypted.encrypted(paper, passphrase)

    def write(self, target, paper):
        papers.write(target, paper, replacing=True)

    def pages(self, pdf, dpi):
        return render_pages(pdf, dpi)

    def note(self, paper, left, failed):
        self.noted.append((paper.of, left))


def show_screen(qtbot, *args, **options):
    """A draft screen in a window of a school laptop's size, the caret where it belongs."""
    screen = make_screen(*args, **options)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    screen.entered()
    QApplication.processEvents()
    return screen


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def type_(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


def pause(screen):
    screen.clock.seconds += 1
    screen.presenter.saver.save_now()


def focused_row():
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, FieldRow):
        widget = widget.parentWidget()
    return widget
