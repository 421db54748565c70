"""Surveys on both databases: whose they are, what stays when their owner goes, and comments."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import orjson
import pytest
from sqlalchemy import func, select

from content.library import Library
from domain.person import Campaign, Status
from domain.questionnaire import Instrument
from storage.boards import read_board
from storage.comments import read_comments
from storage.database import Database
from storage.models import attempts, people
from storage.records import Records
from storage.sources import Turnout
from tests.support.made import CHAT, NOW, in_attempt, stored
from tests.support.surveyed import filled, survey, surveyed


@pytest.fixture
def nps(library: Library) -> Instrument:
    """The customers' survey."""
    return library.instruments["nps"]


async def again(database: Database, campaign: Campaign) -> Campaign:
    """A campaign as it stands now."""
    found = await database.read(lambda records: records.campaigns.by_id(campaign.id))
    assert found is not None
    return found


async def said_to(
    database: Database, made: Instrument, hall: Campaign
) -> dict[str, Sequence[str]]:
    """What was written there by question, where all were asked in the same words."""
    read = await read_comments(database, made, hall)
    assert len({those.question.code for those in read}) == len(read)
    return {those.question.code: those.words for those in read}


async def test_whose_it_is(database: Database) -> None:
    """The newest first, one's own only; an admin's belongs to nobody."""
    anna, boris = await stored(database), await stored(database, CHAT + 1)
    first = await survey(database, "nps-a", owner=anna)
    await survey(database, "nps-b", owner=boris)
    await survey(database, "nps-c")
    second = await survey(database, "enps-d", "enps", occasion=None, owner=anna)
    assert (first.company, first.occasion, first.owner_id) == (
        "Café Lavender", "delivery", anna.id,
    )  # fmt: skip
    assert await database.read(lambda r: r.campaigns.owned(anna.id)) == [second, first]


async def test_mydata_holds_them(database: Database) -> None:
    """What a person made is theirs to take away."""
    anna = await stored(database)
    made = await survey(database, owner=anna)
    everything = await database.read(lambda r: r.everything.of_person(anna))
    assert everything["surveys"] == [
        {
            "code": made.code,
            "instrument": "nps",
            "company": "Café Lavender",
            "occasion": "delivery",
            "is_open": True,
        }
    ]
    assert orjson.dumps(everything["surveys"])


@pytest.mark.parametrize("way", ["delete", "retention"])
async def test_when_the_owner_goes(database: Database, nps: Instrument, way: str) -> None:
    """Their surveys stop and name nobody; what others answered stays, and others' surveys run."""
    anna, boris = await stored(database), await stored(database, CHAT + 1)
    late = NOW + timedelta(days=1)
    await database.write(lambda r: r.people.seen(boris.id, late))
    own = await survey(database, "nps-a", owner=anna)
    other = await survey(database, "nps-b", owner=boris)
    answered = await surveyed(database, nps, own, {})
    await database.write(lambda r: r.people.seen(answered.id, late))

    async def go(records: Records) -> None:
        if way == "delete":
            await records.people.delete(anna.id, late)
        else:
            await records.housekeeping.cut_links(NOW + timedelta(hours=1), late)

    await database.write(go)
    gone = await again(database, own)
    assert (gone.title, gone.company, gone.occasion, gone.owner_id) == (own.code, *[None] * 3)
    assert gone.is_removed
    assert gone.status(late) is Status.OVER
    assert await again(database, other) == other

    async def left(records: Records) -> tuple[int, int]:
        here = select(func.count()).where(attempts.c.campaign_id == own.id)
        known = select(func.count()).where(people.c.id == anna.id)
        counts = [(await records.connection.execute(q)).scalar_one() for q in (here, known)]
        return counts[0], counts[1]

    assert await database.read(left) == (1, 0)


async def listed(database: Database) -> list[str]:
    """The codes of all campaigns that the operator can go through."""
    page = await database.read(lambda r: r.campaigns.page(0, 100))
    assert len(page) == await database.read(lambda r: r.campaigns.count())
    return [one.code for one in page]


