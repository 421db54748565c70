"""The bot about itself: getMe, commands, name, descriptions, menu."""

import re
from typing import Any

import orjson

from preview import rules
from preview.errors import bad_request
from preview.markup import Json, utf16_length
from preview.methods.registry import handles
from preview.params import Params
from preview.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)


@handles("getMe")
def get_me(world: World, _params: Params) -> Json:
    """Who the bot is."""
    return world.bot.user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@handles("close")
def close(_world: World, _params: Params) -> bool:
    """Nothing to close."""
    return True


@handles("logOut")
def log_out(_world: World, _params: Params) -> bool:
    """Nowhere to log out from."""
    return True


def _language(params: Params) -> str:
    language = params.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("LANG_CODE_INVALID")
    return language


def commands_key(scope: Any, language: str) -> str:  # noqa: ANN401 - JSON
    """Under which commands are kept; JSON so that a saved world can have it as a name."""
    scope = scope or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("BotCommandScope must be an Object")
    if scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    kept = {name: value for name, value in scope.items() if value is not None}
    return orjson.dumps([kept, language], option=orjson.OPT_SORT_KEYS).decode()


def _key(world: World, params: Params) -> str:
    scope = params.json("scope", "can't parse BotCommandScope JSON object")
    key = commands_key(scope, _language(params))
    if scope and scope.get("chat_id") is not None:
        world.chat(scope["chat_id"])
    return key


def _checked_command(raw: Any) -> Json:  # noqa: ANN401 - JSON
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(raw.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = raw["command"].removeprefix("/")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < utf16_length(raw["description"]) <= rules.COMMAND_DESCRIPTION_LENGTH:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": raw["description"]}


@handles("setMyCommands", "commands", "scope", "language_code")
def set_my_commands(world: World, params: Params) -> bool:
    """The menu of commands."""
    raw = params.json("commands", "can't parse commands JSON object")
    if not isinstance(raw, list):
        raise bad_request("expected an Array of BotCommand")
    if len(raw) > rules.COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.bot.commands[_key(world, params)] = [_checked_command(item) for item in raw]
    world.profile_changed()
    return True


@handles("getMyCommands", "scope", "language_code")
def get_my_commands(world: World, params: Params) -> list[Json]:
    """The menu of commands of exactly this scope and language."""
    return world.bot.commands.get(_key(world, params), [])


@handles("deleteMyCommands", "scope", "language_code")
def delete_my_commands(world: World, params: Params) -> bool:
    """Falls back to the next wider scope."""
    world.bot.commands.pop(_key(world, params), None)
    world.profile_changed()
    return True


def commands_for(world: World, user_id: int, language: str) -> list[Json]:
    """What a person sees in a private chat: the narrowest scope wins, then their language."""
    for scope in ({"type": "chat", "chat_id": user_id}, {"type": "all_private_chats"}, None):
        for code in (language[:2], ""):
            commands = world.bot.commands.get(commands_key(scope, code))
            if commands is not None:
                return commands
    return []


def _set(world: World, texts: dict[str, str], params: Params, name: str, limit: int) -> bool:
    text, language = params.text(name), _language(params)
    if utf16_length(text) > limit:
        raise bad_request(f"{name.upper()}_TOO_LONG")
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    world.profile_changed()
    return True


def _get(texts: dict[str, str], params: Params, default: str = "") -> str:
    language = _language(params)
    return texts.get(language) or texts.get("") or default


@handles("setMyName", "name", "language_code")
def set_my_name(world: World, params: Params) -> bool:
    """The bot's name."""
    return _set(world, world.bot.names, params, "name", rules.NAME_LENGTH)


@handles("getMyName", "language_code")
def get_my_name(world: World, params: Params) -> Json:
    """The bot's name."""
    return {"name": _get(world.bot.names, params, world.bot.first_name)}


@handles("setMyDescription", "description", "language_code")
def set_my_description(world: World, params: Params) -> bool:
    """What an empty chat shows."""
    return _set(world, world.bot.descriptions, params, "description", rules.DESCRIPTION_LENGTH)


@handles("getMyDescription", "language_code")
def get_my_description(world: World, params: Params) -> Json:
    """What an empty chat shows."""
    return {"description": _get(world.bot.descriptions, params)}


@handles("setMyShortDescription", "short_description", "language_code")
def set_my_short_description(world: World, params: Params) -> bool:
    """What the profile shows."""
    texts = world.bot.short_descriptions
    return _set(world, texts, params, "short_description", rules.SHORT_DESCRIPTION_LENGTH)


@handles("getMyShortDescription", "language_code")
def get_my_short_description(world: World, params: Params) -> Json:
    """What the profile shows."""
    return {"short_description": _get(world.bot.short_descriptions, params)}


@handles("setChatMenuButton", "chat_id", "menu_button")
def set_chat_menu_button(world: World, params: Params) -> bool:
    """The button beside the text field."""
    button = params.json("menu_button", "can't parse menu button JSON object")
    if button is not None:
        if not isinstance(button, dict):
            raise bad_request("MenuButton must be an Object")
        if button.get("type") not in {"default", "commands", "web_app"}:
            raise bad_request("MenuButton has unsupported type")
    if params.given("chat_id"):
        world.chat(params.text("chat_id"))
    world.bot.menu_buttons[params.text("chat_id")] = button or {"type": "default"}
    return True


@handles("getChatMenuButton", "chat_id")
def get_chat_menu_button(world: World, params: Params) -> Json:
    """The button beside the text field."""
    buttons = world.bot.menu_buttons
    return buttons.get(params.text("chat_id")) or buttons.get("") or {"type": "default"}
