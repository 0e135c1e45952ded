"""How the children are related, in sentences, and by their parents in a table.

Says what it rests on, and "not said" where a parent is not; makes nothing up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from ffd_desktop.exporting.outline import AnyBlock, BulletList, Paragraph, ParagraphStyle, Table
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.kinship import Family, Kin, Kinship
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import short_names

Name = Callable[[str], str]
NOT_SAID: Final = "Not said"
_COLUMNS: Final = ("Parents", "Children of both")
_HOW: Final = "Worked out from the parents and couples given; what the writer states wins."


def related(wording: Wording) -> Iterator[AnyBlock]:
    """Yield how the children of a family are related; nothing where there is one child."""
    referral = wording.referral
    if len(referral.children) < 2:
        return
    rows = tuple(by_parents(referral, wording.someone))
    yield Table(_COLUMNS, rows, "The children by their parents", row_header=True, shares=(1, 1.3))
    short = short_names(referral.children)
    lines = tuple(sentences(referral, lambda one: short.get(one) or wording.someone(one)))
    if lines:
        yield BulletList(lines)
    yield Paragraph(_HOW, ParagraphStyle.QUIET)


def by_parents(referral: Referral, name: Name) -> Iterator[tuple[str, str]]:
    """Yield the parents of each child once, with all the children who have just these."""
    family = Family(referral)
    groups = _groups(family, family.children)
    for children in groups:
        yield _parents(family, children[0], name), ", ".join(map(name, children))


def sentences(referral: Referral, name: Name) -> Iterator[str]:
    """Yield a sentence for each way in which children of this family are related."""
    family = Family(referral)
    pairs = tuple(family.pairs())
    yield from _stated(pairs, name)
    for one in _twins(pairs):
        yield f"{_listed(map(name, one))} have the same mother and birthday: they may be twins."
    yield from _half(family, pairs, name)
    for kin, words in _LINKED.items():
        yield from _linked(pairs, kin, words, name)
    yield from _open(family, pairs, name)


def _stated(pairs: Iterable[Kinship], name: Name) -> Iterator[str]:
    for pair in pairs:
        if pair.stated is not None:
            yield f"{name(pair.first)} and {name(pair.second)}: {_STATED[pair.kin]}, as stated."


def _half(family: Family, pairs: Sequence[Kinship], name: Name) -> Iterator[str]:
    """Say for each parent which of their children are half brothers and sisters."""
    by_parent: dict[str, dict[str, None]] = {}
    for pair in pairs:
        if pair.kin is Kin.HALF and pair.stated is None:
            ids = by_parent.setdefault(pair.through[0], {})
            ids.update({pair.first: None, pair.second: None})
    for parent, children in by_parent.items():
        groups = [_listed(map(name, one)) for one in _groups(family, children)]
        yield (
            f"Half brothers and sisters through {name(parent)}: {'; '.join(groups)}. "
            "Each group has another second parent."
        )


def _linked(pairs: Iterable[Kinship], kin: Kin, words: str, name: Name) -> Iterator[str]:
    by_link: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for pair in pairs:
        if pair.kin is kin and pair.stated is None:
            by_link.setdefault(pair.through, []).append((pair.first, pair.second))
    for through, couples in by_link.items():
        children = dict.fromkeys(child for pair in couples for child in pair)
        first = [one for one in children if _is_apart(one, couples[0][0], couples)]
        second = [one for one in children if one not in first]
        both = f"{_listed(map(name, first))} with {_listed(map(name, second))}"
        yield f"{words}: {both} (through {_listed(map(name, through))})."


def _is_apart(one: str, side: str, couples: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a child is on the same side of a link as another: never paired with it."""
    return (one, side) not in couples and (side, one) not in couples


def _open(family: Family, pairs: Sequence[Kinship], name: Name) -> Iterator[str]:
    """Say what could not be worked out, and because of whose parents."""
    unsaid = [
        child
        for child in family.children
        if not family.has_both(child)
        and any(
            child in (one.first, one.second) and one.kin in (Kin.SOME, Kin.UNKNOWN) for one in pairs
        )
    ]
    if unsaid:
        yield (
            f"Not said: who else is a parent of {_listed(map(name, unsaid))}. "
            "So it is not known in full how they are related to the others."
        )


def _twins(pairs: Iterable[Kinship]) -> list[tuple[str, ...]]:
    found: list[list[str]] = []
    for pair in pairs:
        if pair.may_be_twins:
            home = next((one for one in found if pair.first in one), None)
            if home is None:
                found.append([pair.first, pair.second])
            elif pair.second not in home:
                home.append(pair.second)
    return [tuple(one) for one in found]


def _groups(family: Family, children: Iterable[str]) -> list[tuple[str, ...]]:
    """Put children together who have just the same parents, those by adoption included."""
    found: dict[object, list[str]] = {}
    for child in children:
        parents = frozenset(family.parents(child))
        key = (parents, family.adopters(child)) if parents else child
        found.setdefault(key, []).append(child)
    return [tuple(one) for one in found.values()]


def _parents(family: Family, child: str, name: Name) -> str:
    mothers = family.mothers(child)
    said = sorted(family.parents(child), key=lambda one: one not in mothers)
    lines = [f"{name(one)} ({'mother' if one in mothers else 'father'})" for one in said]
    lines += [f"{name(one)} (by adoption)" for one in sorted(family.adopters(child))]
    if not lines:
        return f"{NOT_SAID}: mother and father"
    if len(said) == 1 and not family.adopters(child):
        lines.append(f"{NOT_SAID}: {'father' if mothers else 'mother'}")
    return ", ".join(lines)


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


_LINKED: Final = {
    Kin.STEP: "Step-brothers and step-sisters",
    Kin.ADOPTIVE: "Brothers and sisters by adoption",
    Kin.FOSTER: "Fostered in one home, not related",
}
_STATED: Final = {
    Kin.FULL: "same mother and father",
    Kin.HALF: "half brothers or sisters",
    Kin.TWIN: "twins, or of one birth",
    Kin.STEP: "step-brothers or step-sisters",
    Kin.ADOPTIVE: "related by adoption",
    Kin.FOSTER: "fostered in one home, not related",
    Kin.OTHER: "related in another way",
    Kin.SOME: "related in another way",
    Kin.NONE: "related in another way",
    Kin.UNKNOWN: "related in another way",
}
