"""Cells of one person as the tree that a Common Transfer File would give (``branches.Tree``).

So that prefill, search and siblings need not know which kind of file a pupil came from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Final

from ffd_desktop.roll.branches import Tree
from ffd_desktop.roll.ctf_names import NUMBERS
from ffd_desktop.roll.tables import values
from ffd_desktop.tables.folding import squeeze

Said = Mapping[str, Sequence[str]]
"""What the cells of one person say, by field; blank cells left out."""

_LINES: Final = 5
_PHONES: Final = (("home_phone", "H"), ("mobile", "M"), ("work_phone", "W"), ("phone", ""))
_KIND: Final = NUMBERS["telephonetype"]
_NUMBER: Final = NUMBERS["phoneno"]
_Readers = Sequence[tuple[str, int, Callable[[str], str]]]


def _as_it_is(cell: str) -> str:
    return cell


def _readers(**fields: tuple[str, Callable[[str], str]]) -> _Readers:
    """Say by field which element it becomes and how its cell is read."""
    return [(field, NUMBERS[element], read) for field, (element, read) in fields.items()]


def _letter(cell: str) -> str:
    """Give Y or N for a truth; the cell for anything else."""
    return {"true": "Y", "false": "N"}.get(values.read_truth(cell), cell)


def _former_upn(cell: str) -> str:
    with suppress(values.Damaged):
        return values.read_upn(cell)
    return ""


_PUPIL: Final = _readers(
    admission_number=("admissionnumber", _as_it_is),
    uln=("uniquelearnernumber", _as_it_is),
    born=("dob", values.read_birthday),
    sex=("sex", values.read_sex),
    email=("email", _as_it_is),
)
_CONTACT: Final = _readers(
    order=("order", values.read_number),
    title=("title", _as_it_is),
    middle_names=("middlenames", _as_it_is),
    sex=("sex", values.read_sex),
    relationship=("relationship", values.read_relationship),
    responsibility=("responsibility", values.read_truth),
    email=("email", _as_it_is),
)
_COURT: Final = _readers(court_order=("courtorder", values.read_truth))
_BASIC: Final = _readers(
    former_upn=("formerupn", _former_upn),
    preferred_surname=("preferredsurname", _as_it_is),
    preferred_forename=("preferredforename", _as_it_is),
    former_surname=("formersurname", _as_it_is),
    middle_names=("middlenames", _as_it_is),
    year_group=("ncyearactual", values.read_year),
    ethnicity=("ethnicity", partial(values.read_code, "ethnicity")),
    service_child=("servicechild", _letter),
    medical_flag=("medicalflag", values.read_truth),
    enrol_status=("enrolstatus", _as_it_is),
)
_RELIGION: Final = _readers(religion=("religion", _as_it_is))
_BASIC_FIELDS: Final = frozenset(
    {"first_language", *(field for field, _, _ in [*_BASIC, *_RELIGION])}
)


def plant(**parts: str | Tree | list[Tree]) -> Tree:
    """Make a tree by names; empty parts are left out."""
    tree: Tree = {}
    for name, part in parts.items():
        if isinstance(part, str):
            if part:
                tree[NUMBERS[name]] = part
        elif isinstance(part, list):
            if part:
                tree[NUMBERS[name]] = [*part]
        elif part:
            tree[NUMBERS[name]] = [part]
    return tree


def first(said: Said, key: str) -> str:
    """Give the first cell of a field, trimmed; empty when there is none."""
    cells = said.get(key)
    return cells[0] if cells else ""


def pupil_tree(said: Said, upn: str) -> Tree:
    """Give the tree of a pupil, without contacts."""
    _, forename, surname = _names(said)
    parts = plant(
        basicdetails=_basic(said),
        lookedafter=_if_said(said, _care, "looked_after", "care_authority"),
        fsmhistory=_if_said(said, _free_meals, "free_meals"),
        senhistory=_if_said(said, _sen, "sen", "sen_need"),
        address=_if_said(said, _address, "address", "house", "postcode"),
        phones=_phones(said),
    )
    return plant(upn=upn, surname=surname, forename=forename) | _texts(said, _PUPIL) | parts


def contact_tree(said: Said) -> Tree:
    """Give the tree of a contact; empty when the cells name nobody and no number."""
    title, forename, surname = _names(said)
    phones = _phones(said)
    if not (forename or surname or phones):
        return {}
    address = _if_said(said, _address, "address", "house", "postcode")
    if values.read_truth(first(said, "lives_with")) == "true":
        address |= plant(addressaspupil="true")
    court = _texts(said, _COURT)
    names = plant(title=title, surname=surname, forename=forename)
    parts = plant(address=address, phones=phones, suppinfo=court)
    return names | _texts(said, _CONTACT) | parts


def _texts(said: Said, read_by: _Readers) -> Tree:
    """Give the texts of an element: of the fields that are said, each by its reader."""
    tree: Tree = {}
    for field, number, read in read_by:
        if field in said and (text := read(said[field][0])):
            tree[number] = text
    return tree


def _if_said(said: Said, make: Callable[[Said], Tree], *keys: str) -> Tree:
    """Make a part only when something in it is said: most rolls leave most parts out."""
    return make(said) if any(key in said for key in keys) else {}


def _care(said: Said) -> Tree:
    return plant(
        incare=values.read_truth(first(said, "looked_after")),
        careauthority=first(said, "care_authority"),
    )


def _names(said: Said) -> tuple[str, str, str]:
    forename, surname = first(said, "forename"), first(said, "surname")
    if (forename and surname) or not (whole := first(said, "whole_name")):
        return "", forename, surname
    title, first_names, last_name = values.split_name(whole)
    return title, forename or first_names, surname or last_name


def _basic(said: Said) -> Tree:
    if said.keys().isdisjoint(_BASIC_FIELDS):
        return {}
    tree = _texts(said, _BASIC)
    spoken = values.read_code("languages", first(said, "first_language"))
    if spoken:
        tree |= plant(languages=plant(type=plant(languagetype="F", language=spoken)))
    return tree | plant(suppinfo=_texts(said, _RELIGION))


def _free_meals(said: Said) -> Tree:
    if values.read_truth(first(said, "free_meals")) != "true":
        return {}
    return {NUMBERS["fsminstance"]: [{}]}


def _sen(said: Said) -> Tree:
    provision = first(said, "sen")
    needs = [
        plant(senneed=plant(sentype=values.read_code("sen_needs", one), sentyperank=str(rank)))
        for rank, one in enumerate(said.get("sen_need", ()), start=1)
    ]
    code = values.read_code("sen_status", provision) if provision else ""
    return plant(sen=plant(senprovision=code), senneeds=needs)


def _phones(said: Said) -> Tree:
    found: dict[str, Tree] = {
        squeeze(number): {_KIND: kind, _NUMBER: number} if kind else {_NUMBER: number}
        for key, kind in reversed(_PHONES)
        if key in said
        for number in said[key]
    }
    return {NUMBERS["phone"]: [*reversed(found.values())]} if found else {}


def _address(said: Said) -> Tree:
    lines: list[str] = []
    postcode = first(said, "postcode")
    for cell in said.get("address", ()):
        more, found = values.split_address(cell)
        lines += more
        postcode = postcode or found
    house = first(said, "house")
    if house and lines and house[:1].isdigit():
        lines[0] = f"{house} {lines[0]}"
    elif house:
        lines.insert(0, house)
    if not lines and not postcode:
        return {}
    kept = [*lines[: _LINES - 1], ", ".join(lines[_LINES - 1 :])]
    named = {f"addressline{number}": line for number, line in enumerate(kept, start=1)}
    return plant(addresslines=plant(**named), postcode=postcode)
