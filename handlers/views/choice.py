"""What staff have chosen on the screens of figures and exports: kept in the screen's facts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from domain.kinds import Mode
from domain.questionnaire import Instrument
from storage.export.files import default_instrument
from storage.export.selection import Selection

PERIODS: Final = (0, 7, 30)
"""Days that an export of rows may go back; 0 is without an end."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the figures and exports on a screen are about.

    Attributes:
        test: The instrument's id; empty stands for the one there is, or the first.
        campaign: A campaign's code; empty stands for all.
        mode: "express" or "full"; empty stands for the one that more people took.
        days: How many days an export of rows goes back; 0 is without an end.
        page: Of a list that is longer than the screen, from 0.
        since: The first of these days, once rows are to be confirmed; empty without an end.
        form: The rows' format, once they are to be confirmed.
        asks: While something is chosen from a list: what, "campaign" or "test".
        back: While something is chosen from a list: for which screen.
    """

    test: str = ""
    campaign: str = ""
    mode: str = ""
    days: int = 0
    page: int = 0
    since: str = ""
    form: str = ""
    asks: str = ""
    back: str = ""

    @classmethod
    def of(cls, context: Mapping[str, str | int | bool]) -> "Choice":
        """What a screen's facts hold; those of other screens hold nothing of it."""

        def word(name: str) -> str:
            return str(context.get(name, ""))

        return cls(
            test=word("test"),
            campaign=word("campaign"),
            mode=word("mode"),
            days=int(context.get("days", 0)),
            page=int(context.get("page", 0)),
            since=word("since"),
            form=word("form"),
            asks=word("asks"),
            back=word("back"),
        )

    @property
    def facts(self) -> Mapping[str, str | int]:
        """As a screen's facts; what is not chosen is left out."""
        return {name: value for name, value in asdict(self).items() if value}

    @property
    def settled(self) -> "Choice":
        """What stays chosen when its screen is left for another one."""
        return replace(self, page=0, since="", form="", asks="", back="")

    def asked(self, form: str, now: datetime) -> "Choice":
        """With a format, and with the period's first day fixed: in UTC, as in the rows."""
        first = now.date() - timedelta(days=self.days - 1)
        return replace(self, form=form, since=first.isoformat() if self.days else "")

    def instrument(self, instruments: Mapping[str, Instrument]) -> Instrument:
        """The test that is meant; the default one where the chosen one is gone."""
        return instruments.get(self.test) or instruments[default_instrument(instruments)]

    def selection(self, instruments: Mapping[str, Instrument]) -> Selection:
        """Which attempts the rows are made of, once the period's first day is fixed."""
        return Selection(
            instrument=self.instrument(instruments).id,
            campaign=self.campaign or None,
            since=date.fromisoformat(self.since) if self.since else None,
        )

    @property
    def of_mode(self) -> Mode | None:
        """The mode, if one is chosen."""
        return Mode(self.mode) if self.mode else None
