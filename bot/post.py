"""What is sent to Telegram, and how its refusals are understood."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    FSInputFile,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    Message,
)

from bot.session import session_of
from domain.person import Person
from handlers.parcels.parcel import Bare, File, KeysOff, Parcel, Pictures, Words
from handlers.views.view import View
from storage.records import Records

ACTION_SECONDS: Final = 4.0
"""Telegram shows a chat action for five seconds; it is renewed a little earlier."""
NO_PREVIEW: Final = {"is_disabled": True}

_GONE: Final = ("to edit not found", "can't be edited", "MESSAGE_ID_INVALID")
"""What Telegram says of a message that can't be edited any longer."""

Kept = Callable[[Records], Awaitable[None]]
"""What is to be stored about what Telegram has accepted."""

log = structlog.get_logger()


class Post:
    """Sends screens and parcels; raises aiogram's errors where trying again can help.

    Args:
        bot: Speaks to Telegram.
    """

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def screen(self, person: Person, view: View) -> int:
        """Shows a screen, by an edit where possible.

        Returns:
            The number of the message that shows it.
        """
        before = person.screen.message_id
        if before is not None and not person.screen.needs_new_message and not view.keys:
            if await self._edited(person.chat_id, before, view):
                return before
        elif before is not None:
            await self._retire(person.chat_id, before)
        return await self._said(person.chat_id, view)

    async def parcel(self, chat_id: int, parcel: Parcel) -> Kept:
        """Sends a parcel."""
        match parcel:
            case Words():
                return await self._words(chat_id, parcel)
            case KeysOff(text=text):
                await self._keys_off(chat_id, text)
            case Pictures():
                return await self._pictures(chat_id, parcel)
            case Bare(message_id=message_id, caption=caption):
                await self.ended(chat_id, message_id, caption)
            case File():
                await self._file(chat_id, parcel)
        return nothing

    async def redraw(self, chat_id: int, message_id: int, parcel: Pictures) -> bool:
        """Puts another picture into a message; False where it can't be edited any longer."""
        (drawn,) = await parcel.draw()
        media = InputMediaPhoto(
            media=BufferedInputFile(drawn, f"{parcel.digest}.jpg"),
            caption=parcel.caption,
            parse_mode="HTML",
        )
        try:
            await self._bot.edit_message_media(
                media, chat_id=chat_id, message_id=message_id, reply_markup=_markup(parcel)
            )
        except TelegramBadRequest as error:
            return _is_still_there(error)
        return True

    async def ended(self, chat_id: int, message_id: int, caption: str) -> None:
        """Leaves a picture standing without its buttons; one that is gone is no harm."""
        with suppress(TelegramBadRequest):
            await self._call(
                EditMessageCaption,
                chat_id=chat_id,
                message_id=message_id,
                caption=caption,
                parse_mode="HTML",
            )

    def busy(self, chat_id: int, action: str) -> "Busy":
        """Shows a chat action for as long as the work inside goes on."""
        return Busy(self._bot, chat_id, action)

    async def answer(self, query_id: str, toast: str) -> None:
        """Ends a button's spinner; too late is no harm."""
        with suppress(TelegramAPIError):
            await self._call(AnswerCallbackQuery, callback_query_id=query_id, text=toast or None)

    async def tell(self, chat_id: int, text: str, edit: int | None) -> None:
        """Says something once."""
        with suppress(TelegramAPIError):
            if edit is None or not await self._edited(chat_id, edit, View(text)):
                await self._said(chat_id, View(text))

    async def _call(self, kind: type[TelegramMethod[Any]], **fields: Any) -> Any:  # noqa: ANN401 - JSON
        return await session_of(self._bot).call(self._bot, kind, fields)

    async def _said(self, chat_id: int, view: View) -> int:
        sent = await self._call(
            SendMessage,
            chat_id=chat_id,
            text=view.text,
            parse_mode="HTML",
            reply_markup=view.keyboard,
            link_preview_options=NO_PREVIEW,
        )
        return int(sent["message_id"])

    async def _edited(self, chat_id: int, message_id: int, view: View) -> bool:
        """Edits a message; False where it can't be edited any longer."""
        try:
            await self._call(
                EditMessageText,
                chat_id=chat_id,
                message_id=message_id,
                text=view.text,
                parse_mode="HTML",
                reply_markup=view.keyboard,
                link_preview_options=NO_PREVIEW,
            )
        except TelegramBadRequest as error:
            return _is_still_there(error)
        return True

    async def _words(self, chat_id: int, parcel: Words) -> Kept:
        view = parcel.view
        if parcel.edit is not None:
            if await self._edited(chat_id, parcel.edit, view) or parcel.otherwise is None:
                return nothing
            view = parcel.otherwise
        said, keep = await self._said(chat_id, view), parcel.keep
        return nothing if keep is None else lambda records: keep(records, said)

    async def _keys_off(self, chat_id: int, text: str) -> None:
        sent = await self._call(
            SendMessage,
            chat_id=chat_id,
            text=text,
            reply_markup={"remove_keyboard": True},
            disable_notification=True,
        )
        with suppress(TelegramBadRequest):
            await self._call(DeleteMessage, chat_id=chat_id, message_id=int(sent["message_id"]))

    async def _retire(self, chat_id: int, message_id: int) -> None:
        """Takes an old screen away, or at least its buttons, so that nothing piles up."""
        try:
            await self._call(DeleteMessage, chat_id=chat_id, message_id=message_id)
        except TelegramBadRequest:
            with suppress(TelegramBadRequest):
                await self._call(EditMessageReplyMarkup, chat_id=chat_id, message_id=message_id)

    async def _pictures(self, chat_id: int, parcel: Pictures) -> Kept:
        if parcel.file_ids:
            try:
                await self._send(chat_id, parcel.file_ids, parcel)
            except TelegramBadRequest:
                log.warning("Telegram no longer knows a picture; it is drawn anew")
            else:
                return nothing
        async with Busy(self._bot, chat_id, "upload_photo"):
            drawn = await parcel.draw()
        files = [
            BufferedInputFile(picture, f"{parcel.digest}-{number}.jpg")
            for number, picture in enumerate(drawn, start=1)
        ]
        sent = await self._send(chat_id, files, parcel)
        ids = [message.photo[-1].file_id for message in sent if message.photo]

        row, noted = parcel.attempt_id, parcel.keep

        async def keep(records: Records) -> None:
            if row is not None:
                await records.deliveries.keep_file_ids(row, parcel.digest, ids)
            if noted is not None:
                await noted(records, sent[0].message_id)

        return keep

    async def _send(
        self, chat_id: int, pictures: Sequence[str | InputFile], parcel: Pictures
    ) -> list[Message]:
        first, *others = pictures
        if not others:
            markup = _markup(parcel)
            return [
                await self._bot.send_photo(
                    chat_id, first, caption=parcel.caption, reply_markup=markup
                )
            ]
        album = [InputMediaPhoto(media=first, caption=parcel.caption, parse_mode="HTML")]
        album += [InputMediaPhoto(media=other) for other in others]
        return await self._bot.send_media_group(chat_id, list(album))

    async def _file(self, chat_id: int, parcel: File) -> None:
        content: InputFile
        if isinstance(parcel.content, Path):
            content = FSInputFile(parcel.content, parcel.name)
        else:
            content = BufferedInputFile(parcel.content, parcel.name)
        try:
            async with Busy(self._bot, chat_id, "upload_document"):
                await self._bot.send_document(chat_id, content, caption=parcel.caption)
        finally:
            # Sent or not: it holds people's answers, and another try makes another.
            if isinstance(parcel.content, Path):
                await asyncio.to_thread(_remove, parcel.content)


class Busy:
    """Shows that work goes on, for as long as it does."""

    def __init__(self, bot: Bot, chat_id: int, action: str) -> None:
        self._bot = bot
        self._chat_id = chat_id
        self._action = action
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> None:
        loop = asyncio.get_running_loop()
        self._task = loop.create_task(self._go_on(), name="chat action")

    async def __aexit__(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _go_on(self) -> None:
        while True:
            with suppress(TelegramAPIError):
                await self._bot.send_chat_action(self._chat_id, self._action)
            await asyncio.sleep(ACTION_SECONDS)


def _is_still_there(error: TelegramBadRequest) -> bool:
    """What a refused edit means: it changed nothing, or the message can't be edited any longer.

    Raises:
        TelegramBadRequest: It was refused for another reason.
    """
    if "message is not modified" in error.message:
        return True
    if any(reason in error.message for reason in _GONE):
        return False
    raise error


def _markup(parcel: Pictures) -> InlineKeyboardMarkup | None:
    keyboard = View("", parcel.rows).keyboard
    return None if keyboard is None else InlineKeyboardMarkup.model_validate(keyboard)


async def nothing(_records: Records) -> None:
    """There is nothing to keep."""


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    with suppress(OSError):
        path.parent.rmdir()
