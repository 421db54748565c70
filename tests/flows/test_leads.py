"""“Talk to the consultant”: the contact, its consent, who is told, and the withdrawal."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.typing import EventDict

from domain.languages import LANGUAGES
from handlers.callbacks import LeadStep, LeadTap
from preview.screen import ChatMessage
from results.facts import CardFacts
from results.studio import Studio
from tests.support.revival import Theatre, theatre_in
from tests.support.scene import Scene, message, rows, scene
from tests.support.stage import ADMIN, ANALYST, Stage, StartStage

SECOND_ADMIN = 1002
PHONE = "+380501234567"


async def boss(stage: Stage, user_id: int = ADMIN, language: str = "en") -> Scene:
    """Somebody of the owner's side who has a chat with the bot."""
    admin = await scene(stage, language, user_id=user_id)
    await admin.agree()
    return admin


async def finished(stage: Stage, language: str = "ru", *, campaign: bool = True) -> Scene:
    """Somebody who looks at the words of their result."""
    anna = await scene(stage, language)
    await anna.begin(await stage.campaign() if campaign else "ml7-16")
    await anna.answer("9")
    await anna.leap("own_nps_reason", 3)
    await anna.press("button-skip")
    return anna


async def asked(anna: Scene) -> ChatMessage:
    """Somebody who has agreed and is asked for their contact."""
    await anna.press("button-lead")
    return await anna.press("button-lead-consent")


async def leaves(anna: Scene, words: str = PHONE) -> ChatMessage:
    """Somebody leaves a contact in words."""
    await asked(anna)
    return await anna.say(words)


def labels(screen: ChatMessage) -> list[str]:
    """The words of its buttons."""
    return [button.text for button in screen.buttons]


async def telling(admin: Scene, words: str = PHONE) -> list[ChatMessage]:
    """The bot's messages that show a contact."""
    return [m for m in await admin.bot() if words in m.text]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_by_words(stage: Stage, language: str) -> None:
    """From the result to the admin's chat; nothing on the way is asked before the consent."""
    admin = await boss(stage)
    anna = await finished(stage, language)
    consent = await anna.press("button-lead")
    assert await anna.state() == "lead_consent"
    title = stage.app.speech.library.instruments["map"].title[language]
    for promised in (title, stage.app.speech.operator(language), "/settings", "365"):
        assert promised in consent.text
    assert labels(consent) == [
        anna.word("button-lead-consent"),
        anna.word("button-cancel-plain"),
    ]
    question = await anna.press("button-lead-consent")
    phone, cancel = anna.word("button-lead-phone"), anna.word("button-cancel-plain")
    assert question.html == anna.word("lead-ask", button=phone, limit=200)
    assert await anna.person.reply_keyboard() == [[phone], [cancel]]
    assert rows(stage, "leads") == []

    left = await anna.say(f"  {PHONE} ")
    assert anna.word("notice-lead-left") in left.text
    assert PHONE in left.text
    assert labels(left) == [anna.word("button-lead-withdraw"), anna.word("button-back")]
    assert await anna.person.reply_keyboard() == []
    (row,) = rows(stage, "leads")
    assert row["consent_version"] == stage.app.speech.lead_consent_version
    (told,) = await telling(admin)
    speak = admin.word
    assert speak("level-developing") in told.text
    assert "50 out of 100" in told.text
    assert "Event ml7-16" in told.text
    assert labels(told) == [speak("button-lead-card")]
    (noted,) = rows(stage, "told_leads")
    assert noted["message_id"] == told.id


