"""The wrapping of the data key."""

import pickle
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import keys
from ffd_desktop.vault.keys import Argon2Cost, DataKey

CHEAP = Argon2Cost(64, 1, 1)
SALT = bytes(16)


def test_argon2id_gives_the_answer_of_rfc_9106() -> None:
    # RFC 9106 section 5.3 has a secret and associated data, which PyCA takes as well.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derived = Argon2id(
        salt=bytes([2] * 16),
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=bytes([4] * 12),
        secret=bytes([3] * 8),
    ).derive(bytes([1] * 32))
    expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    assert derived.hex() == expected


def test_hkdf_gives_the_answer_of_rfc_5869_cut_to_32_bytes() -> None:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    secret, salt = bytes([0x0B] * 22), bytes(range(13))
    whole = HKDF(SHA256(), 42, salt, bytes(range(0xF0, 0xFA))).derive(secret)
    assert whole.hex().startswith(
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
    )
    ours = keys.hkdf(secret, salt=salt, info="purpose")
    assert ours == HKDF(SHA256(), 32, salt, b"purpose").derive(secret)


@pytest.mark.parametrize(
    "typed", ["caf\u00e9 au lait", "cafe\u0301 au lait", " caf\u00e9  au lait "]
)
def test_the_same_passphrase_typed_on_other_keyboards_gives_the_same_key(typed: str) -> None:
    first = keys.argon2id("caf\u00e9 au lait", salt=SALT, cost=CHEAP)
    assert keys.argon2id(typed, salt=SALT, cost=CHEAP) == first


def test_case_matters_in_a_passphrase() -> None:
    lower = keys.argon2id("quiet", salt=SALT, cost=CHEAP)
    assert keys.argon2id("Quiet", salt=SALT, cost=CHEAP) != lower


@pytest.mark.parametrize(
    "cost",
    [
        Argon2Cost(1024 * 1024 + 1, 1, 1),
        Argon2Cost(64, 11, 1),
        Argon2Cost(1024, 1, 17),
        Argon2Cost(0, 1, 1),
        Argon2Cost(64, 0, 1),
        Argon2Cost(64, 1, 0),
        Argon2Cost(-5, -5, -5),
    ],
)
def test_a_cost_that_no_vault_of_ours_has_is_refused_before_it_runs(cost: Argon2Cost) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        keys.argon2id("passphrase", salt=SALT, cost=cost)
    assert caught.value.code == "keys_damaged"


def test_a_data_key_shows_nothing_of_itself() -> None:
    data_key = DataKey(bytes(range(32)))
    assert "0102" not in repr(data_key) + str(data_key)
    assert repr(bytes(range(32))) not in repr(data_key)
    with pytest.raises(TypeError):
        pickle.dumps(data_key)


def test_a_data_key_has_32_bytes() -> None:
    with pytest.raises(ValueError):
        DataKey(bytes(31))


@given(st.text(max_size=20), st.text(max_size=20))
def test_purposes_give_unrelated_keys(one: str, other: str) -> None:
    data_key = DataKey(bytes(range(32)))
    assert (data_key.derive(one) == data_key.derive(other)) == (one == other)


def test_two_passphrases_can_be_tried_at_the_same_time() -> None:
    cost = Argon2Cost(8 * 1024, 3, 2)
    threads = [
        threading.Thread(
            target=keys.argon2id,
            args=("a passphrase",),
            daemon=True,
            kwargs={"salt": bytes(16), "cost": cost},
        )
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)
