"""Aiming a referral at another form, of the same council or another. Every answer stays.

What the other form does not ask is kept in the draft, not printed, and can be named here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ffd_desktop.councils.forms import Field, Form, Section
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.calls import council_told
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read


class Unasked(msgspec.Struct, frozen=True):
    """Answers of a draft that a form does not ask for.

    Attributes:
        section: The title under which another form asks for them.
        answers: How many there are.
    """

    section: str
    answers: int

    @property
    def words(self) -> str:
        """Both on one line."""
        return f"{self.section}: {self.answers} {'answer' if self.answers == 1 else 'answers'}"


def aiming(referral: Referral, aim: Aim) -> tuple[Edit, ...]:
    """Give the edits that aim a referral at a form; none when it is aimed there already."""
    wanted = {"council": aim.council, "form": aim.form, "pack_version": aim.pack_version}
    return tuple(put(path, new) for path, new in wanted.items() if getattr(referral, path) != new)


def told_another(referral: Referral, council: str) -> bool:
    """Tell whether a call is noted by which another council was told than the one given."""
    return referral.council != council and council_told(referral) is not None


def unasked(referral: Referral, form: Form, others: Iterable[Form]) -> tuple[Unasked, ...]:
    """Name what stands in a referral and is not asked by a form.

    Args:
        referral: The draft.
        form: The form that it is, or would be, aimed at.
        others: The forms that know the questions by name; the first that asks one names it.
    """
    seen = {field.path for field in form.fields()}
    lists = {section.repeats for section in form.sections}
    counts: dict[str, int] = {}
    for section, field in _questions(others):
        title = section.on_paper or section.title
        if section.repeats not in lists:
            lists.add(section.repeats)
            counts[title] = counts.get(title, 0) + _bare(referral, section)
        if field.path not in seen:
            seen.add(field.path)
            counts[title] = counts.get(title, 0) + _answers(referral, field, section)
    return tuple(Unasked(title, count) for title, count in counts.items() if count)


def _questions(forms: Iterable[Form]) -> Iterator[tuple[Section, Field]]:
    for form in forms:
        for section in form.sections:
            for field in section.fields:
                yield section, field


def _bare(referral: Referral, section: Section) -> int:
    """Count the items that say something by being there, such as a mark without a note."""
    names = [field.attribute for field in section.fields]
    items = section.of(referral)
    return sum(not any(is_answered(getattr(one, name)) for name in names) for one in items)


def _answers(referral: Referral, field: Field, section: Section) -> int:
    if not section.repeats:
        return int(is_answered(read(referral, field.path)))
    items = read(referral, section.repeats)
    return sum(
        is_answered(getattr(item, field.attribute))
        for item in (items if isinstance(items, tuple) else ())
    )
