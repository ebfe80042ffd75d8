"""Brings a data file to the newest schema. Imported only when the file is older: Alembic is slow to load."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from trainer_app.db.connect import APPLICATION_ID, SCHEMA_VERSION

FOLDER = Path(__file__).parent


def upgrade(engine: sa.Engine) -> None:
    """All of the missing migrations in one transaction, with foreign keys checked before it is kept."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.rollback()
        with connection.execution_options(writes=True).begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise RuntimeError(f"the migration left {len(broken)} dead references")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        connection.rollback()
