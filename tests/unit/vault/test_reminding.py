"""When the backups are spoken of: the gravest thing first, and nothing when all is well."""

from datetime import UTC, datetime, timedelta

import pytest

from ffd_desktop.vault.reminding import KnownBackups, reminder

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
FRESH, OLD = NOW - timedelta(days=6), NOW - timedelta(days=8)


def counted(count: int, newest_good: datetime | None) -> KnownBackups:
    """Tell of a vault of nine records and of how many its newest backup holds."""
    return KnownBackups(is_chosen=True, newest_good=newest_good, newest_count=count, records=9)


@pytest.mark.parametrize(
    ("known", "code"),
    [
        (KnownBackups(is_chosen=False, records=0), None),
        (KnownBackups(is_chosen=False, records=1), "backup_unchosen"),
        (KnownBackups(is_chosen=True, is_reached=False, records=1), "backup_failed"),
        (KnownBackups(is_chosen=True, records=1), "backup_failed"),
        (counted(8, FRESH), "backup_failed"),
        (counted(9, FRESH), None),
        (counted(9, OLD), "backup_old"),
        (counted(9, None), "backup_old"),
        (counted(9, NOW + timedelta(days=900)), None),
    ],
)
def test_the_gravest_thing_is_said(known: KnownBackups, code: str | None) -> None:
    notice = reminder(known, NOW)
    assert (notice.code if notice else None) == code
