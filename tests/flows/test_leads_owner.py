"""The contacts in the admin's chat: list, result, file; nobody else gets any of it."""

import csv
import zipfile
from io import BytesIO, StringIO

import pytest

from domain.languages import LANGUAGES
from domain.lead import Contact
from domain.person import Person
from domain.scoring import score
from handlers.callbacks import LeadsStep, LeadsTap
from handlers.parcels.packer import MAKERS
from handlers.views.leads import PAGE
from preview.screen import ChatMessage
from storage.records import Records
from tests.support.made import answered, begun
from tests.support.scene import Scene, refusals, rows, scene
from tests.support.stage import ADMIN, ANALYST, Stage

TAPS = [
    LeadsTap(do=step, arg=arg)
    for step, arg in (
        (LeadsStep.LIST, "0"),
        (LeadsStep.OPEN, "1"),
        (LeadsStep.CARD, "1"),
        (LeadsStep.FILE, "csv"),
        (LeadsStep.FILE_YES, "csv"),
    )
]


async def contacts(stage: Stage, number: int, words: str = "@nick_") -> list[int]:
    """People with a result each, who have left a contact; the row numbers."""
    await stage.campaign()
    library, made = stage.app.speech.library, []
    for count in range(number):
        boris = await scene(stage)
        await boris.agree("ml7-16")
        known = await boris.known()

        async def unit(records: Records, known: Person = known, count: int = count) -> int:
            attempt, now = answered(begun(library)), stage.clock()
            row = await records.attempts.create(known, attempt, now)
            await records.attempts.finish(row, attempt, score(attempt), now)
            contact = Contact(f"{words}{count}", "=1+1")
            return await records.leads.leave(known.id, row, contact, "v", now)

        made.append(await stage.app.database.write(unit))
    return made


async def staff(stage: Stage, user_id: int = ADMIN, language: str = "en") -> Scene:
    """Somebody of the owner's side at their menu."""
    admin = await scene(stage, language, user_id=user_id)
    await admin.agree()
    await admin.say("/admin")
    return admin


async def documents(anna: Scene) -> list[ChatMessage]:
    """The files in a chat."""
    return [m for m in await anna.bot() if m.document]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_list(stage: Stage, language: str) -> None:
    """Newest first, by pages; one opens with its result and leads back to its page."""
    await contacts(stage, PAGE + 2)
    admin = await staff(stage, language=language)
    first = await admin.press("button-leads")
    assert "@nick_6" in first.text.split("\n\n")[1]
    assert "@nick_1" not in first.text
    assert "Event ml7-16" in first.text
    second = await admin.press("button-leads-older")
    assert second.text.index("@nick_1") < second.text.index("@nick_0")
    opened = await admin.tap(str(PAGE + 1))
    assert await admin.state() == "lead"
    assert "@nick_1" in opened.text
    assert admin.word("level-systematic") in opened.text
    picture = await admin.press("button-lead-card")
    assert picture.photo
    await admin.press("button-back")
    assert "@nick_1" in (await admin.person.screen()).text
    await admin.press("button-leads-newer")
    await admin.press("button-back")
    assert await admin.state() == "admin"


async def test_an_empty_list(stage: Stage) -> None:
    """Says so, and leads back."""
    admin = await staff(stage)
    screen = await admin.press("button-leads")
    assert screen.text == admin.word("leads-none")
    await admin.press("button-back")
    assert await admin.state() == "admin"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_the_file(stage: Stage, form: str) -> None:
    """Confirmed first, logged; formulas stand there as text."""
    await contacts(stage, 2, "=cmd|")
    admin = await staff(stage)
    await admin.press("button-leads")
    asked = await admin.press(f"button-leads-{form}")
    assert asked.text == admin.word("leads-confirm", format=form.upper())
    assert await documents(admin) == []
    await admin.press("button-export-confirm")
    (file,) = await documents(admin)
    content = await admin.person.download(file)
    if form == "csv":
        assert content.startswith(b"\xef\xbb\xbf")
        table = list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))
        assert [row[admin.word("leads-column-contact")] for row in table] == [
            "'=cmd|1",
            "'=cmd|0",
        ]
        assert {row[admin.word("leads-column-name")] for row in table} == {"'=1+1"}
        assert {row[admin.word("leads-column-total")] for row in table} == {"75"}
    else:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            assert not any(b"<f>" in parts.read(part) for part in parts.namelist())
    (entry,) = rows(stage, "audit")
    assert entry["action"] == "export"
    assert "contacts" in entry["details"]
    await stage.people.control("redeliver")
    assert len(await documents(admin)) == 1


