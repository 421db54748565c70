"""What is due is brought, whatever Telegram answers, and what can't be is not tried for ever."""

from datetime import datetime
from typing import Any

import pytest

from domain.person import Delivery
from domain.person import Person as Known
from handlers.parcels import packer
from handlers.parcels.parcel import Workshop
from handlers.screens.screens import Screens
from handlers.views.view import View
from preview.client import Person
from preview.screen import ChatMessage
from storage.deliveries import MAX_TRIES, Deliveries
from storage.models import deliveries, people
from storage.people import People
from tests.support.chat import Chat
from tests.support.made import counts, rows
from tests.support.scene import quiet
from tests.support.stage import Stage

SECOND, THIRD = 3, 4
"""Ordinals of the express questions behind the first, for somebody without a role."""


async def at_the_first_question(stage: Stage) -> Chat:
    """Somebody who sees the first question."""
    person = await stage.people.join("Anna", language_code="en")
    chat = Chat(person, "en")
    await chat.begin(await stage.campaign())
    await quiet(stage)
    return chat


async def calls(stage: Stage, method: str) -> list[dict[str, Any]]:
    """The bot's calls of a method so far."""
    found = await stage.people.control("calls", method=method)
    latest: list[dict[str, Any]] = found["latest"]
    return latest


def asks(position: int) -> Any:  # noqa: ANN401 - a test of a message
    """Whether a message asks the question at a place."""

    def fits(message: ChatMessage) -> bool:
        return any(
            button.data.startswith("a1:") and button.data.split(":")[2] == str(position)
            for button in message.buttons
        )

    return fits


async def the_screen(stage: Stage, person: Person) -> dict[str, Any]:
    """What the database knows of the person's screen."""
    await quiet(stage)
    (row,) = await rows(stage.app.database, people)
    assert person.id
    return row


async def test_retry_after_is_obeyed(stage: Stage) -> None:
    """After a 429 nothing is edited in that chat for as long as Telegram said; then it is."""
    chat = await at_the_first_question(stage)
    before = len(await calls(stage, "editMessageText"))
    await stage.people.control("fault", method="editMessageText", error_code=429, retry_after=1)
    query = await chat.person.tap("9")
    await chat.person.wait_answer(query, 0.9)  # the spinner does not wait
    await chat.person.wait_for(asks(SECOND))
    refused, done = (await calls(stage, "editMessageText"))[before:]
    assert (refused["code"], done["code"]) == (429, 200)
    assert done["time"] - refused["time"] >= 1


@pytest.mark.parametrize(
    "fault",
    [
        {"error_code": 500},
        {"error_code": 502, "times": 4},
        {"drop": True, "times": 2},
        {"drop": True, "after": True},
    ],
    ids=str,
)
async def test_a_bad_line_is_tried_again(stage: Stage, fault: dict[str, Any]) -> None:
    """Errors of the server and of the network end; the screen comes, once."""
    chat = await at_the_first_question(stage)
    await stage.people.control("fault", method="editMessageText", **fault)
    await chat.person.tap("9")
    screen = await chat.person.wait_for(asks(SECOND))
    row = await the_screen(stage, chat.person)
    assert (screen.id, row["wanted"]) == (row["message_id"], row["shown"])
    assert len([message for message in await chat.person.messages() if message.outgoing]) == 2


@pytest.mark.parametrize("method", ["editMessageText", "sendPhoto"])
async def test_who_blocked_the_bot(stage: Stage, method: str) -> None:
    """After a 403 nothing is due any longer; who comes back finds everything in place."""
    chat = await at_the_first_question(stage)
    person = chat.person
    if method == "sendPhoto":
        await chat.answer_all()
        await quiet(stage)
    forbidden = "Forbidden: bot was blocked by the user"
    await stage.people.control(
        "fault", method=method, error_code=403, description=forbidden, times=1
    )
    if method == "sendPhoto":
        await again(stage, person)
    else:
        await person.tap("9")
    row = await the_screen(stage, person)
    assert (False, row["wanted"]) == (row["is_reachable"], row["shown"])
    assert await counts(stage.app.database, deliveries) == {"deliveries": 0}
    await person.block()
    await person.unblock()
    await person.open()
    await person.wait_for(asks(SECOND) if method != "sendPhoto" else lambda m: bool(m.rows))
    assert (await the_screen(stage, person))["is_reachable"]


async def test_not_modified_is_success(stage: Stage) -> None:
    """The screen counts as shown: it is neither tried again nor sent anew."""
    chat = await at_the_first_question(stage)
    before = len(await calls(stage, "editMessageText"))
    sent = len(await calls(stage, "sendMessage"))
    description = (
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )
    await stage.people.control(
        "fault", method="editMessageText", error_code=400, description=description
    )
    await chat.person.tap("9")
    row = await the_screen(stage, chat.person)
    assert row["wanted"] == row["shown"]
    assert len(await calls(stage, "editMessageText")) - before == 1
    assert sent == len(await calls(stage, "sendMessage"))


