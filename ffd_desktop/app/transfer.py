"""The transfer sheet of a referral. Reads no vault: it is given the referral."""

from __future__ import annotations

from ffd_desktop.app.papers import form_of
from ffd_desktop.app.program import Program
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.sheet import Page, is_own_order, pages_of


class TransferSheet(Private, frozen=True):
    """What is typed into the council's web form, page by page.

    Attributes:
        source: Where the order is from; empty when it is the order of the form in this program.
    """

    referral: str
    reference: str
    title: str
    source: str
    pages: tuple[Page, ...]


def sheet_of(program: Program, referral: Referral) -> TransferSheet:
    """Make the sheet of a referral as it is sent; comments of colleagues are on none."""
    pack, form = form_of(program, referral)
    sheet = None if is_own_order(pack, form) else pack.sheet(form.key)
    return TransferSheet(
        referral=referral.id,
        reference=referral.reference,
        title=sheet.title if sheet else form.title,
        source=sheet.source if sheet else "",
        pages=pages_of(as_sent(referral), form, pack, today=program.clock.now().date()),
    )
