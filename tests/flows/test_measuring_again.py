"""Offers to measure again for those who asked, and what has changed since the time before."""

from typing import Any

import pytest

from bot.reminders import remind_due
from domain.kinds import Mode
from domain.languages import LANGUAGES
from domain.staying import AGAIN_AFTER
from preview.screen import ChatMessage
from results.facts_owner import PairFacts
from results.studio import Studio
from storage.figures import Figures
from tests.support.calendar import MONDAY, go_to, remind
from tests.support.scene import Scene, quiet, rows, scene, words
from tests.support.stage import Stage


async def measured(anna: Scene, level: int, *, first: bool = True) -> ChatMessage:
    """A full map with one level everywhere; its words."""
    if first:
        await anna.begin(await anna.stage.campaign("wave", mode="full"))
    await anna.answer("9")
    await anna.leap("own_nps_reason", level)
    return await anna.press("button-skip")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_ninety_days(stage: Stage, language: str) -> None:
    """Asked for under the result; once, in the daytime, 90 days later; measured again."""
    go_to(stage, language, 0, 12)
    anna = await scene(stage, language)
    twin = await measured(anna, 3)
    await anna.press("button-again-wish")
    assert await anna.toast() == anna.word("toast-again-wish")
    (again,) = [message for message in await anna.bot() if message.id == twin.id]
    assert anna.word("button-again-unwish") in [button.text for button in again.buttons]
    (row,) = rows(stage, "attempts")
    assert row["again_at"] - row["finished_at"] == pytest.approx(
        AGAIN_AFTER.total_seconds() * 1000, abs=60_000
    )
    go_to(stage, language, 89, 12)
    assert await remind(stage) == 0
    go_to(stage, language, 90, 21)
    assert await remind(stage) == 0
    go_to(stage, language, 92, 12)
    assert await remind(stage) == 1
    offer = await anna.screen()
    assert anna.word("again-promise", minutes=8).split(".")[0] in offer.text
    assert await remind(stage) == 0
    await anna.press("button-again-start")
    known, attempt = await anna.known(), await anna.attempt()
    assert (known.campaign, attempt.mode, dict(attempt.answers)) == (None, Mode.FULL, {})
    (line,) = [message for message in await anna.bot() if message.id == offer.id]
    assert (line.text, line.rows) == (anna.word("again-started"), [])
    await measured(anna, 4, first=False)
    pictures = [message for message in await anna.bot() if message.photo]
    assert (
        anna.word("change-total", before=50, after=75, change=anna.word("change-more", points=25))
        .replace("<b>", "")
        .replace("</b>", "")
        in pictures[-1].caption
    )
    assert await remind(stage) == 0


async def test_taken_back(stage: Stage) -> None:
    """A second tap on the button that has turned around; a double tap asks once."""
    go_to(stage, "ru", 0, 12)
    anna = await scene(stage)
    twin = await measured(anna, 3)
    (wish,) = [b for b in twin.buttons if b.text == anna.word("button-again-wish")]
    for _ in range(2):
        await anna.forge(wish.data, twin.id)
    assert rows(stage, "attempts")[0]["again_at"] is not None
    await anna.tap(anna.word("button-again-unwish"))
    assert await anna.toast() == anna.word("toast-again-unwish")
    assert rows(stage, "attempts")[0]["again_at"] is None
    go_to(stage, "ru", 91, 12)
    assert await remind(stage) == 0


async def test_not_now(stage: Stage) -> None:
    """One tap, and nothing more comes."""
    go_to(stage, "ru", 0, 12)
    anna = await scene(stage)
    await measured(anna, 3)
    await anna.press("button-again-wish")
    go_to(stage, "ru", 91, 12)
    assert await remind(stage) == 1
    await anna.press("button-again-later")
    assert (await anna.screen()).text == anna.word("again-declined")
    assert rows(stage, "attempts")[0]["again_at"] is None
    for day in (92, 100, 182):
        go_to(stage, "ru", day, 12)
        assert await remind(stage) == 0


