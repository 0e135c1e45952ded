"""The roll at work on a desk: find, propose a family, start a draft from it, take a new roll in.

Every function belongs on the vault lane. Chooses nothing by itself: siblings come in as choices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from ffd_desktop.adapters import chosen
from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll.importing import Import
from ffd_desktop.roll.prefill import Chosen, Standing, prefill
from ffd_desktop.roll.preview import Expected, RollPreview
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.siblings import Proposal, siblings_of
from ffd_desktop.roll.upn import UpnCheck, check, normalise


def find_pupils(desk: Desk, text: str, *, limit: int = 50) -> tuple[Pupil, ...]:
    """Find pupils by UPN or any part of any name, best first."""
    return desk.roll.search(text, limit=limit)


def check_upn(desk: Desk, text: str) -> UpnCheck:
    """Check a UPN as typed; suggestions come from the roll, if there is one."""
    if desk.roll.source() is None:
        return check(text)
    return check(text, known=lambda upn: desk.roll.by_upn(upn) is not None)


def pupil_with(desk: Desk, upn: str) -> Pupil:
    """Give the pupil with a UPN.

    Raises:
        ProblemForPerson: ``pupil_unknown``, with what was probably meant.
    """
    found = desk.roll.by_upn(normalise(upn)) or desk.roll.by_upn(upn)
    if found is not None:
        return found
    checked = check_upn(desk, upn)
    meant = f" Was {' or '.join(checked.suggestions[:3])} meant?" if checked.suggestions else ""
    raise ProblemForPerson(
        f"No pupil on the roll has this UPN.{meant} Nothing was changed.",
        " ".join(checked.problems) or "Find the pupil by name, or bring in a newer roll.",
        "pupil_unknown",
    )


def family_of(desk: Desk, upn: str) -> tuple[Proposal, ...]:
    """Propose who may be a brother or sister, likeliest first."""
    return siblings_of(pupil_with(desk, upn), desk.roll)


def refer_too(desk: Desk, upn: str, wanted: str) -> dict[str, str]:
    """Turn ``all``, ``none`` or UPNs between commas into choices.

    ``all`` means every likely sibling; possible ones are never taken unnamed.
    """
    match wanted.strip().lower():
        case "none" | "":
            return {}
        case "all":
            likely = (one for one in family_of(desk, upn) if one.strength.value == "likely")
            return {one.key: Standing.REFER_TOO.value for one in likely}
        case _:
            named = (part.strip() for part in wanted.split(",") if part.strip())
            return {normalise(part): Standing.REFER_TOO.value for part in named}


def start_from_roll(
    desk: Desk,
    aim: Aim,
    upn: str,
    choices: Mapping[str, str] | None = None,
    *,
    edits: Sequence[Edit] = (),
    screen: str,
) -> Referral:
    """Start a draft with a pupil, the chosen siblings and some more edits in it.

    Args:
        desk: Whose shelf it is put on.
        aim: Which form.
        upn: The pupil.
        choices: A sibling's UPN to ``refer`` or ``family``; others are left out.
        edits: Put in after the prefill.
        screen: For the history.
    """
    pupil = pupil_with(desk, upn)
    source = desk.roll.source()
    siblings = [
        Chosen(pupil_with(desk, key), Standing(standing))
        for key, standing in (choices or {}).items()
        if key != upn
    ]
    filled = prefill(pupil, siblings, source=source, school=desk.profile().school_name)
    return desk.start(aim, prefill=(*filled, *edits), screen=screen)


def preview_roll(desk: Desk, paths: Sequence[Path], progress: Progress = SILENT) -> RollPreview:
    """Read files and say what they would change; stores nothing."""
    return _import(desk, paths, progress).preview()


def import_roll(
    desk: Desk,
    paths: Sequence[Path],
    progress: Progress = SILENT,
    *,
    agreed: RollPreview | None = None,
) -> int:
    """Put the files' pupils in the place of the roll in use; give their number."""
    return take_roll(desk, paths, progress, agreed=agreed).pupils


def take_roll(
    desk: Desk,
    paths: Sequence[Path],
    progress: Progress = SILENT,
    *,
    agreed: RollPreview | None = None,
) -> RollPreview:
    """Put the files' pupils in the place of the roll in use, reading once; say what changed."""
    return _import(desk, paths, progress).store(agreed=agreed)


def _import(desk: Desk, paths: Sequence[Path], progress: Progress) -> Import:
    profile = desk.profile()
    expected = Expected(f"{profile.la_code}{profile.estab_code}", desk.clock.now().date())
    wanted = [_Chosen(path) for path in paths]
    return Import(wanted, desk.roll, expected, progress=progress)


class _Chosen:
    """A file that a person chose."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = path.name
        self.size = chosen.size_of(path)

    def open(self) -> BinaryIO:
        """Open it for one reading, from the start."""
        return chosen.open_chosen(self._path)
