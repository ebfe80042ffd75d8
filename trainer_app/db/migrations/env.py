"""Alembic's door: it is always handed an open connection, never an address."""

from __future__ import annotations

from alembic import context

from trainer_app.db.records import Record

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Record.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
