"""Referrals with marks on the body map: two children, one of them an infant, on three days."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle

import msgspec

from ffd_desktop.exporting.pictures.body.plates import CHILD, INFANT, VIEWS, plate
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import Examination, Injury
from tests.builders.items import TODAY
from tests.builders.referrals import small

INFANT_ID, CHILD_ID = "c2", "c1"
_OCCASIONS = ("x1", "x2", "x3")


def marked(count: int, *, loose: int = 0) -> Referral:
    """A referral with so many marks over three occasions, and some more in none."""
    referral = small()
    infant = msgspec.structs.replace(
        referral.children[0], id=INFANT_ID, first_names="Pip",
        date_of_birth=on(TODAY - timedelta(days=300)), upn=None, referred=False,
    )  # fmt: skip
    return msgspec.structs.replace(
        referral,
        children=(*referral.children, infant),
        examinations=tuple(map(_occasion, range(1, 4))),
        injuries=(
            *(_mark(n, _OCCASIONS[n % 3]) for n in range(count)),
            *(_mark(count + n, None) for n in range(loose)),
        ),
    )


def _occasion(n: int) -> Examination:
    return Examination(
        id=f"x{n}",
        child=CHILD_ID if n < 3 else INFANT_ID,
        when=on(TODAY - timedelta(days=9 * (4 - n)), time="09:20"),
        where="The medical room",
        seen_by="Ifeoma Teasel, school nurse",
        present="Class teacher",
        note="Seen when the sleeves were rolled up for painting." if n == 1 else None,
    )


def _mark(n: int, occasion: str | None) -> Injury:
    child = INFANT_ID if occasion == "x3" else CHILD_ID
    view = next(one for at, one in enumerate(cycle(VIEWS)) if at == n // 3)
    sheet = plate(view, INFANT if child == INFANT_ID else CHILD)
    assert sheet is not None
    region = sheet.regions[(5 * n + 9) % len(sheet.regions)]
    x, y = sheet.middle_of(region)
    return Injury(
        id=f"i{n}",
        child=child,
        examination=occasion,
        site=region.site,
        view=view,
        x=x,
        y=y,
        kind=("bruise", "scratch", "burn", "bite")[n % 4],
        size=f"{n + 1} cm across",
        colour="purple, yellow at the edge" if n % 2 else NotKnown(),
        shape="oval" if n % 3 else None,
        seen_on=None if occasion else on(TODAY),
        seen_by=None if occasion else "Nnamdi Larkspur",
        explanation=f"I fell off the wall {n + 1} times." if n % 2 else "“The dog.”",
        explained_by="The child, to the nurse",
    )
