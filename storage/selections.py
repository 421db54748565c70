"""What an export can be chosen from."""

from sqlalchemy import func, select

from domain.person import Campaign
from storage.campaigns import LISTED, to_campaign
from storage.connection import Transaction
from storage.export.selection import Selection, leads_to, public, selected
from storage.models import attempts, campaigns


class Selections:
    """What there is to choose from.

    Args:
        connection: An open transaction.
    """

    def __init__(self, connection: Transaction) -> None:
        self._connection = connection

    async def count(self, selection: Selection) -> int:
        """How many rows an export of this choice has; it must name its instrument."""
        a = attempts.c
        query = (
            select(func.count(a.id))
            .outerjoin_from(attempts, campaigns, campaigns.c.id == a.campaign_id)
            .where(
                *public(selection.instrument or ""),
                a.finished_at.is_not(None),
                *selected(selection),
            )
        )
        return int((await self._connection.execute(query)).scalar_one())

    async def campaigns(self, instrument: str) -> list[Campaign]:
        """Campaigns that lead to an instrument or have attempts of it, the newest first.

        Anonymous ones are left out: nothing of them is shown by campaign. So are removed surveys
        that nobody answered.
        """
        query = (
            select(campaigns)
            .where(campaigns.c.is_anonymous.is_(False), leads_to(instrument), LISTED)
            .order_by(campaigns.c.id.desc())
        )
        rows = (await self._connection.execute(query)).mappings()
        return [to_campaign(row) for row in rows]

    async def campaign(self, row: int) -> Campaign | None:
        """A campaign of which something may be shown by itself, by its row number."""
        query = select(campaigns).where(campaigns.c.is_anonymous.is_(False), campaigns.c.id == row)
        found = (await self._connection.execute(query)).mappings().one_or_none()
        return None if found is None else to_campaign(found)
