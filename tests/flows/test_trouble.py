"""Blocked bots, floods, failing servers, lost connections, screens that are gone."""

import pytest

from storage.records import Records
from tests.support.scene import Scene, message, quiet, rows, scene, until
from tests.support.stage import Stage, StartStage


async def _under_way(stage: Stage, *labels: str) -> Scene:
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    for label in labels or ("8",):
        await anna.answer(label)
    return anna


@pytest.mark.parametrize(
    "fault",
    [
        {"error_code": 429, "retry_after": 1},
        {"error_code": 500},
        {"error_code": 502, "times": 2},
        {"drop": True},
        {"drop": True, "after": True},
        {"error_code": 500, "after": True},
    ],
)
async def test_the_next_question_comes_in_the_end(stage: Stage, fault: dict[str, object]) -> None:
    """The answer is stored whatever happens to its screen; the screen is tried again."""
    anna = await _under_way(stage)
    await stage.people.control("fault", method="editMessageText", **fault)
    screen = await anna.answer("3")
    code, answers = await anna.standing()
    assert len(answers) == 2
    assert (await anna.attempt()).instrument.by_code[code].text["ru"] in screen.text
    assert len(await anna.live()) == 1
    assert not (await anna.known()).screen.is_due


@pytest.mark.parametrize(
    "fault", [{"error_code": 429, "retry_after": 1}, {"error_code": 503}, {"drop": True}]
)
async def test_taps_go_on_meanwhile(stage: Stage, fault: dict[str, object]) -> None:
    """What is tapped on the screen that is behind counts or is told, never lost or doubled."""
    anna = await _under_way(stage)
    await stage.people.control("fault", method="editMessageText", **fault)
    screen = (await anna.bot())[-1]
    anna.taps.append(await anna.person.tap_old(screen.id, screen.rows[0][1].data))
    await anna.person.wait_answer(anna.taps[-1])
    anna.taps.append(await anna.person.tap_old(screen.id, screen.rows[0][1].data))
    await anna.person.wait_answer(anna.taps[-1])
    assert len((await anna.standing())[1]) == 2
    assert len(await anna.live()) == 1


@pytest.mark.parametrize("fault", [{"error_code": 500}, {"drop": True}, {"error_code": 400}])
async def test_lesser_calls_that_fail(stage: Stage, fault: dict[str, object]) -> None:
    """Neither a toast nor a tidy-up is worth the test: it goes on to its card."""
    anna = await _under_way(stage)
    for method in ("answerCallbackQuery", "deleteMessage", "sendChatAction"):
        await stage.people.control("fault", method=method, **fault)
    await anna.answer("3")
    await anna.open()
    await anna.answer("3")
    await anna.leap("own_nps_reason")
    await anna.press("button-skip")
    assert any(m.photo for m in await anna.bot())
    assert await anna.live() == []


@pytest.mark.parametrize("method", ["sendPhoto", "sendMessage", "editMessageText"])
@pytest.mark.parametrize("fault", [{"error_code": 500}, {"drop": True}])
async def test_the_result_comes_in_the_end(
    stage: Stage, method: str, fault: dict[str, object]
) -> None:
    """Done line, card, words: each of them once, in this order."""
    anna = await _under_way(stage)
    await anna.leap("own_nps_reason")
    await stage.people.control("fault", method=method, **fault)
    await anna.press("button-skip")
    consent, done, card, twin = await anna.bot()
    assert consent.text
    assert done.text.startswith("✓")
    assert card.photo
    assert "75" in twin.text
    assert rows(stage, "deliveries") == []


async def test_a_query_too_old_to_be_answered(stage: Stage) -> None:
    """The answer to the question counts all the same."""
    anna = await _under_way(stage)
    await stage.people.control("settings", callback_window_s=-1)
    await anna.answer("3")
    assert len((await anna.standing())[1]) == 2


