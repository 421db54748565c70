"""What staff take away, and the log of it: rows, reports, who and when."""

import json
import re
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest

from domain.languages import LANGUAGES
from handlers.callbacks import Go, To
from tests.support.scene import rows, scene
from tests.support.staff import answered_by, as_staff, documents
from tests.support.stage import ADMIN, ANALYST, Stage


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
async def test_rows_for_the_admin(stage: Stage, form: str) -> None:
    """After the confirmation, without names or words; noted in the log."""
    (boris,) = await answered_by(stage, 1)
    admin = await as_staff(stage, ADMIN)
    await admin.press("button-export")
    asked = await admin.press(f"button-export-{form}")
    assert await admin.state() == "export_rows"
    assert await documents(admin) == []
    for said in (admin.word("export-rows", format=form.upper()), admin.word("export-confirm")):
        assert re.sub("<[^>]*>", "", said) in asked.text
    await admin.press("button-export-confirm")
    (file,) = await documents(admin)
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
    await answered_by(stage, 1)
    admin = await as_staff(stage, ADMIN)
    await admin.forge(Go(to=To.ROWS_YES, arg="csv").pack())
    await admin.press("button-export")
    await admin.press("button-export-csv")
    for arg in ("xlsx", "", "exe", "csv.xlsx"):
        await admin.forge(Go(to=To.ROWS_YES, arg=arg).pack())
    await admin.press("button-cancel-plain")
    await admin.forge(Go(to=To.ROWS_YES, arg="csv").pack())
    assert await documents(admin) == []
    assert rows(stage, "audit") == []


@pytest.mark.parametrize("user_id", [ADMIN, ANALYST])
async def test_the_report(stage: Stage, user_id: int) -> None:
    """Aggregates as a workbook, for the analyst as well; noted in the log."""
    await answered_by(stage, 1)
    staff = await as_staff(stage, user_id)
    await staff.press("button-export")
    await staff.press("button-export-report")
    assert await staff.toast() == staff.word("toast-making")
    (file,) = await documents(staff)
    assert file.document_name.endswith(".xlsx")
    assert zipfile.is_zipfile(BytesIO(await staff.person.download(file)))
    assert [row["action"] for row in rows(stage, "audit")] == ["export"]


async def test_an_export_twice(stage: Stage) -> None:
    """A confirmation tapped twice makes one file."""
    await answered_by(stage, 1)
    admin = await as_staff(stage, ADMIN)
    await admin.press("button-export")
    asked = await admin.press("button-export-csv")
    data = asked.rows[0][0].data
    admin.taps += [await admin.person.tap_old(asked.id, data) for _ in range(2)]
    assert len(await documents(admin)) == 1
    await stage.people.control("redeliver")
    assert len(await documents(admin)) == 1


async def test_rows_of_a_campaign_and_a_period(stage: Stage) -> None:
    """What is chosen stays, is named before it is confirmed, and is what comes; logged."""
    await answered_by(stage, 2)
    stage.clock.ahead += timedelta(days=8)
    await stage.campaign("other")
    boris = await scene(stage)
    await boris.begin("other")
    await boris.answer("9")
    await boris.leap("own_nps_reason", 3)
    await boris.press("button-skip")
    admin = await as_staff(stage, ADMIN)
    screen = await admin.press("button-export")
    assert admin.word("export-ask-rows", count=3) in screen.text
    screen = await admin.press("button-period", days=7)
    assert admin.word("export-ask-rows", count=1) in screen.text
    assert "• " + admin.word("button-period", days=7) in {b.text for b in screen.buttons}
    await admin.press("button-campaign-chosen", title=admin.word("all-campaigns"))
    screen = await admin.tap("Event ml7-16")
    assert admin.word("export-ask-rows", count=0) in screen.text
    screen = await admin.press("button-export-csv")
    assert admin.word("export-nothing") in screen.text
    assert admin.word("button-export-confirm") not in {b.text for b in screen.buttons}
    await admin.forge(Go(to=To.ROWS_YES, arg="csv").pack())
    assert await documents(admin) == []
    await admin.press("button-back")
    await admin.press("button-campaign-chosen", title="Event ml7-16")
    await admin.tap("Event other")
    screen = await admin.press("button-export-jsonl")
    assert "Event other" in screen.text
    assert "1 completed test" in screen.text
    await admin.press("button-export-confirm")
    (file,) = await documents(admin)
    assert re.fullmatch(
        r"map-rows-other-from-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.jsonl", file.document_name
    )
    content = await admin.person.download(file)
    assert content.count(b"\n") == 1
    assert b'"campaign":"other"' in content
    (entry,) = rows(stage, "audit")
    details = json.loads(entry["details"])
    assert details.pop("since") in file.document_name
    assert details == {
        "kind": "rows", "format": "jsonl", "instrument": "map", "campaign": "other",
    }  # fmt: skip
    (screen,) = [message for message in await admin.bot() if message.rows]
    assert await admin.state() == "export"
    assert admin.word("button-campaign-chosen", title="Event other") in {
        button.text for button in screen.buttons
    }


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_log(stage: Stage, language: str) -> None:
    """Who, when and what, the latest first; strangers and people themselves have no name."""
    await answered_by(stage, 1)
    stranger = await scene(stage)
    await stranger.agree()
    await stranger.say("/admin")
    await stranger.say("/delete")
    await stranger.press("button-delete-confirm")
    analyst = await as_staff(stage, ANALYST)
    await analyst.press("button-export")
    await analyst.press("button-export-report")
    admin = await as_staff(stage, ADMIN, language)
    await admin.press("button-export")
    await admin.press("button-export-csv")
    await admin.press("button-export-confirm")
    await admin.say("/admin")
    screen = await admin.press("button-audit")
    _, *entries = screen.text.split("\n\n")
    by = ("by-staff", "by-staff", "by-self", "by-other")
    roles: tuple[dict[str, str | int], ...] = (
        {"role": "admin", "id": "1000"},
        {"role": "analyst", "id": "1001"},
        {},
        {},
    )
    actions = ("export", "export", "delete", "refused")
    for entry, who, facts, action in zip(entries, by, roles, actions, strict=True):
        assert admin.word(f"audit-{who}", **facts) in entry
        assert admin.word(f"audit-{action}") in entry
    assert admin.word("audit-rows", format="CSV") in entries[0]
    assert admin.word("audit-report") in entries[1]
    assert str(stranger.person.id) not in screen.text


async def test_the_log_is_paged(stage: Stage) -> None:
    """The latest thirty, eight a page."""
    stranger = await scene(stage)
    await stranger.agree()
    for _ in range(33):
        await stranger.say("/admin")
        stage.clock.ahead += timedelta(hours=2)  # else they would be one entry
    admin = await as_staff(stage, ADMIN)
    screen = await admin.press("button-audit")
    counts = []
    for page in (2, 3, 4, None):
        counts.append(screen.text.count(admin.word("audit-refused")))
        if page:
            screen = await admin.tap(f"{page} ›")
    assert counts == [8, 8, 8, 6]
    assert [b.text for b in screen.buttons] == ["‹ 3", admin.word("button-back")]
