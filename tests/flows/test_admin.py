"""The owner's side in the chat: who may what, campaigns, exports."""

from datetime import timedelta

import pytest
from aiogram.filters.callback_data import CallbackData

from domain.languages import LANGUAGES
from handlers.callbacks import At, Go, Look, To
from tests.support.places import WAYS, title_of
from tests.support.scene import Scene, refusals, rows, scene
from tests.support.staff import answered_by, as_staff, documents
from tests.support.stage import ADMIN, ANALYST, Stage

SEEN_BY_ALL_STAFF: tuple[CallbackData, ...] = (
    Go(to=To.ADMIN),
    Go(to=To.OVERVIEW, arg="map"),
    Go(to=To.OVERVIEW, arg="map.1"),
    Go(to=To.REPORT, arg="map"),
    Look(at=At.FIGURES),
    Look(at=At.FIGURES, choice="page.1"),
    Look(at=At.FUNNEL),
    Look(at=At.FUNNEL, choice="campaign.1"),
    Look(at=At.FUNNEL, choice="mode.full"),
    Look(at=At.CHOOSE, choice="campaign.funnel.0"),
    Look(at=At.CHOOSE, choice="test.export.0"),
    Look(at=At.EXPORT),
)
ADMINS_ONLY: tuple[CallbackData, ...] = (
    Look(at=At.AUDIT),
    Look(at=At.AUDIT, choice="page.1"),
    Look(at=At.EXPORT, choice="campaign.1"),
    Look(at=At.EXPORT, choice="days.7"),
    Look(at=At.CHOOSE, choice="campaign.export.0"),
    Go(to=To.ROWS, arg="csv"),
    Go(to=To.ROWS_YES, arg="csv"),
)
STAFF_ONLY = (*SEEN_BY_ALL_STAFF, *ADMINS_ONLY)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_admin_s_menu(stage: Stage, language: str) -> None:
    """Counts, a line a test, everything to do."""
    await stage.campaign()
    admin = await as_staff(stage, ADMIN, language)
    screen = await admin.screen()
    assert await admin.state() == "admin"
    labels = {button.text for button in screen.buttons}
    keys = ("figures", "campaigns", "funnel", "export", "leads", "audit")
    assert labels == {admin.word(f"button-{key}") for key in keys}
    assert title_of(admin, "map") in screen.text


async def test_the_analyst_s_menu(stage: Stage) -> None:
    """Aggregates and nothing that changes or shows single people."""
    await stage.campaign()
    analyst = await as_staff(stage, ANALYST)
    labels = {button.text for button in (await analyst.screen()).buttons}
    keys = ("figures", "campaigns", "funnel", "export")
    assert labels == {analyst.word(f"button-{key}") for key in keys}
    exports = await analyst.press("button-export")
    assert [button.text for button in exports.buttons] == [
        analyst.word("button-export-report"),
        analyst.word("button-test-chosen", title=title_of(analyst, "map")),
        analyst.word("button-back"),
    ]  # fmt: skip


@pytest.mark.parametrize("is_mid_test", [False, True])
async def test_a_stranger(stage: Stage, *, is_mid_test: bool) -> None:
    """`/admin` is no command for them; they stay where they are."""
    await stage.campaign()
    boris = await scene(stage)
    await boris.agree("ml7-16")
    if is_mid_test:
        await boris.press("button-skip-all")
    before = await boris.known()
    screen = await boris.say("/admin")
    assert boris.word("notice-unknown-command") in screen.text
    after = await boris.known()
    assert (after.state, after.attempt) == (before.state, before.attempt)
    assert "/admin" not in (await boris.say("/help")).text


async def test_a_stranger_who_has_not_agreed(stage: Stage) -> None:
    """Nothing but the consent for them; it is logged all the same, but not who it was."""
    await stage.campaign()
    boris = await scene(stage)
    assert boris.word("button-consent") in [b.text for b in (await boris.say("/admin")).buttons]
    for data in (Go(to=To.ADMIN), Look(at=At.AUDIT)):
        await boris.forge(data.pack())
        assert await boris.toast() == boris.word("toast-not-yours")
    assert await boris.state() == "welcome"
    logged = rows(stage, "audit")
    assert ([row["action"] for row in logged], refusals(stage)) == (["refused"], 3)
    admin = await as_staff(stage, ADMIN)
    told = (await admin.press("button-audit")).text
    assert (told.count(admin.word("audit-by-other")), "× 3" in told) == (1, True)
    ident = stage.app.database.cipher.ident(boris.person.id)
    assert ident not in {row["actor"] for row in logged}


