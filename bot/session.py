"""A lean way to the Bot API.

Measured against aiogram's own session: most of an outgoing call's time is form building and
validating answers that nobody reads. So a call without files goes as JSON, and of a sent message
only what the bot keeps (its number) is read.
"""

import asyncio
from datetime import UTC, datetime
from typing import Any, Final, TypeVar, cast

import orjson
from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    SendChatAction,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import Chat, Message
from aiohttp import ClientError, ClientTimeout

T = TypeVar("T")

LEAN: Final = (
    SendMessage,
    EditMessageText,
    EditMessageReplyMarkup,
    DeleteMessage,
    AnswerCallbackQuery,
    SendChatAction,
)
"""The calls of every tap: they carry no files, and little of their answers is read."""
_JSON: Final = {"Content-Type": "application/json"}


class LeanSession(AiohttpSession):
    """aiogram's session with a short way for the calls of every tap."""

    async def raw(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - as below
    ) -> Any:  # noqa: ANN401 - plain JSON
        """Calls a method without files; its result as plain JSON. Raises aiogram's errors."""
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        try:
            async with session.post(
                url,
                data=orjson.dumps(_fields(method, bot)),
                headers=_JSON,
                timeout=ClientTimeout(self.timeout if timeout is None else timeout),
            ) as response:
                content = await response.read()
        except asyncio.TimeoutError as error:  # noqa: UP041 - what aiohttp raises on 3.11 too
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except ClientError as error:
            raise TelegramNetworkError(
                method=method, message=f"{type(error).__name__}: {error}"
            ) from error
        answer = _loads(content)
        if response.status == 200 and answer.get("ok"):  # noqa: PLR2004 - HTTP's OK
            return answer["result"]
        return self.check_response(bot, method, response.status, content.decode()).result

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[T],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> T:
        """Calls a method; raises aiogram's own errors."""
        if not isinstance(method, LEAN):
            return await super().make_request(bot, method, timeout)
        return cast(T, _read(await self.raw(bot, method, timeout)))


def _fields(method: TelegramMethod[Any], bot: Bot) -> dict[str, Any]:
    fields = method.model_dump(warnings=False, exclude_none=True)
    return {
        key: bot.default[value.name] if isinstance(value, Default) else value
        for key, value in fields.items()
        if not isinstance(value, Default) or bot.default[value.name] is not None
    }


def _loads(content: bytes) -> dict[str, Any]:
    try:
        answer = orjson.loads(content)
    except orjson.JSONDecodeError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _read(result: Any) -> Any:  # noqa: ANN401 - whatever the method returns
    """Of a message its number and chat, anything else as it is."""
    if not isinstance(result, dict) or "message_id" not in result:
        return result
    return Message.model_construct(
        message_id=result["message_id"],
        date=datetime.fromtimestamp(result["date"], UTC),
        chat=Chat.model_construct(**result["chat"]),
    )
