"""What every view needs to speak: content, words, and what the operator set."""

import hashlib
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from content.library import Library
from content.texts import Speak, Texts
from domain.daytime import house_zone
from domain.person import Campaign, Person

_NAMED = "t_"
"""Begins the payload that leads to a test itself."""


def named(test: str) -> str:
    """The payload that leads to a test; in a payload no dot may stand."""
    return f"{_NAMED}{test.replace('.', '-')}"


@dataclass(frozen=True, slots=True)
class House:
    """The operator's settings that people see.

    Attributes:
        username: The bot's name, for deep links.
        operator: Who processes the answers; empty where not set.
        policy_url: The privacy policy, if any.
        channel_url: The consultant's channel, if any.
        contact_url: Where to write to the consultant, if anywhere.
        brand: Stands on pictures; may be empty.
        retention_days: After how many days answers lose their person.
        admins: Telegram ids that may do everything.
        analysts: Telegram ids that may see aggregates.
        default_language: For clients whose language we lack.
        time_zone: IANA name of the time zone; None where not set.
    """

    username: str
    operator: str
    policy_url: str | None
    channel_url: str | None
    contact_url: str | None
    brand: str
    retention_days: int
    admins: frozenset[int]
    analysts: frozenset[int]
    default_language: str
    time_zone: str | None = None

    @property
    def zone(self) -> ZoneInfo:
        """Where the operator's days begin and end: campaigns open and close there.

        Times that staff are told are on this clock, and where it stands is said beside them.
        """
        return house_zone(self.time_zone)

    def deep_link(self, payload: str) -> str:
        """The address that starts the bot with a payload."""
        base = f"https://t.me/{self.username}"
        return f"{base}?start={payload}" if payload else base

    def is_admin(self, chat_id: int) -> bool:
        """Whether somebody may do everything."""
        return chat_id in self.admins

    def sees_figures(self, chat_id: int) -> bool:
        """Whether somebody may see aggregates."""
        return chat_id in self.admins or chat_id in self.analysts


@dataclass(frozen=True, slots=True)
class Speech:
    """Everything a view needs besides the person."""

    library: Library
    texts: Texts
    house: House

    @property
    def consent_version(self) -> str:
        """A hash of all that is agreed to: the words, the operator and the policy."""
        agreed = [self.texts.consent_version, self.house.operator, self.house.policy_url or ""]
        return hashlib.sha256("\n".join(agreed).encode()).hexdigest()[:16]

    @property
    def lead_consent_version(self) -> str:
        """The same for a contact; its words say how long it is kept."""
        house = self.house
        agreed = [self.texts.lead_consent_version, house.operator, house.policy_url or ""]
        agreed.append(str(house.retention_days))
        return hashlib.sha256("\n".join(agreed).encode()).hexdigest()[:16]

    def to(self, person: Person) -> Speak:
        """Speaks a person's language."""
        return self.texts.speaker(person.language)

    def operator(self, language: str) -> str:
        """Who processes the answers, in words."""
        return self.house.operator or self.texts.line(language, "consent-operator-default")

    def campaign_code(self, campaign: Campaign | None) -> str:
        """A campaign's code, or an empty payload."""
        return campaign.code if campaign else ""
