"""The end of a test and everything after: results, details, copies, the full version."""

import itertools
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from io import BytesIO

import pytest
from PIL import Image

from domain.kinds import Mode
from domain.languages import LANGUAGES
from handlers.callbacks import Go, To
from preview.screen import ChatMessage
from results.facts import CardFacts
from results.studio import Studio
from storage.records import Records
from storage.steps import PEOPLE
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage

NAMES = {"ru": "Русский", "uk": "Українська", "en": "English"}


async def _finished(stage: Stage, language: str = "ru", **campaign: str) -> Scene:
    anna = await scene(stage, language)
    await anna.begin(await stage.campaign(**campaign))
    await anna.answer("9")
    await anna.leap("own_nps_reason", 3)
    await anna.press("button-skip")
    return anna


def _labels(screen: ChatMessage) -> list[str]:
    return [button.text for button in screen.buttons]


async def _counted(stage: Stage, campaign: int, mode: Mode) -> int:
    """How many stand in the campaign's figures."""
    instrument = stage.app.speech.library.instruments["map"]
    standing = await stage.app.database.read(
        lambda records: records.figures.group(campaign, "map", instrument.meaning, mode)
    )
    return len(standing.get(PEOPLE, {}))


async def _words(records: Records, row: int) -> Mapping[str, str]:
    return await records.attempts.words(row)