async def test_help_foras_staff(stage: Stage) -> None:
    """Those who may are told of the command."""
    admin = await as_staff(stage, ADMIN)
    assert admin.word("help-admin") in (await admin.say("/help")).text


async def _is_untouched(boris: Scene, state: str) -> None:
    assert await boris.state() == state
    assert await boris.toast() == boris.word("toast-not-yours")
    assert await documents(boris) == []
    assert rows(boris.stage, "deliveries") == []
    assert {row["action"] for row in rows(boris.stage, "audit")} == {"refused"}
    assert [row["is_open"] for row in rows(boris.stage, "campaigns")] == [1]


async def test_forged_buttons_of_a_stranger(stage: Stage) -> None:
    """Every button of the owner's side: refused on the server, nothing happens."""
    await stage.campaign()
    boris = await scene(stage)
    await boris.begin("ml7-16")
    before = await boris.standing()
    for data in STAFF_ONLY:
        await boris.forge(data.pack())
        await _is_untouched(boris, "answering")
        assert await boris.standing() == before
    assert refusals(stage) == len(STAFF_ONLY)


async def test_forged_buttons_of_an_analyst(stage: Stage) -> None:
    """What only admins may is refused to them as to anybody."""
    await stage.campaign()
    analyst = await as_staff(stage, ANALYST)
    for data in ADMINS_ONLY:
        await analyst.forge(data.pack())
        await _is_untouched(analyst, "admin")


async def test_what_an_analyst_may_forge(stage: Stage) -> None:
    """The rest is theirs: no refusal, no rows."""
    await stage.campaign()
    analyst = await as_staff(stage, ANALYST)
    for data in SEEN_BY_ALL_STAFF:
        screen = await analyst.forge(data.pack())
        assert await analyst.toast() in {"", analyst.word("toast-making")}, data
        assert not any(":rows" in button.data for button in screen.buttons)
    assert "refused" not in {row["action"] for row in rows(stage, "audit")}


NONSENSE: tuple[CallbackData, ...] = (
    *(
        Look(at=at, choice=choice)
        for at in At
        for choice in (
            *("x", "test", "test.", "test.other", "campaign.", "campaign.999", "campaign.-1"),
            *("campaign.one", "campaign.1 OR 1=1", "campaign." + "9" * 40, "mode.", "mode.fast"),
            *("days.", "days.1", "days.-7", "days.٧", "page.", "page.-1", "page." + "9" * 30),
            *("campaign.admin.0", "campaign.funnel.", "campaign.funnel.x", "test.choose.0"),
        )
    ),
    *(Go(to=To.OVERVIEW, arg=arg) for arg in ("", "other", "map.", "map.999", "map.x", ".1")),
    *(Go(to=To.REPORT, arg=arg) for arg in ("", "other", "../x")),
    *(Go(to=To.ROWS, arg=arg) for arg in ("", "exe", "../x", "report")),
)


async def test_choices_that_are_not_offered(stage: Stage) -> None:
    """By nobody but a forger: nothing is made, and the place stays."""
    await stage.campaign()
    admin = await as_staff(stage, ADMIN)
    for data in NONSENSE:
        if data == Go(to=To.OVERVIEW, arg="map."):
            continue  # the same as all campaigns
        await admin.forge(data.pack())
        assert await admin.state() == "admin", data
    assert rows(stage, "deliveries") == rows(stage, "audit") == []
    assert [m for m in await admin.bot() if m.photo or m.document] == []


@pytest.mark.parametrize("place", ["audit", "funnel", "figures", "choosing", "export_rows"])
async def test_rights_that_were_taken_away(stage: Stage, place: str) -> None:
    """The place may be left from before: it shows nothing any longer."""
    await stage.campaign()
    admin = await as_staff(stage, ADMIN)
    await WAYS[place](admin)
    assert await admin.state() == place
    object.__setattr__(stage.app.speech.house, "admins", frozenset())
    screen = await admin.say("?")
    assert not any(button.data.startswith(("o1:", "c1:")) for button in screen.buttons)
    assert not any(":rows" in button.data for button in screen.buttons)
    assert admin.word("button-all") in {button.text for button in screen.buttons}


