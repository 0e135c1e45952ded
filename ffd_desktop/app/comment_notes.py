"""Which open comments there are and which of them each person has seen, for news on the shelf.

Kept in the vault's settings, without a word of what was said, so that a shelf of thousands opens no
referral to tell its news. A disk that takes none of it costs news and nothing else, so it stops
no saving and no opening. Every call is for the vault lane.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from ffd_desktop.drafting.ports import SettingsStore
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.commenting import open_comments
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

_NOTES: Final = "comment_notes"
_SEEN: Final = "comments_seen/"


class Note(Private, frozen=True, array_like=True):
    """That somebody said something: the id of the comment or reply, and whose it is."""

    id: str
    person: str
    name: str


def note(settings: SettingsStore, referral: Referral) -> None:
    """Keep which open comments a referral has; writes only when others came or went."""
    kept, now = _kept(settings), tuple(_said(referral))
    if now != kept.get(referral.id, ()):
        _keep(settings, {**kept, referral.id: now})


def forget(settings: SettingsStore, referral_id: str) -> None:
    """Drop what is kept about a referral that is destroyed."""
    kept = _kept(settings)
    if referral_id in kept:
        _keep(settings, {**kept, referral_id: ()})


def forget_person(settings: SettingsStore, person: str) -> None:
    """Drop what a person who left has seen."""
    _put(settings, _SEEN + person, {})


def see(settings: SettingsStore, person: str, referral: Referral) -> tuple[str, ...]:
    """Note that a person sees all there is, and give the ids that are new to them."""
    if not person:
        return ()
    said = tuple(_said(referral))
    seen = _seen(settings, person)
    new = _new_to(person, said, seen.get(referral.id, ()))
    ids = tuple(one.id for one in said)
    if ids != seen.get(referral.id, ()):
        _put(settings, _SEEN + person, {**seen, referral.id: ids})
    return tuple(one.id for one in new)


def news(settings: SettingsStore, person: str) -> dict[str, str]:
    """Say, by referral, what others said since a person last opened it."""
    if not person:
        return {}
    seen = _seen(settings, person)
    new = {
        referral: _new_to(person, said, seen.get(referral, ()))
        for referral, said in _kept(settings).items()
    }
    return {
        referral: news_words([one.name for one in notes])
        for referral, notes in new.items()
        if notes
    }


def news_words(names: Sequence[str]) -> str:
    """Say who said something new, such as "2 new comments by Ben Quarrystone"."""
    many = "1 new comment" if len(names) == 1 else f"{len(names)} new comments"
    return f"{many} by {' and '.join(Counter(names))}"


def _new_to(person: str, said: Sequence[Note], seen: Sequence[str]) -> tuple[Note, ...]:
    return tuple(one for one in said if one.person != person and one.id not in seen)


def _said(referral: Referral) -> Iterator[Note]:
    for one in open_comments(referral):
        yield Note(one.id, one.person, one.by)
        for reply in one.replies:
            yield Note(reply.id, reply.person, reply.by)


def _kept(settings: SettingsStore) -> dict[str, tuple[Note, ...]]:
    return msgspec.convert(settings.get(_NOTES) or {}, dict[str, tuple[Note, ...]])


def _keep(settings: SettingsStore, notes: Mapping[str, tuple[Note, ...]]) -> None:
    _put(settings, _NOTES, notes)


def _seen(settings: SettingsStore, person: str) -> dict[str, tuple[str, ...]]:
    return msgspec.convert(settings.get(_SEEN + person) or {}, dict[str, tuple[str, ...]])


def _put(settings: SettingsStore, key: str, by_referral: Mapping[str, tuple[object, ...]]) -> None:
    with contextlib.suppress(ProblemForPerson):
        settings.put(
            key, msgspec.to_builtins({one: all_ for one, all_ in by_referral.items() if all_})
        )
