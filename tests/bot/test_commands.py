"""The commands that Telegram shows beside the text field."""

import pytest

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
