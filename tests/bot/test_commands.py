"""The commands that Telegram shows beside the text field."""

import pytest

import bot.commands
from bot.commands import COMMANDS, FIRST_PAUSE, tell_telegram
from domain.languages import LANGUAGES
from preview.methods.account import commands_for
from tests.support.scene import scene, words
from tests.support.stage import ADMIN, ANALYST, Stage


@pytest.mark.parametrize("language", LANGUAGES)
async def test_everybody_sees_their_language(stage: Stage, language: str) -> None:
    """That of their client; staff, who have a list of their own, too."""
    people = {
        user_id: await scene(stage, language, user_id=user_id) for user_id in (ADMIN, ANALYST, 555)
    }
    for one in people.values():
        await one.open()
    await tell_telegram(stage.app)
    for user_id in people:
        names = COMMANDS if user_id == 555 else (*COMMANDS, "admin")
        expected = [
            {"command": name, "description": words().line(language, f"command-{name}")}
            for name in names
        ]
        assert commands_for(stage.world, user_id, language) == expected


async def test_staff_who_come_later(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """An owner starts the bot before they have a chat with it: the list comes when they have."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        user_id = ANALYST if pauses else ADMIN
        pauses.append(seconds)
        await scene(stage, "en", user_id=user_id)

    monkeypatch.setattr(bot.commands, "sleep", pause)
    await tell_telegram(stage.app)
    for user_id in (ADMIN, ANALYST):
        names = [item["command"] for item in commands_for(stage.world, user_id, "en")]
        assert names == [*COMMANDS, "admin"]
    await tell_telegram(stage.app)
    assert pauses == [FIRST_PAUSE, 2 * FIRST_PAUSE]
