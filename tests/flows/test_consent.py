"""Before the consent, and the languages."""

import pytest

from domain.languages import LANGUAGES
from handlers.callbacks import Go, Pick, To
from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage

NAMES = {"ru": "Русский", "uk": "Українська", "en": "English"}


async def _is_at_the_consent(anna: Scene) -> bool:
    labels = [button.text for button in (await anna.screen()).buttons]
    return await anna.state() == "welcome" and labels[0] == anna.word("button-consent")


async def test_nothing_works_before_the_consent(stage: Stage) -> None:
    """Commands lead to the consent, also those of somebody who never pressed Start."""
    for command in ("/tests", "/results", "/settings", "/code", "/cancel", "/admin"):
        anna = await scene(stage)
        await anna.say(command)
        assert await _is_at_the_consent(anna), command
        await anna.open()
        await anna.say(command)
        assert await _is_at_the_consent(anna), command
        assert (await anna.known()).consented_at is None
    assert rows(stage, "attempts") == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_command_waits_for_the_consent(stage: Stage, language: str) -> None:
    """It is told kindly that the consent comes first, and then leads where it was to lead."""
    anna = await scene(stage, language)
    hello = await anna.say("?")
    assert anna.word("notice-consent-first", command="none") not in hello.text
    told = await anna.say("/tests")
    assert anna.word("notice-consent-first", command="tests") in told.text
    told = await anna.say("?")
    assert anna.word("notice-consent-first", command="none") in told.text
    await anna.press("button-consent")
    assert await anna.state() == "tests"


async def test_a_link_after_a_command(stage: Stage) -> None:
    """The last word counts: who then opens a link comes to its test."""
    anna = await scene(stage)
    await anna.say("/settings")
    await anna.agree(await stage.campaign())
    assert await anna.state() == "role"


async def test_no_forged_button_gets_past_the_consent(stage: Stage) -> None:
    """Every place of the menus, by buttons that were never offered."""
    anna = await scene(stage)
    await anna.open()
    for to in set(To) - {To.CONSENT, To.MY_DATA, To.DELETE, To.DELETE_YES}:
        await anna.forge(Go(to=to, arg="map").pack())
        assert await _is_at_the_consent(anna), to
    assert rows(stage, "attempts") == []
    assert (await anna.known()).consented_at is None


async def test_no_answer_before_the_consent(stage: Stage) -> None:
    """Not even with the look of a real answer."""
    anna = await scene(stage)
    await anna.open()
    await anna.forge(Pick(key="AAAAAAAA", n=0, v="9").pack())
    assert await _is_at_the_consent(anna)
    assert rows(stage, "attempts") == []


async def test_help_before_the_consent(stage: Stage) -> None:
    """It answers, and leaves the welcome where it is."""
    anna = await scene(stage)
    await anna.open()
    said = await anna.say("/help")
    assert said.text.splitlines()[-1].startswith("/delete")
    assert await anna.state() == "welcome"


@pytest.mark.parametrize(("command", "state"), [("/privacy", "privacy"), ("/delete", "deleting")])
async def test_rights_before_the_consent(stage: Stage, command: str, state: str) -> None:
    """What concerns one's data works at once, and the way back leads to the consent."""
    anna = await scene(stage)
    await anna.say(command)
    assert await anna.state() == state
    key = "button-back" if state == "privacy" else "button-cancel"
    await anna.press(key)
    assert await _is_at_the_consent(anna)


async def test_my_data_before_the_consent(stage: Stage) -> None:
    """The little that is held already comes as a file."""
    anna = await scene(stage)
    await anna.open()
    file = await anna.say("/mydata")
    assert file.document_name == "my-data.json"
    assert await anna.state() == "welcome"


async def test_a_code_before_the_consent(stage: Stage) -> None:
    """`/code` does what the link does."""
    code = await stage.campaign()
    anna = await scene(stage)
    welcome = await anna.say(f"/code {code}")
    assert "Event ml7-16" in welcome.text
    assert await _is_at_the_consent(anna)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_was_agreed_to_stays(start_stage, language: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - the fixture
    """The welcome keeps operator, purpose and policy, gains the date and loses its buttons."""
    stage = await start_stage(
        operator_name="Acme & Co <x>", policy_url="https://x.example/p?a=1&b=2"
    )
    code = await stage.campaign()
    anna = await scene(stage, language)
    welcome = await anna.open(code)
    assert "Acme & Co <x>" in welcome.text
    assert 'href="https://x.example/p?a=1&amp;b=2"' in welcome.html
    next_screen = await anna.press("button-consent")

    first = (await anna.bot())[0]
    assert first.id == welcome.id
    assert first.rows == []
    assert welcome.text in first.text
    assert next_screen.id != welcome.id
    assert await anna.state() == "role"
    (row,) = rows(stage, "people")
    assert row["consented_at"]
    assert len(row["consent_version"]) == 16


async def test_consent_twice(stage: Stage) -> None:
    """A double tap counts once and leaves one record and one screen."""
    anna = await scene(stage)
    welcome = await anna.open()
    data = welcome.rows[0][0].data
    for _ in range(2):
        anna.taps.append(await anna.person.tap_old(welcome.id, data))
    await anna.screen()
    await anna.forge(data, welcome.id)
    assert [row["consented"] for row in rows(stage, "visits")] == [1]
    assert len(await anna.bot()) == 2
    assert await anna.state() == "role"


CLIENTS = {
    "ru": "ru", "uk": "uk", "en": "en", "en-GB": "en", "uk-UA": "uk", "de": "ru", "": "ru",
}  # fmt: skip


async def test_the_client_s_language(stage: Stage) -> None:
    """The bot begins in the client's language, or in the default one."""
    for client, language in CLIENTS.items():
        person = await stage.people.join("Anna", language_code=client)
        anna = Scene(stage, person, language)
        await anna.open()
        assert await _is_at_the_consent(anna), client


async def test_switching_on_the_welcome(stage: Stage) -> None:
    """In one tap, in the same message, as often as one likes; the rest follows in it."""
    code = await stage.campaign()
    anna = await scene(stage, "ru")
    welcome = await anna.open(code)
    for language in ("uk", "en", "ru", "en", "en"):
        anna.language = language
        screen = await anna.tap(NAMES[language])
        assert screen.id == welcome.id
        assert await _is_at_the_consent(anna)
        assert "Event ml7-16" in screen.text
    assert anna.word("button-skip-all") in {
        b.text for b in (await anna.press("button-consent")).buttons
    }


async def test_switching_in_the_settings_mid_test(stage: Stage) -> None:
    """The question goes on in the new language with all answers."""
    anna = await scene(stage, "ru")
    await anna.begin(await stage.campaign())
    await anna.answer("9")
    before = await anna.standing()
    await anna.say("/settings")
    anna.language = "uk"
    screen = await anna.tap(NAMES["uk"])
    assert anna.word("notice-language") in screen.text
    question = await anna.press("button-back")
    assert await anna.standing() == before
    assert await anna.state() == "answering"
    assert anna.word("button-pause") in {button.text for button in question.buttons}
    assert len(await anna.live()) == 1
    assert (await anna.attempt()).question.text["uk"] in question.text


async def test_a_forged_language(stage: Stage) -> None:
    """What is no language changes nothing."""
    anna = await scene(stage, "uk")
    await anna.open()
    for arg in ("welcome.xx", "settings.", "", ".", "welcome.ru.en", "settings.RU"):
        await anna.forge(Go(to=To.LANGUAGE, arg=arg).pack())
        assert (await anna.known()).language == "uk", arg
        assert await _is_at_the_consent(anna)
