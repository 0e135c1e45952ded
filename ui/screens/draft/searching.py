"""Finding words in a draft: every answer of every section, case and accents forgiven. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import msgspec

from ffd_desktop.councils.conditions import holds
from ffd_desktop.councils.forms import Field, Form
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Item
from ui.editors.context import EditorContext
from ui.screens.draft.words import answer_words

_FORGIVEN = dict.fromkeys(map(ord, "'\u2018\u2019\u02bc`\u00b4"))
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


class Hit(msgspec.Struct, frozen=True):
    """An answer that holds the words."""

    section: str
    path: str


def fold(text: str) -> str:
    """Forgive case, accents and apostrophes."""
    if text.isascii():
        return text.casefold().replace("'", "").replace("`", "")
    parts = unicodedata.normalize("NFKD", text.translate(_FORGIVEN)).casefold()
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    return plain.translate(_LETTERS)


def hits(words: str, referral: Referral, form: Form, context: EditorContext) -> tuple[Hit, ...]:
    """Find the answers that hold every one of the words, in the order of the form."""
    wanted = fold(words).split()
    if not wanted:
        return ()
    return tuple(
        Hit(section, path)
        for section, path, text in _answers(referral, form, context)
        if all(one in text for one in wanted)
    )


def _answers(
    referral: Referral, form: Form, context: EditorContext
) -> Iterator[tuple[str, str, str]]:
    for section in form.sections:
        for item in section.of(referral) if section.repeats else (None,):
            for field in section.fields:
                if holds(field.shown_when, referral, item):
                    path, value = _at(referral, field, item)
                    text = answer_words(field, value, context)
                    if text:
                        yield section.key, path, fold(text)


def _at(referral: Referral, field: Field, item: Item | None) -> tuple[str, object]:
    if item is None:
        return field.path, read(referral, field.path)
    return place(field.path, item.id), getattr(item, field.attribute)
