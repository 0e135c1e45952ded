"""The roll formats that there are. A further one is one line here."""

from __future__ import annotations

from functools import partial
from typing import BinaryIO

from ffd_desktop.adapters.spreadsheets import WorkbookSheet, is_workbook
from ffd_desktop.roll.formats import CtfFormat, RollFormat, is_archive
from ffd_desktop.roll.oneroster import OneRosterFormat
from ffd_desktop.roll.tables.mapping import Mapping
from ffd_desktop.roll.tables.purpose import ROLL
from ffd_desktop.roll.tables.reading import Chooses, TableFormat
from ffd_desktop.tables.layout import Layout
from ffd_desktop.tables.text import TextSheet, is_table, text_of


def formats(chooses: Chooses) -> tuple[RollFormat, ...]:
    """Give every format, the one that takes anything last.

    Args:
        chooses: Gives the mapping that a person chose for a table with these headings.
    """
    return (
        OneRosterFormat(),
        TableFormat(_is_workbook, partial(WorkbookSheet, purpose=ROLL), chooses),
        TableFormat(_is_text, partial(TextSheet, purpose=ROLL), chooses),
        CtfFormat(),
    )


def proposed(_layout: Layout) -> Mapping | None:
    """Choose nothing, so that each table is read as it is proposed."""
    return None


def _is_workbook(head: bytes, stream: BinaryIO) -> bool:
    return is_archive(head) and is_workbook(stream)


def _is_text(head: bytes, _stream: BinaryIO) -> bool:
    return not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and is_table(
        text_of(head, ROLL), ROLL
    )
