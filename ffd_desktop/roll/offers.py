"""What the roll says otherwise now than when it filled a draft: offers, never changes.

Only about answers that still carry the roll's mark: what a person wrote or confirmed is theirs. A
roll that is silent offers nothing, and a pupil who has left it neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.filling import Filling
from ffd_desktop.roll.prefill_child import fill_child
from ffd_desktop.roll.prefill_people import Gathering
from ffd_desktop.roll.pupil import Pupil, RollSource
from ffd_desktop.tables.folding import squeeze


class Offer(Private, frozen=True):
    """One answer that the roll would now fill in otherwise.

    Attributes:
        path: The answer in the referral.
        value: What the roll says now; of an address the id that it would have.
        edits: What taking it does, as one step.
        address: The address in words, when it is one.
    """

    path: str
    value: object
    edits: tuple[Edit, ...]
    address: str = ""


def offers(
    referral: Referral, source: RollSource | None, pupil_with: Callable[[str], Pupil | None]
) -> tuple[Offer, ...]:
    """Give what the roll in use would fill in otherwise than what stands, child by child.

    Args:
        referral: A draft.
        source: The roll in use; without one there are no offers.
        pupil_with: Gives the pupil who has a UPN.
    """
    if source is None:
        return ()
    day = source.day or source.imported_on
    found: list[Offer] = []
    for child in referral.children:
        pupil = pupil_with(child.upn) if isinstance(child.upn, str) and child.upn else None
        if pupil is not None and not pupil.left_on:
            found += _plain(referral, child, pupil, day)
            found += _home(referral, child, pupil, day)
    return tuple(found)


def _is_the_rolls(referral: Referral, path: str) -> bool:
    origin = referral.origins.get(path)
    return origin is not None and origin.kind == "roll"


def _plain(referral: Referral, child: Child, pupil: Pupil, day: str) -> Iterator[Offer]:
    filling = Filling("children")
    fill_child(filling, pupil, school="")
    for name, (value, care) in filling.said().items():
        path = f"children[{child.id}].{name}"
        if _is_the_rolls(referral, path) and getattr(child, name) != value:
            yield Offer(path, value, (put(path, value, origin=Origin("roll", day, care)),))


def _home(referral: Referral, child: Child, pupil: Pupil, day: str) -> Iterator[Offer]:
    """Offer another home for this child alone: others who live at the old one stay there."""
    path = f"children[{child.id}].home"
    if pupil.address is None or not _is_the_rolls(referral, path):
        return
    lines = ", ".join(pupil.address.lines)
    now = next((one for one in referral.addresses if one.id == child.home), None)
    stands = f"{_text(now.lines)} {_text(now.postcode)}" if now is not None else ""
    if squeeze(stands) == squeeze(f"{lines} {pupil.address.postcode}"):
        return
    filling, gathering = Filling("children"), Gathering()
    gathering.add_home(filling, pupil)
    for id_, _ in filter(None, (filling.said().get("home"),)):
        edits = (*gathering.edits(day), put(path, id_, origin=Origin("roll", day)))
        words = ", ".join(part for part in (lines, pupil.address.postcode) if part)
        yield Offer(path, id_, edits, words)


def _text(answer: object) -> str:
    return answer if isinstance(answer, str) else ""
