"""Who belongs to whom: what is said of an adult and a child that does not seem to go together.

Only ever asks; families are of every kind, and the writer knows theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import PARENTS, Look, is_unborn, name_of
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.people import Child, Person, Relationship

_ACT = "Children Act 1989, sections 2 to 4A"
OWN = "This program’s own check that answers fit together"

BASIS = Rule(
    "belonging.basis",
    Grade.COULD,
    "Mothers, fathers and step-parents come by parental responsibility in ways nobody else can.",
    _ACT,
    answerable=True,
)
MOTHERS = Rule(
    "belonging.two_mothers",
    Grade.COULD,
    "One woman gives birth; another becomes a parent by adoption, an order, marriage or the birth "
    "certificate.",
    "Children Act 1989, sections 2 and 4ZA; Human Fertilisation and Embryology Act 2008, ss. 33, "
    "42 and 54",
    answerable=True,
)
FATHERS = Rule(
    "belonging.two_fathers",
    Grade.COULD,
    "Different fathers are easily put into the wrong column.",
    _ACT,
    answerable=True,
)
WITHOUT = Rule(
    "belonging.mother_without",
    Grade.COULD,
    "A mother has parental responsibility from birth; adoption or a parental order can end it.",
    "Children Act 1989, section 2; Adoption and Children Act 2002, section 46; Human Fertilisation "
    "and Embryology Act 2008, section 54",
    answerable=True,
)
NO_PARENT = Rule(
    "belonging.partner_of_nobody",
    Grade.COULD,
    "The reader asks at once whose partner that is.",
    OWN,
    answerable=True,
)
YOUNGER = Rule(
    "belonging.grandparent_younger",
    Grade.COULD,
    "One of the dates may be mistyped, or the relationship.",
    OWN,
    answerable=True,
)

SLIP = "Could this be a slip?"
_STEP = frozenset({"STM", "STF", "PPM"})
_WHO: dict[str, frozenset[str]] = {
    "mother": frozenset({"PAM"}),
    "father_married": frozenset({"PAF"}),
    "father_registered": frozenset({"PAF"}),
    "second_parent": frozenset({"PAM"}),
    "agreement": frozenset(PARENTS) | _STEP,
    "pr_order": frozenset(PARENTS) | _STEP,
}
_BY_BIRTH = {
    "PAM": (None, "mother"),
    "PAF": (None, "father_married", "father_registered"),
}
_GRANDPARENTS = ("GRM", "GRF")


def belonging(look: Look) -> Iterator[Finding]:
    """Find what is said of an adult and a child that does not seem to go together."""
    for key, ties in look.ties.items():
        child = look.children.get(key)
        if child is None:
            continue
        for tie in ties:
            yield from _one(look, tie, child)
        yield from _parents(look, child, [tie for tie in ties if tie.kind in PARENTS])
        yield from _partners(look, child, ties)
        yield from _grandparents(look, child, ties)


def _one(look: Look, tie: Relationship, child: Child) -> Iterator[Finding]:
    kind, basis = tie.kind, tie.basis
    if isinstance(basis, str) and isinstance(kind, str) and kind not in _WHO.get(basis, (kind,)):
        said, why = _label(look, "relationship_kinds", kind), _label(look, "pr_basis", basis)
        yield from look.say(
            BASIS,
            f"relationships[{tie.id}].basis",
            what=f"{_pair(look, tie)}: “{said}”, and the reason for parental responsibility is "
            f"“{why}”. {SLIP}",
            how="Choose another relationship, or another reason. If both are right, leave them.",
        )
    if kind == "PAM" and tie.parental_responsibility is False and not is_unborn(child):
        yield from look.say(
            WITHOUT,
            f"relationships[{tie.id}].parental_responsibility",
            what=f"{_pair(look, tie)}: a mother, and no parental responsibility. {SLIP}",
            how="Choose “Yes” or “Not known”. If an adoption or an order ended it, write that "
            "into the note.",
        )


def _parents(look: Look, child: Child, parents: list[Relationship]) -> Iterator[Finding]:
    for kind, rule, word in (("PAM", MOTHERS, "mother"), ("PAF", FATHERS, "father")):
        same = [tie for tie in parents if tie.kind == kind and tie.basis in _BY_BIRTH[kind]]
        for tie in same[1:]:
            yield from look.say(
                rule,
                f"relationships[{tie.id}].kind",
                what=f"{name_of(child)}: both {_name(look, same[0])} and {_name(look, tie)} are "
                f"entered as {word}. {SLIP}",
                how="Choose the other relationship, such as step-parent; or say under parental "
                "responsibility why, such as adoption. If both are right, leave them.",
            )


def _partners(look: Look, child: Child, ties: list[Relationship]) -> Iterator[Finding]:
    if any(tie.kind in PARENTS for tie in ties):
        return
    for tie in ties:
        if tie.kind == "PPM":
            yield from look.say(
                NO_PARENT,
                f"relationships[{tie.id}].kind",
                what=f"{_name(look, tie)} is entered as a parent’s partner, and {name_of(child)} "
                "has no parent entered.",
                how="Add the parent, or choose another relationship.",
            )


def _grandparents(look: Look, child: Child, ties: list[Relationship]) -> Iterator[Finding]:
    """Ask only where each parent's birth is known: nobody says whose mother a grandmother is."""
    elders = [tie for tie in ties if tie.kind in _GRANDPARENTS]
    if not elders:
        return
    births = [_born(look.people.get(tie.person)) for tie in ties if tie.kind in PARENTS]
    known = [born.latest() for born in births if born is not None]
    last = max((day for day in known if day is not None), default=None)
    if last is None or len(known) < len(births):
        return
    for tie in elders:
        born = _born(look.people.get(tie.person))
        first = born.earliest() if born else None
        if first is not None and first >= last:
            yield from look.say(
                YOUNGER,
                f"people[{tie.person}].date_of_birth",
                what=f"{_name(look, tie)}, a grandparent of {name_of(child)}, would be younger "
                f"than the parents. {SLIP}",
                how="Look at the dates of birth and at the relationship once more.",
            )


def _born(person: Person | None) -> PartDate | None:
    born = person.date_of_birth if person else None
    dated = isinstance(born, PartDate) and born.kind is not DateKind.DUE and born.is_date
    return born if dated and isinstance(born, PartDate) else None


def _pair(look: Look, tie: Relationship) -> str:
    return f"{_name(look, tie)} and {name_of(look.children.get(tie.child))}"


def _name(look: Look, tie: Relationship) -> str:
    return name_of(look.people.get(tie.person))


def _label(look: Look, codes: str, code: str) -> str:
    found = next((one for one in look.pack.code_lists if one.key == codes), None)
    return found.label(code) if found else code
