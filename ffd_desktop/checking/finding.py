"""What a check has to say: findings, each with its grade, place, reason, source and next step.

A finding speaks; it never stops writing, saving or printing.
"""

from __future__ import annotations

from ffd_desktop.councils.pack import Grade
from ffd_desktop.referral.private import Private

__all__ = ["Finding", "Grade", "Rule"]


class Rule(Private, frozen=True):
    """What never changes about a finding: its name, its weight, and on whose word it speaks.

    Attributes:
        is_gap: Whether it only says that something is not there yet.
        answerable: Whether a reason answers it, which is kept with the sentence.
        printed: Whether that reason is printed and sent; else it stays with the record.
        can_wait: Whether it may be told a day later where a child is in danger now.
    """

    name: str
    grade: Grade
    why: str
    source: str
    is_gap: bool = False
    answerable: bool = False
    printed: bool = False
    can_wait: bool = False


class Finding(Private, frozen=True):
    """One thing to put right in a referral.

    Attributes:
        rule: Stable name of the rule, such as ``needed.consent_decision``.
        grade: Must, should or could.
        path: The answer it speaks of; an item or a list when no single answer is at fault.
        section: Key of the section where it is put right; empty when the form has none.
        what: What was found, in calm words. May name a child: never for logs.
        why: Why it matters.
        source: Which document says so, and where.
        how: What to do.
        is_gap: Whether it only says that something is not there yet.
        answerable: Whether a reason answers it, which is kept with the sentence.
        printed: Whether that reason is printed and sent; else it stays with the record.
        can_wait: Whether it may be told a day later where a child is in danger now.
        about: Tells apart several findings of one rule about one path; mostly empty.
    """

    rule: str
    grade: Grade
    path: str
    section: str
    what: str
    why: str
    source: str
    how: str
    is_gap: bool = False
    answerable: bool = False
    printed: bool = False
    can_wait: bool = False
    about: str = ""

    @property
    def id(self) -> str:
        """The same for the same matter from one check to the next."""
        return f"{self.rule}:{self.path}" + (f":{self.about}" if self.about else "")
