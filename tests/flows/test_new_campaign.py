"""A new campaign step by step: every way through, every wrong entry, a restart in the middle."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.languages import LANGUAGES
from handlers.callbacks import CampaignDo, Campaigning, Drafting
from preview.screen import ChatMessage
from results.studio import Studio
from tests.support.places import title_of
from tests.support.revival import theatre_in
from tests.support.scene import Scene, quiet, rows, scene
from tests.support.stage import ADMIN, Stage, StartStage


async def beginning(stage: Stage, language: str = "en") -> Scene:
    """An admin at the first step."""
    anna = await scene(stage, language, user_id=ADMIN)
    await anna.agree()
    await anna.say("/admin")
    await anna.press("button-campaigns")
    await anna.press("button-new-campaign")
    return anna


async def express(anna: Scene) -> ChatMessage:
    """Chooses the map, and its short version by the first button."""
    await the_map(anna)
    return await anna.tap((await anna.screen()).rows[0][0].text)


async def the_map(anna: Scene) -> ChatMessage:
    """Chooses the map, unless it is chosen already."""
    screen = await anna.screen()
    if await anna.state() != "new_test":
        return screen
    title = title_of(anna, "map")
    return await anna.tap(next(label for label in labels(screen) if label.endswith(title)))


def made(stage: Stage) -> list[tuple[str, str, str | None]]:
    """Code, title and mode of all campaigns."""
    return [(row["code"], row["title"], row["mode"]) for row in rows(stage, "campaigns")]


def labels(screen: ChatMessage) -> list[str]:
    """The words of all buttons."""
    return [button.text for button in screen.buttons]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_step_by_step(stage: Stage, language: str) -> None:
    """Code, title, version, days, a look at it all, and the page of the new campaign."""
    anna = await beginning(stage, language)
    first = await anna.screen()
    assert anna.word("draft-heading", number=1, count=6).split("</b>")[1] in first.text
    await anna.say("ML7-16")
    await anna.say("Marketing <b>& more</b>")
    asked = await express(anna)
    assert await anna.state() == "new_days"
    assert stage.app.speech.house.zone.key in asked.text
    review = await anna.press("button-days-none")
    link = stage.app.speech.house.deep_link("ml7-16")
    for words in ("Marketing <b>& more</b>", link, anna.word("campaign-version-express")):
        assert words in review.text
    assert made(stage) == []
    page = await anna.press("button-create")
    assert made(stage) == [("ml7-16", "Marketing <b>& more</b>", "express")]
    assert await anna.state() == "campaign"
    assert anna.word("campaign-made") in page.text
    assert link in page.text
    (entry,) = rows(stage, "audit")
    assert entry["action"] == "campaign_created"
    assert "ml7-16" in entry["details"]
    boris = await scene(stage)
    assert "Marketing <b>& more</b>" in (await boris.open("ml7-16")).text


GOOD = {
    "ml7-16 Marketing, 16 May": ("ml7-16", "Marketing, 16 May"),
    "ML7-17   <b>A & B</b>": ("ml7-17", "<b>A & B</b>"),
    "x Y": ("x", "Y"),
    "c" * 62 + " T": ("c" * 62, "T"),
    "code " + "т" * 120: ("code", "т" * 120),
    "lines\ntwo\nlines": ("lines", "two lines"),
}


async def test_code_and_title_in_one_line(stage: Stage) -> None:
    """Straight on to the version; the code still fits a passed-on card's link."""
    anna = await beginning(stage)
    for typed, (code, title) in GOOD.items():
        await anna.say(typed)
        assert await anna.state() == "new_test", typed
        await express(anna)
        await anna.press("button-days-none")
        await anna.press("button-create")
        assert made(stage)[-1] == (code, title, "express")
        assert len(f"s_{code}") <= 64
        await anna.press("button-back")
        await anna.press("button-new-campaign")