async def test_one_is_removed(database: Database, nps: Instrument) -> None:
    """It is nobody's and over; answers, figures and everybody else's surveys stay as they were."""
    anna, later = await stored(database), NOW + timedelta(days=1)
    answered_, empty, other = [await survey(database, f"nps-{n}", owner=anna) for n in "aeo"]
    for number in range(5):
        last = await surveyed(database, nps, answered_, {}, now=NOW + timedelta(minutes=number))
    await surveyed(database, nps, empty, {}, person=anna, is_trial=True)
    boards = [await read_board(database, nps, campaign=one) for one in (answered_, None)]
    for one in (answered_, empty):
        await database.write(lambda r, row=one.id: r.campaigns.remove(row, later))  # type: ignore[misc]
    gone = await again(database, answered_)
    assert gone.is_removed
    assert (gone.title, gone.company, gone.occasion, gone.owner_id) == (gone.code, *[None] * 3)
    assert gone.status(later) is Status.OVER
    assert await database.read(lambda r: r.campaigns.owned(anna.id)) == [other]
    assert await listed(database) == ["nps-o", "nps-a"]
    chosen = await database.read(lambda r: r.selections.campaigns("nps"))
    assert [one.code for one in chosen] == ["nps-o", "nps-a"]
    assert boards == [await read_board(database, nps, campaign=one) for one in (gone, None)]
    mine = await database.read(lambda r: r.everything.of_person(last))
    assert isinstance(mine["attempts"], list)
    assert mine["attempts"][0]["scores"] == {}
    await database.write(lambda r: r.people.delete(last.id, later))
    assert (await read_board(database, nps, campaign=gone)).present == 4


async def test_people_are_counted(database: Database, nps: Instrument) -> None:
    """Who answers twice is one of the people, like those who arrived, for ever."""
    hall, other = await survey(database), await survey(database, "nps-o")
    await database.write(lambda r: r.campaigns.count_visit(hall.code, NOW, started=2))
    first = await surveyed(database, nps, hall, {})
    await surveyed(database, nps, hall, {}, person=first)
    second = replace(await stored(database), campaign=hall)
    await in_attempt(database, second, filled(nps, {}))
    await surveyed(database, nps, hall, {}, is_trial=True)

    async def counted() -> tuple[Mapping[int, Turnout], tuple[int, int, int]]:
        board = await read_board(database, nps, campaign=hall)
        told = await database.read(lambda r: r.sources.turnouts([hall, other]))
        return told, (board.arrived, board.begun, board.finished)

    told, board = await counted()
    assert told == {hall.id: Turnout(2, 2, 1), other.id: Turnout()}
    assert board == (2, 2, 1)
    await database.write(lambda r: r.housekeeping.cut_links(NOW + timedelta(days=1), NOW))
    assert await counted() == (told, board)


def test_what_is_removed() -> None:
    """Only what ended as it began; days that somebody sets have a length, or one end."""
    made = Campaign(1, "c", "t", "nps", None)
    for opens_at, closes_at, is_removed in (
        *((None, None, False), (NOW, None, False), (None, NOW, False)),
        *((NOW, NOW + timedelta(days=1), False), (NOW, NOW, True)),
    ):
        assert replace(made, opens_at=opens_at, closes_at=closes_at).is_removed is is_removed


async def test_half_a_schedule_is_listed(database: Database) -> None:
    """A campaign with one end only is no removed survey."""
    one = await survey(database)
    await database.write(lambda r: r.campaigns.reschedule(one.id, NOW, None))
    assert await listed(database) == [one.code]


@pytest.mark.parametrize("title", ["Café Lavender", "April"])
async def test_other_words(database: Database, title: str) -> None:
    """The title goes with the company's name, unless an admin has given another."""
    one = await survey(database)
    await database.write(lambda r: r.campaigns.rename(one.id, title))
    await database.write(lambda r: r.campaigns.reword(one.id, "Lavender & Co", None))
    after = await again(database, one)
    assert (after.company, after.occasion) == ("Lavender & Co", None)
    assert after.title == ("Lavender & Co" if title == "Café Lavender" else "April")


async def test_a_person_who_goes_otherwise(database: Database) -> None:
    """Whatever deletes a person, the database itself lets go of what was theirs."""
    anna = await stored(database)
    own = await survey(database, owner=anna)
    await database.write(lambda r: r.housekeeping.drop_without_consent(NOW + timedelta(days=1)))
    assert (await again(database, own)).owner_id is None


