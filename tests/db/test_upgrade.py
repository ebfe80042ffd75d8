"""Data folders of older programs: what was in them is there after the migrations."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from trainer_app.db.connect import connect
from trainer_app.db.migrations import upgrade

KEY = bytes(range(32))
ZERO = "0" * 31


def test_people_trainings_and_marks_of_schema_two_are_brought_to_the_newest(tmp_path: Path) -> None:
    engine = sa.create_engine("sqlite://", creator=lambda: connect(tmp_path / "old.db", KEY))
    with engine.connect() as c, c.begin():
        config = Config()
        config.set_main_option("script_location", str(upgrade.FOLDER))
        config.attributes["connection"] = c
        command.upgrade(config, "0002")
        c.exec_driver_sql(
            "INSERT INTO person (id, gone, code, name, family, given, sex, phone, occupation, schooling, language,"
            " village, note, consent_on, consent_way) VALUES (?, 0, 'RUL-P0001', 'UWIMANA Marie', 'UWIMANA', 'Marie',"
            " 'F', '', '', '', '', '', '', NULL, '')",
            (ZERO + "1",),
        )
        c.exec_driver_sql(
            "INSERT INTO training (id, gone, code, kind, title, venue, maximum)"
            " VALUES (?, 0, 'RUL-001', 'training', 'Governance', 'Base hall', 10)",
            (ZERO + "2",),
        )
        c.exec_driver_sql(
            "INSERT INTO enrolment (id, gone, training_id, person_id, number) VALUES (?, 0, ?, ?, 7)",
            (ZERO + "3", ZERO + "2", ZERO + "1"),
        )

    upgrade.upgrade(engine)

    with engine.connect() as c:
        assert c.exec_driver_sql("SELECT name FROM person").scalar_one() == "UWIMANA Marie"
        told = c.exec_driver_sql("SELECT number, left_on, left_reason, replaces_id, outsider FROM enrolment").one()
        assert tuple(told) == (7, None, "", None, 0)
        assert c.exec_driver_sql("SELECT places FROM training").scalar_one() is None
        found = "SELECT count(*) FROM person_search WHERE words MATCH 'uwimana'"
        assert c.exec_driver_sql(found).scalar_one() == 1
    engine.dispose()
