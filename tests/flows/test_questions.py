"""The question screen: what it shows, moving through it, changing one's mind."""

import itertools

import pytest

from domain.languages import LANGUAGES
from domain.questionnaire import NOT_APPLICABLE, UNKNOWN
from handlers.callbacks import Move
from tests.support.scene import Scene, scene
from tests.support.stage import Stage


async def _on_the_test(stage: Stage, language: str = "ru", mode: str = "express") -> Scene:
    anna = await scene(stage, language)
    await anna.begin(await stage.campaign(mode=mode))
    return anna


def _labels(message) -> list[list[str]]:  # type: ignore[no-untyped-def] # noqa: ANN001 - a ChatMessage
    return [[button.text for button in row] for row in message.rows]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_a_question_shows(stage: Stage, language: str) -> None:
    """Place, progress, statement, hint, five numbered labels, earlier answer; fixed buttons."""
    anna = await _on_the_test(stage, language, "full")
    screen = await anna.screen()
    last = [anna.word("button-back"), anna.word("button-pause")]
    assert _labels(screen) == [
        ["0", "1", "2", "3"], ["4", "5", "6", "7"], ["8", "9", "10"], last,
    ]  # fmt: skip
    assert (await anna.attempt()).question.text[language] in screen.text

    screen = await anna.answer("10")
    attempt = await anna.attempt()
    question = attempt.question
    assert question.code == "1.1"
    lines = screen.text.splitlines()
    title = attempt.section.title or {}
    assert anna.word("block-place", number=1, count=8, title=title[language]) in lines
    assert f"▱▱▱▱▱▱▱▱▱▱ {anna.word('progress', done=0, count=43)}" in lines
    assert question.text[language] in lines
    assert (question.hint or {})[language] in lines
    for option in question.options:
        assert f"{option.code} — {option.label[language]}" in lines
    assert anna.word("answer-before", answer=anna.word("answer-score", score="10")) == lines[-1]
    assert _labels(screen) == [
        ["1", "2", "3", "4", "5"],
        [extra.label[language] for extra in question.extras],
        [anna.word("button-back"), anna.word("button-levels"), anna.word("button-pause")],
    ]


async def test_one_message_edited_in_place(stage: Stage) -> None:
    """The whole test happens in one message, the buttons stand where they stood."""
    anna = await _on_the_test(stage)
    await anna.answer("7")
    first = await anna.screen()
    shapes = set()
    for _ in range(16):
        screen = await anna.screen()
        assert screen.id == first.id
        shapes.add(tuple(len(row) for row in screen.rows))
        assert len(await anna.live()) == 1
        await anna.answer("3")
    assert shapes == {(5, 2, 3)}


async def test_examples_and_hide(stage: Stage) -> None:
    """Levels 1, 3 and 5 as they look in practice, on request, and away again."""
    anna = await _on_the_test(stage)
    plain = await anna.answer("7")
    before = await anna.standing()
    screen = await anna.press("button-levels")
    question = (await anna.attempt()).question
    for example in question.levels.values():
        assert example["ru"] in screen.text
        assert example["ru"] not in plain.text
    assert set(question.levels) == {1, 3, 5}
    assert await anna.standing() == before
    hidden = await anna.press("button-levels-hide")
    assert hidden.text == plain.text
    assert _labels(hidden) == _labels(plain)

    await anna.press("button-levels")
    following = await anna.answer("2")
    assert anna.word("levels-heading") not in following.text


async def test_back_through_everything(stage: Stage) -> None:
    """From the open reason back to the first question; every answer is shown and kept."""
    anna = await _on_the_test(stage)
    await anna.answer_until("own_nps_reason", "5")
    code, answers = await anna.standing()
    order = [code]
    for _ in range(17):
        screen = await anna.press("button-back")
        order.append((await anna.standing())[0])
        shown = "5/10" if order[-1] == "own_nps" else "5 — "
        now = anna.word("answer-now", answer="").strip()
        assert now in screen.text, shown
    attempt = await anna.attempt()
    steps = [attempt.instrument.questions[step].code for step in attempt.steps]
    assert order == steps[::-1]
    assert (await anna.standing())[1] == answers
    assert len(await anna.live()) == 1

    await anna.press("button-back")
    assert await anna.toast() == anna.word("toast-first")
    assert await anna.standing() == ("own_nps", answers)

    await anna.answer("9")
    assert await anna.standing() == ("own_nps_reason", answers | {"own_nps": 9})


