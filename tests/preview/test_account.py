"""The bot about itself."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
)

from preview.client import People, Person
from preview.world import World


async def test_who_it_is(bot: Bot, world: World) -> None:
    """The identifier is the token's."""
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (world.bot.id, True, "preview_bot")
    assert await bot.log_out()


def commands(*names: str) -> list[BotCommand]:
    """With some description."""
    return [BotCommand(command=name, description=f"does {name}") for name in names]


async def test_commands_by_scope_and_language(bot: Bot, anna: Person, people: People) -> None:
    """The narrowest scope wins, within it the person's language."""
    bob = await people.join("Bob", language_code="en")
    await bot.set_my_commands(commands("all"))
    assert await anna.commands() == ["all"]
    private = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(commands("private"), scope=private)
    await bot.set_my_commands(commands("russian"), scope=private, language_code="ru")
    assert (await anna.commands(), await bob.commands()) == (["russian"], ["private"])
    own = BotCommandScopeChat(chat_id=anna.id)
    await bot.set_my_commands(commands("own"), scope=own)
    assert await anna.commands() == ["own"]
    assert [item.command for item in await bot.get_my_commands(scope=own)] == ["own"]
    await bot.delete_my_commands(scope=own)
    assert await anna.commands() == ["russian"]
    assert await bot.get_my_commands(scope=own) == []


@pytest.mark.parametrize(
    ("command", "description", "words"),
    [
        ("Start", "x", "BOT_COMMAND_INVALID"),
        ("x" * 33, "x", "BOT_COMMAND_INVALID"),
        ("старт", "x", "BOT_COMMAND_INVALID"),
        ("start", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("start", "x" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_refused_commands(bot: Bot, command: str, description: str, words: str) -> None:
    """Telegram's constants."""
    with pytest.raises(TelegramBadRequest, match=f"^.*Bad Request: {words}$"):
        await bot.set_my_commands([BotCommand(command=command, description=description)])


async def test_limits_of_commands(bot: Bot) -> None:
    """A hundred, in a language there is, for a chat there is."""
    names = [f"c{number}" for number in range(101)]
    assert await bot.set_my_commands(commands(*names[:100]))
    for call in (
        bot.set_my_commands(commands(*names)),
        bot.set_my_commands(commands("a"), language_code="russian"),
        bot.set_my_commands(commands("a"), scope=BotCommandScopeChat(chat_id=1)),
    ):
        with pytest.raises(TelegramBadRequest):
            await call


async def test_names_and_descriptions(bot: Bot) -> None:
    """By language, with a fall-back."""
    assert (await bot.get_my_name()).name == "Preview"
    await bot.set_my_name("Карта", language_code="ru")
    await bot.set_my_name("Map")
    assert (await bot.get_my_name(language_code="ru")).name == "Карта"
    assert (await bot.get_my_name(language_code="de")).name == "Map"
    await bot.set_my_description("x" * 512)
    assert (await bot.get_my_description()).description == "x" * 512
    await bot.set_my_short_description("short", language_code="ru")
    assert (await bot.get_my_short_description()).short_description == ""
    for call in (
        bot.set_my_name("x" * 65),
        bot.set_my_description("x" * 513),
        bot.set_my_short_description("x" * 121),
    ):
        with pytest.raises(TelegramBadRequest):
            await call


async def test_the_menu_button(bot: Bot, anna: Person) -> None:
    """For one chat or for all."""
    assert (await bot.get_chat_menu_button()).type == "default"
    await bot.set_chat_menu_button(chat_id=anna.id, menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button(chat_id=anna.id)).type == "commands"
    assert (await bot.get_chat_menu_button()).type == "default"
