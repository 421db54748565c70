"""The owner's side in the chat: who may what, campaigns, exports."""

import re
import zipfile
from io import BytesIO

import pytest

from handlers.callbacks import Go, To
from preview.screen import ChatMessage
from tests.support.scene import Scene, rows, scene
from tests.support.stage import ADMIN, ANALYST, Stage

STAFF_ONLY = (
    Go(to=To.ADMIN), Go(to=To.NEW_CAMPAIGN), Go(to=To.SWITCH, arg="1"), Go(to=To.EXPORT),
    Go(to=To.REPORT), Go(to=To.ROWS, arg="csv"), Go(to=To.ROWS_YES, arg="csv"),
)  # fmt: skip
ADMINS_ONLY = (*STAFF_ONLY[1:3], *STAFF_ONLY[5:])


async def _staff(stage: Stage, user_id: int, language: str = "en") -> Scene:
    anna = await scene(stage, language, user_id=user_id)
    await anna.agree()
    await anna.say("/admin")
    return anna


def _data(screen: ChatMessage) -> set[str]:
    return {button.data.split(":")[1] for button in screen.buttons}


async def _documents(anna: Scene) -> list[ChatMessage]:
    return [m for m in await anna.bot() if m.document]


async def test_the_admin_s_menu(stage: Stage) -> None:
    """Counts, campaigns with their links, everything to do."""
    await stage.campaign()
    admin = await _staff(stage, ADMIN)
    screen = await admin.screen()
    assert await admin.state() == "admin"
    assert _data(screen) == {To.NEW_CAMPAIGN, To.EXPORT, To.SWITCH}
    assert "Event ml7-16" in screen.text
    assert stage.app.speech.house.deep_link("ml7-16") in screen.text


async def test_the_analyst_s_menu(stage: Stage) -> None:
    """Aggregates and nothing that changes or shows single people."""
    await stage.campaign()
    analyst = await _staff(stage, ANALYST)
    assert _data(await analyst.screen()) == {To.EXPORT}
    assert _data(await analyst.press("button-export")) == {To.REPORT, To.ADMIN}


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


async def test_help_for_staff(stage: Stage) -> None:
    """Those who may are told of the command."""
    admin = await _staff(stage, ADMIN)
    assert admin.word("help-admin") in (await admin.say("/help")).text


async def _is_untouched(boris: Scene, state: str) -> None:
    assert await boris.state() == state
    assert await boris.toast() == boris.word("toast-not-yours")
    assert await _documents(boris) == []
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


async def test_forged_buttons_of_an_analyst(stage: Stage) -> None:
    """What only admins may is refused to them as to anybody."""
    await stage.campaign()
    analyst = await _staff(stage, ANALYST)
    for data in ADMINS_ONLY:
        await analyst.forge(data.pack())
        await _is_untouched(analyst, "admin")


async def test_rights_that_were_taken_away(stage: Stage) -> None:
    """The place may be left from before; what is typed there does nothing any longer."""
    admin = await _staff(stage, ADMIN)
    await admin.press("button-new-campaign")
    object.__setattr__(stage.app.speech.house, "admins", frozenset())
    screen = await admin.say("new1 Title")
    assert admin.word("notice-unknown-command") in screen.text
    assert rows(stage, "campaigns") == []
    screen = await admin.say("/admin")
    assert "Title" not in screen.text


GOOD = {
    "ml7-16 Marketing, 16 May": ("ml7-16", "Marketing, 16 May"),
    "ML7-17   <b>A & B</b>": ("ml7-17", "<b>A & B</b>"),
    "x Y": ("x", "Y"),
    "c" * 62 + " T": ("c" * 62, "T"),
    "code " + "т" * 120: ("code", "т" * 120),
    "lines two\nlines": ("lines", "two lines"),
}


async def test_a_new_campaign(stage: Stage) -> None:
    """Code and title; the link comes at once, opens the short version, and works."""
    admin = await _staff(stage, ADMIN)
    for typed, (code, title) in GOOD.items():
        await admin.press("button-new-campaign")
        screen = await admin.say(typed)
        row = rows(stage, "campaigns")[-1]
        assert (row["code"], row["title"], row["mode"]) == (code, title, "express")
        assert stage.app.speech.house.deep_link(code) in screen.text
        assert title in screen.text
        boris = await scene(stage)
        assert title in (await boris.open(code)).text
        assert len(f"s_{code}") <= 64


BAD = (
    "code", "code ", "кодъ Название", "c" * 63 + " T", "code " + "т" * 121, "a b" * 1365,
    "s_x Title", "S_X Title", "a.b Title", "=1+1 Title", "🙂 Title", " Title", "code\u00a0",
)  # fmt: skip


async def test_a_bad_campaign(stage: Stage) -> None:
    """Told what is expected; asked again."""
    admin = await _staff(stage, ADMIN)
    await admin.press("button-new-campaign")
    for typed in BAD:
        screen = await admin.say(typed)
        assert admin.word("notice-campaign-code") in screen.text, typed
        assert rows(stage, "campaigns") == []
        assert await admin.state() == "new_campaign"
    await admin.press("button-cancel-plain")
    assert await admin.state() == "admin"


