"""A world that survives a restart."""

from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BotCommand, BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup

from preview import state
from preview.client import People
from preview.server import serve
from preview.world import World


async def test_a_restart_keeps_everything(tmp_path: Path) -> None:
    """Chats, keyboards, files, commands, updates that wait, and the counters."""
    token = World().token
    async with serve(state_dir=tmp_path) as server, People(server.base_url) as people:
        http = AiohttpSession(api=TelegramAPIServer.from_base(server.base_url))
        bot = Bot(token, session=http)
        anna = await people.join("Anna")
        await anna.open()
        button = InlineKeyboardButton(text="Go", callback_data="go")
        await bot.send_document(
            anna.id,
            BufferedInputFile(b"content", "a.txt"),
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
        )
        await bot.set_my_commands([BotCommand(command="start", description="x")])
        await (await http.create_session()).close()
    async with serve(state_dir=tmp_path) as server, People(server.base_url) as people:
        again = await people.join("Nobody", user_id=anna.id)
        assert again.user["first_name"] == "Anna"
        old, document = await again.messages()
        assert await again.download(document) == b"content"
        assert await again.commands() == ["start"]
        await again.tap("Go")
        said = await again.say("back")
        assert said.id > document.id > old.id
        pending = server.world.updates.batch(10)
        assert [list(update)[1] for update in pending] == ["message", "callback_query", "message"]


def test_a_folder_belongs_to_one_bot(tmp_path: Path) -> None:
    """Another bot's chats are not taken over."""
    state.save(World("1:a"), tmp_path)
    assert state.load(tmp_path, "1:b").bot.id == 1
    with pytest.raises(ValueError, match="holds the chats of bot 1"):
        state.load(tmp_path, "2:a")


def test_no_secret_is_written(tmp_path: Path) -> None:
    """The token stays out of the files."""
    state.save(World("123:very-secret"), tmp_path)
    assert "very-secret" not in (tmp_path / "world.json").read_text()


def test_an_empty_folder_is_a_new_world(tmp_path: Path) -> None:
    """Nothing to restore."""
    assert state.load(tmp_path / "nothing", "1:a").people == {}
