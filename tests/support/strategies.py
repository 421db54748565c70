"""Somebody who puts a strategy together."""

from dataclasses import replace

from domain.questionnaire import SKIPPED, WRITTEN
from storage.records import Records
from tests.support.scene import Scene

WORDS = {
    "mission": "Warm bread for everyone",
    "feelings": "They know me here",
    "p1": "We answer at once",
    "p2": "We tell the truth",
    "p3": "We remember everyone",
    "m1": "Emails within the hour",
    "m2": "Mistakes first",
    "m3": "Names on cards",
}


async def begin(anna: Scene) -> None:
    """From the list of tests to the first question."""
    of = anna.stage.app.speech.library.instruments["strategy"]
    await anna.say("/tests")
    await anna.press("tests-tools")
    await anna.tap(of.title[anna.language])


async def at_review(anna: Scene) -> None:
    """All answers before them, as if they had been given: three principles, then none."""
    await begin(anna)
    known, attempt = await anna.known(), await anna.attempt()
    row, now = known.attempt_id or 0, anna.stage.clock()
    answers = {**dict.fromkeys(WORDS, WRITTEN), "p4": SKIPPED}
    later = replace(attempt, answers=answers, position=None)

    async def unit(records: Records) -> None:
        await records.attempts.save(row, later, now)
        for code, words in WORDS.items():
            await records.attempts.write_words(row, code, words)

    await anna.stage.app.database.write(unit)
    await anna.open()


async def kept(anna: Scene) -> dict[str, str]:
    """What is stored of their words, in the attempt under way or the latest finished one."""
    known = await anna.known()

    async def read(records: Records) -> dict[str, str]:
        row = known.attempt_id or (await records.attempts.finished(known.id))[0].id
        return await records.attempts.words(row)

    return await anna.stage.app.database.read(read)
