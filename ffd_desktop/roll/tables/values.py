"""Values of a table's cells as a Common Transfer File would write them.

Reads the spellings that schools' systems and spreadsheets use. Never guesses: what cannot be read
is left as it stands, or left out and told.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from ffd_desktop.roll import words
from ffd_desktop.roll.ctf_pupil import yes_or_no
from ffd_desktop.roll.upn import LENGTH, is_well_formed, normalise
from ffd_desktop.tables.folding import squeeze

_MONTH_NAMES: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS: Final = {
    name[:length]: number
    for number, name in enumerate(_MONTH_NAMES, start=1)
    for length in range(3, len(name) + 1)
}
_NUMBERS: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_ISO: Final = re.compile(r"(\d{4})[\-/.](\d{1,2})[\-/.](\d{1,2})")
_CLOSED: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_NAMED: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ \-/]+([a-z]{3,9})\.?[ \-/,]+(\d{4}|\d{2})")
_TIME: Final = re.compile(r"[T ]\d{1,2}:\d{2}.*$")
_WEEKDAY: Final = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE)
_SERIALS: Final = range(25_000, 60_000)  # days of 1968 to 2064 as a spreadsheet counts them
_SERIAL_ZERO: Final = date(1899, 12, 30)
_TWO_DIGITS: Final = 50  # below it a year of two digits is of this century; above it is not read
_SCIENTIFIC: Final = re.compile(r"[A-Za-z]?\d+(?:[.,]\d+)?[eE]\+?\d+")
_YEAR: Final = re.compile(r"(?:ncyear|yeargroup|year|yr|y)*(\d{1,2})")
_EARLY: Final = {
    "r": "R",
    "reception": "R",
    "rec": "R",
    "0": "R",
    "n1": "N1",
    "nursery1": "N1",
    "n2": "N2",
    "nursery2": "N2",
    "e1": "E1",
    "e2": "E2",
    "m": "M",
    "x": "X",
}
_SEXES: Final = {"m": "M", "male": "M", "boy": "M", "f": "F", "female": "F", "girl": "F"}
_SEXES_NOT_KNOWN: Final = {"u": "U", "unknown": "U", "notknown": "U"}
_RELATIONS: Final = {
    "mum": "PAM",
    "mummy": "PAM",
    "naturalmother": "PAM",
    "birthmother": "PAM",
    "dad": "PAF",
    "daddy": "PAF",
    "naturalfather": "PAF",
    "birthfather": "PAF",
    "stepmum": "STM",
    "stepdad": "STF",
    "nan": "GRM",
    "nana": "GRM",
    "gran": "GRM",
    "granny": "GRM",
    "grandma": "GRM",
    "grandad": "GRF",
    "granddad": "GRF",
    "grandpa": "GRF",
    "aunt": "AUN",
    "aunty": "AUN",
    "auntie": "AUN",
    "uncle": "AUN",
    "brother": "SIB",
    "sister": "SIB",
    "sibling": "SIB",
    "friend": "FRI",
    "familyfriend": "FRI",
    "relative": "REL",
    "familymember": "FAM",
    "othercontact": "OTH",
}
_POSTCODE: Final = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}", re.IGNORECASE)
_WORDLESS: Final = {"", "na", "none", "null", "tbc", "unknown", "notknown", "nil"}


class Damaged(Exception):  # noqa: N818 - told to a person beside the row
    """A UPN that a spreadsheet has spoilt. Says how; never holds the number."""


def read_upn(text: str) -> str:
    """Give a UPN as it stands; nothing for a cell that only says that there is none.

    Raises:
        Damaged: A spreadsheet made it a number or dropped characters; it is not put together again.
    """
    upn = normalise(text)
    if is_well_formed(upn):
        return upn
    if _SCIENTIFIC.fullmatch(text.strip()):
        raise Damaged("a spreadsheet has made a number of it, and its last digits are lost")
    if len(upn) == LENGTH and not upn.isdigit():
        return upn
    if squeeze(text) in _WORDLESS or not any(mark.isdigit() for mark in upn):
        return ""
    if len(upn) == 3 and upn.startswith("UN"):
        return ""  # a council's code for "not known"
    if upn.isdigit():
        raise Damaged("its first letter is lost")
    if len(upn) < LENGTH:
        raise Damaged(f"it has {len(upn)} characters, so something of it is lost")
    raise Damaged("it has more than 13 characters")


def read_birthday(text: str) -> str:
    """Give a day in ISO form; the text as it stands when it is no day.

    Numbers between strokes are read as day, month, year, as in Britain.
    """
    plain = _WEEKDAY.sub("", _TIME.sub("", text.strip()))
    try:
        found = _day_of(plain)
    except ValueError:
        found = None
    return text.strip() if found is None else found.isoformat()


def _day_of(text: str) -> date | None:
    if match := _ISO.fullmatch(text) or _CLOSED.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        return _in_century(match[3], int(match[2]), int(match[1]))
    if match := _NAMED.fullmatch(text.lower()):
        return _in_century(match[3], _MONTHS.get(match[2], 0), int(match[1]))
    serial = text.removesuffix(".0")
    if serial.isascii() and serial.isdigit() and len(serial) == 5 and int(serial) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(serial))
    return None


def _in_century(year: str, month: int, day: int) -> date | None:
    if len(year) == 2 and int(year) >= _TWO_DIGITS:
        return None
    return date(int(year) + (2000 if len(year) == 2 else 0), month, day)


def is_day(text: str) -> bool:
    """Tell whether a text can be read as a day."""
    return bool(_ISO.fullmatch(read_birthday(text)))


def read_year(text: str) -> str:
    """Give a year group's code from "Year Y6", "Yr 6", "6", "Reception"; else the text."""
    plain = squeeze(text)
    early = _EARLY.get(plain.removeprefix("year").removeprefix("y") or plain) or _EARLY.get(plain)
    if early:
        return early
    numbered = _YEAR.fullmatch(plain)
    if numbered is not None and 1 <= int(numbered[1]) <= 14:
        return str(int(numbered[1]))
    return text.strip()


