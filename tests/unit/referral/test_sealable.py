"""What comes after sending, and what colleagues say, is not sealed; everything else is."""

from hypothesis import given

from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.paths import field_defaults
from ffd_desktop.referral.sealable import as_sealed, is_sealed
from tests.builders import referrals as built
from tests.builders.generated import referrals

OUTSIDE = {"after", "comments"}


def test_what_came_back_is_not_in_what_was_sealed() -> None:
    marked = put("after.outcome", "zzsecretzz", origin=Origin("roll", "2026-11-20"))
    referral = replay(built.small(), [marked, put("after.council_reference", "zzsecretzz")])
    assert as_sealed(referral) == as_sealed(built.small())
    assert b"zzsecretzz" not in codec.encode(as_sealed(referral))


@given(referrals())
def test_everything_else_is(referral: Referral) -> None:
    sent = as_sealed(referral)
    kept = [name for name in field_defaults(Referral) if name not in {*OUTSIDE, "origins"}]
    assert all(getattr(sent, name) == getattr(referral, name) for name in kept)
    assert as_sealed(sent) == sent


def test_a_path_tells_whether_it_is_sealed() -> None:
    assert not is_sealed("after.outcome")
    assert not is_sealed("after.chases[c1].who")
    assert not is_sealed("after")
    assert not is_sealed("comments[c1].text")
    for path in (
        "children[c1].name",
        "local[after]",
        "afterwards",
        "commentsx",
        "concern.what_happened",
    ):
        assert is_sealed(path)
