"""Deep links: which campaign they open, what becomes of those that open none."""

from collections.abc import Awaitable, Callable

import pytest

from tests.support.scene import Scene, rows, scene
from tests.support.stage import Stage


def _sources(stage: Stage) -> dict[str, tuple[int, int]]:
    """How many started and consented, by source."""
    return {row["source"]: (row["started"], row["consented"]) for row in rows(stage, "visits")}


async def _pause_campaign(stage: Stage, code: str) -> None:
    async def unit(records):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - one call
        campaign = await records.campaigns.by_code(code)
        await records.campaigns.open(campaign.id, is_open=False)

    await stage.app.database.write(unit)


@pytest.mark.parametrize("payload", ["ml7-16", "ML7-16"])
async def test_a_known_link_names_the_campaign(stage: Stage, payload: str) -> None:
    """Upper and lower case are the same; the visit counts for the campaign."""
    await stage.campaign("ml7-16")
    anna = await scene(stage)
    welcome = await anna.open(payload)

    assert anna.word("welcome-from", campaign="<b>x</b>").split("<b>")[0] in welcome.text
    assert "Event ml7-16" in welcome.text
    campaign = (await anna.known()).campaign
    assert campaign is not None
    assert campaign.code == "ml7-16"
    await anna.press("button-consent")
    assert _sources(stage) == {"ml7-16": (1, 1)}


async def test_an_unknown_link_still_starts(stage: Stage) -> None:
    """The person is told, counted as unknown, and can take the test."""
    for count, payload in enumerate(["nobody", "s_nobody", "_", "-" * 64, "A" * 64], start=1):
        anna = await scene(stage)
        welcome = await anna.open(payload)
        assert anna.word("campaign-unknown") in welcome.text, payload
        assert _sources(stage)["?"][0] == count
        assert (await anna.known()).campaign is None
        await anna.press("button-consent")
        assert await anna.state() == "role"
    assert _sources(stage) == {"?": (5, 5)}


MALFORMED = (
    "x" * 65, "ml7-16" + "x" * 4000, "<b>&\"'", "ml7 16", "мл7-16", "🙂", "a' OR 1=1 --", "%s{0}",
)  # fmt: skip


async def test_a_malformed_payload_typed_by_hand(stage: Stage) -> None:
    """No client sends these by a link, but people type; nothing is harmed."""
    await stage.campaign("ml7-16")
    for count, payload in enumerate(MALFORMED, start=1):
        anna = await scene(stage)
        welcome = await anna.say(f"/start {payload}")
        assert anna.word("campaign-unknown") in welcome.text, payload
        assert anna.word("button-consent") in {button.text for button in welcome.buttons}
        assert _sources(stage) == {"?": (count, 0)}


async def test_a_plain_start(stage: Stage) -> None:
    """No payload is a source of its own, and nobody is told of an unknown code."""
    anna = await scene(stage)
    welcome = await anna.open()
    assert anna.word("campaign-unknown") not in welcome.text
    assert _sources(stage) == {"": (1, 0)}


async def test_a_paused_campaign(stage: Stage) -> None:
    """It takes no answers; the person hears it and may take the test without it."""
    code = await stage.campaign("ml7-16")
    await _pause_campaign(stage, code)
    anna = await scene(stage)
    welcome = await anna.open(code)
    assert anna.word("campaign-closed") in welcome.text
    assert (await anna.known()).campaign is None

    await anna.press("button-consent")
    screen = await anna.press("button-skip-all")
    assert await anna.state() == "mode", screen.text


async def test_a_passed_on_card_is_a_source_of_its_own(stage: Stage) -> None:
    """Who comes by a friend's picture is no visitor of the event."""
    code = await stage.campaign("ml7-16")
    anna = await scene(stage)
    welcome = await anna.open(f"s_{code}")
    assert anna.word("campaign-unknown") not in welcome.text
    assert (await anna.known()).campaign is None
    assert _sources(stage) == {"s_ml7-16": (1, 0)}
    await (await scene(stage)).open("s_card")
    assert _sources(stage)["s_card"] == (1, 0)


