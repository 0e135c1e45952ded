"""Proving a secret by the keys in memory: right ones pass, wrong ones make the next one wait."""

import pytest

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import slots
from ffd_desktop.vault.at_hand import ProvesAtHand
from ffd_desktop.vault.keys import DataKey, RootKey, VaultKeys
from ffd_desktop.vault.keysfile import KeysFile
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Secret, Staff
from tests.builders.vaults import CHEAP

KEYS = VaultKeys(DataKey.fresh(), RootKey.fresh())
CODE, PASSPHRASE = RecoveryCode.fresh(), "kettle violin moss"
VAULT, AT = slots.new_vault_id(), "2026-11-20T09:00:00+00:00"
CONTENT = KeysFile(
    VAULT,
    AT,
    1,
    (
        slots.passphrase_slot(
            KEYS, PASSPHRASE, vault_id=VAULT, staff=Staff("Rhiannon"), cost=CHEAP, at=AT
        ),
        slots.recovery_slot(KEYS, CODE, vault_id=VAULT, at=AT),
    ),
)


class Guesser:
    """Guesses at a vault in memory, by a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self._proves = ProvesAtHand(VAULT, lambda: self.now)

    def code_of(self, secret: Secret) -> str:
        """Give the code of the problem that a guess meets; empty for none."""
        try:
            self._proves.prove(secret, CONTENT, KEYS.data)
        except ProblemForPerson as problem:
            return problem.code
        return ""


@pytest.mark.parametrize("secret", [PASSPHRASE, CODE])
def test_either_secret_is_proved(secret: Secret) -> None:
    assert Guesser().code_of(secret) == ""


def test_each_wrong_guess_makes_the_next_one_wait_longer() -> None:
    guesser = Guesser()
    for pause in (1, 2, 4, 8):
        assert guesser.code_of("wrong wrong wrong") == "wrong_passphrase"
        guesser.now += pause - 0.1
        assert guesser.code_of(PASSPHRASE) == "wait_before_guessing"
        guesser.now += 0.2


def test_a_wrong_code_counts_as_a_wrong_guess() -> None:
    guesser = Guesser()
    assert guesser.code_of(RecoveryCode.fresh()) == "wrong_recovery_code"
    assert guesser.code_of(PASSPHRASE) == "wait_before_guessing"


def test_the_right_secret_ends_the_waiting() -> None:
    guesser = Guesser()
    guesser.code_of("wrong wrong wrong")
    guesser.now += 1
    assert guesser.code_of(PASSPHRASE) == ""
    assert guesser.code_of("wrong wrong wrong") == "wrong_passphrase"


def test_a_slot_that_gives_another_key_proves_nothing() -> None:
    with pytest.raises(ProblemForPerson):
        ProvesAtHand(VAULT, lambda: 0.0).prove(PASSPHRASE, CONTENT, DataKey.fresh())
