"""The fictional school: a vault of invented people, for looking round and for the demonstration.

Its passphrase is published here: it guards nobody. Never touches a vault that holds anything real.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from importlib.resources import as_file, files
from typing import Final

from ffd_desktop.app import rolls
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.app.story import Story, the_story, told
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read
from ffd_desktop.roll.prefill import Standing
from ffd_desktop.roll.preview import RollPreview
from ffd_desktop.undoing import undone_on_failure
from ffd_desktop.vault.calibrate import LEAST
from ffd_desktop.vault.states import Missing
from ffd_desktop.vault.surroundings import ANYTHING

# SECURITY: published on purpose. It protects invented people only; no real vault uses it.
PASSPHRASE: Final = "saltmarsh heron ladder"  # noqa: S105
COUNCIL: Final = "worcestershire"
FOLDER: Final = "fictional"
_ROLL: Final = "8850000_CTF_XXXXXXX_001.xml"
_READY: Final = "fictional_ready"

SCHOOL: Final = SchoolProfile(
    school_name="Saltmarsh Green Primary (fictional)",
    la_code="885",
    estab_code="0000",
    school_address="1 Sedge Road\nSaltmarsh\nWR99 1ZZ",
    school_phone="01632 960144",
    council=COUNCIL,
    staff_name="Rhiannon Tanglewood",
    staff_role="dsl",
    staff_phone="01632 960144",
    staff_email="dsl@saltmarsh-green.example",
    fictional=True,
)


def look_round(program: Program) -> Desk:
    """Open the fictional school's vault, making it first when it is not there; vault lane.

    It lies beside the person's own vault, which is not touched.

    Raises:
        ProblemForPerson: It could not be made.
    """
    return open_or_make(Program(folder=program.home / FOLDER, clock=program.clock))


def open_or_make(program: Program) -> Desk:
    """Open the fictional vault at a program's folder; one that was made half is set aside."""
    if not isinstance(program.vault_state(), Missing):
        desk = program.unlock(PASSPHRASE)
        if _is_furnished(desk):
            return desk
        desk.close()
        program.set_aside()
    return furnish(program)


def make_vault(program: Program) -> Desk:
    """Make the fictional school's vault, cheap to open, and leave it open."""
    desk, _ = program.create(SetUp(PASSPHRASE, SCHOOL, params=LEAST, agreed_to=ANYTHING))
    return desk


def furnish(program: Program) -> Desk:
    """Make the vault with its roll and two drafts: one just begun, one finished."""
    desk = make_vault(program)
    with undone_on_failure(desk.close):
        import_roll(desk)
        begin(program, desk)
        write_story(program, desk)
        desk.settings.put(_READY, True)
    return desk


def import_roll(desk: Desk) -> RollPreview:
    """Take in the roll of the fictional school."""
    with ExitStack() as stack:
        path = stack.enter_context(as_file(files("resources") / "demo" / _ROLL))
        return rolls.take_roll(desk, [path])


def begin(program: Program, desk: Desk, upn: str = "") -> Referral:
    """Start a draft about one child, with nothing written yet."""
    story = the_story()
    return rolls.start_from_roll(
        desk, _aim(program, story), upn or story.pupils["ruby"], screen="demo"
    )


def write_story(program: Program, desk: Desk) -> Referral:
    """Start the draft of the story from the roll, and write all of it."""
    story = the_story()
    choices = {
        **{story.pupils[name]: Standing.REFER_TOO.value for name in story.refer},
        **{story.pupils[name]: Standing.FAMILY.value for name in story.family},
    }
    blank = rolls.start_from_roll(
        desk, _aim(program, story), story.pupils[story.upn], choices, screen="demo"
    )
    edits = (*confirmed(blank), *told(story, blank, today=program.clock.now().date()))
    return _write(program, desk, blank, edits)


def confirmed(draft: Referral) -> Iterator[Edit]:
    """Give the edits by which a person confirms what was filled in, save what asks for care."""
    for path, origin in draft.origins.items():
        if not origin.care:
            yield put(path, read(draft, path))


def _write(program: Program, desk: Desk, draft: Referral, edits: Iterable[Edit]) -> Referral:
    session = DraftSession(draft, monotonic=program.clock.monotonic)
    session.apply(*edits)
    batch = session.take_unsaved()
    if batch is not None:
        desk.save(draft.id, batch, screen="demo")
    return session.referral


def _aim(program: Program, story: Story) -> Aim:
    pack = program.pack(COUNCIL)
    return Aim(pack.key, story.form, pack.version)


def _is_furnished(desk: Desk) -> bool:
    """Tell whether the making was not cut short."""
    return desk.settings.get(_READY) is True