async def test_only_what_the_consent_names_is_told(
    stage: Stage, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No likelihood answer, no role, no words; the card neither."""
    admin = await boss(stage)
    anna = await scene(stage)
    await anna.agree(await stage.campaign())
    await anna.tap("Сотрудник")
    await anna.press("button-skip-all")
    await anna.answer("9")
    await anna.answer("2")
    await anna.leap("own_nps_reason", 3)
    await anna.say("секрет")
    await anna.press("button-next")
    await anna.press("button-skip")
    await leaves(anna)
    (told,) = await telling(admin)
    for secret in ("9 out of", "2 out of", "секрет", "Employee", "employee"):
        assert secret not in told.text
    drawn: list[CardFacts] = []
    draw = studio.card

    async def card(facts: CardFacts) -> bytes:
        drawn.append(facts)
        return await draw(facts)

    monkeypatch.setattr(studio, "card", card)
    picture = await admin.press("button-lead-card")
    assert picture.photo
    (facts,) = drawn
    assert (facts.recommendation, facts.reference_caption) == ("", "")
    assert facts.viewpoint == admin.word("viewpoint")


async def test_by_contact_card(stage: Stage) -> None:
    """Telegram's own button; the name on the card comes with it, the plus sign is put there."""
    admin = await boss(stage)
    anna = await finished(stage, "uk")
    await asked(anna)
    await anna.person.send_contact("380501234567")
    left = await anna.screen()
    assert PHONE in left.text
    assert await anna.person.reply_keyboard() == []
    (told,) = await telling(admin)
    assert "Anna" in told.text
    kinds = {entity["type"] for entity in told.raw["entities"]}
    assert "code" not in kinds


async def test_somebody_else_s_card(stage: Stage) -> None:
    """Refused kindly, asked again, nothing stored; one without a user is nobody's own."""
    await boss(stage)
    anna = await finished(stage)
    await asked(anna)
    await anna.person.send_contact(PHONE, own=False)
    screen = await anna.screen()
    assert anna.word("notice-lead-foreign") in screen.text
    card = {"phone_number": PHONE, "first_name": "Boris", "user_id": 5}
    await anna.feed(message=message(anna, contact=card))
    assert anna.word("notice-lead-foreign") in (await anna.screen()).text
    assert await anna.state() == "lead_contact"
    assert rows(stage, "leads") == []
    assert await anna.person.reply_keyboard() != []


@pytest.mark.parametrize("junk", ["🙂", "...", "\u200b\u200b", "Здравствуйте!"])
async def test_nothing_to_reach_by(stage: Stage, junk: str) -> None:
    """Without a number, an address or a nick nobody can be reached."""
    await boss(stage)
    anna = await finished(stage)
    await asked(anna)
    screen = await anna.say(junk)
    assert anna.word("notice-lead-empty") in screen.text
    assert rows(stage, "leads") == []


async def test_too_long(stage: Stage) -> None:
    """201 characters are refused with their number, with all that follows at once; 200 fit."""
    await boss(stage)
    anna = await finished(stage)
    await asked(anna)
    screen = await anna.say("ї" * 201)
    assert anna.word("notice-too-long", length=201, limit=200) in screen.text
    object.__setattr__(stage.clock, "_ticks", iter(int, 1))  # the rest comes at once
    await anna.say("и хвост")
    assert rows(stage, "leads") == []
    stage.clock.ahead += timedelta(seconds=10)
    await anna.say(PHONE.ljust(200, "ї"))
    assert len(rows(stage, "leads")) == 1


async def test_free_words_are_not_run(stage: Stage) -> None:
    """Markup is shown as it was written; no link and no command of it can be tapped."""
    admin = await boss(stage)
    anna = await finished(stage)
    words = "<b>Аня</b> & https://evil.example /delete"
    await leaves(anna, words)
    (told,) = await telling(admin, words)
    codes = [e for e in told.raw["entities"] if e["type"] == "code"]
    assert len(codes) == 1
    assert codes[0]["length"] == len(words)


WAYS_OUT = ("/cancel", "/start", "/results", "/settings", "/help me", "/privacy", "key")


@pytest.mark.parametrize("way", WAYS_OUT)
async def test_ways_out(stage: Stage, way: str) -> None:
    """Whatever is done instead: nothing is stored, nobody told, the keys are gone."""
    admin = await boss(stage)
    anna = await finished(stage)
    question = await asked(anna)
    before = len(await admin.bot())
    await anna.say(anna.word("button-cancel-plain") if way == "key" else way)
    if await anna.state() == "lead_contact":
        assert way == "/help me"
        assert await anna.person.reply_keyboard() != []
        return
    assert await anna.person.reply_keyboard() == []
    assert question.id not in {m.id for m in await anna.bot()}
    assert rows(stage, "leads") == []
    assert len(await admin.bot()) == before
    await anna.say(PHONE)
    assert rows(stage, "leads") == []


async def test_back_at_the_question_of_a_test(stage: Stage) -> None:
    """An earlier result talked about in the middle of the next test: it goes on afterwards."""
    await boss(stage)
    anna = await finished(stage)
    twin = await anna.screen()
    await anna.press("button-go-full")
    before = await anna.standing()
    lead = next(b for b in twin.buttons if b.data.startswith("l1:"))
    await anna.forge(lead.data, twin.id)
    await anna.press("button-lead-consent")
    await anna.say(PHONE)
    await anna.press("button-back")
    assert await anna.standing() == before
    assert await anna.state() == "answering"
    assert len(await anna.live()) == 1


async def test_an_old_question_tapped_instead(stage: Stage) -> None:
    """A button far above leads out too, and takes the keys along."""
    await boss(stage)
    anna = await finished(stage)
    twin = await anna.screen()
    question = await anna.press("button-go-full")
    lead = next(b for b in twin.buttons if b.data.startswith("l1:"))
    await anna.forge(lead.data, twin.id)
    await anna.press("button-lead-consent")
    pick = next(b for b in question.buttons if b.text == "4")
    await anna.forge(pick.data, question.id)
    assert await anna.state() == "answering"
    assert await anna.person.reply_keyboard() == []
    assert len(await anna.live()) == 1


async def test_after_a_silence(stage: Stage) -> None:
    """What is written hours later need not be a contact: it is asked for again first."""
    await boss(stage)
    anna = await finished(stage)
    await asked(anna)
    stage.clock.ahead += timedelta(hours=3)
    screen = await anna.say("Здравствуйте!")
    assert anna.word("notice-welcome-back") in screen.text
    assert rows(stage, "leads") == []
    await anna.say(PHONE)
    assert len(rows(stage, "leads")) == 1


async def test_consent_comes_first(stage: Stage) -> None:
    """Forged in any order: no contact is taken before the button that means the consent."""
    await boss(stage)
    anna = await finished(stage)
    key = next(b for b in (await anna.screen()).buttons if "l1:ask" in b.data).data
    for step in (LeadStep.AGREE, LeadStep.REPLACE, LeadStep.MINE, LeadStep.WITHDRAW):
        await anna.forge(LeadTap(do=step).pack())
        assert await anna.state() not in {"lead_contact", "lead_left"}
        await anna.say(PHONE)
        await anna.person.send_contact(PHONE)
        assert rows(stage, "leads") == []
    await anna.forge(key)
    await anna.say(PHONE)
    await anna.person.send_contact(PHONE)
    await anna.screen()
    assert await anna.state() == "lead_consent"
    assert rows(stage, "leads") == []


async def test_somebody_else_s_result(stage: Stage) -> None:
    """The button of another person's result leads nowhere, and that is logged."""
    await boss(stage)
    anna = await finished(stage)
    ask = next(b for b in (await anna.screen()).buttons if "l1:ask" in b.data).data
    boris = await scene(stage)
    await boris.agree()
    before = await boris.state()
    for data in (ask, LeadTap(do=LeadStep.ASK).pack(), LeadTap(do=LeadStep.ASK, key="x").pack()):
        await boris.forge(data)
        assert await boris.toast() == boris.word("toast-foreign")
        assert await boris.state() == before


async def test_double_taps(stage: Stage) -> None:
    """Each button twice, each update delivered twice: one contact, one message to the admin."""
    admin = await boss(stage)
    anna = await finished(stage)
    twin = await anna.screen()
    ask = next(b for b in twin.buttons if "l1:ask" in b.data).data
    anna.taps += [await anna.person.tap_old(twin.id, ask) for _ in range(2)]
    consent = await anna.screen()
    agree = consent.buttons[0].data
    anna.taps += [await anna.person.tap_old(consent.id, agree) for _ in range(2)]
    await anna.screen()
    assert await anna.state() == "lead_contact"
    await anna.say(PHONE)
    await stage.people.control("redeliver")
    left = await anna.screen()
    assert len(rows(stage, "leads")) == 1
    assert len(await telling(admin)) == 1
    withdraw = left.buttons[0].data
    anna.taps += [await anna.person.tap_old(left.id, withdraw) for _ in range(2)]
    await anna.screen()
    assert rows(stage, "leads") == []
    assert [row["action"] for row in rows(stage, "audit")] == ["contact_withdrawn"]
    answered = {one.callback_query_id for one in await anna.person.answers()}
    assert set(anna.taps) <= answered


async def test_two_admins_each_in_their_language(start_stage: StartStage) -> None:
    """Both are told once; the analyst and the admin who never came are not."""
    ids = f"{ADMIN},{SECOND_ADMIN},1003"
    stage = await start_stage(admin_ids=ids)
    admins = [await boss(stage), await boss(stage, SECOND_ADMIN, "uk")]
    analyst = await boss(stage, ANALYST)
    await leaves(await finished(stage))
    for admin in admins:
        (told,) = await telling(admin)
        assert admin.word("level-developing") in told.text
    assert await telling(analyst) == []
    assert len(rows(stage, "told_leads")) == 2
    assert rows(stage, "deliveries") == []


async def test_an_admin_who_blocked_the_bot(start_stage: StartStage) -> None:
    """Nothing waits for them; the other is told."""
    stage = await start_stage(admin_ids=f"{ADMIN},{SECOND_ADMIN}")
    first, second = await boss(stage), await boss(stage, SECOND_ADMIN)
    await first.person.block()
    await leaves(await finished(stage))
    assert len(await telling(second)) == 1
    assert rows(stage, "deliveries") == []


async def test_no_admin_no_button(start_stage: StartStage) -> None:
    """Without admins, or with none that has a chat: no button, and a forged one does nothing."""
    stage = await start_stage(admin_ids="")
    await boss(stage)
    anna = await finished(stage)
    twin = await anna.screen()
    assert not [b for b in twin.buttons if b.data.startswith("l1:")]
    key = next(b for b in twin.buttons if "details" in b.data).data.split(":")[2].split(".")[0]
    await anna.forge(LeadTap(do=LeadStep.ASK, key=key).pack())
    assert await anna.toast() == anna.word("toast-foreign")
    assert await anna.state() == "home"


async def test_an_admin_without_a_chat(stage: Stage) -> None:
    """Nobody to be told: the button comes with the first admin who opens the bot."""
    anna = await finished(stage)
    assert anna.word("button-lead") not in labels(await anna.screen())
    await boss(stage)
    listed = await anna.say("/results")
    screen = await anna.tap(labels(listed)[0])
    assert anna.word("button-lead") in labels(screen)
    await anna.press("button-lead")
    assert await anna.state() == "lead_consent"


async def test_beside_a_link_to_the_consultant(start_stage: StartStage) -> None:
    """Two ways that don't seem the same: to write oneself, and to be contacted."""
    stage = await start_stage(contact_url="https://t.me/them")
    await boss(stage)
    anna = await finished(stage)
    found = labels(await anna.screen())
    assert anna.word("button-contact") in found
    assert anna.word("button-lead-call") in found
    assert anna.word("button-lead") not in found


async def test_withdrawal_empties_the_admin_s_messages(stage: Stage) -> None:
    """At once, by the button under the thanks: no contact is left in any chat or table."""
    admin = await boss(stage)
    anna = await finished(stage)
    await leaves(anna)
    (told,) = await telling(admin)
    screen = await anna.press("button-lead-withdraw")
    assert anna.word("notice-lead-withdrawn") in screen.text
    assert await anna.state() == "home"
    assert await telling(admin) == []
    date = stage.app.speech.texts.date("en", stage.clock())
    emptied = next(m for m in await admin.bot() if m.id == told.id)
    assert emptied.text == admin.word("lead-gone", date=date)
    assert emptied.rows == []
    for table in ("leads", "told_leads", "deliveries"):
        assert rows(stage, table) == []
    await admin.forge(told.buttons[0].data, told.id)
    assert await admin.toast() == admin.word("toast-foreign")


async def test_withdrawal_from_the_settings(stage: Stage) -> None:
    """The way is there only while something is left."""
    admin = await boss(stage)
    anna = await finished(stage)
    assert anna.word("button-lead-mine") not in labels(await anna.say("/settings"))
    await anna.say("/cancel")
    await leaves(anna)
    assert anna.word("button-lead-mine") in labels(await anna.say("/settings"))
    screen = await anna.press("button-lead-mine")
    assert PHONE in screen.text
    await anna.press("button-lead-withdraw")
    assert await telling(admin) == []
    assert anna.word("button-lead-mine") not in labels(await anna.say("/settings"))


async def test_a_message_that_cannot_be_edited(stage: Stage) -> None:
    """Then a new one says it."""
    admin = await boss(stage)
    anna = await finished(stage)
    await leaves(anna)
    (told,) = await telling(admin)
    stage.world.remove(stage.world.chat(admin.person.chat_id), told.id)
    await anna.press("button-lead-withdraw")
    last = await admin.screen()
    date = stage.app.speech.texts.date("en", stage.clock())
    assert last.text == admin.word("lead-gone", date=date)
    assert last.id > told.id


async def test_deletion_of_everything(stage: Stage) -> None:
    """`/delete` withdraws the contact as well."""
    admin = await boss(stage)
    anna = await finished(stage)
    await leaves(anna)
    await anna.say("/delete")
    await anna.press("button-delete-confirm")
    await admin.screen()
    assert await telling(admin) == []
    for table in ("leads", "told_leads", "deliveries"):
        assert rows(stage, table) == []
    assert len(rows(stage, "people")) == 1


async def test_a_second_contact(stage: Stage) -> None:
    """Asks which is to stay; the new one takes the old one's place with the admin, too."""
    admin = await boss(stage)
    anna = await finished(stage)
    await leaves(anna)
    twin = next(m for m in await anna.bot() if anna.word("button-lead") in labels(m))
    ask = next(b for b in twin.buttons if "l1:ask" in b.data).data
    screen = await anna.forge(ask, twin.id)
    assert anna.word("lead-replace") in screen.text
    await anna.press("button-lead-keep")
    assert len(await telling(admin)) == 1
    await anna.forge(ask, twin.id)
    await anna.press("button-lead-replace")
    await anna.press("button-lead-consent")
    assert len(await telling(admin)) == 1
    await anna.say("anna@example.org")
    assert await telling(admin) == []
    assert len(await telling(admin, "anna@example.org")) == 1
    assert len(rows(stage, "leads")) == 1


async def test_the_admin_s_list_forgets_it_too(stage: Stage) -> None:
    """A list that is open in the admin's chat is drawn anew without the contact."""
    admin = await boss(stage)
    anna = await finished(stage)
    left = await leaves(anna)
    await admin.say("/admin")
    await admin.press("button-leads")
    assert len(await telling(admin)) == 2
    await anna.person.tap_old(left.id, left.buttons[0].data)
    await anna.screen()
    await stage.app.courier.resume()  # as once a minute
    await admin.screen()
    assert await telling(admin) == []


async def test_nothing_in_plain_text(stage: Stage, said: list[EventDict]) -> None:
    """Neither the database file nor the log holds the contact or the name."""
    await boss(stage)
    anna = await finished(stage)
    await asked(anna)
    await anna.person.send_contact(PHONE)
    await anna.screen()
    raw = b"".join(file.read_bytes() for file in stage.config.data_dir.glob("*.sqlite3*"))
    assert b"lead_left" in raw
    for secret in (PHONE, PHONE[1:], "Anna"):
        assert secret.encode() not in raw
        assert secret not in repr(said)


async def test_my_data(stage: Stage) -> None:
    """The file holds the contact as it was left."""
    await boss(stage)
    anna = await finished(stage)
    await leaves(anna)
    file = await anna.say("/mydata")
    content = (await anna.person.download(file)).decode()
    assert PHONE in content
    assert stage.app.speech.lead_consent_version in content


@pytest.fixture
async def theatre(tmp_path: Path, studio: Studio) -> AsyncIterator[Theatre]:
    """The bot comes and goes, the chats stay."""
    async with theatre_in(tmp_path, studio) as theatre:
        yield theatre


async def test_a_crash_before_it_is_told(
    theatre: Theatre, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Committed and not delivered: the next process tells the admin; likewise a withdrawal."""
    stage = await theatre.start()
    admin, anna = await boss(stage), await finished(stage)
    for action in ("leave", "withdraw"):
        with monkeypatch.context() as patch:
            patch.setattr(stage.app.courier, "wake", lambda _person_id: None)
            if action == "leave":
                await leaves(anna)
            else:
                await anna.press("button-lead-withdraw")
        assert "lead" in {row["kind"][:4] for row in rows(stage, "deliveries")}
        assert len(await telling(admin)) == (action == "withdraw")
        await theatre.stop()
        stage = await theatre.start()
        admin.stage = anna.stage = stage
        await admin.screen()
        assert len(await telling(admin)) == (action == "leave")
        assert rows(stage, "deliveries") == []
