"""Alembic's entry: the connection is handed in by storage.migrate."""

from alembic import context
from sqlalchemy.engine import Connection

from storage.models import metadata

ADVISORY_LOCK = 7_301_604
"""Any number of our own: replicas that start together migrate one after another."""


def run(connection: Connection) -> None:
    """Brings the tables to the revision asked for, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
        context.run_migrations()


run(context.config.attributes["connection"])
