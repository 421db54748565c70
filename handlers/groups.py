"""Groups and channels: a polite pointer to the private chat, and nothing else."""

from aiogram import Router
from aiogram.types import ChatMemberUpdated, Message

from domain.languages import match_language
from handlers.desk import Desk
from handlers.filters import CommandLike, NotPrivate


def build_router() -> Router:
    """Keeps everything that is not a private chat away from the flows."""
    router = Router(name="groups")
    router.message.register(point_to_private, NotPrivate(), CommandLike())
    router.message.register(ignore, NotPrivate())
    router.my_chat_member.register(ignore, NotPrivate())
    router.edited_message.register(ignore)
    router.channel_post.register(ignore)
    router.edited_channel_post.register(ignore)
    return router


async def point_to_private(message: Message, desk: Desk) -> None:
    """Answers a command in a group, in the writer's language; not one meant for another bot."""
    house = desk.speech.house
    command, *_ = (message.text or "").split(maxsplit=1)
    _, _, bot = command.partition("@")
    if bot and bot.lower() != house.username.lower():
        return
    code = message.from_user.language_code if message.from_user else None
    language = match_language(code, house.default_language)
    link = house.deep_link("")
    desk.courier.tell(
        message.chat.id, desk.speech.texts.line(language, "group-pointer", link=link)
    )


async def ignore(_event: Message | ChatMemberUpdated) -> None:
    """Nothing to do, and nothing harmed."""
