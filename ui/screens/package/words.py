"""What the page that opens a package says."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.app.taking_in import Looked
from ffd_desktop.exporting.seal import short
from ffd_desktop.referral.naming import called
from ui.when import day_words

FIRST = (
    "A file that ends in .ffd, from another FFD Desktop. You see what is in it before anything is "
    "taken in. Its passphrase is told to you by another way, such as the telephone."
)
GAPS = "Gaps and hyphens do not matter."
SOUND = "All of it was looked at: nothing is missing, and everything is what its digests say."
AS_DRAFT = "It becomes a draft here, with a reference of its own, unsigned. You can write on."
AS_RECORD = "It stays what was sealed: nobody can change it here, and its reference stays."
SEND_BACK = "Send a receipt back, so that they know that you have it. It names no child."


def heading(looked: Looked) -> str:
    """Say what it is and from where."""
    what = "A sealed record" if looked.sealed else "A draft"
    return f"{what}, {looked.about.reference}, from {looked.about.school or 'a school not named'}"


def contents(looked: Looked, packed: str) -> str:
    """Say what is in it, a line for each thing; ``packed`` says when."""
    return "\n".join(f"•  {line}" for line in _lines(looked, packed))


def _lines(looked: Looked, packed: str) -> Iterator[str]:
    about = looked.about
    for_whom = f", for {about.to}" if about.to else ""
    yield f"Packed {packed} by {about.by}{for_whom}"
    children = looked.referral.referred_children()
    names = [called(child) or "a child without a name" for child in children]
    if names:
        yield f"About {', '.join(names)}"
    for one in looked.sealed:
        what = f"Addendum {one.number - 1}" if one.is_addendum else "The referral"
        when = day_words(one.sealed_at)
        yield f"{what}, sealed on {when} by {one.sealed_by}: {short(one.digest)}"
    count = len(looked.files)
    yield "No files" if not count else "1 file" if count == 1 else f"{count} files"
    if about.is_restricted:
        yield "There only some of the staff may read it; here only you, until you let others"
