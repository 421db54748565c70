"""Reminders of tests that were left: once, in the daytime, and only where they are wanted."""

from datetime import timedelta
from typing import Any

import pytest

from bot.reminders import remind_due
from domain.languages import LANGUAGES
from handlers.callbacks import Stay, StayDo
from handlers.views.menu import minutes
from preview.screen import ChatMessage
from tests.support.calendar import go_to, remind
from tests.support.scene import Scene, quiet, rows, scene
from tests.support.stage import ADMIN, Stage, StartStage


async def left_a_test(stage: Stage, language: str = "ru", **who: Any) -> Scene:  # noqa: ANN401 - as of scene
    """Somebody who answered three questions on a Monday at noon, and left."""
    go_to(stage, language, 0, 12)
    code = await stage.campaign()
    anna = await scene(stage, language, **who)
    await anna.begin(code)
    await anna.answer("9")
    await anna.answer()
    await anna.answer()
    return anna


def is_reminder(message: ChatMessage) -> bool:
    """Whether a message still offers to go on."""
    return any(button.data.startswith("t1:continue") for button in message.buttons)


async def reminders(anna: Scene) -> list[ChatMessage]:
    """The reminders that stand in the chat."""
    return [message for message in await anna.bot() if is_reminder(message)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_reminder(stage: Stage, language: str) -> None:
    """The next day in the daytime, with what is left; and never again."""
    anna = await left_a_test(stage, language)
    go_to(stage, language, 0, 19, 50)
    assert await remind(stage) == 0, "they have only just left"
    go_to(stage, language, 1, 9, 55)
    assert await remind(stage) == 0, "it is early"
    go_to(stage, language, 1, 10, 30)
    assert await remind(stage) == 1
    (told,) = await reminders(anna)
    done, count = (await anna.attempt()).progress
    title = (await anna.attempt()).instrument.title[language]
    said = anna.word("reminder-begun", title=title, done=done, count=count, minutes=3)
    assert anna.word("reminder-once") in told.text
    assert said.replace("<b>", "").replace("</b>", "") in told.text
    for day in range(1, 9):
        go_to(stage, language, day, 15)
        assert await remind(stage) == 0
    assert len(await reminders(anna)) == 1


async def test_going_on(stage: Stage) -> None:
    """The question comes as a new message; the reminder turns into a line."""
    anna = await left_a_test(stage)
    before = await anna.screen()
    standing = await anna.standing()
    go_to(stage, "ru", 1, 12)
    await remind(stage)
    (told,) = await reminders(anna)
    screen = await anna.press("button-resume")
    assert screen.id > told.id
    assert await anna.standing() == standing
    assert len(await anna.live()) == 1
    assert before.id not in {message.id for message in await anna.bot()}
    (line,) = [message for message in await anna.bot() if message.id == told.id]
    assert (line.text, line.rows) == (anna.word("reminder-continued"), [])
    await anna.answer()
    assert len((await anna.standing())[1]) == len(standing[1]) + 1


async def test_going_on_after_a_restart(start_stage: StartStage) -> None:
    """What the button needs stands in the database."""
    stage = await start_stage()
    anna = await left_a_test(stage)
    go_to(stage, "ru", 1, 12)
    await remind(stage)
    (told,) = await reminders(anna)
    standing = await anna.standing()
    await stage.app.courier.close(1)
    # The next process knows nothing of the one before but the database.
    stage.app.courier._lanes.clear()
    screen = await anna.forge(told.buttons[0].data, told.id)
    assert screen.id > told.id
    assert await anna.standing() == standing


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_tap_stops_it(stage: Stage, language: str) -> None:
    """Stored at once, answered kindly, undone in the settings; other tests bring none."""
    anna = await left_a_test(stage, language)
    go_to(stage, language, 1, 12)
    await remind(stage)
    await anna.press("button-reminder-stop")
    assert await anna.toast() == anna.word("toast-reminders-off")
    assert rows(stage, "people")[0]["takes_reminders"] == 0
    (line,) = [one for one in await anna.bot() if one.text == anna.word("reminder-stopped")]
    assert line.rows == []
    settings = await anna.say("/settings")
    assert anna.word("settings-reminders", on="no") in settings.text
    settings = await anna.press("button-reminders-on")
    assert anna.word("settings-reminders", on="yes") in settings.text
    assert anna.word("notice-reminders-on") in settings.text
    settings = await anna.press("button-reminders-off")
    assert anna.word("settings-reminders", on="no") in settings.text
    assert rows(stage, "people")[0]["takes_reminders"] == 0


async def test_the_opt_out_lasts(stage: Stage) -> None:
    """Through answers, other tests and whatever else is stored about the person."""
    anna = await left_a_test(stage)
    await anna.say("/settings")
    await anna.press("button-reminders-off")
    await anna.say("/cancel")
    await anna.say("/start")
    await anna.answer()
    await anna.say("/mydata")
    go_to(stage, "ru", 2, 12)
    assert await remind(stage) == 0
    assert rows(stage, "people")[0]["takes_reminders"] == 0


async def test_not_on_sundays_and_not_at_night(stage: Stage) -> None:
    """Who leaves on a Saturday morning is reminded on Monday."""
    anna = await left_a_test(stage)
    go_to(stage, "ru", 5, 11)
    await anna.answer()
    for day, hour in ((5, 23), (6, 3), (6, 12), (6, 19), (7, 2), (7, 9)):
        go_to(stage, "ru", day, hour)
        assert await remind(stage) == 0
    go_to(stage, "ru", 7, 10)
    assert await remind(stage) == 1


async def test_the_setting_decides_where_it_is_day(start_stage: StartStage) -> None:
    """An operator elsewhere: noon in Moscow is night there."""
    stage = await start_stage(time_zone="America/Vancouver")
    await left_a_test(stage)
    go_to(stage, "ru", 2, 12)
    assert await remind(stage) == 0
    go_to(stage, "ru", 2, 22)
    assert await remind(stage) == 1


async def test_not_after_the_end(stage: Stage) -> None:
    """A finished test is not reminded of, nor one finished between making and sending."""
    anna = await left_a_test(stage)
    go_to(stage, "ru", 1, 12)
    app = stage.app
    assert len(await remind_due(app.database, app.speech.house, stage.clock())) == 1
    await anna.leap("own_nps_reason", 3)
    await anna.press("button-skip")
    go_to(stage, "ru", 3, 12)
    await app.courier.look_again()
    await quiet(stage)
    assert await reminders(anna) == []
    assert await remind(stage) == 0
    assert rows(stage, "deliveries") == []


@pytest.mark.parametrize("hours", [10, 24 * 9], ids=["at night", "days late"])
async def test_after_an_outage(stage: Stage, hours: int) -> None:
    """Made at noon, not sent: it does not come at night, nor when it is long past."""
    anna = await left_a_test(stage)
    go_to(stage, "ru", 1, 12)
    app = stage.app
    assert len(await remind_due(app.database, app.speech.house, stage.clock())) == 1
    stage.clock.ahead += timedelta(hours=hours)
    await app.courier.look_again()
    await quiet(stage)
    assert await reminders(anna) == []
    assert rows(stage, "deliveries") == []


async def test_too_late(stage: Stage) -> None:
    """After an outage of more than a week nobody is reminded out of the blue."""
    await left_a_test(stage)
    go_to(stage, "ru", 8, 12)
    assert await remind(stage) == 0


async def test_not_where_no_answers_are_taken(stage: Stage) -> None:
    """A campaign that was paused: there is nothing to go on with."""
    await left_a_test(stage)
    (campaign,) = rows(stage, "campaigns")
    await stage.app.database.write(lambda r: r.campaigns.open(campaign["id"], is_open=False))
    go_to(stage, "ru", 1, 12)
    assert await remind(stage) == 0
    await stage.app.database.write(lambda r: r.campaigns.open(campaign["id"], is_open=True))
    assert await remind(stage) == 1


async def test_not_in_the_middle_of_something_else(stage: Stage) -> None:
    """Who is about to delete everything is not asked to go on; who paused is."""
    anna = await left_a_test(stage)
    await anna.say("/delete")
    go_to(stage, "ru", 1, 12)
    assert await remind(stage) == 0
    await anna.press("button-cancel")
    await anna.press("button-pause")
    go_to(stage, "ru", 2, 12)
    assert await remind(stage) == 1


async def test_not_for_trials(stage: Stage) -> None:
    """Admins try the test out; nobody reminds them of that."""
    await left_a_test(stage, user_id=ADMIN)
    go_to(stage, "ru", 1, 12)
    assert await remind(stage) == 0


async def test_not_for_those_who_blocked_the_bot(stage: Stage) -> None:
    """Nor for those who are gone."""
    anna = await left_a_test(stage)
    await anna.person.block()
    await quiet(stage)
    go_to(stage, "ru", 1, 12)
    assert await remind(stage) == 0


async def test_before_the_first_answer(stage: Stage) -> None:
    """The words fit those who have only opened the test."""
    go_to(stage, "ru", 0, 12)
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    go_to(stage, "ru", 1, 12)
    assert await remind(stage) == 1
    (told,) = await reminders(anna)
    attempt = await anna.attempt()
    title, left = attempt.instrument.title["ru"], minutes(attempt.progress[1])
    said = anna.word("reminder-untouched", title=f"<b>{title}</b>", minutes=left)
    assert said.replace("<b>", "").replace("</b>", "") in told.text
    assert told.buttons[0].text == anna.word("button-start")


async def test_old_and_forged_buttons(stage: Stage) -> None:
    """A button of a reminder after the end, and one that was never there."""
    anna = await left_a_test(stage)
    go_to(stage, "ru", 1, 12)
    await remind(stage)
    (told,) = await reminders(anna)
    await anna.leap("own_nps_reason", 3)
    await anna.press("button-skip")
    count = len(await anna.bot())
    await anna.forge(told.buttons[0].data, told.id)
    assert await anna.toast() == anna.word("toast-reminder-done")
    assert len(await anna.bot()) == count
    for do in (StayDo.CONTINUE, StayDo.AGAIN, StayDo.LATER, StayDo.WISH, StayDo.CHANGE):
        await anna.forge(Stay(do=do, arg="nobody.ru").pack())
        assert await anna.toast() == anna.word("toast-foreign")
    assert len(await anna.bot()) == count


async def test_mydata_shows_it(stage: Stage) -> None:
    """The wish, the reminder and the setting are in the file."""
    anna = await left_a_test(stage)
    go_to(stage, "ru", 1, 12)
    await remind(stage)
    known = await anna.known()
    kept: Any = await stage.app.database.read(lambda r: r.everything.of_person(known))
    assert kept["person"]["takes_reminders"] is True
    assert kept["attempts"][0]["reminded_at"] is not None
    assert kept["attempts"][0]["again_at"] is None