async def test_a_taken_code(stage: Stage) -> None:
    """Upper or lower case; also if the same message is delivered twice."""
    await stage.campaign("ml7-16")
    admin = await _staff(stage, ADMIN)
    await admin.press("button-new-campaign")
    screen = await admin.say("ML7-16 Again")
    assert admin.word("notice-campaign-taken", code="ml7-16") in screen.text
    await admin.say("ml7-17 Next")
    assert await admin.state() == "admin"
    await stage.people.control("redeliver")
    screen = await admin.screen()
    assert "ml7-17" in screen.text
    assert len(rows(stage, "campaigns")) == 2


async def test_pause_and_open_a_campaign(stage: Stage) -> None:
    """In one tap each way; a tap delivered twice does it once."""
    await stage.campaign()
    admin = await _staff(stage, ADMIN)
    for is_open, label in ((0, "⏸ ml7-16"), (1, "▶ ml7-16")):
        await admin.tap(label)
        assert [row["is_open"] for row in rows(stage, "campaigns")] == [is_open]
        await stage.people.control("redeliver")
        await admin.screen()
        assert [row["is_open"] for row in rows(stage, "campaigns")] == [is_open]


async def test_a_forged_switch(stage: Stage) -> None:
    """A campaign that is none: nothing is switched."""
    await stage.campaign()
    admin = await _staff(stage, ADMIN)
    for arg in ("", "0", "999", "one", "1 OR 1=1", "-1"):
        await admin.forge(Go(to=To.SWITCH, arg=arg).pack())
        assert [row["is_open"] for row in rows(stage, "campaigns")] == [1], arg
        assert await admin.state() == "admin"


async def _answered_by(stage: Stage, number: int) -> list[Scene]:
    await stage.campaign()
    everybody = []
    for _ in range(number):
        boris = await scene(stage)
        await boris.begin("ml7-16")
        await boris.answer("9")
        await boris.leap("own_nps_reason", 3)
        await boris.say("=секрет(1)")
        await boris.press("button-next")
        everybody.append(boris)
    return everybody


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
async def test_rows_for_the_admin(stage: Stage, form: str) -> None:
    """After the confirmation, without names or words; noted in the log."""
    (boris,) = await _answered_by(stage, 1)
    admin = await _staff(stage, ADMIN)
    await admin.press("button-export")
    asked = await admin.press(f"button-export-{form}")
    assert await admin.state() == "export_rows"
    assert await _documents(admin) == []
    assert admin.word("export-confirm", format=form.upper()) == asked.text
    await admin.press("button-export-confirm")
    (file,) = await _documents(admin)
    assert re.search(rf"\.({form}|zip)$", file.document_name)
    content = await admin.person.download(file)
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    for secret in (str(boris.person.id), "Anna", "секрет"):
        assert secret.encode() not in content
    assert b"1.2" in content or b"c1_2" in content
    assert [row["action"] for row in rows(stage, "audit")] == ["export"]
    assert await admin.state() == "export"


async def test_rows_need_their_confirmation(stage: Stage) -> None:
    """Forged, of another format, or after leaving: nothing is made."""
    await _answered_by(stage, 1)
    admin = await _staff(stage, ADMIN)
    await admin.forge(Go(to=To.ROWS_YES, arg="csv").pack())
    await admin.press("button-export")
    await admin.press("button-export-csv")
    for arg in ("xlsx", "", "exe", "csv.xlsx"):
        await admin.forge(Go(to=To.ROWS_YES, arg=arg).pack())
    await admin.press("button-cancel-plain")
    await admin.forge(Go(to=To.ROWS_YES, arg="csv").pack())
    for arg in ("", "exe", "../x"):
        await admin.forge(Go(to=To.ROWS, arg=arg).pack())
        assert await admin.state() == "export"
    assert await _documents(admin) == []
    assert rows(stage, "audit") == []


@pytest.mark.parametrize("user_id", [ADMIN, ANALYST])
async def test_the_report(stage: Stage, user_id: int) -> None:
    """Aggregates as a workbook, for the analyst as well; noted in the log."""
    await _answered_by(stage, 1)
    staff = await _staff(stage, user_id)
    await staff.press("button-export")
    await staff.press("button-export-report")
    assert await staff.toast() == staff.word("toast-making")
    (file,) = await _documents(staff)
    assert file.document_name.endswith(".xlsx")
    assert zipfile.is_zipfile(BytesIO(await staff.person.download(file)))
    assert [row["action"] for row in rows(stage, "audit")] == ["export"]


async def test_an_export_twice(stage: Stage) -> None:
    """A confirmation tapped twice makes one file."""
    await _answered_by(stage, 1)
    admin = await _staff(stage, ADMIN)
    await admin.press("button-export")
    asked = await admin.press("button-export-csv")
    data = asked.rows[0][0].data
    admin.taps += [await admin.person.tap_old(asked.id, data) for _ in range(2)]
    assert len(await _documents(admin)) == 1
    await stage.people.control("redeliver")
    assert len(await _documents(admin)) == 1


async def test_the_admin_s_own_test_is_a_trial(stage: Stage) -> None:
    """It never counts: not in the overview, not in an export's rows."""
    await stage.campaign()
    admin = await scene(stage, "en", user_id=ADMIN)
    await admin.begin("ml7-16")
    await admin.answer("9")
    await admin.leap("own_nps_reason", 3)
    await admin.press("button-skip")
    assert [row["is_trial"] for row in rows(stage, "attempts")] == [1]
    screen = await admin.say("/admin")
    (finished,) = re.findall(r"finished: (\d+)", screen.text)
    assert finished == "0"
