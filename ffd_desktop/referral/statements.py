"""What was seen, said and done: statements, events of the chronology, marks, help tried.

Fact, exact words and opinion are kept apart. Judges nothing.
"""

from __future__ import annotations

from enum import StrEnum

from ffd_desktop.referral.answers import Answer
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.people import Item


class StatementKind(StrEnum):
    """Which of the three questions of the assessment a statement answers (J1 to J3)."""

    WORRY = "worry"
    STRENGTH = "strength"
    NEED = "need"


class Statement(Item, frozen=True):
    """One worry, strength or need, with how it is known and whom it concerns (J, B7).

    Attributes:
        children: ``None`` for all who are referred, now and later; ids for those alone; ``()`` for
            nobody yet. So it is with events and help too: ``concerned.py`` holds the rule.
    """

    kind: StatementKind = StatementKind.WORRY
    aspect: Answer[str] = None
    text: Answer[str] = None
    exact_words: Answer[str] = None
    certainty: Answer[str] = None
    source: Answer[str] = None
    source_anonymous: Answer[bool] = None
    when: Answer[PartDate] = None
    where: Answer[str] = None
    impact: Answer[str] = None
    children: Answer[tuple[str, ...]] = None
    by_whom: Answer[str] = None
    by_when: Answer[PartDate] = None


class Event(Item, frozen=True):
    """A row of the chronology (K)."""

    when: Answer[PartDate] = None
    what: Answer[str] = None
    exact_words: Answer[str] = None
    who: Answer[str] = None
    source: Answer[str] = None
    action: Answer[str] = None
    outcome: Answer[str] = None
    impact: Answer[str] = None
    children: Answer[tuple[str, ...]] = None
    in_referral: bool = True


class Examination(Item, frozen=True):
    """One time at which marks on one child were seen, and by whom (I3).

    On screen and on paper it is an occasion: a school never examines a child.

    Attributes:
        outline: Which outline its marks stand on: ``child`` or ``infant``.
    """

    child: Answer[str] = None
    when: Answer[PartDate] = None
    where: Answer[str] = None
    seen_by: Answer[str] = None
    present: Answer[str] = None
    outline: Answer[str] = None
    note: Answer[str] = None


class Injury(Item, frozen=True):
    """A mark or injury, with the explanation given and by whom (I3).

    Attributes:
        examination: Id of the examination at which it was seen.
        x: Where it stands on the picture ``view``, from 0 at its left to 1 at its right.
        y: The same from 0 at the top to 1 at the foot; a mark at (0, 0) has no place on it.
        outline: On which outline ``x`` and ``y`` were set, so that another shows the same place.
    """

    child: Answer[str] = None
    examination: Answer[str] = None
    site: Answer[str] = None
    view: Answer[str] = None
    x: float = 0.0
    y: float = 0.0
    outline: Answer[str] = None
    kind: Answer[str] = None
    size: Answer[str] = None
    colour: Answer[str] = None
    shape: Answer[str] = None
    seen_on: Answer[PartDate] = None
    seen_by: Answer[str] = None
    explanation: Answer[str] = None
    explained_by: Answer[str] = None


class Help(Item, frozen=True):
    """Early help or other support tried, and what came of it (O)."""

    what: Answer[str] = None
    who: Answer[str] = None
    dates: Answer[str] = None
    aims: Answer[str] = None
    outcome: Answer[str] = None
    children: Answer[tuple[str, ...]] = None


class IndicatorMark(Item, frozen=True):
    """An indicator of the council's guidance that was seen, and its evidence (M).

    Attributes:
        code: The indicator's code in the council's pack.
        children: Whom it is seen of; ``None`` for all the children referred.
        evidence: Ids of the statements, events, marks and attachments that show it.
    """

    code: str = ""
    children: Answer[tuple[str, ...]] = None
    since: Answer[PartDate] = None
    until: Answer[PartDate] = None
    evidence: Answer[tuple[str, ...]] = None
    note: Answer[str] = None


class Reply(Item, frozen=True):
    """Why what a check said may stay as it is; the judgement's are printed beside it (M).

    Attributes:
        rule: The name of the rule that spoke.
        path: The answer that it spoke of.
        said: The sentence as it stood when it was answered.
        on_file: Whether the reason stays with the record, and is neither printed nor sent.
    """

    rule: str = ""
    path: str = ""
    said: str = ""
    reason: Answer[str] = None
    on_file: bool = False


class Danger(Item, frozen=True):
    """A danger statement with its goal and scale (J4 to J6)."""

    danger: Answer[str] = None
    goal: Answer[str] = None
    scale_referrer: Answer[int] = None
    scale_child: Answer[int] = None
    scale_parent: Answer[int] = None


class Attachment(Item, frozen=True):
    """A document that goes with the referral, or is named in it (Q).

    Attributes:
        file: The id of its file in the vault; empty when it is named only and goes by another way.
        file_name: As it came; it may name a child, so it stands nowhere outside the vault.
        media_type: Such as ``image/png``.
        size: In bytes.
        digest: SHA-256 of the file as it came, in hexadecimal.
        pages: Of a PDF.
        width: Of a picture, in pixels.
        height: The same.
        embed: Whether a copy goes inside the PDF of the referral.
    """

    title: Answer[str] = None
    kind: Answer[str] = None
    date: Answer[PartDate] = None
    author: Answer[str] = None
    third_party_data: Answer[bool] = None
    redacted: Answer[bool] = None
    file: str = ""
    file_name: str = ""
    media_type: str = ""
    size: int = 0
    digest: str = ""
    pages: int = 0
    width: int = 0
    height: int = 0
    embed: Answer[bool] = None
