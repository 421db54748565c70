"""Moves that many chats share."""

from preview.client import Person
from preview.screen import ChatMessage

CONSENT = {"ru": "Даю согласие", "uk": "Даю згоду", "en": "I agree"}
SKIP_ALL = {"ru": "Пропустить всё", "uk": "Пропустити все", "en": "Skip all"}
SKIP = {"ru": "Пропустить", "uk": "Пропустити", "en": "Skip"}


class Chat:
    """A person who knows their way: taps, and waits for what comes of it.

    Args:
        person: Who chats.
        language: Which words they look for.
    """

    def __init__(self, person: Person, language: str) -> None:
        self.person = person
        self.language = language

    async def tap(self, label: str) -> ChatMessage:
        """Taps a button and waits until the screen has changed and the spinner has ended."""
        query = await self.person.tap(label)
        await self.person.wait_answer(query)
        return await self.person.wait_for(lambda message: bool(message.rows))

    async def consent(self, payload: str = "") -> ChatMessage:
        """From the link to the first screen after the consent."""
        await self.person.open(payload)
        await self.person.wait_for(lambda message: bool(message.rows))
        return await self.tap(CONSENT[self.language])

    async def begin(self, payload: str) -> ChatMessage:
        """From the link to the first question, skipping what is optional."""
        await self.consent(payload)
        return await self.tap(SKIP_ALL[self.language])

    async def answer(self, label: str = "4") -> ChatMessage:
        """Answers the question on the screen: the label, the highest score, or a skip."""
        screen = await self.person.screen()
        labels = [button.text for button in screen.buttons]
        wanted = label if label in labels else SKIP[self.language]
        return await self.tap(wanted)

    async def answer_all(self, label: str = "4", most: int = 60) -> ChatMessage:
        """Answers until the result is there; returns its words."""
        for _ in range(most):
            message = await self.answer(label)
            if "‹" not in "".join(button.text for button in message.buttons):
                return message
        raise AssertionError("the test does not end")
