"""Calculators: tables in place of pasted lists, and the same calculation once more."""

from dataclasses import replace
from functools import partial
from typing import Final

import structlog
from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Document, Message
from aiohttp import ClientError

from domain.calculation import calculated, repeated
from domain.errors import AnswerError, TableError, TableFault
from domain.listed import Listed, fitted
from domain.person import Notice, Person
from domain.questionnaire import Question
from domain.tables import MAX_BYTES
from handlers.apart import TableReader
from handlers.callbacks import Go, To
from handlers.desk import Turn, Visit, log_refusal, notice
from handlers.filters import FileSent
from handlers.moves import enter, new_key, stand, without_attempt
from handlers.numbers import keep_list, refusal
from handlers.states import Talk

SECONDS: Final = 30
"""How long a file may take to come."""

log = structlog.get_logger()


def build_router() -> Router:
    """Calculators, besides what they have in common with tests."""
    router = Router(name="calculations")
    take = partial(take_table, reader=TableReader())
    router.message.register(take, FileSent(), StateFilter(Talk.answering))
    router.callback_query.register(again, Go.filter(F.to == To.AGAIN))
    return router


async def take_table(message: Message, visit: Visit, bot: Bot, reader: TableReader) -> None:
    """A file where one is expected; it is fetched and read before anything is decided."""
    person = await visit.desk.database.read(lambda r: r.people.find(visit.user.id))
    question = person.attempt.question if person and person.attempt else None
    if person is None or question is None or not question.takes_file or message.document is None:
        raise SkipHandler
    found = await _found(bot, reader, message.document, question, person.language)

    async def decide(turn: Turn) -> Person:
        attempt = turn.person.attempt
        if attempt is None or attempt.question.code != question.code:
            return turn.person.again(fresh=True)
        if isinstance(found, Notice):
            return stand(turn.person, fresh=True, said=found)
        try:
            return await keep_list(turn, attempt, found)
        except AnswerError as error:
            return stand(turn.person, fresh=True, said=refusal(error, turn.person.language))

    await visit.act(decide, once=True)


async def again(query: CallbackQuery, callback_data: Go, visit: Visit) -> None:
    """The same calculation once more, its numbers kept until they are changed."""

    async def decide(turn: Turn) -> Person:
        person = turn.person
        finished = await turn.records.attempts.finished_by_key(person.id, callback_data.arg)
        if finished is None or calculated(finished.attempt) is None:
            log_refusal("a calculation that is not this person's", query)
            turn.toast = "toast-foreign"
            return person
        taken = finished.attempt.instrument
        current = turn.speech.library.instruments.get(taken.id, taken)
        alone = replace(without_attempt(person), campaign=finished.campaign)
        return await enter(turn, alone, repeated(finished.attempt, new_key(), current))

    await visit.act(decide, once=True)


async def _found(
    bot: Bot, reader: TableReader, document: Document, question: Question, language: str
) -> Listed | Notice:
    """The numbers of a file, or what to tell of it."""
    try:
        content = await _fetched(bot, document)
        return fitted(await reader.read(content, language), question)
    except AnswerError as error:
        return refusal(error, language) or notice("notice-no-numbers")
    except (TelegramAPIError, ClientError, TimeoutError, OSError) as error:
        # Its kind alone: the address of a file holds the bot's token.
        log.warning("a file was not fetched", error=type(error).__name__)
        return notice("notice-no-file")


async def _fetched(bot: Bot, document: Document) -> bytes:
    """A file's bytes.

    Raises:
        TableError: It is larger than is taken, whatever it was said to be.
    """
    if (document.file_size or 0) > MAX_BYTES:
        raise TableError(TableFault.TOO_LARGE)
    file = await bot.get_file(document.file_id, request_timeout=SECONDS)
    address = bot.session.api.file_url(bot.token, file.file_path or "")
    content = bytearray()
    async for chunk in bot.session.stream_content(address, timeout=SECONDS):
        content += chunk
        if len(content) > MAX_BYTES:
            raise TableError(TableFault.TOO_LARGE)
    return bytes(content)
