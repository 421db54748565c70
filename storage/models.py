"""The tables. The same on SQLite and PostgreSQL; migrations/ follows them (a test compares)."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, kept as milliseconds since 1970 UTC: exact and alike on both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        """The moment as it is stored."""
        return None if value is None else round(value.timestamp() * 1000)

    def process_result_value(
        self,
        value: Any | None,  # noqa: ANN401 - the driver's value
        _dialect: Dialect,
    ) -> datetime | None:
        """The moment as it was meant, in UTC."""
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


Map = JSON().with_variant(JSONB(), "postgresql")
Key = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite numbers rows by itself only where the column is exactly INTEGER.

With `sqlite_autoincrement` a number is never used again, as on PostgreSQL: what is under way for
somebody who is gone must not meet somebody new.
"""

facts = Table(
    "facts",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
    comment="Single facts about the database itself, such as a proof of the data key",
)

versions = Table(
    "versions",
    metadata,
    Column("version", String(16), primary_key=True),
    Column("instrument", String(16), nullable=False),
    Column("meaning", String(40), nullable=False),
    Column("source", Text, nullable=False),
    comment="Whole questionnaires as they were when somebody answered them",
)

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", Key, primary_key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("title", String(120), nullable=False),
    Column("instrument", String(16), nullable=False),
    Column("mode", String(8)),
    Column("is_open", Boolean, nullable=False, default=True),
    Column("is_anonymous", Boolean, nullable=False, default=False),
    Column("opens_at", Instant),
    Column("closes_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("company", String(80)),
    Column("occasion", String(120)),
    # People come from campaigns and may own some: the one key of this ring made afterwards.
    Column("owner_id", ForeignKey("people.id", ondelete="SET NULL", use_alter=True)),
    comment="Where people come from; is_anonymous is set at creation and never changed",
)

