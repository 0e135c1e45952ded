"""What a school's roll says of made families: each child's record written apart, with its slips.

Every rate is an assumption, and is per record unless it says otherwise. They were set before the
rules were measured; a rule that fails on them is to be mended, not a rate.

Of each adult on a child's record: the second and later adults are left out 12 times in 100, and 40
times when they live elsewhere; 8 have no telephone number, 4 an old one, 1 a number with a wrong
digit, 1 that of the school's office; 40 no e-mail (and as many adults have none at all); 3 a slip
of one letter; 8 bear a short form of the forename and 15 its other spelling, where there is one; 3
stand with an initial only; those with a second surname are under it half the time; 5 have no
relationship code, 10 say nothing of parental responsibility.
Of each child: 4 in 100 have an old address, 2 a flat's address without the flat, 1 no postcode;
25 have a grandparent as a further contact, 15 a friend of the family who is another pupil's mother,
4 their doctor, 6 a childminder, 3 a social worker (9
in 10 of those in care), 1 another school's head teacher; one in ten of these is under "other" or
without a code. Of the foster carers 85 in 100 are recorded as such, 10 as carers, 2 as parents, 3
without a code; 15 in 100 children in care are not marked as looked after.
"""

from __future__ import annotations

from random import Random
from typing import Final

import msgspec

from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress
from tests.builders.made_roll import names
from tests.builders.made_roll.households import Adult, Home, Kid, World

_ALPHABET: Final = "abcdefghijklmnoprstuwyz"
_PLAIN: Final = str.maketrans("ąćęłńóśźżÀéèëïíñúüşıŽžöãáêâ", "acelnoszzAeeeiinuusiZzoaaea")
_KINDS_OF_PROFESSIONAL: Final = (
    # code, share of children, how many of them there are, has parental responsibility on record
    ("DOC", 0.04, 30), ("CHM", 0.06, 60), ("SWR", 0.03, 25), ("HTC", 0.01, 6),
)  # fmt: skip


class Rates(msgspec.Struct, frozen=True):
    """How much goes wrong; see above. ``times`` makes a rougher roll of the same kind."""

    times: float = 1.0


