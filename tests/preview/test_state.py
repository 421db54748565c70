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


async def test_confirmed_updates_do_not_come_again(tmp_path: Path) -> None:
    """A confirmation is kept like anything else, even if nothing else happens."""
    world = World()
    saver = state.Saver(world, tmp_path)
    world.updates.push("message", {})
    world.profile_changed()
    await saver.close()
    assert len(state.load(tmp_path, world.token).updates.pending) == 1
    world.updates.confirm(world.updates.last_id + 1)
    await saver.close()
    assert not state.load(tmp_path, world.token).updates.pending


async def test_files_of_a_run_that_was_killed(tmp_path: Path) -> None:
    """They lie about under identifiers given anew: never taken for the new ones."""
    async with serve(state_dir=tmp_path) as server, People(server.base_url) as people:
        anna = await people.join("Anna")
        lost = World(server.world.token)
        lost.files.add("document", "lost.txt", b"lost")
        contents = tmp_path / "files"
        contents.mkdir(exist_ok=True)
        for file in lost.files.by_id.values():  # what the next save knows nothing of
            (contents / file.file_unique_id).write_bytes(file.content)
        await anna.send_document(b"content", "a.txt")
    async with serve(state_dir=tmp_path) as server, People(server.base_url) as people:
        again = await people.join("Anna", user_id=anna.id)
        assert await again.download((await again.messages())[-1]) == b"content"


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
