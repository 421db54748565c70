"""What the hall's pictures say: for every language, the longest content, and few people."""

from collections import Counter
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from content.library import Library
from content.texts import Texts
from domain.kinds import Group, Mode
from domain.languages import LANGUAGES
from domain.person import Campaign
from domain.questionnaire import UNKNOWN, Instrument, Value
from domain.statistics import nps
from handlers.views.board import answered_of, axes_of, signed
from handlers.views.hall import hall_facts, hall_rows, pair_facts
from handlers.views.reference import Reference, reference_of
from handlers.views.shown import Shown
from handlers.views.view import View
from preview.rules import CALLBACK_ANSWER_LENGTH, CAPTION_LENGTH
from results.facts_owner import BoardFacts
from storage.boards import Answers, Board, Hidden
from storage.steps import PEOPLE, TOTAL, Part
from tests.support.questionnaires import answered
from tests.support.screens import NOW, campaign, check, finished, speech

CAMPAIGN = replace(campaign(), code="ml7-16", title="A & B")


def board(of: Instrument, people: int, *, present: int = 0, others: int = 0) -> Board:
    """Made-up figures; hidden without people."""
    answers = Counter({10: people - people // 3, 0: people // 3}) if people else None
    found = Answers(answers, nps(answers) if answers else None)
    why = None if people else (Hidden.FEW if present else Hidden.NOBODY)
    return Board(
        mode=Mode.EXPRESS,
        arrived=61,
        consented=58,
        begun=52,
        finished=47,
        present=present or people,
        others=others,
        people=people,
        totals=people,
        total=64.5 if people else None,
        blocks={block.code: 64.5 if people else None for block in of.blocks},
        items={},
        answers={"own_nps": found, "own_enps": found},
        why=why,
    )


def told(library: Library, texts: Texts, one: Board, where: Campaign = CAMPAIGN) -> BoardFacts:
    """The projector's picture in English."""
    of = library.instruments["map"]
    return hall_facts(one, where, of, "en", NOW, speech(library, texts))


def test_figures(library: Library, texts: Texts) -> None:
    """Counts, one question, the blocks, the way in."""
    of = library.instruments["map"]
    facts = told(library, texts, board(of, 45, others=3))
    assert [(c.value, c.label) for c in facts.counts] == [
        ("47", "finished"), ("52", "started"), ("61", "arrived"),
    ]  # fmt: skip
    (asked,) = facts.questions
    assert (asked.name, asked.score) == ("Recommending the product", "+33")
    assert asked.groups == ["Detractors 33%", "Passives 0%", "Promoters 67%"]
    assert asked.distribution == [15, *[0] * 9, 30]
    assert asked.interval.endswith("n = 45")
    assert len(facts.blocks) == 8
    assert (facts.hidden, facts.total, facts.date) == ("", "65", "")
    assert facts.total_caption == "average of 45 people, out of 100"
    assert "every 5" in facts.note
    assert "Another 3 took the full version" in facts.note
    assert "short version" in facts.subtitle
    assert (facts.link[-6:], facts.link_caption[-6:]) == ("ml7-16", "ml7-16")


@pytest.mark.parametrize(("present", "missing"), [(0, "5 more"), (2, "3 more"), (4, "One more")])
def test_too_few(library: Library, texts: Texts, present: int, missing: str) -> None:
    """No figure, a warm sentence, and how to come in."""
    facts = told(library, texts, board(library.instruments["map"], 0, present=present))
    assert missing in facts.hidden
    assert (facts.questions, facts.blocks, facts.total) == ([], (), "")
    assert facts.link


def test_a_campaign_that_takes_no_answers(library: Library, texts: Texts) -> None:
    """It says so where else it invites."""
    of = library.instruments["map"]
    for where, said in (
        (replace(CAMPAIGN, is_open=False), "paused"),
        (replace(CAMPAIGN, opens_at=NOW + timedelta(days=1)), "Not open yet"),
        (replace(CAMPAIGN, closes_at=NOW), "closed"),
    ):
        assert said in told(library, texts, board(of, 45), where).link_caption
        empty = told(library, texts, board(of, 0), where)
        assert said in empty.link_caption
        assert "join in" not in empty.hidden


def test_no_answers_to_the_question(library: Library, texts: Texts) -> None:
    """A figure that is hidden by itself says so."""
    (question,) = library.instruments["map"].questions[:1]
    speak = texts.speaker("en")
    one = answered_of(question, Answers(), Group.COMPANY, "en", speak)
    assert (one.score, one.distribution, one.groups) == ("", (), ())
    assert one.interval == "not enough answers yet"


def test_signs() -> None:
    """A minus that is one, and a nought without a sign."""
    assert [signed(number) for number in (24, 0, -8)] == ["+24", "0", "−8"]


def test_an_instrument_without_questions_of_that_kind(texts: Texts, library: Library) -> None:
    """There is simply no distribution; nor a version where there is but one."""
    of = replace(library.instruments["map"], express=frozenset())
    without = replace(of, sections=of.blocks)
    one = board(without, 45)
    facts = hall_facts(one, CAMPAIGN, without, "en", NOW, speech(library, texts))
    assert (facts.questions, facts.subtitle) == ([], without.title["en"])
    assert axes_of(without, board(without, 0), "en", texts.speaker("en")) == ()


def reference(of: Instrument, totals: int = 45) -> Reference:
    """A hall of 45 whose totals rise by one."""
    found = reference_of(
        "Hall",
        {
            PEOPLE: {who: (NOW - timedelta(hours=who)).timestamp() for who in range(45)},
            TOTAL: {who: 30.0 + who for who in range(totals)},
        }
        | {(Part.BLOCK, block.code): dict.fromkeys(range(45), 40.0) for block in of.blocks},
    )
    assert found is not None
    return found


def result(library: Library, texts: Texts, level: Value, language: str = "en") -> Shown:
    """Somebody who answered the same everywhere."""
    of = library.instruments["map"]
    statements = {question.code: level for block in of.blocks for question in block.questions}
    attempt = answered(of, {"own_nps": 10, "own_enps": 3, **statements})
    return Shown(finished(attempt, CAMPAIGN), language, speech(library, texts))


@pytest.mark.parametrize(("level", "share"), [(1, 1), (3, 46), (5, 99)])
def test_the_rank(library: Library, texts: Texts, level: int, share: int) -> None:
    """By mid-rank, and never higher than everybody or nobody."""
    one = result(library, texts, level)
    facts = pair_facts(one, reference(one.attempt.instrument))
    assert f"higher than {share}%" in facts.headline_caption
    assert {pair.before for pair in facts.pairs} == {40.0}
    assert "45 results, 28 September 2026 to 30 September 2026." in facts.note


def test_without_a_total(library: Library, texts: Texts) -> None:
    """No rank, but the blocks there are."""
    one = result(library, texts, UNKNOWN)
    facts = pair_facts(one, reference(one.attempt.instrument))
    assert facts.headline == ""
    assert facts.headline_caption == texts.line("en", "total-missing")
    one = result(library, texts, 3)
    facts = pair_facts(one, reference(one.attempt.instrument, totals=29))
    assert (facts.headline, facts.headline_caption) == ("50", "out of 100")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_s_likelihood_answer(library: Library, texts: Texts, language: str) -> None:
    """The picture of two may be shown to others."""
    one = result(library, texts, 3, language)
    facts = pair_facts(one, reference(one.attempt.instrument))
    assert not {"questions", "recommendation"} & {field.name for field in fields(facts)}
    questions = one.attempt.instrument.questions[:2]
    assert not any(question.name[language] in str(facts) for question in questions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits(library: Library, texts: Texts, language: str) -> None:
    """Caption, button and toast, with the longest title of a campaign."""
    speak, where = texts.speaker(language), campaign()
    facts = hall_facts(
        board(library.instruments["map"], 10**5, others=10**5),
        where, library.instruments["map"], language, NOW,
        speech(library, texts, stretched=True),
    )  # fmt: skip
    caption = speak("hall-caption", title=where.title) + "\n\n" + facts.note
    check(View(caption, hall_rows(where, speak)), room=0, limit=CAPTION_LENGTH)
    some = speak("toast-pair-few", needed=30, count=25)
    few = speak("toast-pair-fewer", needed=30, few=5)
    assert max(len(few), len(some)) <= CALLBACK_ANSWER_LENGTH
