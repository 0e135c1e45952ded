"""What it means to refer a child too, or no longer: in words. Pure."""

from __future__ import annotations

from ffd_desktop.councils.forms import Form
from ffd_desktop.drafting.referring import about_all, own_answers
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child

TOO = "Refer too"
NO_LONGER = "No longer referred"
_WHAT_TOO = (
    "Addresses, adults and what is said of all the children then stand for this child as well. "
    "Nothing of another child is copied."
)
_WHAT_NO_LONGER = (
    "The child stays in the family. What was written about this child alone is kept, "
    "and not printed."
)


def button_words(child: Child) -> str:
    """Name what can be done with a child."""
    return NO_LONGER if child.referred else TOO


def meaning(child: Child) -> str:
    """Say what pressing the button would mean."""
    return _WHAT_NO_LONGER if child.referred else _WHAT_TOO


def done_words(name: str, child: Child, form: Form, referral: Referral) -> str:
    """Say what came of it; ``child`` is as it was before."""
    own = len(own_answers(form, referral, child))
    if child.referred:
        kept = f" {_many(own, 'answer')} about {name} alone {_is(own)} kept, and not printed."
        return f"{name} is no longer referred, and stays in the family.{kept if own else ''}"
    entries = about_all(referral)
    shared = f" {_many(entries, 'entry', 'entries')} about all the children now"
    speaks = f"{shared} {'speaks' if entries == 1 else 'speak'} of {name} as well."
    found = f" {_many(own, 'answer')} written about {name} before {_is(own)} found again."
    new = f" What concerns {name} alone is still to be written."
    return f"{name} is referred too.{speaks if entries else ''}{found if own else new}"


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
