"""What is asked when a computer is set up, and what is still missing. Knows no screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.referral.private import Private

_NUMBER = re.compile(r"(\d{3})\D{0,3}(\d{4})")


class Slip(msgspec.Struct, frozen=True):
    """Something to put right before going on: which box, and what to do."""

    box: str
    words: str


class Answers(Private, frozen=True):
    """Everything typed so far; kept when going back and forth.

    Attributes:
        number: DfE number as typed, such as 885/4000.
        again: The passphrase typed a second time; asked only while it is hidden.
        shown: Whether the passphrase is shown in clear.
        place_agreed: Whether the vault may be where something speaks against it.
    """

    school_name: str = ""
    number: str = ""
    address: str = ""
    school_phone: str = ""
    council: str = ""
    staff_name: str = ""
    staff_role: str = ""
    staff_phone: str = ""
    staff_email: str = ""
    passphrase: str = ""
    again: str = ""
    shown: bool = False
    first_back: str = ""
    second_back: str = ""
    place_agreed: bool = False

    def about(self) -> tuple[str, ...]:
        """Words that an acquaintance would try first as a passphrase."""
        asked = (self.school_name, self.staff_name, self.school_phone, self.staff_email)
        return tuple(word for word in asked if word.strip())

    def profile(self) -> SchoolProfile:
        """Give the school and the person as they are kept and prefilled."""
        la, estab = dfe_number(self.number) or ("", "")
        return SchoolProfile(
            school_name=self.school_name.strip(),
            la_code=la,
            estab_code=estab,
            school_address=self.address.strip(),
            school_phone=self.school_phone.strip(),
            council=self.council,
            staff_name=self.staff_name.strip(),
            staff_role=self.staff_role.strip(),
            staff_phone=self.staff_phone.strip(),
            staff_email=self.staff_email.strip(),
        )


def dfe_number(text: str) -> tuple[str, str] | None:
    """Read a DfE number: three digits of the authority, four of the school; ``None`` if neither."""
    match = _NUMBER.fullmatch(text.strip())
    return (match[1], match[2]) if match else None


def school_slips(answers: Answers) -> Iterator[Slip]:
    """Say what is missing about the school."""
    if not answers.school_name.strip():
        yield Slip("school_name", "Enter the school’s name.")
    if answers.number.strip() and dfe_number(answers.number) is None:
        yield Slip(
            "number", "The DfE number must be three digits and four digits, such as 885/4000."
        )


def council_slips(answers: Answers) -> Iterator[Slip]:
    """Say whether a council is still to be chosen."""
    if not answers.council:
        yield Slip("council", "Choose the council that you refer to.")


def you_slips(answers: Answers) -> Iterator[Slip]:
    """Say what is missing about the person."""
    if not answers.staff_name.strip():
        yield Slip("staff_name", "Enter your name.")
