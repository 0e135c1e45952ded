"""Made families as they truly are, before any record of them: who is whose child, who lives where.

Kinds of families and their shares are assumptions, chosen so that every hard case is there by the
dozen; they are no statistics of any school. Telephone numbers begin with 04, which the UK's
numbering plan keeps back and gives to nobody: the thousand mobile numbers set aside for drama are
too few for ten thousand pupils not to meet by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from tests.builders.made_roll import names

_SIZES: Final = (1,) * 45 + (2,) * 35 + (3,) * 14 + (4,) * 4 + (5, 6)
_BLOCK: Final = 12
_FIRST_DAY: Final = date(2010, 9, 1)
_DAYS: Final = 365 * 11


@dataclass(eq=False)
class Home:
    """A place; ``flat`` is empty for a house, ``landline`` where there is none."""

    building: str
    postcode: str
    flat: str = ""
    landline: str = ""


@dataclass(eq=False)
class Adult:
    """A grown-up; ``other_surname`` is a second one in use, by birth or by marriage."""

    sex: str
    forename: str
    surname: str
    home: Home
    mobile: str
    email: str = ""
    other_surname: str = ""


@dataclass(eq=False)
class Kid:
    """A pupil.

    Attributes:
        parents: By birth or adoption; whether the school knows of them or not.
        unit: Equal for children who grow up together as one family, step-children included.
        ties: The adults whom the school ought to have on record, with their codes, in order.
        in_care: Looked after by the authority.
    """

    forename: str
    surname: str
    born: date
    home: Home
    parents: tuple[Adult, ...]
    unit: object
    ties: list[tuple[Adult, str]] = field(default_factory=list)
    in_care: bool = False


def are_siblings(one: Kid, other: Kid) -> bool:
    """Tell whether two share a parent or grow up as one family."""
    return one.unit is other.unit or any(parent in other.parents for parent in one.parents)


class World:
    """A town that families are made in; all chance comes from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self._places = 0
        self._numbers: set[str] = set()
        self._blocks: list[Home] = []

    def number(self) -> str:
        """Give a telephone number that nobody else has."""
        while (number := f"047{self.dice.randrange(10**8):08d}") in self._numbers:
            pass
        self._numbers.add(number)
        return number

    def home(self) -> Home:
        """Give a house or, one time in eight, a flat in a block."""
        if self.dice.random() < 1 / 8:
            return self._flat()
        street = self.dice.choice(names.STREETS)
        landline = self.number() if self.dice.random() < 0.4 else ""
        return Home(f"{self.dice.randint(1, 180)} {street}", self._postcode(), "", landline)

    def _postcode(self) -> str:
        """Give a postcode that some dozen homes share."""
        self._places += 1
        place = self._places // 12
        letters = "ABDEFGHJLNPQRSTUWXYZ"
        return f"WR99 {place % 10}{letters[place // 10 % 20]}{letters[place // 200 % 20]}"

    def _flat(self) -> Home:
        if not self._blocks or self.dice.random() < 1 / _BLOCK:
            name = f"{self.dice.choice(names.OTHERS)} Court"
            building = name if self.dice.random() < 0.5 else f"{self.dice.randint(1, 90)} {name}"
            self._blocks.append(Home(building, self._postcode()))
        block = self._blocks[-1]
        flat = f"Flat {self.dice.randint(1, 40)}"
        return Home(block.building, block.postcode, flat)

    def adult(self, sex: str, home: Home, surname: str = "") -> Adult:
        """Make a grown-up with a mobile and, three times in five, an e-mail address."""
        dice = self.dice
        forename, surname = names.forename(dice, sex), surname or names.surname(dice)
        email = f"p{self.number()}@home.example" if dice.random() < 0.6 else ""
        return Adult(sex, forename, surname, home, self.number(), email)

    def couple(self, home: Home) -> tuple[Adult, Adult]:
        """Make two who live together: half bear one name, some share a mobile or an e-mail."""
        dice = self.dice
        father = self.adult("M", home)
        mother = self.adult("F", home, father.surname if dice.random() < 0.5 else "")
        if mother.surname == father.surname and dice.random() < 0.25:
            mother.other_surname = names.surname(dice)
        if dice.random() < 0.06:
            mother.mobile = father.mobile
        if dice.random() < 0.08:
            mother.email = father.email
        return mother, father

    def kids(
        self,
        home: Home,
        parents: tuple[Adult, ...],
        ties: list[tuple[Adult, str]],
        *,
        unit: object = None,
        count: int = 0,
    ) -> list[Kid]:
        """Make children of the same parents; one time in thirty the last two are twins."""
        dice, unit = self.dice, unit or object()
        surname = self._surname_of_kids(parents)
        made: list[Kid] = []
        for _ in range(count or dice.choice(_SIZES)):
            born = _FIRST_DAY + timedelta(days=dice.randrange(_DAYS))
            if made and dice.random() < 1 / 30:
                born = made[-1].born
            forename = dice.choice(names.CHILDREN)
            made.append(Kid(forename, surname, born, home, parents, unit, list(ties)))
        return made

    def _surname_of_kids(self, parents: tuple[Adult, ...]) -> str:
        """Take the last parent's name, or now and then both with a hyphen."""
        bearers = [one.surname for one in parents]
        if len(set(bearers)) > 1 and self.dice.random() < 0.12:
            return "-".join(bearers)
        return bearers[-1] if self.dice.random() < 0.75 else bearers[0]


