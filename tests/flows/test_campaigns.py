"""Campaigns in the owner's chat: the list, one of them, its pictures, sources and changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.languages import LANGUAGES
from handlers.callbacks import CampaignDo, Campaigning, Drafting
from preview.screen import ChatMessage
from results.facts_owner import CodeFacts, PosterFacts
from tests.support.scene import Scene, quiet, refusals, rows, scene
from tests.support.stage import ADMIN, ANALYST, Stage, StartStage

READING = (
    CampaignDo.LIST, CampaignDo.PAGE, CampaignDo.SOURCES, CampaignDo.POSTER, CampaignDo.CODE,
    CampaignDo.PRINT,
)  # fmt: skip
CHANGING = tuple(sorted(set(CampaignDo) - set(READING)))
UNCHANGED = ("title", "is_open", "opens_at", "closes_at", "mode")


async def staff(stage: Stage, language: str = "en", user_id: int = ADMIN) -> Scene:
    """An admin or an analyst at the list of campaigns."""
    anna = await scene(stage, language, user_id=user_id)
    await anna.agree()
    await anna.say("/admin")
    await anna.press("button-campaigns")
    return anna


async def page(stage: Stage, language: str = "en", user_id: int = ADMIN) -> Scene:
    """The same at the page of the only campaign."""
    await stage.campaign()
    anna = await staff(stage, language, user_id)
    await anna.tap("ml7-16")
    return anna


def doings(screen: ChatMessage) -> set[str]:
    """What the buttons about campaigns do."""
    packed = [button.data for button in screen.buttons if button.data.startswith("c1:")]
    return {Campaigning.unpack(data).do.value for data in packed}


def actions(stage: Stage) -> list[str]:
    """What has been logged."""
    return [row["action"] for row in rows(stage, "audit")]


def facts(stage: Stage) -> list[tuple[object, ...]]:
    """Of each campaign what can be changed."""
    return [tuple(row[name] for name in UNCHANGED) for row in rows(stage, "campaigns")]


async def documents(anna: Scene) -> list[ChatMessage]:
    """The files that the bot has sent."""
    return [m for m in await anna.bot() if m.document]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_list_and_a_page(stage: Stage, language: str) -> None:
    """From the menu to a campaign and back, all in one message."""
    await stage.campaign("first")
    await stage.campaign("second", mode=None)
    anna = await staff(stage, language)
    listed = await anna.screen()
    assert listed.text.index("Event second") < listed.text.index("Event first")
    assert anna.word("campaign-status-running") in listed.text
    shown = await anna.tap("first")
    assert await anna.state() == "campaign"
    for words in (
        "Event first",
        stage.app.speech.house.deep_link("first"),
        anna.word("campaign-version-express"),
        anna.word("campaign-dates-none"),
        anna.word("campaign-status-running"),
    ):
        assert words in shown.text
    assert doings(shown) == {
        *(CampaignDo.CODE, CampaignDo.POSTER, CampaignDo.SOURCES, CampaignDo.PAUSE),
        *(CampaignDo.CLONE, CampaignDo.TITLE, CampaignDo.DAYS, CampaignDo.LIST),
    }
    (copying,) = [button for button in shown.buttons if button.copy_text]
    assert copying.copy_text == stage.app.speech.house.deep_link("first")
    back = await anna.press("button-back")
    assert back.id == shown.id == listed.id
    assert await anna.state() == "campaigns"
    await anna.press("button-back")
    assert await anna.state() == "admin"


async def test_no_campaigns(stage: Stage) -> None:
    """Says so, and offers the first one."""
    anna = await staff(stage)
    screen = await anna.screen()
    assert anna.word("campaigns", count=0).split("</b>")[1] in screen.text
    assert doings(screen) == {CampaignDo.NEW}


async def test_pages_of_the_list(stage: Stage) -> None:
    """Eight a page; from a campaign of the second page one comes back there."""
    for number in range(17):
        await stage.campaign(f"c{number:02}")
    anna = await staff(stage)
    assert [b.text for b in (await anna.screen()).buttons][:8] == [
        f"c{n:02}" for n in range(16, 8, -1)
    ]
    await anna.press("button-older")
    await anna.tap("c08")
    screen = await anna.press("button-back")
    assert "Event c08" in screen.text
    last = await anna.press("button-older")
    assert "Event c00" in last.text
    assert anna.word("button-older") not in {button.text for button in last.buttons}
    beyond = await anna.forge(Campaigning(do=CampaignDo.LIST, n=2**63 - 1).pack())
    assert "Event c00" in beyond.text
    await anna.press("button-newer")
    await anna.press("button-newer")
    assert "Event c16" in (await anna.screen()).text


@pytest.mark.parametrize("data", ["c1:list:-1:", f"c1:page:{2**63}:", "c1:page:x:", "c1:fly:1:"])
async def test_broken_buttons(stage: Stage, data: str) -> None:
    """Numbers that no database takes, and doings that there are not."""
    anna = await page(stage)
    before = await anna.known()
    await anna.forge(data)
    assert await anna.toast() == anna.word("toast-foreign")
    assert (await anna.known()).context == before.context


async def test_the_analyst(stage: Stage) -> None:
    """Sees the list and a campaign, takes pictures away, and changes nothing."""
    anna = await page(stage, user_id=ANALYST)
    assert doings(await anna.screen()) == {
        *(CampaignDo.CODE, CampaignDo.POSTER, CampaignDo.SOURCES, CampaignDo.LIST)
    }
    before = facts(stage)
    (row,) = rows(stage, "campaigns")
    for do in CHANGING:
        for chosen in ("", "today"):
            await anna.forge(Campaigning(do=do, n=row["id"], v=chosen).pack())
            assert await anna.toast() == anna.word("toast-not-yours"), do
            assert await anna.state() == "campaign", do
    await anna.forge(Drafting(step="new_campaign", v="next").pack())
    assert await anna.toast() == anna.word("toast-not-yours")
    assert facts(stage) == before
    assert set(actions(stage)) == {"refused"}
    await anna.press("button-back")
    assert doings(await anna.screen()) == {CampaignDo.PAGE}


async def test_a_stranger(stage: Stage) -> None:
    """Every button of campaigns, forged in the middle of a test: nothing, and it is logged."""
    await stage.campaign()
    boris = await scene(stage)
    await boris.begin("ml7-16")
    standing, before = await boris.standing(), facts(stage)
    (row,) = rows(stage, "campaigns")
    forged = [Campaigning(do=do, n=row["id"], v="ru").pack() for do in CampaignDo]
    forged.append(Drafting(step="new_review", v="next").pack())
    for data in forged:
        screen = await boris.forge(data)
        assert await boris.toast() == boris.word("toast-not-yours"), data
        assert "t.me" not in screen.text
        assert await boris.standing() == standing
    assert facts(stage) == before
    assert rows(stage, "deliveries") == []
    assert (actions(stage), refusals(stage)) == (["refused"], len(forged))


@pytest.mark.parametrize("place", ["campaigns", "campaign", "campaign_title", "new_title"])
async def test_rights_that_were_taken_away(stage: Stage, place: str) -> None:
    """The place may be left from before: it shows nothing and takes nothing any longer."""
    anna = await page(stage)
    before = facts(stage)
    if place == "campaigns":
        await anna.press("button-back")
    elif place == "campaign_title":
        await anna.press("button-title")
    elif place == "new_title":
        await anna.press("button-clone")
        await anna.tap("ml7-16-2")
    assert await anna.state() == place
    object.__setattr__(stage.app.speech.house, "admins", frozenset())
    screen = await anna.say("Another title")
    assert "ml7-16" not in screen.text
    assert "Event" not in screen.text
    assert facts(stage) == before


async def test_pause_and_open(stage: Stage) -> None:
    """One tap each way; delivered twice it is done and logged once."""
    anna = await page(stage)
    for key, is_open, action in (
        ("button-pause-campaign", 0, "campaign_paused"),
        ("button-open-campaign", 1, "campaign_opened"),
    ):
        screen = await anna.press(key)
        await stage.people.control("redeliver")
        await quiet(stage)
        assert [row["is_open"] for row in rows(stage, "campaigns")] == [is_open]
        status = "running" if is_open else "paused"
        assert anna.word(f"campaign-status-{status}") in screen.text
        assert actions(stage).count(action) == 1
    (row,) = rows(stage, "campaigns")
    await anna.forge(Campaigning(do=CampaignDo.OPEN, n=row["id"]).pack())
    assert actions(stage).count("campaign_opened") == 1


async def test_campaigns_that_there_are_not(stage: Stage) -> None:
    """Forged numbers change nothing and bring nothing."""
    anna = await page(stage)
    before = facts(stage)
    for do in sorted(set(CampaignDo) - {CampaignDo.LIST, CampaignDo.NEW}):
        await anna.forge(Campaigning(do=do, n=999, v="ru").pack())
        assert await anna.state() == "campaign", do
    assert facts(stage) == before
    assert actions(stage) == []
    assert rows(stage, "deliveries") == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_another_title(stage: Stage, language: str) -> None:
    """Too long is told with its length and loses nothing; the link stays as it was."""
    anna = await page(stage, language)
    asked = await anna.press("button-title")
    assert "Event ml7-16" in asked.text
    screen = await anna.say("т" * 121)
    assert anna.word("notice-campaign-title", count=121, limit=120) in screen.text
    screen = await anna.say(" <b>Нова</b>\n  назва ")
    assert anna.word("notice-campaign-saved") in screen.text
    assert "<b>Нова</b> назва" in screen.text
    assert await anna.state() == "campaign"
    assert [row["title"] for row in rows(stage, "campaigns")] == ["<b>Нова</b> назва"]
    assert rows(stage, "audit")[-1]["action"] == "campaign_changed"
    boris = await scene(stage)
    assert "<b>Нова</b> назва" in (await boris.open("ml7-16")).text


def moments(stage: Stage) -> tuple[datetime | None, datetime | None]:
    """When the only campaign opens and closes."""
    (row,) = rows(stage, "campaigns")
    opens_at, closes_at = (
        None if row[name] is None else datetime.fromtimestamp(row[name] / 1000, UTC)
        for name in ("opens_at", "closes_at")
    )
    return opens_at, closes_at


async def test_other_days(start_stage: StartStage) -> None:
    """Typed or by a button; in the operator's time zone; taken away again."""
    stage = await start_stage(time_zone="America/Toronto")
    zone = ZoneInfo("America/Toronto")
    anna = await page(stage)
    asked = await anna.press("button-days")
    assert "America/Toronto" in asked.text
    for typed, fault in (("soon", "unclear"), ("31.04", "none"), ("01.01.2020", "past")):
        screen = await anna.say(typed)
        assert anna.word(f"days-{fault}") in screen.text
        assert await anna.state() == "campaign_days"
    today = stage.clock().astimezone(zone).date()
    year = today.year + 1
    screen = await anna.say(f"16.05–18.05.{year}")
    assert f"16 May {year} – 18 May {year}" in screen.text
    assert anna.word("campaign-status-early") in screen.text
    assert moments(stage) == (
        datetime(year, 5, 16, 4, tzinfo=UTC),
        datetime(year, 5, 19, 4, tzinfo=UTC),
    )
    await anna.press("button-days")
    await anna.press("button-days-today")
    midnight = datetime.combine(today, datetime.min.time(), zone)
    assert moments(stage) == (midnight, midnight + timedelta(days=1))
    await anna.press("button-days")
    screen = await anna.press("button-days-none")
    assert anna.word("campaign-dates-none") in screen.text
    assert moments(stage) == (None, None)
    assert actions(stage) == ["campaign_changed"] * 3
    (row,) = rows(stage, "campaigns")
    for chosen in ("", "never", "2026-01-01"):
        await anna.forge(Campaigning(do=CampaignDo.SET_DAYS, n=row["id"], v=chosen).pack())
    assert moments(stage) == (None, None)


