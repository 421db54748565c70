"""What keeps people apart in figures once nobody knows who they were.

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision. Whose link was cut before stays apart: nobody can tell any more."""
    op.add_column("attempts", sa.Column("again_of", Key, nullable=True))
    names = ("id", "person_id", "campaign_id", "instrument", "is_trial", "again_of")
    own = sa.table("attempts", *(sa.column(name) for name in names))
    other = own.alias("other")
    first = sa.select(sa.func.min(other.c.id)).where(
        other.c.person_id == own.c.person_id,
        other.c.campaign_id.is_not_distinct_from(own.c.campaign_id),
        other.c.instrument == own.c.instrument,
        other.c.is_trial == own.c.is_trial,
        other.c.id < own.c.id,
    )
    op.execute(sa.update(own).values(again_of=first.scalar_subquery()))


def downgrade() -> None:
    """Back to the one before."""
    op.drop_column("attempts", "again_of")
