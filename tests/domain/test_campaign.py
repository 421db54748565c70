"""What a campaign does at a moment."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.person import Campaign, Status

NOW = datetime(2026, 5, 16, 12, tzinfo=UTC)
INSTANT = timedelta(milliseconds=1)
BEFORE, AFTER = NOW - INSTANT, NOW + INSTANT


@pytest.mark.parametrize(
    ("is_open", "opens_at", "closes_at", "expected"),
    [
        (True, None, None, Status.RUNNING),
        (False, None, None, Status.PAUSED),
        (True, NOW, None, Status.RUNNING),
        (True, AFTER, None, Status.EARLY),
        (True, None, NOW, Status.OVER),
        (True, None, AFTER, Status.RUNNING),
        (True, BEFORE, AFTER, Status.RUNNING),
        (True, BEFORE, NOW, Status.OVER),
        (False, BEFORE, AFTER, Status.PAUSED),
        (False, AFTER, AFTER + INSTANT, Status.PAUSED),
        (False, BEFORE, NOW, Status.OVER),
    ],
)
def test_status(
    *, is_open: bool, opens_at: datetime | None, closes_at: datetime | None, expected: Status
) -> None:
    """To the millisecond: the first moment counts, the last one no longer."""
    campaign = Campaign(1, "c", "C", "map", None, is_open, opens_at, closes_at)
    assert campaign.status(NOW) is expected
    assert campaign.takes_answers(NOW) is (expected is Status.RUNNING)
