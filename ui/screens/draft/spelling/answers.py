"""The next misspelled word of a draft, in the order of the form. Pure; for any thread."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from ffd_desktop.councils.conditions import holds
from ffd_desktop.councils.forms import Form
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.private import Private
from ffd_desktop.spelling.looking import misspelt
from ffd_desktop.spelling.ports import Speller
from ffd_desktop.spelling.words import Word


class Place(Private, frozen=True):
    """A place in an answer, counted in characters; an empty path for the beginning of the draft."""

    path: str = ""
    at: int = 0


class Found(Private, frozen=True):
    """A misspelled word, and the answer that it stands in."""

    path: str
    word: Word


def next_misspelt(
    referral: Referral, form: Form, speller: Speller, passing: Collection[str], *, after: Place
) -> Found | None:
    """Find the first misspelled word from a place on, round the end of the draft if need be."""
    answers = tuple(spelled_answers(referral, form))
    here = next((n for n, (path, _) in enumerate(answers) if path == after.path), 0)
    for path, text in chain(answers[here:], answers[: here + 1]):
        for word in misspelt(text, speller, passing=passing):
            if path != after.path or word.start >= after.at:
                return Found(path, word)
        after = Place()  # what stands before the place comes last
    return None


def spelled_answers(referral: Referral, form: Form) -> Iterator[tuple[str, str]]:
    """Give each answer that can be misspelled, with its path."""
    for section in form.sections:
        fields = tuple(field for field in section.fields if field.is_spelled)
        for item in section.of(referral) if section.repeats and fields else (None,):
            for field in fields:
                path = field.path if item is None else place(field.path, item.id)
                value = read(referral, path)
                if isinstance(value, str) and holds(field.shown_when, referral, item):
                    yield path, value
