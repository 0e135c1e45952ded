"""Papers: a referral checked, and made into PDF, JSON or text in memory, then written once.

Reads no vault: it is given the referral. Checking informs; it never stops a paper being made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from ffd_desktop.adapters import files as on_disk
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.other_pupils import pupils_in
from ffd_desktop.app.program import Program
from ffd_desktop.checking.answering import Answered
from ffd_desktop.checking.findings import Finding, Grade, look_over
from ffd_desktop.checking.findings import check as find
from ffd_desktop.checking.passages import Memory
from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.outline import Document
from ffd_desktop.exporting.picture_paper import family_paper
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.seal import Seal
from ffd_desktop.exporting.text import write_text
from ffd_desktop.exporting.wording import said
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.vault.head_code import printed
from ffd_desktop.vault.keysfile import Anchor

Kind = Literal["pdf", "json", "text"]
KINDS: tuple[Kind, ...] = ("pdf", "json", "text")
REFERRAL, FAMILY_PICTURE = "Referral", "Picture of the family"
ENDINGS: dict[Kind, str] = {"pdf": ".pdf", "json": ".json", "text": ".txt"}


class Paper(Private, frozen=True):
    """A finished paper in memory.

    Attributes:
        name: Neutral file name: the reference, never the child.
        pages: Number of pages; 0 where there are none.
        missing: Characters that no font has, as codes such as ``U+1F9FF``.
        of: The id of the referral that it was made of, so that it can be noted there.
        what: What it is, such as "Chronology", for that note.
        why: What is noted with it and stands on no page.
    """

    name: str
    data: bytes
    pages: int = 0
    missing: tuple[str, ...] = ()
    of: str = ""
    what: str = ""
    why: tuple[str, ...] = ()

    def about(self, referral_id: str, what: str, why: tuple[str, ...] = ()) -> Paper:
        """Give the same paper, with what the note of it says."""
        return msgspec.structs.replace(self, of=referral_id, what=what, why=why)


class Checked(msgspec.Struct, frozen=True):
    """The findings of one check, counted by grade.

    Attributes:
        ready: Whether nothing of grade must is left.
        answered: What a reason answers.
    """

    findings: tuple[Finding, ...]
    counts: dict[str, int]
    ready: bool
    answered: tuple[Answered, ...] = ()

    def told(self) -> dict[str, object]:
        """Say it for another program; each finding with the id that answers it."""
        return {
            "findings": [_told(one) for one in self.findings],
            "counts": self.counts,
            "ready": self.ready,
            "answered": [
                {**_told(one.finding), "reason": said(one.reply.reason)} for one in self.answered
            ],
        }

    def lines(self) -> Iterator[str]:
        """Say it in plain lines."""
        told = ", ".join(f"{number} {grade}" for grade, number in self.counts.items())
        yield f"Ready to send: {'yes' if self.ready else 'not yet'} ({told})."
        for one in self.findings:
            yield f"{one.grade.value.upper()}  {one.what}"
            yield f"      {one.how}  [{one.id}]"
        for answer in self.answered:
            yield f"ANSWERED  {answer.finding.what}"
            yield f"      {said(answer.reply.reason)}  [{answer.finding.id}]"


def _told(finding: Finding) -> dict[str, object]:
    return {"id": finding.id, **msgspec.to_builtins(finding)}


def form_of(program: Program, referral: Referral) -> tuple[Pack, Form]:
    """Find the pack and form that a referral is written on.

    Raises:
        ProblemForPerson: ``council_unknown`` or ``form_unknown``.
    """
    pack = program.pack(referral.council)
    try:
        return pack, pack.form(referral.form)
    except KeyError:
        raise ProblemForPerson(
            f"The form '{referral.form}' is not in the pack of {pack.name}. "
            "The referral is safe in the vault.",
            "Ask your IT support to put back the council pack with that form.",
            "form_unknown",
        ) from None


def check(program: Program, referral: Referral, desk: Desk | None = None) -> Checked:
    """Say what is still to put right; with a desk, also which names are those of other pupils."""
    pack, form = form_of(program, referral)
    today = program.clock.now().date()
    pupils = frozenset[str]()
    if desk is not None:
        pupils = pupils_in(desk, referral, lambda _: (pack, form), today=today)
    looked = look_over(referral, form, pack, today=today, memory=Memory(pupils))
    found = looked.findings
    counts = {grade.value: sum(one.grade is grade for one in found) for grade in Grade}
    return Checked(found, counts, counts[Grade.MUST.value] == 0, looked.answered)


def outline(
    program: Program,
    referral: Referral,
    *,
    head: Anchor | None = None,
    reader: Reader = Reader.COUNCIL,
    inside: Collection[str] = (),
    seal: Seal | None = None,
) -> Document:
    """Shape a referral for its reader; ``head`` is the record chain's, for the foot.

    ``inside`` are the ids of the attachments whose files go inside the paper. A copy of a sealed
    referral for the family is no draft, and bears no digest, for it is not what was sealed.
    """
    pack, form = form_of(program, referral)
    now = program.clock.now()
    findings = () if seal else find(referral, form, pack, today=now.date())
    document = compose(
        referral,
        form,
        pack=pack,
        findings=findings,
        now=now,
        seal=seal if reader is Reader.COUNCIL else None,
        reader=reader,
        inside=inside,
    )
    return msgspec.structs.replace(document, record=printed(head))


def text(
    program: Program,
    referral: Referral,
    *,
    head: Anchor | None = None,
    reader: Reader = Reader.COUNCIL,
    seal: Seal | None = None,
) -> str:
    """Write a referral as plain text in the form's order."""
    return write_text(outline(program, referral, head=head, reader=reader, seal=seal))


