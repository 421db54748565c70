"""The owner’s words by kind of question and scoring: what is said, and that it fits."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest

from content.library import Library, load_library
from content.texts import Texts
from domain.kinds import Kind, Measure, Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import Instrument, Question, Section
from handlers.views import admin
from handlers.views.board import ITEMS, LINES, answered_of
from handlers.views.campaigns import campaign_view
from handlers.views.choosing import LINES as A_PAGE
from handlers.views.hall import HALLS, hall_facts
from handlers.views.overview import QUESTIONS, TITLE_SHOWN, Overview, board_facts, caption
from preview import rules
from results.facts_owner import Answered
from storage.boards import Answers, Board, Hidden
from storage.sources import Flow
from tests.support.boards import HUGE, answers_of, board_of
from tests.support.screens import ADMIN, NOW, campaign, check, check_html, person, speech
from tests.support.shapes import (
    BY_NAME,
    CALCULATION,
    CHECKLIST,
    EMPLOYEES,
    JOURNEY,
    LIST,
    NOTES,
    PROFILE,
    SHAPES,
    SURVEY,
    library_of_shapes,
    rating,
)
from tests.support.stretched import stretched

LEVELS = ("Starting", "Taking shape", "Developing", "Systematic", "Customer-centric", "level")
LONG = stretched()


def longest(scoring: Scoring, sections: int, items: int) -> Instrument:
    """The longest words in another way of scoring."""
    kind = {Scoring.CHECKLIST: Kind.YES_NO, Scoring.PROFILE: Kind.RATING}.get(scoring)
    if kind is None:
        asked = Section("s" * 16, [_turned(q, Kind.RATING, 9) for q in LONG.questions[:items]])
        return replace(LONG, scoring=scoring, sections=[asked], express=frozenset())
    questions = iter(LONG.questions)
    blocks = [
        replace(block, questions=[_turned(next(questions), kind) for _ in range(items)])
        for block in LONG.blocks[:sections]
    ]
    return replace(LONG, scoring=scoring, sections=blocks, express=frozenset())


def _turned(one: Question, kind: Kind, favourable: int | None = None) -> Question:
    turned = replace(one, kind=kind, options=(), extras=(), points=8 if kind is Kind.RATING else 0)
    if kind is Kind.YES_NO:
        return replace(turned, measure=None, favourable=None)
    measure = Measure.MEAN if favourable is None else Measure.SHARE
    return replace(turned, measure=measure, favourable=favourable and 5)


LONGEST: Mapping[str, Instrument] = {
    "survey": longest(Scoring.SURVEY, 1, 7),
    "sections and statements": longest(Scoring.CHECKLIST, 4, 3),
    "one list": longest(Scoring.CHECKLIST, 1, ITEMS),
    "too many statements": longest(Scoring.CHECKLIST, 10, 3),
    "profile": longest(Scoring.PROFILE, 7, 2),
}


def overview(
    of: Instrument, made: Board, texts: Texts, language: str = "en", *, long: bool = False
) -> Overview:
    """An overview of everybody, or of the campaign with the longest title."""
    say = speech(library_of_shapes(), texts, stretched=long)
    return Overview(made, of, campaign() if long else None, language, NOW, say)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LONGEST)
def test_the_longest_fits(name: str, language: str, texts: Texts) -> None:
    """Captions, lines and screens of lists and surveys with the longest names and numbers."""
    of = LONGEST[name]
    made = overview(of, replace(board_of(of), people=HUGE - 1), texts, language, long=True)
    told = check_html(caption(made), rules.CAPTION_LENGTH)
    facts = board_facts(made)
    assert facts.hidden == ""
    assert len(facts.questions) == min(len(of.measured), QUESTIONS)
    assert (texts.line(language, "overview-more") in facts.note) is (name == "survey")
    assert all(question.score in told for question in facts.questions)
    standings = [
        admin.Standing(replace(of, id=f"{number:02}".ljust(16, "i")), board_of(of))
        for number in range(30)
    ]
    everything = {one.instrument.id: one.instrument for one in standings}
    say = speech(Library(everything, {}, load_library().profile), texts, stretched=True)
    boss = person(language, chat_id=ADMIN)
    check(admin.admin_view(boss, (10**9, 10**9, 10**9), standings, say))
    check(admin.figures_view(boss, standings[:A_PAGE], 0, say))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_survey_is_about(language: str, texts: Texts) -> None:
    """Its occasion stands beside its title, cut to fit; people finish it, they take no test."""
    made = overview(SURVEY, board_of(SURVEY), texts, language, long=True)
    facts = board_facts(replace(made, campaign=replace(campaign(), occasion="&" * 120)))
    assert facts.subtitle == f"{SURVEY.title[language]} · {'&' * (TITLE_SHOWN - 1)}…"
    assert facts.counts[0].label == made.speak("board-answered")
    assert board_facts(made).subtitle == SURVEY.title[language]
    other = LONGEST["profile"]
    test = board_facts(overview(other, board_of(other), texts, language))
    assert test.counts[0].label == texts.line(language, "hall-finished")


def answered(
    question: Question, counts: Mapping[int, int], texts: Texts, of: Instrument
) -> Answered:
    """A question in English."""
    found = answers_of(question, Counter(counts))
    return answered_of(question, found, of.group, "en", texts.speaker("en"))


def test_questions_by_their_measure(texts: Texts) -> None:
    """NPS and eNPS with an interval, shares with Wilson's and the mean, means by themselves."""
    nps = answered(SURVEY.by_code["nps"], {10: 6, 8: 2, 3: 2}, texts, SURVEY)
    assert (nps.score, nps.first, nps.parts) == ("+40", 0, (7, 2, 2))
    assert nps.interval == "NPS, 95% interval: −13 … +74, n = 10"
    below = answered(SURVEY.by_code["nps"], {10: 2, 7: 3, 0: 3}, texts, SURVEY)
    assert below.score == "−13"  # of −12.5, as the calculator rounds it
    csat = answered(SURVEY.by_code["csat"], {5: 4, 4: 3, 3: 2, 1: 1}, texts, SURVEY)
    assert (csat.score, csat.first, csat.parts) == ("70%", 1, (3, 2))
    assert csat.interval == "answers 4–5, 95% interval: 40–89%, mean 3.9, n = 10"
    assert csat.groups == ["1–3: 30%", "4–5: 70%"]
    assert csat.distribution == [1, 0, 2, 3, 4]
    ces = answered(SURVEY.by_code["ces"], {7: 3, 5: 1, 4: 4}, texts, SURVEY)
    assert (ces.score, ces.parts) == ("50%", (4, 3))
    enps = answered(EMPLOYEES.by_code["enps"], {9: 5}, texts, EMPLOYEES)
    assert enps.interval.startswith("eNPS, 95% interval")
    mean = answered(EMPLOYEES.by_code["process"], {0: 1, 10: 2}, texts, EMPLOYEES)
    assert (mean.score, mean.groups, mean.parts) == ("6.7", (), (11,))
    assert mean.interval == "mean on a scale of 0–10, n = 3"
    top = answered(rating("top", 3, 3), {3: 5}, texts, SURVEY)
    assert top.groups == ["1–2: 0%", "3: 100%"]
    nobody = answered_of(SURVEY.by_code["ces"], Answers(), SURVEY.group, "en", texts.speaker("en"))
    assert (nobody.score, nobody.distribution) == ("", ())
    assert nobody.interval == "not enough answers yet"


