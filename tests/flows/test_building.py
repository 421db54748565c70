"""A journey built in the chat: by suggestions and words, rated, undone, drawn, changed later."""

import itertools
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from domain.journey import MAX_TOUCHPOINTS
from domain.person import Person
from handlers.callbacks import BuildDo, Move, Step
from handlers.desk import HASTY
from handlers.views.journey import DRAW
from results.facts_built import JourneyFacts
from results.studio import Studio
from storage.funnel import read_funnel
from tests.support.journeys import at_journey, button, journey, outline
from tests.support.revival import Theatre, theatre_in
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage

PDF = b"%PDF-1.7 made in a test"


@pytest.fixture
def drawn(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[JourneyFacts]:
    """What was handed over to be drawn; the drawing itself has tests of its own."""
    facts: list[JourneyFacts] = []

    async def picture(one: JourneyFacts) -> tuple[bytes, ...]:
        facts.append(one)
        file = BytesIO()
        Image.new("RGB", (640, 800), "white").save(file, "JPEG")
        return (file.getvalue(),)

    async def document(one: JourneyFacts) -> bytes:
        facts.append(one)
        return PDF

    monkeypatch.setattr(studio, "journey", picture, raising=False)
    monkeypatch.setattr(studio, "journey_document", document, raising=False)
    return facts


async def _building(stage: Stage, language: str = "ru") -> Scene:
    anna = await scene(stage, language)
    await anna.open()
    await anna.press("button-consent")
    await at_journey(anna)
    assert await anna.state() == "building"
    return anna


async def _with_points(stage: Stage, *titles: str) -> Scene:
    """With the first stage open and these touchpoints in it."""
    anna = await _building(stage)
    await anna.tap("1. ")
    await anna.say("\n".join(titles))
    return anna


def _labels(screen) -> list[str]:  # type: ignore[no-untyped-def] # noqa: ANN001 - a ChatMessage
    return [one.text for one in screen.buttons]


async def _invited(stage: Stage) -> Scene:
    """By a campaign's link, through the questions, to the builder."""
    now = stage.clock()
    await stage.app.database.write(
        lambda records: records.campaigns.create("jrn", "Event", "journey", None, now)
    )
    anna = await scene(stage)
    await anna.agree("jrn")
    # Words come with the very next question, so that is what is said.
    assert anna.word("notice-tap") in (await anna.say("Гости кафе")).text
    await anna.tap("Клиента")
    await anna.say("Семьи с детьми")
    await anna.press("button-next")
    await anna.press("button-skip")
    await anna.tap("Новые")
    await anna.press("button-skip")
    assert await anna.state() == "building"
    return anna


async def test_from_a_link_to_the_picture(stage: Stage, drawn: list[JourneyFacts]) -> None:
    """The whole way: questions, suggestions, words, ratings, undo, picture, words, PDF."""
    anna = await _invited(stage)
    await anna.tap("1. Первое знакомство")
    screen = await anna.tap("+ Реклама")
    assert "○ Реклама" in screen.text
    assert "+ Реклама" not in _labels(screen)
    screen = await anna.say("- Вывеска\n2. Звонок другу\n")
    assert await outline(anna) == [["Реклама", "Вывеска", "Звонок другу"], [], [], [], []]
    await anna.tap("○ Вывеска")
    await anna.tap("🙁")
    await anna.tap("5")
    screen = await anna.say("Не видно   с дороги")
    assert "Не видно с дороги" in screen.text
    assert {"✓ 🙁", "✓ 5"} <= set(_labels(screen))
    screen = await anna.press("button-next")
    assert "Звонок другу" in screen.text
    await anna.press("button-journey-edit-point")
    screen = await anna.press("button-journey-down-point")
    assert "▸ Звонок другу" in screen.text
    assert await outline(anna) == [["Реклама", "Вывеска"], ["Звонок другу"], [], [], []]
    await anna.say("Звонок")
    await anna.press("button-journey-edit-point")
    await anna.press("button-journey-point-remove")
    assert await outline(anna) == [["Реклама", "Вывеска"], [], [], [], []]
    await anna.press("button-journey-map")
    screen = await anna.press("button-journey-done")
    assert anna.word("notice-journey-few", least=3, count=2) in screen.text
    await anna.press("button-journey-undo")
    assert await outline(anna) == [["Реклама", "Вывеска"], ["Звонок"], [], [], []]

    screen = await anna.press("button-journey-done")
    assert anna.word("journey-done-ask", count=2) in screen.text
    await anna.press("button-journey-draw")
    done, picture, twin = (await anna.bot())[-3:]
    title = "Карта пути клиента"
    assert done.text == anna.word("done-line-built", title=title)
    assert picture.photo
    assert title in picture.caption
    assert "🙁 5 Вывеска" in twin.text
    assert await anna.state() == "home"
    (facts,) = drawn
    assert [zone.heading for zone in facts.zones] == ["2. Вывеска"]
    assert facts.zones[0].text == "Неприятно, усилие 5 из 5. Не видно с дороги"
    assert [line.text for line in facts.about] == ["Семьи с детьми", "Новые"]

    await anna.press("button-document")
    assert (await anna.bot())[-1].document
    row = rows(stage, "attempts")[0]
    assert row["finished_at"]
    assert "Реклама" not in str(rows(stage, "written"))


async def test_changed_later_and_drawn_again(stage: Stage, drawn: list[JourneyFacts]) -> None:
    """From the result or from the list; one attempt, one finish, and the same place in figures."""
    anna = await _with_points(stage, "A", "B", "C")
    await anna.press("button-journey-map")
    await anna.press("button-journey-done")
    twice = await button(anna, BuildDo.DONE, 0, DRAW)
    await anna.press("button-journey-draw")
    first, seen = rows(stage, "attempts")[0], await anna.bot()
    await anna.forge(twice, seen[-3].id)
    assert await anna.bot() == seen, "a second tap on the end draws nothing twice"

    await anna.press("button-edit")
    assert await anna.state() == "building"
    await anna.press("button-back")
    assert (await anna.standing())[0] == "expects"
    await anna.press("button-skip")
    assert await anna.state() == "building", "back and on must not draw half a map"
    assert rows(stage, "attempts")[0]["finished_at"] == first["finished_at"]
    await anna.tap("1. ")
    await anna.say("D")
    await anna.press("button-journey-map")
    await anna.press("button-pause")
    await anna.open()
    assert await anna.state() == "building"
    await anna.press("button-journey-done")
    await anna.press("button-journey-draw")
    assert [len(facts.stages[0].touchpoints) for facts in drawn] == [3, 4]
    assert (await anna.known()).attempt is None

    await anna.say("/results")
    listed = await anna.screen()
    assert len([one for one in listed.buttons if one.data.startswith("g1:result:")]) == 1
    await anna.tap("Карта пути клиента")
    await anna.press("button-edit")
    assert await outline(anna) == [["A", "B", "C", "D"], [], [], [], []]
    # Another test, begun meanwhile, is not lost by a look at the map.
    await stage.campaign("ml7-16")
    await anna.open("ml7-16")
    await anna.press("button-skip-all")
    await anna.answer("9")
    before = await anna.standing()
    await anna.say("/results")
    await anna.tap("Карта пути клиента")
    await anna.press("button-edit")
    await anna.press("button-conflict-new")
    await anna.say("/tests")
    await anna.press("button-waiting", name="")
    assert await anna.standing() == before

    taken = [row for row in rows(stage, "attempts") if row["instrument"] == "journey"]
    assert len(taken) == 1
    assert taken[0]["finished_at"] > first["finished_at"]
    instrument = stage.app.speech.library.instruments["journey"]
    funnel = await read_funnel(stage.app.database, instrument, stage.clock())
    assert (sum(funnel.begun.values()), funnel.finished) == (1, 1)


async def test_taken_apart_after_it_was_drawn(stage: Stage, drawn: list[JourneyFacts]) -> None:
    """While there is too little for a picture, the result says so instead of drawing it."""
    anna = await _with_points(stage, "A", "B", "C")
    await anna.press("button-journey-map")
    await anna.press("button-journey-done")
    await anna.press("button-journey-draw")
    await anna.press("button-edit")
    await anna.tap("1. ")
    await anna.press("button-journey-edit-stage")
    await anna.press("button-journey-stage-remove")
    await anna.say("/results")
    await anna.tap("Карта пути клиента")
    told = [m.text for m in await anna.bot()]
    assert any(anna.word("journey-not-drawn", least=3) in text for text in told)
    assert len(drawn) == 1
    await anna.open()
    screen = await anna.press("button-journey-undo")
    assert "1. Первое знакомство" in screen.text
    assert await outline(anna) == [["A", "B", "C"], [], [], [], []]


async def _typed(anna: Scene, text: str, notice: str) -> None:
    """Words that are not taken: told why, and nothing has changed."""
    before = await journey(anna)
    place = (await anna.known()).context
    screen = await anna.say(text)
    assert notice in screen.text, text
    assert await journey(anna) == before
    after = {k: v for k, v in (await anna.known()).context.items() if k != "overlong"}
    assert after == {k: v for k, v in place.items() if k != "overlong"}


async def test_words_that_are_not_taken(stage: Stage) -> None:
    """Too long, too many, none at all, at the wrong place, a sticker: told kindly."""
    anna = await _with_points(stage, "A", "B", "C")
    long = "ж" * 61
    line = anna.word("notice-journey-line", line="ж" * 39 + "…", limit=60)
    await _typed(anna, f"fits\n{long}", line)
    room = anna.word("notice-journey-full", room=MAX_TOUCHPOINTS - 3, limit=MAX_TOUCHPOINTS)
    await _typed(anna, "\n".join("x" * 38), room)
    await _typed(anna, "-  \n\u200b", anna.word("notice-journey-empty"))
    await anna.person.send_sticker()
    assert anna.word("notice-no-media", how="text") in (await anna.screen()).text
    await anna.tap("○ B")
    await _typed(anna, "z" * 301, anna.word("notice-too-long", length=301, limit=300))
    stage.clock._ticks = itertools.repeat(0)
    # The rest of a text that the client has cut is no note.
    await _typed(anna, "q" * 4096, anna.word("notice-too-long", length=4096, limit=300))
    await _typed(anna, "rest", anna.word("notice-too-long", length=4100, limit=300))
    stage.clock._ticks = itertools.count()
    await anna.press("button-journey-edit-point")
    await _typed(anna, long, anna.word("notice-too-long", length=61, limit=60))
    await anna.press("button-journey-point")
    assert "B" in (await anna.screen()).text
    await anna.press("button-journey-stage")
    await anna.press("button-journey-map")
    await _typed(anna, "hello", anna.word("notice-journey-tap"))
    await anna.person.send_voice()
    assert anna.word("notice-no-media", how="tap") in (await anna.screen()).text


async def test_taps_that_come_twice_late_or_never_were(stage: Stage) -> None:
    """Double taps do once; old buttons act on their element or say it is gone; forged: nothing."""
    anna = await _with_points(stage, "A", "B", "C")
    screen = await anna.screen()
    add = next(b.data for b in screen.buttons if b.text == "+ Реклама")
    anna.taps += [await anna.person.tap_old(screen.id, add) for _ in range(2)]
    await anna.screen()
    assert (await outline(anna))[0] == ["A", "B", "C", "Реклама"]

    a, b, c, _ = (await journey(anna)).touchpoints
    await anna.tap("○ C")
    screen = await anna.press("button-journey-edit-point")
    up = next(b.data for b in screen.buttons if b.text == anna.word("button-journey-up-point"))
    anna.taps += [await anna.person.tap_old(screen.id, up) for _ in range(2)]
    await anna.screen()
    assert (await outline(anna))[0] == ["A", "C", "B", "Реклама"]
    undo = next(
        b.data for b in (await anna.screen()).buttons if b.text == anna.word("button-journey-undo")
    )
    anna.taps += [await anna.person.tap_old(screen.id, undo) for _ in range(2)]
    await anna.screen()
    assert (await outline(anna))[0] == ["A", "B", "C", "Реклама"]

    await anna.forge(await button(anna, BuildDo.FEEL, a.id, "-2"))
    assert (await journey(anna)).touchpoint(a.id).emotion == -2
    await anna.forge(await button(anna, BuildDo.REMOVE, b.id))
    await anna.forge(await button(anna, BuildDo.FEEL, b.id, "1"))
    assert await anna.toast() == anna.word("toast-journey-gone")

    before = await journey(anna)
    for do, number, value in (
        (BuildDo.FEEL, a.id, "3"), (BuildDo.FEEL, a.id, "٢"), (BuildDo.EFFORT, a.id, "0"),
        (BuildDo.EFFORT, a.id, ""), (BuildDo.FEEL, 1, "0"), (BuildDo.REMOVE, 10**18, ""),
        (BuildDo.ADD, 1, "99"), (BuildDo.ADD, c.id, "0"), (BuildDo.ADD, 1, "-1"),
        (BuildDo.UP, 1, str(before.counter)), (BuildDo.UP, c.id, "1"), (BuildDo.OPEN, 99, ""),
        (BuildDo.OPEN, 1, "-7"), (BuildDo.OPEN, 1, "9" * 20), (BuildDo.NAME, 99, ""),
        (BuildDo.UNDO, 0, "0"), (BuildDo.NEXT, 99, ""), (BuildDo.CLEAR, 0, ""),
    ):  # fmt: skip
        await anna.forge(await button(anna, do, number, value))
        assert await journey(anna) == before, (do, number, value)
        assert await anna.state() == "building"
    attempt = await anna.attempt()
    here = attempt.position or 0
    for move in (Move.NEXT, Move.LEVELS, Move.HIDE):
        await anna.forge(Step(key=attempt.key, n=here, do=move).pack())
        assert (await anna.state(), (await anna.attempt()).position) == ("building", here)
    boris = await scene(stage)
    await boris.open()
    await boris.press("button-consent")
    await boris.forge(await button(anna, BuildDo.REMOVE, a.id))
    assert await boris.toast() == boris.word("toast-foreign")
    assert await journey(anna) == before
    answered = {one.callback_query_id for one in await anna.person.answers()}
    assert set(anna.taps) <= answered

    # Back at an earlier question, the builder's buttons are late.
    late = await button(anna, BuildDo.REMOVE, a.id)
    await anna.press("button-back")
    await anna.forge(late)
    assert await anna.toast() == anna.word("toast-outdated")
    assert await anna.state() == "answering"
    assert await journey(anna) == before


async def test_hasty_taps(stage: Stage) -> None:
    """On a screen that is new nothing is changed; on one whose buttons stayed, it is."""
    anna = await _with_points(stage, "A", "B", "C")
    stage.clock._ticks = itertools.repeat(0)
    stage.clock.ahead += HASTY
    await anna.tap("○ B")
    await anna.tap("🙂")
    assert await anna.toast() == anna.word("toast-journey-hasty")
    stage.clock.ahead += HASTY
    await anna.tap("🙂")
    await anna.tap("2")
    b = (await journey(anna)).touchpoints[1]
    assert (b.emotion, b.effort) == (1, 2)
    await anna.press("button-journey-edit-point")
    await anna.press("button-journey-point-remove")
    assert await anna.toast() == anna.word("toast-journey-hasty")
    assert (await journey(anna)).holds(b.id)


@pytest.fixture
async def theatre(tmp_path: Path, studio: Studio) -> AsyncIterator[Theatre]:
    """One chat for several lives of the bot."""
    async with theatre_in(tmp_path, studio) as theatre:
        yield theatre


async def test_a_restart_changes_nothing(theatre: Theatre) -> None:
    """The same screen, the same place for words, and the steps that can be undone."""
    anna = await _with_points(await theatre.start(), "A", "B", "C")
    await anna.tap("○ B")
    await anna.tap("😐")
    place: Person = await anna.known()
    await theatre.stop()
    anna.stage = await theatre.start()
    assert (await anna.known()).context == place.context
    screen = await anna.say("Медленно")
    assert "Медленно" in screen.text
    b = (await journey(anna)).touchpoints[1]
    assert (b.title, b.emotion, b.note) == ("B", 0, "Медленно")
    for _ in range(3):
        await anna.press("button-journey-undo")
    assert await outline(anna) == [[], [], [], [], []]


async def test_one_s_data(stage: Stage) -> None:
    """`/mydata` holds the journey in plain words; `/delete` leaves none of it."""
    anna = await _with_points(stage, "Вывеска", "B", "C")
    await anna.say("/mydata")
    message = next(m for m in reversed(await anna.bot()) if m.document)
    assert "Вывеска" in (await anna.person.download(message)).decode()
    await anna.say("/delete")
    await anna.press("button-delete-confirm")
    assert rows(stage, "written") == []


async def test_languages_are_the_person_s(stage: Stage) -> None:
    """Names that were suggested follow the person's language; those they typed stay."""
    anna = await _building(stage, "uk")
    assert "1. Перше знайомство" in (await anna.screen()).text
    await anna.tap("1. ")
    await anna.tap("+ Порада знайомих")
    await anna.say("Вивіска")
    await anna.say("/settings")
    await anna.tap("English")
    anna.language = "en"
    await anna.press("button-back")
    screen = await anna.screen()
    assert "First contact" in screen.text
    assert "○ Word of mouth\n○ Вивіска" in screen.text
    labels = _labels(await anna.tap("1. "))
    assert "+ Advertising" in labels
    assert "+ Word of mouth" not in labels
