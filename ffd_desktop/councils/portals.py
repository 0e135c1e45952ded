"""Where a council takes referrals by the open protocol, as its pack says. Speaks to nobody."""

from __future__ import annotations

from typing import Final

from ffd_desktop.councils.forms import Value
from ffd_desktop.councils.tables import Place

_SECURE: Final = "https://"
_KEYS: Final = (("EC", "P-256"), ("OKP", "X25519"))
_URLS: Final = ("base_url", "authorize_url", "token_url")


class PortalTable(Value, frozen=True):
    """A council’s portal that speaks the protocol of resources/portal/openapi.yaml.

    Attributes:
        key: The council’s public key as a JWK (RFC 7517): a P-256 or an X25519 key.
        source: Where all of this is published.
    """

    base_url: str
    authorize_url: str
    token_url: str
    client_id: str
    key: dict[str, str]
    source: str


def prove_portal(portal: PortalTable, place: Place) -> None:
    """Note every mistake in what a pack says of a portal."""
    for name in _URLS:
        if not getattr(portal, name).startswith(_SECURE):
            place.wrong(name, f"does not begin with {_SECURE}")
    if (portal.key.get("kty"), portal.key.get("crv")) not in _KEYS:
        place.wrong("key", "is neither a P-256 nor an X25519 key")
    if "d" in portal.key:
        place.wrong("key", "holds the private part, which belongs to the council alone")
