"""What a section shows of its items, and which section they are added and taken out in."""

from __future__ import annotations

from ffd_desktop.councils.forms import Form, Section
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.people import Item

PAGE = 20


def home_section(form: Form, section: Section) -> Section:
    """Give the section in which items of this list are added and taken out.

    The first section that shows every item of the list; else the section itself, when it shows
    only some, such as the worries among the statements.
    """
    whole = (one for one in form.sections if one.repeats == section.repeats and one.where is None)
    return next(whole, section)


def answered_count(section: Section, item: Item) -> int:
    """Count the questions of a section that are answered for an item."""
    return sum(is_answered(getattr(item, field.attribute)) for field in section.fields)


def item_word(section: Section) -> str:
    """Give what one item is called, such as "child"."""
    return section.item_name or "item"


def with_article(word: str) -> str:
    """Put "a" or "an" before a word."""
    return f"an {word}" if word[:1] in "aeio" else f"a {word}"
