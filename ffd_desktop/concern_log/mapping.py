"""Which column of a log is what: one meaning for each column in turn, and its text forms."""

from __future__ import annotations

from collections.abc import Sequence

from ffd_desktop.concern_log.columns import COLUMNS, EXACT, LEFT_OUT, WHAT, is_known
from ffd_desktop.concern_log.purpose import SAFE
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.tables import mapping_file, remembering

_HEAD = """\
# Which column of the concern log is what. An empty "is" leaves the column out.
# Write one of the names at the end; "at_end" puts the column's words at the end of the row's.
"""


class Mapping(Private, frozen=True):
    """One meaning (a key of ``COLUMNS``), or none, for each column in turn."""

    headings: tuple[str, ...]
    meanings: tuple[str, ...]

    def having(self, place: int, meaning: str) -> Mapping:
        """Give the mapping with another meaning at one column.

        What only one column may say is taken from the column that said it before.
        """
        meanings = list(self.meanings)
        if meaning and not COLUMNS[meaning].several:
            meanings = [LEFT_OUT if one == meaning else one for one in meanings]
        meanings[place] = meaning
        return Mapping(self.headings, tuple(meanings))

    def places(self, meaning: str) -> tuple[int, ...]:
        """Give the columns with a meaning, in order."""
        return tuple(place for place, one in enumerate(self.meanings) if one == meaning)

    @property
    def missing(self) -> str:
        """What no column says and a row cannot do without, in words; empty when nothing."""
        return "" if {WHAT, EXACT} & set(self.meanings) else "what happened"

    def refuse_missing(self) -> None:
        """Make sure that rows can be made by it.

        Raises:
            ProblemForPerson: ``log_columns_missing``.
        """
        if self.missing:
            raise ProblemForPerson(
                f"No column is known to hold {self.missing}. {SAFE}",
                "Say which column it is. From a script: --write-mapping writes a file to change.",
                "log_columns_missing",
            )


def to_keep(mapping: Mapping) -> list[list[object]]:
    """Give a mapping as the vault's settings keep it."""
    return remembering.to_keep(mapping.headings, mapping.meanings)


def from_kept(kept: object, headings: Sequence[str]) -> Mapping | None:
    """Give a kept mapping for these headings; ``None`` when it is not about them."""
    known = remembering.from_kept(kept, headings)
    if known is None:
        return None
    return Mapping(tuple(headings), tuple(one if is_known(one) else LEFT_OUT for one in known))


def to_toml(mapping: Mapping) -> str:
    """Write a mapping as a file that a person can edit."""
    names = [f"#   {one.key:<12} {one.label}\n" for one in COLUMNS.values()]
    return mapping_file.write(
        mapping.headings,
        mapping.meanings,
        head=_HEAD,
        names="".join(["\n# The names:\n", *names]),
    )


def from_toml(data: bytes, headings: Sequence[str]) -> Mapping:
    """Read a mapping that ``to_toml`` wrote and a person may have changed.

    Raises:
        ProblemForPerson: ``log_mapping_wrong``, with the place.
    """
    try:
        return Mapping(tuple(headings), mapping_file.read(data, headings, is_known))
    except mapping_file.Wrong as wrong:
        raise ProblemForPerson(
            f"The mapping file cannot be used. {wrong} {SAFE}",
            "Write a new one with --write-mapping, and change that.",
            "log_mapping_wrong",
        ) from None
