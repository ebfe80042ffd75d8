"""A spreadsheet of sessions is checked and written as a calendar is: for its group, with its trainer, once."""

from __future__ import annotations

from datetime import date, time

from tests.builders import a_group, a_person
from trainer_app.db.database import Database
from trainer_app.domain.imports.cells import Row
from trainer_app.domain.imports.schedule_rows import read_schedule, schedule_columns
from trainer_app.i18n import label
from trainer_app.services import schedule_in, trainings

TODAY = date(2026, 3, 1)
TITLES = ("Date", "Début", "Fin", "Titre", "Groupe", "Lieu", "Formateur")
ROWS: tuple[Row, ...] = (
    TITLES,
    ("09/03/2026", "8h30", "12h", "Réunion du comité", "COOP Twisungane", "Base", "HABIMANA Jean"),
    ("10/03/2026", "8h30", "12h", "Réunion du comité", "COOP Twisungane", "Base", "HABIMANA Jean"),
    ("11/03/2026", "9h", "11h", "Réunion du comité", "Une autre", "Base", "Personne"),
)


def check(db: Database, rows: tuple[Row, ...]) -> schedule_in.ScheduleCheck:
    columns = schedule_columns(rows)
    assert columns is not None
    with db.reading() as s:
        return schedule_in.check(s, read_schedule("plan.csv", rows, columns, TODAY))


def test_sessions_of_a_sheet_are_written_for_their_group_and_a_second_time_they_are_known(db: Database) -> None:
    a_group(db, "COOP Twisungane", people=2)
    a_person(db, "HABIMANA Jean")
    found = check(db, ROWS)
    assert [(series.title, len(series.events)) for series in found.ready] == [
        ("Réunion du comité", 2),
        ("Réunion du comité, Une autre", 1),
    ]
    with db.changing(label("Import")) as s:
        assert schedule_in.write(s, found, TODAY).sessions == 3
    with db.reading() as s:
        lines = trainings.trainings(s, "en")
        known = next(line for line in lines if line.group == "COOP Twisungane")
        assert (known.sessions, known.enrolled) == (2, 2)
        assert [name for _key, name in trainings.trainers(s, known.id)] == ["HABIMANA Jean"]
    again = check(db, ROWS)
    assert (again.ready, len(again.existing)) == ((), 3)
    moved = check(db, (*ROWS[:3], ("11/03/2026", "14h", "16h", *ROWS[3][3:])))
    assert [(one.moved, one.event.starts) for one in moved.changed] == [(True, time(14))]
    db.undo()
    with db.reading() as s:
        assert trainings.trainings(s, "en") == ()