async def test_the_file_needs_its_confirmation(stage: Stage) -> None:
    """Forged, of another format, or after leaving: nothing is made."""
    await contacts(stage, 1)
    admin = await staff(stage)
    await admin.press("button-leads")
    for arg in ("csv", "", "exe"):
        await admin.forge(LeadsTap(do=LeadsStep.FILE_YES, arg=arg).pack())
    await admin.press("button-leads-csv")
    for arg in ("xlsx", "../x"):
        await admin.forge(LeadsTap(do=LeadsStep.FILE_YES, arg=arg).pack())
    await admin.press("button-cancel-plain")
    for arg in ("jsonl", "", "../x"):
        await admin.forge(LeadsTap(do=LeadsStep.FILE, arg=arg).pack())
        assert await admin.state() == "leads"
    assert await documents(admin) == []
    assert rows(stage, "audit") == []


@pytest.mark.parametrize("who", ["stranger", "analyst"])
async def test_nobody_else(stage: Stage, who: str) -> None:
    """Every button forged: refused and logged; no contact leaves the database."""
    await contacts(stage, 1)
    someone = await staff(stage, ANALYST) if who == "analyst" else await scene(stage, "en")
    if who == "stranger":
        await someone.agree()
    assert someone.word("button-leads") not in {b.text for b in (await someone.screen()).buttons}
    before, seen = await someone.state(), refusals(stage)
    for count, tap in enumerate(TAPS, start=1):
        await someone.forge(tap.pack())
        assert await someone.toast() == someone.word("toast-not-yours")
        assert await someone.state() == before
        assert refusals(stage) == seen + count
    assert not [m for m in await someone.bot() if "@nick_" in m.text or m.photo or m.document]
    assert rows(stage, "deliveries") == []


@pytest.mark.parametrize("place", ["leads", "lead", "leads_export"])
async def test_rights_that_were_taken_away(stage: Stage, place: str) -> None:
    """The place may be left from before: it shows no contact any longer."""
    await contacts(stage, 1)
    admin = await staff(stage)
    await admin.press("button-leads")
    if place == "lead":
        await admin.tap("1")
    if place == "leads_export":
        await admin.press("button-leads-csv")
    assert await admin.state() == place
    object.__setattr__(stage.app.speech.house, "admins", frozenset())
    screen = await admin.say("?")
    assert "@nick_" not in screen.text
    assert not [b.data for b in screen.buttons if b.data.startswith(("k1:", "o1:", "c1:"))]


@pytest.mark.parametrize("kind", ["lead", "lead_card", "leads"])
async def test_rights_taken_away_before_it_is_brought(stage: Stage, kind: str) -> None:
    """What waits is checked once more when it is made."""
    (row,) = await contacts(stage, 1)
    admin = await staff(stage)
    known = await admin.known()
    object.__setattr__(stage.app.speech.house, "admins", frozenset())
    payload: dict[str, str | int] = {"lead": row, "format": "csv", "language": "en"}
    before = len(await admin.bot())

    async def order(records: Records) -> None:
        await records.deliveries.add(known.id, kind, stage.clock(), **payload)

    assert kind in MAKERS
    await stage.app.database.write(order)
    stage.app.courier.wake(known.id)
    assert len(await admin.bot()) == before
    assert rows(stage, "deliveries") == []


async def test_odd_numbers(stage: Stage) -> None:
    """Pages and rows that are none: the list, or a word that the button is old."""
    await contacts(stage, 1)
    admin = await staff(stage)
    for arg in ("", "-1", "x", "9" * 40, "²"):
        for step in (LeadsStep.LIST, LeadsStep.OPEN, LeadsStep.CARD):
            await admin.forge(LeadsTap(do=step, arg=arg).pack())
            assert await admin.state() in {"leads", "admin"}
    assert "@nick_0" in (await admin.screen()).text