@pytest.mark.parametrize(("language", "said"), [("ru", "6,7"), ("uk", "6,7"), ("en", "6.7")])
def test_decimals_are_the_language_s_own(language: str, said: str, texts: Texts) -> None:
    """A comma or a point, and always one digit behind it."""
    one = EMPLOYEES.by_code["process"]
    found = answers_of(one, Counter({0: 1, 10: 2}))
    speak = texts.speaker(language)
    assert answered_of(one, found, EMPLOYEES.group, language, speak).score == said
    whole = answered_of(one, answers_of(one, Counter({7: 5})), EMPLOYEES.group, language, speak)
    assert whole.score == f"7{said[1]}0"


def test_captions_by_scoring(texts: Texts) -> None:
    """Shares of yes with their unit, means out of a hundred; never a word for maturity."""
    told = {of.id: caption(overview(of, board_of(of, 6, mean=64.5), texts)) for of in SHAPES}
    assert "“Yes” answers from 6 people: 65%." in told["checklist"]
    assert "a 65% · b 65% · c 65%\n\nName of a0 65% · " in told["checklist"]
    assert "Name of s0 65% · Name of s1 65%" in told["list"]
    assert "only" not in told["list"]
    assert "Mean of 6 people on a scale of 1–5: 3.6." in told["profile"]
    assert "Name of csat: <b>40%</b> (answers 4–5" in told["survey"]
    assert "Name of wellbeing: <b>5.0</b> (mean on a scale of 0–10, n = 66)" in told["employees"]
    assert "theirs alone" in told["journey"]
    assert "theirs alone" in told["calculation"]
    assert "answers in words are in the report" in told["notes"]
    for words in told.values():
        assert not [level for level in LEVELS if level in words]


def test_pictures_by_scoring(texts: Texts) -> None:
    """A radar for maps only; one list has its statements, several sections both."""
    facts = {of.id: board_facts(overview(of, board_of(of, 6), texts)) for of in SHAPES}
    assert not [name for name, one in facts.items() if one.has_radar]
    assert (facts["list"].blocks, len(facts["list"].items)) == ((), 4)
    assert (len(facts["checklist"].blocks), len(facts["checklist"].items)) == (3, 9)
    assert facts["checklist"].total == "100%"
    assert facts["profile"].total == "5.0"
    assert {axis.figure for axis in facts["profile"].items} == {"5.0"}
    assert facts["profile"].blocks_heading == "Mean by section, on a scale of 1–5"
    assert [q.score for q in facts["survey"].questions] == ["−45", "40%", "43%"]
    assert facts["survey"].total == facts["survey"].blocks_heading == ""
    for of in (JOURNEY, CALCULATION, NOTES):
        assert facts[of.id].hidden
        assert facts[of.id].note == ""


