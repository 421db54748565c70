"""A checklist's overview in words: what is so, what is missing, what is not known."""

from dataclasses import replace

import pytest

from content.library import Library
from content.texts import Texts
from domain.kinds import Kind, Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import Instrument
from domain.tally import Split
from handlers.views.overview import Overview, board_facts, caption
from handlers.views.splits import ITEMS, LEAST, ROWS, SECTIONS_NAMED
from preview import rules
from storage.boards import Board, Hidden
from storage.splits import Splits
from tests.support.boards import HUGE, board_of
from tests.support.screens import NOW, campaign, check_html, speech
from tests.support.shapes import CHECKLIST, LIST
from tests.support.stretched import stretched

FEW = Split(20, 60, 20)


def told(instrument: Instrument, people: int = 10) -> Board:
    """A board on which each statement is missing a little more often than the one before."""
    items = [question.code for block in instrument.blocks for question in block.questions]
    splits = {code: Split(90 - n, 5 + n, 5) for n, code in enumerate(items)}
    sections = {block.code: Split(10, 70, 20) for block in instrument.blocks}
    return replace(board_of(instrument, people), splits=Splits(FEW, sections, splits))


def behind(instrument: Instrument) -> Board:
    """A board of very many people whose figures stand on one fewer."""
    return replace(told(instrument, HUGE), people=HUGE - 1)


def overview(instrument: Instrument, board: Board, language: str, texts: Texts) -> Overview:
    """What is shown of it."""
    say = speech(Library({instrument.id: instrument}, {}, ()), texts, stretched=True)
    return Overview(board, instrument, campaign(), language, NOW, say)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_caption_fits(language: str, texts: Texts) -> None:
    """Ten sections and the longest names, with all that is missing and unknown."""
    longest = replace(stretched(), scoring=Scoring.CHECKLIST)
    blocks = longest.blocks
    listed = replace(
        longest,
        sections=[
            replace(b, questions=[replace(q, kind=Kind.YES_NO) for q in b.questions])
            for b in blocks
        ],
    )
    made = overview(listed, behind(listed), language, texts)
    check_html(caption(made), rules.CAPTION_LENGTH)
    some = replace(listed, sections=listed.sections[:SECTIONS_NAMED])
    check_html(caption(overview(some, behind(some), language, texts)), rules.CAPTION_LENGTH)
    breakdown = board_facts(made).breakdown
    assert breakdown is not None
    assert [len(rows) for _, rows in breakdown.lists] == [len(blocks), max(ROWS - 10, LEAST)]


def test_picture_and_caption_say_the_same(texts: Texts) -> None:
    """The whole, the sections, the statements: those most often missing first."""
    board = told(CHECKLIST)
    made = overview(CHECKLIST, board, "en", texts)
    facts, text = board_facts(made), caption(made)
    assert facts.breakdown is not None
    assert (facts.blocks, facts.items) == ((), ())
    assert facts.breakdown.legend == ["Yes: 20%", "Not sure: 20%", "No: 60%"]
    assert "Answers from 10 people: “yes” 20%, “no” 60%, “not sure” 20%." in text
    (_, sections), (heading, items) = facts.breakdown.lists
    assert [(row.name, row.parts) for row in sections] == [
        (name, [10, 20, 70]) for name in ("a", "b", "c")
    ]
    for row in sections:
        assert f"{row.name}: yes 10%, no 70%, not sure 20%" in text
    assert heading == "By item, %, most often missing first"
    assert (facts.breakdown.more[0], facts.breakdown.more[1]) == (
        "",
        "1 more row is in the report.",
    )
    names = [question.name["en"] for block in CHECKLIST.blocks for question in block.questions]
    assert [row.name for row in items] == names[::-1]
    assert [row.parts[2] for row in items] == list(range(13, 4, -1))
    missing = ", ".join(f"{row.name} {row.parts[2]}%" for row in items[:4])
    assert f"<b>Most often missing:</b> {missing}." in text
    assert "<b>Most often “not sure”:</b>" in text


def test_one_list_has_no_sections(texts: Texts) -> None:
    """They would say once more what the whole says; what nobody lacks is not told as missing."""
    splits = Splits(Split(100, 0, 0), {"only": Split(100, 0, 0)}, {
        question.code: Split(100, 0, 0) for question in LIST.blocks[0].questions
    })  # fmt: skip
    made = overview(LIST, replace(told(LIST), splits=splits), "en", texts)
    facts, text = board_facts(made), caption(made)
    assert facts.breakdown is not None
    assert len(facts.breakdown.lists) == 1
    assert "Most often" not in text


def test_long_lists_tell_the_first(texts: Texts) -> None:
    """And how many more there are, those included that the picture has no room for."""
    block = LIST.blocks[0]
    many = [replace(block.questions[0], code=f"s{number}") for number in range(20)]
    long = replace(LIST, sections=[replace(block, questions=many)])
    facts = board_facts(overview(long, told(long), "en", texts))
    assert facts.breakdown is not None
    ((heading, rows),) = facts.breakdown.lists
    assert heading == "By item, %, most often missing first"
    more = facts.breakdown.more
    assert (more[0], len(more)) == (f"{20 - ITEMS} more rows are in the report.", ITEMS + 1)
    assert more[2] == f"{22 - ITEMS} more rows are in the report."
    assert [row.parts[2] for row in rows] == list(range(24, 24 - ITEMS, -1))


def test_what_is_hidden_stays_hidden(texts: Texts) -> None:
    """A whole board, and one statement of it."""
    for why in Hidden:
        nothing = replace(told(CHECKLIST), why=why)
        made = overview(CHECKLIST, nothing, "en", texts)
        assert board_facts(made).breakdown is None
        assert "%" not in caption(made)
    board = told(CHECKLIST)
    assert board.splits is not None
    last = CHECKLIST.blocks[-1].questions[-1]
    fewer = replace(board.splits, items={**board.splits.items, last.code: None})
    made = overview(CHECKLIST, replace(board, splits=fewer), "en", texts)
    breakdown = board_facts(made).breakdown
    assert breakdown is not None
    shown = breakdown.lists[-1][1][-1]
    assert (shown.name, shown.parts) == (last.name["en"], ())
    assert last.name["en"] not in caption(made)
