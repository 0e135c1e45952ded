"""The demonstration's story: what an invented member of staff writes about an invented family.

Turns ``resources/demo/story.toml`` into edits on a draft that the fictional roll has filled. Days
are reckoned back from today, so that the story never grows old. Invents nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import msgspec

from ffd_desktop.councils.workdays import is_working_day
from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll.upn import normalise

Value = bool | int | float | str | list[str]
Table = dict[str, Value]

_MONTH = re.compile(r"\{month (\d+)\}")
_ABSENCES = {f"@{one.value}": NotKnown(one) for one in Reason}


class Added(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An item that the story adds to a list; later ones may point to it by its name."""

    list: str
    item: Table
    name: str = ""


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The story as it stands in its file.

    Attributes:
        form: Key of the form that it is written on.
        upn: Name of the child whose UPN is typed.
        refer: Names of brothers and sisters who are referred too.
        family: Names of those who are named as family only.
        pupils: Name to UPN on the fictional roll.
        adults: Name to the full name that the roll gives.
        answers: Path to value.
        about: Name to attributes of that child or adult.
        ties: What the roll does not say of how two belong together.
        add: Items for the lists.
    """

    form: str
    upn: str
    refer: list[str]
    family: list[str]
    pupils: dict[str, str]
    adults: dict[str, str]
    answers: Table
    about: dict[str, Table]
    ties: list[Table]
    add: list[Added]


@cache
def the_story() -> Story:
    """Read the story that comes with the program."""
    text = (files("resources") / "demo" / "story.toml").read_bytes()
    return msgspec.toml.decode(text, type=Story)


def told(story: Story, referral: Referral, *, today: date) -> Iterator[Edit]:
    """Give the edits that tell the story on a draft which the fictional roll has filled.

    Raises:
        KeyError: When the story speaks of somebody who is not in the draft.
    """
    teller = _Teller(_ids(story, referral), today)
    for path, value in story.answers.items():
        yield Edit(path, teller.value(value))
    for name, attributes in story.about.items():
        place = f"{'children' if name in story.pupils else 'people'}[{teller.ids[name]}]"
        yield from teller.answers(place, attributes)
    for tie in story.ties:
        yield from _tie(teller, referral, tie)
    for one in story.add:
        item = {name: teller.value(value) for name, value in one.item.items()}
        made = new_id()
        if one.name:
            teller.ids[one.name] = made
        yield Edit(f"{one.list}[{made}]", item)


class _Teller:
    """Knows who is who and which day it is."""

    def __init__(self, ids: Mapping[str, str], today: date) -> None:
        self.ids = dict(ids)
        self._today = today

    def answers(self, place: str, attributes: Table) -> Iterator[Edit]:
        """Give an edit for each attribute of an item."""
        for name, value in attributes.items():
            yield Edit(f"{place}.{name}", self.value(value))

    def value(self, value: Value) -> object:
        """Turn what the file says into what an edit carries."""
        if isinstance(value, list):
            return [self.value(one) for one in value]
        if not isinstance(value, str):
            return value
        if value.startswith("@"):
            return self._marked(value)
        return _MONTH.sub(lambda found: self._month(int(found[1])).words(), value).strip()

    def _marked(self, value: str) -> object:
        if value in _ABSENCES:
            return msgspec.to_builtins(_ABSENCES[value])
        word, _, rest = value[1:].partition(" ")
        match word:
            case "back":
                days, _, time = rest.partition(" ")
                return msgspec.to_builtins(on(_school_day(self._today, int(days)), time=time))
            case "month":
                return msgspec.to_builtins(self._month(int(rest)))
            case "about":
                age = PartDate(
                    DateKind.AGE, about=True, years=int(rest), said_on=self._today.isoformat()
                )
                return msgspec.to_builtins(age)
            case _:
                return self.ids[word]

    def _month(self, ago: int) -> PartDate:
        year, month = divmod(self._today.year * 12 + self._today.month - 1 - ago, 12)
        return PartDate(DateKind.MONTH, year=year, month=month + 1)


def _ids(story: Story, referral: Referral) -> dict[str, str]:
    """Find who is who in the draft: children by UPN, adults by name."""
    by_upn = {one.upn: one.id for one in referral.children}
    by_name = {one.name: one.id for one in referral.people}
    return {
        **{name: by_upn[normalise(upn)] for name, upn in story.pupils.items()},
        **{name: by_name[full] for name, full in story.adults.items()},
    }


def _tie(teller: _Teller, referral: Referral, tie: Table) -> Iterator[Edit]:
    child, person = teller.ids[str(tie["child"])], teller.ids[str(tie["person"])]
    rest = {name: value for name, value in tie.items() if name not in ("child", "person")}
    for one in referral.relationships:
        if (one.child, one.person) == (child, person):
            yield from teller.answers(f"relationships[{one.id}]", rest)
            return
    told_now = {name: teller.value(value) for name, value in rest.items()}
    yield Edit(f"relationships[{new_id()}]", {"child": child, "person": person, **told_now})


def _school_day(today: date, back: int) -> date:
    """Count back over working days; nought is today, or the last one before a weekend."""
    day = today
    while not is_working_day(day):
        day -= timedelta(days=1)
    for _ in range(back):
        day -= timedelta(days=1)
        while not is_working_day(day):
            day -= timedelta(days=1)
    return day
