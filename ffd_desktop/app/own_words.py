"""Words that the office has said are right, kept in the vault. For the vault lane.

SECURITY: such words may be names, so they stand inside the vault and nowhere else; those of one
draft go when it is destroyed.
"""

from __future__ import annotations

from typing import Final, Protocol

from ffd_desktop.drafting.ports import SettingsStore
from ffd_desktop.referral.private import Private

_OFF: Final = "spelling_off"
_WORDS: Final = "spelling_words"
_LEFT: Final = "spelling_left"


class HasSettings(Protocol):
    """What is needed of a desk."""

    @property
    def settings(self) -> SettingsStore:
        """The vault's settings."""
        ...


class OwnWords(Private, frozen=True):
    """What spelling must know of an office, and of one draft.

    Attributes:
        is_on: Whether words are marked at all.
        words: The school's own words, in their order.
        left: Words that are right in this draft alone.
    """

    is_on: bool = True
    words: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def passing(self) -> frozenset[str]:
        """Give all of them as they are looked up."""
        return frozenset(one.casefold() for one in (*self.words, *self.left))


def read(desk: HasSettings, referral_id: str = "") -> OwnWords:
    """Give what is kept, with the words left in one draft."""
    settings = desk.settings
    return OwnWords(
        settings.get(_OFF) is not True,
        _texts(settings.get(_WORDS)),
        _texts(_left(settings).get(referral_id)),
    )


def turn(desk: HasSettings, *, on: bool) -> None:
    """Mark words from now on, or no longer."""
    desk.settings.put(_OFF, not on)


def add(desk: HasSettings, word: str) -> None:
    """Take a word for right in every draft."""
    kept = _texts(desk.settings.get(_WORDS))
    if word not in kept:
        desk.settings.put(_WORDS, sorted((*kept, word), key=str.casefold))


def take_out(desk: HasSettings, word: str) -> None:
    """Take a word for right no longer."""
    kept = _texts(desk.settings.get(_WORDS))
    desk.settings.put(_WORDS, [one for one in kept if one != word])


def leave(desk: HasSettings, referral_id: str, word: str) -> None:
    """Take a word for right in one draft."""
    left = _left(desk.settings)
    kept = _texts(left.get(referral_id))
    desk.settings.put(_LEFT, {**left, referral_id: [*dict.fromkeys((*kept, word))]})


def forget(desk: HasSettings, referral_id: str) -> None:
    """Let go of the words left in a draft that is no more."""
    left = _left(desk.settings)
    if left.pop(referral_id, None) is not None:
        desk.settings.put(_LEFT, left)


def _left(settings: SettingsStore) -> dict[str, object]:
    kept = settings.get(_LEFT)
    return dict(kept) if isinstance(kept, dict) else {}


def _texts(kept: object) -> tuple[str, ...]:
    found = kept if isinstance(kept, list | tuple) else ()
    return tuple(one for one in found if isinstance(one, str))
