"""Boards against figures worked out from the answers of the people they stand on."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pytest
from sqlalchemy import select

from domain.kinds import Kind, Measure, Scoring
from domain.person import Campaign
from domain.questionnaire import SKIPPED, Instrument, Question
from storage.boards import Board, read_board
from storage.models import campaigns
from storage.records import Records
from tests.storage.by_hand import close, mean_of_shares, number_of, scores, wilson
from tests.storage.export_world import Table, World, tenth


async def campaign_of(own: World, code: str) -> Campaign | None:
    """A campaign by its code."""
    return await own.database.read(lambda records: records.campaigns.by_code(code))


async def _in_order(own: World) -> Table:
    """The finished attempts as rows, in the order of their ends: rows of surveys have none."""

    async def codes(records: Records) -> dict[int, str]:
        found = await records.connection.execute(select(campaigns.c.id, campaigns.c.code))
        return {row.id: row.code for row in found}

    named = await own.database.read(codes)
    return [
        {"campaign": named.get(one["campaign_id"])}
        | {f"q_{q.code}": one["answers"].get(q.code) for q in own.instrument.questions}
        for one in sorted(await own.stored(), key=lambda one: one["id"])
        if one["instrument"] == own.name and one["finished_at"] and not one["is_trial"]
    ]


async def check_boards(own: World) -> None:
    """Of a campaign: the figures of the first fives; hidden below; of all: the sum of people."""
    shape, rows = own.instrument, await _in_order(own)
    for place, standing in (("large", 35), ("middle", 10), ("small", 0)):
        campaign = await campaign_of(own, f"{shape.id}-{place}")
        board = await read_board(own.database, shape, campaign=campaign)
        theirs = [row for row in rows if row["campaign"] == f"{shape.id}-{place}"]
        assert (board.present, board.people) == (len(theirs), standing)
        check_board(shape, board, theirs[:standing])
    everybody = await read_board(own.database, shape, campaign=None)
    assert everybody.people == 35 + 10 + 5


def check_board(shape: Instrument, board: Board, rows: Table) -> None:
    """Against these rows; what somebody skipped has steps of its own and is left out here."""
    assert list(board.answers) == [question.code for question in shape.measured]
    whole = [scores(shape, row) for row in rows]
    if rows and shape.blocks:
        assert board.total == close([one[0] for one in whole])
    for question in shape.questions:
        values = [number_of(question, row[f"q_{question.code}"]) for row in rows]
        numbers = [value for value in values if value is not None]
        if question.code in board.answers:
            check_answers(question, board, numbers, is_whole=len(numbers) == len(rows))
        elif question.code in board.items and not rows:
            assert board.items[question.code] is None
        elif question.code in board.items and len(numbers) == len(rows):
            lowest = 0 if question.kind is Kind.YES_NO else 1
            shares = [Fraction(100 * (n - lowest), question.span) for n in numbers]
            assert board.items[question.code] == close(shares)
    check_splits(shape, board, rows)


def check_splits(shape: Instrument, board: Board, rows: Table) -> None:
    """Yes, no and not sure of a checklist, in all, by section and by item."""
    if shape.scoring is not Scoring.CHECKLIST:
        assert board.splits is None
        return
    assert board.splits is not None
    every = [question.code for block in shape.blocks for question in block.questions]
    parts = [(every, board.splits.whole)]
    parts += [
        ([question.code for question in block.questions], board.splits.sections[block.code])
        for block in shape.blocks
    ]
    parts += [
        ([code], board.splits.items[code])
        for code in every
        if SKIPPED not in {row[f"q_{code}"] for row in rows}
    ]
    for codes, split in parts:
        if not rows:
            assert split is None
        else:
            assert split is not None
            shares = [float(share) for share in mean_of_shares(rows, codes)]
            assert [split.yes, split.no, split.unsure] == pytest.approx(shares)


def check_answers(
    question: Question, board: Board, numbers: Sequence[int], *, is_whole: bool
) -> None:
    """One measured question."""
    found = board.answers[question.code]
    if not numbers:
        assert (found.distribution, found.nps, found.share, found.mean) == (None,) * 4
    elif is_whole:
        assert found.distribution == Counter(numbers)
        assert (found.nps is None) is (question.measure is not Measure.NPS)
        assert (found.share is None) is (question.measure is not Measure.SHARE)
        if found.share is not None and question.favourable is not None:
            reached = sum(number >= question.favourable for number in numbers)
            assert found.share.favourable == reached
            assert [tenth(found.share.low), tenth(found.share.high)] == wilson(
                reached, len(numbers)
            )
        if found.mean is not None:
            assert found.mean == close([Fraction(number) for number in numbers])