def two_parents(world: World) -> list[Kid]:
    """Make a mother, a father and their children in one home."""
    home = world.home()
    mother, father = world.couple(home)
    return world.kids(home, (mother, father), [(mother, "PAM"), (father, "PAF")])


def one_parent(world: World) -> list[Kid]:
    """Make a mother with her children; the father lives elsewhere."""
    home = world.home()
    mother, father = world.adult("F", home), world.adult("M", world.home())
    return world.kids(home, (mother, father), [(mother, "PAM"), (father, "PAF")])


def blended(world: World) -> list[Kid]:
    """Make a mother with children by a former and by the present partner: half siblings."""
    home = world.home()
    mother, present = world.couple(home)
    former = world.adult("M", world.home())
    unit = object()
    ties = [(mother, "PAM"), (former, "PAF"), (present, "STF")]
    older = world.kids(home, (mother, former), ties, unit=unit)
    ties = [(mother, "PAM"), (present, "PAF")]
    return older + world.kids(home, (mother, present), ties, unit=unit)


def step_family(world: World) -> list[Kid]:
    """Make a couple who each bring children: step-siblings, no parent in common."""
    home = world.home()
    mother, father = world.couple(home)
    his, hers = world.adult("F", world.home()), world.adult("M", world.home())
    unit = object()
    ties = [(mother, "PAM"), (father, "STF"), (hers, "PAF")]
    first = world.kids(home, (mother, hers), ties, unit=unit)
    ties = [(father, "PAF"), (mother, "STM"), (his, "PAM")]
    return first + world.kids(home, (his, father), ties, unit=unit)


def two_households(world: World) -> list[Kid]:
    """Make one father's children by two mothers, in two homes, often under two surnames."""
    home, other = world.home(), world.home()
    mother, father = world.couple(home)
    former = world.adult("F", other)
    kids = world.kids(home, (mother, father), [(mother, "PAM"), (father, "PAF")])
    return kids + world.kids(other, (father, former), [(former, "PAM"), (father, "PAF")])


def two_brothers(world: World) -> list[Kid]:
    """Make two brothers with their wives and children under one roof: cousins, no siblings."""
    home, surname = world.home(), names.surname(world.dice)
    home.landline = home.landline or world.number()
    made: list[Kid] = []
    for _ in range(2):
        father = world.adult("M", home, surname)
        mother = world.adult("F", home, surname if world.dice.random() < 0.5 else "")
        made += world.kids(home, (mother, father), [(father, "PAF"), (mother, "PAM")])
    return made


def grandparents(world: World) -> list[Kid]:
    """Make grandparents who bring up their daughter's children; she lives elsewhere."""
    home = world.home()
    gran, grandad = world.couple(home)
    mother = world.adult("F", world.home(), grandad.surname)
    father = world.adult("M", world.home())
    ties = [(gran, "GRM"), (grandad, "GRF"), (mother, "PAM")]
    return world.kids(home, (mother, father), ties)


def foster_home(world: World) -> list[Kid]:
    """Make carers with children of one to three birth families and, at times, one of their own."""
    dice, home = world.dice, world.home()
    carer, partner = world.couple(home)
    made: list[Kid] = []
    for _ in range(dice.choice((1, 2, 2, 3))):
        mother, father = (world.adult(sex, world.home()) for sex in "FM")
        ties = [(carer, "FOM"), (partner, "FOF")]
        if dice.random() < 0.5:
            ties.append((mother, "PAM"))
        placed = world.kids(home, (mother, father), ties, count=dice.choice((1, 1, 2)))
        for kid in placed:
            kid.in_care = True
        made += placed
    if dice.random() < 0.4:
        made += world.kids(home, (carer, partner), [(carer, "PAM"), (partner, "PAF")])
    return made


def refuge(world: World) -> list[Kid]:
    """Make a refuge: one address, one telephone, ten mothers who do not know each other."""
    home = Home("Saltmarsh House, 5 Mill Bank", world.home().postcode, "", world.number())
    made: list[Kid] = []
    for _ in range(10):
        mother, father = world.adult("F", home), world.adult("M", world.home())
        made += world.kids(home, (mother, father), [(mother, "PAM")])
    return made


KINDS: Final[tuple[tuple[Callable[[World], list[Kid]], int], ...]] = (
    (two_parents, 520), (one_parent, 220), (blended, 80), (step_family, 40), (two_households, 20),
    (two_brothers, 30), (grandparents, 25), (foster_home, 30), (refuge, 1),
)  # fmt: skip


def families(world: World) -> Iterator[list[Kid]]:
    """Make families without end, each a household or two that belong together."""
    kinds, shares = zip(*KINDS, strict=True)
    while True:
        yield world.dice.choices(kinds, shares)[0](world)