def name_of(referral: Referral, kind: Kind, reader: Reader = Reader.COUNCIL) -> str:
    """Give the neutral name of a paper's file; a copy for the family says that it is one."""
    copy = "-family" if reader is Reader.FAMILY else ""
    return f"{referral.reference}{copy}{ENDINGS[kind]}"


def make(
    program: Program,
    referral: Referral,
    kind: Kind,
    *,
    head: Anchor | None = None,
    reader: Reader = Reader.COUNCIL,
    files: Sequence[Embedded] = (),
    seal: Seal | None = None,
) -> Paper:
    """Make a paper in memory, with the vault's head as of now at its foot.

    ``files`` go inside a PDF; never inside a copy for the family. ``seal`` is that of a sealed
    referral, whose own PDF and JSON are not made here again (``sealing.paper``).

    Raises:
        ProblemForPerson: ``family_copy_json``: no JSON is made for a family.
    """
    made = _made(program, referral, kind, head=head, reader=reader, files=files, seal=seal)
    copy = ", copy for the family" if reader is Reader.FAMILY else ""
    return made.about(referral.id, f"{REFERRAL}{copy}")


def _made(
    program: Program,
    referral: Referral,
    kind: Kind,
    *,
    head: Anchor | None,
    reader: Reader,
    files: Sequence[Embedded],
    seal: Seal | None,
) -> Paper:
    name = name_of(referral, kind, reader)
    match kind:
        case "pdf":
            files = () if reader is Reader.FAMILY else files
            inside = [one.attachment for one in files]
            shaped = outline(program, referral, head=head, reader=reader, inside=inside, seal=seal)
            return as_pdf(name, shaped, files)
        case "json":
            if reader is Reader.FAMILY:
                raise ProblemForPerson(
                    "A copy for the family is a paper to read; JSON is for other programs.",
                    "Make it as PDF or as text.",
                    "family_copy_json",
                )
            return Paper(name, codec.encode(as_sent(referral)) + b"\n")
        case "text":
            words = text(program, referral, head=head, reader=reader, seal=seal)
            return Paper(name, words.encode())


def as_pdf(name: str, shaped: Document, files: Sequence[Embedded] = ()) -> Paper:
    """Draw a shaped paper."""
    from ffd_desktop.adapters.pdf.writer import write_pdf

    made = write_pdf(shaped, files=files)
    missing = tuple(f"U+{ord(one.character):04X}" for one in made.missing_characters)
    return Paper(name, made.data, made.pages, missing)


def family_picture(
    program: Program,
    referral: Referral,
    kind: Kind = "pdf",
    *,
    head: Anchor | None = None,
    reader: Reader = Reader.COUNCIL,
) -> Paper:
    """Make a paper that is only the picture of the family, as PDF or, in words, as text."""
    pack, form = form_of(program, referral)
    shaped = family_paper(referral, form, pack=pack, now=program.clock.now(), reader=reader)
    shaped = msgspec.structs.replace(shaped, record=printed(head))
    name = name_of(referral, kind, reader).replace(ENDINGS[kind], f"-picture{ENDINGS[kind]}")
    made = as_pdf(name, shaped) if kind == "pdf" else Paper(name, write_text(shaped).encode())
    return made.about(referral.id, FAMILY_PICTURE)


def write(target: Path, paper: Paper, *, replacing: bool = False) -> None:
    """Write a paper to the place that a person chose; nothing partial is left behind.

    Raises:
        ProblemForPerson: ``file_exists`` without ``replacing``; trouble with the folder or disk.
    """
    on_disk.write_once(target, paper.data, replacing=replacing)
