"""The checks as the draft screen sees them: one function from a referral to what is to be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from ffd_desktop.checking.answering import Answered
from ffd_desktop.checking.findings import Finding, look_over
from ffd_desktop.checking.passages import Memory
from ffd_desktop.checking.progress import SectionState, section_states
from ffd_desktop.councils.forms import Form
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.referral.model import Referral


class Checked(msgspec.Struct, frozen=True):
    """What the checks say now.

    Attributes:
        findings: What is to put right, in the order of the form.
        states: The state of each section, by its key.
        answered: What a reason answers.
        unasked: Folded words that may be full names, for the roll to be asked.
    """

    findings: tuple[Finding, ...] = ()
    states: Mapping[str, SectionState] = {}
    answered: tuple[Answered, ...] = ()
    unasked: tuple[str, ...] = ()


Checker = Callable[[Referral], Checked]


def checker(form: Form, pack: Pack, clock: Clock, memory: Memory) -> Checker:
    """Make the function that checks a referral as of the clock's day."""

    def look(referral: Referral) -> Checked:
        today = clock.now().date()
        found = look_over(referral, form, pack, today=today, memory=memory)
        states = section_states(referral, form, found.findings)
        return Checked(found.findings, states, found.answered, found.unasked)

    return look
