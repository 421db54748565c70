"""What people wrote in a campaign: shuffled, from a number of comments on.

Comments change by several people at a time, like figures (`storage.steps`): who looks before and
after one more person has answered must not learn which words are theirs.
"""

import asyncio
from collections.abc import Iterator, Mapping
from random import SystemRandom

from sqlalchemy import func, select

from domain.kinds import Kind, Mode
from domain.person import Campaign
from domain.questionnaire import WRITTEN, Instrument
from domain.statistics import COMMENT_THRESHOLD
from storage.database import Database
from storage.export.selection import placed
from storage.export.source import Reader, reading
from storage.models import attempts, campaigns, written
from storage.steps import Finish, Part, Steps


async def read_comments(
    database: Database, instrument: Instrument, campaign: Campaign
) -> Mapping[str, list[str]]:
    """A campaign's comments by question code, in the instrument's order, each list shuffled.

    Questions with fewer than COMMENT_THRESHOLD comments are left out. Read and decrypted off the
    event loop.

    Args:
        database: Where the attempts are.
        instrument: Its current version.
        campaign: Whose comments.
    """
    return await asyncio.to_thread(_read, database, instrument, campaign)


def _read(database: Database, instrument: Instrument, campaign: Campaign) -> dict[str, list[str]]:
    codes = [q.code for q in instrument.questions if q.kind is Kind.TEXT]
    with reading(database) as reader:
        steps = Steps(Mode(campaign.mode or Mode.FULL), codes)
        for finish in _finishes(reader, instrument.id, campaign):
            steps.add(finish)
        standing, words = steps.standing(), _words(reader, campaign)
    comments: dict[str, list[str]] = {}
    for code in codes:
        rows = standing.get((Part.ANSWER, code), {}).values()
        # The words of those who were forgotten are gone, though their answers count.
        found = [words[row, code] for row in map(int, rows) if (row, code) in words]
        if len(found) >= COMMENT_THRESHOLD:
            SystemRandom().shuffle(found)
            comments[code] = [database.cipher.unseal(sealed) for sealed in found]
    return comments


def _finishes(reader: Reader, instrument: str, campaign: Campaign) -> Iterator[Finish]:
    """Finished attempts in the order of their ends.

    In place of an answer in words stands the row number of its attempt: where its words are.
    """
    a = attempts.c
    query = (
        select(
            *(a.id, func.coalesce(a.person_id, -a.id), a.mode, a.finished_at, a.answers),
            a.scores.is_not(None),
        )
        .join(campaigns, campaigns.c.id == a.campaign_id)
        .where(*placed(instrument), a.campaign_id == campaign.id, a.finished_at.is_not(None))
        .order_by(a.finished_at, a.id)
    )
    for row, who, mode, finished_at, answers, is_kept in reader.stream(query):
        wrote = {code: row for code, answer in answers.items() if answer == WRITTEN}
        yield Finish(who, campaign.code, mode, finished_at, None, {} if is_kept else None, wrote)


def _words(reader: Reader, campaign: Campaign) -> dict[tuple[int, str], str]:
    """What was written there, still encrypted, by attempt and question."""
    query = (
        select(written.c.attempt_id, written.c.question, written.c.words)
        .join(attempts, attempts.c.id == written.c.attempt_id)
        .where(attempts.c.campaign_id == campaign.id)
    )
    return {(row, code): words for row, code, words in reader.stream(query)}
