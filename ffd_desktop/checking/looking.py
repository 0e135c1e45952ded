"""What every rule looks at: a referral, the form, the pack and the day, with indexes made once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ffd_desktop.checking.compiled import CompiledForm, CompiledSection, items_of
from ffd_desktop.checking.finding import Finding, Rule
from ffd_desktop.councils.pack import Pack, Section
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import called
from ffd_desktop.referral.people import Child, Item, Person, Relationship

if TYPE_CHECKING:
    from ffd_desktop.checking.passages import Memory, Passage

PARENTS = ("PAM", "PAF")
CARERS = ("PAM", "PAF", "STM", "STF", "SGN", "KIN", "CAR", "FOM", "FOF", "PFC")


class Look:
    """One look at a referral. Holds no findings and changes nothing."""

    def __init__(
        self, referral: Referral, form: CompiledForm, pack: Pack, today: date, memory: Memory
    ) -> None:
        self.referral = referral
        self.form = form
        self.pack = pack
        self.today = today
        self.referred = referral.referred_children()
        self.children = {child.id: child for child in referral.children}
        self.people = {person.id: person for person in referral.people}
        self.ties: dict[str, list[Relationship]] = {child.id: [] for child in referral.children}
        for tie in referral.relationships:
            self.ties.setdefault(tie.child, []).append(tie)
        self._memory = memory
        self._items: dict[str, tuple[Item, ...]] = {}

    def items(self, compiled: CompiledSection) -> tuple[Item, ...]:
        """Give the items that a section shows; worked out once in a look."""
        found = self._items.get(compiled.section.key)
        if found is None:
            found = self._items[compiled.section.key] = items_of(compiled, self.referral)
        return found

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The longer texts in which something was found, in the order of the form."""
        return self._memory.passages(self.form, self.referral, self.items)

    @property
    def pupils(self) -> frozenset[str]:
        """Full names in the texts, folded, that were found on the school's roll."""
        return self._memory.pupils

    @property
    def in_danger(self) -> bool:
        """Whether danger was named; "not known" counts as danger."""
        answer = self.referral.concern.immediate_danger
        return answer is True or isinstance(answer, NotKnown)

    def level_number(self, code: object) -> int | None:
        """Give the number of a level's code; ``None`` when the pack has no such level."""
        level = self.pack.level(code) if isinstance(code, str) else None
        return level.number if level else None

    def say(
        self,
        rule: Rule,
        path: str,
        *,
        what: str,
        how: str,
        item: Item | None = None,
        about: str = "",
    ) -> Iterator[Finding]:
        """Make a finding, unless this form does not ask for the path at all."""
        section = self.form.section_for(path, self.referral, item)
        if section is not None:
            yield make(rule, path, section, what=what, how=how, about=about)


def make(
    rule: Rule, path: str, section: Section, *, what: str, how: str, about: str = ""
) -> Finding:
    """Make a finding that is put right in a section."""
    return Finding(
        rule=rule.name,
        grade=rule.grade,
        path=path,
        section=section.key,
        what=what,
        why=rule.why,
        source=rule.source,
        how=how,
        is_gap=rule.is_gap,
        answerable=rule.answerable,
        printed=rule.printed,
        can_wait=rule.can_wait,
        about=about,
    )


def is_unborn(child: Child) -> bool:
    """Tell whether a child's date is a due date."""
    born = child.date_of_birth
    return isinstance(born, PartDate) and born.is_due


def name_of(item: Item | None) -> str:
    """Give the words for a child or an adult, also when no name is known."""
    if isinstance(item, Child):
        return called(item) or "A child without a name"
    if isinstance(item, Person):
        return item.name or "An adult without a name"
    return "Someone who is not in the lists"


def title_of(item: Item, section: Section, number: int, look: Look) -> str:
    """Give the words for an item of a list, such as "Worry 3" or a child's name."""
    if isinstance(item, Child | Person):
        return name_of(item)
    if isinstance(item, Relationship):
        child, person = look.children.get(item.child), look.people.get(item.person)
        return f"{name_of(child)} and {name_of(person)}"
    return f"{section.item_name.capitalize()} {number}"
