"""All checks of a referral against a form: the families of rules, run in one look.

A finding speaks; nothing here stops writing, saving, printing or sending.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ffd_desktop.checking.abbreviations import abbreviations
from ffd_desktop.checking.answering import Answered, answers_among
from ffd_desktop.checking.area import area
from ffd_desktop.checking.belonging import belonging
from ffd_desktop.checking.clarity import clarity
from ffd_desktop.checking.compiled import compile_form
from ffd_desktop.checking.consent import consent
from ffd_desktop.checking.dates import dates
from ffd_desktop.checking.days_ahead import days_ahead
from ffd_desktop.checking.deaths import deaths
from ffd_desktop.checking.emergency import first_things
from ffd_desktop.checking.enclosed import enclosed
from ffd_desktop.checking.evidence import evidence
from ffd_desktop.checking.family import family
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.guidance import guidance
from ffd_desktop.checking.homes import homes
from ffd_desktop.checking.kin import kin
from ffd_desktop.checking.levels import levels
from ffd_desktop.checking.looking import Look
from ffd_desktop.checking.marks import marks
from ffd_desktop.checking.needed import needed
from ffd_desktop.checking.open_case import open_case
from ffd_desktop.checking.opinion import opinion
from ffd_desktop.checking.passages import Memory
from ffd_desktop.checking.pasted import pasted
from ffd_desktop.checking.routes import routes
from ffd_desktop.checking.sameness import sameness
from ffd_desktop.checking.strangers import strangers
from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

__all__ = [
    "FAMILIES",
    "Finding",
    "Grade",
    "Looked",
    "Rule",
    "by_grade",
    "check",
    "is_ready",
    "look_over",
]

FAMILIES: tuple[Callable[[Look], Iterator[Finding]], ...] = (
    needed, consent, levels, guidance, evidence, family,
    area, belonging, homes, kin, deaths, marks, sameness, enclosed,
    dates, clarity, routes, open_case, opinion, abbreviations, days_ahead, pasted,
    strangers,
)  # fmt: skip


class Looked(Private, frozen=True):
    """What a look over a referral gives.

    Attributes:
        findings: What is to put right.
        answered: What a reason answers.
        unasked: Folded words that may be full names, for the roll to be asked.
    """

    findings: tuple[Finding, ...] = ()
    answered: tuple[Answered, ...] = ()
    unasked: tuple[str, ...] = ()


def check(
    referral: Referral, form: Form, pack: Pack, *, today: date, memory: Memory | None = None
) -> tuple[Finding, ...]:
    """Check a referral against a form of a pack, as of a day; give what nobody has answered.

    ``memory`` is that of whoever checks one draft again and again.

    Gives the findings in the order of the form's sections; the same referral on the same day
    always gives the same findings.
    """
    return look_over(referral, form, pack, today=today, memory=memory).findings


def look_over(
    referral: Referral, form: Form, pack: Pack, *, today: date, memory: Memory | None = None
) -> Looked:
    """Check a referral, and tell apart what a reason answers already."""
    compiled = compile_form(form)
    memory = memory or Memory()
    look = Look(referral, compiled, pack, today, memory)
    found = {one.id: one for rules in FAMILIES for one in rules(look)}
    answered = answers_among(found.values(), referral.replies)
    for one in answered:
        del found[one.finding.id]
    said = first_things(look, found.values())
    return Looked(
        findings=tuple(sorted(said, key=lambda one: compiled.rank[one.section])),
        answered=tuple(sorted(answered, key=lambda one: compiled.rank[one.finding.section])),
        unasked=memory.unasked(look.passages),
    )


def by_grade(findings: Iterable[Finding]) -> dict[Grade, tuple[Finding, ...]]:
    """Group findings by grade: must, should, could; each there even when empty."""
    all_of_them = tuple(findings)
    return {grade: tuple(one for one in all_of_them if one.grade is grade) for grade in Grade}


def is_ready(findings: Iterable[Finding]) -> bool:
    """Tell whether no "must" is left; it informs and stops nothing."""
    return not any(one.grade is Grade.MUST for one in findings)
