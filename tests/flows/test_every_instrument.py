"""Every instrument of the product's own, from the list of tests to its result and back to it."""

import pytest

from content.library import load_library
from domain.kinds import Kind, Scoring
from domain.languages import LANGUAGES
from domain.questionnaire import Question
from handlers.outcomes import AFTER, DOCUMENTED
from tests.support.scene import Scene, scene
from tests.support.stage import Stage

INSTRUMENTS = load_library().instruments
WORDS = "Слова, які щось кажуть; and “some” <more>"
NUMBERS = "4 3 5 2 1 6 7"
TOUCHPOINTS = 3


async def choose(one: Scene, identifier: str) -> None:
    """From the list of tests to the first question; a group of one test is that test at once."""
    test = INSTRUMENTS[identifier]
    await one.agree()
    await one.say("/tests")
    listed = await one.press(f"tests-{test.group}")
    if any(button.text == test.title[one.language] for button in listed.buttons):
        await one.tap(test.title[one.language])
    if test.scoring is Scoring.SURVEY:
        await one.press("button-survey-try")
    if test.profile:
        await one.press("button-skip-all")


async def build(one: Scene) -> None:
    """Three touchpoints that stand among the suggestions, and the picture."""
    await one.tap("1. ")
    for _ in range(TOUCHPOINTS):
        await one.tap("+ ")
    await one.press("button-journey-map")
    await one.press("button-journey-done")
    await one.press("button-journey-draw")


def _answer(question: Question) -> str:
    """What is typed."""
    return NUMBERS if question.kind is Kind.NUMBERS else WORDS


async def step(one: Scene, question: Question) -> None:
    """Answers one question, whatever kind it is of."""
    match question.kind:
        case Kind.NUMBER:
            await one.say(str(7 + len((await one.attempt()).answers)))
        case Kind.TEXT | Kind.NUMBERS:
            await one.say(_answer(question))
            labels = {button.text for button in (await one.person.screen()).buttons}
            ways = map(one.word, ("button-calculate", "button-review", "button-next"))
            await one.tap(next(way for way in ways if way in labels))
        case Kind.JOURNEY:
            await build(one)
        case _:
            first = question.tokens[0]
            attempt = await one.attempt()
            await one.person.tap_data(f"a1:{attempt.key}:{attempt.position}:{first}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("identifier", [i for i in INSTRUMENTS if i != "map"])
async def test_way_through(identifier: str, language: str, stage: Stage) -> None:
    """Chosen by group and name, answered to the end; its picture, words and document come."""
    one = await scene(stage, language)
    await choose(one, identifier)
    for _ in range(60):
        known = await one.known()
        if known.attempt is None:
            break
        if known.attempt.position is None:
            await one.press("button-review-done")
            continue
        await step(one, known.attempt.question)
    test = INSTRUMENTS[identifier]
    said = await one.bot()
    assert any(message.photo for message in said) is ("card" in AFTER[test.scoring])
    assert (await one.known()).attempt is None
    if test.scoring in DOCUMENTED:
        await one.press("button-document")
        assert any(message.document for message in await one.bot())