@pytest.fixture
def drawn(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[CardFacts]:
    """What was handed over to be drawn as cards."""
    facts: list[CardFacts] = []
    draw = studio.card

    async def card(one: CardFacts) -> bytes:
        facts.append(one)
        return await draw(one)

    monkeypatch.setattr(studio, "card", card)
    return facts


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_end_leaves(stage: Stage, language: str) -> None:
    """The consent, the done line, the card, its twin in words; only the twin has buttons."""
    anna = await _finished(stage, language)
    consent, done, card, twin = await anna.bot()
    title = stage.app.speech.library.instruments["map"].title[language]
    assert consent.rows == done.rows == card.rows == []
    assert done.text == anna.word("done-line", title=title, count=16)
    assert card.caption == anna.word(
        "result-caption", title=title, total=50, level=anna.word("level-developing")
    )
    with Image.open(BytesIO(await anna.person.download(card))) as picture:
        assert picture.size == (1024, 1280)
    assert _labels(twin) == [
        anna.word("button-go-full"), anna.word("button-pair"), anna.word("button-details"),
        anna.word("button-advice"), anna.word("button-share"), anna.word("button-tests"),
    ]  # fmt: skip
    assert anna.word("verdict-screening") in twin.text
    assert anna.word("look-here-first") in twin.text
    known = await anna.known()
    assert (known.attempt, known.screen.is_due) == (None, False)


async def test_buttons_with_somewhere_to_go(start_stage) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - the fixture
    """Consultant and channel appear where the operator has set them."""
    stage = await start_stage(contact_url="https://t.me/them", channel_url="https://t.me/news")
    anna = await _finished(stage)
    urls = {button.text: button.url for button in (await anna.screen()).buttons if button.url}
    assert urls == {
        anna.word("button-contact"): "https://t.me/them",
        anna.word("button-channel"): "https://t.me/news",
    }


async def test_the_question_s_buttons_after_the_end(stage: Stage) -> None:
    """A hasty second tap on the last answer neither counts nor disturbs."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer("9")
    await anna.leap("own_nps_reason", 3)
    question = await anna.screen()
    skip = question.rows[0][0].data
    anna.taps += [await anna.person.tap_old(question.id, skip) for _ in range(3)]
    assert len(await anna.bot()) == 4
    await anna.forge(skip, question.id)
    assert len(await anna.bot()) == 4
    assert len(rows(stage, "attempts")) == 1
    answered = {one.callback_query_id for one in await anna.person.answers()}
    assert set(anna.taps) <= answered


@pytest.mark.parametrize("language", LANGUAGES)
async def test_again_in_any_language(stage: Stage, language: str) -> None:
    """One tap in `/results` shows it in one's own language; two more, under it, in another."""
    anna = await _finished(stage)
    listed = await anna.say("/results")
    twin = await anna.tap(_labels(listed)[0])
    words = stage.app.speech.texts.line
    assert words("ru", "verdict-screening") in twin.text
    assert [one for one in _labels(twin) if one in NAMES.values()] == ["Українська", "English"]
    if language != "ru":
        twin = await anna.tap(NAMES[language])
    assert words(language, "verdict-screening") in twin.text
    assert words(language, "button-details") in _labels(twin)
    assert NAMES[language] not in _labels(twin)
    assert len([m for m in await anna.bot() if m.photo]) == 2 + (language != "ru")
    assert (await anna.known()).language == "ru"
    again = await anna.tap(words(language, "button-results"))
    assert _labels(again) == _labels(listed)


async def test_a_picture_is_sent_again_by_its_name(stage: Stage, drawn: list[CardFacts]) -> None:
    """Drawn once; the second time Telegram has it already."""
    anna = await _finished(stage)
    key = (await anna.screen()).buttons[0].data.rpartition(":")[2]
    for _ in range(2):
        await anna.forge(Go(to=To.SHOW, arg=f"{key}.ru").pack())
    assert len(drawn) == 1
    assert len([m for m in await anna.bot() if m.photo]) == 3


async def test_an_order_delivered_twice(stage: Stage) -> None:
    """Telegram repeats the tap on “share”: one copy, and no menu out of nowhere."""
    anna = await _finished(stage)
    await anna.press("button-share")
    seen = await anna.bot()
    await stage.people.control("redeliver")
    assert await anna.bot() == seen


async def test_details(stage: Stage) -> None:
    """All blocks and statements as an album with a caption."""
    anna = await _finished(stage)
    before = {m.id for m in await anna.bot()}
    await anna.press("button-details")
    album = [m for m in await anna.bot() if m.id not in before]
    assert len(album) >= 2
    assert all(m.photo for m in album)
    assert len({m.raw.get("media_group_id") for m in album}) == 1
    assert "50" in album[0].caption
    assert await anna.toast() == anna.word("toast-making")


async def test_the_copy_to_share(stage: Stage, drawn: list[CardFacts]) -> None:
    """Without the likelihood answer, with a source of its own; its words are for who gets it."""
    anna = await _finished(stage)
    await anna.press("button-share")
    own, copy = drawn
    assert (own.recommendation, copy.recommendation) == (
        anna.word("recommendation", score="9"),
        "",
    )
    assert own.link.endswith("?start=ml7-16")
    assert copy.link.endswith("?start=s_ml7-16")
    assert "s_ml7-16" in copy.link_caption
    shared = (await anna.bot())[-1]
    assert shared.photo
    assert copy.link in shared.caption
    title = stage.app.speech.library.instruments["map"].title["ru"]
    assert shared.caption == anna.word("share-caption", title=title, link=copy.link)
    assert await anna.toast() == anna.word("toast-share")


async def test_own_enps_is_on_no_picture(stage: Stage, drawn: list[CardFacts]) -> None:
    """The boss may see the picture; the person's own words say it."""
    anna = await scene(stage)
    await anna.agree(await stage.campaign())
    await anna.tap("Сотрудник")
    await anna.press("button-skip-all")
    await anna.answer("9")
    await anna.answer("2")
    await anna.leap("own_nps_reason", 3)
    await anna.press("button-skip")
    twin = await anna.press("button-skip")
    assert drawn[0].recommendation == anna.word("recommendation", score="9")
    name = stage.app.speech.library.instruments["map"].by_code["own_enps"].name["ru"]
    assert anna.word("twin-private", name=name, score="2") in twin.text


async def test_from_express_to_full(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is asked twice; the full result takes the short one's place in the figures."""
    anna = await _finished(stage)
    await anna.press("button-go-full")
    attempt = await anna.attempt()
    assert attempt.mode is Mode.FULL
    assert len(attempt.answers) == 17
    kept = dict(attempt.answers)
    asked = []
    for _ in range(27):
        asked.append((await anna.standing())[0])
        await anna.answer("5")
    assert not set(asked) & set(kept)
    assert len(set(asked)) == 27
    assert (await anna.standing())[0] == "own_nps_reason"
    await anna.press("button-skip")
    full, express = [row for row in rows(stage, "attempts") if row["finished_at"]][::-1]
    assert (full["mode"], express["mode"]) == ("full", "express")
    campaign = full["campaign_id"]
    assert campaign == express["campaign_id"]
    monkeypatch.setattr("storage.steps.GROUP_THRESHOLD", 1)  # in steps of one person
    counted = [await _counted(stage, campaign, mode) for mode in Mode]
    assert dict(zip(Mode, counted, strict=True)) == {Mode.EXPRESS: 0, Mode.FULL: 1}
    assert anna.word("button-go-full") not in _labels(await anna.screen())
    listed = await anna.say("/results")
    assert len([b for b in listed.buttons if b.data.startswith("g1:result:")]) == 2


async def test_a_written_reason_goes_along(stage: Stage) -> None:
    """It is not asked for again, and no answer is confirmed that was not just given."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer("9")
    await anna.leap("own_nps_reason", 3)
    await anna.say("Меня там помнят")
    await anna.press("button-next")
    screen = await anna.press("button-go-full")
    said = anna.word("answer-before", answer="").strip()
    assert said not in screen.text
    attempt = await anna.attempt()
    last = [q for block in attempt.instrument.blocks for q in block.questions][-1].code
    await anna.leap(last, 3)
    await anna.answer_all("4")
    done = [row["id"] for row in rows(stage, "attempts") if row["finished_at"]]
    assert len(done) == 2
    for row in done:
        read = partial(_words, row=row)
        assert await stage.app.database.read(read) == {"own_nps_reason": "Меня там помнят"}


async def test_full_twice_and_mid_test(stage: Stage) -> None:
    """The button tapped again goes on with the test under way."""
    anna = await _finished(stage)
    twin = await anna.screen()
    data = twin.buttons[0].data
    anna.taps += [await anna.person.tap_old(twin.id, data) for _ in range(2)]
    before = await anna.standing()
    await anna.answer("5")
    await anna.forge(data, twin.id)
    assert len((await anna.standing())[1]) == len(before[1]) + 1
    assert len(rows(stage, "attempts")) == 2
    assert len(await anna.live()) == 1


async def test_the_difference_to_last_time(stage: Stage) -> None:
    """Only full results are compared; the change is told in words with its date."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign(mode="full"))
    await anna.answer("9")
    await anna.leap("own_nps_reason", 3)
    first = await anna.press("button-skip")
    date = stage.app.speech.texts.date("ru", stage.clock())
    same = anna.word("change-same")
    assert anna.word("twin-change", date=date, change=same)[:12] not in first.text
    more, less = anna.word("change-more", points=25), anna.word("change-less", points=50)
    for level, change in ((4, more), (2, less), (2, same)):
        stage.clock.ahead += timedelta(days=40)
        await anna.open("ml7-16")
        if await anna.state() == "role":
            await anna.press("button-skip-all")
        await anna.answer("9")
        await anna.leap("own_nps_reason", level)
        twin = await anna.press("button-skip")
        assert anna.word("twin-change", date=date, change=change) in twin.text
        date = stage.app.speech.texts.date("ru", stage.clock())


async def test_no_results_yet(stage: Stage) -> None:
    """`/results` says so, in the middle of a test too."""
    anna = await scene(stage)
    await anna.agree(await stage.campaign())
    screen = await anna.say("/results")
    assert anna.word("notice-no-results") in screen.text
    await anna.open("ml7-16")
    await anna.press("button-skip-all")
    before = await anna.standing()
    screen = await anna.say("/results")
    assert anna.word("notice-no-results") in screen.text
    assert await anna.standing() == before


async def test_too_few_answers(stage: Stage) -> None:
    """All “don't know”: a card without a total, and words that say why."""
    anna = await scene(stage)
    await anna.begin(await stage.campaign())
    await anna.answer("9")
    while (await anna.standing())[0] != "own_nps_reason":
        await anna.press("button-unknown")
    twin = await anna.press("button-skip")
    assert anna.word("total-missing") in twin.text
    assert anna.word("verdict-not_enough") in twin.text
    assert any(m.photo for m in await anna.bot())


async def test_a_card_that_cannot_be_drawn(
    stage: Stage,
    studio: Studio,
    monkeypatch: pytest.MonkeyPatch,
    said: list[dict[str, object]],
) -> None:
    """The first try fails: it is tried again, and the words still come after the card."""
    draw, tries = studio.card, itertools.count()

    async def card(facts: CardFacts) -> bytes:
        if not next(tries):
            raise OSError("no room")
        return await draw(facts)

    monkeypatch.setattr(studio, "card", card)
    anna = await _finished(stage)
    _, _, picture, twin = await anna.bot()
    assert picture.photo
    assert twin.rows
    errors = [entry["event"] for entry in said if entry["log_level"] == "error"]
    assert errors == ["delivery failed"]
    said.clear()
