"""Locks a finished PDF with a passphrase: AES-256, revision 6 of ISO 32000-2, by qpdf.

In memory alone: what is given back is ciphertext, and nothing plain is written anywhere. Pages,
tags, bookmarks and files inside stay as they are; title, author and metadata are encrypted too.
"""

from __future__ import annotations

import secrets
from io import BytesIO
from typing import Final

REVISION: Final = 6
_ID_BYTES: Final = 16


def encrypt(data: bytes, passphrase: str) -> bytes:
    """Give the same paper, to be opened with a passphrase.

    The passphrase is the owner's too. A second one that nobody knows would only keep a council
    from filing the paper without a passphrase; screen readers may read it, as anybody may who
    opens it.
    """
    import pikepdf  # takes a tenth of a second, and few papers are encrypted

    made = BytesIO()
    locked = pikepdf.Encryption(
        owner=passphrase, user=passphrase, R=REVISION, aes=True, metadata=True
    )
    with pikepdf.open(BytesIO(data)) as pdf:
        # SECURITY: the identity of before is a digest of the pages, and stands in plain.
        pdf.trailer.ID = pikepdf.Array([secrets.token_bytes(_ID_BYTES)] * 2)
        pdf.save(made, encryption=locked, fix_metadata_version=False)
    return made.getvalue()
