"""Groups, channels, and kinds of updates that are none of the bot's business."""

from typing import Any

import pytest

from preview.client import Person
from tests.support.scene import Scene, quiet, rows, scene
from tests.support.stage import Stage


async def _group(stage: Stage, anna: Scene, kind: str) -> Person:
    made = await stage.people.control("group", title="Team", members=[anna.person.id], type=kind)
    await quiet(stage)
    return anna.person.at(int(made["chat_id"]))


async def _said(stage: Stage, group: Person) -> list[str]:
    await quiet(stage)
    return [m.text for m in await group.messages() if m.outgoing]


@pytest.mark.parametrize("kind", ["group", "supergroup"])
@pytest.mark.parametrize("language", ["ru", "uk", "en"])
async def test_a_pointer_to_the_private_chat(stage: Stage, kind: str, language: str) -> None:
    """A command gets one, in the writer's language; talk among people gets nothing."""
    anna = await scene(stage, language)
    group = await _group(stage, anna, kind)
    assert await _said(stage, group) == []
    for text in ("hello all", "4", "ml7-16", "/start@another_bot", "/code@another_bot ml7-16"):
        await group.say(text)
    await group.send_sticker()
    assert await _said(stage, group) == []
    await group.say(f"/start@{stage.app.speech.house.username.upper()} ml7-16")
    link = stage.app.speech.house.deep_link("")
    assert await _said(stage, group) == [anna.word("group-pointer", link=link)]
    assert rows(stage, "people") == []
    assert rows(stage, "visits") == []


async def test_nothing_personal_in_a_group(stage: Stage) -> None:
    """Not even for those who are in a test in private."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    before, seen = await anna.known(), await anna.bot()
    group = await _group(stage, anna, "supergroup")
    commands = ("/admin", "/delete", "/mydata", "/tests", "/code x")
    for count, command in enumerate(commands, start=1):
        await group.say(command)
        assert len(await _said(stage, group)) == count
    after = await anna.known()
    assert (after.state, after.attempt) == (before.state, before.attempt)
    assert await anna.bot() == seen


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_leaving_a_group_blocks_nobody(stage: Stage, status: str) -> None:
    """Who removes the bot from a group has not blocked it: their card still comes."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    user = stage.world.bot.user()
    gone = {"user": user, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    await anna.feed(
        my_chat_member={
            "chat": {"id": -1001, "type": "supergroup", "title": "Team"},
            "from": anna.person.user,
            "date": 1_800_000_000,
            "old_chat_member": {"user": user, "status": "member"},
            "new_chat_member": gone,
        }
    )
    assert [row["is_reachable"] for row in rows(stage, "people")] == [1]


async def test_a_channel(stage: Stage) -> None:
    """Posts, their edits, a comment in the name of the channel: nothing."""
    anna = await scene(stage)
    channel = await _group(stage, anna, "channel")
    await channel.say("news")
    post: dict[str, Any] = {
        "message_id": 5,
        "date": 1_800_000_000,
        "chat": {"id": channel.chat_id, "type": "channel", "title": "News"},
        "text": "/start",
    }
    await anna.feed(channel_post=post)
    await anna.feed(edited_channel_post=post | {"edit_date": 1_800_000_001})
    assert await _said(stage, channel) == []
    assert rows(stage, "people") == []


UNASKED: dict[str, dict[str, Any]] = {
    "inline_query": {"id": "1", "query": "x", "offset": ""},
    "poll": {"id": "1", "question": "?"},
    "chat_boost": {"x": 1},
    "message_reaction": {"message_id": 1, "date": 0, "old_reaction": [], "new_reaction": []},
    "something_of_2031": {"deep": {"er": [1, 2]}},
    "a_list": {},
}


@pytest.mark.parametrize("kind", UNASKED)
async def test_kinds_nobody_asked_for(
    stage: Stage, kind: str, said: list[dict[str, object]]
) -> None:
    """Whatever comes, it is confirmed, and a person in a test notices nothing."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    before, seen = await anna.known(), await anna.bot()
    payload = UNASKED[kind] | {"from": anna.person.user, "chat": {"id": 5, "type": "private"}}
    await anna.feed(**{kind: payload})
    said.clear()  # a kind that can't be read is set aside and logged
    after = await anna.known()
    assert (after.state, after.attempt) == (before.state, before.attempt)
    for one in await anna.bot():
        assert one in seen or one.text == anna.word("notice-trouble")
