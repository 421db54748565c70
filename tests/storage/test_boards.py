"""Boards on both databases, against a plain count, and what several of them tell together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from content.library import Library
from domain.attempt import Attempt
from domain.kinds import Kind, Mode
from domain.person import Campaign, Person
from domain.questionnaire import UNKNOWN, Profile
from domain.statistics import GROUP_THRESHOLD, nps
from storage.boards import Board, Hidden, read_board
from storage.database import Database
from storage.models import attempts
from tests.storage.export_world import NOW, World, answered, seeded


@pytest.fixture
def world(database: Database, library: Library, tmp_path: Path) -> World:
    """An empty world."""
    return World(database, library, tmp_path)


async def campaign_of(world: World, code: str, mode: Mode | None = None) -> Campaign:
    """A new campaign."""
    await world.campaign(code)
    found = await world.database.read(lambda records: records.campaigns.by_code(code))
    assert found is not None
    return replace(found, mode=mode)


async def finishes(
    world: World,
    campaign: Campaign | None,
    count: int,
    mode: Mode = Mode.FULL,
    role: str | None = "employee",
) -> list[Person]:
    """So many new people who finish one after another."""
    people = []
    for _ in range(count):
        people.append(await world.person())
        await again(world, people[-1], campaign, mode, role)
    return people


async def again(
    world: World,
    person: Person,
    campaign: Campaign | None,
    mode: Mode = Mode.FULL,
    role: str | None = "employee",
) -> None:
    """One more attempt of somebody, later than all before."""
    number = next(world._numbers)
    attempt = answered(seeded(number), world.instrument, mode, Profile(role))
    row = campaign.id if campaign else None
    await world.take(attempt, person, row, at=NOW + timedelta(minutes=number), minutes=0.5)


async def board(world: World, campaign: Campaign | None = None, mode: Mode | None = None) -> Board:
    """A board."""
    return await read_board(world.database, world.instrument, campaign=campaign, mode=mode)


def figures(one: Board) -> tuple[object, ...]:
    """What a board tells of answers."""
    return one.people, one.total, one.blocks, one.answers


async def plain(world: World, campaign: int | None, mode: Mode, count: int) -> list[Any]:
    """The first so many of those who finished once each, counted in the plainest way."""
    found = [
        row
        for row in await world.stored()
        if row["finished_at"] and row["campaign_id"] == campaign and row["mode"] == mode
    ]
    return sorted(found, key=lambda row: row["finished_at"])[:count]


def mean(values: Sequence[float | None]) -> object:
    """Of exact fractions; compared as closely as anybody could see."""
    exact = [Fraction(value) for value in values if value is not None]
    return pytest.approx(float(sum(exact) / len(exact)), abs=1e-6) if exact else None


async def test_nobody(world: World) -> None:
    """An empty board says so; all counts are there."""
    hall = await campaign_of(world, "hall")
    for one in (await board(world), await board(world, hall)):
        assert one.is_hidden
        assert one.why is Hidden.NOBODY
        assert (one.arrived, one.consented, one.begun, one.finished, one.people) == (0,) * 5
        assert set(one.blocks.values()) == {None}
        assert [one.answers[code].nps for code in one.answers] == [None, None]


@pytest.mark.parametrize("count", [4, 5, 9, 12])
async def test_against_a_plain_count(world: World, count: int) -> None:
    """Means, distributions, scores of the first ⌊n/5⌋·5; counts of all."""
    hall = await campaign_of(world, "hall")
    await finishes(world, hall, count)
    await world.take(answered(seeded(1), world.instrument, stop=3), None, hall.id, minutes=None)
    await world.database.write(
        lambda records: records.campaigns.count_visit("hall", NOW, started=40, consented=30)
    )
    one = await board(world, hall)
    standing = count - count % GROUP_THRESHOLD
    rows = await plain(world, hall.id, Mode.FULL, standing)
    assert (one.arrived, one.consented, one.begun, one.finished) == (40, 30, count + 1, count)
    assert (one.mode, one.present, one.others, one.people) == (Mode.FULL, count, 0, standing)
    assert one.why is (Hidden.FEW if count < GROUP_THRESHOLD else None)
    assert one.total == mean([row["total"] for row in rows])
    for block in world.instrument.blocks:
        scores = [row["scores"][block.code] for row in rows]
        if None not in scores:
            assert one.blocks[block.code] == mean(scores)
    for question in world.instrument.questions:
        if question.kind is Kind.LIKELIHOOD and standing:
            answers = Counter(row["answers"][question.code] for row in rows)
            assert one.answers[question.code].distribution == answers
            assert one.answers[question.code].nps == nps(answers)
    assert figures(await board(world)) == figures(one)


async def test_the_total_has_its_own_number_of_people(world: World) -> None:
    """Who knows too little for a total counts as a person, but not in the mean."""
    hall = await campaign_of(world, "hall")
    await finishes(world, hall, 5)
    unknown = {q.code: UNKNOWN for block in world.instrument.blocks for q in block.questions}
    for minute in range(5):
        lost = Attempt("", world.instrument, Mode.FULL, Profile("employee"), unknown)
        await world.take(lost, None, hall.id, at=NOW + timedelta(days=1, minutes=minute))
    found = await board(world, hall)
    assert (found.people, found.totals) == (10, 5)


async def test_only_those_who_count(world: World) -> None:
    """No trials, no outsiders, no anonymous campaigns, and each person once."""
    hall = await campaign_of(world, "hall")
    people = await finishes(world, hall, 5)
    before = await board(world, hall)
    await finishes(world, hall, 5, role="none")
    for _ in range(5):
        await again(world, await world.person(is_trial=True), hall)
    secret = await world.campaign("secret", is_anonymous=True)
    for number in range(6):
        await world.take(answered(seeded(number), world.instrument), None, secret)
    for _ in range(2):
        await again(world, people[0], hall)
    assert figures(await board(world, hall)) == figures(before)
    assert figures(await board(world)) == figures(before)


async def test_a_board_is_about_one_mode(world: World) -> None:
    """The campaign's own, or the one with more people; the others are counted."""
    hall = await campaign_of(world, "hall")
    await finishes(world, hall, 6, Mode.EXPRESS)
    await finishes(world, hall, 5)
    express = await board(world, hall)
    assert (express.mode, express.present, express.others) == (Mode.EXPRESS, 6, 5)
    full = await board(world, replace(hall, mode="full"))
    assert (full.mode, full.present, full.others) == (Mode.FULL, 5, 6)
    assert full.total == mean([r["total"] for r in await plain(world, hall.id, Mode.FULL, 5)])
    assert full.total != express.total
    assert figures(await board(world, hall, mode=Mode.FULL)) == figures(full)


