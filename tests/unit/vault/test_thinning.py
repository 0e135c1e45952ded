"""Which backups stay: the newest always, and some of every age."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.vault import thinning

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
moments = st.integers(0, 7 * 365 * 24 * 60).map(lambda minutes: NOON + timedelta(minutes=minutes))


def thinned_daily(days: int, each_day: int) -> frozenset[datetime]:
    """Make backups day by day, as a school does, and thin after each."""
    stay: frozenset[datetime] = frozenset()
    for day in range(days):
        for one in range(each_day):
            made_at = NOON + timedelta(days=day, minutes=one)
            stay = thinning.kept({*stay, made_at})
    return stay


@given(st.sets(moments, min_size=1, max_size=60))
def test_the_newest_always_stays_and_nothing_is_made_up(made_at: set[datetime]) -> None:
    stay = thinning.kept(made_at)
    assert max(made_at) in stay
    assert stay <= made_at
    assert len(stay) >= min(len(made_at), thinning.RECENT)


@given(st.sets(moments, max_size=60))
def test_thinning_twice_removes_nothing_more(made_at: set[datetime]) -> None:
    stay = thinning.kept(made_at)
    assert thinning.kept(stay) == stay


@given(st.sets(moments, max_size=200))
def test_there_are_never_many(made_at: set[datetime]) -> None:
    most = thinning.RECENT + thinning.DAYS + thinning.WEEKS + thinning.MONTHS
    assert len(thinning.kept(made_at)) <= most


def test_after_two_years_there_is_one_of_each_month_each_week_and_each_day() -> None:
    stay = sorted(thinned_daily(2 * 365, 3), reverse=True)
    newest = stay[0]
    assert {at.date() for at in stay} >= {(newest - timedelta(days=n)).date() for n in range(14)}
    assert len({at.isocalendar()[:2] for at in stay if newest - at < timedelta(days=62)}) == 9
    assert len({(at.year, at.month) for at in stay}) == 24
    assert newest - stay[-1] > timedelta(days=680)


def test_the_last_seven_stay_though_made_within_the_hour() -> None:
    made_at = {NOON + timedelta(minutes=minute) for minute in range(30)}
    assert sorted(thinning.kept(made_at)) == sorted(made_at)[-7:]


def test_a_clock_set_five_years_on_removes_nothing_of_before() -> None:
    before = thinned_daily(10, 1)
    assert thinning.kept({*before, NOON + timedelta(days=5 * 365)}) >= before
