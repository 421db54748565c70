"""Surveys: whose company asks, about what, and whose survey it is.

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEPT = (
    *("id", "code", "title", "instrument", "mode", "is_open", "is_anonymous", "created_at"),
    *("opens_at", "closes_at"),
)
"""Columns that are there before and after."""
OWNER = "fk_campaigns_owner_id_people"


def upgrade() -> None:
    """To this revision."""
    columns = (
        sa.Column("company", sa.String(length=80), nullable=True),
        sa.Column("occasion", sa.String(length=120), nullable=True),
        sa.Column("owner_id", Key, nullable=True),
    )
    if op.get_bind().dialect.name == "sqlite":
        owner = sa.ForeignKeyConstraint(
            ["owner_id"], ["people.id"], name=op.f(OWNER), ondelete="SET NULL"
        )
        _make_anew(*columns, owner)
        return
    for column in columns:
        op.add_column("campaigns", column)
    op.create_foreign_key(
        op.f(OWNER), "campaigns", "people", ["owner_id"], ["id"], ondelete="SET NULL"
    )


def downgrade() -> None:
    """Back to the one before."""
    if op.get_bind().dialect.name == "sqlite":
        _make_anew()
        return
    op.drop_constraint(op.f(OWNER), "campaigns", type_="foreignkey")
    for column in ("owner_id", "occasion", "company"):
        op.drop_column("campaigns", column)


def _make_anew(*more: SchemaItem) -> None:
    """SQLite adds no named key to a table there is: the table is made anew around its rows.

    Rows of other tables refer to these. While that is checked only at the end, the table may go
    and come back: the keys that lose their row find it again when it is put in.
    """
    names = ", ".join(KEPT)
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.execute(f"CREATE TABLE kept_campaigns AS SELECT {names} FROM campaigns")  # noqa: S608 - ours
    op.drop_table("campaigns")
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
        sa.Column("opens_at", sa.BigInteger(), nullable=True),
        sa.Column("closes_at", sa.BigInteger(), nullable=True),
        *more,
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint("code", name=op.f("uq_campaigns_code")),
        comment="Where people come from; is_anonymous is set at creation and never changed",
    )
    op.execute(f"INSERT INTO campaigns ({names}) SELECT {names} FROM kept_campaigns")  # noqa: S608
    op.drop_table("kept_campaigns")
