"""Papers as the screens need them: make one, write one, see its pages. Shows nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from ffd_desktop.app import encrypted, papers, sealing
from ffd_desktop.app.papers import Kind, Paper
from ffd_desktop.app.program import Program
from ffd_desktop.drafting.paper_notes import Left
from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.seal import Seal
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.sealed import Sealed, SealedFacts
from ffd_desktop.vault.keysfile import Anchor
from ui.printing import PagePicture

Failed = Callable[[ProblemForPerson], None]


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

    def encrypted(self, paper: Paper, passphrase: str) -> Paper:
        """Give a PDF encrypted."""
        ...

    def write(self, target: Path, paper: Paper) -> None:
        """Write a paper where a person chose, over another file if there is one."""
        ...

    def pages(self, pdf: bytes, dpi: int) -> Iterable[PagePicture]:
        """Give pictures of a PDF's pages, one at a time."""
        ...

    def note(self, paper: Paper, left: Left, failed: Failed) -> None:
        """Note that a paper was printed or saved, while nobody waits for it."""
        ...


Noting = Callable[[str, Left, Failed], None]


def _unnoted(_: str, __: Left, ___: Failed) -> None:
    """Note nothing: before a vault is open there is no record to note it in."""


class ProgramPapers:
    """The papers of the real program; ``head`` gives the vault's head, on any lane.

    ``files`` gives the copies that go inside a PDF of a referral, on the work lane; ``noting``
    notes a paper in its referral’s history, on the vault lane.
    """

    def __init__(
        self,
        program: Program,
        head: Callable[[], Anchor | None] = lambda: None,
        files: Callable[[Referral], Sequence[Embedded]] = lambda _: (),
        noting: Noting = _unnoted,
    ) -> None:
        self._program = program
        self._head = head
        self._files = files
        self._noting = noting

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

    def make_sealed(
        self, referral: Referral, kind: Kind, reader: Reader, seal: Seal | None
    ) -> Paper:
        """Make a paper of a sealed referral that was not made when it was sealed."""
        return papers.make(
            self._program, referral, kind, head=self._head(), reader=reader, seal=seal
        )

    def encrypted(self, paper: Paper, passphrase: str) -> Paper:
        """Give a PDF encrypted."""
        return encrypted.encrypted(paper, passphrase)

    def write(self, target: Path, paper: Paper) -> None:
        """Write a paper; the dialog has asked already whether to replace a file."""
        papers.write(target, paper, replacing=True)

    def pages(self, pdf: bytes, dpi: int) -> Iterable[PagePicture]:
        """Give pictures of a PDF's pages, one at a time."""
        from ffd_desktop.adapters.pdf.pages import render_pages

        return render_pages(pdf, dpi)

    def note(self, paper: Paper, left: Left, failed: Failed) -> None:
        """Note that a paper was printed or saved; nothing for one that is of no referral."""
        if paper.of:
            self._noting(paper.of, left, failed)


class SealedPapers:
    """The papers of a sealed referral: what was made when it was sealed is given again.

    ``whole`` gives a sealed thing with its bytes, on the work lane.
    """

    def __init__(
        self,
        papers_of: ProgramPapers,
        facts: Sequence[SealedFacts],
        whole: Callable[[str], Sealed],
    ) -> None:
        self._papers = papers_of
        self._facts = facts
        self._whole = whole

    def make(
        self,
        referral: Referral,
        kind: Kind,
        reader: Reader = Reader.COUNCIL,
        *,
        encloses: bool = False,  # noqa: ARG002 - its files go beside it
    ) -> Paper:
        """Give the sealed PDF or content; make what is for the family, or only text."""
        if reader is Reader.COUNCIL and kind != "text":
            return self.again(self._facts[0], kind)
        return self._papers.make_sealed(referral, kind, reader, sealing.seal_of(self._facts))

    def again(self, facts: SealedFacts, kind: Kind) -> Paper:
        """Give the paper of the referral or of an addendum, as it was sealed."""
        return sealing.paper(self._whole(facts.id), kind)

    def family_picture(self, referral: Referral) -> Paper:
        """Make the paper that is only the picture of the family."""
        return self._papers.family_picture(referral)

    def encrypted(self, paper: Paper, passphrase: str) -> Paper:
        """Give a PDF encrypted."""
        return encrypted.encrypted(paper, passphrase)

    def write(self, target: Path, paper: Paper) -> None:
        """Write a paper; the dialog has asked already whether to replace a file."""
        self._papers.write(target, paper)

    def pages(self, pdf: bytes, dpi: int) -> Iterable[PagePicture]:
        """Give pictures of a PDF's pages, one at a time."""
        return self._papers.pages(pdf, dpi)

    def note(self, paper: Paper, left: Left, failed: Failed) -> None:
        """Note that a paper was printed or saved."""
        self._papers.note(paper, left, failed)
