"""People who have answered a survey, without their chats."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count as numbers

from domain.attempt import Attempt
from domain.kinds import Kind, Mode
from domain.person import Campaign, Person
from domain.questionnaire import WRITTEN, Instrument, Value
from handlers.moves import new_key
from storage.database import Database
from storage.records import Records
from tests.support.made import NOW, has_finished, stored

_NUMBERS = numbers(4_000_000_000)


def filled(instrument: Instrument, said: Mapping[str, str | int]) -> Attempt:
    """An attempt with the highest score unless another is said, and words where they are."""
    answers: dict[str, Value] = {}
    for question in instrument.questions:
        if question.kind is not Kind.TEXT:
            answers[question.code] = int(said.get(question.code, question.tokens[-1]))
        elif question.code in said:
            answers[question.code] = WRITTEN
    return replace(Attempt(new_key(), instrument, Mode.FULL), answers=answers, position=None)


async def surveyed(
    database: Database,
    instrument: Instrument,
    campaign: Campaign,
    said: Mapping[str, str | int],
    *,
    now: datetime = NOW,
    is_trial: bool = False,
    person: Person | None = None,
) -> Person:
    """One person who has answered; by default somebody new."""
    who = replace(person or await stored(database, next(_NUMBERS)), campaign=campaign)
    attempt = filled(instrument, said)
    row = await has_finished(database, who, attempt, now, is_trial=is_trial)

    async def write(records: Records) -> None:
        for code, words in said.items():
            if isinstance(words, str):
                await records.attempts.write_words(row, code, words)

    await database.write(write)
    return who


async def survey(
    database: Database,
    code: str = "nps-x7",
    test: str = "nps",
    *,
    company: str = "Café Lavender",
    occasion: str | None = "delivery",
    owner: Person | None = None,
) -> Campaign:
    """A new survey."""

    async def unit(records: Records) -> Campaign:
        made = await records.campaigns.create(code, company, test, None, NOW)
        row = made.id if made else 0
        await records.campaigns.ask_for(row, company, occasion, owner.id if owner else None)
        found = await records.campaigns.by_id(row)
        if found is None:
            raise LookupError(code)
        return found

    return await database.write(unit)
