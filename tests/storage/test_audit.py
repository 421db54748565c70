"""The log: who, when and what, and nobody named who is not of the staff."""

from datetime import timedelta

from storage.audit import COMMAND_LINE, Action, Entry, Who
from storage.database import Database
from storage.records import Records
from tests.support.made import CHAT, NOW

ADMIN = 1000


async def test_entries_are_told_apart(database: Database) -> None:
    """Staff by their ids, the command line, people themselves, and everybody else."""

    async def unit(records: Records) -> None:
        for n, actor in enumerate((ADMIN, COMMAND_LINE, None, CHAT)):
            await records.audit.log(
                actor, Action.EXPORT, NOW + timedelta(hours=n), {"n": n} if n else None
            )

    await database.write(unit)
    found = await database.read(lambda r: r.audit.latest([ADMIN, 1001], 0, 10))
    expected = [
        (Who.OTHER, None), (Who.SELF, None), (Who.OPERATOR, None), (Who.STAFF, ADMIN),
    ]  # fmt: skip
    assert [(one.who, one.telegram_id) for one in found] == expected
    assert found[-1] == Entry(NOW, Who.STAFF, ADMIN, "export", {})
    assert found[0].details == {"n": 3}
    assert await database.read(lambda r: r.audit.count()) == 4
    page = await database.read(lambda r: r.audit.latest([ADMIN], 1, 2))
    assert page == found[1:3]


async def test_refusals_are_folded(database: Database) -> None:
    """Who keeps trying fills one line an hour: an export before it stays on the first page."""

    async def try_at(minutes: int, who: int = CHAT) -> None:
        now = NOW + timedelta(minutes=minutes)
        await database.write(lambda r: r.audit.refused(who, now))

    await database.write(lambda r: r.audit.log(ADMIN, Action.EXPORT, NOW))
    for minute in range(1, 31):
        await try_at(minute)
    await try_at(31, CHAT + 1)
    await try_at(62)
    found = await database.read(lambda r: r.audit.latest([ADMIN], 0, 10))
    assert [(one.action, one.details) for one in found] == [
        ("refused", {}),
        ("refused", {}),
        ("refused", {"times": 30}),
        ("export", {}),
    ]
