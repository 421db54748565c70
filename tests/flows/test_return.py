"""Leaving and coming back: pause, cancel, silence, a restart, another questionnaire."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from results.studio import Studio
from tests.support.revival import Theatre, theatre_in
from tests.support.scene import Scene, quiet, scene
from tests.support.stage import Stage

Move = Callable[[Scene], Awaitable[object]]


@pytest.fixture
async def theatre(tmp_path: Path, studio: Studio) -> AsyncIterator[Theatre]:
    """One chat for several lives of the bot."""
    async with theatre_in(tmp_path, studio) as theatre:
        yield theatre


async def _under_way(stage: Stage) -> tuple[Scene, tuple[str, dict[str, object]]]:
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    for label in ("8", "1", "2"):
        await anna.answer(label)
    return anna, await anna.standing()


async def _is_back(anna: Scene, before: tuple[str, dict[str, object]]) -> None:
    assert await anna.standing() == before
    assert await anna.state() == "answering"
    (live,) = await anna.live()
    assert live.id == (await anna.bot())[-1].id
    assert (await anna.attempt()).question.text["ru"] in live.text
    await anna.answer("5")
    assert (await anna.standing())[1] == before[1] | {before[0]: 5}


async def _by_tests(anna: Scene) -> None:
    await anna.say("/tests")
    await anna.press("tests-company")
    await anna.tap((await anna.attempt()).instrument.title["ru"])


LEAVING: dict[str, Move] = {
    "pause": lambda anna: anna.press("button-pause"),
    "cancel": lambda anna: anna.say("/cancel"),
    "just leave": lambda anna: anna.screen(),
}
RETURNING: dict[str, Move] = {
    "start": lambda anna: anna.open(),
    "its own link": lambda anna: anna.open("ml7-16"),
    "words": lambda anna: anna.say("привет"),
    "a sticker": lambda anna: anna.person.send_sticker(),
    "tests": _by_tests,
}


@pytest.mark.parametrize("returning", RETURNING)
async def test_leave_and_return(stage: Stage, returning: str) -> None:
    """Days later: the same question in a new message, the old one without buttons."""
    for leave in LEAVING.values():
        anna, before = await _under_way(stage)
        old = (await anna.screen()).id
        await leave(anna)
        stage.clock.ahead += timedelta(days=3)
        await RETURNING[returning](anna)
        assert (await anna.screen()).id > old
        await _is_back(anna, before)


@pytest.mark.parametrize("junk", ["words", "a sticker"])
async def test_silence(stage: Stage, junk: str) -> None:
    """After half an hour a message is a return; before, it is told what to do instead."""
    for minutes in (1, 29, 31, 60 * 24 * 300):
        anna, before = await _under_way(stage)
        stage.clock.ahead += timedelta(minutes=minutes)
        await RETURNING[junk](anna)
        screen = await anna.screen()
        assert (anna.word("notice-welcome-back") in screen.text) == (minutes > 30)
        await _is_back(anna, before)


async def test_silence_in_a_menu(stage: Stage) -> None:
    """Whoever left from a menu in the middle of a test is led back to the question too."""
    for menu in ("/settings", "/privacy", "/delete", "/tests", "/code"):
        anna, before = await _under_way(stage)
        await anna.say(menu)
        stage.clock.ahead += timedelta(hours=2)
        await anna.person.send_sticker()
        assert anna.word("notice-welcome-back") in (await anna.screen()).text
        await _is_back(anna, before)


async def test_pause_by_button(stage: Stage) -> None:
    """In the same message: saved, how much is done, one button to go on."""
    anna, before = await _under_way(stage)
    question = await anna.screen()
    screen = await anna.press("button-pause")
    assert screen.id == question.id
    assert screen.text == anna.word("paused", done=2, count=16)
    assert [button.text for button in screen.buttons] == [anna.word("button-resume")]
    await anna.press("button-resume")
    await _is_back(anna, before)


async def test_cancel(stage: Stage) -> None:
    """Pauses a test, leaves a menu, and says so where there is nothing to cancel."""
    anna, before = await _under_way(stage)
    await anna.say("/cancel")
    assert await anna.state() == "paused"
    assert await anna.live() == []
    screen = await anna.say("/cancel")
    assert anna.word("notice-nothing-to-cancel") in screen.text
    assert await anna.state() == "paused"
    await anna.say("/privacy")
    screen = await anna.say("/cancel")
    assert anna.word("notice-cancelled") in screen.text
    await _is_back(anna, before)


async def test_a_restart_changes_nothing(theatre: Theatre) -> None:
    """In every place: the next tap on the old screen counts as ever."""
    stage = await theatre.start()
    anna, before = await _under_way(stage)
    question = await anna.screen()
    await theatre.stop()
    anna.stage = await theatre.start()
    assert (await anna.screen()).id == question.id
    await _is_back(anna, before)
    await anna.press("button-pause")
    await theatre.stop()
    anna.stage = await theatre.start()
    await anna.press("button-resume")
    assert await anna.state() == "answering"


async def test_what_was_done_while_the_bot_was_away(theatre: Theatre) -> None:
    """A tap and a /start that waited at Telegram are dealt with in their order."""
    stage = await theatre.start()
    anna, before = await _under_way(stage)
    question = await anna.screen()
    await theatre.stop()
    await anna.person.tap_old(question.id, question.rows[0][4].data)
    await anna.person.open()
    anna.stage = await theatre.start()
    await quiet(anna.stage)
    assert (await anna.standing())[1] == before[1] | {before[0]: 5}
    assert len(await anna.live()) == 1


def _overlay(folder: Path) -> Path:
    """Another wording, which is another version of the questionnaire."""
    folder.mkdir()
    (folder / "map.yaml").write_text(
        'change: wording\nquestions:\n  "1.3":\n    text:\n'
        '      ru: "Совсем новая формулировка."\n',
        encoding="utf-8",
    )
    return folder


async def test_an_update_of_the_questionnaire(theatre: Theatre, tmp_path: Path) -> None:
    """A test under way ends with the version it began with; the next one is the new one."""
    stage = await theatre.start()
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer("8")
    before = await anna.standing()
    old = (await anna.attempt()).instrument
    await theatre.stop()

    anna.stage = await theatre.start(content_dir=str(_overlay(tmp_path / "words")))
    new = anna.stage.app.speech.library.instruments["map"]
    assert new.version != old.version
    await anna.open()
    await _is_back(anna, before)
    attempt = await anna.attempt()
    assert attempt.instrument.version == old.version
    assert attempt.question.code == "1.3"
    assert "новая формулировка" not in (await anna.screen()).text

    await anna.answer_all()
    await anna.open("ml7-16")
    if await anna.state() == "role":
        await anna.press("button-skip-all")
    await anna.answer("8")
    await anna.answer("3")
    assert (await anna.attempt()).instrument.version == new.version
    assert "Совсем новая формулировка." in (await anna.screen()).text
