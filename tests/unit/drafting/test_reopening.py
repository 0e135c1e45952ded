"""A new referral from a sealed one carries the family and the history, and is asked afresh."""

from __future__ import annotations

from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.drafting.reopening import reopened
from ffd_desktop.referral.after import After
from ffd_desktop.referral.consent import Consent
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Declaration, FirstCall, Referral
from tests.builders.comments import commented
from tests.builders.referrals import typical
from tests.builders.vaults import by
from tests.fakes.referral_store import FakeReferralStore

NEW = "FFD-2027-0003"


def sent(*edits: tuple[str, object]) -> Referral:
    told = (
        ("first_call.phoned", True),
        ("concern.immediate_danger", True),
        ("header.why_now", "It grew."),
        ("after.council_reference", "WCF/7/1"),
        *edits,
    )
    return replay(commented(typical()), [Edit(path, value) for path, value in told])


def test_the_family_and_what_is_known_of_it_come_along() -> None:
    old, new = sent(), reopened(sent(), new_id="r2", reference=NEW)
    for name in ("children", "people", "relationships", "addresses", "professionals"):
        assert getattr(new, name) == getattr(old, name)
    for name in ("statements", "events", "history", "help_tried", "attachments", "referrer"):
        assert getattr(new, name) == getattr(old, name)
    assert (new.id, new.reference) == ("r2", NEW)


def test_what_belonged_to_the_old_one_alone_is_asked_afresh() -> None:
    new = reopened(sent(), new_id="r2", reference=NEW)
    assert new.concern.immediate_danger is None
    assert (new.first_call, new.calls, new.consent) == (FirstCall(), (), Consent())
    assert (new.after, new.declaration, new.comments) == (After(), Declaration(), ())
    assert (new.header.why_now, new.header.completed, new.replies) == (None, None, ())


def test_it_names_the_old_one_and_what_that_one_named() -> None:
    assert reopened(sent(), new_id="r2", reference=NEW).header.linked_referrals == (
        f"{typical().reference} (the council’s WCF/7/1)"
    )
    linked = sent(("header.linked_referrals", "FFD-2024-0009"))
    named = reopened(linked, new_id="r2", reference=NEW).header.linked_referrals
    assert named == f"FFD-2024-0009; {typical().reference} (the council’s WCF/7/1)"


def test_a_copy_of_a_draft_names_nobody_and_keeps_every_answer() -> None:
    store = FakeReferralStore()
    store.create(sent(), by=by())
    made = shelf.copy(store, typical().id, by=by(1))
    assert made.header == sent().header
    assert made.first_call == sent().first_call


def test_a_copy_of_what_was_sent_and_put_away_is_a_new_referral() -> None:
    store = FakeReferralStore()
    store.create(sent(), by=by())
    store.set_state(typical().id, DraftState.SENT, by=by(1))
    shelf.archive(store, typical().id, by=by(2))
    made = shelf.copy(store, typical().id, by=by(3))
    assert typical().reference in str(made.header.linked_referrals)
    assert made.concern.immediate_danger is None
