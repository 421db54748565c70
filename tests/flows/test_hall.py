"""The hall's live picture: opened, kept fresh, stopped; and who gets nothing of it."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from structlog.typing import EventDict

from bot.app import App, running
from bot.hall import CLAIM
from handlers.callbacks import CampaignDo, Campaigning, HallDo, HallTap
from handlers.parcels.hall import EVERY, LASTS
from preview.screen import ChatMessage
from preview.world import DEFAULT_TOKEN
from results.facts_owner import BoardFacts
from results.studio import Studio
from tests.support.crowd import crowd, found
from tests.support.scene import Scene, refusals, rows, scene
from tests.support.stage import ADMIN, ANALYST, Stage, StartStage


@pytest.fixture
def drawn(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[BoardFacts]:
    """What was handed over to be drawn for the projector."""
    facts: list[BoardFacts] = []
    draw = studio.hall

    async def hall(one: BoardFacts) -> bytes:
        facts.append(one)
        return await draw(one)

    monkeypatch.setattr(studio, "hall", hall)
    return facts


async def staff(stage: Stage, user_id: int = ADMIN, language: str = "en") -> Scene:
    """An admin or an analyst."""
    anna = await scene(stage, language, user_id=user_id)
    await anna.agree()
    return anna


async def picture(anna: Scene) -> ChatMessage:
    """The newest picture in a chat."""
    return [message for message in await anna.bot() if message.photo][-1]


async def look(stage: Stage, *apps: App, after: timedelta = EVERY) -> None:
    """Time passes, and all processes look at the pictures."""
    stage.clock.ahead += after
    await asyncio.gather(*(app.projector.refresh_due() for app in apps or (stage.app,)))


async def edits(stage: Stage) -> list[dict[str, Any]]:
    """The bot's edits of pictures so far, refused ones too."""
    found = await stage.people.control("calls", method="editMessageMedia")
    latest: list[dict[str, Any]] = found["latest"]
    return latest


async def hall(stage: Stage, people: int = 0) -> Scene:
    """An admin who looks at a campaign's picture."""
    await stage.campaign()
    await crowd(stage, people)
    admin = await staff(stage)
    await admin.say("/hall ml7-16")
    return admin


@pytest.mark.parametrize("user_id", [ADMIN, ANALYST])
async def test_staff_open_it(stage: Stage, drawn: list[BoardFacts], user_id: int) -> None:
    """One message with one button; below the threshold no figures, but how to come in."""
    await stage.campaign()
    await crowd(stage, 3)
    anna = await staff(stage, user_id)
    await anna.say("/hall ML7-16")
    shown = await picture(anna)
    assert [button.text for button in shown.buttons] == [anna.word("button-hall-stop")]
    assert "Event ml7-16" in shown.caption
    assert anna.word("hall-note", step=5) in shown.caption
    (facts,) = drawn
    assert facts.hidden == anna.word("hall-hidden", missing=2)
    assert (facts.total, facts.questions, facts.blocks) == ("", [], ())
    assert [count.value for count in facts.counts] == ["3", "3", "0"]
    assert facts.link == stage.app.speech.house.deep_link("ml7-16")
    assert "ml7-16" in facts.link_caption
    (row,) = rows(stage, "halls")
    assert row["message_id"] == shown.id


async def test_from_the_campaign_s_page(stage: Stage) -> None:
    """The same by its button."""
    await stage.campaign()
    admin = await staff(stage)
    await admin.forge(Campaigning(do=CampaignDo.PAGE, n=(await found(stage)).id).pack())
    await admin.press("button-hall")
    assert await admin.toast() == admin.word("toast-making")
    assert [button.text for button in (await picture(admin)).buttons] == [
        admin.word("button-hall-stop")
    ]


