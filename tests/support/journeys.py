"""Somebody who builds a journey."""

from domain.journey import Journey
from domain.journey_json import from_json
from domain.kinds import Kind
from handlers.callbacks import Build, BuildDo
from storage.records import Records
from tests.support.scene import Scene


async def at_journey(anna: Scene, whose: str = "customer") -> None:
    """From anywhere to the builder, as if what comes before it had been answered."""
    of = anna.stage.app.speech.library.instruments["journey"]
    await anna.say("/tests")
    await anna.press("tests-tools")
    await anna.tap(of.title[anna.language])
    known, attempt = await anna.known(), await anna.attempt()
    row, now = known.attempt_id or 0, anna.stage.clock()
    attempt = attempt.tapped(0, whose)
    while attempt.question.kind is not Kind.JOURNEY:
        here = attempt.position or 0
        if attempt.question.code == "segment":
            attempt = attempt.wrote("Families").went_on(here)
        else:
            attempt = attempt.tapped(here, attempt.question.tokens[0])
    later = attempt

    async def unit(records: Records) -> None:
        await records.attempts.save(row, later, now)
        await records.attempts.write_words(row, "segment", "Families")

    await anna.stage.app.database.write(unit)
    await anna.open()


async def journey(anna: Scene, code: str = "journey") -> Journey:
    """What is stored of it, by anybody's latest attempt.

    Raises:
        KeyError: Nothing yet.
    """
    known = await anna.known()

    async def read(records: Records) -> str:
        finished = await records.attempts.finished(known.id)
        row = known.attempt_id or finished[0].id
        return (await records.attempts.words(row))[code]

    return from_json(await anna.stage.app.database.read(read))


async def outline(anna: Scene) -> list[list[str]]:
    """The names of the touchpoints, stage by stage."""
    return [[point.title for point in stage.touchpoints] for stage in (await journey(anna)).stages]


async def button(anna: Scene, do: BuildDo, number: int = 0, value: str = "") -> str:
    """The data of a button of the builder, whether it is on the screen or not."""
    attempt = await anna.attempt()
    ordinal = attempt.position or 0
    return Build(key=attempt.key, n=ordinal, do=do, id=number, v=value).pack()