class School:
    """Writes children's records; one office number, a few professionals whom many families know.

    Attributes:
        written_of: The adults and the home that each child's record speaks of.
    """

    def __init__(self, world: World, rates: Rates) -> None:
        self._world = world
        self._dice = world.dice
        self._times = rates.times
        self._office = world.number()
        self._known = {
            code: [self._professional(world) for _ in range(count)]
            for code, _, count in _KINDS_OF_PROFESSIONAL
        }
        self._grans: dict[object, Adult] = {}
        self._friends: list[Adult] = []
        self.written_of: dict[Kid, frozenset[Adult | Home]] = {}

    def _professional(self, world: World) -> Adult:
        return world.adult(self._dice.choice("FM"), world.home())

    def record(self, kid: Kid, upn: str) -> Pupil:
        """Write one child's record."""
        marked = kid.in_care and not self._slips(0.15)
        ties = self._ties(kid)
        home = self._world.home() if self._slips(0.04) else kid.home
        family = {who for who, _ in kid.ties}
        self.written_of[kid] = frozenset((home, *(who for who, _ in ties if who in family)))
        contacts = [self._contact(kid, who, code, n) for n, (who, code) in enumerate(ties, 1)]
        return Pupil(
            upn=upn,
            forename=kid.forename,
            surname=self._typed(kid.surname),
            date_of_birth=kid.born,
            address=self._address(home),
            looked_after=True if marked else None,
            contacts=tuple(contacts),
        )

    def _slips(self, rate: float) -> bool:
        return self._dice.random() < rate * self._times

    def _ties(self, kid: Kid) -> list[tuple[Adult, str]]:
        """Choose who is on this child's record: some are left out, some others come in."""
        kept = [
            (who, code)
            for place, (who, code) in enumerate(kid.ties)
            if not place or not self._slips(0.12 if who.home is kid.home else 0.40)
        ]
        if self._dice.random() < 0.25:
            kept.append((self._gran_of(kid), self._dice.choice(("GRM", "FAM", "OTH"))))
        if self._dice.random() < 0.15 and self._friends:
            kept.append((self._dice.choice(self._friends), self._dice.choice(("FRI", "OTH", ""))))
        self._friends.append(kid.ties[0][0])
        for code, share, _ in _KINDS_OF_PROFESSIONAL:
            wanted = 0.9 if code == "SWR" and kid.in_care else share
            if self._dice.random() < wanted:
                kept.append((self._dice.choice(self._known[code]), code))
        return kept

    def _gran_of(self, kid: Kid) -> Adult:
        """Give the grandmother: one for all children of the same first parent."""
        parent = kid.parents[0]
        if parent not in self._grans:
            home = self._world.home()
            self._grans[parent] = self._world.adult("F", home, parent.surname)
        return self._grans[parent]

    def _contact(self, kid: Kid, who: Adult, code: str, order: int) -> Contact:
        lives_here = who.home is kid.home
        written = self._code(code)
        return Contact(
            order=order,
            forename=self._forename(who),
            surname=self._surname(who),
            relationship=written,
            responsibility=self._responsibility(code, written),
            lives_with_pupil=lives_here,
            phones=self._phones(who, code),
            email="" if self._slips(0.4) else who.email,
        )

    def _code(self, code: str) -> str:
        chance = self._dice.random() / self._times
        if code in ("FOM", "FOF"):
            mother = code == "FOM"
            wrong = ("PAM" if mother else "PAF", 0.02), ("CAR", 0.12), ("", 0.15)
        elif code in ("DOC", "CHM", "SWR", "HTC"):
            wrong = ("OTH", 0.06), ("", 0.10)
        else:
            wrong = (("", 0.05),)
        return next((other for other, up_to in wrong if chance < up_to), code)

    def _responsibility(self, code: str, written: str) -> bool | None:
        """Say who has parental responsibility; an authority's worker at times stands for it."""
        if self._slips(0.10):
            return None
        if code == "SWR" and written != "SWR":
            return self._dice.random() < 0.5
        return code in ("PAM", "PAF")

    def _forename(self, who: Adult) -> str:
        dice, name = self._dice, who.forename
        if self._slips(0.03):
            return name[0]
        if name in names.SHORT and self._slips(0.08):
            return names.SHORT[name]
        if name in names.SPELT and self._slips(0.15):
            name = names.SPELT[name]
        name = name.translate(_PLAIN) if dice.random() < 0.5 else name
        return self._typed(name)

    def _surname(self, who: Adult) -> str:
        name = who.surname
        if who.other_surname and self._dice.random() < 0.5:
            name = who.other_surname
        if name in names.SPELT and self._slips(0.15):
            name = names.SPELT[name]
        name = name.translate(_PLAIN) if self._dice.random() < 0.5 else name
        return self._typed(name)

    def _typed(self, name: str) -> str:
        """Type a name: now and then with a letter wrong, doubled or left out."""
        if not self._slips(0.015) or len(name) < 3:  # twice for each person: 3 in 100
            return name
        at = self._dice.randrange(1, len(name))
        put = self._dice.choice(("", name[at] * 2, self._dice.choice(_ALPHABET)))
        return name[:at] + put + name[at + 1 :]

    def _phones(self, who: Adult, code: str) -> tuple[Phone, ...]:
        dice = self._dice
        if self._slips(0.08):
            return ()
        number = who.mobile
        if self._slips(0.04):
            number = self._world.number()
        if self._slips(0.01):
            at = dice.randrange(4, len(number))
            number = f"{number[:at]}{dice.randrange(10)}{number[at + 1 :]}"
        if self._slips(0.01):
            number = self._office
        found = [Phone(kind="M", number=written(dice, number))]
        if who.home.landline and dice.random() < 0.6:
            found.append(Phone(kind="H", number=written(dice, who.home.landline)))
        return tuple(found)

    def _address(self, home: Home) -> RollAddress:
        flat = "" if home.flat and self._slips(0.02) else home.flat
        return written_address(self._dice, home, flat, "" if self._slips(0.01) else home.postcode)


def written(dice: Random, number: str) -> str:
    """Write a number in one of the ways that people do."""
    return dice.choice(
        (
            number,
            f"{number[:5]} {number[5:]}",
            f"{number[:5]} {number[5:8]} {number[8:]}",
            f"+44 {number[1:]}",
            f"{number[:5]}-{number[5:]}",
            f"{number} ({dice.choice(('mum', 'dad', 'work', 'after 3pm'))})",
        )
    )


def written_address(dice: Random, home: Home, flat: str, postcode: str) -> RollAddress:
    """Write an address with its lines cut in one of several ways."""
    postcode = dice.choice((postcode, postcode.lower(), postcode.replace(" ", "")))
    building = dice.choice((home.building, home.building.upper()))
    if not flat:
        parts = building.split(" ", 1) if dice.random() < 0.1 else [building]
        return RollAddress(lines=(*parts, "Saltmarsh"), postcode=postcode)
    lines = dice.choice(((flat, building), (f"{flat}, {building}",), (f"{flat} {building}",)))
    return RollAddress(lines=(*lines, "Saltmarsh"), postcode=postcode)