async def test_changing_an_answer_keeps_the_later_ones(stage: Stage) -> None:
    """After the change the person stands at the first open question again."""
    anna = await _on_the_test(stage)
    for label in ("8", "1", "2", "3", "4"):
        await anna.answer(label)
    place, before = await anna.standing()
    for _ in range(3):
        await anna.press("button-back")
    changed, _ = await anna.standing()
    screen = await anna.answer("5")
    assert await anna.standing() == (place, before | {changed: 5})
    label = (await anna.attempt()).instrument.by_code[changed].options[4].label["ru"]
    told = anna.word("answer-changed", answer=f"5 — {label}")
    assert screen.text.endswith(told)
    assert told in (await anna.press("button-levels")).text
    assert told in (await anna.press("button-levels-hide")).text


async def test_dont_know_and_not_about_us(stage: Stage) -> None:
    """Both are answers of their own, told in the quiet line, changeable like any other."""
    anna = await _on_the_test(stage)
    await anna.answer("8")
    first = (await anna.standing())[0]
    screen = await anna.press("button-unknown")
    assert anna.word("answer-before", answer=anna.word("button-unknown")) in screen.text
    second = (await anna.standing())[0]
    screen = await anna.press("button-not-applicable")
    assert anna.word("answer-before", answer=anna.word("button-not-applicable")) in screen.text
    assert (await anna.standing())[1] == {
        "own_nps": 8, first: UNKNOWN, second: NOT_APPLICABLE,
    }  # fmt: skip


async def test_zero_is_an_answer(stage: Stage) -> None:
    """0 of 10 is stored as 0 and its reason is asked for."""
    anna = await _on_the_test(stage)
    screen = await anna.answer("0")
    assert (await anna.standing())[1] == {"own_nps": 0}
    assert anna.word("answer-score", score="0") in screen.text
    await anna.leap("own_nps_reason")
    assert await anna.standing() != ("own_nps", {})


async def test_encouragement_between_blocks(stage: Stage) -> None:
    """One sentence above the next block's first question, nowhere else."""
    anna = await _on_the_test(stage)
    await anna.answer("8")
    cheers = {
        section.code: (section.cheer or {}).get("ru", "")
        for section in (await anna.attempt()).instrument.blocks
    }
    seen = {}
    for _ in range(16):
        where = (await anna.attempt()).section.code
        screen = await anna.screen()
        for code, cheer in cheers.items():
            if cheer and cheer in screen.text:
                seen[code] = where
        await anna.answer("3")
    blocks = list(cheers)
    assert seen == dict(itertools.pairwise(blocks))


async def test_every_move_twice(stage: Stage) -> None:
    """A double tap on back, examples or pause does it once."""
    anna = await _on_the_test(stage)
    for label in ("8", "1", "2", "3"):
        await anna.answer(label)
    attempt = await anna.attempt()
    steps = [attempt.instrument.questions[step].code for step in attempt.steps]
    screen = await anna.screen()
    back = next(b.data for b in screen.buttons if b.data.endswith(Move.BACK))
    anna.taps += [await anna.person.tap_old(screen.id, back) for _ in range(2)]
    await anna.screen()
    assert (await anna.standing())[0] == steps[3]
    screen = await anna.screen()
    pause = next(b.data for b in screen.buttons if b.data.endswith(Move.PAUSE))
    anna.taps += [await anna.person.tap_old(screen.id, pause) for _ in range(2)]
    await anna.screen()
    assert await anna.state() == "paused"
    assert await anna.live() == []
