"""What bringing in a roll asks of the core. Declares shapes only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.progress import Progress
from ffd_desktop.roll.preview import RollPreview
from ffd_desktop.roll.tables.mapping import Mapping
from ffd_desktop.roll.tables.reading import Table


class RollWork(Protocol):
    """What the core can do with roll files (``ffd_desktop/app/rolls.py``)."""

    def look_at_table(self, desk: Desk, paths: Sequence[Path], progress: Progress) -> Table | None:
        """Look at the columns of chosen tables; ``None`` when the files are no tables.

        Raises:
            ProblemForPerson: No headings, damaged, or tables with different headings.
        """
        ...

    def preview_roll(
        self, desk: Desk, paths: Sequence[Path], progress: Progress, *, mapping: Mapping | None
    ) -> RollPreview:
        """Read files and say what they would change; stores nothing.

        Raises:
            ProblemForPerson: Not a roll, broken, or stopped (code ``stopped``).
        """
        ...

    def import_roll(
        self,
        desk: Desk,
        paths: Sequence[Path],
        progress: Progress,
        *,
        agreed: RollPreview,
        mapping: Mapping | None,
    ) -> int:
        """Put the files' pupils in the place of the roll in use; give their number.

        Raises:
            ProblemForPerson: As for the preview, and ``roll_file_changed``; then the roll in use
                stands as it was.
        """
        ...
