"""Invented people: names from many places, drama-range phones, WR99 postcodes, UPNs of school 0000.

Nobody here is real; every number comes from a range set aside for fiction.
"""

FIRST = (
    "Amélie", "Bronisław", "Chidera", "Dafydd", "Eilidh", "Fatima", "Grażyna", "Hamish",
    "Ifeoma", "Jürgen", "Khadija", "Lowri", "Małgorzata", "Nnamdi", "Órla", "Piotr",
    "Rhiannon", "Siobhán", "Tadhg", "Ümit", "Wen", "Yusuf", "Zofia",
)  # fmt: skip
FAMILY = (
    "Ashdown-Pike", "O’Brannagh", "Wiśniewska", "Okonjo-Vale", "Llewellyn", "Kaya",
    "Mistry-Cole", "D’Sousa", "Žukauskas", "Tanglewood",
)  # fmt: skip
STREETS = ("Larkrise Close", "Orchard Rise", "Pear Tree Lane", "Teme Walk", "Abberley View")

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def first(number: int) -> str:
    """Give a first name; the same number gives the same name."""
    return FIRST[number % len(FIRST)]


def family(number: int) -> str:
    """Give a family name."""
    return FAMILY[number % len(FAMILY)]


def phone(number: int) -> str:
    """Give a telephone number from the range that Ofcom keeps for drama."""
    return f"07700 900{number % 1000:03d}"


def upn(number: int, *, year: int = 18) -> str:
    """Give a well-formed UPN of establishment 0000 in Worcestershire (885)."""
    digits = f"8850000{year:02d}{number % 1000:03d}"
    total = sum(weight * int(digit) for weight, digit in enumerate(digits, start=2))
    return _LETTERS[total % 23] + digits
