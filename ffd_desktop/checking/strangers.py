"""People whom a text names and the referral does not know: another pupil, or somebody unlisted.

Which names are those of pupils is looked up elsewhere and told (``Memory.learn``); no roll is
read here, and no name is kept longer than the draft is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from ffd_desktop.checking.belonging import OWN
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look
from ffd_desktop.checking.names import Named
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import full_name
from ffd_desktop.tables.folding import fold

THIRD_CHILD = Rule(
    "belonging.third_child",
    Grade.SHOULD,
    "What is told of this family need not tell who another child is, and the family may read it.",
    "Department for Education, information sharing advice: only what is relevant; how it is found "
    "is this program’s reading",
    answerable=True,
)
NOT_LISTED = Rule(
    "belonging.not_listed",
    Grade.COULD,
    "The reader asks at once who that is, and looks for them among the people.",
    f"Worcestershire scrutiny report 2019, para 89; {OWN[0].lower()}{OWN[1:]}",
    answerable=True,
    can_wait=True,
)
_ALIKE = 3


def strangers(look: Look) -> Iterator[Finding]:
    """Find names of other pupils, and of people who are not in the lists."""
    named = [one for one in look.passages if one.marks.named or one.marks.pairs]
    if not named:
        return
    known = _Known(look.referral)
    seen = set[str]()
    for passage in named:
        for pair in passage.marks.pairs:
            if (key := fold(pair)) in look.pupils and key not in seen and not known.whole(pair):
                seen.add(key)
                yield from look.say(
                    THIRD_CHILD,
                    passage.path,
                    what=f"“{pair}” is also the name of another pupil of your school.",
                    how="Write “another pupil” or initials, unless the reader has to know who it "
                    "is; a child of this family is added under the children.",
                    item=passage.item,
                    about=pair,
                )
        for one in passage.marks.named:
            key = fold(one.name)
            if key not in seen and key not in look.pupils and not known.has(one):
                seen.add(key)
                yield from look.say(
                    NOT_LISTED,
                    passage.path,
                    what=f"“{one.words}” is in none of the lists of people.",
                    how="Add the person under the adults, the children or the professionals, or "
                    "say in the text who it is.",
                    item=passage.item,
                    about=one.words,
                )


class _Known:
    """Everybody whom a referral names in an answer of its own."""

    def __init__(self, referral: Referral) -> None:
        self._wholes = [
            set(fold(name).split()) for name in _names(referral) if isinstance(name, str)
        ]
        self._words = frozenset(chain.from_iterable(self._wholes))
        self._heads = frozenset(word[:_ALIKE] for word in self._words)
        self._referral = referral
        self._told: frozenset[str] | None = None

    def whole(self, pair: str) -> bool:
        """Tell whether somebody in the lists has both words of a name."""
        words = set(fold(pair).split())
        return any(words <= name for name in self._wholes)

    def has(self, one: Named) -> bool:
        """Tell whether somebody may be meant: Dave by David, and anyone said to have seen it."""
        words = fold(one.name).split()
        if any(word in self._words for word in words):
            return True
        if not one.is_surname and words[0][:_ALIKE] in self._heads:
            return True
        if self._told is None:
            told = (text for text in _tellers(self._referral) if isinstance(text, str))
            self._told = frozenset(chain.from_iterable(fold(text).split() for text in told))
        return any(word in self._told for word in words)


def _names(referral: Referral) -> Iterable[object]:
    for child in referral.children:
        yield from (child.name, child.former_names)
        yield full_name(child.known_as, child.family_name)
    for person in referral.people:
        yield person.name
        yield full_name(person.known_as, person.family_name)
    for one in referral.professionals:
        yield one.name
    office = referral.referrer
    yield from (office.name, office.dsl, office.deputy, office.holiday_contact)
    yield from (referral.declaration.signed_by, referral.declaration.second_reader)


def _tellers(referral: Referral) -> Iterable[object]:
    """Give the short answers that say who saw, said or did something."""
    for statement in referral.statements:
        yield from (statement.source, statement.by_whom)
    for event in referral.events:
        yield from (event.who, event.source)
    for mark in referral.injuries:
        yield from (mark.seen_by, mark.explained_by)
    for occasion in referral.examinations:
        yield from (occasion.seen_by, occasion.present)
    for talk in referral.consent.conversations:
        yield talk.by
    for helped in referral.help_tried:
        yield helped.who
    for child in referral.children:
        yield from (child.trusts, child.seen_by, child.gp, child.health_visitor, child.school)
    yield from (referral.concern.source_of_harm_unnamed, referral.history.lead_professional)
    yield from (referral.first_call.spoke_to, referral.header.open_case_details)
