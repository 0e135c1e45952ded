"""Destroying a record: with a reason, and never while somebody holds it."""

from __future__ import annotations

import msgspec
import pytest

from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.ports import By
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.after import After
from tests.builders import referrals
from tests.fakes.referral_store import FakeReferralStore

BY = By("Rhiannon Tanglewood", "shelf", "2026-11-26T09:00:00.000Z")


def kept(after: After) -> tuple[FakeReferralStore, str]:
    store = FakeReferralStore()
    referral = msgspec.structs.replace(referrals.typical(), after=after)
    store.create(referral, by=BY)
    return store, referral.id


def test_nothing_is_destroyed_without_a_reason() -> None:
    store, referral = kept(After())
    with pytest.raises(ProblemForPerson) as found:
        shelf.destroy(store, referral, reason="  ", by=BY)
    assert found.value.code == "reason_missing"
    shelf.destroy(store, referral, reason="written about the wrong child", by=BY)
    assert store.shelf() == ()


def test_a_held_record_is_not_destroyed_whatever_the_reason() -> None:
    store, referral = kept(After(hold=True))
    with pytest.raises(ProblemForPerson) as found:
        shelf.destroy(store, referral, reason="25 years have passed", by=BY)
    assert found.value.code == "record_held"
    assert len(store.shelf()) == 1