async def test_a_test_s_own_link(stage: Stage) -> None:
    """From a picture without a campaign: to that test, before the consent and after it."""
    title = stage.app.speech.library.instruments["service"].title["ru"]
    anna = await scene(stage)
    for payload in ("t_service", "T_SERVICE"):
        assert title in (await anna.open(payload)).text
    await anna.press("button-consent")
    assert title in (await anna.bot())[0].text, "what was agreed to"
    await anna.press("button-skip-all")
    assert (await anna.attempt()).instrument.id == "service"
    assert _sources(stage) == {"s_card": (1, 1)}
    await anna.press("button-yes")
    assert (await anna.say("/code t_service")).text.startswith(anna.word("notice-resumed"))
    await anna.open("t_practice")
    assert await anna.state() == "conflict"
    await anna.press("button-conflict-new")
    await anna.press("button-skip-all")
    assert (await anna.attempt()).instrument.id == "practice"
    survey = await scene(stage)
    await survey.agree("t_nps")
    assert await survey.state() == "survey"


async def test_a_campaign_s_code_wins(stage: Stage) -> None:
    """Also where it looks like a test's own link."""
    await stage.campaign("t_service")
    anna = await scene(stage)
    await anna.agree("t_service")
    campaign = (await anna.known()).campaign
    assert campaign is not None
    assert campaign.code == "t_service"


async def test_first_and_latest_source_are_kept(stage: Stage) -> None:
    """A person counts once a source, however often they open it."""
    await stage.campaign("first")
    await stage.campaign("second")
    anna = await scene(stage)
    for code in ("first", "first", "second", "second"):
        await anna.open(code)
    (row,) = rows(stage, "people")
    assert (row["first_source"], row["latest_source"]) == ("first", "second")
    assert _sources(stage) == {"first": (1, 0), "second": (1, 0)}


async def _by_command(anna: Scene, code: str) -> None:
    await anna.say(f"/code {code}")


async def _by_asking(anna: Scene, code: str) -> None:
    await anna.say("/code")
    await anna.say(code)


async def _by_button(anna: Scene, code: str) -> None:
    await anna.say("/cancel")
    await anna.press("button-code")
    await anna.say(code)


@pytest.mark.parametrize("way", [_by_command, _by_asking, _by_button])
@pytest.mark.parametrize(
    ("typed", "campaign", "source"),
    [
        ("ml7-16", "ml7-16", "ml7-16"),
        ("ML7-16", "ml7-16", "ml7-16"),
        ("s_ml7-16", None, "s_ml7-16"),
    ],
)
async def test_every_way_to_enter_a_code(
    stage: Stage,
    way: Callable[[Scene, str], Awaitable[None]],
    typed: str,
    campaign: str | None,
    source: str,
) -> None:
    """What is printed under a QR picture works in the command and behind the button alike."""
    await stage.campaign("ml7-16")
    anna = await scene(stage)
    await anna.agree()
    await anna.press("button-skip-all")
    await way(anna, typed)

    found = (await anna.known()).campaign
    assert (found.code if found else None) == campaign
    assert anna.word("notice-code-unknown") not in (await anna.screen()).text
    assert source in _sources(stage)


async def test_a_wrong_code_is_asked_for_again(stage: Stage) -> None:
    """Until it is right, or the person cancels."""
    await stage.campaign("ml7-16")
    anna = await scene(stage)
    await anna.agree()
    await anna.say("/code")
    for wrong in ("ml7-17", "x" * 4096, "<b>", "🙂"):
        screen = await anna.say(wrong)
        assert anna.word("notice-code-unknown") in screen.text
        assert await anna.state() == "code"
    await anna.press("button-cancel-plain")
    assert await anna.state() == "home"


async def test_a_code_longer_than_any_is_not_cut_to_one_that_fits(stage: Stage) -> None:
    """A payload of 65 characters is not the campaign of its first 64."""
    await stage.campaign("c" * 62)
    anna = await scene(stage)
    for typed in ("c" * 62 + "x", "c" * 62 + "x" * 70):
        assert anna.word("campaign-unknown") in (await anna.say(f"/start {typed}")).text


async def test_the_same_link_again_after_the_test(stage: Stage) -> None:
    """A finished person who scans the code once more begins anew, without the consent."""
    code = await stage.campaign()
    anna = await scene(stage)
    await anna.begin(code)
    await anna.leap("own_nps_reason")
    await anna.answer_all()
    await anna.open(code)
    assert await anna.state() in {"role", "answering"}
    assert len(await anna.live()) <= 1
