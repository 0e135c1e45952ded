"""Rows that wait to be brought in, in words. Holds no widget."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.concern_log.columns import COLUMNS
from ffd_desktop.concern_log.counting import rows_words
from ffd_desktop.concern_log.mapping import Mapping
from ffd_desktop.concern_log.material import Material
from ffd_desktop.concern_log.rows import LogRow, Standing, Target, words_for
from ffd_desktop.referral.private import Private
from ui.editors.context import EditorContext

CHOICES = tuple((one.label, one.key) for one in COLUMNS.values())
_LONGEST = 300


class Shown(Private, frozen=True):
    """Everything that changes on the page when a column, a tick or a choice does.

    Attributes:
        ticked: Numbers of the rows that would come in.
        counts: How many rows, and of which kind, in words.
        left_out: Which columns with words in them are left out; empty when none is.
    """

    rows: tuple[LogRow, ...]
    ticked: frozenset[int]
    meanings: tuple[str, ...]
    counts: str
    missing: str
    left_out: str
    target: Target
    in_referral: bool
    whom: tuple[str, ...] | None
    context: EditorContext

    @property
    def names(self) -> dict[str, str]:
        """What each child is called, by id."""
        return {one.id: one.words for one in self.context.children}

    @property
    def press(self) -> str:
        """What the button says."""
        return f"Bring in {rows_words(len(self.ticked))}" if self.ticked else "Bring in rows"


def about(material: Material, *, is_remembered: bool) -> str:
    """Say where the rows come from, and where what each column is comes from."""
    if material.is_prose:
        return (
            "A page of text from the clipboard. A date at the beginning of a line begins a row;"
            " lines without a date join the row above."
        )
    row = material.heading_row
    where = f"with headings in row {row:,}." if row else "without headings."
    source = "Cells from the clipboard," if material.is_pasted else "A table from a file,"
    how = (
        "The columns are set as they were the last time you used these headings."
        if is_remembered
        else "What each column is was proposed. Change what is not right."
    )
    doubt = " Some letters had to be guessed at: look at accents." if material.repaired else ""
    return f"{source} {where} {how}{doubt}"


def left_out_words(material: Material, mapping: Mapping) -> str:
    """Name the columns that are left out though something stands in them."""
    places = left_out(material, mapping)
    if not places:
        return ""
    names = ", ".join(material.headings[at] or f"column {at + 1:,}" for at in places)
    return f"Left out: {names}."


def left_out(material: Material, mapping: Mapping) -> tuple[int, ...]:
    """Give the columns that are left out though something stands in them."""
    empty = (at for at, meaning in enumerate(mapping.meanings) if not meaning)
    return tuple(at for at in empty if any(material.column(at, most=1)))


def when_words(row: LogRow) -> str:
    """Give a row's date as it would come in."""
    if row.when is None:
        return "No date"
    return row.when.words() if row.is_dated else f"“{row.when.words()}” (no date)"


def title(row: LogRow, names: dict[str, str]) -> str:
    """Give a row's date, whom it is about and what is to be known of it, on one line."""
    children = ", ".join(names.get(one, "") for one in row.children or ())
    return "  ·  ".join(part for part in (when_words(row), children, remark(row)) if part)


def remark(row: LogRow) -> str:
    """Say what is to be known of a row; empty for an ordinary one."""
    match row.standing:
        case Standing.THERE:
            return "Already in the draft"
        case Standing.TWICE:
            return f"The same as row {row.same_as:,}"
        case Standing.ELSEWHERE:
            return f"{row.whose}: no child here has this whole name"
        case Standing.WORDLESS:
            return "No words"
        case Standing.NEW:
            return f"{row.whose}: more than one child has this name" if row.whose else ""


def brief(row: LogRow) -> str:
    """Give the beginning of a row's words, on one line."""
    words = " ".join(f"{row.what} {row.exact_words}"[:_LONGEST].split())
    return words or "No words"


def said(row: LogRow, names: dict[str, str], *, ticked: bool) -> str:
    """Say a row in one sentence, for a screen reader."""
    mark = "Ticked" if ticked else "Not ticked"
    return f"{mark}. {title(row, names)}. {brief(row)}"


def details(row: LogRow, target: Target) -> Iterator[tuple[str, str]]:
    """Give everything that a row would say, with what each is."""
    yield "When", when_words(row)
    yield "What happened", words_for(row, target)
    yield "Exact words", row.exact_words
    yield "Who was involved" if target is Target.EVENTS else "Who saw or said it", row.who
    if target is Target.EVENTS:
        yield "Where it is recorded", row.source
        yield "What was done", row.action
        yield "What came of it", row.outcome
    yield "What it did to the child", row.impact


def done_words(count: int, target: Target) -> str:
    """Say what was brought in."""
    one, many = ("event", "events") if target is Target.EVENTS else ("worry", "worries")
    were = "was" if count == 1 else "were"
    return f"{count:,} {one if count == 1 else many} {were} brought in. Undo takes them out again."
