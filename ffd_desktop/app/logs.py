"""Bringing rows of a concern log, a spreadsheet or a page of text into a draft.

Reading and planning touch no vault and may run on any lane; what is remembered belongs on the vault
lane. The draft is changed by its session alone, so that it is saved and undone like what is typed.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from ffd_desktop.adapters import chosen, files
from ffd_desktop.adapters.spreadsheets import WorkbookSheet, is_workbook
from ffd_desktop.app import remembered
from ffd_desktop.app.desk import Desk
from ffd_desktop.concern_log.mapping import Mapping, from_kept, from_toml, to_keep, to_toml
from ffd_desktop.concern_log.material import Material, from_sheet
from ffd_desktop.concern_log.purpose import LOG, REFUSALS, other_kind
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.tables.layout import Sheet
from ffd_desktop.tables.signatures import HEAD, is_empty, kind_of
from ffd_desktop.tables.text import TextSheet, text_of

_MAPPINGS: Final = "log_mappings"


def read_file(path: Path, progress: Progress = SILENT) -> Material:
    """Read a table (CSV or Excel) that a person chose, without storing anything.

    Raises:
        ProblemForPerson: Not a table, no headings, damaged, out of all measure, or stopped.
    """
    with chosen.open_chosen(path) as stream:
        size = chosen.size_of(path)
        sheet = _sheet(stream, progress)

        def told(count: int) -> None:
            if progress.is_stopped():
                raise REFUSALS.stopped()
            progress.step(min(sheet.read_bytes, size), size, f"{count:,} rows read")

        return from_sheet(sheet, told)


def _sheet(stream: BinaryIO, progress: Progress) -> Sheet:
    head = stream.read(HEAD)
    if is_empty(head):
        raise other_kind("empty")
    if is_workbook(stream):
        return WorkbookSheet(stream, progress.is_stopped, LOG)
    kind = kind_of(head)
    if kind:
        raise other_kind(kind)
    start = text_of(head, LOG).lstrip()
    if start.startswith("<"):
        raise other_kind("a web page or another kind of text with marks in it")
    return TextSheet(stream, progress.is_stopped, LOG)


def remembered_mapping(desk: Desk, material: Material) -> Mapping | None:
    """Give the mapping that was used last for rows with these headings; on the vault lane."""
    if not has_headings(material):
        return None
    found = remembered.find(desk, _MAPPINGS, material.headings)
    return from_kept(found, material.headings)


def remember_mapping(desk: Desk, mapping: Mapping) -> None:
    """Keep a mapping for the next rows with the same headings; on the vault lane."""
    if any(mapping.headings):
        remembered.keep(desk, _MAPPINGS, mapping.headings, to_keep(mapping))


def has_headings(material: Material) -> bool:
    """Tell whether a mapping of it is worth remembering."""
    return not material.is_prose and any(material.headings)


def read_mapping(path: Path, material: Material) -> Mapping:
    """Read a mapping file for these rows."""
    with chosen.open_chosen(path) as stream:
        return from_toml(stream.read(), material.headings)


def write_mapping(path: Path, mapping: Mapping) -> None:
    """Write a mapping file for a person to change; never over a file that is there.

    Raises:
        ProblemForPerson: ``file_exists``, or the disk's own.
    """
    files.write_once(path, to_toml(mapping).encode())


class DeskLogs:
    """The same for one desk, as the window asks for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read_file(self, path: Path, progress: Progress) -> Material:
        """Read a table that a person chose; on any lane."""
        return read_file(path, progress)

    def remembered_mapping(self, material: Material) -> Mapping | None:
        """Give the mapping used last for these headings; on the vault lane."""
        return remembered_mapping(self._desk, material)

    def remember_mapping(self, mapping: Mapping) -> None:
        """Keep a mapping for the next rows with these headings; on the vault lane."""
        remember_mapping(self._desk, mapping)