async def test_a_screen_that_is_gone(stage: Stage) -> None:
    """Somebody clears the chat: the next screen comes anew, and so it goes on."""
    anna = await _under_way(stage)
    screen = await anna.screen()
    await stage.people.control(
        "fault", method="editMessageText", error_code=400,
        description="Bad Request: message to edit not found",
    )  # fmt: skip
    following = await anna.answer("3")
    assert following.id > screen.id
    assert len((await anna.standing())[1]) == 2
    await anna.answer("3")
    assert (await anna.screen()).id == following.id


async def test_a_screen_too_old_to_be_deleted(stage: Stage) -> None:
    """After 48 hours it can't be taken away; it loses its buttons instead."""
    anna = await _under_way(stage)
    old = await anna.screen()
    await stage.people.control("age_message", chat_id=anna.person.chat_id)
    await anna.open()
    left = next(m for m in await anna.bot() if m.id == old.id)
    assert left.rows == []
    assert len(await anna.live()) == 1


async def test_blocked_in_the_middle(stage: Stage) -> None:
    """Nothing waits for them; unblocked by Start, they go on with all answers."""
    anna = await _under_way(stage, "8", "1")
    before = await anna.standing()
    await anna.person.block()
    await quiet(stage)
    (row,) = rows(stage, "people")
    assert row["is_reachable"] == 0
    await anna.open()
    (row,) = rows(stage, "people")
    assert row["is_reachable"] == 1
    assert await anna.standing() == before
    assert len(await anna.live()) == 1


async def test_blocked_while_the_card_is_drawn(stage: Stage) -> None:
    """The result waits in `/results`, not for ever in the queue."""
    anna = await _under_way(stage)
    await anna.leap("own_nps_reason")
    await stage.people.control("fault", method="sendPhoto", error_code=403)
    await anna.press("button-skip")
    assert rows(stage, "deliveries") == []
    (row,) = rows(stage, "people")
    assert row["is_reachable"] == 0
    listed = await anna.say("/results")
    await anna.tap(listed.rows[0][0].text)
    await anna.tap("English")
    assert any(m.photo for m in await anna.bot())


async def test_unreachable_is_over_with_the_next_word(stage: Stage) -> None:
    """Whoever writes to the bot can be written to, even if the news of it was lost."""
    anna = await _under_way(stage)
    await stage.people.control("fault", method="editMessageText", error_code=403)
    await anna.answer("3")
    assert [row["is_reachable"] for row in rows(stage, "people")] == [0]
    await anna.open()
    assert [row["is_reachable"] for row in rows(stage, "people")] == [1]


async def test_work_that_fails(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, said: list[dict[str, object]]
) -> None:
    """The database fails for a moment: the tap is tried again and counts once."""
    anna = await _under_way(stage)
    before = await anna.standing()
    seen = len(await anna.bot())

    def broken(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(Records, "__init__", broken)
        await anna.person.tap("3")
        await until(lambda: "update failed" in [entry["event"] for entry in said])
    await quiet(stage)
    said.clear()
    assert (await anna.standing())[1] == before[1] | {before[0]: 3}
    assert len(await anna.bot()) == seen


async def test_an_update_nobody_can_read(stage: Stage, said: list[dict[str, object]]) -> None:
    """Set aside for good; the person is told, and everything else goes on."""
    anna = await _under_way(stage)
    before = await anna.standing()
    await anna.feed(message=message(anna, date="yesterday"))
    assert {"update failed"} == {str(e["event"]) for e in said if e["log_level"] == "error"}
    said.clear()
    assert anna.word("notice-trouble") in [m.text for m in await anna.bot()]
    assert [row["is_dead"] for row in rows(stage, "set_aside")] == [1]
    assert await anna.standing() == before
    await anna.answer("3")
    assert len((await anna.standing())[1]) == 2


async def test_within_telegram_s_limits(start_stage: StartStage) -> None:
    """At one message a second a fast person gets the newest question, and no 429 comes."""
    stage = await start_stage(rate=1.0)
    anna = await _under_way(stage)
    answered = 1
    for _ in range(12):
        answered += 1
        await anna.answer("3")
    assert len((await anna.standing())[1]) == answered
    calls = await stage.people.control("calls")
    assert [one for one in calls["latest"] if one["code"] == 429] == []
    assert len(await anna.live()) == 1
