"""The JWE that is sent can be opened by the RFCs alone, without the library that made it."""

import base64
import json

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash

from ffd_desktop.adapters.portal.jwe import encrypted
from ffd_desktop.problems import ProblemForPerson

WORDS = b'{"package": 1, "content": "Dragonfly marmalade"}'
P256, X25519 = ec.generate_private_key(ec.SECP256R1()), x25519.X25519PrivateKey.generate()


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def jwk(key: ec.EllipticCurvePrivateKey | x25519.X25519PrivateKey) -> dict[str, str]:
    if isinstance(key, x25519.X25519PrivateKey):
        return {"kty": "OKP", "crv": "X25519", "x": b64(key.public_key().public_bytes_raw())}
    numbers = key.public_key().public_numbers()
    x, y = (b64(one.to_bytes(32, "big")) for one in (numbers.x, numbers.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y, "kid": "council-2026"}


def agreed(key: ec.EllipticCurvePrivateKey | x25519.X25519PrivateKey, epk: dict[str, str]) -> bytes:
    if isinstance(key, x25519.X25519PrivateKey):
        return key.exchange(x25519.X25519PublicKey.from_public_bytes(unb64(epk["x"])))
    x, y = (int.from_bytes(unb64(epk[name]), "big") for name in "xy")
    return key.exchange(ec.ECDH(), ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key())


@pytest.mark.parametrize("key", [P256, X25519], ids=["P-256", "X25519"])
def test_it_opens_by_rfc_7516_and_rfc_7518_alone(key) -> None:
    header, wrapped, nonce, words, tag = encrypted(WORDS, jwk(key)).decode().split(".")
    told = json.loads(unb64(header))
    assert (told["alg"], told["enc"], wrapped) == ("ECDH-ES", "A256GCM", "")
    name = b"A256GCM"
    info = len(name).to_bytes(4, "big") + name + bytes(8) + (256).to_bytes(4, "big")
    secret = ConcatKDFHash(hashes.SHA256(), 32, info).derive(agreed(key, told["epk"]))
    opened = AESGCM(secret).decrypt(unb64(nonce), unb64(words) + unb64(tag), header.encode())
    assert opened == WORDS


def test_the_header_in_the_clear_says_nothing_of_what_is_inside() -> None:
    made = encrypted(WORDS, jwk(P256)).decode()
    told = json.loads(unb64(made.split(".")[0]))
    assert told.keys() == {"alg", "enc", "cty", "kid", "epk"}
    assert told["kid"] == "council-2026"


def test_no_two_are_alike() -> None:
    assert encrypted(WORDS, jwk(P256)) != encrypted(WORDS, jwk(P256))


@pytest.mark.parametrize(
    "changes",
    [{"kty": "RSA"}, {"x": "AAAA"}, {"crv": "P-999"}, {"y": ""}],
    ids="-".join,
)
def test_a_key_that_is_none_is_told_in_words(changes: dict[str, str]) -> None:
    with pytest.raises(ProblemForPerson) as raised:
        encrypted(WORDS, {**jwk(P256), **changes})
    assert raised.value.code == "portal_key"