async def test_the_admin_s_own_test_is_a_trial(stage: Stage) -> None:
    """It never counts: not in the menu, not in the funnel, not in an export's rows."""
    await stage.campaign()
    admin = await scene(stage, "en", user_id=ADMIN)
    await admin.begin("ml7-16")
    await admin.answer("9")
    await admin.leap("own_nps_reason", 3)
    await admin.press("button-skip")
    assert [row["is_trial"] for row in rows(stage, "attempts")] == [1]
    screen = await admin.say("/admin")
    assert "tests finished: 0." in screen.text
    assert admin.word("funnel-nobody") in (await admin.press("button-funnel")).text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_funnel(stage: Stage, language: str) -> None:
    """Where people stop; those who have only just answered are under way, not gone."""
    await stage.campaign()
    await stage.campaign("other")
    for _ in range(5):
        boris = await scene(stage)
        await boris.begin("ml7-16")
        await boris.answer("9")
    admin = await as_staff(stage, ADMIN, language)
    screen = await admin.press("button-funnel")
    assert admin.word("funnel-others", under_way=5, stopped=0) in screen.text
    stage.clock.ahead += timedelta(hours=2)
    screen = await admin.press("button-refresh")
    assert admin.word("funnel-others", under_way=0, stopped=5) in screen.text
    question = stage.app.speech.library.instruments["map"].by_code["1.2"]
    asked = admin.word("funnel-question", number=3, name=question.name[language])
    assert admin.word("funnel-left", question=asked, count=5, share=100) in screen.text
    chooser = await admin.press("button-campaign-chosen", title=admin.word("all-campaigns"))
    assert await admin.state() == "choosing"
    assert [button.text for button in chooser.buttons] == [
        admin.word("button-all-campaigns"), "Event other", "Event ml7-16",
        admin.word("button-back"),
    ]  # fmt: skip
    screen = await admin.tap("Event other")
    assert await admin.state() == "funnel"
    assert "Event other" in screen.text
    assert admin.word("funnel-nobody") in screen.text
    await admin.press("button-campaign-chosen", title="Event other")
    screen = await admin.tap("Event ml7-16")
    assert admin.word("funnel-others", under_way=0, stopped=5) in screen.text
    assert len(await admin.bot()) <= 2


async def test_many_campaigns_are_paged(stage: Stage) -> None:
    """Eight a page, there and back, none twice."""
    for number in range(19):
        await stage.campaign(f"c{number}")
    admin = await as_staff(stage, ADMIN)
    await admin.press("button-funnel")
    screen = await admin.press("button-campaign-chosen", title=admin.word("all-campaigns"))
    seen: list[str] = []
    for page in (1, 2, 3):
        seen += [b.text for b in screen.buttons if b.text.startswith("Event")]
        if page < 3:
            screen = await admin.tap(f"{page + 1} ›")
    assert seen == [f"Event c{number}" for number in reversed(range(19))]
    screen = await admin.tap("‹ 2")
    assert "Event c10" in {button.text for button in screen.buttons}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 5])
async def test_the_overview(stage: Stage, language: str, number: int) -> None:
    """A picture with its words: figures from five people on, the reason before that."""
    await answered_by(stage, number)
    staff = await as_staff(stage, ANALYST, language)
    title = title_of(staff, "map")
    if number < 5:
        await staff.press("button-figures")
        await staff.tap(title)
    else:
        await staff.press("button-overview-of", title=title)
    assert await staff.toast() == staff.word("toast-making")
    (picture,) = [message for message in await staff.bot() if message.photo]
    few = staff.word("overview-hidden-few", threshold=5)
    assert (few in picture.caption) is (number < 5)
    assert ("+100" in picture.caption) is (number == 5)
    # Each came by the link; the plain start after it is no test's own.
    counted = staff.word("overview-counted-all", arrived=number, begun=number, finished=number)
    assert counted in picture.caption
    await stage.people.control("redeliver")
    assert len([message for message in await staff.bot() if message.photo]) == 1


async def test_the_overview_of_a_campaign(stage: Stage) -> None:
    """Only its own people; what is anonymous has none."""
    await answered_by(stage, 1)
    await stage.campaign("other")
    staff = await as_staff(stage, ADMIN)
    await staff.forge(Go(to=To.OVERVIEW, arg="map.2").pack())
    (picture,) = [message for message in await staff.bot() if message.photo]
    assert "Event other" in picture.caption
    assert staff.word("overview-hidden-nobody", threshold=5) in picture.caption
