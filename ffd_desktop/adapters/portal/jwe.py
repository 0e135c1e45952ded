"""Encrypting a package to a council's public key: a compact JWE (RFC 7516), ECDH-ES and A256GCM."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.sending.package import MEDIA_TYPE

_ALGORITHMS: Final = ["ECDH-ES", "A256GCM"]


def encrypted(package: bytes, key: Mapping[str, str]) -> bytes:
    """Encrypt a package to the council's key, as its pack holds it.

    SECURITY: the header stays in the clear. Nothing of the referral, and no digest of it, goes
    into it.

    Raises:
        ProblemForPerson: ``portal_key``: the key is none that this protocol knows.
    """
    header = {"alg": "ECDH-ES", "enc": "A256GCM", "cty": MEDIA_TYPE}
    try:
        public = _KINDS[key["kty"]].import_key(dict(key))
        if "kid" in key:
            header["kid"] = key["kid"]
        return jwe.encrypt_compact(header, package, public, algorithms=_ALGORITHMS).encode()
    except (JoseError, KeyError, ValueError):
        raise ProblemForPerson(
            "It was not sent: the key in the council pack is not one that this program can use. "
            "The sealed referral is safe.",
            "Phone the council, and ask your IT support for the newest council pack.",
            "portal_key",
        ) from None


_KINDS: Final[Mapping[str, type[ECKey | OKPKey]]] = {"EC": ECKey, "OKP": OKPKey}
