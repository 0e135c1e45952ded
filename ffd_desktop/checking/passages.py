"""Every longer text of a referral with what the rules about words look for, found once.

What was found in an item of a list is remembered as long as the item is the same value, so a
check after a keystroke reads one text and not thousands. The memory belongs to whoever checks one
draft, and goes with it: no word outlives a lock in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ffd_desktop.checking.compiled import Asked, CompiledForm, CompiledSection
from ffd_desktop.checking.marking import NOTHING, Marks, mark
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import Event
from ffd_desktop.tables.folding import fold

_SPARE = 256


class Passage(Private, frozen=True):
    """One text in which something was found.

    Attributes:
        asked: The path of its question, without ids.
        section: The title of its section.
        label: The words of its question.
    """

    path: str
    asked: str
    section: str
    label: str
    item: Item | None
    marks: Marks


Found = tuple[Passage, ...]


class Memory:
    """What was found in each text of one draft, kept from one check to the next."""

    def __init__(self, pupils: frozenset[str] = frozenset()) -> None:
        self._form: CompiledForm | None = None
        self._items: dict[str, dict[int, tuple[Item, Found]]] = {}
        self._texts: dict[str, tuple[str, Found]] = {}
        self._asked: frozenset[str] = frozenset()
        self.pupils = pupils
        """Full names, folded, that are those of pupils of the school."""

    def unasked(self, found: Found) -> tuple[str, ...]:
        """Give the words of passages that may be full names, and that nobody has looked up yet."""
        names = {fold(pair): None for one in found for pair in one.marks.pairs}
        return tuple(name for name in names if name not in self._asked)

    def learn(self, asked: Iterable[str], pupils: Iterable[str]) -> None:
        """Take in which of the names that were looked up are those of pupils."""
        self._asked |= frozenset(asked)
        self.pupils |= frozenset(pupils)

    def passages(
        self,
        form: CompiledForm,
        referral: Referral,
        items: Callable[[CompiledSection], Sequence[Item]],
    ) -> Found:
        """Give every passage of a referral in the order of the form.

        ``items`` gives those of a section that repeats.
        """
        if self._form is not form:
            self._form, self._items, self._texts = form, {}, {}
        found: list[Passage] = []
        for compiled in form.stories:
            section = compiled.section
            if section.repeats:
                found.extend(self._of_list(compiled, items(compiled)))
            else:
                found.extend(self._of_section(compiled, referral))
        return tuple(found)

    def _of_list(self, compiled: CompiledSection, items: Sequence[Item]) -> list[Passage]:
        kept = self._items.setdefault(compiled.section.key, {})
        if len(kept) > 2 * len(items) + _SPARE:
            kept.clear()
        found: list[Passage] = []
        for item in items:
            known = kept.get(id(item))
            if known is None or known[0] is not item:
                known = kept[id(item)] = (item, tuple(_in_item(compiled, item)))
            if known[1]:
                found.extend(known[1])
        return found

    def _of_section(self, compiled: CompiledSection, referral: Referral) -> Iterator[Passage]:
        for asked in compiled.asked:
            path = asked.field.path
            text = read(referral, path)
            if not isinstance(text, str) or not text:
                continue
            known = self._texts.get(path)
            if known is None or known[0] != text:
                known = self._texts[path] = (text, tuple(_in_text(compiled, asked, text, None)))
            yield from known[1]


def _in_item(compiled: CompiledSection, item: Item) -> Iterator[Passage]:
    if isinstance(item, Event) and not item.in_referral:
        return
    for asked in compiled.asked:
        text = getattr(item, asked.field.attribute)
        if isinstance(text, str) and text:
            yield from _in_text(compiled, asked, text, item)


def _in_text(
    compiled: CompiledSection, asked: Asked, text: str, item: Item | None
) -> Iterator[Passage]:
    marks = mark(text, asked.field.path)
    if marks is not NOTHING:
        path = asked.field.path
        section, label = compiled.section.title, asked.field.label
        yield Passage(place(path, item.id) if item else path, path, section, label, item, marks)