@pytest.mark.parametrize(("count", "shown"), [(9, 0), (10, 10), (14, 10), (15, 15)])
async def test_comments_in_steps(
    database: Database, nps: Instrument, count: int, shown: int
) -> None:
    """From ten on, five at a time: the first so many, in no order."""
    hall = await survey(database)
    for number in range(count):
        now = NOW + timedelta(minutes=number)
        await surveyed(database, nps, hall, {"reason": f"words {number}"}, now=now)
    comments = await said_to(database, nps, hall)
    assert {code: sorted(said) for code, said in comments.items()} == (
        {"reason": sorted(f"words {number}" for number in range(shown))} if shown else {}
    )


async def test_comments_are_shuffled(database: Database, nps: Instrument) -> None:
    """Not in the order in which people answered: of forty, all in order would be a wonder."""
    hall = await survey(database)
    written = [f"{number:02}" for number in range(40)]
    for number, said in enumerate(written):
        now = NOW + timedelta(minutes=number)
        await surveyed(database, nps, hall, {"comment": said}, now=now)
    comments = (await said_to(database, nps, hall))["comment"]
    assert sorted(comments) == written != comments


async def test_what_is_no_comment(database: Database, nps: Instrument) -> None:
    """Trials, other surveys, skipped questions, and the words of those who were forgotten."""
    hall, other = await survey(database), await survey(database, "nps-y8")
    for number in range(10):
        said = {"reason": "r", "comment": "c"} if number < 9 else {"reason": "r"}
        now = NOW + timedelta(minutes=number)
        last = await surveyed(database, nps, hall, said, now=now)
        await surveyed(database, nps, hall, said, is_trial=True)
        await surveyed(database, nps, other, {"comment": "elsewhere"})
    assert await said_to(database, nps, hall) == {"reason": ["r"] * 10}
    await database.write(lambda r: r.people.seen(last.id, NOW + timedelta(days=9)))
    await database.write(lambda r: r.housekeeping.cut_links(NOW + timedelta(days=1), NOW))
    assert await said_to(database, nps, hall) == {}


async def test_who_answers_again(database: Database, nps: Instrument) -> None:
    """Their latest words count, once five people have changed something; none are shown twice."""
    hall = await survey(database)
    first = await surveyed(database, nps, hall, {"reason": "before"})
    for number in range(1, 10):
        now = NOW + timedelta(minutes=number)
        await surveyed(database, nps, hall, {"reason": f"{number}"}, now=now)
    later = NOW + timedelta(hours=1)
    await surveyed(database, nps, hall, {"reason": "after"}, now=later, person=first)
    assert "before" in (await said_to(database, nps, hall))["reason"]
    for number in range(10, 14):
        now = later + timedelta(minutes=number)
        await surveyed(database, nps, hall, {"reason": f"{number}"}, now=now)
    comments = (await said_to(database, nps, hall))["reason"]
    assert sorted(comments) == sorted(["after", *(str(number) for number in range(1, 14))])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ({3: 10, 8: 10, 10: 10}, {0: [3], 1: [8], 2: [10]}),
        ({3: 10}, {0: [3]}),
        ({3: 5, 8: 5, 10: 10}, {2: [10], None: [3, 8]}),
        ({3: 4, 8: 3, 10: 13}, {None: [3, 8, 10]}),
        ({3: 1, 8: 11, 10: 13}, {2: [10], None: [3, 8]}),
        ({3: 5, 10: 10}, {None: [3, 10]}),
        ({3: 5, 10: 4}, {}),
    ],
)
async def test_comments_by_wording(
    database: Database,
    nps: Instrument,
    written: Mapping[int, int],
    shown: Mapping[int | None, list[int]],
) -> None:
    """Each under what its people were asked; fewer than ten of a kind stand with others."""
    hall = await survey(database)
    for score, count in written.items():
        for _ in range(count):
            await surveyed(database, nps, hall, {"reason": f"{score}", "nps": score})
    reason = nps.by_code["reason"]
    read = await read_comments(database, nps, hall)
    expected = [
        (
            reason.text if n is None else reason.variants[n].text,
            sorted(f"{s}" for s in scores for _ in range(written[s])),
        )
        for n, scores in shown.items()
    ]
    assert [(those.wording, sorted(those.words)) for those in read] == expected
