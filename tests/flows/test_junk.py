"""Junk of every kind in every place: the place stays, and the answer is in one's language."""

from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from domain.languages import LANGUAGES
from handlers.screens.screens import MAKERS
from handlers.states import WRITTEN, Talk
from preview.markup import Json
from tests.support.places import PLACES, somebody_at
from tests.support.scene import Scene, message
from tests.support.stage import Stage

TEXTS = ("привет", "🙂", "/nothing", "/pause now", "<b>", "4", "‹ Назад", "ї" * 4096)
TITLES = ("привет", "🙂", "<b>", "4", "‹ Назад")
TAKEN = {
    "new_campaign": ("4",),
    **dict.fromkeys(("new_title", "campaign_title"), TITLES),
    **dict.fromkeys(("new_company", "new_occasion"), TITLES),
    **dict.fromkeys(("survey_company", "survey_occasion"), TITLES),
    **dict.fromkeys(("survey_name", "survey_topic"), TITLES),
}
"""What is no junk in a place where words are asked for."""


def _picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (64, 64)).save(file, "PNG")
    return file.getvalue()


MEDIA: dict[str, Callable[[Scene], Awaitable[object]]] = {
    "sticker": lambda a: a.person.send_sticker(),
    "voice": lambda a: a.person.send_voice(),
    "photo": lambda a: a.person.send_photo(_picture(), "с подписью"),
    "document": lambda a: a.person.send_document(b"x", "x.exe"),
    "location": lambda a: a.person.send_location(50.0, 30.0),
    "contact": lambda a: a.person.send_contact("+380000000000"),
}

RARE: dict[str, Json] = {
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "poll": {
        "poll": {
            "id": "1", "question": "?", "options": [], "total_voter_count": 0,
            "is_closed": False, "is_anonymous": True, "type": "regular",
            "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
        }
    },
    "story": {"story": {"chat": {"id": 5, "type": "private"}, "id": 1}},
    "nothing known": {"something_of_2031": {"x": 1}},
    "pin": {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}}},
}  # fmt: skip


async def _where(anna: Scene) -> tuple[str, Any, Any, Any]:
    known = await anna.known()
    attempt = known.attempt
    facts = (attempt.key, attempt.position, dict(attempt.answers)) if attempt else None
    return known.state, dict(known.context), facts, known.profile


def test_every_state_has_a_screen_and_a_way() -> None:
    """So that no state is forgotten here or in the screens."""
    states = {str(state.state) for state in Talk.__all_states__}
    assert states == MAKERS.keys()
    assert states == {f"Talk:{place}" for place in PLACES}


@pytest.mark.parametrize("place", PLACES)
async def test_junk(stage: Stage, place: str) -> None:
    """Text, commands, media and rarities: one answer each, nothing moved; an edit: nothing."""
    anna = await somebody_at(stage, place, LANGUAGES[PLACES.index(place) % 3])
    before = await _where(anna)
    labels = {button.text for button in (await anna.screen()).buttons}

    async def answered(what: str, *, notice: str = "") -> None:
        """The place is shown again, below all else; a pause ends with a word."""
        screen = await anna.screen()
        assert screen.id > (await anna.person.messages())[-2].id, what
        assert notice in screen.text, what
        if place == "paused" and not what.startswith("/"):
            assert await anna.state() == "answering", what
            screen = await anna.press("button-pause")
        assert {button.text for button in screen.buttons} == labels, what
        assert await _where(anna) == before, what
        assert len(await anna.live()) <= 1, what

    is_open = place in {"welcome", "paused"}  # these answer with themselves
    unknown = "" if place == "welcome" else anna.word("notice-unknown-command")
    how = "text" if f"Talk:{place}" in WRITTEN else "tap"
    no_media = "" if is_open else anna.word("notice-no-media", how=how)
    for text in TEXTS:
        if place == "lead_contact" and not text.startswith("/"):
            continue  # any words may say how to reach somebody
        if text in TAKEN.get(place, ()):
            continue  # it says what is asked for
        await anna.say(text)
        await answered(text, notice=unknown if text.startswith("/") else "")
    for what, send in MEDIA.items():
        if place == "lead_contact" and what == "contact":
            continue  # that is what is asked for
        await send(anna)
        await answered(what, notice=no_media)
    for what, content in RARE.items():
        await anna.feed(message=message(anna, **content))
        await answered(what, notice=no_media)
    seen = await anna.bot()
    assert len([m for m in seen if m.rows]) <= 2

    edited = message(anna, text="інакше", edit_date=1_800_000_100)
    await anna.feed(edited_message=edited)
    assert await _where(anna) == before
    assert await anna.bot() == seen
