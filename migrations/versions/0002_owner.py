"""The owner's side: dates and sources of campaigns, contacts, live pictures, reminders, leases.

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COLUMNS = (
    ("campaigns", "opens_at"),
    ("campaigns", "closes_at"),
    ("attempts", "reminded_at"),
    ("attempts", "again_at"),
    ("deliveries", "taken_until"),
)
"""Moments that were not kept before."""


def upgrade() -> None:
    """To this revision."""
    for table, column in COLUMNS:
        op.add_column(table, sa.Column(column, sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_attempts_wished",
        "attempts",
        ["again_at"],
        sqlite_where=sa.text("again_at IS NOT NULL"),
        postgresql_where=sa.text("again_at IS NOT NULL"),
    )
    op.add_column("attempts", sa.Column("source", sa.String(length=64), nullable=True))
    op.add_column(
        "people",
        sa.Column("takes_reminders", sa.Boolean(), server_default=sa.true(), nullable=False),
    )
    op.create_table(
        "leads",
        sa.Column("id", Key, nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.Column("attempt_id", Key, nullable=True),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("consent_version", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempts.id"],
            name=op.f("fk_leads_attempt_id_attempts"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_leads_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
        sa.UniqueConstraint("person_id", name=op.f("uq_leads_person_id")),
        comment=(
            "Contacts left for the consultant, encrypted; one a person, with its own consent"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "told_leads",
        sa.Column("lead_id", Key, nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_told_leads_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("lead_id", "person_id", name=op.f("pk_told_leads")),
        comment=(
            "Which admin's message shows a contact: it is emptied when the contact is withdrawn"
        ),
    )
    op.create_table(
        "halls",
        sa.Column("person_id", Key, nullable=False),
        sa.Column("campaign_id", Key, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("digest", sa.String(length=16), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_halls_campaign_id_campaigns")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_halls_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_halls")),
        comment="Live pictures for projectors: who looks at which, and what it shows",
    )


def downgrade() -> None:
    """Back to the one before."""
    op.drop_table("halls")
    op.drop_table("told_leads")
    op.drop_table("leads")
    op.drop_column("people", "takes_reminders")
    op.drop_column("attempts", "source")
    op.drop_index("ix_attempts_wished", "attempts")
    for table, column in reversed(COLUMNS):
        op.drop_column(table, column)
