"""A batch that comes again after a kill: what was dropped in it is not dropped once more."""

from preview.markup import Json
from tests.support.scene import Scene, message, quiet, rows, scene
from tests.support.stage import Stage

FIRST = 20_000_000_000


def tapped(anna: Scene, data: str, message_id: int, number: int) -> Json:
    """A tap as Telegram sends it."""
    chat = {"id": anna.person.chat_id, "type": "private", "first_name": "Anna"}
    shown = {"message_id": message_id, "date": 1_800_000_000, "chat": chat, "text": "x"}
    query = {
        "id": str(7_000_000 + number),
        "from": anna.person.user,
        "chat_instance": "1",
        "data": data,
        "message": shown,
    }
    return {"update_id": FIRST + number, "callback_query": query}


def said(anna: Scene, words: str, number: int) -> Json:
    """A text as Telegram sends it."""
    return {"update_id": FIRST + number, "message": message(anna, text=words)}


async def _twice(anna: Scene, *batch: Json) -> None:
    """As if the process had been killed before it could confirm any of these."""
    for update in (*batch, *batch):
        await anna.stage.app.intake.accept(update)
    await quiet(anna.stage)


async def _words(anna: Scene) -> dict[str, str]:
    row = (await anna.known()).attempt_id or 0
    return await anna.stage.app.database.read(lambda records: records.attempts.words(row))


async def test_a_note_written_after_a_removal_stays(stage: Stage) -> None:
    """The removal comes again, the note does not: it was taken already."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign("rel", None, "relations"))
    screen = await anna.say("first")
    code = (await anna.attempt()).question.code
    drop = tapped(anna, screen.rows[0][0].data, screen.id, 1)
    await _twice(anna, drop, said(anna, "second", 2))
    assert await _words(anna) == {code: "second"}


async def test_words_written_after_a_skip_stay(stage: Stage) -> None:
    """Skip, back, and words after all: with the batch come again they are still the answer."""
    anna = await scene(stage)
    await anna.agree(await stage.campaign("ask", None, "nps"))
    await anna.answer("3")
    attempt, shown = await anna.attempt(), (await anna.screen()).id
    key, place, code = attempt.key, attempt.position or 0, attempt.question.code
    following = attempt.tapped(place, "skipped").position
    await _twice(
        anna,
        tapped(anna, f"a1:{key}:{place}:skipped", shown, 1),
        tapped(anna, f"s1:{key}:{following}:back", shown, 2),
        said(anna, "after all", 3),
    )
    assert await _words(anna) == {code: "after all"}
    assert (await anna.attempt()).answers[code] == "written"


async def test_another_test_asks_first(stage: Stage) -> None:
    """A test with answers is kept: by going on, and until another one is really wanted."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer("8")
    before = await anna.standing()
    await anna.say("/tests")
    await anna.press("tests-company")
    asked = await anna.tap("Уровень сервиса и продаж")
    assert await anna.state() == "conflict"
    assert "Уровень сервиса и продаж" in asked.text
    await anna.press("button-conflict-go-on")
    assert await anna.standing() == before
    await anna.say("/tests")
    await anna.press("tests-customers")
    await anna.press("button-survey-try")
    assert await anna.standing() == before
    assert len(rows(stage, "attempts")) == 1
    await anna.say("/tests")
    await anna.press("tests-company")
    await anna.tap("Уровень сервиса и продаж")
    await anna.press("button-conflict-new")
    await anna.press("button-skip-all")
    assert (await anna.attempt()).instrument.id == "service"