def test_figures_that_stand_behind_the_count(texts: Texts) -> None:
    """Six have finished and the figures stand on five: picture and caption say so."""
    board = replace(board_of(SURVEY, 5), finished=6, present=6, begun=7, arrived=8)
    made = overview(SURVEY, board, texts)
    said = "The figures cover 5 of 6 people so far"
    facts = board_facts(replace(made, campaign=campaign()))
    assert [(one.value, one.label) for one in facts.counts] == [
        ("6", "finished"), ("5", "in the figures"), ("7", "started"), ("8", "arrived"),
    ]  # fmt: skip
    assert facts.note.startswith(said)
    assert said in caption(made)
    for other in (replace(board, people=6), board_of(SURVEY, 4, why=Hidden.FEW)):
        shown = replace(made, board=other)
        assert "so far" not in board_facts(shown).note + caption(shown)
        assert "in the figures" not in {one.label for one in board_facts(shown).counts}


@pytest.mark.parametrize("of", SHAPES, ids=list(BY_NAME))
@pytest.mark.parametrize("why", Hidden)
def test_hidden(of: Instrument, why: Hidden, texts: Texts) -> None:
    """Too few: counts and a sentence, no figure in any of them."""
    made = overview(of, board_of(of, 4, why=why), texts)
    facts, told = board_facts(made), caption(made)
    assert facts.hidden in told
    assert (facts.total, facts.blocks, facts.items) == ("", (), ())
    assert not [question.score for question in facts.questions if question.score]
    assert "%" not in told.replace("100%", "")


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (SURVEY, "NPS −45, n = 66"),
        (EMPLOYEES, "eNPS −45, n = 66"),
        (LIST, "65% “yes”, n = 6"),
        (CHECKLIST, "65% “yes”, n = 6"),
        (PROFILE, "3.6 on a scale of 1–5, n = 6"),
        (JOURNEY, ""),
        (CALCULATION, ""),
        (NOTES, ""),
    ],
    ids=lambda value: value.id if isinstance(value, Instrument) else "",
)
def test_a_line_a_test(of: Instrument, said: str, texts: Texts) -> None:
    """One figure, the one that matters most; while it is hidden, when it will be there."""
    say = speech(library_of_shapes(), texts)
    boss = person("en", chat_id=ADMIN)

    def line(made: Board) -> str:
        view = admin.figures_view(boss, [admin.Standing(of, made)], 0, say)
        return check(view).text.removeprefix("Results by test\n\n")

    counted = f"{of.title['en']}: 6 started, 6 finished (100%)"
    assert line(board_of(of, 6, mean=64.5)) == (f"{counted} · {said}" if said else counted)
    soon = line(board_of(of, 4, why=Hidden.FEW))
    assert ("will appear once at least 5 people" in soon) is bool(said)


def test_a_figure_without_answers_of_its_own(texts: Texts) -> None:
    """People are there, but too few answered the first question: the line keeps to its counts."""
    made = replace(board_of(SURVEY, 6), answers=dict.fromkeys(("nps", "csat", "ces"), Answers()))
    say = speech(library_of_shapes(), texts)
    boss, standing = person("en", chat_id=ADMIN), admin.Standing(SURVEY, made)
    told = check(admin.figures_view(boss, [standing], 0, say)).text
    assert told.endswith("\n\nsurvey: 6 started, 6 finished (100%)")
    menu = check(admin.admin_view(boss, (6, 6, 6), [standing], say)).text
    assert menu.endswith("No figures yet (they need 5 people): survey.")
    assert caption(overview(SURVEY, made, texts)).count("not enough answers yet") == 3


def test_the_hall_is_offered_by_scoring(texts: Texts) -> None:
    """Lists and profiles have a picture for the projector; a survey would suggest its answers."""
    assert set(LINES) == HALLS
    say = speech(library_of_shapes(), texts)
    boss = person("en", chat_id=ADMIN)
    flow = Flow(1, 1, 1, 1, NOW.date(), NOW.date())
    for of in SHAPES:
        one = replace(campaign(), instrument=of.id)
        shown = check(campaign_view(boss, one, flow, NOW, say))
        labels = [label for row in shown.labels for label in row]
        assert ("Hall screen" in labels) is (of in (LIST, CHECKLIST, PROFILE)), of.id
        assert "Overview" in labels


def test_the_hall_of_a_list(texts: Texts) -> None:
    """Sections where there are several, else the statements; the total in its unit."""
    say = speech(library_of_shapes(), texts)
    for of, blocks, items in ((CHECKLIST, 3, 0), (LIST, 0, 4), (PROFILE, 2, 0)):
        where = replace(campaign(), instrument=of.id)
        facts = hall_facts(board_of(of, 6), where, of, "en", NOW, say)
        assert (len(facts.blocks), len(facts.items), facts.has_radar) == (blocks, items, False)
        assert facts.total == ("5.0" if of is PROFILE else "100%")
        few = hall_facts(board_of(of, 4, why=Hidden.FEW), where, of, "en", NOW, say)
        assert few.hidden.startswith("The overall picture is taking shape. One more person")
        assert (few.total, few.blocks, few.items) == ("", (), ())