@pytest.mark.parametrize(
    "typed",
    [
        "кодъ Название", "c" * 63 + " T", "s_x Title", "S_X Title", "a.b Title", "=1+1 Title",
        "🙂 Title", "s_x", "код", "a" * 4000, "code!",
    ],
)  # fmt: skip
async def test_a_bad_code(stage: Stage, typed: str) -> None:
    """Told what is expected; asked again; nothing is made."""
    anna = await beginning(stage)
    before = (await anna.known()).context
    screen = await anna.say(typed)
    assert anna.word("notice-campaign-code") in screen.text
    assert await anna.state() == "new_campaign"
    assert (await anna.known()).context == before
    await anna.press("button-back")
    assert await anna.state() == "campaigns"
    assert made(stage) == []


async def test_a_taken_code(stage: Stage) -> None:
    """Upper or lower case; the next free one is offered, and what was typed beside it is kept."""
    await stage.campaign("ml7-16")
    anna = await beginning(stage)
    assert "event" in labels(await anna.screen())
    screen = await anna.say("ML7-16")
    assert anna.word("notice-campaign-taken", code="ml7-16") in screen.text
    screen = await anna.say("card")
    assert anna.word("notice-campaign-taken", code="card") in screen.text
    await anna.say("ml7-16 Again")
    await anna.tap("ml7-16-2")
    assert await anna.state() == "new_title"


async def test_a_code_that_somebody_else_takes_meanwhile(stage: Stage) -> None:
    """At the last step: back to the code, with the title kept, and another one offered."""
    anna = await beginning(stage)
    await anna.say("ml7-16 Marketing")
    await express(anna)
    await anna.press("button-days-none")
    await stage.campaign("ml7-16")
    screen = await anna.press("button-create")
    assert anna.word("notice-campaign-taken", code="ml7-16") in screen.text
    assert await anna.state() == "new_campaign"
    await anna.tap("ml7-16-2")
    assert "Marketing" in (await anna.screen()).text
    await anna.press("button-keep")
    await express(anna)
    await anna.press("button-days-none")
    await anna.press("button-create")
    assert made(stage)[-1] == ("ml7-16-2", "Marketing", "express")


async def test_a_title_that_is_too_long(stage: Stage) -> None:
    """With its length; the code that came along is kept, and in haste nothing is cut."""
    anna = await beginning(stage)
    screen = await anna.say("ml7-16 " + "т" * 121)
    assert anna.word("notice-campaign-title", count=121, limit=120) in screen.text
    assert await anna.state() == "new_title"
    screen = await anna.say("т" * 200)
    assert anna.word("notice-campaign-title", count=200, limit=120) in screen.text
    await anna.say("Short")
    assert await anna.state() == "new_test"
    assert (await anna.known()).context["code"] == "ml7-16"