async def test_everybody_is_the_sum_of_what_campaigns_show(world: World) -> None:
    """Nothing more can be worked out: small campaigns stand in no figure until they are large."""
    large, small = await campaign_of(world, "large"), await campaign_of(world, "small")
    await finishes(world, large, 8)
    alone = await board(world)
    await finishes(world, small, 4)
    await finishes(world, None, 3)
    together = await board(world)
    assert figures(alone) == figures(together) == figures(await board(world, large))
    assert (together.present, together.people) == (15, 5)
    assert (await board(world, small)).why is Hidden.FEW
    await finishes(world, small, 1)
    both = [await board(world, one) for one in (large, small)]
    together = await board(world)
    assert together.people == sum(one.people for one in both) == 10
    for code, answers in together.answers.items():
        parts = [one.answers[code].distribution for one in both]
        assert answers.distribution == sum((part for part in parts if part), Counter())


async def test_a_stray_does_not_darken_the_hall(world: World) -> None:
    """One person elsewhere must not hide the picture on the projector."""
    hall = await campaign_of(world, "hall")
    await finishes(world, hall, 20)
    before = await board(world, hall)
    await finishes(world, None, 1)
    assert await board(world, hall) == before
    assert before.people == 20


async def test_one_more_person_changes_nothing_else(world: World) -> None:
    """Boards stand still between steps, also when somebody takes the test again."""
    hall = await campaign_of(world, "hall")
    people = await finishes(world, hall, 7)
    before = await board(world, hall)
    await finishes(world, hall, 1)
    await again(world, people[2], hall)
    after = await board(world, hall)
    assert figures(after) == figures(before)
    assert (after.present, after.finished) == (8, 9)
    await finishes(world, hall, 1)
    stepped = await board(world, hall)
    assert stepped.people == 9
    assert figures(stepped) != figures(before)


async def test_attempts_without_a_person_stand_for_themselves(world: World) -> None:
    """After the retention they go on counting."""
    hall = await campaign_of(world, "hall")
    await finishes(world, hall, 6)
    before = await board(world, hall)
    await world.database.write(
        lambda records: records.connection.execute(update(attempts).values(person_id=None))
    )
    assert await board(world, hall) == before


async def test_who_is_deleted_is_in_no_figure(world: World) -> None:
    """At once, whatever the steps; and nobody moves up into the place."""
    hall = await campaign_of(world, "hall")
    people = await finishes(world, hall, 10)
    gone = people[0].id
    await world.database.write(lambda records: records.people.delete(gone, NOW))
    one = await board(world, hall)
    assert (one.present, one.people) == (9, 9)
    rows = [row for row in await plain(world, hall.id, Mode.FULL, 10) if row["person_id"]]
    assert len(rows) == 9
    assert gone not in {row["person_id"] for row in rows}
    assert one.total == mean([row["total"] for row in rows])


@pytest.mark.parametrize("seed", [7, 11])
async def test_a_crowd(world: World, seed: int) -> None:
    """Many people in campaigns of all sizes: the whole is the sum of the parts."""
    await world.crowd(seed, 150)
    campaigns = await world.database.read(lambda records: records.campaigns.page(0, 100))
    for mode in Mode:
        boards = [await board(world, one, mode=mode) for one in campaigns]
        everybody = await board(world, mode=mode)
        assert all(one.people == 0 or one.people >= GROUP_THRESHOLD for one in boards)
        assert everybody.people >= sum(one.people for one in boards)
        rows = [row for row in await world.stored() if row["finished_at"]]
        assert everybody.finished == sum(not row["is_trial"] for row in rows)
