"""First tables.

Revision: 0001
Follows: nothing
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

Map = sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")
Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "audit",
        sa.Column("id", Key, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("details", Map, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        comment="Exports and deletions: who and when",
    )
    op.create_table(
        "campaigns",
        sa.Column("id", Key, nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("instrument", sa.String(length=16), nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("is_anonymous", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint("code", name=op.f("uq_campaigns_code")),
        comment="Where people come from; is_anonymous is set at creation and never changed",
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_facts")),
        comment="Single facts about the database itself, such as a proof of the data key",
    )
    op.create_table(
        "handled_updates",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("handled_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_handled_updates")),
        comment="Updates whose work must not be done twice if Telegram sends them again",
    )
    with op.batch_alter_table("handled_updates", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_handled_updates_handled_at"), ["handled_at"], unique=False
        )

    op.create_table(
        "set_aside",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("is_dead", sa.Boolean(), nullable=False),
        sa.Column("set_aside_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_set_aside")),
        comment="Updates (encrypted) confirmed to Telegram before their work was done",
    )
    op.create_table(
        "versions",
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("instrument", sa.String(length=16), nullable=False),
        sa.Column("meaning", sa.String(length=40), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_versions")),
        comment="Whole questionnaires as they were when somebody answered them",
    )
    op.create_table(
        "visits",
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("started", sa.Integer(), nullable=False),
        sa.Column("consented", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("source", "day", name=op.f("pk_visits")),
        comment="How many came from where, without who; source is a campaign's code, '' or '?'",
    )
    op.create_table(
        "anonymous_attempts",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("campaign_id", Key, nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("answers", Map, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("total", sa.Float(), nullable=True),
        sa.Column("scores", Map, nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_anonymous_attempts_campaign_id_campaigns"),
        ),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.version"], name=op.f("fk_anonymous_attempts_version_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anonymous_attempts")),
        comment="Finished anonymous attempts under random ids, without row numbers",
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("anonymous_attempts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_anonymous_attempts_campaign_id"), ["campaign_id"], unique=False
        )

    op.create_table(
        "anonymous_written",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("campaign_id", Key, nullable=False),
        sa.Column("question", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_anonymous_written_campaign_id_campaigns"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anonymous_written")),
        comment="Written answers of anonymous attempts, not even tied to the other answers",
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("anonymous_written", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_anonymous_written_campaign_id"), ["campaign_id"], unique=False
        )

    op.create_table(
        "participations",
        sa.Column("campaign_id", Key, nullable=False),
        sa.Column("ident", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_participations_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "ident", name=op.f("pk_participations")),
        comment="Who has answered an anonymous campaign, as a keyed hash, apart from the answers",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "people",
        sa.Column("id", Key, nullable=False),
        sa.Column("ident", sa.String(length=64), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("context", Map, nullable=False),
        sa.Column("notice", Map, nullable=True),
        sa.Column("role", sa.String(length=24), nullable=True),
        sa.Column("size", sa.String(length=24), nullable=True),
        sa.Column("industry", sa.String(length=24), nullable=True),
        sa.Column("consent_version", sa.String(length=16), nullable=True),
        sa.Column("consented_at", sa.BigInteger(), nullable=True),
        sa.Column("first_source", sa.String(length=64), nullable=True),
        sa.Column("latest_source", sa.String(length=64), nullable=True),
        sa.Column("campaign_id", Key, nullable=True),
        sa.Column("attempt_id", Key, nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("fresh", sa.Integer(), nullable=False),
        sa.Column("shown_at", sa.BigInteger(), nullable=True),
        sa.Column("is_reachable", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_people_campaign_id_campaigns")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("ident", name=op.f("uq_people_ident")),
        comment="ident is a keyed hash of the Telegram id, chat the encrypted chat number",
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(
            "ix_people_pending",
            ["id"],
            unique=False,
            sqlite_where=sa.text("shown < wanted"),
            postgresql_where=sa.text("shown < wanted"),
        )

    op.create_table(
        "attempts",
        sa.Column("id", Key, nullable=False),
        sa.Column("key", sa.String(length=8), nullable=False),
        sa.Column("person_id", Key, nullable=True),
        sa.Column("campaign_id", Key, nullable=True),
        sa.Column("instrument", sa.String(length=16), nullable=False),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("mode", sa.String(length=8), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=True),
        sa.Column("size", sa.String(length=24), nullable=True),
        sa.Column("industry", sa.String(length=24), nullable=True),
        sa.Column("answers", Map, nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=True),
        sa.Column("is_trial", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("moved_at", sa.BigInteger(), nullable=False),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("total", sa.Float(), nullable=True),
        sa.Column("scores", Map, nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_attempts_campaign_id_campaigns")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_attempts_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.version"], name=op.f("fk_attempts_version_versions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
        sa.UniqueConstraint("key", name=op.f("uq_attempts_key")),
        comment="One person's way through one questionnaire: answers and place in one row",
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.create_index(
            "ix_attempts_campaign_finished", ["campaign_id", "finished_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_attempts_person_id"), ["person_id"], unique=False)

    op.create_table(
        "deliveries",
        sa.Column("id", Key, nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("payload", Map, nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_deliveries_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        comment="What Telegram has not accepted yet",
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deliveries_person_id"), ["person_id"], unique=False)

    op.create_table(
        "pictures",
        sa.Column("attempt_id", Key, nullable=False),
        sa.Column("digest", sa.String(length=16), nullable=False),
        sa.Column("file_ids", Map, nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempts.id"],
            name=op.f("fk_pictures_attempt_id_attempts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "digest", name=op.f("pk_pictures")),
        comment="Telegram's names of pictures it already has, by what they show",
    )
    op.create_table(
        "written",
        sa.Column("attempt_id", Key, nullable=False),
        sa.Column("question", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempts.id"],
            name=op.f("fk_written_attempt_id_attempts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "question", name=op.f("pk_written")),
        comment="What people wrote, encrypted",
    )


def downgrade() -> None:
    """Back to the one before."""
    op.drop_table("written")
    op.drop_table("pictures")
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deliveries_person_id"))

    op.drop_table("deliveries")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attempts_person_id"))
        batch_op.drop_index("ix_attempts_campaign_finished")

    op.drop_table("attempts")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_people_pending",
            sqlite_where=sa.text("shown < wanted"),
            postgresql_where=sa.text("shown < wanted"),
        )

    op.drop_table("people")
    op.drop_table("participations")
    with op.batch_alter_table("anonymous_written", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_anonymous_written_campaign_id"))

    op.drop_table("anonymous_written")
    with op.batch_alter_table("anonymous_attempts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_anonymous_attempts_campaign_id"))

    op.drop_table("anonymous_attempts")
    op.drop_table("visits")
    op.drop_table("versions")
    op.drop_table("set_aside")
    with op.batch_alter_table("handled_updates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handled_updates_handled_at"))

    op.drop_table("handled_updates")
    op.drop_table("facts")
    op.drop_table("campaigns")
    op.drop_table("audit")
