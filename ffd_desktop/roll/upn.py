"""Unique Pupil Numbers: is this one well formed, and if not, what was probably meant.

Never makes a number up: a suggestion stands on the school's roll or, where there is no roll, is a
rearrangement of what was typed. Reads nothing into a number: its parts say who issued it
and when, not where the child is now.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from operator import mul

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.authorities import authorities

LENGTH = 13
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # the alphabet without I, O and S, which look like 1, 0 and 5
DIGITS = "0123456789"
_LOOKALIKES = str.maketrans("IOS", "105")
_NOT_KNOWN = re.compile(r"UN[1-7]")
_SHAPE = re.compile(f"[{LETTERS}][0-9]{{11}}[0-9{LETTERS}]")
_VALUES = {mark: value for marks in (LETTERS, DIGITS) for value, mark in enumerate(marks)}
_WEIGHTS = range(2, LENGTH + 1)
_LONGEST_READ = 64

Known = Callable[[str], bool]


class UpnCheck(Private, frozen=True):
    """What there is to say about a number that somebody typed.

    Attributes:
        normalised: Without spaces and in capitals; what is looked up.
        is_ok: Whether it is a well-formed UPN with the right check letter.
        is_temporary: Whether it ends in a letter: given until the permanent one is known.
        problems: Why it is no UPN, in sentences; empty when it is.
        warnings: What to look at although it is one.
        suggestions: Numbers that were probably meant, likeliest first.
    """

    normalised: str
    is_ok: bool
    is_temporary: bool
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def normalise(text: str) -> str:
    """Drop everything but letters and digits, and write the rest in capitals.

    Takes full-width forms, spaces, hyphens and invisible marks in its stride.
    """
    if text.isascii() and text.isalnum():
        return text.upper()
    plain = unicodedata.normalize("NFKC", text[: _LONGEST_READ * 4]).upper()
    return "".join(mark for mark in plain if mark.isalnum())


def is_temporary(upn: str) -> bool:
    """Tell whether a normalised UPN is a temporary one (its last character is a letter)."""
    return len(upn) == LENGTH and upn[-1] in LETTERS


def is_well_formed(upn: str) -> bool:
    """Tell whether a normalised UPN has every character right, check letter included."""
    return _SHAPE.fullmatch(upn) is not None and upn[0] == _check_letter(upn)


def check(text: str, *, known: Known | None = None) -> UpnCheck:
    """Check a UPN as typed (DfE, GovTalk data standard "Unique Pupil Number 2.0").

    Args:
        text: What was typed; may hold anything.
        known: Tells whether a UPN stands on the roll: then nothing else is suggested. ``None``
            when there is no roll.
    """
    upn = normalise(text)
    problems = tuple(_problems(upn))
    return UpnCheck(
        normalised=upn[:_LONGEST_READ],
        is_ok=not problems,
        is_temporary=not problems and is_temporary(upn),
        problems=problems,
        warnings=() if problems else tuple(_warnings(upn)),
        suggestions=tuple(_suggestions(upn, known)) if problems else (),
    )


def _problems(upn: str) -> Iterator[str]:
    if not upn:
        yield "Nothing was typed. A UPN has 13 characters."
    elif _NOT_KNOWN.fullmatch(upn):
        yield f"{upn} is a council’s code for “UPN not known”; it is not a UPN."
    elif len(upn) != LENGTH:
        yield f"A UPN has 13 characters; this has {_count(upn)}."
    else:
        wrong = list(_wrong_characters(upn))
        yield from wrong
        if not wrong and upn[0] != _check_letter(upn):
            yield "The first letter does not fit the rest: one of the characters is mistyped."


def _count(upn: str) -> str:
    return f"{len(upn)}" if len(upn) <= _LONGEST_READ else f"more than {_LONGEST_READ}"


def _wrong_characters(upn: str) -> Iterator[str]:
    if upn[0] not in LETTERS:
        yield "The first character must be a letter, and not I, O or S."
    if any(mark not in DIGITS for mark in upn[1:12]):
        yield "Characters 2 to 12 must be digits."
    if upn[12] not in DIGITS + LETTERS:
        yield "The last character must be a digit, or a letter other than I, O and S."


def _warnings(upn: str) -> Iterator[str]:
    code = upn[1:4]
    listed = authorities()
    if code in listed.former:
        yield (
            f"Its authority number, {code}, belonged to {listed.former[code]}, which no longer"
            " exists. The number stays valid; there is nothing to do."
        )
    elif not listed.name(code):
        yield (
            f"Its authority number, {code}, is not on this program’s list. The list may be older"
            " than the number: check it once, then carry on."
        )
    if is_temporary(upn):
        yield "This is a temporary UPN. The child may have another, permanent one."


def _check_letter(upn: str) -> str:
    """Reckon the letter that characters 2 to 13 call for: weights 2 to 13, sum modulo 23."""
    total = sum(map(mul, _WEIGHTS, map(_VALUES.__getitem__, upn[1:])))
    return LETTERS[total % len(LETTERS)]


def _suggestions(upn: str, known: Known | None) -> Iterator[str]:
    """Give likely numbers: look-alikes first, then one slip away; only the roll's, if there is one.

    Without a roll the only slip that is put back is a lone swap of neighbours.
    """
    lookalike = upn[:1] + upn[1:12].translate(_LOOKALIKES) + upn[12:]
    last_too = upn[:1] + upn[1:].translate(_LOOKALIKES)
    found = [one for one in (lookalike, last_too) if _may_be(one, known)]
    if not found and known is not None and LENGTH - 1 <= len(upn) <= LENGTH + 1:
        found = [one for one in _one_slip_away(last_too) if _may_be(one, known)]
    if not found and known is None:
        swapped = [one for one in _swaps(upn) if is_well_formed(one)]
        found = swapped if len(swapped) == 1 else []
    yield from dict.fromkeys(found)


def _may_be(upn: str, known: Known | None) -> bool:
    return is_well_formed(upn) and (known is None or known(upn))


def _one_slip_away(upn: str) -> Iterator[str]:
    """Give every text that one slip of the finger would turn into ``upn``."""
    yield from _swaps(upn)
    marks = DIGITS + LETTERS
    for at in range(len(upn) + 1):
        if len(upn) == LENGTH and at < LENGTH:
            yield from (upn[:at] + mark + upn[at + 1 :] for mark in marks)
        elif len(upn) < LENGTH:
            yield from (upn[:at] + mark + upn[at:] for mark in marks)
        elif len(upn) > LENGTH:
            yield upn[:at] + upn[at + 1 :]


def _swaps(upn: str) -> Iterator[str]:
    if len(upn) == LENGTH:
        for at in range(LENGTH - 1):
            yield upn[:at] + upn[at + 1] + upn[at] + upn[at + 2 :]
