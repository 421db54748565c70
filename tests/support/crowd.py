"""Many people who have finished, without their chats."""

from dataclasses import replace
from itertools import count as numbers

from domain.kinds import Mode
from domain.person import Campaign
from tests.support.made import answered, begun, has_finished, stored
from tests.support.stage import Stage

_FIRST = 2_000_000_000
_NUMBERS = numbers(_FIRST)


async def found(stage: Stage, code: str = "ml7-16") -> Campaign:
    """A campaign by its code.

    Raises:
        LookupError: There is none.
    """
    campaign = await stage.app.database.read(lambda records: records.campaigns.by_code(code))
    if campaign is None:
        raise LookupError(code)
    return campaign


async def crowd(
    stage: Stage,
    people: int,
    code: str = "ml7-16",
    *,
    mode: Mode = Mode.EXPRESS,
    label: str = "4",
) -> None:
    """So many new people finish in a campaign, one after another, all with the same answers."""
    campaign, database = await found(stage, code), stage.app.database
    for _ in range(people):
        person = replace(await stored(database, next(_NUMBERS)), campaign=campaign)
        attempt = answered(begun(stage.app.speech.library, mode), label)
        await has_finished(database, person, attempt, stage.clock())
