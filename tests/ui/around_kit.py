"""What the tests of the screens around the draft share: a desk over fakes, invented pupils."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.following import Following
from ffd_desktop.app.quick_unlock import Kept, Offer, Standing
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.hours import whom_to_phone
from ffd_desktop.drafting.ports import DraftState, SchoolProfile, ShelfRow
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put
from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress, RollSource
from ffd_desktop.vault.chain import EMPTY
from ffd_desktop.vault.keys import SlotKey
from ffd_desktop.vault.quick import Note
from ffd_desktop.vault.slots import Secret, Staff
from ffd_desktop.vault.states import Unlocked
from tests.builders.names import family, first, phone, upn
from tests.builders.roll import row_of
from tests.fakes.clock_notes import FakeClockNotes
from tests.fakes.paper_notes import FakePaperNotes
from tests.fakes.referral_store import FakeReferralStore, FakeSettingsStore
from tests.fakes.roll_store import FakeRollStore
from ui.progress import Progress

FRIDAY = datetime(2026, 11, 20, 14, 30, 0, tzinfo=ZoneInfo("Europe/London"))
HOSTILE = "<b>Bobby</b> &Tables \u202eabc"
AIM = Aim("worcestershire", "csc", "2026.1")
PROFILE = SchoolProfile(
    school_name="Larkrise Fictional Primary School",
    la_code="885",
    estab_code="0000",
    school_address="Orchard Rise, Worcester WR99 1AA",
    school_phone="01632 960123",
    council="worcestershire",
    staff_name="Rhiannon Tanglewood",
    staff_role="dsl",
    staff_phone="07700 900123",
    staff_email="dsl@larkrise.example",
    fictional=True,
)


def follows(desk: Desk) -> Following:
    """What is due in a desk's vault, by the real packs."""
    return Following(desk, {key: bundled_pack(key) for key in ("worcestershire", "walsall")})


class HandClock:
    """A clock that a test moves by hand."""

    def __init__(self, now: datetime = FRIDAY) -> None:
        self.time = now
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.time + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


class FakeVault:
    """A vault that only knows who can open it, and who did."""

    state = Unlocked("v1", "Rhiannon Tanglewood", "dsl", "rhiannon")
    staff = (
        Staff("Rhiannon Tanglewood", "dsl", "rhiannon"),
        Staff("Idris Calloway", "deputy", "idris"),
    )
    notices = ()
    committed_head = EMPTY
    sheet = "sheet-1"

    def settle(self) -> None:
        """Nothing waits."""

    def prove(self, secret: Secret) -> None:
        """Any secret opens it."""

    def lock(self) -> None:
        """Nothing to close."""


class FakeQuick:
    """This computer's keyring, for a vault that says who may come in by it.

    ``fails`` is what the keyring answers instead; ``refuses`` what the vault answers.
    """

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.fails: ProblemForPerson | None = None
        self.refuses: ProblemForPerson | None = None
        self.why_not = ""
        self.forgotten: list[Note] = []
        self.is_on = False

    def offers(self) -> tuple[Offer, ...]:
        return tuple(Offer(name, Note("v1", name)) for name in self.names)

    def fetch(self, offer: Offer) -> SlotKey:
        if self.fails:
            raise self.fails
        return SlotKey(bytes(32))

    def unlock(self, offer: Offer, key: SlotKey) -> str:
        if self.refuses:
            raise self.refuses
        return f"desk of {offer.name}"

    def standing(self) -> Standing:
        return Standing(self.is_on, 0, self.why_not)

    def keep_key(self) -> Kept:
        if self.fails:
            raise self.fails
        return Kept(Note("v1", "new"), SlotKey(bytes(32)))

    def turn_on(self, kept: Kept) -> tuple[Note, ...]:
        if self.refuses:
            raise self.refuses
        self.is_on = True
        return ()

    def turn_off(self) -> tuple[Note, ...]:
        self.is_on = False
        return (Note("v1", "old"),)

    def forget(self, notes: tuple[Note, ...]) -> bool:
        self.forgotten += notes
        return not self.fails


class PromptLane:
    """A lane that does each job at once, and answers at once."""

    def submit(self, _receiver, job, done, failed) -> None:
        try:
            result = job()
        except ProblemForPerson as problem:
            failed(problem)
        else:
            done(result)

    def submit_long(self, receiver, job, done, failed, *, moved) -> Progress:
        progress = Progress(lambda told: moved(told.take_latest()))
        self.submit(receiver, lambda: job(progress), done, failed)
        return progress


