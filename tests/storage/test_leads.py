"""Contacts: encrypted, one a person, and what a withdrawal leaves to be done."""

import csv
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from content.library import Library
from domain.lead import Contact
from domain.person import Delivery, Person
from handlers.states import Talk, name
from storage.database import Database
from storage.export.contacts import write_contacts
from storage.leads import SHOWING
from storage.models import leads, people, told_leads
from storage.records import Records
from tests.support.made import CHAT, NOW, answered, begun, counts, has_finished, rows, stored

ADMIN = CHAT + 50
CONTACT = Contact("+380501234567", "Гапка")


async def left(database: Database, library: Library, chat_id: int = CHAT) -> tuple[Person, int]:
    """Somebody who has left a contact, and its row number."""
    person = await stored(database, chat_id, consented_at=NOW)
    attempt = await has_finished(database, person, answered(begun(library)))
    row = await database.write(
        lambda r: r.leads.leave(person.id, attempt, CONTACT, "version", NOW)
    )
    return person, row


async def told(database: Database, row: int, receiver: Person, message_id: int = 7) -> None:
    """Notes that an admin's message shows a contact."""

    async def unit(records: Records) -> None:
        lead = await records.leads.by_id(row)
        assert lead is not None
        await records.leads.told(lead, receiver.id, message_id)

    await database.write(unit)


async def waiting(database: Database, receiver: Person) -> list[Delivery]:
    """What waits for somebody."""
    return await database.read(lambda r: r.deliveries.of_person(receiver.id))


async def test_a_contact_comes_back(database: Database, library: Library) -> None:
    """With its name and the result it is about, by person and by number."""
    person, row = await left(database, library)
    lead = await database.read(lambda r: r.leads.of_person(person.id))
    assert lead == await database.read(lambda r: r.leads.by_id(row))
    assert lead is not None
    assert lead.finished is not None
    assert (lead.contact, lead.left_at, lead.person_id) == (CONTACT, NOW, person.id)
    assert await database.read(lambda r: r.leads.agreed(person.id)) == "version"


async def test_one_a_person(database: Database, library: Library) -> None:
    """The earlier one must be withdrawn first."""
    person, _ = await left(database, library)
    with pytest.raises(IntegrityError):
        await database.write(lambda r: r.leads.leave(person.id, 1, CONTACT, "v", NOW))


async def test_nothing_in_plain_text(database: Database, library: Library) -> None:
    """Neither the contact nor the name stands in any field."""
    await left(database, library)
    (row,) = await rows(database, leads)
    assert not any(secret in repr(row) for secret in ("38050", "Гапка", "\\u0413"))


async def test_pages(database: Database, library: Library) -> None:
    """The newest first."""
    made = [(await left(database, library, CHAT + number))[1] for number in range(5)]
    assert await database.read(lambda r: r.leads.count()) == 5

    async def page(skip: int, most: int | None) -> list[int]:
        found = await database.read(lambda r: r.leads.latest(skip=skip, most=most))
        return [lead.id for lead in found]

    assert await page(0, 2) == made[:2:-1]
    assert await page(4, 2) == made[:1]
    assert await page(0, None) == made[::-1]


async def test_receivers(database: Database) -> None:
    """Those with a chat that can be written to; nobody without one."""
    here = await stored(database, ADMIN)
    lost = await stored(database, ADMIN + 1)
    await database.write(lambda r: r.people.unreachable(lost.id))
    ids = frozenset({ADMIN, ADMIN + 1, ADMIN + 2})
    assert await database.read(lambda r: r.leads.receivers(ids)) == [here.id]
    assert await database.read(lambda r: r.leads.receivers(frozenset())) == []


