"""A person who answers by themselves, whatever happens to the bot meanwhile."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from preview.client import NotOnScreenError, Person
from preview.screen import ChatMessage

THINKING_S = 0.45
"""Longer than the moment in which a tap counts as a hasty one."""
IMPATIENT_S = 3.0


@dataclass
class Robot:
    """Taps through a test; taps again when nothing happens.

    Attributes:
        person: Who chats.
        number: Decides the answers, so that they can be told afterwards.
        chosen: By the attempt's key and the question's ordinal, the answer tapped.
        taps: How often a button was tapped.
    """

    person: Person
    number: int
    chosen: dict[str, dict[int, str]] = field(default_factory=dict)
    taps: int = 0

    async def go_through(self, payload: str) -> None:
        """From the link to the result's words."""
        await self.person.open(payload)
        while True:
            screen = await self._screen()
            if any(button.data.startswith("g1:details") for button in screen.buttons):
                return
            data = self._choice(screen)
            await asyncio.sleep(THINKING_S)
            try:
                await self.person.tap_data(data)
            except NotOnScreenError:
                continue  # the screen has moved on meanwhile
            self.taps += 1
            await self._moved_on(data)

    async def _screen(self) -> ChatMessage:
        async with asyncio.timeout(60):
            while True:
                try:
                    return await self.person.screen()
                except NotOnScreenError:
                    await asyncio.sleep(0.05)

    async def _moved_on(self, data: str) -> None:
        try:
            await self.person.wait_until(
                lambda messages: (
                    not any(
                        button.data == data for message in messages for button in message.buttons
                    )
                ),
                IMPATIENT_S,
            )
        except NotOnScreenError:
            return

    def _choice(self, screen: ChatMessage) -> str:
        datas = [button.data for button in screen.buttons]
        for wanted in ("g1:consent", "g1:skip"):
            found = next((data for data in datas if data.startswith(wanted)), None)
            if found:
                return found
        picks = [data for data in datas if data.startswith("a1:")]
        data = picks[(self.number + len(self.chosen)) % len(picks)] if picks else datas[0]
        if picks:
            _, key, ordinal, _ = data.split(":")
            data = picks[(self.number * 7 + int(ordinal) * 3) % len(picks)]
            self.chosen.setdefault(key, {})[int(ordinal)] = data.split(":")[3]
        return data

    def expected(self, key: str, codes: Mapping[int, str]) -> dict[str, int | str]:
        """The answers that must be stored, by question code."""
        return {
            codes[ordinal]: int(value) if value.isdigit() else value
            for ordinal, value in self.chosen[key].items()
        }
