"""What people wrote in a campaign: shuffled, from a number of comments on.

Comments change by several people at a time, like figures (`storage.steps`): who looks before and
after one more person has answered must not learn which words are theirs. A question that is worded
by an earlier answer keeps its wordings apart, but never so that they single somebody out.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import SystemRandom

from sqlalchemy import select

from domain.kinds import Kind, Mode
from domain.languages import Text
from domain.person import Campaign
from domain.questionnaire import WRITTEN, Instrument, Question, Value
from domain.statistics import COMMENT_THRESHOLD
from storage.database import Database
from storage.export.selection import people_apart, placed
from storage.export.source import Reader, reading
from storage.models import attempts, campaigns, written
from storage.steps import Finish, Part, Steps


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments that answer the same words.

    Attributes:
        question: What they answer.
        wording: As these people were asked; the question's own text above those of several
            wordings. None where the question has but one.
        words: What they wrote, shuffled.
    """

    question: Question
    wording: Text | None
    words: Sequence[str]


async def read_comments(
    database: Database, instrument: Instrument, campaign: Campaign
) -> list[Comments]:
    """A campaign's comments in the instrument's order, those to one wording together.

    Questions with fewer than COMMENT_THRESHOLD comments are left out. Read and decrypted off the
    event loop.

    Args:
        database: Where the attempts are.
        instrument: Its current version.
        campaign: Whose comments.
    """
    return await asyncio.to_thread(_read, database, instrument, campaign)


def _read(database: Database, instrument: Instrument, campaign: Campaign) -> list[Comments]:
    questions = [question for question in instrument.questions if question.kind is Kind.TEXT]
    answered: dict[int, Mapping[str, Value]] = {}
    with reading(database) as reader:
        steps = Steps(Mode(campaign.mode or Mode.FULL), [question.code for question in questions])
        for row, finish, answers in _finishes(reader, instrument.id, campaign):
            steps.add(finish)
            answered[row] = answers
        standing, words = steps.standing(), _words(reader, campaign)
    comments: list[Comments] = []
    for question in questions:
        code = question.code
        rows = standing.get((Part.ANSWER, code), {}).values()
        # The words of those who were forgotten are gone, though their answers count.
        found = [row for row in map(int, rows) if (row, code) in words]
        if len(found) < COMMENT_THRESHOLD:
            continue
        SystemRandom().shuffle(found)
        for wording, those in _by_wording(question, found, answered):
            said = [database.cipher.unseal(words[row, code]) for row in those]
            comments.append(Comments(question, wording, said))
    return comments


def _by_wording(
    question: Question, rows: Sequence[int], answered: Mapping[int, Mapping[str, Value]]
) -> Iterator[tuple[Text | None, Sequence[int]]]:
    """Attempts by what they were asked, in the order they come in.

    A wording tells what its people answered before. Where fewer than the threshold wrote, they
    stand with others under the question's own text, which then has as many of them at least.
    """
    if not question.variants:
        yield None, rows
        return
    wordings = [variant.text for variant in question.variants]
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        wording = question.wording(answered[row])
        groups[wordings.index(wording) if wording in wordings else len(wordings)].append(row)
    together = set(groups.pop(len(wordings), []))
    for number in sorted(groups, key=lambda number: len(groups[number])):
        if len(groups[number]) < COMMENT_THRESHOLD or 0 < len(together) < COMMENT_THRESHOLD:
            together.update(groups.pop(number))
    for number in sorted(groups):
        yield wordings[number], groups[number]
    if together:
        yield question.text, [row for row in rows if row in together]


def _finishes(
    reader: Reader, instrument: str, campaign: Campaign
) -> Iterator[tuple[int, Finish, Mapping[str, Value]]]:
    """Finished attempts in the order of their ends: row number, event, and all answers.

    In place of an answer in words stands the row number of its attempt: where its words are.
    """
    a = attempts.c
    query = (
        select(
            *(a.id, people_apart(), a.mode, a.finished_at, a.answers),
            a.scores.is_not(None),
        )
        .join(campaigns, campaigns.c.id == a.campaign_id)
        .where(*placed(instrument), a.campaign_id == campaign.id, a.finished_at.is_not(None))
        .order_by(a.finished_at, a.id)
    )
    for row, who, mode, finished_at, answers, is_kept in reader.stream(query):
        wrote = {code: row for code, answer in answers.items() if answer == WRITTEN}
        ended = (who, campaign.code, mode, finished_at, None)
        yield row, Finish(*ended, {} if is_kept else None, wrote), answers


def _words(reader: Reader, campaign: Campaign) -> dict[tuple[int, str], str]:
    """What was written there, still encrypted, by attempt and question."""
    query = (
        select(written.c.attempt_id, written.c.question, written.c.words)
        .join(attempts, attempts.c.id == written.c.attempt_id)
        .where(attempts.c.campaign_id == campaign.id)
    )
    return {(row, code): words for row, code, words in reader.stream(query)}