async def test_two_asked_for_at_once(stage: Stage) -> None:
    """The second is asked for before the first has come: only that one is live in the end."""
    codes = ("one", "two")
    numbers = [(await found(stage, await stage.campaign(code))).id for code in codes]
    admin = await staff(stage)
    here = (await admin.bot())[-1].id
    taps = [HallTap(do=HallDo.OPEN, n=number).pack() for number in numbers]
    await asyncio.gather(*(admin.person.tap_old(here, tap) for tap in taps))
    shown = [message for message in await admin.bot() if message.photo]
    assert [len(message.buttons) for message in shown] == [0, 1]
    assert [row["message_id"] for row in rows(stage, "halls")] == [shown[1].id]


async def test_it_edits_itself_in_steps(stage: Stage, drawn: list[BoardFacts]) -> None:
    """Counts at once, figures by five; always the same message."""
    admin = await hall(stage)
    first = await picture(admin)
    await crowd(stage, 5, label="5")
    await look(stage)
    await crowd(stage, 1, label="1")
    await look(stage)
    shown = await picture(admin)
    assert shown.id == first.id
    assert shown.photo != first.photo
    assert [b.text for b in shown.buttons] == [admin.word("button-hall-stop")]
    assert len([m for m in await admin.bot() if m.photo]) == 1
    five, six = drawn[1:]
    assert (five.hidden, six.hidden) == ("", "")
    assert [count.value for count in six.counts] == ["6", "6", "0"]
    assert (five.total, five.blocks, five.questions) == (six.total, six.blocks, six.questions)
    assert six.total == "100"
    assert six.total_caption == admin.word("hall-total", count=5)
    assert six.note == admin.word("hall-note", step=5)
    assert [code.distribution for code in six.questions] == [[0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0]]
    await crowd(stage, 4, label="1")
    await look(stage)
    assert drawn[-1].total == "50"


async def test_nothing_new_is_no_edit(stage: Stage, drawn: list[BoardFacts]) -> None:
    """Neither drawn nor sent."""
    await hall(stage, 5)
    for _ in range(3):
        await look(stage)
    assert (await edits(stage), len(drawn)) == ([], 1)


async def test_not_more_often_than_every_few_seconds(stage: Stage) -> None:
    """People finish all the time; the picture waits for its moment."""
    await hall(stage)
    for _ in range(3):
        await crowd(stage, 1)
        stage.clock.ahead -= timedelta(seconds=20)  # as if the clock had not moved by itself
        await stage.app.projector.refresh_due()
        stage.clock.ahead += timedelta(seconds=20)
    assert await edits(stage) == []
    await look(stage)
    await stage.app.projector.refresh_due()
    assert len(await edits(stage)) == 1


async def test_stop(stage: Stage) -> None:
    """The picture stays, its button goes, nothing is edited any more."""
    admin = await hall(stage)
    await admin.press("button-hall-stop")
    assert await admin.toast() == admin.word("toast-hall-stopped")
    assert (await picture(admin)).rows == []
    assert (await picture(admin)).caption == admin.word("hall-stopped")
    assert rows(stage, "halls") == []
    await crowd(stage, 5)
    await look(stage)
    assert await edits(stage) == []


