"""A lean way to the Bot API.

Measured against aiogram's own way: most of an outgoing call's time is building models and forms,
and validating answers that nobody reads. So the calls of every tap go as plain JSON, and their
results come back as plain JSON; everything with files goes aiogram's way.
"""

import asyncio
from typing import Any, Final

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiohttp import ClientError, ClientTimeout

_JSON: Final = {"Content-Type": "application/json"}
_OK: Final = 200


class LeanSession(AiohttpSession):
    """aiogram's session with a short way for calls without files."""

    async def call(
        self,
        bot: Bot,
        kind: type[TelegramMethod[Any]],
        fields: dict[str, Any],
        seconds: float | None = None,
    ) -> Any:  # noqa: ANN401 - plain JSON
        """Calls a method with plain JSON.

        Args:
            bot: Whose token.
            kind: The method.
            fields: Its parameters as Telegram's JSON; those that are None are left out.
            seconds: How long to wait; the session's usual time if None.

        Returns:
            The result as plain JSON.

        Raises:
            TelegramAPIError: aiogram's own errors, as from any other call.
        """
        session = await self.create_session()
        given = {name: value for name, value in fields.items() if value is not None}
        try:
            async with session.post(
                self.api.api_url(token=bot.token, method=kind.__api_method__),
                data=orjson.dumps(given),
                headers=_JSON,
                timeout=ClientTimeout(self.timeout if seconds is None else seconds),
            ) as response:
                content = await response.read()
        except asyncio.TimeoutError as error:  # noqa: UP041 - what aiohttp raises on 3.11 too
            method = kind.model_construct(**given)
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except ClientError as error:
            method = kind.model_construct(**given)
            message = f"{type(error).__name__}: {error}"
            raise TelegramNetworkError(method=method, message=message) from error
        answer = _loads(content)
        if response.status == _OK and answer.get("ok"):
            return answer["result"]
        method = kind.model_construct(**given)
        return self.check_response(bot, method, response.status, content.decode()).result


def _loads(content: bytes) -> dict[str, Any]:
    try:
        answer = orjson.loads(content)
    except orjson.JSONDecodeError:
        return {}
    return answer if isinstance(answer, dict) else {}


def session_of(bot: Bot) -> LeanSession:
    """The bot's lean session.

    Raises:
        TypeError: It was built with another one.
    """
    if not isinstance(bot.session, LeanSession):
        raise TypeError("the bot needs the lean session")
    return bot.session
