"""The format of vault.keys and what it notices."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import keysfile, slots
from ffd_desktop.vault.keys import Argon2Cost, DataKey, RootKey, VaultKeys
from ffd_desktop.vault.keysfile import Anchor, KeyringWay, KeysFile, SchoolWay, Slot, SlotFacts
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Staff

CHEAP = Argon2Cost(64, 1, 1)
AT = "2026-11-21T09:00:00Z"
DATA_KEY = DataKey(bytes(range(32)))
KEYS = VaultKeys(DATA_KEY, RootKey(bytes(range(32, 64))))
CODE = RecoveryCode("7RG69307GXZD7E2YCT3DEG8MG")
VAULT = "00" * 16


def content() -> KeysFile:
    staff = Staff("Rowan Mercer", "DSL")
    made = (
        slots.passphrase_slot(
            KEYS, "kettle violin moss", vault_id=VAULT, staff=staff, cost=CHEAP, at=AT
        ),
        slots.recovery_slot(KEYS, CODE, vault_id=VAULT, at=AT),
    )
    return KeysFile(VAULT, AT, 1, made, Anchor(3, bytes(32)))


DATA = keysfile.encode(content(), DATA_KEY)


def opened(data: bytes) -> keysfile.ReadKeys:
    read = keysfile.decode(data)
    assert read is not None
    return read


def test_what_is_written_reads_back_and_is_ours() -> None:
    read = opened(DATA)
    assert keysfile.encode(read.content, DATA_KEY) == DATA
    assert read.is_ours(DATA_KEY)
    assert not read.is_ours(DataKey.fresh())


@pytest.mark.parametrize("secret", ["kettle violin moss", CODE])
def test_each_secret_opens_its_slot(secret: slots.Secret) -> None:
    found = slots.open_keys(opened(DATA), secret)
    assert found.keys == KEYS
    assert found.is_ours


@pytest.mark.parametrize(
    ("secret", "code"),
    [
        ("kettle violin mos", "wrong_passphrase"),
        (RecoveryCode("0" * 25), "wrong_recovery_code"),
        (str(CODE), "wrong_passphrase"),
    ],
)
def test_a_wrong_secret_is_told_from_damage(secret: slots.Secret, code: str) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        slots.open_keys(opened(DATA), secret)
    assert caught.value.code == code


def test_neither_key_nor_passphrase_stands_in_the_file() -> None:
    import base64

    for secret in (DATA_KEY.reveal(), b"kettle violin", CODE.secret()):
        assert secret not in DATA
        assert base64.b64encode(secret)[:-4] not in DATA
        assert secret.hex().encode() not in DATA


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_any_flipped_byte_that_matters_is_damage(at: int, by: int) -> None:
    flipped = bytearray(DATA)
    flipped[at] ^= by
    try:
        read = keysfile.decode(bytes(flipped))
    except ProblemForPerson as problem:
        assert problem.code == "vault_too_new"  # noqa: PT017 - the version's own digit
        return
    assert read is None or read == opened(DATA)


@given(st.integers(0, len(DATA) - 3))
def test_a_cut_file_is_damage(at: int) -> None:
    assert keysfile.decode(DATA[:at]) is None


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reading(data: bytes) -> None:
    assert keysfile.decode(data) is None


def test_a_file_of_a_newer_format_is_left_alone() -> None:
    newer = json.loads(DATA)
    newer["version"], newer["something"] = 3, "new"
    with pytest.raises(ProblemForPerson) as caught:
        keysfile.decode(json.dumps(newer).encode())
    assert caught.value.code == "vault_too_new"


def doctored(change: dict[str, object]) -> bytes:
    """Meddle with the first slot's facts and put the open checksum right again."""
    read = opened(DATA)
    first, *rest = read.content.slots
    facts = msgspec.structs.replace(first.facts, **change)
    meddled = msgspec.structs.replace(
        read.content, slots=(msgspec.structs.replace(first, facts=facts), *rest)
    )
    checksum = keysfile._checksum(meddled, read.mac)
    sealed = keysfile._Sealed(keysfile.FORMAT, 2, meddled, read.mac, checksum)
    return msgspec.json.encode(sealed)


WAY = content().slots[0].facts.way


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Somebody Else"},
        {"role": "head"},
        {"id": "0" * 16},
        {"made_at": "2020-01-01T00:00:00Z"},
        {"way": msgspec.structs.replace(WAY, cost=Argon2Cost(64, 2, 1))},
        {"way": msgspec.structs.replace(WAY, cost=Argon2Cost(65, 1, 1))},
        {"way": msgspec.structs.replace(WAY, salt=bytes(16))},
        {"person": "f" * 16},
        {"public_key": bytes(32)},
    ],
)
def test_each_fact_of_a_slot_is_sealed_with_it(change: dict[str, object]) -> None:
    read = opened(doctored(change))
    with pytest.raises(ProblemForPerson) as caught:
        slots.open_keys(read, "kettle violin moss")
    assert caught.value.code == "wrong_passphrase"
    assert not slots.open_keys(read, CODE).is_ours


def test_a_slot_of_another_vault_does_not_belong() -> None:
    assert keysfile.decode(doctored({"vault_id": "11" * 16})) is None


def test_two_slots_of_one_name_do_not_belong() -> None:
    assert keysfile.decode(doctored({"id": opened(DATA).content.slots[1].facts.id})) is None


def test_a_doctored_cost_beyond_the_caps_never_runs() -> None:
    greedy = msgspec.structs.replace(WAY, cost=Argon2Cost(2**31, 2**31, 1))
    assert keysfile.decode(doctored({"way": greedy})) is None


def test_the_format_holds_the_slots_that_come_later() -> None:
    keyring = SlotFacts("b" * 16, VAULT, KeyringWay(bytes(16), "SecretService", "e"), "", "", AT)
    school = SlotFacts("c" * 16, VAULT, SchoolWay(bytes(16)), "", "", AT)
    old = content()
    more = (Slot(keyring, bytes(12), b"s"), Slot(school, bytes(12), b"s"))
    wider = msgspec.structs.replace(old, slots=(*old.slots, *more))
    read = opened(keysfile.encode(wider, DATA_KEY))
    assert read.content == wider
    assert slots.open_keys(read, CODE).keys == KEYS


def test_proof_wants_every_secret_and_the_mac() -> None:
    slots.prove(DATA, DATA_KEY, ["kettle violin moss", CODE])
    for data, key, proofs in (
        (DATA[:-9], DATA_KEY, [CODE]),
        (DATA, DataKey.fresh(), []),
        (DATA, DATA_KEY, [CODE, "another passphrase"]),
        (doctored({"name": "Somebody Else"}), DATA_KEY, [CODE]),
    ):
        with pytest.raises(ProblemForPerson) as caught:
            slots.prove(data, key, proofs)
        assert caught.value.code == "keys_unproved"


def test_ten_thousand_slots_share_no_salt_and_no_nonce() -> None:
    made = [slots.recovery_slot(KEYS, CODE, vault_id=VAULT, at=AT) for _ in range(10_000)]
    assert len({slot.nonce for slot in made}) == len(made)
    assert len({slot.facts.way.salt for slot in made if slot.facts.way}) == len(made)  # type: ignore[union-attr]
    assert len({slot.sealed for slot in made}) == len(made)
