"""Campaigns with dates, for those who come: too early, too late, and across the last midnight."""

from datetime import date, timedelta

import pytest

from domain.days import Days
from domain.languages import LANGUAGES
from handlers.callbacks import Go, To
from storage.records import Records
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage, StartStage


async def _dated(stage: Stage, first: int, last: int, code: str = "ml7-16") -> Days:
    """A campaign from so many days after today to so many; the days."""
    await stage.campaign(code)
    zone = stage.app.speech.house.zone
    today = stage.clock().astimezone(zone).date()
    days = Days(today + timedelta(days=first), today + timedelta(days=last))

    async def unit(records: Records) -> None:
        campaign = await records.campaigns.by_code(code)
        if campaign is not None:
            await records.campaigns.reschedule(campaign.id, *days.moments(zone))

    await stage.app.database.write(unit)
    return days


def _said(anna: Scene, key: str, day: date) -> str:
    return anna.word(key, date=anna.stage.app.speech.texts.date(anna.language, day))


async def _tomorrow(stage: Stage) -> None:
    stage.clock.ahead += timedelta(days=1)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_too_early_and_too_late(stage: Stage, language: str) -> None:
    """Told the day, in their language; the test can be taken without the campaign."""
    soon = await _dated(stage, 2, 4, "soon")
    gone = await _dated(stage, -4, -1, "gone")
    for code, key, day in (
        ("soon", "campaign-early", soon.first),
        ("gone", "campaign-over", gone.last),
    ):
        anna = await scene(stage, language)
        welcome = await anna.open(code)
        assert _said(anna, key, day) in welcome.text
        assert (await anna.known()).campaign is None
        await anna.press("button-consent")
        await anna.press("button-skip-all")
        assert await anna.state() == "mode"
        await anna.tap((await anna.screen()).rows[0][0].text)
        assert await anna.state() == "answering"
    assert [row["campaign_id"] for row in rows(stage, "attempts")] == [None, None]


async def test_a_code_typed_too_early(stage: Stage) -> None:
    """The same by hand; on the day itself it opens."""
    days = await _dated(stage, 1, 1)
    anna = await scene(stage)
    await anna.agree()
    await anna.press("button-skip-all")
    screen = await anna.say("/code ml7-16")
    assert _said(anna, "campaign-early", days.first) in screen.text
    await _tomorrow(stage)
    await anna.say("/code ml7-16")
    known = (await anna.known()).campaign
    assert known is not None
    assert known.code == "ml7-16"


async def test_an_attempt_under_way_may_be_finished(stage: Stage) -> None:
    """It closes in the middle: the answers still count there."""
    await _dated(stage, 0, 0)
    anna = await scene(stage)
    await anna.begin("ml7-16")
    await anna.answer("9")
    await _tomorrow(stage)
    await anna.open()
    await anna.leap("own_nps_reason", 3)
    await anna.press("button-skip")
    (attempt,) = rows(stage, "attempts")
    assert attempt["finished_at"] is not None
    assert attempt["campaign_id"] is not None


async def test_midnight_before_the_first_question(stage: Stage) -> None:
    """The questions about the person were opened in time, the test no longer: told, and taken."""
    days = await _dated(stage, 0, 0)
    anna = await scene(stage)
    await anna.agree("ml7-16")
    assert await anna.state() == "role"
    await _tomorrow(stage)
    screen = await anna.press("button-skip-all")
    assert await anna.state() == "answering"
    assert _said(anna, "campaign-over", days.last) in screen.text
    assert [row["campaign_id"] for row in rows(stage, "attempts")] == [None]
    assert (await anna.known()).campaign is None


async def test_midnight_before_the_consent(stage: Stage) -> None:
    """Opened in time, agreed too late."""
    days = await _dated(stage, 0, 0)
    anna = await scene(stage)
    await anna.open("ml7-16")
    await _tomorrow(stage)
    screen = await anna.press("button-consent")
    assert _said(anna, "campaign-over", days.last) in screen.text
    assert (await anna.known()).campaign is None


async def test_another_link_in_the_middle_of_a_test(stage: Stage) -> None:
    """One that is over does not ask to choose: it is told, and the test goes on."""
    await stage.campaign("other")
    days = await _dated(stage, -1, -1)
    anna = await scene(stage)
    await anna.begin("other")
    screen = await anna.open("ml7-16")
    assert await anna.state() == "answering"
    assert _said(anna, "campaign-over", days.last) in screen.text


async def test_over_again_after_the_end(stage: Stage) -> None:
    """Starting over is a new beginning: too late for the campaign, and told so."""
    days = await _dated(stage, 0, 0)
    await stage.campaign("other")
    anna = await scene(stage)
    await anna.begin("ml7-16")
    await anna.answer("8")
    await anna.open("other")
    await _tomorrow(stage)
    screen = await anna.press("button-conflict-over")
    assert _said(anna, "campaign-over", days.last) in screen.text
    first, second = rows(stage, "attempts")
    assert first["campaign_id"] is not None
    assert second["campaign_id"] is None


async def test_what_waits_after_the_end(stage: Stage) -> None:
    """The link leads back to what was begun in time, and nowhere else."""
    await _dated(stage, 0, 0)
    await stage.campaign("other")
    anna, boris = await scene(stage), await scene(stage)
    for one in (anna, boris):
        await one.begin("ml7-16")
    await anna.answer("8")
    before = await anna.standing()
    for one in (anna, boris):
        await one.forge(Go(to=To.TEST, arg="metrics").pack())
    await _tomorrow(stage)
    await anna.open("ml7-16")
    assert await anna.standing() == before
    await boris.open("ml7-16")
    assert (await boris.attempt()).instrument.id == "metrics"


async def test_the_full_version_after_the_end(stage: Stage) -> None:
    """After the short one, too: it is taken for oneself."""
    await _dated(stage, 0, 0)
    anna = await scene(stage)
    await anna.begin("ml7-16")
    await anna.leap("own_nps_reason", 3)
    await anna.press("button-skip")
    (before,) = rows(stage, "attempts")
    await _tomorrow(stage)
    await anna.forge(f"g1:full:{before['key']}")
    assert await anna.state() == "answering"
    assert [row["campaign_id"] for row in rows(stage, "attempts")] == [1, None]


async def test_the_operator_s_midnight(start_stage: StartStage) -> None:
    """A campaign of one day runs where the operator is, not by UTC."""
    stage = await start_stage(time_zone="Pacific/Kiritimati")
    zone = stage.app.speech.house.zone
    now = stage.clock().astimezone(zone)
    days = await _dated(stage, 0, 0)
    assert days.first == now.date()
    anna = await scene(stage)
    await anna.open("ml7-16")
    assert (await anna.known()).campaign is not None
    left = (24 - now.hour) * 60 - now.minute
    stage.clock.ahead += timedelta(minutes=left + 1)
    boris = await scene(stage)
    await boris.open("ml7-16")
    assert (await boris.known()).campaign is None
