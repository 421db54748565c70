"""Open reasons at the end: kept, changed, skipped, too long, full of HTML."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.questionnaire import MAX_WRITTEN, SKIPPED, WRITTEN
from tests.support.scene import Scene, message, quiet, rows, scene
from tests.support.stage import Stage

TELEGRAM_PART = 4096


async def _at_the_reason(stage: Stage, score: str = "6") -> Scene:
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer(score)
    await anna.leap("own_nps_reason")
    assert (await anna.standing())[0] == "own_nps_reason"
    return anna


async def _words(anna: Scene) -> dict[str, str]:
    row = (await anna.known()).attempt_id or 0
    return await anna.stage.app.database.read(lambda records: records.attempts.words(row))


TEXTS = (
    "Всё хорошо", "<b>жирно</b> & </blockquote><script>", "=1+1", "&amp; &lt;",
    "я" * MAX_WRITTEN, "👨‍👩‍👧‍👦 семья", "две\n\nстроки", "4", "@all #x https://x.example",
)  # fmt: skip


async def test_kept_and_shown(stage: Stage) -> None:
    """Exactly as written, in a new message; encrypted in the database; then on to the end."""
    anna = await _at_the_reason(stage)
    for text in TEXTS:
        before = (await anna.screen()).id
        screen = await anna.say(text)
        assert screen.id > before
        assert text in screen.text
        assert anna.word("text-kept") in screen.text
        assert await _words(anna) == {"own_nps_reason": text}
        assert (await anna.standing())[1]["own_nps_reason"] == WRITTEN
        (row,) = rows(stage, "written")
        assert len(text) < 4 or text not in row["words"]
        assert len(await anna.live()) == 1
    await anna.press("button-next")
    assert await anna.state() == "home"
    assert any(m.photo for m in await anna.bot())


async def test_changed_and_skipped(stage: Stage) -> None:
    """A new message takes the place of the old one; skipping forgets the words."""
    anna = await _at_the_reason(stage)
    await anna.say("сначала")
    screen = await anna.say("потом")
    assert "сначала" not in screen.text
    assert await _words(anna) == {"own_nps_reason": "потом"}
    await anna.press("button-skip")
    assert rows(stage, "written") == []
    (row,) = rows(stage, "attempts")
    assert SKIPPED in row["answers"]
    assert row["finished_at"]


async def test_back_from_a_kept_reason(stage: Stage) -> None:
    """The words stay while one looks back; with nothing left to ask, a change ends the test."""
    anna = await _at_the_reason(stage)
    await anna.say("мои слова")
    await anna.press("button-back")
    assert (await anna.standing())[0] != "own_nps_reason"
    await anna.answer("5")
    (row,) = rows(stage, "attempts")
    assert row["finished_at"]
    assert [one["question"] for one in rows(stage, "written")] == ["own_nps_reason"]


async def test_too_long(stage: Stage) -> None:
    """Refused with its length; what was kept before stays."""
    anna = await _at_the_reason(stage)
    await anna.say("коротко")
    for length in (MAX_WRITTEN + 1, 1500, TELEGRAM_PART):
        stage.clock.ahead += timedelta(minutes=1)  # each on its own, no part of another
        screen = await anna.say("x" * length)
        assert anna.word("notice-too-long", length=length, limit=MAX_WRITTEN) in screen.text
        assert await _words(anna) == {"own_nps_reason": "коротко"}
        assert len(await anna.live()) == 1
    stage.clock.ahead += timedelta(seconds=10)
    await anna.say("покороче")
    assert await _words(anna) == {"own_nps_reason": "покороче"}


@pytest.mark.parametrize("length", [10_000, 5_000])
async def test_a_long_text_in_parts(stage: Stage, length: int) -> None:
    """Telegram splits it; a short last part is not taken for the answer."""
    anna = await _at_the_reason(stage)
    stage.clock.ahead += timedelta(minutes=10)
    stage.clock._ticks = iter([0] * 10_000)  # parts come within a moment
    for start in range(0, length, TELEGRAM_PART):
        await anna.person.say("x" * min(TELEGRAM_PART, length - start))
    screen = await anna.screen()
    assert await _words(anna) == {}
    assert (await anna.standing())[0] == "own_nps_reason"
    assert anna.word("notice-too-long", length=length, limit=MAX_WRITTEN) in screen.text
    assert len(await anna.live()) == 1


async def test_a_shorter_text_right_after(stage: Stage) -> None:
    """What was refused came whole: the next message is none of its parts."""
    anna = await _at_the_reason(stage)
    stage.clock._ticks = iter([0] * 10_000)
    await anna.say("x" * (MAX_WRITTEN + 1))
    await anna.say("покороче")
    assert await _words(anna) == {"own_nps_reason": "покороче"}


async def test_empty(stage: Stage) -> None:
    """No client sends it, but it would not be taken."""
    anna = await _at_the_reason(stage)
    for text in (" ", "\n\t", "\u00a0"):
        await anna.feed(message=message(anna, text=text))
        assert anna.word("notice-empty") in (await anna.screen()).text
        assert await _words(anna) == {}


async def test_a_command_is_no_reason(stage: Stage) -> None:
    """What begins with a slash is never stored as words."""
    anna = await _at_the_reason(stage)
    await anna.say("/nothing like that")
    assert await _words(anna) == {}
    assert (await anna.standing())[0] == "own_nps_reason"


@pytest.mark.parametrize(("score", "wording"), [("0", 0), ("6", 0), ("7", 1), ("8", 1), ("9", 2)])
async def test_wording_by_score(stage: Stage, score: str, wording: int) -> None:
    """Detractors, passives and promoters are asked differently."""
    anna = await _at_the_reason(stage, score)
    question = (await anna.attempt()).question
    wordings = {question.wording({"own_nps": n})["ru"]: n for n in (0, 7, 9)}
    assert len(wordings) == 3
    expected = question.wording({"own_nps": (0, 7, 9)[wording]})["ru"]
    assert expected in (await anna.screen()).text


async def test_a_repeated_text_never_lands_in_the_next_question(stage: Stage) -> None:
    """Telegram delivers the reason once more after the person has gone on."""
    anna = await scene(stage)
    await anna.agree(await stage.campaign())
    await anna.tap("Сотрудник")
    await anna.press("button-skip-all")
    await anna.answer("8")
    await anna.answer("7")
    await anna.leap("own_nps_reason")
    await anna.person.say("о продукте")
    await quiet(stage)
    update = (await stage.people.control("redeliver"))["update_id"]
    await quiet(stage)
    await anna.press("button-next")
    assert (await anna.standing())[0] == "own_enps_reason"
    await stage.people.control("redeliver", update_id=update)
    await anna.screen()
    assert await _words(anna) == {"own_nps_reason": "о продукте"}
    assert (await anna.standing())[0] == "own_enps_reason"
    assert len(await anna.live()) == 1


async def test_the_end_takes_the_day(stage: Stage) -> None:
    """A finished attempt has its scores and its moment."""
    anna = await _at_the_reason(stage)
    await anna.press("button-skip")
    (row,) = rows(stage, "attempts")
    assert row["total"] == 75.0
    assert datetime.fromtimestamp(row["finished_at"] / 1000, UTC).year >= 2024
