"""Whom to remind, and when not any longer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from content.library import Library
from domain.attempt import Attempt
from domain.kinds import Mode
from domain.person import Campaign, Finished
from domain.staying import (
    AGAIN_AFTER,
    AGAIN_WITHIN,
    FORGOTTEN_AFTER,
    SILENT_FOR,
    may_ask_again,
    may_be_offered,
    may_be_reminded,
    was_repeated,
)
from tests.support.calculators import begun as calculating
from tests.support.made import NOW, answered, begun, someone

MOMENT = timedelta(milliseconds=1)
SILENT = NOW - timedelta(days=1)
OPEN = Campaign(1, "hall", "Hall", "map", None)


def done(
    library: Library, number: int, mode: Mode = Mode.FULL, again_in: timedelta | None = None
) -> Finished:
    """A finished attempt; `again_in` says when they asked to be reminded, from now."""
    attempt: Attempt = answered(begun(library, mode))
    again_at = None if again_in is None else NOW + again_in
    return Finished(number, attempt, NOW - AGAIN_AFTER, None, again_at)


@pytest.mark.parametrize(
    ("silence", "expected"),
    [
        (SILENT_FOR - MOMENT, False),
        (SILENT_FOR, True),
        (FORGOTTEN_AFTER, True),
        (FORGOTTEN_AFTER + MOMENT, False),
    ],
    ids=str,
)
def test_silence(library: Library, silence: timedelta, *, expected: bool) -> None:
    """Not pressed while they may only be away for the night, nor out of the blue."""
    person = someone(
        attempt=begun(library), attempt_id=1, consented_at=SILENT, seen_at=NOW - silence
    )
    assert may_be_reminded(person, NOW) is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"campaign": OPEN}, True),
        ({"campaign": replace(OPEN, is_open=False)}, False),
        ({"campaign": replace(OPEN, closes_at=NOW)}, False),
        ({"campaign": replace(OPEN, opens_at=NOW + MOMENT)}, False),
        ({"takes_reminders": False}, False),
        ({"consented_at": None}, False),
        ({"attempt": None}, False),
    ],
    ids=str,
)
def test_who(library: Library, change: dict[str, object], *, expected: bool) -> None:
    """A test under way that still counts, of somebody who agreed and has not declined."""
    person = someone(attempt=begun(library), attempt_id=1, consented_at=SILENT, seen_at=SILENT)
    assert may_be_reminded(replace(person, **change), NOW) is expected  # type: ignore[arg-type]


def test_a_calculation_is_left_freely(library: Library) -> None:
    """Nobody is reminded of it, nor asked whether they want to leave it for something else."""
    person = someone(attempt=calculating(), attempt_id=1, consented_at=SILENT, seen_at=SILENT)
    assert not person.is_busy
    assert not may_be_reminded(person, NOW)
    assert replace(person, attempt=begun(library)).is_busy
    assert not replace(person, attempt=None).is_busy


@pytest.mark.parametrize(
    ("again_in", "expected"),
    [
        (None, False),
        (MOMENT, False),
        (timedelta(), True),
        (-AGAIN_WITHIN, True),
        (-AGAIN_WITHIN - MOMENT, False),
    ],
    ids=str,
)
def test_offers(library: Library, again_in: timedelta | None, *, expected: bool) -> None:
    """Only to those who asked, when it is due, and not when it is long past."""
    one = done(library, 1, again_in=again_in)
    assert may_be_offered(one, [one], NOW) is expected


@pytest.mark.parametrize("mode", list(Mode))
def test_measured_meanwhile(library: Library, mode: Mode) -> None:
    """A later full map of the same instrument; a screening does not count as one."""
    first = done(library, 1, again_in=timedelta())
    everything = [done(library, 2, mode), first]
    is_full = mode is Mode.FULL
    assert was_repeated(first, everything) is is_full
    assert may_be_offered(first, everything, NOW) is not is_full
    assert may_ask_again(first, everything, 365) is not is_full
    assert may_ask_again(everything[0], everything, 365) is is_full


@pytest.mark.parametrize(("days", "expected"), [(90, False), (91, True)])
def test_not_promised_to_those_who_are_forgotten_by_then(
    library: Library, days: int, *, expected: bool
) -> None:
    """With a short retention nobody is known any longer when it is time."""
    one = done(library, 1)
    assert may_ask_again(one, [one], days) is expected
