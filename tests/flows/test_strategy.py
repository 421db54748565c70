"""A strategy put together in the chat: four steps, all answers looked through, drawn, changed."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from domain.questionnaire import MAX_WRITTEN
from handlers.callbacks import Review, ReviewDo
from handlers.desk import HASTY
from handlers.parts import PARTS
from results.facts_built import CanvasFacts
from results.studio import Studio
from tests.support.revival import theatre_in
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage
from tests.support.strategies import WORDS, at_review, begin, kept

PDF = b"%PDF-1.7 made in a test"


@pytest.fixture
def drawn(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[CanvasFacts]:
    """What was handed over to be drawn; the drawing itself has tests of its own."""
    facts: list[CanvasFacts] = []

    async def picture(one: CanvasFacts) -> tuple[bytes, ...]:
        facts.append(one)
        file = BytesIO()
        Image.new("RGB", (1024, 905), "white").save(file, "JPEG")
        return (file.getvalue(),)

    async def document(one: CanvasFacts) -> bytes:
        facts.append(one)
        return PDF

    monkeypatch.setattr(studio, "canvas", picture)
    monkeypatch.setattr(studio, "canvas_document", document)
    return facts


async def _at_review(stage: Stage, language: str = "en") -> Scene:
    anna = await scene(stage, language)
    await anna.agree()
    await at_review(anna)
    assert await anna.state() == "review"
    return anna


async def _write(anna: Scene, code: str, words: str) -> None:
    """Answers the question they stand at, and goes on."""
    assert (await anna.standing())[0] == code
    screen = await anna.say(words)
    assert words in screen.text
    ways = {anna.word("button-next"), anna.word("button-review")}
    await anna.tap(next(b.text for b in screen.buttons if b.text in ways))


async def test_from_the_first_step_to_the_page(stage: Stage, drawn: list[CanvasFacts]) -> None:
    """Two principles, one of them as long as may be; one screen shows it all before the end."""
    anna = await scene(stage, "uk")
    await anna.agree()
    await begin(anna)
    await _write(anna, "mission", "Теплий хліб щоранку")
    await _write(anna, "feelings", "Мені тут раді")
    longest = "Кажемо правду: " + "й" * (MAX_WRITTEN - 15)
    screen = await anna.say(longest + "!")
    said = anna.word("notice-too-long", length=MAX_WRITTEN + 1, limit=MAX_WRITTEN)
    assert said in screen.text
    stage.clock.ahead += PARTS  # what comes at once would be the rest of it
    await _write(anna, "p1", longest)
    await _write(anna, "p2", "Відповідаємо одразу")
    await anna.press("button-skip")
    code, _ = await anna.standing()
    screen = await anna.screen()
    assert code == "m1"
    assert longest in screen.text  # the principle that the question is about
    await _write(anna, "m1", "Про помилку кажемо першими")
    assert "Відповідаємо одразу" in (await anna.screen()).text
    screen = await anna.press("button-skip")

    assert await anna.state() == "review"
    assert len(await anna.live()) == 1
    for text in ("Теплий хліб щоранку", "Мені тут раді", longest, "Про помилку кажемо першими"):
        assert text in screen.text
    await anna.press("button-review-done")
    done, picture, twin = (await anna.bot())[-3:]
    title = "Стратегія сервісу"
    assert done.text == anna.word("done-line-built", title=title)
    assert picture.photo
    assert longest in twin.text
    assert await anna.state() == "home"
    (facts,) = drawn
    assert [(one.text, one.practice) for one in facts.principles] == [
        (longest, "Про помилку кажемо першими"), ("Відповідаємо одразу", ""),
    ]  # fmt: skip
    await anna.press("button-document")
    assert (await anna.bot())[-1].document
    assert drawn == [facts, facts]
    row = rows(stage, "attempts")[0]
    assert row["finished_at"]
    assert "хліб" not in str(rows(stage, "written"))


async def test_changed_before_it_is_drawn(stage: Stage, drawn: list[CanvasFacts]) -> None:
    """One answer put another way, one taken out, one added: only that is asked about."""
    anna = await _at_review(stage)
    screen = await anna.tap("Principle 1")
    assert WORDS["p1"] in screen.text
    screen = await anna.press("button-review")
    assert await anna.state() == "review"
    await anna.tap("Principle 1")
    screen = await anna.say("We call back")
    assert await anna.state() == "review"
    assert "We call back" in screen.text
    assert WORDS["p1"] not in screen.text

    await anna.tap("Principle 2")
    screen = await anna.press("button-remove")
    assert await anna.state() == "review"
    words = await kept(anna)
    assert (words["p2"], words["m2"]) == (WORDS["p3"], WORDS["m3"])
    assert words.keys() == {"mission", "feelings", "p1", "p2", "m1", "m2"}
    assert WORDS["p2"] not in screen.text

    await anna.tap("+ Principle 3")
    await _write(anna, "p3", "We give a little more")
    await _write(anna, "m3", "A card by hand")
    assert await anna.state() == "review"
    await anna.press("button-review-done")
    (facts,) = drawn
    assert [(one.text, one.practice) for one in facts.principles] == [
        ("We call back", WORDS["m1"]),
        (WORDS["p3"], WORDS["m3"]),
        ("We give a little more", "A card by hand"),
    ]


async def test_what_comes_between(stage: Stage, drawn: list[CanvasFacts]) -> None:
    """Words, a pause, another link, buttons that are old or forged: nothing is lost or drawn."""
    anna = await _at_review(stage)
    old = await anna.screen()
    screen = await anna.say("words to nothing")
    assert anna.word("notice-tap-only") in screen.text
    await anna.press("button-pause")
    assert await anna.state() == "paused"
    await anna.say("I’m back")
    assert await anna.state() == "review"
    await stage.campaign("other")
    await anna.open("other")
    await anna.press("button-conflict-go-on")
    assert await anna.state() == "review"

    before = await anna.known()
    key = (await anna.attempt()).key
    for data in (
        Review(key=key, do=ReviewDo.CHANGE, n=99),
        Review(key=key, do=ReviewDo.CHANGE, n=-1),
        Review(key="AAAAAAAA", do=ReviewDo.DONE),
    ):
        await anna.forge(data.pack(), old.id)
        assert await anna.toast() == anna.word("toast-foreign")
        assert (await anna.known()).attempt == before.attempt
    await anna.tap("Mission")
    await anna.forge(Review(key=key, do=ReviewDo.DONE).pack(), old.id)
    assert (await anna.standing())[0] == "mission"  # what is open comes first
    await anna.press("button-review")
    await anna.press("button-review-done")
    assert await anna.state() == "home"
    seen = len(await anna.bot())
    await anna.forge(Review(key=key, do=ReviewDo.DONE).pack(), old.id)
    assert len(await anna.bot()) == seen
    assert len(drawn) == 1


async def test_changed_later_and_drawn_again(stage: Stage, drawn: list[CanvasFacts]) -> None:
    """From the result or from the list; left in the middle, the page is as it stands."""
    anna = await _at_review(stage, "ru")
    await anna.press("button-review-done")
    await anna.press("button-edit")
    assert await anna.state() == "review"
    await anna.tap("Миссия")
    await anna.say("Хлеб в каждый дом")
    await anna.press("button-review-done")
    assert [one.mission.text for one in drawn] == [WORDS["mission"], "Хлеб в каждый дом"]

    await anna.say("/results")
    await anna.tap("Стратегия сервиса")
    await anna.press("button-edit")
    await anna.tap("Миссия")
    await anna.say("/cancel")
    await anna.press("button-resume")
    assert (await anna.standing())[0] == "mission"
    await anna.press("button-review")
    stage.clock.ahead -= HASTY  # nothing leaps: the tap comes a moment after its screen
    await anna.press("button-review-done")
    await anna.open()
    assert await anna.state() == "home"
    assert len(rows(stage, "attempts")) == 1
    assert rows(stage, "attempts")[0]["finished_at"]


async def test_kept_over_a_restart(tmp_path: Path, studio: Studio) -> None:
    """The bot stops at the last look and starts again: everything is there."""
    async with theatre_in(tmp_path, studio) as theatre:
        anna = await _at_review(await theatre.start())
        await anna.tap("Principle 1")
        await anna.say("We call back")
        await theatre.stop()
        anna.stage = await theatre.start()
        screen = await anna.open()
        assert await anna.state() == "review"
        assert "We call back" in screen.text
        assert WORDS["m3"] in screen.text
