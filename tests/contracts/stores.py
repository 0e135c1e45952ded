"""A store of referrals for the contracts of what lies beside them: the fake, then the vault's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ffd_desktop.problems import ProblemForPerson
from tests.builders import referrals as built
from tests.builders.vaults import by, new_vault
from tests.fakes.referral_store import FakeReferralStore

KINDS = ("fake", "vault")


@contextmanager
def a_store(kind: str, folder: Path) -> Iterator[FakeReferralStore]:
    """Give a store with one small referral in it; a vault is then proved sound."""
    if kind == "fake":
        fake = FakeReferralStore()
        fake.create(built.small(), by=by())
        yield fake
        return
    vault, _ = new_vault(folder)
    vault.referrals.create(built.small(), by=by())
    yield vault.referrals
    assert vault.verify().faults == ()
    vault.lock()


def code_of(use: Callable[[], object]) -> str:
    """Give the code of the problem that a call raises."""
    with pytest.raises(ProblemForPerson) as raised:
        use()
    return raised.value.code
