"""What a pupil is found by: folded names for searching, and keys that a family has in common.

Equal family keys are only a hint that two pupils may belong together; ``siblings.py`` judges.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress
from ffd_desktop.tables.folding import fold, squeeze

PARENTS = frozenset({"PAM", "PAF", "STM", "STF", "FOM", "FOF", "CAR"})
STRANGERS = frozenset({"DOC", "SWR", "TCH", "HTC", "CHM", "RLG"})

_NUMBER = re.compile(r"\+?\d[\d\s().\-]{4,}")
_PLAIN_NUMBER = re.compile(r"\+?\d[\d ]{9,15}")
_NOT_DIGIT = re.compile(r"\D+")
_HOUSE = re.compile(r"\d+[a-z]?(?!\w)", re.IGNORECASE)
_NO_FIXED_ABODE = "zz99"
_COUNTRY = "44"
_WHOLE = 10  # digits of a British number without its leading zero; a few old ones have nine


def search_words(text: str) -> tuple[str, ...]:
    """Fold what a person looks for into the words that a search key must hold."""
    return tuple(dict.fromkeys(fold(text[:200]).split()))


def search_key(pupil: Pupil) -> str:
    """Give the pupil's every name and UPN, folded, each word after a space.

    A name of several words stands in it closed up as well: `` oneill zak ola oneillzak ``.
    """
    folded = [fold(name) for name in _names(pupil)]
    closed = [name.replace(" ", "") for name in folded if " " in name]
    words = dict.fromkeys(" ".join([*folded, *closed]).split())
    return f" {' '.join(words)} "


def _names(pupil: Pupil) -> Iterator[str]:
    names = (
        pupil.surname,
        pupil.forename,
        pupil.preferred_surname,
        pupil.preferred_forename,
        pupil.middle_names,
        pupil.former_surname,
        pupil.former_forename,
        pupil.upn,
    )
    return (name for name in names if name)


def sort_key(pupil: Pupil) -> str:
    """Give what pupils are listed by: surname, then forename, folded."""
    return f"{fold(pupil.surname)} {fold(pupil.forename)}"


def matches(key: str, words: tuple[str, ...]) -> bool:
    """Tell whether a search key holds every word, anywhere within its own words."""
    return all(word in key for word in words)


def rank(key: str, words: tuple[str, ...]) -> int:
    """Count the words that do not begin a word of the key; fewest is best."""
    return sum(f" {word}" not in key for word in words)


def may_be_parent(contact: Contact) -> bool:
    """Tell whether a contact is recorded as someone who brings the child up.

    Many rolls leave the relationship out or say "other"; parental responsibility tells then.
    """
    code = contact.relationship.upper()
    return code in PARENTS or (contact.responsibility is True and code not in STRANGERS)


def contact_key(contact: Contact) -> str:
    """Give a contact's name closed up; empty when half of it is missing."""
    if not contact.forename or not contact.surname:
        return ""
    return f"{squeeze(contact.forename)}|{squeeze(contact.surname)}"


def phone_keys(phones: tuple[Phone, ...]) -> frozenset[str]:
    """Give the last six digits of each number: what a local and a full number share.

    Notes such as "(mum)" are left aside. Only to be compared between contacts of one name.
    """
    found = set()
    for phone in phones:
        for digits in _numbers_in(phone.number):
            if len(digits) >= 6:
                found.add(digits[-6:])
    return frozenset(found)


def whole_numbers(phones: tuple[Phone, ...]) -> frozenset[str]:
    """Give each number without its country code and leading zero; local numbers are left out.

    Enough of a number to be compared between people of different names.
    """
    found = set()
    for phone in phones:
        for number in _numbers_in(phone.number):
            digits = number.lstrip("0")
            if len(digits) > _WHOLE and digits.startswith(_COUNTRY):
                digits = digits.removeprefix(_COUNTRY).lstrip("0")
            if len(digits) >= _WHOLE - 1:
                found.add(digits)
    return frozenset(found)


def _numbers_in(text: str) -> list[str]:
    """Give the digits of each number in a text, which is nearly always one number alone."""
    if _PLAIN_NUMBER.fullmatch(text):
        return [text.replace(" ", "").replace("+", "")]
    return [_NOT_DIGIT.sub("", number) for number in _NUMBER.findall(text)]


def address_key(address: RollAddress | None) -> str:
    """Give postcode and house, however the lines are cut; empty when either is missing.

    The postcodes that stand for "no fixed abode" (ZZ99) are nobody's address.
    """
    if address is None or not address.lines:
        return ""
    postcode = squeeze(address.postcode)
    if not postcode or postcode.startswith(_NO_FIXED_ABODE):
        return ""
    numbers = " ".join(_HOUSE.findall("\n".join(address.lines))).lower()
    return f"{postcode}|{numbers or squeeze(address.lines[0])}"


def family_keys(pupil: Pupil) -> tuple[int, ...]:
    """Give numbers that pupils of one family are likely to share, for a store to look up by."""
    hints = {address_key(pupil.address)}
    for contact in pupil.contacts:
        if may_be_parent(contact):
            hints.update(contact_hints(contact))
    hints.discard("")
    return tuple(sorted(map(hint_key, hints)))


def contact_hints(contact: Contact) -> list[str]:
    """Give what shows a contact on another record: name, whole numbers and e-mail address."""
    found = [contact_key(contact), contact.email.casefold(), *whole_numbers(contact.phones)]
    return [hint for hint in found if hint]


def hint_key(hint: str) -> int:
    """Give the family key of a hint."""
    return zlib.crc32(hint.encode())
