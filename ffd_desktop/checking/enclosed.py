"""Files that are to go inside the PDF, and what they tell of others."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look

OTHERS = Rule(
    "enclosed.others",
    Grade.SHOULD,
    "What is about somebody else goes no further than it has to.",
    "Published English referral forms",
)


def enclosed(look: Look) -> Iterator[Finding]:
    """Find files for the PDF that hold data about somebody else which is not blacked out."""
    for one in look.referral.attachments:
        if not one.file or one.embed is not True:
            continue
        if one.third_party_data is not True or one.redacted is True:
            continue
        yield from look.say(
            OTHERS,
            f"attachments[{one.id}].redacted",
            what="A file that goes inside the PDF holds data about somebody else, not blacked out.",
            how="Black it out and add that file, or leave it out of the PDF.",
            item=one,
        )
