"""The roll at work on a desk: find, propose a family, start a draft from it, take a new roll in.

Every function belongs on the vault lane. Chooses nothing by itself: siblings come in as choices.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from ffd_desktop.adapters import chosen, files
from ffd_desktop.app import remembered
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.formats import formats
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll import trouble
from ffd_desktop.roll.formats import Stop, format_of
from ffd_desktop.roll.importing import Import, Reading
from ffd_desktop.roll.prefill import Chosen, Standing, prefill
from ffd_desktop.roll.preview import Expected, RollPreview
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.siblings import Proposal, siblings_of
from ffd_desktop.roll.tables.mapping import (
    Mapping,
    from_kept,
    from_toml,
    to_keep,
    to_toml,
)
from ffd_desktop.roll.tables.reading import Table, TableFormat
from ffd_desktop.roll.upn import UpnCheck, check, normalise
from ffd_desktop.tables.layout import Layout
from ffd_desktop.tables.remembering import heading_set

_MAPPINGS: Final = "roll_mappings"


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
    choices: Named[str, str] | None = None,
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


def look_at_table(desk: Desk, paths: Sequence[Path], progress: Progress = SILENT) -> Table | None:
    """Look at the columns of chosen tables; ``None`` when the files are no tables.

    The mapping in it is the one used last for these headings, or else a proposal.

    Raises:
        ProblemForPerson: No headings, damaged, or ``roll_tables_differ``: several tables whose
            headings are not the same, so that one mapping cannot be for both.
    """
    tables = [found for path in paths if (found := _table(desk, path, progress)) is not None]
    if len({heading_set(one.layout.headings) for one in tables}) > 1:
        raise ProblemForPerson(
            f"These tables do not have the same headings. {trouble.SAFE}",
            "Export one table that holds both the pupils and their contacts, and choose that.",
            "roll_tables_differ",
        )
    return tables[0] if tables else None


def _table(desk: Desk, path: Path, progress: Progress) -> Table | None:
    chooses = partial(remembered_mapping, desk)
    with _Chosen(path).open() as stream:
        found = format_of(stream, formats(chooses))
        return found.table(stream, progress.is_stopped) if isinstance(found, TableFormat) else None


def remembered_mapping(desk: Desk, layout: Layout) -> Mapping | None:
    """Give the mapping that was used last for a table with these headings."""
    found = remembered.find(desk, _MAPPINGS, layout.headings)
    return from_kept(found, layout.headings)


def remember_mapping(desk: Desk, mapping: Mapping) -> None:
    """Keep a mapping for the next table with the same headings."""
    remembered.keep(desk, _MAPPINGS, mapping.headings, to_keep(mapping))


def read_mapping(path: Path, headings: Sequence[str]) -> Mapping:
    """Read a mapping file for a table with these headings."""
    with chosen.open_chosen(path) as stream:
        return from_toml(stream.read(), headings)


def write_mapping(path: Path, mapping: Mapping) -> None:
    """Write a mapping file for a person to change; never over a file that is there.

    Raises:
        ProblemForPerson: ``file_exists``, or the disk's own.
    """
    files.write_once(path, to_toml(mapping).encode())


def preview_roll(
    desk: Desk,
    paths: Sequence[Path],
    progress: Progress = SILENT,
    *,
    mapping: Mapping | None = None,
) -> RollPreview:
    """Read files and say what they would change; stores nothing.

    Args:
        desk: Whose roll.
        paths: Files, or folders with OneRoster's tables.
        progress: Hears how far it is.
        mapping: Which column is what, for tables; without it, the one remembered or proposed.
    """
    return _import(desk, paths, progress, mapping).preview()


def import_roll(
    desk: Desk,
    paths: Sequence[Path],
    progress: Progress = SILENT,
    *,
    agreed: RollPreview | None = None,
    mapping: Mapping | None = None,
) -> int:
    """Put the files' pupils in the place of the roll in use; give their number."""
    return take_roll(desk, paths, progress, agreed=agreed, mapping=mapping).pupils


def take_roll(
    desk: Desk,
    paths: Sequence[Path],
    progress: Progress = SILENT,
    *,
    agreed: RollPreview | None = None,
    mapping: Mapping | None = None,
) -> RollPreview:
    """Put the files' pupils in the place of the roll in use, reading once; say what changed.

    The mapping by which a table was read is remembered for its headings.
    """
    done = _import(desk, paths, progress, mapping).store(agreed=agreed)
    if mapping is not None:
        remember_mapping(desk, mapping)
    return done


def _import(
    desk: Desk, paths: Sequence[Path], progress: Progress, mapping: Mapping | None
) -> Import:
    profile = desk.profile()
    expected = Expected(f"{profile.la_code}{profile.estab_code}", desk.clock.now().date())

    def chosen_for(layout: Layout) -> Mapping | None:
        if mapping is not None and mapping.headings == layout.headings:
            return mapping
        if mapping is not None:
            return from_kept(to_keep(mapping), layout.headings)
        return remembered_mapping(desk, layout)

    known = formats(chosen_for)

    def read(stream: BinaryIO, *, file_name: str, stop: Stop) -> Reading:
        return format_of(stream, known).read(stream, file_name=file_name, stop=stop)

    wanted = [_Chosen(path) for path in paths]
    named = named_in_referrals(desk)
    return Import(wanted, desk.roll, expected, progress=progress, read=read, named=named)


def named_in_referrals(desk: Desk) -> frozenset[str]:
    """Give the UPNs of all children in referrals: those pupils stay on the roll when they leave.

    Only of referrals that whoever is here may read. Else the roll would tell whom a restricted one
    names.
    """
    found = set[str]()
    for row in desk.shelf():
        with suppress(ProblemForPerson):  # restricted to others
            children = desk.open(row.id).referral.children
            found.update(one.upn for one in children if isinstance(one.upn, str) and one.upn)
    return frozenset(found)


class _Chosen:
    """A file that a person chose."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = path.name
        self.size = chosen.size_of(path)

    def open(self) -> BinaryIO:
        """Open it for one reading, from the start."""
        if self._path.is_dir():
            return chosen.open_folder(self._path)
        return chosen.open_chosen(self._path)
