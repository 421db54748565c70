"""A lean way to the Bot API.

Measured against aiogram's own way: most of an outgoing call's time is building models and forms,
and validating answers that nobody reads. So the calls of every tap go as plain JSON, and their
results come back as plain JSON; everything with files goes aiogram's way.
"""

import asyncio
from typing import Any, Final, TypeVar

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiohttp import ClientError, ClientTimeout

T = TypeVar("T")

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
        text = content.decode(errors="replace")
        return self.check_response(bot, method, response.status, text).result

    def check_response(
        self, bot: Bot, method: TelegramMethod[T], status_code: int, content: str
    ) -> Response[T]:
        """As usual; what is no answer of Telegram's counts as a fault of the server.

        Gateways on the way answer in HTML. That passes, so it is told as what is waited out.
        """
        if not _loads(content):
            message = f"an answer that is not Telegram's, with status {status_code}"
            raise TelegramServerError(method=method, message=message)
        return super().check_response(bot, method, status_code, content)


def _loads(content: bytes | str) -> dict[str, Any]:
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
