"""Submissions for tests of the portal itself, made without any code of the program."""

from __future__ import annotations

import base64
import json
import secrets
from typing import Any

from joserfc import jwe
from joserfc.jwk import ECKey

from tests.reference_portal.opening import digest
from tests.reference_portal.server import Portal


def package(key: str, content: bytes = b'{"invented": true}', **changes: Any) -> dict[str, Any]:
    """A package that holds; `changes` make it hold less."""
    paper = b"%PDF-1.7 invented"
    return {
        "package": 1,
        "key": key,
        "reference": "FFD-2026-0001",
        "number": 1,
        "content": base64.b64encode(content).decode(),
        "content_digest": digest(content),
        "documents": [
            {
                "role": "referral",
                "name": "FFD-2026-0001.pdf",
                "media_type": "application/pdf",
                "digest": digest(paper),
                "data": base64.b64encode(paper).decode(),
            }
        ],
        **changes,
    }


def sealed(portal: Portal, what: object) -> bytes:
    """Encrypt something to the portal's key."""
    header = {"alg": "ECDH-ES", "enc": "A256GCM", "cty": "application/vnd.ffd.package+json"}
    key = ECKey.import_key(portal.opener.public_key)
    return jwe.encrypt_compact(header, json.dumps(what).encode(), key).encode()


def headers(portal: Portal, key: str, body: bytes, **changes: str) -> dict[str, str]:
    """The headers of a submission by somebody who is signed in."""
    return {
        "Authorization": f"Bearer {portal.sign_ins.tokens('dsl@example.sch.uk')['access_token']}",
        "Content-Type": "application/jose",
        "Idempotency-Key": f'"{key}"',
        "Repr-Digest": digest(body),
        **changes,
    }


def new_key() -> str:
    """A key as the protocol wants it."""
    return secrets.token_hex(16)
