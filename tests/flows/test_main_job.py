"""The main job: from the deep link to the card."""

from io import BytesIO

import pytest
from PIL import Image

from tests.support.chat import Chat
from tests.support.stage import Stage


@pytest.mark.parametrize("language", ["ru", "uk", "en"])
async def test_from_the_link_to_the_card(stage: Stage, language: str) -> None:
    """At most three taps to the first question; at the end card and words, nothing piled up."""
    code = await stage.campaign()
    person = await stage.people.join("Anna", language_code=language)
    chat = Chat(person, language)
    first = await chat.begin(code)
    assert {"0", "10"} <= {button.text for button in first.buttons}

    twin = await chat.answer_all("4")

    card = await person.wait_for(lambda message: bool(message.photo), anywhere=True)
    picture = Image.open(BytesIO(await person.download(card)))
    assert picture.size == (1024, 1280)
    assert "75" in card.caption
    assert "75" in twin.text
    bot = [message for message in await person.messages() if message.outgoing]
    assert len(bot) == 4  # the start, the closed question, the card, the words