@pytest.mark.parametrize("way", ["withdraw", "delete", "retention"])
async def test_withdrawal(database: Database, library: Library, way: str) -> None:
    """However it goes, the messages that show it are to be emptied; others' stay."""
    admin = await stored(database, ADMIN)
    person, row = await left(database, library)
    other, other_row = await left(database, library, CHAT + 1)
    await told(database, row, admin, 7)
    await told(database, other_row, admin, 8)
    if way == "withdraw":
        woken = await database.write(lambda r: r.leads.withdraw(person.id))
        assert woken == [admin.id]
    elif way == "delete":
        assert await database.write(lambda r: r.people.delete(person.id, NOW)) == [admin.id]
    else:
        limit = NOW - timedelta(days=365)
        gone = replace(person, seen_at=limit - timedelta(days=1))
        await database.write(lambda r: r.people.save(gone))
        await database.write(lambda r: r.housekeeping.cut_links(limit, NOW))
    assert await database.read(lambda r: r.leads.of_person(person.id)) is None
    assert await database.read(lambda r: r.leads.of_person(other.id)) is not None
    (emptied,) = await waiting(database, admin)
    assert emptied.kind == "lead_gone"
    assert emptied.payload == {"message": 7, "left_at": NOW.isoformat()}
    assert [one["message_id"] for one in await rows(database, told_leads)] == [8]
    assert await database.write(lambda r: r.leads.withdraw(person.id)) == []


async def test_withdrawn_while_it_was_told(database: Database, library: Library) -> None:
    """Telegram has accepted the message, but the contact is gone: it is emptied, not noted."""
    admin = await stored(database, ADMIN)
    person, row = await left(database, library)
    lead = await database.read(lambda r: r.leads.by_id(row))
    assert lead is not None
    await database.write(lambda r: r.leads.withdraw(person.id))
    await database.write(lambda r: r.leads.told(lead, admin.id, 7))
    assert [one.kind for one in await waiting(database, admin)] == ["lead_gone"]
    assert await counts(database, told_leads) == {"told_leads": 0}


async def test_told_once(database: Database, library: Library) -> None:
    """So that a crash between the note and the queue repeats no message."""
    admin = await stored(database, ADMIN)
    _, row = await left(database, library)
    assert not await database.read(lambda r: r.leads.is_told(row, admin.id))
    await told(database, row, admin)
    assert await database.read(lambda r: r.leads.is_told(row, admin.id))


async def test_open_lists_are_drawn_anew(database: Database, library: Library) -> None:
    """Screens that may show the contact become due; no others."""
    assert set(SHOWING) == {name(Talk.leads), name(Talk.lead)}
    looking = await stored(database, ADMIN, state=name(Talk.leads))
    elsewhere = await stored(database, ADMIN + 1, state=name(Talk.admin))
    person, _ = await left(database, library)
    await database.write(lambda r: r.leads.withdraw(person.id))
    wanted = {row["id"]: row["wanted"] for row in await rows(database, people)}
    assert (wanted[looking.id], wanted[elsewhere.id]) == (1, 0)


async def test_own_data(database: Database, library: Library) -> None:
    """`/mydata` hands the contact out; without one there is none."""
    person, _ = await left(database, library)
    other = await stored(database, CHAT + 1)
    mine = await database.read(lambda r: r.everything.of_person(person))
    contact = mine["contact"]
    assert isinstance(contact, dict)
    assert (contact["contact"], contact["name"]) == (CONTACT.words, CONTACT.name)
    assert (await database.read(lambda r: r.everything.of_person(other)))["contact"] is None


FORMULAS = ["=1+1", "+380501234567", "@SUM(A1)", "-1", "\t=1", "＝1"]


@pytest.mark.parametrize(("language", "delimiter"), [("en", ","), ("ru", ";")])
async def test_csv(tmp_path: Path, language: str, delimiter: str) -> None:
    """A byte-order mark, the country's delimiter, and no cell that would be run."""
    cells = [[words, "Ім’я"] for words in FORMULAS]
    path = await write_contacts(tmp_path, "csv", ["Контакт", "Имя"], cells, language, NOW)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file, delimiter=delimiter))
    assert read == [["Контакт", "Имя"], *[[f"'{words}", "Ім’я"] for words in FORMULAS]]
    assert path.name == "contacts-2026-11-22.csv"


async def test_xlsx(tmp_path: Path) -> None:
    """All text is text: the workbook holds no formula; an empty one has its header."""
    for cells in ([[words] for words in FORMULAS], []):
        path = await write_contacts(tmp_path, "xlsx", ["Контакт"], cells, "ru", NOW)
        with zipfile.ZipFile(path) as parts:
            content = b"".join(parts.read(part) for part in parts.namelist())
        assert b"<f>" not in content
        assert "Контакт".encode() in content