@pytest.mark.parametrize("user_id", [ADMIN, ANALYST])
async def test_the_picture_of_the_code(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, user_id: int
) -> None:
    """A picture with the link under it, once however often it is asked for at once."""
    drawn: list[CodeFacts] = []

    async def draw(_studio: object, facts: CodeFacts) -> bytes:
        drawn.append(facts)
        return PIXEL

    monkeypatch.setattr("results.studio.Studio.code", draw)
    anna = await page(stage, user_id=user_id)
    await anna.press("button-qr")
    assert await anna.toast() == anna.word("toast-making")
    (picture,) = [m for m in await anna.bot() if m.photo]
    link = stage.app.speech.house.deep_link("ml7-16")
    assert picture.caption == f"Event ml7-16\n{link}"
    (told,) = drawn
    assert (told.link, told.code, told.title) == (link, "ml7-16", "Event ml7-16")
    assert f"@{stage.app.speech.house.username}" in told.caption
    assert "/code ml7-16" in told.caption
    assert await anna.state() == "campaign"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_poster(stage: Stage, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """Asks for the language, which may be another than one's own; comes as a document."""
    told: list[PosterFacts] = []

    async def draw(_studio: object, facts: PosterFacts) -> bytes:
        told.append(facts)
        return b"%PDF-1.7"

    monkeypatch.setattr("results.studio.Studio.poster", draw)
    anna = await page(stage, "en", ANALYST)
    asked = await anna.press("button-poster")
    choice = next(b for b in asked.buttons if b.data.endswith(f":{language}"))
    await anna.tap(choice.text)
    (file,) = await documents(anna)
    assert file.document_name == f"ml7-16-poster-{language}.pdf"
    assert await anna.person.download(file) == b"%PDF-1.7"
    (facts,) = told
    assert facts.language == language
    assert "16" in facts.lead
    assert "3" in facts.lead
    assert "5" in facts.privacy
    assert len(facts.steps) == 3
    assert "/code ml7-16" in facts.code_caption
    (row,) = rows(stage, "campaigns")
    await anna.forge(Campaigning(do=CampaignDo.PRINT, n=row["id"], v="de").pack())
    assert len(await documents(anna)) == 1


async def test_sources(stage: Stage) -> None:
    """Arrived, consented, begun and finished, by the link and by a card passed on."""
    await stage.campaign()
    boris = await scene(stage)
    await boris.begin("ml7-16")
    await boris.answer("9")
    await boris.leap("own_nps_reason", 3)
    await boris.press("button-skip")
    for payload in ("ml7-16", "s_ml7-16", "s_ml7-16", "", "nobody", "s_card"):
        one = await scene(stage)
        await one.open(payload)
    copy = await scene(stage)
    await copy.agree("s_ml7-16")
    anna = await staff(stage)
    listed = await anna.screen()
    assert anna.word("campaign-taken", begun=1, finished=1) in listed.text
    # Anna came without a code, too, and Boris when he went on.
    assert anna.word("campaigns-elsewhere", direct=3, unknown=1, cards=1) in listed.text
    page = await anna.tap("ml7-16")
    counts = anna.word("campaign-counts", started=2, consented=1, begun=1, finished=1)
    assert counts in page.text
    screen = await anna.press("button-sources")
    copies = anna.word("campaign-counts", started=3, consented=1, begun=0, finished=0)
    today = stage.app.speech.texts.date("en", _today(stage))
    days = anna.word("source-days", first=today, latest=today)
    for words in (counts, copies, anna.word("source-share", share=100), days):
        assert words in screen.text
    await anna.press("button-back")
    assert await anna.state() == "campaign"


def _today(stage: Stage) -> date:
    return stage.clock().astimezone(stage.app.speech.house.zone).date()


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763"
    "f8ffff3f0005fe02fedccc59e70000000049454e44ae426082"
)
"""A picture of one pixel."""