async def test_stopped_while_it_is_drawn(
    stage: Stage, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edit that was under way brings the button back: it goes again."""
    admin = await hall(stage)
    draw = studio.hall

    async def slow(facts: BoardFacts) -> bytes:
        await admin.press("button-hall-stop")
        return await draw(facts)

    monkeypatch.setattr(studio, "hall", slow)
    await crowd(stage, 5)
    await look(stage)
    assert len(await edits(stage)) == 1
    assert (await picture(admin)).rows == []
    assert rows(stage, "halls") == []


async def test_another_one_takes_its_place(stage: Stage) -> None:
    """One live picture a person; the earlier one keeps standing without its button."""
    admin = await hall(stage)
    await stage.campaign("other")
    await admin.say("/hall other")
    earlier, later = [message for message in await admin.bot() if message.photo]
    assert (earlier.rows, len(later.rows)) == ([], 1)
    (row,) = rows(stage, "halls")
    assert row["message_id"] == later.id
    await admin.forge(HallTap(do=HallDo.STOP, n=1).pack(), earlier.id)
    assert len(rows(stage, "halls")) == 1


@pytest.mark.parametrize("typed", ["/hall", "/hall nothing", "/hall " + "x" * 4000, "/hall 1 2"])
async def test_a_code_that_there_is_not(stage: Stage, typed: str) -> None:
    """Said kindly, with an example."""
    await stage.campaign()
    admin = await staff(stage)
    screen = await admin.say(typed)
    assert screen.html.startswith(admin.word("notice-hall-code"))
    assert rows(stage, "halls") == []


@pytest.mark.parametrize("do", list(HallDo))
async def test_strangers_get_nothing(stage: Stage, do: HallDo, said: list[EventDict]) -> None:
    """Neither by the command nor by a forged button; it is logged, with who it was."""
    admin = await hall(stage)
    boris = await scene(stage)
    await boris.begin("ml7-16")
    before = await boris.standing()
    await boris.forge(HallTap(do=do, n=1).pack(), (await picture(admin)).id)
    assert await boris.toast() == boris.word("toast-not-yours")
    screen = await boris.say("/hall ml7-16")
    assert boris.word("notice-unknown-command") in screen.text
    assert await boris.standing() == before
    assert [message for message in await boris.bot() if message.photo] == []
    assert len(rows(stage, "halls")) == 1
    assert refusals(stage) == 2
    assert [entry["event"] for entry in said].count("refused") == 2


async def test_forged_buttons_of_staff(stage: Stage) -> None:
    """A campaign that there is not; numbers out of range are no button of ours."""
    admin = await hall(stage)
    for data in (HallTap(do=HallDo.OPEN, n=77).pack(), "h1:open:-1", "h1:open:x", "h1:burn:1"):
        await admin.forge(data)
        assert await admin.toast() == admin.word("toast-foreign")
    assert len(rows(stage, "halls")) == 1


async def test_rights_that_were_taken_away(stage: Stage) -> None:
    """The picture stops, and its button goes."""
    admin = await hall(stage)
    await crowd(stage, 5)
    object.__setattr__(stage.app.speech.house, "admins", frozenset())
    await look(stage)
    assert await edits(stage) == []
    assert (rows(stage, "halls"), (await picture(admin)).rows) == ([], [])


async def test_it_ends_by_itself(stage: Stage) -> None:
    """After half a day nobody looks at it."""
    admin = await hall(stage)
    await crowd(stage, 5)
    await look(stage, after=LASTS)
    assert await edits(stage) == []
    assert (await picture(admin)).caption == admin.word("hall-stopped")
    assert (rows(stage, "halls"), (await picture(admin)).rows) == ([], [])


async def test_a_paused_campaign(stage: Stage, drawn: list[BoardFacts]) -> None:
    """It says so and stays."""
    admin = await hall(stage, 5)
    row = (await found(stage)).id
    await stage.app.database.write(lambda r: r.campaigns.open(row, is_open=False))
    await look(stage)
    assert admin.word("hall-status", status="paused") == drawn[-1].link_caption
    assert drawn[-1].total is not None
    assert len(rows(stage, "halls")) == 1


async def test_a_message_that_is_gone(stage: Stage) -> None:
    """Deleted by the person: it ends quietly."""
    await hall(stage)
    await crowd(stage, 5)
    await stage.people.control(
        "fault",
        method="editMessageMedia",
        error_code=400,
        description="Bad Request: message to edit not found",
    )
    await look(stage)
    assert rows(stage, "halls") == []


async def test_a_refused_picture_ends(stage: Stage) -> None:
    """What Telegram refuses it would refuse every five seconds."""
    await hall(stage)
    await crowd(stage, 5)
    await stage.people.control("fault", method="editMessageMedia", error_code=400)
    await look(stage)
    assert rows(stage, "halls") == []


async def test_a_blocked_bot(stage: Stage) -> None:
    """It ends, and nothing waits for them any longer."""
    admin = await hall(stage)
    (row,) = rows(stage, "halls")
    await crowd(stage, 5)
    await admin.person.block()
    await look(stage)
    assert rows(stage, "halls") == []
    (person,) = (one for one in rows(stage, "people") if one["id"] == row["person_id"])
    assert person["is_reachable"] == 0


async def test_retry_after_is_obeyed(stage: Stage) -> None:
    """Not a moment before; then the newest figures come."""
    await hall(stage)
    await crowd(stage, 5)
    await stage.people.control("fault", method="editMessageMedia", error_code=429, retry_after=60)
    await look(stage)
    await look(stage, after=timedelta(seconds=30))
    assert [call["code"] for call in await edits(stage)] == [429]
    await look(stage, after=timedelta(seconds=30))
    assert [call["code"] for call in await edits(stage)] == [429, 200]


@pytest.mark.parametrize("fault", [{"error_code": 502}, {"drop": True}])
async def test_telegram_that_can_t_be_reached(stage: Stage, fault: dict[str, Any]) -> None:
    """Tried again at the next look."""
    await hall(stage)
    await crowd(stage, 5)
    await stage.people.control("fault", method="editMessageMedia", **fault)
    await look(stage)
    await look(stage)
    assert [call["code"] for call in await edits(stage)][-1] == 200
    assert len(rows(stage, "halls")) == 1


async def test_a_drawing_that_fails(
    stage: Stage, studio: Studio, said: list[EventDict], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is logged, and tried again when the claim has ended."""
    admin = await hall(stage)
    draw = studio.hall

    async def fail(_facts: BoardFacts) -> bytes:
        raise RuntimeError("made up")

    monkeypatch.setattr(studio, "hall", fail)
    await crowd(stage, 5)
    await look(stage)
    assert [entry["log_level"] for entry in said].count("error") == 1
    said.clear()
    monkeypatch.setattr(studio, "hall", draw)
    await look(stage, after=CLAIM)
    assert len(await edits(stage)) == 1
    assert len((await picture(admin)).rows) == 1


async def test_a_restart_goes_on_with_the_same_message(stage: Stage, studio: Studio) -> None:
    """Killed over a picture: the next process takes it up when the claim has ended."""
    admin = await hall(stage)
    first = await picture(admin)
    stage.clock.ahead += EVERY
    now = stage.clock()
    assert await stage.app.database.write(lambda r: r.halls.claim(now, now + CLAIM))
    await crowd(stage, 5)
    async with running(stage.config, DEFAULT_TOKEN, studio, stage.clock) as later:
        await look(stage, later)
        assert await edits(stage) == []
        await look(stage, later, after=CLAIM)
    (edit,) = await edits(stage)
    assert int(edit["params"]["message_id"]) == first.id
    assert (await picture(admin)).photo != first.photo


async def test_two_processes_refresh_once(stage: Stage, studio: Studio) -> None:
    """Whoever comes first does it."""
    await hall(stage)
    async with running(stage.config, DEFAULT_TOKEN, studio, stage.clock) as other:
        for _ in range(3):
            await crowd(stage, 1)
            await look(stage, stage.app, other, other, stage.app)
    assert [call["code"] for call in await edits(stage)] == [200, 200, 200]


async def test_with_telegram_s_limits_on(start_stage: StartStage) -> None:
    """Edits beside a chat that goes on: none is refused."""
    stage = await start_stage(rate=1.0)
    admin = await hall(stage)
    for _ in range(4):
        await crowd(stage, 1)
        await look(stage)
    assert [call["code"] for call in await edits(stage)] == [200] * 4
    assert len([message for message in await admin.bot() if message.photo]) == 1
