"""What speaks against a folder as a vault's home: a pure rule, facts in, words out.

It explains and recommends. Only where a vault cannot work at all is it final; everywhere else the
person, or their IT support, may go on once they have read why not to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

import msgspec

from ffd_desktop.problems import ProblemForPerson

SCARCE: Final = 500_000_000  # bytes; below it a disk is nearly full
WEAK_FILE_SYSTEMS: Final = frozenset({"vfat", "msdos", "fat", "fat12", "fat16", "fat32", "exfat"})
ANYTHING: Final = ("place_anything",)
"""Agrees to whatever is not final, for vaults with nobody real in them."""
_USUAL: Final = "Use the usual folder on this computer, and choose that place for the backups."


class Fleeting(StrEnum):
    """Why what is written there is gone after a while."""

    MEMORY = "memory"
    GUEST = "guest"
    PROFILE = "profile"


class Surroundings(msgspec.Struct, frozen=True):
    """What is known of a folder, whether it is there already or not.

    Attributes:
        cloud: The service that copies the folder to the internet, such as ``OneDrive``.
        by_link: Whether the folder's name leads elsewhere by a link.
        network: Whether it lies on another computer.
        removable: Whether it lies on a stick or card.
        roaming: Whether it is copied to a server at each log-out.
        fleeting: Why it will not last, if it will not.
        file_system: Its kind, in small letters, as far as the system tells.
        free: Bytes that may still be written; ``None`` when the system does not tell.
        writable: Whether this person may write there.
    """

    cloud: str = ""
    by_link: bool = False
    network: bool = False
    removable: bool = False
    roaming: bool = False
    fleeting: Fleeting | None = None
    file_system: str = ""
    free: int | None = None
    writable: bool = True


class Concern(msgspec.Struct, frozen=True):
    """One thing that speaks against a folder.

    Attributes:
        code: A constant name.
        why: What it is and what may come of it, in plain sentences.
        instead: What to do.
        final: Whether a vault cannot work there at all.
        passing: Whether it may be otherwise tomorrow, so that agreeing to it once is not for ever.
    """

    code: str
    why: str
    instead: str
    final: bool = False
    passing: bool = False

    @property
    def words(self) -> str:
        """Say it whole."""
        return f"{self.why} {self.instead}"


def concerns(here: Surroundings) -> tuple[Concern, ...]:
    """Give everything that speaks against a folder, the gravest first."""
    return tuple(_all(here))


def unagreed(found: Iterable[Concern], agreed_to: Iterable[str]) -> tuple[Concern, ...]:
    """Give what nobody has agreed to; what is final cannot be agreed to."""
    agreed = frozenset(agreed_to)
    return tuple(
        one for one in found if one.final or not (one.code in agreed or agreed.issuperset(ANYTHING))
    )


def not_made(found: Sequence[Concern]) -> ProblemForPerson:
    """Say why no vault was made in a folder, the gravest reason's code first."""
    return ProblemForPerson(
        f"No vault was made. {' '.join(one.why for one in found)}",
        " ".join(dict.fromkeys(one.instead for one in found)),
        found[0].code,
    )


def instead_of_here(found: Sequence[Concern]) -> ProblemForPerson:
    """Say the same to whoever can name another folder on the command line."""
    told = not_made(found)
    going_on = "" if any(one.final for one in found) else ", or add --even-here"
    return ProblemForPerson(
        told.what, f"{told.next_step} Name another folder with --vault{going_on}.", told.code
    )


def _all(here: Surroundings) -> Iterator[Concern]:
    if not here.writable:
        yield _read_only()
    if here.fleeting is not None:
        yield _fleeting(here.fleeting)
    if here.cloud:
        yield _cloud(here.cloud, by_link=here.by_link)
    if here.network:
        yield _network()
    elif here.roaming:
        yield _roaming()
    if here.file_system in WEAK_FILE_SYSTEMS and not here.network and not here.cloud:
        yield _weak(here.file_system)
    if here.removable:
        yield _removable()
    if here.free is not None and here.free < SCARCE:
        yield _nearly_full(here.free)


def _read_only() -> Concern:
    return Concern(
        "place_read_only",
        "You may not write in this folder, so a vault cannot work there.",
        "Choose another folder, or ask your IT support for the right to write there.",
        final=True,
    )


def _fleeting(why: Fleeting) -> Concern:
    told = {
        Fleeting.MEMORY: "This folder is in the computer’s memory: everything in it is gone when "
        "the computer is switched off.",
        Fleeting.GUEST: "You are logged in as a guest: everything you keep is wiped when you log "
        "out.",
        Fleeting.PROFILE: "This computer wipes what you keep here when you log out, because your "
        "profile on it is a temporary one.",
    }
    return Concern(
        "place_fleeting",
        f"{told[why]} Every referral in the vault would be gone.",
        "Log in as yourself on a computer that keeps your files, or ask your IT support for a "
        "folder that stays.",
    )


def _cloud(service: str, *, by_link: bool) -> Concern:
    lies = "leads by a link into" if by_link else "is inside"
    return Concern(
        "place_cloud",
        f"This folder {lies} {service}, which copies it to the internet while you write. Nobody "
        "there can read the vault, but a copy that is half made, or two computers at once, can "
        "damage it, and older copies stay out of your reach.",
        _USUAL,
    )


def _network() -> Concern:
    return Concern(
        "place_network",
        "This folder is on another computer, reached through the network. When the connection "
        "breaks off you cannot write, and such drives do not always keep what they say they have "
        "kept.",
        _USUAL,
    )


def _roaming() -> Concern:
    return Concern(
        "place_roaming",
        "This folder belongs to your roaming profile: it is copied to a server at each log-out "
        "and from there to every computer you log in to. An older copy can take the place of "
        "what you wrote.",
        "Use the usual folder on this computer, which does not travel.",
    )


def _weak(kind: str) -> Concern:
    return Concern(
        "place_weak_disk",
        f"This disk is formatted as {'exFAT' if kind == 'exfat' else 'FAT'}, which can lose a "
        "file when the power fails or the stick is pulled out while it is written, and keeps "
        "nobody else out.",
        "Use the usual folder on this computer, or have the disk formatted as NTFS, APFS or ext4.",
    )


def _removable() -> Concern:
    return Concern(
        "place_removable",
        "This folder is on a stick or card that can be pulled out, left behind or worn out.",
        _USUAL,
    )


def _nearly_full(free: int) -> Concern:
    return Concern(
        "place_nearly_full",
        f"This disk is nearly full: {max(free, 0) // 1_000_000} MB are left. When it is full, "
        "nothing more can be saved.",
        "Free some space.",
        passing=True,
    )