def read_sex(text: str) -> str:
    """Give M, F or U; nothing for anything else."""
    plain = squeeze(text)
    return _SEXES.get(plain) or _SEXES_NOT_KNOWN.get(plain, "")


def read_truth(text: str) -> str:
    """Give ``true``, ``false``, or nothing when a cell is unclear; "Yes - mother" is yes."""
    if not text:
        return ""
    first = text.strip().split(" ", 1)[0].rstrip(",;:.-")
    truth = yes_or_no(first)
    return "" if truth is None else "true" if truth else "false"


def read_number(text: str) -> str:
    """Give the first whole number in a text, such as 1 of "Priority 1"; else nothing."""
    found = re.search(r"\d{1,4}", text)
    return found[0] if found else ""


def read_relationship(text: str) -> str:
    """Give a relationship's code from a word or a code; the text when it is on no list."""
    plain = squeeze(text)
    return _RELATIONS.get(plain) or _coded("relationship_kinds", text) or text.strip()


def read_code(which: str, text: str) -> str:
    """Give a code of one of the program's lists from itself, its label, or "K - SEN support"."""
    return _coded(which, text) or text.strip()


def _coded(which: str, text: str) -> str:
    if not text:
        return ""
    labels, codes = _lists(which)
    first = re.split(r"[\s\-–:(]+", text.strip(), maxsplit=1)[0].upper()
    plain = squeeze(text)
    return codes.get(plain.upper()) or labels.get(plain) or codes.get(first) or ""


@cache
def _lists(which: str) -> tuple[dict[str, str], dict[str, str]]:
    labels = words.labels(which)
    return {squeeze(label): code for code, label in labels.items()}, {one: one for one in labels}


def is_postcode(text: str) -> bool:
    """Tell whether a text has the shape of a postcode."""
    return _POSTCODE.fullmatch(text.strip()) is not None


def split_address(text: str) -> tuple[list[str], str]:
    """Cut a whole address into lines, and the postcode when it ends with one."""
    lines = [line.strip() for line in re.split(r"[\r\n]+|,", text) if line.strip()]
    if not lines:
        return [], ""
    found = re.search(rf"(?:^|\s)({_POSTCODE.pattern})$", lines[-1], re.IGNORECASE)
    if found is None:
        return lines, ""
    rest = lines[-1][: found.start()].strip()
    return [*lines[:-1], *([rest] if rest else [])], found[1]


def split_name(text: str) -> tuple[str, str, str]:
    """Cut a whole name into title, forename, surname: at the comma, else before the last word."""
    surname, comma, rest = text.partition(",")
    if comma:
        return "", rest.strip(), surname.strip()
    parts = text.split()
    title = ""
    if len(parts) > 1 and squeeze(parts[0]) in {"mr", "mrs", "miss", "ms", "mx", "dr", "rev"}:
        title = parts.pop(0)
    return title, " ".join(parts[:-1]), parts[-1] if parts else ""
