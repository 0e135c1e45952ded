"""Which column of a table is what: one target for each column, its text form, and what is missing.

Knows nothing of how it came about: ``proposing.py`` proposes, a person decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.roll import trouble
from ffd_desktop.roll.tables.fields import FIELDS, Target, target_of
from ffd_desktop.tables import mapping_file, remembering

_HEAD = """\
# Which column of the school’s table is what. An empty "is" leaves the column out.
# Write one of the names at the end, such as "forename"; for what belongs to a contact,
# "contact.forename", or "contact2.forename" when a row holds a second contact.
"""


class Mapping(Private, frozen=True):
    """One target, or none, for each column in turn."""

    headings: tuple[str, ...]
    targets: tuple[Target | None, ...]

    def having(self, place: int, target: Target | None) -> Mapping:
        """Give the mapping with another target at one column.

        What only one column may say is taken from the column that said it before.
        """
        targets = list(self.targets)
        if target is not None and not FIELDS[target.field].several:
            targets = [None if one == target else one for one in targets]
        targets[place] = target
        return Mapping(self.headings, tuple(targets))

    def at(self, *wanted: Target) -> int | None:
        """Give the place of the first column that says one of these."""
        return next((at for at, one in enumerate(self.targets) if one in wanted), None)

    @property
    def most_contacts(self) -> int:
        """How many contacts one row may hold."""
        return max((one.contact for one in self.targets if one is not None), default=0)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a roll cannot do without and no column says, in words; empty when it can be read."""
        said = {one.field for one in self.targets if one is not None and not one.contact}
        lacking = []
        if "whole_name" not in said:
            lacking += [
                words
                for key, words in (("surname", "the pupil’s surname"), ("forename", "the forename"))
                if key not in said
            ]
        if not said & {"upn", "admission_number"}:
            lacking.append("the UPN or the admission number")
        return tuple(lacking)

    def refuse_missing(self) -> None:
        """Make sure that a roll can be read by it.

        Raises:
            ProblemForPerson: ``roll_columns_missing``.
        """
        if self.missing:
            raise ProblemForPerson(
                f"No column is known to hold {' or '.join(self.missing)}. {trouble.SAFE}",
                "Say which columns these are. When the table has no such column, export it again"
                " with the UPN, surname and forename of each pupil.",
                "roll_columns_missing",
            )


def to_keep(mapping: Mapping) -> list[list[object]]:
    """Give a mapping as the vault's settings keep it."""
    return remembering.to_keep(mapping.headings, _meanings(mapping))


def from_kept(kept: object, headings: Sequence[str]) -> Mapping | None:
    """Give a kept mapping for these headings; ``None`` when it is not about them."""
    known = remembering.from_kept(kept, headings)
    return None if known is None else Mapping(tuple(headings), tuple(map(target_of, known)))


def to_toml(mapping: Mapping) -> str:
    """Write a mapping as a file that a person can edit."""
    names = [f"#   {one.key:<20} {one.label}\n" for one in FIELDS.values()]
    return mapping_file.write(
        mapping.headings,
        _meanings(mapping),
        head=_HEAD,
        names="".join(["\n# The names:\n", *names]),
    )


def from_toml(data: bytes, headings: Sequence[str]) -> Mapping:
    """Read a mapping that ``to_toml`` wrote and a person may have changed.

    Raises:
        ProblemForPerson: ``roll_mapping_wrong``, with the place.
    """
    try:
        known = mapping_file.read(data, headings, lambda text: target_of(text) is not None)
    except mapping_file.Wrong as wrong:
        raise ProblemForPerson(
            f"The mapping file cannot be used. {wrong} {trouble.SAFE}",
            "Write a new one with --write-mapping, and change that.",
            "roll_mapping_wrong",
        ) from None
    return Mapping(tuple(headings), tuple(map(target_of, known)))


def _meanings(mapping: Mapping) -> list[str]:
    return [target.text if target else "" for target in mapping.targets]
