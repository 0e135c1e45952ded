"""What bringing rows in asks of the core. Declares shapes only."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ffd_desktop.concern_log.mapping import Mapping
from ffd_desktop.concern_log.material import Material
from ffd_desktop.progress import Progress


class LogWork(Protocol):
    """Files of rows, and what is remembered of their columns (``ffd_desktop/app/logs.py``)."""

    def read_file(self, path: Path, progress: Progress) -> Material:
        """Read a table that a person chose; touches no vault.

        Raises:
            ProblemForPerson: Not a table, damaged, out of all measure, or stopped.
        """
        ...

    def remembered_mapping(self, material: Material) -> Mapping | None:
        """Give the mapping used last for these headings; on the vault lane."""
        ...

    def remember_mapping(self, mapping: Mapping) -> None:
        """Keep a mapping for the next rows with these headings; on the vault lane."""
        ...