people = Table(
    "people",
    metadata,
    Column("id", Key, primary_key=True),
    Column("ident", String(64), nullable=False, unique=True),
    Column("chat", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("state", String(40), nullable=False),
    Column("context", Map, nullable=False),
    Column("notice", Map),
    Column("role", String(24)),
    Column("size", String(24)),
    Column("industry", String(24)),
    Column("consent_version", String(16)),
    Column("consented_at", Instant),
    Column("first_source", String(64)),
    Column("latest_source", String(64)),
    Column("campaign_id", ForeignKey("campaigns.id")),
    Column("attempt_id", Key),
    Column("message_id", BigInteger),
    Column("wanted", Integer, nullable=False, default=0),
    Column("shown", Integer, nullable=False, default=0),
    Column("fresh", Integer, nullable=False, default=0),
    Column("shown_at", Instant),
    Column("is_reachable", Boolean, nullable=False, default=True),
    Column("takes_reminders", Boolean, nullable=False, default=True, server_default=true()),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    sqlite_autoincrement=True,
    comment="ident is a keyed hash of the Telegram id, chat the encrypted chat number",
)
Index("ix_people_pending", people.c.id, sqlite_where=people.c.shown < people.c.wanted,
      postgresql_where=people.c.shown < people.c.wanted)  # fmt: skip

attempts = Table(
    "attempts",
    metadata,
    Column("id", Key, primary_key=True),
    Column("key", String(8), nullable=False, unique=True),
    Column("person_id", ForeignKey("people.id"), index=True),
    Column("campaign_id", ForeignKey("campaigns.id")),
    Column("instrument", String(16), nullable=False),
    Column("version", ForeignKey("versions.version"), nullable=False),
    Column("mode", String(8), nullable=False),
    Column("source", String(64)),
    Column("language", String(2), nullable=False),
    Column("role", String(24)),
    Column("size", String(24)),
    Column("industry", String(24)),
    Column("answers", Map, nullable=False),
    Column("position", SmallInteger),
    Column("is_trial", Boolean, nullable=False, default=False),
    Column("started_at", Instant, nullable=False),
    Column("moved_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("total", Float),
    Column("scores", Map),
    Column("reminded_at", Instant),
    Column("again_at", Instant),
    # The person's first attempt at this in the campaign. No key: it may outlive that attempt.
    Column("again_of", Key),
    Index("ix_attempts_campaign_finished", "campaign_id", "finished_at"),
    sqlite_autoincrement=True,
    comment="One person's way through one questionnaire: answers and place in one row",
)

Index("ix_attempts_wished", attempts.c.again_at, sqlite_where=attempts.c.again_at.is_not(None),
      postgresql_where=attempts.c.again_at.is_not(None))  # fmt: skip

written = Table(
    "written",
    metadata,
    Column("attempt_id", ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True),
    Column("question", String(16), primary_key=True),
    Column("words", Text, nullable=False),
    comment="What people wrote, encrypted",
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("payload", Map, nullable=False),
    Column("tries", SmallInteger, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("taken_until", Instant),  # keeps other processes off
    sqlite_autoincrement=True,
    comment="What Telegram has not accepted yet",
)

pictures = Table(
    "pictures",
    metadata,
    Column("attempt_id", ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", String(16), primary_key=True),
    Column("file_ids", Map, nullable=False),
    comment="Telegram's names of pictures it already has, by what they show",
)

visits = Table(
    "visits",
    metadata,
    Column("source", String(64), primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("started", Integer, nullable=False, default=0),
    Column("consented", Integer, nullable=False, default=0),
    comment="How many came from where, without who; source is a campaign's code, '' or '?'",
)

handled_updates = Table(
    "handled_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("handled_at", Instant, nullable=False, index=True),
    comment="Updates whose work must not be done twice if Telegram sends them again",
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("is_dead", Boolean, nullable=False, default=False),
    Column("set_aside_at", Instant, nullable=False),
    comment="Updates (encrypted) confirmed to Telegram before their work was done",
)

audit = Table(
    "audit",
    metadata,
    Column("id", Key, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("action", String(40), nullable=False),
    Column("details", Map, nullable=False),
    comment="Exports and deletions: who and when",
)

leads = Table(
    "leads",
    metadata,
    Column("id", Key, primary_key=True),
    Column(
        "person_id",
        ForeignKey("people.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("attempt_id", ForeignKey("attempts.id", ondelete="SET NULL")),
    Column("contact", Text, nullable=False),
    Column("consent_version", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
    sqlite_autoincrement=True,
    comment="Contacts left for the consultant, encrypted; one a person, with its own consent",
)

told_leads = Table(
    "told_leads",
    metadata,
    Column("lead_id", Key, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    comment="Which admin's message shows a contact: it is emptied when the contact is withdrawn",
)

halls = Table(
    "halls",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("language", String(2), nullable=False),
    Column("digest", String(16), nullable=False),
    Column("next_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    comment="Live pictures for projectors: who looks at which, and what it shows",
)

participations = Table(
    "participations",
    metadata,
    Column("campaign_id", ForeignKey("campaigns.id"), primary_key=True),
    Column("ident", String(64), primary_key=True),
    comment="Who has answered an anonymous campaign, as a keyed hash, apart from the answers",
    sqlite_with_rowid=False,
)

anonymous_attempts = Table(
    "anonymous_attempts",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False, index=True),
    Column("version", ForeignKey("versions.version"), nullable=False),
    Column("answers", Map, nullable=False),
    Column("day", String(10), nullable=False),
    Column("total", Float),
    Column("scores", Map),
    comment="Finished anonymous attempts under random ids, without row numbers",
    sqlite_with_rowid=False,
)

anonymous_written = Table(
    "anonymous_written",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False, index=True),
    Column("question", String(16), nullable=False),
    Column("words", Text, nullable=False),
    comment="Written answers of anonymous attempts, not even tied to the other answers",
    sqlite_with_rowid=False,
)