async def test_back_at_every_step(stage: Stage) -> None:
    """What was said stands there again, and can be kept or said anew."""
    anna = await beginning(stage)
    await anna.say("ml7-16 Marketing")
    await the_map(anna)
    await anna.press("button-people-choose")
    await anna.say("16.05.2031")
    assert await anna.state() == "new_review"
    back = await anna.press("button-back")
    assert "16 May 2031" in back.text
    back = await anna.press("button-back")
    assert f"✓ {anna.word('button-people-choose')}" in labels(back)
    back = await anna.press("button-back")
    assert f"✓ {title_of(anna, 'map')}" in labels(back)
    back = await anna.press("button-back")
    assert "Marketing" in back.text
    back = await anna.press("button-back")
    assert "ml7-16" in labels(back)
    assert await anna.state() == "new_campaign"
    await anna.tap("ml7-16")
    await anna.say("Sales")
    await anna.tap(f"✓ {title_of(anna, 'map')}")
    await anna.tap(f"✓ {anna.word('button-people-choose')}")
    await anna.press("button-keep")
    await anna.press("button-create")
    assert made(stage) == [("ml7-16", "Sales", None)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_days(start_stage: StartStage, language: str) -> None:
    """Each wrong entry gets its answer; the right one is shown in words and kept as moments."""
    stage = await start_stage(time_zone="Europe/Kyiv")
    anna = await beginning(stage, language)
    await anna.say("ml7-16 Marketing")
    await express(anna)
    for typed, fault in (
        ("завтра", "unclear"), ("32.05", "none"), ("18.05–16.05", "reversed"),
        ("01.05.2020", "past"), ("01.05.2999", "far"), ("🙂" * 2000, "unclear"),
    ):  # fmt: skip
        screen = await anna.say(typed)
        assert anna.word(f"days-{fault}") in screen.text
        assert await anna.state() == "new_days"
        assert (await anna.known()).context["title"] == "Marketing"
    year = stage.clock().year + 1
    await anna.say(f"16.05–18.05.{year}")
    await anna.press("button-create")
    (row,) = rows(stage, "campaigns")
    zone = ZoneInfo("Europe/Kyiv")
    assert row["opens_at"] == datetime(year, 5, 16, tzinfo=zone).timestamp() * 1000
    assert row["closes_at"] == datetime(year, 5, 19, tzinfo=zone).timestamp() * 1000


@pytest.mark.parametrize("chosen", ["today", "week"])
async def test_days_by_a_button(stage: Stage, chosen: str) -> None:
    """They begin at the last midnight where the operator is."""
    zone = stage.app.speech.house.zone
    assert zone.key == "UTC"
    anna = await beginning(stage)
    await anna.say("ml7-16 Marketing")
    await express(anna)
    await anna.press(f"button-days-{chosen}")
    await anna.press("button-create")
    (row,) = rows(stage, "campaigns")
    now = stage.clock().astimezone(zone)
    opens_at = datetime.fromtimestamp(row["opens_at"] / 1000, zone)
    closes_at = datetime.fromtimestamp(row["closes_at"] / 1000, zone)
    assert opens_at.date() == now.date()
    last = (closes_at - timedelta(milliseconds=1)).date()
    assert last == now.date() if chosen == "today" else last.isoweekday() == 7
    boris = await scene(stage)
    assert "Marketing" in (await boris.open("ml7-16")).text


async def test_a_draft_that_lies_over_midnight(stage: Stage) -> None:
    """Its day is over before it is made: asked anew, and nothing else is lost."""
    anna = await beginning(stage)
    await anna.say("ml7-16 Marketing")
    await express(anna)
    await anna.press("button-days-today")
    stage.clock.ahead += timedelta(days=1)
    screen = await anna.press("button-create")
    assert anna.word("days-past") in screen.text
    assert await anna.state() == "new_days"
    await anna.press("button-days-none")
    await anna.press("button-create")
    assert made(stage) == [("ml7-16", "Marketing", "express")]


async def test_leaving(stage: Stage) -> None:
    """`/cancel` leaves; the draft is gone."""
    anna = await beginning(stage)
    await anna.say("ml7-16 Marketing")
    screen = await anna.say("/cancel")
    assert anna.word("notice-cancelled") in screen.text
    assert await anna.state() == "home"
    assert made(stage) == []


async def test_a_text_twice(stage: Stage) -> None:
    """A message that Telegram delivers again is not taken for the next step's answer."""
    anna = await beginning(stage)
    await anna.say("ml7-16")
    await stage.people.control("redeliver")
    await quiet(stage)
    assert await anna.state() == "new_title"
    assert "title" not in (await anna.known()).context


async def test_create_twice(stage: Stage) -> None:
    """Tapped twice and delivered twice: one campaign, one entry in the log."""
    anna = await beginning(stage)
    await anna.say("ml7-16 Marketing")
    await express(anna)
    review = await anna.press("button-days-none")
    data = review.rows[0][0].data
    anna.taps += [await anna.person.tap_old(review.id, data) for _ in range(2)]
    await quiet(stage)
    await stage.people.control("redeliver")
    await quiet(stage)
    assert len(rows(stage, "campaigns")) == len(rows(stage, "audit")) == 1
    assert await anna.state() == "campaign"


async def test_buttons_of_other_steps_and_forged_ones(stage: Stage) -> None:
    """Nothing moves, wherever one stands."""
    anna = await beginning(stage)
    await anna.say("ml7-16 Marketing")
    await the_map(anna)
    for step, chosen in (
        ("new_review", "next"), ("new_title", "next"), ("new_days", "today"), ("admin", "next"),
        ("nowhere", "back"), ("new_mode", "fast"), ("new_mode", "next"), ("new_mode", ""),
    ):  # fmt: skip
        await anna.forge(Drafting(step=step, v=chosen).pack())
        assert await anna.state() == "new_mode", (step, chosen)
    await express(anna)
    for chosen in ("next", "never", "2026-01-01"):
        await anna.forge(Drafting(step="new_days", v=chosen).pack())
        assert await anna.state() == "new_days", chosen
    assert made(stage) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_clone(stage: Stage, language: str) -> None:
    """The same settings, a code of its own, the title to be confirmed."""
    await stage.campaign("ml7-16", mode="full")
    anna = await scene(stage, language, user_id=ADMIN)
    await anna.agree()
    await anna.say("/admin")
    await anna.press("button-campaigns")
    await anna.tap("ml7-16")
    first = await anna.press("button-clone")
    assert anna.word("draft-heading-clone", number=1, count=3).split("</b>")[1] in first.text
    second = await anna.tap("ml7-16-2")
    assert "Event ml7-16" in second.text
    await anna.press("button-keep")
    assert await anna.state() == "new_review"
    await anna.press("button-create")
    assert made(stage) == [
        ("ml7-16", "Event ml7-16", "full"),
        ("ml7-16-2", "Event ml7-16", "full"),
    ]
    (entry,) = rows(stage, "audit")
    assert entry["action"] == "campaign_cloned"
    assert '"like":"ml7-16"' in entry["details"]


async def test_a_clone_of_one_with_dates(stage: Stage) -> None:
    """Its dates are not taken over: they are asked for."""
    await stage.campaign("ml7-16")
    now = stage.clock()

    async def unit(records):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - one call
        (campaign,) = await records.campaigns.page(0, 100)
        await records.campaigns.reschedule(campaign.id, now, now + timedelta(days=2))
        return campaign.id

    row = await stage.app.database.write(unit)
    anna = await scene(stage, "en", user_id=ADMIN)
    await anna.agree()
    await anna.forge(Campaigning(do=CampaignDo.CLONE, n=row).pack())
    await anna.say("ml8 Next year")
    assert await anna.state() == "new_days"
    await anna.press("button-days-week")
    await anna.press("button-create")
    assert made(stage)[-1] == ("ml8", "Next year", "express")
    assert rows(stage, "campaigns")[-1]["opens_at"] is not None


async def test_a_restart_at_every_step(tmp_path: Path, studio: Studio) -> None:
    """The bot stops and starts again on the same data: one goes on where one stood."""
    async with theatre_in(tmp_path, studio) as theatre:
        stage = await theatre.start()
        anna = await beginning(stage)

        async def restart() -> Stage:
            await theatre.stop()
            anna.stage = await theatre.start()
            return anna.stage

        await restart()
        await anna.say("ml7-16")
        await restart()
        await anna.say("Marketing")
        await restart()
        await the_map(anna)
        await restart()
        await express(anna)
        await restart()
        await anna.say("16.05.2031")
        stage = await restart()
        screen = await anna.screen()
        for words in ("ml7-16", "Marketing", "16 May 2031"):
            assert words in screen.text
        await anna.press("button-create")
        assert made(stage) == [("ml7-16", "Marketing", "express")]
        assert rows(stage, "campaigns")[0]["opens_at"] == (
            datetime(2031, 5, 16, tzinfo=UTC).timestamp() * 1000
        )
