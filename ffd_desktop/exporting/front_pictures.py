"""The small pictures of the front page, each with what stands for it where room is short."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.councils.pack import Form
from ffd_desktop.exporting.outline import AnyBlock, Fact, KeyFacts
from ffd_desktop.exporting.pictures.family.where import where_lines, who_lives_where
from ffd_desktop.exporting.pictures.levels import levels_grid
from ffd_desktop.exporting.wording import Wording


def homes_shown(wording: Wording, heading: str) -> Iterator[tuple[AnyBlock, ...]]:
    """Yield who lives where as a picture, in words, as where it is drawn, and then not at all.

    ``heading`` is that under which the family is drawn; empty when the form has none.
    """
    picture = who_lives_where(wording)
    if picture:
        yield (picture,)
        yield (_lives(tuple(where_lines(wording))),)
    if picture and heading:
        yield (_lives((f"See the picture under {heading}",)),)
    yield ()


def marked_shown(form: Form, wording: Wording) -> Iterator[tuple[AnyBlock, ...]]:
    """Yield what was marked of the guidance as a small picture, where the form asks; then none."""
    asks = any(section.repeats == "indicators" for section in form.sections)
    picture = levels_grid(wording.referral, wording.pack) if asks else None
    if picture:
        yield (picture,)
    yield ()


def _lives(said: tuple[str, ...]) -> KeyFacts:
    return KeyFacts((Fact("Who lives where", said),))
