"""Opening what came in: the JWE with the council's private key, then the package, checked."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import Any

import yaml
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from jsonschema import Draft202012Validator

from tests.reference_portal.places import OPENAPI
from tests.reference_portal.problems import Refusal

_ALGORITHMS = ["ECDH-ES", "A256GCM"]


class Opener:
    """Holds the council's private key."""

    def __init__(self) -> None:
        self._key = ECKey.generate_key("P-256", {"use": "enc", "alg": "ECDH-ES"})
        self._key.ensure_kid()
        self._registry = jwe.JWERegistry(algorithms=_ALGORITHMS)
        self._registry.max_ciphertext_length = 100_000_000
        self._registry.max_plaintext_length = 100_000_000

    @property
    def public_key(self) -> dict[str, Any]:
        """The key as the council pack holds it."""
        return dict(self._key.as_dict(private=False))

    def open(self, body: bytes, key: str) -> tuple[dict[str, Any], str]:
        """Give the package of a submission, and the digest of its content.

        Raises:
            Refusal: It cannot be opened, or is not what it says it is.
        """
        try:
            opened = jwe.decrypt_compact(body, self._key, registry=self._registry)
            package = json.loads(opened.plaintext or b"")
        except (JoseError, ValueError):
            raise Refusal(
                422,
                "cannot-open",
                "The portal could not open it with the council’s key. Ask your IT support for the "
                "newest council pack, and phone the council meanwhile.",
                final=True,
            ) from None
        if next(_SCHEMA.iter_errors(package), None) is not None:
            raise _bad("The package is not in the form that the portal knows.")
        if package["key"] != key:
            raise _bad("The package was made for another submission.")
        content = _decoded(package["content"])
        if package["content_digest"] != digest(content):
            raise _bad("The words in the package are not those that were sealed.")
        if any(one["digest"] != digest(_decoded(one["data"])) for one in package["documents"]):
            raise _bad("A document in the package is not the one that was sealed.")
        return package, digest(content)


def digest(data: bytes) -> str:
    """A SHA-256 digest in the form of RFC 9530."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise _bad("The package holds something that is no base64.") from None


def _bad(words: str) -> Refusal:
    return Refusal(422, "bad-package", f"{words} Nothing was stored.", final=True)


def _schema() -> Draft202012Validator:
    whole = yaml.safe_load(OPENAPI.read_text(encoding="utf-8"))
    return Draft202012Validator(
        {"$ref": "#/components/schemas/Package", "components": whole["components"]}
    )


_SCHEMA = _schema()