@pytest.mark.parametrize(
    "refusal",
    ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"],
)
async def test_a_message_that_cannot_be_edited_is_sent_anew(stage: Stage, refusal: str) -> None:
    """The next question comes as a new message, and later ones are edits of that one."""
    chat = await at_the_first_question(stage)
    old = await chat.person.screen()
    await stage.people.control(
        "fault", method="editMessageText", error_code=400, description=f"Bad Request: {refusal}"
    )
    await chat.person.tap("9")
    new = await chat.person.wait_for(asks(SECOND))
    assert new.id > old.id
    row = await the_screen(stage, chat.person)
    assert (new.id, row["wanted"]) == (row["message_id"], row["shown"])
    await chat.person.tap("4")
    assert new.id == (await chat.person.wait_for(asks(THIRD))).id


async def test_a_refused_screen_traps_nobody(stage: Stage) -> None:
    """A screen that Telegram refuses for good is not tried for ever; the next step shows again."""
    chat = await at_the_first_question(stage)
    before = len(await calls(stage, "editMessageText"))
    old = await chat.person.screen()
    await stage.people.control(
        "fault", method="editMessageText", error_code=400, description="Bad Request: made up"
    )
    await chat.person.tap("9")
    await quiet(stage)
    assert len(await calls(stage, "editMessageText")) - before == 1
    await chat.person.tap_old(old.id, old.buttons[0].data)
    await chat.person.wait_for(asks(SECOND))


