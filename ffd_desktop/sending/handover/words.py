"""Notes of handing over in words, the same on screen and on the command line."""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.exporting.seal import short
from ffd_desktop.referral.dates import MONTHS
from ffd_desktop.sending.handover.notes import Confirmed, HandedOver, Noted, TakenIn

SOMEBODY = "somebody who is not named"


def said(noted: Noted) -> str:
    """Say one note, without when."""
    match noted:
        case HandedOver():
            return f"Handed over to {noted.to or SOMEBODY}. Package {short(noted.digest)}"
        case TakenIn():
            school = noted.school or "a school that is not named"
            return (
                f"Taken in from {school}, packed by {noted.sent_by}; {noted.reference} there. "
                f"Package {short(noted.digest)}"
            )
        case Confirmed():
            who = f"{noted.person}, {noted.school}" if noted.school else noted.person
            return f"They have it: {who}, since {_day(noted.received_at)}"


def _day(iso: str) -> str:
    """Say a day; a receipt comes from elsewhere and may say anything."""
    try:
        day = datetime.fromisoformat(iso)
    except ValueError:
        return iso[:10]
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
