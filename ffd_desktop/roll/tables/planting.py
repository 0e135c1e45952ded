"""Cells of one person as the tree that a Common Transfer File would give (``branches.Tree``).

So that prefill, search and siblings need not know which kind of file a pupil came from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

from ffd_desktop.roll.branches import Tree
from ffd_desktop.roll.ctf_names import NUMBERS
from ffd_desktop.roll.tables import values
from ffd_desktop.tables.folding import squeeze

Said = Mapping[str, Sequence[str]]
"""What the cells of one person say, by field; blank cells left out."""

_LINES: Final = 5
_BASIC: Final = frozenset(
    {
        "former_upn",
        "preferred_surname",
        "preferred_forename",
        "former_surname",
        "middle_names",
        "year_group",
        "ethnicity",
        "first_language",
        "service_child",
        "medical_flag",
        "enrol_status",
        "religion",
    }
)
_PHONES: Final = (("home_phone", "H"), ("mobile", "M"), ("work_phone", "W"), ("phone", ""))


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
    former = ""
    with suppress(values.Damaged):
        former = values.read_upn(first(said, "former_upn"))
    return plant(
        upn=upn,
        admissionnumber=first(said, "admission_number"),
        uniquelearnernumber=first(said, "uln"),
        surname=surname,
        forename=forename,
        dob=values.read_birthday(first(said, "born")),
        sex=values.read_sex(first(said, "sex")),
        basicdetails=_basic(said, former),
        lookedafter=_if_said(said, _care, "looked_after", "care_authority"),
        fsmhistory=_if_said(said, _free_meals, "free_meals"),
        senhistory=_if_said(said, _sen, "sen", "sen_need"),
        address=_if_said(said, _address, "address", "house", "postcode"),
        phones=_phones(said),
        email=first(said, "email"),
    )


def contact_tree(said: Said) -> Tree:
    """Give the tree of a contact; empty when the cells name nobody and no number."""
    title, forename, surname = _names(said)
    phones = _phones(said)
    if not (forename or surname or phones):
        return {}
    lives = values.read_truth(first(said, "lives_with"))
    court = values.read_truth(first(said, "court_order"))
    return plant(
        order=values.read_number(first(said, "order")),
        title=first(said, "title") or title,
        surname=surname,
        forename=forename,
        middlenames=first(said, "middle_names"),
        sex=values.read_sex(first(said, "sex")),
        relationship=values.read_relationship(first(said, "relationship")),
        responsibility=values.read_truth(first(said, "responsibility")),
        address=_if_said(said, _address, "address", "house", "postcode")
        | plant(addressaspupil=lives if lives == "true" else ""),
        phones=phones,
        email=first(said, "email"),
        suppinfo=plant(courtorder=court) if court else {},
    )


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


def _basic(said: Said, former_upn: str) -> Tree:
    if said.keys().isdisjoint(_BASIC):
        return {}
    language = first(said, "first_language")
    spoken = values.read_code("languages", language) if language else ""
    return plant(
        formerupn=former_upn,
        preferredsurname=first(said, "preferred_surname"),
        preferredforename=first(said, "preferred_forename"),
        formersurname=first(said, "former_surname"),
        middlenames=first(said, "middle_names"),
        ncyearactual=values.read_year(first(said, "year_group")),
        ethnicity=values.read_code("ethnicity", first(said, "ethnicity")),
        languages=plant(type=plant(languagetype="F", language=spoken) if spoken else {}),
        servicechild=_letter(said, "service_child"),
        medicalflag=values.read_truth(first(said, "medical_flag")),
        enrolstatus=first(said, "enrol_status"),
        suppinfo=plant(religion=first(said, "religion")),
    )


def _letter(said: Said, key: str) -> str:
    """Give Y or N for a truth; the cell for anything else."""
    cell = first(said, key)
    return {"true": "Y", "false": "N"}.get(values.read_truth(cell), cell)


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
    if all(key not in said for key, _ in _PHONES):
        return {}
    found = {
        squeeze(number): plant(telephonetype=kind, phoneno=number)
        for key, kind in reversed(_PHONES)
        for number in said.get(key, ())
    }
    return plant(phone=list(reversed(found.values())))


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
