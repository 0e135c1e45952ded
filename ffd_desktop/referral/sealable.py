"""What of a referral is sealed: what is sent, without the answers that come after sending.

Those (section T), and what colleagues say to each other, are written when the rest is frozen.
What is sealed and what the store guards both follow this one place.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from ffd_desktop.referral.after import After
from ffd_desktop.referral.commenting import COMMENTS, as_sent
from ffd_desktop.referral.model import Referral

_AFTER: Final = "after"
_STAY: Final = frozenset({_AFTER, COMMENTS})


def as_sealed(referral: Referral) -> Referral:
    """Give a referral as it is sealed; twice gives the same."""
    sent = as_sent(referral)
    origins = {path: one for path, one in sent.origins.items() if is_sealed(path)}
    return msgspec.structs.replace(sent, after=After(), origins=origins)


def is_sealed(path: str) -> bool:
    """Say whether the answer at a path is a part of what is sealed."""
    return re.split(r"[.\[]", path, maxsplit=1)[0] not in _STAY
