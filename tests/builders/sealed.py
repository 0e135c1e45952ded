"""Sealed referrals and addenda for tests of what keeps and sends them; the PDF is only bytes."""

from collections.abc import Iterable

from ffd_desktop.councils.pack import Grade
from ffd_desktop.drafting.files import PIECE
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.sending.canonical import canonical, digest_of
from ffd_desktop.sending.sealed import LeavingCopy, Sealed, StoodFinding
from tests.builders.vaults import STAFF

PDF = b"%PDF-1.7 not really one \xe2\x80\x99" * (PIECE // 24)
FINDING = StoodFinding("needed.consent_decision", Grade.MUST, "consent.decision", "Not said.")


def sealed(
    referral: Referral, *, number: int = 1, copies: Iterable[LeavingCopy] = (), text: str = ""
) -> Sealed:
    """Seal a referral as it stands, or an addendum to it, without a store."""
    content = canonical({"text": text}) if number > 1 else canonical(as_sealed(referral))
    return Sealed(
        id=f"sealed-{referral.id}-{number}",
        referral=referral.id,
        reference=referral.reference,
        number=number,
        digest=digest_of(content),
        pdf_digest=digest_of(PDF),
        pages=3,
        sealed_by=STAFF.name,
        sealed_at="2026-11-20T09:00:50.000Z",
        council=referral.council,
        form=referral.form,
        pack_version="1",
        findings=(FINDING,),
        attachments=tuple(copies),
        text=text,
        content=content,
        pdf=PDF,
    )


def copy_of(data: bytes, attachment: str = "a1", file: str = "file-1") -> LeavingCopy:
    """Give what is known of a copy that leaves."""
    name = f"FFD-2026-0001-{attachment}.jpg"
    return LeavingCopy(attachment, file, name, "image/jpeg", len(data), digest_of(data))
