"""Ratings with notes, through the chat: kept, replaced, removed, printed; nobody else's."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from domain.languages import LANGUAGES
from domain.questionnaire import MAX_WRITTEN, WRITTEN
from handlers.callbacks import Go, Move, Step, To
from tests.results import pdf
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage

LEVELS = ("2", "4", "1", "3", "1", "4", "2", "5", "3", "2", "4")
NOTE = 'Заказы <b>#1</b> & "панель": #read("x") ✓'


async def _at_the_first(stage: Stage, language: str = "ru") -> Scene:
    anna = await scene(stage, language)
    await anna.begin(await stage.campaign("rel", None, "relations"))
    assert (await anna.standing())[0] == "13"
    return anna


async def _notes(anna: Scene) -> dict[str, str]:
    row = (await anna.known()).attempt_id or 0
    return await anna.stage.app.database.read(lambda records: records.attempts.words(row))


async def test_a_note_beside_a_rating(stage: Stage) -> None:
    """Kept, read again, replaced, removed; the rating goes on and leaves the note in peace."""
    anna = await _at_the_first(stage)
    assert anna.word("note-ask") in (await anna.screen()).text
    for text in ("первая мысль", NOTE):
        before = (await anna.screen()).id
        screen = await anna.say(text)
        assert screen.id > before
        assert f"{anna.word('note-kept')}\n{text}\n{anna.word('note-change')}" in screen.text
        assert await _notes(anna) == {"13": text}
        assert await anna.standing() == ("13", {})
        assert len(await anna.live()) == 1
    (row,) = rows(stage, "written")
    assert NOTE not in row["words"]
    await anna.answer("2")
    assert await anna.standing() == ("14", {"13": 2})
    assert await _notes(anna) == {"13": NOTE}
    screen = await anna.press("button-back")
    assert NOTE in screen.text
    assert anna.word("answer-now", answer=anna.word("answer-rating", score="2", points=5)) in (
        screen.text
    )
    screen = await anna.press("button-note-drop")
    assert NOTE not in screen.text
    assert anna.word("note-ask") in screen.text
    assert await _notes(anna) == {}
    await anna.say("передумали")
    await anna.press("button-next")
    assert await anna.standing() == ("14", {"13": 2})
    assert await _notes(anna) == {"13": "передумали"}


async def test_what_is_no_note(stage: Stage) -> None:
    """Too long, a rating that was typed, a sticker, a voice: told kindly, and nothing is lost."""
    anna = await _at_the_first(stage)
    await anna.say("заметка")
    for length in (MAX_WRITTEN + 1, 4096):
        stage.clock.ahead += timedelta(minutes=1)  # each on its own, no part of another
        screen = await anna.say("x" * length)
        assert anna.word("notice-too-long", length=length, limit=MAX_WRITTEN) in screen.text
        assert "заметка" in screen.text
    stage.clock.ahead += timedelta(minutes=1)
    assert anna.word("notice-tap-only") in (await anna.say("4")).text
    for send in (anna.person.send_sticker, anna.person.send_voice):
        await send()
        assert anna.word("notice-no-media", how="note") in (await anna.screen()).text
    assert anna.word("notice-unknown-command") in (await anna.say("/note")).text
    assert await _notes(anna) == {"13": "заметка"}
    assert await anna.standing() == ("13", {})
    assert len(await anna.live()) == 1


async def test_a_note_removed_twice_or_where_there_is_none(stage: Stage) -> None:
    """A double tap and a forged one do no harm."""
    anna = await _at_the_first(stage)
    screen = await anna.say("заметка")
    drop = screen.rows[0][0].data
    anna.taps += [await anna.person.tap_old(screen.id, drop) for _ in range(2)]
    assert await _notes(anna) == {}
    assert await anna.standing() == ("13", {})
    await anna.answer("5")
    await anna.forge(drop)
    assert await anna.standing() == ("14", {"13": 5})
    boris = await scene(stage)
    await boris.begin(await stage.campaign())
    key = (await boris.attempt()).key
    await boris.forge(Step(key=key, n=0, do=Move.DROP_NOTE).pack())
    assert (await boris.standing())[0] == "own_nps"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_to_the_worksheet(stage: Stage, language: str) -> None:
    """Picture, words and PDF with the note; another person gets none of it."""
    anna = await _at_the_first(stage, language)
    await anna.say(NOTE)
    for level in LEVELS:
        await anna.answer(level)
    _consent, done, card, twin = await anna.bot()
    title = stage.app.speech.library.instruments["relations"].title[language]
    assert done.text == anna.word("done-line-plain", title=title, count=11)
    assert card.caption == anna.word("profile-caption", title=title, mean=2.8, points=5)
    with Image.open(BytesIO(await anna.person.download(card))) as picture:
        assert picture.size == (1024, 1280)
    assert anna.word("profile-notes", count=1) in twin.text
    assert NOTE not in twin.text
    (row,) = rows(stage, "attempts")
    assert (row["total"], WRITTEN in row["answers"]) == (pytest.approx(45.4545, abs=0.001), False)

    file = await anna.press("button-document")
    assert file.document_name == f"relations-{language}.pdf"
    assert file.caption == anna.word("worksheet-caption", title=title).replace("<b>", "").replace(
        "</b>", ""
    )
    document = pdf.read(await anna.person.download(file))
    said = "".join("".join(document.lines).split())
    assert "".join(NOTE.split()) in said
    assert document.language == language

    boris = await scene(stage)
    await boris.agree()
    before = len(await boris.bot())
    await boris.forge(Go(to=To.DOCUMENT, arg=f"{row['key']}.{language}").pack())
    assert await boris.toast() == boris.word("toast-foreign")
    assert len(await boris.bot()) == before
    if language == LANGUAGES[0]:
        data = json.loads(await anna.person.download(await anna.say("/mydata")))
        assert data["attempts"][0]["written"] == {"13": NOTE}
