"""How a slot holds the keys: sealed for its own secret, enclosed so that only it can open them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.vault import enclosing, keys
from ffd_desktop.vault.enclosing import Inside, PrivateKey
from ffd_desktop.vault.keys import DataKey, RootKey, VaultKeys

KEK, NONCE, FACTS = bytes(range(32)), bytes(12), b"facts"
KEYS = VaultKeys(DataKey.fresh(), RootKey.fresh())
INSIDE = Inside(PrivateKey.fresh(), KEYS.root)
SEALED = enclosing.seal(INSIDE, kek=KEK, nonce=NONCE, facts=FACTS)
ENCLOSED = enclosing.enclose(KEYS, public_key=INSIDE.private.public(), facts=FACTS)


def test_what_was_sealed_comes_back_only_with_the_same_key_nonce_and_facts() -> None:
    assert enclosing.unseal(SEALED, kek=KEK, nonce=NONCE, facts=FACTS) == INSIDE
    assert enclosing.unseal(SEALED, kek=bytes(32), nonce=NONCE, facts=FACTS) is None
    assert enclosing.unseal(SEALED, kek=KEK, nonce=bytes([1] * 12), facts=FACTS) is None
    assert enclosing.unseal(SEALED, kek=KEK, nonce=NONCE, facts=b"fact") is None
    assert enclosing.unseal(SEALED[:-1], kek=KEK, nonce=NONCE, facts=FACTS) is None


def test_what_was_enclosed_opens_for_its_own_slot_and_facts_only() -> None:
    assert enclosing.disclose(ENCLOSED, INSIDE, facts=FACTS) == KEYS
    other = Inside(PrivateKey.fresh(), KEYS.root)
    assert enclosing.disclose(ENCLOSED, other, facts=FACTS) is None
    assert enclosing.disclose(ENCLOSED, INSIDE, facts=b"fact") is None


@given(st.integers(0, len(ENCLOSED) - 1), st.integers(1, 255))
def test_a_flipped_byte_in_what_was_enclosed_opens_nothing(at: int, by: int) -> None:
    flipped = bytearray(ENCLOSED)
    flipped[at] ^= by
    assert enclosing.disclose(bytes(flipped), INSIDE, facts=FACTS) is None


def test_a_key_that_nobody_of_the_vault_vouched_for_is_not_taken() -> None:
    strangers = VaultKeys(DataKey.fresh(), RootKey.fresh())
    false = enclosing.enclose(strangers, public_key=INSIDE.private.public(), facts=FACTS)
    assert enclosing.disclose(false, INSIDE, facts=FACTS) is None


@pytest.mark.parametrize("secret", [KEYS.data, KEYS.root, INSIDE.private])
def test_neither_the_sealed_nor_the_enclosed_holds_a_key(secret: keys.SecretKey) -> None:
    assert secret.reveal() not in SEALED + ENCLOSED
    assert secret.reveal().hex() not in repr((KEYS, INSIDE))
    assert repr(secret.reveal()) not in repr((KEYS, INSIDE))


def test_the_key_of_before_is_given_back_to_a_holder_of_the_new_one_only() -> None:
    former, now = DataKey.fresh(), DataKey.fresh()
    put_by = enclosing.put_by(former, now)
    assert enclosing.taken_back(put_by, now) == former
    assert enclosing.taken_back(put_by, DataKey.fresh()) is None
    assert enclosing.taken_back(put_by[:-1], now) is None
    assert former.reveal() not in put_by