async def test_a_screen_that_could_not_be_made_comes_after_all(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database fails while a screen is made: it is made again, without another tap."""
    chat = await at_the_first_question(stage)
    real = Screens.view
    failed: list[Known] = []

    async def view(self: Screens, person: Known) -> View:
        if len(failed) < 2:
            failed.append(person)
            raise OSError("made up")
        return await real(self, person)

    monkeypatch.setattr(Screens, "view", view)
    await chat.person.tap("9")
    await chat.person.wait_for(asks(SECOND), 2)
    row = await the_screen(stage, chat.person)
    assert row["wanted"] == row["shown"]


async def test_a_screen_that_could_not_be_noted_is_found_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database fails behind a screen that was sent: the next tap goes on in that message."""
    monkeypatch.setattr("bot.courier.TRIES", 1)
    monkeypatch.setattr("bot.noting.WAIT", 0)
    real = People.shown
    failed: list[object] = []

    async def shown(self: People, *args: Any) -> None:  # noqa: ANN401 - as of the real one
        if len(failed) < 1:
            failed.append(args)
            raise OSError("made up")
        await real(self, *args)

    monkeypatch.setattr(People, "shown", shown)
    person = await stage.people.join("Anna", language_code="en")
    await person.open(await stage.campaign())
    welcome = await person.wait_for(lambda message: bool(message.rows))
    await quiet(stage)
    assert len(failed) == 1
    await person.tap("I agree")
    await person.wait_for("role")
    row = await the_screen(stage, person)
    assert row["wanted"] == row["shown"]
    assert row["message_id"] == (await person.screen()).id
    assert welcome.id in {message.id for message in await person.messages()}


async def test_a_screen_is_noted_once_the_database_is_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was shown does not stay due, or another process would show it once more."""
    monkeypatch.setattr("bot.noting.WAIT", 0.01)
    real = People.shown
    failed: list[object] = []

    async def shown(self: People, *args: Any) -> None:  # noqa: ANN401 - as of the real one
        if len(failed) < 3:
            failed.append(args)
            raise OSError("made up")
        await real(self, *args)

    monkeypatch.setattr(People, "shown", shown)
    person = await stage.people.join("Anna", language_code="en")
    await person.open(await stage.campaign())
    row = await the_screen(stage, person)
    assert len(failed) == 3
    assert row["wanted"] == row["shown"]
    assert row["message_id"] == (await person.screen()).id


async def test_deliveries_go_on_after_the_database_failed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits can't be read for a moment: it is read again, without another tap."""
    chat = await at_the_first_question(stage)
    real = Deliveries.take
    failed: list[int] = []

    async def take(
        self: Deliveries, person_id: int, now: datetime, until: datetime
    ) -> Delivery | None:
        if len(failed) < 2:
            failed.append(person_id)
            raise OSError("made up")
        return await real(self, person_id, now, until)

    monkeypatch.setattr(Deliveries, "take", take)
    await chat.answer_all()
    assert len(failed) == 2


async def test_what_was_sent_is_not_sent_again_for_want_of_a_note(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database fails behind a card that Telegram has accepted: only the note is made again."""
    monkeypatch.setattr("bot.noting.WAIT", 0.01)
    monkeypatch.setattr("bot.courier.TRIES", 3)
    chat = await at_the_first_question(stage)
    failed: list[str] = []

    async def keep_file_ids(_self: Deliveries, _row: int, digest: str, _ids: object) -> None:
        failed.append(digest)
        raise OSError("made up")

    monkeypatch.setattr(Deliveries, "keep_file_ids", keep_file_ids)
    await chat.answer_all()
    await quiet(stage)
    assert len(failed) == 3, "what can't be kept at all is to be given up"
    assert len([message for message in await chat.person.messages() if message.photo]) == 1
    assert await counts(stage.app.database, deliveries) == {"deliveries": 0}


async def test_a_file_id_that_is_refused_is_drawn_anew(stage: Stage) -> None:
    """The same card again comes by its name; if Telegram forgot it, it is drawn and renamed."""
    chat = await at_the_first_question(stage)
    await chat.answer_all()
    await chat.person.wait_for(lambda message: bool(message.photo), anywhere=True)
    await quiet(stage)
    first = [message.photo for message in await chat.person.messages() if message.photo]
    await again(stage, chat.person)
    named = (await calls(stage, "sendPhoto"))[1:]
    assert [first[0]] == [call["params"]["photo"] for call in named]
    await stage.people.control(
        "fault",
        method="sendPhoto",
        error_code=400,
        description="Bad Request: wrong file identifier/HTTP URL specified",
    )
    await again(stage, chat.person)
    refused, drawn = (await calls(stage, "sendPhoto"))[2:]
    assert (refused["code"], drawn["code"]) == (400, 200)
    assert first[0] != drawn["params"].get("photo")
    photos = [message.photo for message in await chat.person.messages() if message.photo]
    assert len(photos) == 3
    await again(stage, chat.person)
    last = (await calls(stage, "sendPhoto"))[-1]
    assert photos[-1] == last["params"]["photo"]


async def again(stage: Stage, person: Person) -> None:
    """Hands the person's card in once more, as a restart would find it."""
    database = stage.app.database
    (row,) = await rows(database, people)
    (finished,) = await database.read(lambda r: r.attempts.finished(row["id"]))
    key = finished.attempt.key
    await database.write(
        lambda r: r.deliveries.add(row["id"], "card", stage.clock(), key=key, language="en")
    )
    stage.app.courier.wake(row["id"])
    await quiet(stage)
    assert person.id


async def test_what_was_due_is_taken_up_at_the_start(stage: Stage) -> None:
    """Screens and deliveries that a process left behind are brought by the next one."""
    chat = await at_the_first_question(stage)
    database = stage.app.database
    (row,) = await rows(database, people)

    async def leave(records: Any) -> None:  # noqa: ANN401 - the tables
        known = await records.people.by_id(row["id"])
        await records.people.save(known.again(fresh=True))
        await records.deliveries.add(row["id"], "mydata", stage.clock())

    before = await chat.person.screen()
    await database.write(leave)
    await stage.app.courier.resume()
    await chat.person.wait_for(lambda message: bool(message.document))
    await quiet(stage)
    assert (await chat.person.screen()).id > before.id
    assert await counts(database, deliveries) == {"deliveries": 0}


async def test_a_delivery_that_keeps_failing_is_given_up(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card that can't be made is tried a few times; what is behind it comes all the same."""
    monkeypatch.setattr("bot.courier.LONGEST_WAIT", 0.02)
    tries: list[int] = []

    async def fail(_shop: Workshop, delivery: Delivery, _person: Known) -> None:
        tries.append(delivery.id)
        raise RuntimeError("made up")

    chat = await at_the_first_question(stage)
    monkeypatch.setattr(packer, "MAKERS", {**packer.MAKERS, "card": fail})
    await chat.answer_all()
    await quiet(stage)
    assert len(tries) == MAX_TRIES
    assert await counts(stage.app.database, deliveries) == {"deliveries": 0}
    texts = [message.text for message in await chat.person.messages() if message.outgoing]
    assert any("75" in text for text in texts), "the words in place of the card did not come"


async def test_a_deleted_person_gets_nothing_more(stage: Stage) -> None:
    """What was under way for somebody who is gone is broken off and nothing of it is stored."""
    chat = await at_the_first_question(stage)
    (row,) = await rows(stage.app.database, people)
    await stage.people.control("fault", method="editMessageText", error_code=500, times=50)
    await chat.person.wait_answer(await chat.person.tap("9"))
    await stage.app.database.write(lambda records: records.people.delete(row["id"], stage.clock()))
    stage.app.courier.forget(row["id"])
    await stage.people.control("clear_faults")
    await quiet(stage)
    assert await counts(stage.app.database, people, deliveries) == {"people": 0, "deliveries": 0}
    assert not any(asks(SECOND)(message) for message in await chat.person.messages())