def pack():
    """Give the council pack that comes with the program."""
    return bundled_pack("worcestershire")


def whom():
    """Say whom to phone on that Friday."""
    return whom_to_phone(pack(), FRIDAY)


def desk(*, clock: HandClock | None = None, pupils: tuple[Pupil, ...] = ()) -> Desk:
    """Give a desk over stores in memory."""
    roll = FakeRollStore()
    if pupils:
        roll.replace_with([row_of(one) for one in pupils], SOURCE)
    referrals = FakeReferralStore(FakeVault.state.person)
    made = Desk(
        referrals=referrals,
        roll=roll,
        settings=FakeSettingsStore(),
        clock=clock or HandClock(),
        vault=FakeVault(),
        clock_notes=FakeClockNotes(),
        files=referrals.files,
        sealed=referrals.sealed,
        outbox=referrals.outbox,
        paper_notes=FakePaperNotes(referrals),
        handovers=referrals.handovers,
    )
    made.keep_profile(PROFILE)
    return made


def start(on_desk: Desk, first: str, family: str):
    """Put a draft about one child on the shelf."""
    child = put("children[c1]", {"id": "c1", "first_names": first, "family_name": family})
    return on_desk.start(AIM, prefill=(child,), screen="test")


SOURCE = RollSource(
    exported_at="2026-11-03T08:15:00",
    school_name="Larkrise Fictional Primary School",
    la="885",
    estab="0000",
    ctf_version="25.0",
)
HOME = RollAddress(lines=("7 Larkrise Close", "Worcester"), postcode="WR99 2AB")
MOTHER = Contact(
    order=1,
    forename="Grażyna",
    surname="Wiśniewska",
    relationship="PAM",
    responsibility=True,
    lives_with_pupil=True,
    phones=(Phone("M", phone(201)),),
)
FATHER = Contact(
    order=2,
    forename="Tadhg",
    surname="O’Brannagh",
    relationship="PAF",
    responsibility=True,
    address=RollAddress(lines=("12 Teme Walk", "Malvern"), postcode="WR99 4CD"),
    phones=(Phone("M", phone(202)), Phone("W", "01632 960177")),
    court_order=True,
)
GRAN = Contact(
    order=3,
    forename="Małgorzata",
    surname="Wiśniewska",
    relationship="GRP",
    phones=(Phone("H", "01632 960142"),),
)
AMELIE = Pupil(
    upn=upn(1, year=20),
    forename="Amélie",
    surname="Wiśniewska",
    preferred_forename="Mela",
    date_of_birth=date(2016, 3, 27),
    sex="F",
    year_group="6",
    address=HOME,
    contacts=(FATHER, MOTHER, GRAN),
)
PIOTR = Pupil(
    upn=upn(2, year=22),
    forename="Piotr",
    surname="Wiśniewski",
    date_of_birth=date(2018, 9, 2),
    sex="M",
    year_group="3",
    address=HOME,
    contacts=(MOTHER,),
)
LOWRI = Pupil(
    upn=upn(3, year=23),
    forename="Lowri",
    surname="Kaya",
    date_of_birth=date(2019, 11, 19),
    sex="F",
    year_group="2",
    address=HOME,
    looked_after=True,
    care_authority="885",
)
NNAMDI = Pupil(
    upn=upn(4, year=19),
    forename="Nnamdi",
    surname="Okonjo-Vale",
    date_of_birth=date(2015, 12, 1),
    year_group="6",
)
PUPILS = (AMELIE, PIOTR, LOWRI, NNAMDI)


def shelf_row(number: int) -> ShelfRow:
    """Give a row of a long shelf."""
    return ShelfRow(
        id=f"r{number}",
        reference=f"FFD-2026-{number:04}",
        council="worcestershire",
        form="csc",
        children=(f"{first(number)} {family(number)}",),
        state=DraftState.DRAFT,
        created_at="2026-11-20T14:00:00.000Z",
        changed_at="2026-11-20T14:00:00.000Z",
    )


def controls(root: QWidget) -> list[QWidget]:
    """Give everything in a screen that can have the focus."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(root)
        and one.window() is root.window()
    ]


def assert_all_named(root: QWidget) -> None:
    """Fail when assistive technology has no name for a control."""
    found = controls(root)
    assert found
    nameless = [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in found
        if not name_of(one)
    ]
    assert not nameless, f"without a name: {nameless}"


def name_of(widget: QWidget) -> str:
    """Give the name that assistive technology says."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else ""


def show(qtbot, screen):
    """Show a screen in a window that has the focus, as the shell does."""
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is screen)
    screen.entered()
    return screen
