"""Figures of groups: who counts, and which of their attempts."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from content.library import Library
from domain.kinds import Mode
from domain.person import Campaign
from domain.questionnaire import Profile
from storage.database import Database
from storage.steps import Part
from tests.support.made import CHAT, NOW, answered, begun, has_finished, in_attempt, stored


@dataclass(frozen=True)
class Taken:
    """One attempt of a case: whose, which version, the label tapped throughout, who they are."""

    who: int
    mode: Mode
    label: str
    role: str | None = "employee"
    is_trial: bool = False
    is_elsewhere: bool = False


FULL, EXPRESS = Mode.FULL, Mode.EXPRESS


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps of one person: what they protect from is not what these tests are about."""
    monkeypatch.setattr("storage.steps.GROUP_THRESHOLD", 1)


@pytest.mark.usefixtures("one_by_one")
@pytest.mark.parametrize(
    ("taken", "mode", "expected"),
    [
        ([], FULL, []),
        ([Taken(1, FULL, "5"), Taken(2, FULL, "3")], FULL, [50.0, 100.0]),
        ([Taken(1, FULL, "5"), Taken(1, FULL, "3")], FULL, [50.0]),
        ([Taken(1, FULL, "5"), Taken(2, FULL, "3", is_trial=True)], FULL, [100.0]),
        ([Taken(1, FULL, "5"), Taken(1, FULL, "3", is_trial=True)], FULL, [100.0]),
        ([Taken(1, FULL, "5"), Taken(2, FULL, "3", role="none")], FULL, [100.0]),
        ([Taken(1, FULL, "5"), Taken(2, FULL, "3", role=None)], FULL, [50.0, 100.0]),
        ([Taken(1, FULL, "5"), Taken(2, FULL, "3", is_elsewhere=True)], FULL, [100.0]),
        ([Taken(1, FULL, "5"), Taken(2, EXPRESS, "3")], FULL, [100.0]),
        ([Taken(1, FULL, "5"), Taken(2, EXPRESS, "3")], EXPRESS, [50.0]),
        ([Taken(1, EXPRESS, "3"), Taken(1, FULL, "5")], FULL, [100.0]),
        ([Taken(1, EXPRESS, "3"), Taken(1, FULL, "5")], EXPRESS, []),
        ([Taken(1, FULL, "5"), Taken(1, EXPRESS, "3")], EXPRESS, []),
    ],
    ids=str,
)
async def test_who_counts(
    database: Database,
    library: Library,
    taken: list[Taken],
    mode: Mode,
    expected: list[float],
) -> None:
    """The latest finished attempt of each; a full one supersedes its express; no trials."""

    async def campaign(code: str) -> Campaign | None:
        return await database.write(lambda r: r.campaigns.create(code, code, "map", None, NOW))

    here, elsewhere = await campaign("here"), await campaign("elsewhere")
    assert here is not None
    people = {who: await stored(database, CHAT + who) for who in {one.who for one in taken}}
    for minutes, one in enumerate(taken):
        attempt = answered(replace(begun(library, one.mode), profile=Profile(one.role)), one.label)
        person = replace(people[one.who], campaign=elsewhere if one.is_elsewhere else here)
        when = NOW + timedelta(minutes=minutes)
        await has_finished(database, person, attempt, when, is_trial=one.is_trial)
    meaning = library.instruments["map"].meaning
    found = await database.read(lambda r: r.figures.group(here.id, "map", meaning, mode))
    assert expected == sorted(found.get((Part.BLOCK, "customer"), {}).values())
    other = await database.read(lambda r: r.figures.group(here.id, "map", "another", mode))
    assert other == {}


@pytest.mark.usefixtures("one_by_one")
async def test_the_latest_is_the_one_that_ended_last(database: Database, library: Library) -> None:
    """An attempt begun earlier but finished later is the person's latest."""
    campaign = await database.write(lambda r: r.campaigns.create("c", "c", "map", None, NOW))
    assert campaign is not None
    person = replace(await stored(database), campaign=campaign)
    for label, ended in (("5", NOW + timedelta(days=2)), ("3", NOW)):
        await has_finished(database, person, answered(begun(library, FULL), label), ended)
    meaning = library.instruments["map"].meaning
    found = await database.read(lambda r: r.figures.group(campaign.id, "map", meaning, FULL))
    blocks = [values for (part, _), values in found.items() if part is Part.BLOCK]
    assert [list(values.values()) for values in blocks] == [[100.0]] * 8


async def test_trials_stay_out_of_the_overview(database: Database, library: Library) -> None:
    """Begun and finished attempts of real people only."""
    person = await stored(database)
    for is_trial in (False, True):
        await has_finished(database, person, answered(begun(library)), is_trial=is_trial)
        await in_attempt(database, person, begun(library), is_trial=is_trial)
    assert await database.read(lambda r: r.figures.overview()) == (0, 0, 2, 1)