async def test_measured_meanwhile(stage: Stage) -> None:
    """Who has measured again by themselves is not asked to."""
    go_to(stage, "ru", 0, 12)
    anna = await scene(stage)
    await measured(anna, 3)
    await anna.press("button-again-wish")
    go_to(stage, "ru", 40, 12)
    await anna.say("/start wave")
    await measured(anna, 4, first=False)
    go_to(stage, "ru", 91, 12)
    assert await remind(stage) == 0


async def test_cancelled_between_making_and_sending(stage: Stage) -> None:
    """The offer is made, and before it is sent they no longer want it."""
    go_to(stage, "ru", 0, 12)
    anna = await scene(stage)
    await measured(anna, 3)
    await anna.press("button-again-wish")
    go_to(stage, "ru", 91, 12)
    app, count = stage.app, len(await anna.bot())
    assert len(await remind_due(app.database, app.speech.house, stage.clock())) == 1
    await app.database.write(lambda r: r.reminders.wish(rows(stage, "attempts")[0]["id"], None))
    await app.courier.look_again()
    await quiet(stage)
    assert len(await anna.bot()) == count


async def test_gone(stage: Stage) -> None:
    """Who deleted everything gets nothing, and nothing is left of the wish."""
    go_to(stage, "ru", 0, 12)
    anna = await scene(stage)
    await measured(anna, 3)
    await anna.press("button-again-wish")
    await anna.say("/delete")
    await anna.press("button-delete-confirm")
    go_to(stage, "ru", 91, 12)
    assert await remind(stage) == 0
    assert rows(stage, "people") == rows(stage, "deliveries") == []
    assert [(row["person_id"], row["again_at"]) for row in rows(stage, "attempts")] == [
        (None, None)
    ]


@pytest.fixture
def drawn(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[PairFacts]:
    """What was handed over to be drawn as a change."""
    facts: list[PairFacts] = []
    draw = studio.pair

    async def pair(one: PairFacts) -> bytes:
        facts.append(one)
        return await draw(one)

    monkeypatch.setattr(studio, "pair", pair)
    return facts


async def test_the_picture_of_a_change(stage: Stage, drawn: list[PairFacts]) -> None:
    """Between card and words; later by the button, in the language of its words."""
    go_to(stage, "ru", 0, 12)
    anna = await scene(stage)
    first = await measured(anna, 3)
    assert drawn == []
    assert anna.word("button-change") not in [button.text for button in first.buttons]
    go_to(stage, "ru", 40, 12)
    await anna.say("/start wave")
    twin = await measured(anna, 4, first=False)
    (facts,) = drawn
    assert facts.headline == "50 → 75"
    assert [(pair.before, pair.after) for pair in facts.pairs] == [(50.0, 75.0)] * 8
    _, card, change, told = (await anna.bot())[-4:]
    assert card.photo
    assert change.photo
    assert told.id == twin.id
    await anna.press("button-change")
    assert len(drawn) == 1, "Telegram has it already"
    listed = await anna.say("/results")
    await anna.tap(listed.buttons[0].text)
    await anna.tap("English")
    await anna.tap(words().line("en", "button-change"))
    assert drawn[1].title == words().line("en", "change-title")


async def test_the_hall_is_counted_once(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the card; where there is nothing to compare with, not once more for the change."""
    counted: list[int] = []
    count = Figures.group

    async def group(figures: Figures, campaign_id: int, *what: Any) -> Any:  # noqa: ANN401
        counted.append(campaign_id)
        return await count(figures, campaign_id, *what)

    monkeypatch.setattr(Figures, "group", group)
    await measured(await scene(stage), 3)
    assert len(counted) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_questions_that_mean_something_else(
    stage: Stage, drawn: list[PairFacts], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """The questionnaire was changed in its meaning: words say so, in place of a picture."""
    go_to(stage, language, 0, 12)
    anna = await scene(stage, language)
    await measured(anna, 3)
    go_to(stage, language, 40, 12)
    monkeypatch.setattr("handlers.parcels.result.is_comparable", lambda *_: False)
    await anna.say("/start wave")
    twin = await measured(anna, 4, first=False)
    assert drawn == []
    date = words().date(language, MONDAY)
    said = anna.word("change-impossible", date=date)
    assert [message.text for message in await anna.bot()].count(said) == 1
    assert anna.word("button-change") not in [button.text for button in twin.buttons]
