"""What is kept about a person: told, handed out, deleted."""

import json

import pytest

from handlers.callbacks import Go, To
from preview.markup import Json
from tests.support.scene import Scene, message, rows, scene
from tests.support.stage import Stage

PERSONAL = ("people", "written", "deliveries", "pictures", "set_aside")


async def _with_everything(stage: Stage) -> Scene:
    """Somebody with a finished test, an open one, a reason and a picture."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer("9")
    await anna.leap("own_nps_reason", 3)
    await anna.say("мои <b>слова</b>")
    await anna.press("button-next")
    await anna.press("button-go-full")
    await anna.answer("5")
    return anna


async def _my_data(anna: Scene) -> Json:
    content: Json = json.loads(await anna.person.download(await anna.screen()))
    return content


async def test_my_data(stage: Stage) -> None:
    """Everything that is kept, in plain text, as a file."""
    anna = await _with_everything(stage)
    before = await anna.standing()
    file = await anna.say("/mydata")
    assert file.caption == anna.word("mydata-caption")
    data = await _my_data(anna)
    assert data["telegram_id"] == anna.person.id
    person, (express, full) = data["person"], data["attempts"]
    assert person["language"] == "ru"
    assert person["first_source"] == "ml7-16"
    assert person["consented_at"] is not None
    assert express["written"] == {"own_nps_reason": "мои <b>слова</b>"}
    assert express["answers"]["own_nps"] == 9
    assert full["finished_at"] is None
    assert await anna.standing() == before


async def test_my_data_of_nobody_else(stage: Stage) -> None:
    """Another person's answers are not in it."""
    await _with_everything(stage)
    boris = await scene(stage)
    await boris.agree()
    await boris.say("/mydata")
    assert (await _my_data(boris))["attempts"] == []


@pytest.mark.parametrize("way", ["command", "button"])
async def test_delete_everything(stage: Stage, way: str) -> None:
    """After one question; nothing of the person is left in any table, and the chat says so."""
    anna = await _with_everything(stage)
    if way == "command":
        await anna.say("/delete")
    else:
        await anna.say("/privacy")
        await anna.press("button-delete")
    asked = await anna.screen()
    assert asked.text == anna.word("delete-ask")
    last = await anna.press("button-delete-confirm")
    assert last.text == anna.word("deleted")
    assert last.rows == []
    assert {table: [] for table in PERSONAL} == {table: rows(stage, table) for table in PERSONAL}
    # The place of the finished test stays empty, so that nobody moves up into figures.
    left = [(row["person_id"], row["answers"]) for row in rows(stage, "attempts")]
    assert left == [(None, "{}")]
    assert [row["action"] for row in rows(stage, "audit")] == ["delete"]
    assert await anna.live() == []


async def test_delete_needs_its_question(stage: Stage) -> None:
    """A forged or old confirmation, and a change of mind, delete nothing."""
    anna = await _with_everything(stage)
    before = await anna.standing()
    await anna.forge(Go(to=To.DELETE_YES).pack())
    assert len(rows(stage, "attempts")) == 2
    await anna.say("/delete")
    await anna.press("button-cancel")
    assert await anna.standing() == before
    assert await anna.state() == "answering"
    await anna.forge(Go(to=To.DELETE_YES).pack())
    assert len(rows(stage, "attempts")) == 2
    assert rows(stage, "audit") == []


async def test_deleting_twice(stage: Stage) -> None:
    """A double tap, and the tap delivered again, bring nobody back to life."""
    anna = await _with_everything(stage)
    asked = await anna.say("/delete")
    data = asked.rows[0][0].data
    anna.taps += [await anna.person.tap_old(asked.id, data) for _ in range(2)]
    last = await anna.screen()
    assert rows(stage, "people") == []
    assert last.text == anna.word("deleted")
    await stage.people.control("redeliver")
    await anna.screen()
    assert rows(stage, "people") == []
    answered = {one.callback_query_id for one in await anna.person.answers()}
    assert set(anna.taps) <= answered


async def test_starting_again_after_all_is_gone(stage: Stage) -> None:
    """As somebody new: consent first, no results."""
    anna = await _with_everything(stage)
    await anna.say("/delete")
    await anna.press("button-delete-confirm")
    old = next(m for m in await anna.bot() if any("details" in b.data for b in m.buttons))
    await anna.forge(old.buttons[1].data, old.id)
    assert await anna.state() == "welcome"
    await anna.open()
    await anna.press("button-consent")
    screen = await anna.say("/results")
    assert anna.word("notice-no-results") in screen.text


async def test_privacy(start_stage) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - the fixture
    """What, what for, how long, by whom; the way back leads where one was."""
    stage = await start_stage(
        operator_name="A & <B>", retention_days="90", policy_url="https://x.example"
    )
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    before = await anna.standing()
    screen = await anna.say("/privacy")
    assert "A & <B>" in screen.text
    assert "90" in screen.text
    assert "https://x.example" in screen.html
    await anna.press("button-back")
    assert await anna.standing() == before
    assert await anna.state() == "answering"


async def test_the_database_names_nobody(stage: Stage) -> None:
    """No id, no name, no word stands in any row in plain text."""
    anna = await _with_everything(stage)
    await anna.feed(message=message(anna, text="секрет"))
    everything = repr([rows(stage, table) for table in (*PERSONAL, "audit", "visits")])
    for secret in (str(anna.person.id), "Anna", "слова", "секрет"):
        assert secret not in everything
