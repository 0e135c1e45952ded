"""Papers as the screens need them: make one, write one, see its pages. Shows nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from ffd_desktop.app import papers
from ffd_desktop.app.papers import Kind, Paper
from ffd_desktop.app.program import Program
from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.referral.model import Referral
from ffd_desktop.vault.keysfile import Anchor
from ui.printing import PagePicture


class Papers(Protocol):
    """What can be made of a referral; each belongs to the work lane."""

    def make(
        self,
        referral: Referral,
        kind: Kind,
        reader: Reader = Reader.COUNCIL,
        *,
        encloses: bool = False,
    ) -> Paper:
        """Make a paper in memory; ``encloses``: with the files inside that are marked so."""
        ...

    def family_picture(self, referral: Referral) -> Paper:
        """Make the paper that is only the picture of the family."""
        ...

    def write(self, target: Path, paper: Paper) -> None:
        """Write a paper where a person chose, over another file if there is one."""
        ...

    def pages(self, pdf: bytes, dpi: int) -> Iterable[PagePicture]:
        """Give pictures of a PDF's pages, one at a time."""
        ...


class ProgramPapers:
    """The papers of the real program; ``head`` gives the vault's head, on any lane.

    ``files`` gives the copies that go inside a PDF of a referral, on the work lane.
    """

    def __init__(
        self,
        program: Program,
        head: Callable[[], Anchor | None] = lambda: None,
        files: Callable[[Referral], Sequence[Embedded]] = lambda _: (),
    ) -> None:
        self._program = program
        self._head = head
        self._files = files

    def make(
        self,
        referral: Referral,
        kind: Kind,
        reader: Reader = Reader.COUNCIL,
        *,
        encloses: bool = False,
    ) -> Paper:
        """Make a paper in memory; ``encloses``: with the files inside that are marked so."""
        is_right = encloses and kind == "pdf" and reader is Reader.COUNCIL
        files = self._files(referral) if is_right else ()
        return papers.make(
            self._program, referral, kind, head=self._head(), reader=reader, files=files
        )

    def family_picture(self, referral: Referral) -> Paper:
        """Make the paper that is only the picture of the family."""
        return papers.family_picture(self._program, referral, head=self._head())

    def write(self, target: Path, paper: Paper) -> None:
        """Write a paper; the dialog has asked already whether to replace a file."""
        papers.write(target, paper, replacing=True)

    def pages(self, pdf: bytes, dpi: int) -> Iterable[PagePicture]:
        """Give pictures of a PDF's pages, one at a time."""
        from ffd_desktop.adapters.pdf.pages import render_pages

        return render_pages(pdf, dpi)
