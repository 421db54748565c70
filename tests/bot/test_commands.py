"""The commands that Telegram shows beside the text field."""

import pytest

import bot.commands
from bot.commands import COMMANDS, tell_telegram
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
    admin, analyst = [await scene(stage, "en", user_id=user_id) for user_id in (ADMIN, ANALYST)]

    async def open_meanwhile(seconds: float) -> None:
        pauses.append(seconds)
        await (admin if len(pauses) == 1 else analyst).open()

    monkeypatch.setattr(bot.commands, "sleep", open_meanwhile)
    await tell_telegram(stage.app)
    for one in (admin, analyst):
        assert "admin" in await one.person.commands()
    assert len(pauses) == 2
    await tell_telegram(stage.app)
    assert len(pauses) == 2
